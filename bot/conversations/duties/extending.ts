import { Temporal } from 'temporal-polyfill'
import { localDateOf } from '../../../core/calendar/local-time.ts'
import type { LocalDate } from '../../../core/calendar/local-time.ts'
import { openQuestions } from '../../../core/conversation/ask.ts'
import type { OpenQuestion, Topic } from '../../../core/conversation/conversation.ts'
import type { DeadlineKind } from '../../../core/duty/deadline-rule.ts'
import { dueDayOf } from '../../../core/duty/duty.ts'
import type { Duty } from '../../../core/duty/duty.ts'
import { extendDuty } from '../../../core/duty/extend-duty.ts'
import type { Extension } from '../../../core/duty/extend-duty.ts'
import { declineExtension, requestExtension } from '../../../core/duty/request-extension.ts'
import { may } from '../../../core/permission.ts'
import { fold } from '../../language/writing/fold.ts'
import {
  ASK_EXTENDED_UNIT,
  ASK_EXTENSION_DAY,
  ASK_EXTENSION_REASON,
  sayExtensionGiven,
  sayExtensionRequested,
  sayExtensions,
} from '../../texts/extensions.ts'
import { capitalise } from '../../texts/people.ts'
import { namedUnits } from '../units/named-units.ts'
import type { Answer, Spoken } from '../turn.ts'
import { refused } from '../turn.ts'

/** "… vì mưa lũ, chia cắt": the person's own words after the word for because. */
const REASON = /(?<!\p{L})(?:vì|vi|do|bởi|tại vì|lý do|ly do)(?!\p{L})[:\s]+(?<reason>\S[\s\S]*)$/iu

/** "thêm 3 ngày", "xin lùi hạn 3 ngày": counted from the day that holds. */
const MORE_DAYS =
  /\b(?:them|lui|gia han|hoan|cham)(?: (?:lai|han|nop|gui|bao cao|them)){0,3} (?<days>\d{1,2}) ngay\b/u

/** "ai được gia hạn". */
const WHO =
  /\b(?:ai|don vi nao|xa nao|nhung don vi|danh sach)\b.*\bgia han\b|\bgia han\b.*\b(?:ai|nhung ai|don vi nao)\b/u

/** "đồng ý gia hạn", "không gia hạn": an answer to what a unit has asked for. */
const ANSWERS =
  /\b(?:dong y|nhat tri|chap thuan|cho phep|duyet|khong|ko|chua|tu choi)\b(?: [a-z]+){0,3}? gia han\b|\bgia han\b.*\b(?:dong y|nhat tri)\b/u
const ASKS = /\?|\b(?:the nao|lam sao|ra sao|bao gio|khi nao|co nen|co duoc|neu)\b/u
const answersRequest = (folded: string) => ANSWERS.test(folded) && !ASKS.test(folded)
const DECLINES = /\b(?:khong|ko|chua|tu choi)\b(?: [a-z]+){0,3}? gia han\b/u

/** Extensions: the office gives and lists them, a unit asks for one. */
export async function extension(turn: Spoken): Promise<Answer> {
  const office = may(turn.official, 'chase')
  if (office && WHO.test(fold(turn.text))) return listExtensions(turn)
  return office ? give(turn) : ask(turn)
}

async function listExtensions({ tx, campaign }: Spoken): Promise<Answer> {
  if (!campaign) return refused({ reason: 'no-campaign' })
  const units = new Map((await tx.units.list(campaign.id)).map((unit) => [unit.code, unit]))
  const today = localDateOf(tx.now)
  const deadlines = await tx.duties.listDeadlines(campaign.id, today.subtract({ months: 3 }))
  const lines = []
  for (const deadline of deadlines)
    for (const duty of await tx.duties.listFor(deadline.id)) {
      const unit = units.get(duty.unitCode)
      if (unit && duty.extension) lines.push({ campaign, duty, unit })
    }
  return { what: 'extensions', text: sayExtensions(lines) }
}

/** "gia hạn xã X đến 30/11 vì lũ": for the unit's most urgent duty. */
async function give(turn: Spoken): Promise<Answer> {
  const [unit] = await namedUnits(turn)
  const request = requestOf(turn, unit?.code)
  if (request && answersRequest(fold(turn.text))) return answerInWords(turn, request)
  if (!unit) return { what: 'extension-unit-asked', text: ASK_EXTENDED_UNIT }
  const duty = await dutyMeant(turn, unit.code)
  if (!duty)
    return { what: 'nothing-owed', text: `${capitalise(unit.name)} không còn việc nào đang chờ.` }
  const to = dayWished(turn, duty)
  if (!to) return { what: 'extension-day-asked', text: ASK_EXTENSION_DAY }
  const { dueOn } = dueDayOf(duty)
  if (Temporal.PlainDate.compare(to, dueOn) <= 0)
    return refused({ reason: 'extension-not-later', dueOn: dueOn.toString() })
  const wish = { deadlineId: duty.deadline.id, unitCode: unit.code, to: to.toString() }
  const reason = reasonIn(turn.text)
  if (reason === undefined)
    return {
      what: 'extension-reason-asked',
      text: ASK_EXTENSION_REASON,
      ask: { topic: { kind: 'extension-reason', ...wish }, options: [] },
    }
  return grant(turn, { ...wish, to, reason })
}

/** What a message about time may name; in the order of their words. */
const NAMED_DUTIES: readonly (readonly [RegExp, DeadlineKind])[] = [
  [/\b(?:ho so|de nghi khen|khen thuong)\b/u, 'nomination'],
  [/\b(?:bao cao|bc)\b/u, 'report'],
]

/** The unit's most urgent duty, of the kind that is named. */
async function dutyMeant({ tx, text }: Spoken, unitCode: string): Promise<Duty | undefined> {
  const open = await tx.duties.listOpen(unitCode, localDateOf(tx.now))
  const kind = NAMED_DUTIES.find(([words]) => words.test(fold(text)))?.[1]
  return kind === undefined ? open[0] : open.find(({ deadline }) => deadline.kind === kind)
}

type Request = OpenQuestion & { readonly topic: Extract<Topic, { kind: 'grant-extension' }> }

/** The unit's request that waits for an answer in this chat; without a unit, the only one. */
function requestOf({ state, tx }: Spoken, unitCode: string | undefined): Request | undefined {
  const waiting = openQuestions(state, tx.now).flatMap((question) =>
    question.topic.kind === 'grant-extension' ? [{ ...question, topic: question.topic }] : [],
  )
  const meant = waiting.filter(({ topic }) => (unitCode ?? topic.unitCode) === topic.unitCode)
  return meant.length === 1 ? meant[0] : undefined
}

/** "đồng ý gia hạn cho xã X đến 28/10": the reason is the request's, and so is the day unless another is named. */
async function answerInWords(turn: Spoken, request: Request): Promise<Answer> {
  const { topic } = request
  if (DECLINES.test(fold(turn.text)))
    return { ...(await answerRequest(turn, topic, 'decline')), answered: request }
  const { deadlineId, unitCode } = topic
  const duty = await turn.tx.duties.find(deadlineId, unitCode)
  const to = (duty && dayWished(turn, duty)) ?? Temporal.PlainDate.from(topic.to)
  const reason = reasonIn(turn.text) ?? topic.reason
  return { ...(await grant(turn, { deadlineId, unitCode, to, reason })), answered: request }
}

async function ask(turn: Spoken): Promise<Answer> {
  const { tx, official, unit, campaign } = turn
  if (!campaign) return refused({ reason: 'no-campaign' })
  const duty = await dutyMeant(turn, unit.code)
  if (!duty) return refused({ reason: 'nothing-owed' })
  const to = dayWished(turn, duty)
  const reason = reasonIn(turn.text)
  if (!to || reason === undefined) return { what: 'extension-day-asked', text: ASK_EXTENSION_DAY }
  const outcome = await requestExtension(tx, official, { duty, to, reason })
  if (!outcome.ok) return refused(outcome.refusal)
  return { what: 'extension-requested', text: sayExtensionRequested(campaign.office.name, to) }
}

function dayWished({ understood, text }: Spoken, duty: Duty): LocalDate | undefined {
  const more = MORE_DAYS.exec(fold(text))?.groups?.['days']
  if (more !== undefined) return dueDayOf(duty).dueOn.add({ days: Number(more) })
  const named = understood.report.dates.at(-1)
  if (named === undefined) return undefined
  return named instanceof Temporal.PlainDate ? named : named.to
}

function reasonIn(text: string): string | undefined {
  return REASON.exec(text.normalize('NFC'))?.groups?.['reason']?.trim()
}

async function grant(turn: Spoken, wish: Extension): Promise<Answer> {
  const outcome = await extendDuty(turn.tx, turn.official, wish)
  if (!outcome.ok) return refused(outcome.refusal)
  const { campaign } = await turn.tx.campaigns.get(outcome.value.duty.deadline.campaignId)
  return { what: 'extended', text: sayExtensionGiven({ campaign, ...outcome.value }) }
}

/** The office was asked why; what it answers is the reason. */
export function giveReason(
  turn: Spoken,
  topic: Extract<Topic, { kind: 'extension-reason' }>,
): Promise<Answer> {
  const to = Temporal.PlainDate.from(topic.to)
  return grant(turn, { ...topic, to, reason: reasonIn(turn.text) ?? turn.text.trim() })
}

/** The office answers a unit's request with one digit. */
export async function answerRequest(
  turn: Spoken,
  topic: Extract<Topic, { kind: 'grant-extension' }>,
  key: string,
): Promise<Answer> {
  const { deadlineId, unitCode, reason, askedBy } = topic
  if (key === 'grant')
    return grant(turn, { deadlineId, unitCode, to: Temporal.PlainDate.from(topic.to), reason })
  const outcome = await declineExtension(turn.tx, turn.official, { deadlineId, unitCode, askedBy })
  if (!outcome.ok) return refused(outcome.refusal)
  const { unit } = outcome.value
  return { what: 'extension-declined', text: `Đã báo ${unit.name}: hạn giữ nguyên.` }
}
