import { muteNotices } from '../announcement/mute-notices.ts'
import { localDateOf } from '../calendar/local-time.ts'
import type { Campaign } from '../campaign/campaign.ts'
import { queueNotice } from '../delivery/queue-message.ts'
import type { Official } from '../official/official.ts'
import { may } from '../permission.ts'
import type { Transaction } from '../ports.ts'
import { withdrawAllPraise } from '../praise/answer-praise.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import type { DataLaw } from './data-law.ts'
import { answerDueAt, dataLawOn } from './data-law.ts'
import type { DataRequest, DataRight } from './data-request.ts'
import { dataRequestCode } from './data-request.ts'

export type OpenedRequest = {
  readonly request: DataRequest
  readonly campaign: Campaign
  /** The law whose clock runs; absent where the product knows none of that day. */
  readonly law?: DataLaw
  /** It had been asked before and is still to be answered: nothing new was opened. */
  readonly again: boolean
}

/**
 * A person asks about the own data: the office that runs the campaign is told at once, and the clock of
 * the law in force on the day begins. Consent that is withdrawn ends at once what rests on it alone, the
 * optional notices and the praise agreed to. Refuses whose unit takes part in no campaign.
 */
export async function openDataRequest(
  tx: Transaction,
  official: Official,
  right: DataRight,
): Promise<Outcome<OpenedRequest>> {
  const loaded = await tx.campaigns.findForUnit(official.unitCode, localDateOf(tx.now))
  if (!loaded) return refuse({ reason: 'no-campaign' })
  const { campaign } = loaded
  const pending = await tx.dataRequests.findPending(official.id, right)
  const law = dataLawOn(localDateOf(pending?.askedAt ?? tx.now))
  const known = { campaign, ...(law ? { law } : {}) }
  if (pending) return accept({ request: pending, again: true, ...known })
  const dueAt = law && answerDueAt(law, await tx.calendars.load(), tx.now)
  const request: DataRequest = {
    id: tx.chance.uuid(),
    code: dataRequestCode(await tx.campaigns.nextNumber(campaign.id, 'data-request')),
    campaignId: campaign.id,
    officialId: official.id,
    right,
    state: 'open',
    askedAt: tx.now,
    ...(dueAt ? { dueAt } : {}),
  }
  await tx.dataRequests.insert(request)
  const event = { kind: 'data-request-opened', data: { right } } as const
  await tx.audit.append({ ...event, actor: official.id, subject: request.id })
  if (right === 'withdraw') {
    await muteNotices(tx, official, true)
    await withdrawAllPraise(tx, official)
  }
  await tellOffice(tx, request, { from: official, campaign })
  return accept({ request, again: false, ...known })
}

async function tellOffice(
  tx: Transaction,
  request: DataRequest,
  { from, campaign }: { from: Official; campaign: Campaign },
): Promise<void> {
  const unit = await tx.units.get(from.unitCode)
  const notice = { kind: 'data-request-opened', request, from, unit } as const
  for (const officer of await tx.officials.list({ unitCode: campaign.office.unit }))
    if (may(officer, 'answer-data-request') && officer.id !== from.id)
      await queueNotice(tx, officer, notice, { cause: 'notice', causeId: request.id })
}

/** The person takes an own request back. Refuses what is not there, not the person's, or settled. */
export async function dropDataRequest(
  tx: Transaction,
  official: Official,
  code: string,
): Promise<Outcome<DataRequest>> {
  const loaded = await tx.campaigns.findForUnit(official.unitCode, localDateOf(tx.now))
  const request = loaded && (await tx.dataRequests.findByCode(loaded.campaign.id, code))
  if (request?.officialId !== official.id) return refuse({ reason: 'data-request-not-found', code })
  const moved = { from: ['open', 'approved'], state: 'dropped', at: tx.now } as const
  if (!(await tx.dataRequests.move(request.id, moved)))
    return refuse({ reason: 'data-request-settled', code })
  const event = { kind: 'data-request-dropped', data: {} } as const
  await tx.audit.append({ ...event, actor: official.id, subject: request.id })
  return accept({ ...request, state: 'dropped' })
}
