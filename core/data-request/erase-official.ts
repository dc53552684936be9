import type { NominationState } from '../nomination/nomination.ts'
import type { Official } from '../official/official.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import type { DataRequest } from './data-request.ts'
import type { Holdings } from './personal-data-store.ts'

/** What an erasure takes away, what the law has it keep, and what it has to wait for. */
export type ErasurePlan = {
  readonly official: Official
  readonly holdings: Holdings
  /** Codes of the person's own nominations, by what becomes of them. */
  readonly erased: readonly string[]
  /** Decided: kept as the archive law has it. */
  readonly kept: readonly string[]
  /** On their way: the unit withdraws them, or the office concludes them, first. */
  readonly waitsFor: readonly string[]
}

/** A decision was made on it: it belongs to the file that is archived. */
const DECIDED: ReadonlySet<string> = new Set<NominationState>([
  'decided',
  'nominated-upward',
  'notified',
  'announced',
  'awarded',
  'archived',
  'revoked',
])
/** Nobody waits for it and nothing was decided in its favour. */
const OVER: ReadonlySet<string> = new Set<NominationState>([
  'draft',
  'withdrawn',
  'ineligible',
  'not-passed',
  'transferred',
])

/** What an erasure of that person would do. Changes nothing. */
export async function planErasure(tx: Transaction, official: Official): Promise<ErasurePlan> {
  const own = await tx.personalData.listNominations(official)
  const codes = (belongs: (state: string) => boolean): readonly string[] =>
    own.filter(({ state }) => belongs(state)).map(({ code }) => code)
  return {
    official,
    holdings: await tx.personalData.count(official),
    erased: codes((state) => OVER.has(state)),
    kept: codes((state) => DECIDED.has(state)),
    waitsFor: codes((state) => !OVER.has(state) && !DECIDED.has(state)),
  }
}

/**
 * Erases a person on a request that the office has approved: name, position, phone, accounts, codes and
 * the words of every message are gone for good; what is kept refers to an id that nobody bears. No later
 * roster brings the person back. Refuses a request that is not approved, and while a nomination of the
 * person is on its way.
 */
export async function eraseOfficial(
  tx: Transaction,
  request: DataRequest,
): Promise<Outcome<ErasurePlan>> {
  const { id, code } = request
  if (request.right !== 'erase') return refuse({ reason: 'data-request-not-found', code })
  if (request.state === 'open') return refuse({ reason: 'data-request-open', code })
  const plan = await planErasure(tx, await tx.officials.get(request.officialId))
  if (plan.waitsFor.length > 0) return refuse({ reason: 'erasure-waits', codes: plan.waitsFor })
  const moved = { from: ['approved'], state: 'done', at: tx.now } as const
  if (!(await tx.dataRequests.move(id, moved)))
    return refuse({ reason: 'data-request-settled', code })
  await tx.personalData.erase(plan.official, plan.erased, tx.now)
  const event = { kind: 'official-erased', data: { request: id } } as const
  await tx.audit.append({ ...event, subject: plan.official.id })
  return accept(plan)
}

/**
 * Erases again whom an older backup has brought back. `ids`: of the officials that `admin erasures` had
 * listed; whoever is not there or is erased already is passed over. Gives the number erased.
 */
export async function eraseAgain(tx: Transaction, ids: readonly string[]): Promise<number> {
  const gone = new Set(await tx.personalData.listErased())
  let erased = 0
  for (const id of new Set(ids)) {
    const official = gone.has(id) ? undefined : await tx.officials.find(id)
    if (!official) continue
    const plan = await planErasure(tx, official)
    await tx.personalData.erase(official, [...plan.erased, ...plan.waitsFor], tx.now)
    await tx.audit.append({ kind: 'official-erased', subject: id, data: {} })
    erased += 1
  }
  return erased
}
