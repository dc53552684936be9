import { answeredBy, keptCode } from '../../core/inbox/kept-message.ts'
import { pointsBack } from '../language/intents/vague.ts'
import type { Choice } from '../../core/delivery/channel.ts'
import { sayNominationChoice } from '../texts/nominations.ts'
import { sayHandedOver } from '../texts/kept.ts'
import { sayReportChoice } from '../texts/evidence.ts'
import { askWhichThing, sayGapOfMeaning } from '../texts/help.ts'
import type { Answer, Spoken } from './turn.ts'
import { choice } from './turn.ts'

/** Readings offered beside "việc khác". */
const OFFERED = 2
/** After this many misses readings have been offered; then a person reads it. */
const READINGS_OFFERED = 2

/** Whether the person has been asked enough: what comes now and is not clear goes to an officer. */
export function hasBeenAsked({ state }: Spoken): boolean {
  return state.misses >= READINGS_OFFERED
}

/**
 * Three steps, never the same words twice: what was understood and the one thing to say; then at most
 * three numbered readings, the person's own recent reports and dossiers among them; then a person,
 * with the message kept. Who points at something earlier gets the readings first.
 */
export async function notUnderstood(turn: Spoken, likely: readonly Choice[]): Promise<Answer> {
  const { state, text, understood } = turn
  if (hasBeenAsked(turn)) return handOver(turn)
  const recent = await recentThings(turn)
  const pointed = pointsBack(text)
  const isAboutRecent = pointed !== undefined && recent.length > 0
  if (state.misses === 0 && !isAboutRecent)
    return {
      what: 'not-understood',
      text: sayGapOfMeaning(understood),
      state: { misses: 1 },
    }
  const readings = isAboutRecent ? recent : [...likely.slice(0, 1), ...recent, ...likely.slice(1)]
  return {
    what: 'readings-offered',
    text: askWhichThing(pointed),
    ask: {
      topic: { kind: 'which-thing', inboxSeq: String(turn.seq) },
      options: [...readings.slice(0, OFFERED), choice('other', 'Việc khác')],
    },
    state: { misses: READINGS_OFFERED },
  }
}

/** The unit's newest dossier and the person's newest report. */
async function recentThings({ tx, campaign, unit, official }: Spoken): Promise<readonly Choice[]> {
  if (!campaign) return []
  const by = { unitCode: unit.code, officialId: official.id }
  const report = await tx.reports.findLatest(campaign.id, by)
  const [nomination] = await tx.nominations.list(campaign.id, { unitCode: unit.code, limit: 1 })
  return [
    ...(report ? [choice(`report:${report.code}`, sayReportChoice(report))] : []),
    ...(nomination
      ? [choice(`nomination:${nomination.code}`, sayNominationChoice(nomination))]
      : []),
  ]
}

/** The message is kept for an officer; `seq` where it is an earlier one. */
export async function handOver(turn: Spoken, seq?: bigint): Promise<Answer> {
  const kept = await handing(turn, seq)
  return {
    what: 'kept-for-person',
    text: sayHandedOver(turn.campaign, kept),
    forPerson: seq === undefined || seq === turn.seq ? true : { seq },
    state: { misses: READINGS_OFFERED + 1 },
  }
}

async function handing(
  { tx, state, seq: own }: Spoken,
  seq = own,
): Promise<Parameters<typeof sayHandedOver>[1]> {
  const by = answeredBy(await tx.calendars.load(), tx.now)
  return { code: keptCode(seq), by, again: state.misses > READINGS_OFFERED }
}
