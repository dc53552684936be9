import { localDateOf } from '../calendar/local-time.ts'
import type { Official } from '../official/official.ts'
import type { Transaction } from '../ports.ts'
import { accept } from '../refusal.ts'
import type { Outcome, Refusal } from '../refusal.ts'
import { validOn } from '../unit/unit.ts'
import { draftNomination, openingFor } from './draft-nomination.ts'
import { unitsAround } from './gather-facts.ts'
import { nomineeKey } from './likeness.ts'
import type { Nomination } from './nomination.ts'
import { stands } from './nomination.ts'
import { nomineeUnit } from './nominee-unit.ts'
import type { Proposal } from './proposal.ts'

/** Why a row of a list is left out, or what its draft will lack. */
export type RowProblem =
  | { readonly kind: 'no-name' }
  | { readonly kind: 'same-row'; readonly row: number }
  | { readonly kind: 'nominated'; readonly code: string }
  | { readonly kind: 'unit-closed'; readonly unit: string }
  | { readonly kind: 'no-award' }
  | { readonly kind: 'no-achievement' }

export type CheckedRow = {
  /** Counted from 1, as in the list. */
  readonly row: number
  readonly proposal: Proposal
  readonly problem?: RowProblem
}

/** Whether a row becomes a draft in spite of its problem. */
export function isTaken({ problem }: CheckedRow): boolean {
  return problem === undefined || problem.kind === 'no-achievement'
}

/** Looks at every row of a list before anything is stored: names missing, doubled, nominated already. */
export async function checkList(
  tx: Transaction,
  official: Official,
  rows: readonly { readonly row: number; readonly proposal: Proposal }[],
): Promise<Outcome<readonly CheckedRow[]>> {
  const refusals: Refusal[] = []
  const open = new Set<Proposal['nomineeKind']>()
  for (const kind of ['individual', 'collective'] as const) {
    const opening = await openingFor(tx, official, kind)
    if (opening.ok) open.add(kind)
    else refusals.push(opening.refusal)
  }
  const [refusal] = refusals
  if (refusal && open.size === 0) return { ok: false, refusal }
  const loaded = await tx.campaigns.findForUnit(official.unitCode, localDateOf(tx.now))
  if (!loaded) return { ok: false, refusal: { reason: 'no-campaign' } }
  const own = await tx.nominations.list(loaded.campaign.id, {
    unitCode: official.unitCode,
    limit: 1000,
  })
  const units = await unitsAround(tx, loaded.campaign.id)
  const on = localDateOf(tx.now)
  const closed = (proposal: Proposal): string | undefined => {
    const { nomineeKind, nomineeName = '' } = proposal
    const unit = nomineeUnit({ nomineeKind, nomineeName }, units, on)
    return unit && !validOn(unit, on) ? unit.name : undefined
  }
  const standing = new Map(own.filter(stands).map((one) => [keyOf(one), one.code]))
  const seen = new Map<string, number>()
  return accept(
    rows.map(({ row, proposal }) => {
      const problem = problemOf(proposal, { standing, seen, open, closed })
      if (proposal.nomineeName && !seen.has(keyOf(proposal))) seen.set(keyOf(proposal), row)
      return { row, proposal, ...(problem ? { problem } : {}) }
    }),
  )
}

function keyOf({ nomineeKind, nomineeName = '' }: Proposal): string {
  return `${nomineeKind}:${nomineeKey(nomineeName)}`
}

type Known = {
  readonly standing: ReadonlyMap<string, string>
  readonly seen: ReadonlyMap<string, number>
  readonly open: ReadonlySet<Proposal['nomineeKind']>
  readonly closed: (proposal: Proposal) => string | undefined
}

function problemOf(proposal: Proposal, known: Known): RowProblem | undefined {
  if (!proposal.nomineeName) return { kind: 'no-name' }
  const row = known.seen.get(keyOf(proposal))
  if (row !== undefined) return { kind: 'same-row', row }
  const code = known.standing.get(keyOf(proposal))
  if (code !== undefined) return { kind: 'nominated', code }
  const unit = known.closed(proposal)
  if (unit !== undefined) return { kind: 'unit-closed', unit }
  if (!known.open.has(proposal.nomineeKind)) return { kind: 'no-award' }
  return proposal.achievement ? undefined : { kind: 'no-achievement' }
}

/** Opens a draft for each; the first refusal stops it, and the caller's transaction undoes the rest. */
export async function draftList(
  tx: Transaction,
  official: Official,
  proposals: readonly Proposal[],
): Promise<Outcome<readonly Nomination[]>> {
  const drafts: Nomination[] = []
  for (const proposal of proposals) {
    const outcome = await draftNomination(tx, { official, ...proposal })
    if (!outcome.ok) return outcome
    drafts.push(outcome.value)
  }
  return accept(drafts)
}
