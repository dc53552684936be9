import { localDateOf } from '../calendar/local-time.ts'
import type { Official } from '../official/official.ts'
import { may } from '../permission.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import type { Unit } from '../unit/unit.ts'
import { draftNomination } from './draft-nomination.ts'
import { gatherFacts } from './gather-facts.ts'
import { closedUnit } from './gates/unit-gates.ts'
import type { MoveCommand } from './move-nomination.ts'
import { judgeMove, moveNomination } from './move-nomination.ts'
import type { Nomination } from './nomination.ts'
import { foundClosed } from './rules.ts'

export type Transferred = { readonly old: Nomination; readonly next: Nomination }

/**
 * Ends a nomination that a reorganisation left on a chain that decides no more, and opens a draft for the
 * same person and achievement at the unit and the campaign that took the place of its own, with the parts
 * of its dossier and the reports that bear it out. Refuses everybody but an administrator of the office, a
 * collective of a unit that is gone, and a nomination whose campaign nobody has succeeded.
 */
export async function transferNomination(
  tx: Transaction,
  official: Official,
  nominationId: string,
): Promise<Outcome<Transferred>> {
  const command: MoveCommand = { official, nominationId, action: 'transfer' }
  const judged = await judgeMove(tx, command)
  if (!judged.ok) return judged
  const { nomination: old } = judged.value
  const { code, campaignId, unitCode } = old
  if ((await tx.campaigns.heir(campaignId)).campaign.id === campaignId)
    return refuse({ reason: 'nothing-to-transfer', code })
  const facts = await gatherFacts(tx, old, { official, note: {} })
  const closed = old.nomineeKind === 'collective' ? closedUnit(facts) : undefined
  if (closed) return refuseClosed(tx, old, closed)
  const drafter = await drafterIn(tx, await tx.units.heir(unitCode), old.createdBy)
  if (!drafter) return refuse({ reason: 'not-allowed', action: 'nominate' })
  const drafted = await draftNomination(tx, { official: drafter, ...proposalOf(old) })
  if (!drafted.ok) return drafted
  const next = drafted.value
  await takeAlong(tx, old, next)
  const moved = await moveNomination(tx, { ...command, note: { continuedAs: next.code } })
  return moved.ok ? accept({ old: moved.value.nomination, next }) : moved
}

function refuseClosed(tx: Transaction, { code }: Nomination, unit: Unit): Outcome<never> {
  const on = localDateOf(tx.now).toString()
  const findings = foundClosed(unit)
  return refuse({ reason: 'nomination-blocked', code, action: 'transfer', on, findings })
}

/** Its author, if he or she went to that unit, else whoever nominates there. */
async function drafterIn(
  tx: Transaction,
  heir: Unit,
  author: string,
): Promise<Official | undefined> {
  const there = await tx.officials.list({ unitCode: heir.code })
  const nominating = there.filter((one) => may(one, 'nominate'))
  return nominating.find(({ id }) => id === author) ?? nominating[0]
}

function proposalOf({ nomineeKind, nomineeName, position, achievement, figures }: Nomination) {
  const named = { nomineeKind, nomineeName, achievement, figures }
  return position === undefined ? named : { ...named, position }
}

async function takeAlong(tx: Transaction, old: Nomination, next: Nomination): Promise<void> {
  await tx.nominations.cite(next.id, await tx.nominations.citedReportIds(old.id))
  for (const item of await tx.dossiers.list(old.id)) {
    if (item.subject.kind !== 'part') continue
    await tx.dossiers.insert({ ...item, id: tx.chance.uuid(), nominationId: next.id })
  }
}
