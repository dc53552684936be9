import { localDateOf } from '../../../core/calendar/local-time.ts'
import { OWED_STILL } from '../../../core/chasing/queue-digests.ts'
import { listLostContacts } from '../../../core/chasing/list-lost-contacts.ts'
import type { Standing } from '../../../core/chasing/standing.ts'
import { standingOf } from '../../../core/chasing/list-silent-units.ts'
import { planNudges } from '../../../core/chasing/plan-nudges.ts'
import { wantsNudge } from '../../../core/chasing/silence.ts'
import type { Campaign } from '../../../core/campaign/campaign.ts'
import type { OpenQuestion, Topic } from '../../../core/conversation/conversation.ts'
import type { Choice } from '../../../core/delivery/channel.ts'
import type { Deadline } from '../../../core/duty/deadline.ts'
import { may } from '../../../core/permission.ts'
import { hasChasingLetter } from '../../documents/chasing-letter.ts'
import { silentUnitsSheet } from '../../documents/silent-units.ts'
import { typedCount } from '../../language/figures/typed-count.ts'
import {
  sayLostContacts,
  sayNobodyToNudge,
  sayNudgePreview,
  saySending,
  sayNudgeTargets,
  sayOtherCount,
  saySilentUnitsFile,
  sayStanding,
  sayUnitStanding,
} from '../../texts/chasing.ts'
import { giveChasingLetter } from '../papers/exporting.ts'
import { namedUnits } from '../units/named-units.ts'
import { planDeadline } from '../duties/plan-deadline.ts'
import { answerWithFile } from '../papers/sending-file.ts'
import { sendByPin } from '../pin/pin.ts'
import type { Answer, Spoken } from '../turn.ts'
import { choice, refused } from '../turn.ts'

type Chased = { readonly campaign: Campaign; readonly deadline: Deadline }

/** "Ai chưa nộp", or one unit that was named: by the report deadline of `pickDeadline`. */
export async function unitProgress(turn: Spoken): Promise<Answer> {
  const { official, campaign } = turn
  if (!may(official, 'see-progress'))
    return refused({ reason: 'not-allowed', action: 'see-progress' })
  if (!campaign) return refused({ reason: 'no-campaign' })
  const deadline = await pickDeadline(turn, campaign.id)
  if (!deadline) return { what: 'progress', text: 'Chưa có hạn báo cáo nào để theo dõi.' }
  return showStanding(turn, campaign, deadline)
}

/** How a deadline stands, to whoever may see it: every silent unit with its reason, or the one that was named. */
export async function showStanding(
  turn: Spoken,
  campaign: Campaign,
  deadline: Deadline,
): Promise<Answer> {
  const { tx, official } = turn
  const standing = await standingOf(tx, campaign, deadline)
  const seen = { today: localDateOf(tx.now), phones: may(official, 'chase') }
  const [asked] = await namedUnits(turn)
  if (asked) return { what: 'progress', text: sayUnitStanding(standing, asked, seen) }
  const options = may(official, 'chase') ? menuFor(standing) : []
  return {
    what: 'progress',
    text: sayStanding(standing, seen),
    ...(options.length === 0
      ? {}
      : { ask: { topic: { kind: 'chase', deadlineId: deadline.id }, options } }),
  }
}

/** "Ai không liên lạc được": contacts to whom nothing can be sent. */
export async function lostContacts({ tx, official, campaign }: Spoken): Promise<Answer> {
  if (!may(official, 'chase')) return refused({ reason: 'not-allowed', action: 'chase' })
  if (!campaign) return refused({ reason: 'no-campaign' })
  return { what: 'lost-contacts', text: sayLostContacts(await listLostContacts(tx, campaign)) }
}

/** What the office can do about the silent units, under the list of them. */
function menuFor({ silent, deadline }: Standing): readonly Choice[] {
  const count = silent.filter(({ silence }) => wantsNudge(silence)).length
  const letter = hasChasingLetter(deadline) ? [choice('letter', 'Soạn công văn đôn đốc')] : []
  const papers = [choice('excel', 'Xuất Excel'), ...letter]
  if (silent.length === 0) return []
  if (count === 0) return papers
  return [choice('nudge', sayNudgeTargets(count)), choice('preview', 'Xem tin sẽ gửi'), ...papers]
}

/** The report deadline of the period that is named, else the one that has just passed while units still owe it, else the next. */
export async function pickDeadline(
  turn: Spoken,
  campaignId: string,
): Promise<Deadline | undefined> {
  const { tx, understood } = turn
  const { period } = understood.report
  if (period !== undefined) {
    const named = await tx.duties.findDeadline(`${campaignId}:report:${period}`)
    if (named) return named
  }
  const all = await tx.duties.listDeadlines(campaignId, localDateOf(tx.now).subtract(OWED_STILL))
  const reports = all.filter(({ kind }) => kind === 'report')
  const isPast = ({ dueAt }: Deadline): boolean =>
    dueAt.epochMilliseconds < tx.now.epochMilliseconds
  const passed = reports.findLast(isPast)
  if (passed && (await tx.duties.progress(passed.id)).openUnits.length > 0) return passed
  return reports.find((deadline) => !isPast(deadline)) ?? passed
}

/** The office chose from the menu under "ai chưa nộp": a preview, or the list as a file. */
export async function chase(turn: Spoken, deadlineId: string, key: string): Promise<Answer> {
  const { tx, official } = turn
  if (!may(official, 'chase')) return refused({ reason: 'not-allowed', action: 'chase' })
  const deadline = await tx.duties.findDeadline(deadlineId)
  if (!deadline) return refused({ reason: 'nothing-owed' })
  const { campaign } = await tx.campaigns.get(deadline.campaignId)
  if (key === 'excel') return exportSilent(turn, { campaign, deadline })
  if (key === 'letter') return giveChasingLetter(turn, campaign, deadline)
  return preview(turn, { campaign, deadline })
}

async function exportSilent(turn: Spoken, { campaign, deadline }: Chased): Promise<Answer> {
  const { tx } = turn
  const standing = await standingOf(tx, campaign, deadline)
  const bytes = await silentUnitsSheet(standing, localDateOf(tx.now))
  const made = { name: 'don-vi-chua-bao-cao.xlsx', mediaType: XLSX, bytes }
  return answerWithFile(turn, made, { paper: 'silent-units', says: saySilentUnitsFile(standing) })
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** "Nhắc xã X", "nhắc tất cả": the preview of exactly that, for the deadline that is nearest. */
export async function nudge(turn: Spoken): Promise<Answer> {
  const { official, campaign } = turn
  if (!may(official, 'chase')) return refused({ reason: 'not-allowed', action: 'chase' })
  if (!campaign) return refused({ reason: 'no-campaign' })
  const deadline = (await planDeadline(turn, campaign)) ?? (await pickDeadline(turn, campaign.id))
  if (!deadline) return refused({ reason: 'nothing-owed' })
  const codes = (await namedUnits(turn)).map(({ code }) => code)
  return preview(turn, { campaign, deadline }, codes.length > 0 ? codes : undefined)
}

/** Exactly what each will receive and when; it leaves when the count is typed back. */
async function preview(
  turn: Spoken,
  { campaign, deadline }: Chased,
  unitCodes?: readonly string[],
): Promise<Answer> {
  const { tx } = turn
  const plan = await planNudges(tx, { campaign, deadline, ...(unitCodes ? { unitCodes } : {}) })
  const today = localDateOf(tx.now)
  if (plan.nudges.length === 0)
    return { what: 'nobody-to-nudge', text: sayNobodyToNudge(plan.left, today) }
  const codes = plan.nudges.map(({ unit }) => unit.code)
  return {
    what: 'nudges-previewed',
    verbatim: true,
    text: sayNudgePreview(plan, today),
    ask: {
      topic: { kind: 'send-nudges', deadlineId: deadline.id, unitCodes: codes },
      options: [],
    },
  }
}

/** "gửi 3": only the count that was shown sends. */
export async function confirmNudges(
  turn: Spoken,
  question: OpenQuestion,
  topic: Extract<Topic, { kind: 'send-nudges' }>,
): Promise<Answer> {
  const { text } = turn
  const count = topic.unitCodes.length
  if (typedCount(text) !== count) return { what: 'count-differs', text: sayOtherCount(count) }
  return { ...(await sendByPin(turn, topic, saySending(count))), answered: question }
}
