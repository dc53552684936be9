import { localDateOf } from '../calendar/local-time.ts'
import type { Campaign } from '../campaign/campaign.ts'
import { queueNotice } from '../delivery/queue-message.ts'
import type { Official } from '../official/official.ts'
import { may } from '../permission.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import type { DataRequest, DataRequestState } from './data-request.ts'

/** What the office says to a request: yes, no with its reason, or that it has been carried out. */
export type DataDecision =
  | { readonly kind: 'approve' }
  | { readonly kind: 'decline'; readonly reason: string }
  | { readonly kind: 'finish' }

export type DecidedRequest = {
  readonly request: DataRequest
  readonly campaign: Campaign
  readonly from: Official
}

/**
 * The office decides, and the person is told at once. A request for a copy is done with the copy, which
 * the caller sends; withdrawn consent is done when the chat accounts are unlinked, here; a correction is
 * done in the roster, erasure by `eraseOfficial`: those stay approved until then. Refuses who may not
 * answer for the office, one's own request, a refusal without a reason, and what is not there or settled.
 */
export async function decideDataRequest(
  tx: Transaction,
  officer: Official,
  { code, decision }: { code: string; decision: DataDecision },
): Promise<Outcome<DecidedRequest>> {
  const found = await findDataRequest(tx, officer, code)
  if (!found.ok) return found
  const { request, from } = found.value
  if (request.officialId === officer.id) return refuse({ reason: 'own-data-request', code })
  const reason = decision.kind === 'decline' ? decision.reason : undefined
  if (reason === '') return refuse({ reason: 'refusal-reason-missing', code })
  const to = stateAfter(request, decision)
  if (!to) return refuse({ reason: 'data-request-settled', code })
  const settled = { ...request, state: to.state, ...(reason === undefined ? {} : { reason }) }
  const moved = { ...to, by: officer.id, at: tx.now, ...(reason === undefined ? {} : { reason }) }
  if (!(await tx.dataRequests.move(request.id, moved)))
    return refuse({ reason: 'data-request-settled', code })
  const event = { kind: 'data-request-decided', data: { state: to.state } } as const
  await tx.audit.append({ ...event, actor: officer.id, subject: request.id })
  const office = found.value.campaign.office.name
  const notice = { kind: 'data-request-decided', request: settled, office } as const
  await queueNotice(tx, from, notice, { cause: 'notice', causeId: request.id })
  if (request.right === 'withdraw' && to.state === 'done')
    await tx.accounts.unlinkAll(from.id, tx.now)
  return accept({ ...found.value, request: settled })
}

function stateAfter(
  { right, state }: DataRequest,
  { kind }: DataDecision,
): { from: readonly DataRequestState[]; state: DataRequestState } | undefined {
  if (kind === 'decline') return { from: ['open', 'approved'], state: 'declined' }
  const isLater = right === 'erase' || right === 'correct'
  if (kind === 'approve') return { from: ['open'], state: isLater ? 'approved' : 'done' }
  return right === 'correct' && state === 'approved'
    ? { from: ['approved'], state: 'done' }
    : undefined
}

/** A request as the office sees it. Refuses who may not answer, and what is not there. */
export async function findDataRequest(
  tx: Transaction,
  officer: Official,
  code: string,
): Promise<Outcome<DecidedRequest>> {
  if (!may(officer, 'answer-data-request'))
    return refuse({ reason: 'not-allowed', action: 'answer-data-request' })
  const loaded = await tx.campaigns.findForUnit(officer.unitCode, localDateOf(tx.now))
  if (!loaded) return refuse({ reason: 'no-campaign' })
  const { campaign } = loaded
  const request = await tx.dataRequests.findByCode(campaign.id, code)
  if (!request) return refuse({ reason: 'data-request-not-found', code })
  return accept({ request, campaign, from: await tx.officials.get(request.officialId) })
}

export type PendingRequest = { readonly request: DataRequest; readonly from: Official }

/** What waits for the office, the one that is due first before the others. */
export async function listDataRequests(
  tx: Transaction,
  campaignId: string,
): Promise<readonly PendingRequest[]> {
  const pending: PendingRequest[] = []
  for (const request of await tx.dataRequests.listPending(campaignId))
    pending.push({ request, from: await tx.officials.get(request.officialId) })
  return pending
}
