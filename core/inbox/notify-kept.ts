import { Temporal } from 'temporal-polyfill'
import { instantOf, localDateOf } from '../calendar/local-time.ts'
import type { Instant } from '../calendar/local-time.ts'
import { isWorkingDay } from '../calendar/working-days.ts'
import type { Campaign } from '../campaign/campaign.ts'
import { queueNotice } from '../delivery/queue-message.ts'
import type { Official } from '../official/official.ts'
import { may } from '../permission.ts'
import type { Transaction } from '../ports.ts'

const TIMES = ['08:00', '13:30'].map((time) => Temporal.PlainTime.from(time))
/** A product that was down at the hour still tells, so long as it is the same half of the day. */
const LATE_AT_MOST = { hours: 3 }
/** More are counted, not listed. */
const COUNTED = 1000

/**
 * On working days at 08:00 and 13:30, in Vietnam: tells whoever answers for the office of a campaign
 * how many messages wait for it, if any do. Once per hour named, however often it is called. Gives
 * the number of notices queued.
 */
export async function notifyKept(tx: Transaction): Promise<number> {
  const slot = slotAt(tx.now)
  if (!slot || !isWorkingDay(await tx.calendars.load(), localDateOf(tx.now))) return 0
  let told = 0
  for (const { campaign } of await tx.campaigns.list())
    told += await notifyOffice(tx, campaign, slot)
  return told
}

function slotAt(now: Instant): string | undefined {
  const today = localDateOf(now)
  const isDue = (at: Instant): boolean =>
    Temporal.Instant.compare(at, now) <= 0 &&
    Temporal.Instant.compare(now, at.add(LATE_AT_MOST)) < 0
  return TIMES.map((time) => instantOf(today, time))
    .findLast(isDue)
    ?.toString()
}

async function notifyOffice(tx: Transaction, campaign: Campaign, slot: string): Promise<number> {
  const name = `kept-notice:${campaign.id}`
  const before = await tx.settings.ensure(name, 'never')
  if (before === slot || !(await tx.settings.replace(name, before, slot))) return 0
  const { length: waiting } = await tx.inbox.listKept(campaign.id, COUNTED)
  if (waiting === 0) return 0
  const notice = { kind: 'kept-waiting', campaign, waiting } as const
  let told = 0
  for (const officer of await officersOf(tx, campaign))
    if (await queueNotice(tx, officer, notice, { cause: 'notice', causeId: name })) told += 1
  return told
}

/** Whoever may answer, in the office that runs the campaign. */
async function officersOf(tx: Transaction, { office }: Campaign): Promise<readonly Official[]> {
  const officials = await tx.officials.list({ unitCode: office.unit })
  return officials.filter((official) => may(official, 'answer-kept'))
}
