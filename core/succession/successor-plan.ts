import type { LocalDate } from '../calendar/local-time.ts'
import type { AwardOffer, Campaign } from '../campaign/campaign.ts'
import type { AppliesTo, DeadlineRule } from '../duty/deadline-rule.ts'

/** An award of the old plan, with the name and the authority it has from now on. */
export type SuccessorAward = Pick<AwardOffer, 'id' | 'name' | 'authority'> & {
  /** Its id in the old plan. */
  readonly of: string
}

/** In what the plan of the successor differs from the one it goes on for; all else is the old plan's word. */
export type SuccessorPlan = Pick<
  Campaign,
  'id' | 'issuer' | 'office' | 'propagationOffice' | 'issuedWording' | 'signer'
> & {
  readonly supersedes: string
  readonly chain: string
  readonly awards: readonly SuccessorAward[]
  readonly participants?: Campaign['participants']
  readonly recipients?: Campaign['recipients']
  readonly gaps?: Campaign['gaps']
  readonly notice?: string
}

/**
 * The plan of the campaign that goes on for `old` from that day on. Contents, criteria, deadlines and
 * ladders are the old plan's, verbatim; awards that the file renames are renamed wherever the plan speaks
 * of them, and units give way to who took their place. Number and day of issue are not inherited.
 */
export function succeedCampaign(
  old: Campaign,
  plan: SuccessorPlan,
  { on, successor }: { on: LocalDate; successor: (unitCode: string) => string | undefined },
): Campaign {
  const { awards, ...changes } = plan
  const idOf = (id: string): string => awards.find(({ of }) => of === id)?.id ?? id
  return {
    ...withoutIssue(old),
    ...changes,
    startsOn: on,
    awards: old.awards.map((award) => renamed(award, awards, idOf)),
    deadlines: old.deadlines.map((rule) => ({
      ...rule,
      ...(rule.award === undefined ? {} : { award: idOf(rule.award) }),
      appliesTo: inherited(rule.appliesTo, successor),
      source: sourceOf(rule, old, plan),
    })),
  }
}

function withoutIssue(old: Campaign): Campaign {
  const kept: { -readonly [K in keyof Campaign]: Campaign[K] } = { ...old }
  delete kept.number
  delete kept.issuedOn
  delete kept.notice
  return kept
}

function renamed(
  award: AwardOffer,
  awards: readonly SuccessorAward[],
  idOf: (id: string) => string,
): AwardOffer {
  const change = awards.find(({ of }) => of === award.id)
  const { selectedFrom } = award
  return {
    ...award,
    ...(change ? { id: change.id, name: change.name, authority: change.authority } : {}),
    ...(selectedFrom === undefined ? {} : { selectedFrom: idOf(selectedFrom) }),
  }
}

function inherited(
  appliesTo: AppliesTo,
  successor: (unitCode: string) => string | undefined,
): AppliesTo {
  if (typeof appliesTo === 'string' || !appliesTo.codes) return appliesTo
  const codes = appliesTo.codes.flatMap((code) => successor(code) ?? [])
  return { ...appliesTo, codes: [...new Set(codes)] }
}

/** What the old office had set is set by the new one. */
function sourceOf({ origin, source }: DeadlineRule, old: Campaign, plan: SuccessorPlan): string {
  return origin === 'office' ? source.replaceAll(old.office.name, plan.office.name) : source
}
