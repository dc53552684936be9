import type { Instant, LocalDate } from '../calendar/local-time.ts'
import { localDateOf } from '../calendar/local-time.ts'
import type { Campaign } from '../campaign/campaign.ts'
import type { Deadline } from '../duty/deadline.ts'
import type { Duty } from '../duty/duty.ts'
import { dueDayOf } from '../duty/duty.ts'
import { isAway } from '../official/leave.ts'
import type { Official } from '../official/official.ts'
import type { StandingWork } from './chasing-work.ts'
import type { Answerable, SilenceFacts } from './silence.ts'
import { diagnose } from './silence.ts'
import type { Standing } from './standing.ts'

/** Looks at one deadline of a campaign, unit by unit. The caller has asked who may see it. */
export async function standingOf(
  tx: StandingWork,
  campaign: Campaign,
  deadline: Deadline,
): Promise<Standing> {
  const duties = await tx.duties.listFor(deadline.id)
  const units = new Map((await tx.units.list(campaign.id)).map((unit) => [unit.code, unit]))
  const people = await peopleByUnit(tx, campaign)
  const reminded = await tx.chasing.lastReminded(deadline.id)
  const drafting = await tx.chasing.draftingUnits(deadline.id)
  const silent = duties.flatMap((duty) => {
    const unit = units.get(duty.unitCode)
    if (!unit || duty.doneAt) return []
    const own = people.get(unit.code) ?? []
    const said = { people: own, drafting: drafting.has(unit.code) }
    const facts = { ...said, ...factsOf(duty, reminded.get(unit.code)) }
    return { unit, duty, people: own, silence: diagnose(facts, tx.now) }
  })
  return { campaign, deadline, total: duties.length, done: duties.length - silent.length, silent }
}

function factsOf(
  duty: Duty,
  remindedAt: Instant | undefined,
): Pick<SilenceFacts, 'extendedTo' | 'promisedAt' | 'remindedAt'> {
  return {
    ...(duty.extension ? { extendedTo: dueDayOf(duty).dueAt } : {}),
    ...(duty.promise ? { promisedAt: duty.promise.at } : {}),
    ...(remindedAt ? { remindedAt } : {}),
  }
}

/** Who answers for each unit of a campaign, contacts before heads, with their chat accounts. */
export async function peopleByUnit(
  tx: Omit<StandingWork, 'units' | 'duties' | 'chasing'>,
  campaign: Campaign,
): Promise<ReadonlyMap<string, readonly Answerable[]>> {
  const officials = (await tx.officials.list({ campaignId: campaign.id })).filter(answers)
  const accounts = await tx.accounts.listLinked(officials.map(({ id }) => id))
  const byOfficial = groupBy(accounts, ({ officialId }) => officialId)
  const today = localDateOf(tx.now)
  const deputies = await deputiesOf(tx, officials, today)
  const people = officials.map((official) => {
    const away = isAway(official.leave, today) ? official.leave : undefined
    const deputy = deputies.get(away?.deputyId ?? '')
    return {
      official,
      accounts: byOfficial.get(official.id) ?? [],
      ...(away ? { away: { until: away.until, ...(deputy ? { deputy } : {}) } } : {}),
    }
  })
  const contactsFirst = [...people].sort((a, b) => rank(a.official) - rank(b.official))
  return groupBy(contactsFirst, ({ official }) => official.unitCode)
}

function answers({ roles }: Official): boolean {
  return roles.includes('contact') || roles.includes('head')
}

function rank({ roles }: Official): number {
  return roles.includes('contact') ? 0 : 1
}

async function deputiesOf(
  tx: Pick<StandingWork, 'officials'>,
  officials: readonly Official[],
  today: LocalDate,
): Promise<ReadonlyMap<string, Official>> {
  const deputies = new Map<string, Official>()
  for (const { leave } of officials)
    if (isAway(leave, today) && leave.deputyId !== undefined)
      deputies.set(leave.deputyId, await tx.officials.get(leave.deputyId))
  return deputies
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}
