import { Temporal } from 'temporal-polyfill'
import type { Instant } from '../../../core/calendar/local-time.ts'
import { instantOf, localDateOf } from '../../../core/calendar/local-time.ts'
import { promiseDuty } from '../../../core/duty/make-promise.ts'
import { ASK_PROMISED_MOMENT, sayPromised } from '../../texts/duties.ts'
import type { Answer, Spoken } from '../turn.ts'
import { refused } from '../turn.ts'

/** A promise that names only a day holds until the office closes. */
const END_OF_WORK = Temporal.PlainTime.from('16:30')

/** "3h chiều gửi nhé", "mai em nộp": noted, shown to the office, reminded of once at that hour. */
export async function promise(turn: Spoken): Promise<Answer> {
  const { tx, official } = turn
  const at = momentOf(turn)
  if (!at) return { what: 'promise-moment-asked', text: ASK_PROMISED_MOMENT }
  const outcome = await promiseDuty(tx, official, at)
  if (!outcome.ok) return refused(outcome.refusal)
  const { campaign } = await tx.campaigns.get(outcome.value.deadline.campaignId)
  return { what: 'promised', text: sayPromised(campaign, outcome.value, localDateOf(tx.now)) }
}

function momentOf({ understood }: Spoken): Instant | undefined {
  const { promise: named } = understood
  return named && instantOf(named.on, named.at ?? END_OF_WORK)
}
