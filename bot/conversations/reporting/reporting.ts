import type { OpenQuestion, ReportDraft } from '../../../core/conversation/conversation.ts'
import { announcedPeriod, follows, withoutDraft } from '../../../core/conversation/conversation.ts'
import { findOwnReport } from '../../../core/report/own-report.ts'
import type { ReportContent, SourceMessage } from '../../../core/report/report.ts'
import { reportCode } from '../../../core/report/report.ts'
import { addToReport } from '../../../core/report/revise-report.ts'
import { submitReport } from '../../../core/report/submit-report.ts'
import { withdrawReport } from '../../../core/report/withdraw-report.ts'
import {
  continuesReport,
  isFragment,
  isWholeReport,
  saysDone,
  saysNoFigure,
} from '../../language/reports/report-pieces.ts'
import { usualFigure } from '../../language/figures/usual-figures.ts'
import type { Understanding } from '../../language/understanding.ts'
import { sayDraftStored } from '../../texts/drafts.ts'
import { sayPeriod } from '../../texts/moments.ts'
import { shorten } from '../../texts/people.ts'
import { FIRST_REPORT, sayAddition, sayReceipt } from '../../texts/reports.ts'
import { askOn, fillIn, gapOf, openDraft } from './drafting.ts'
import { adoptEvidence } from './evidence.ts'
import { notUnderstood } from '../misunderstanding.ts'
import { contentOf } from './report-content.ts'
import type { Answer, Spoken, StateChange, Turn } from '../turn.ts'
import { choice, refused } from '../turn.ts'

const YES = choice('yes', 'Đúng, rút')
const NO = choice('no', 'Không')

/**
 * Stores the message as a report at once and reads it back. Where such work is told by a figure and
 * there is none, that is asked for once; a bare "nộp báo cáo" gets an example instead.
 */
export async function report(heard: Spoken, evidenceIds: readonly string[] = []): Promise<Answer> {
  const turn = ofAnnouncedPeriod(heard)
  const { understood, messages, state } = turn
  const content = contentOf(understood)
  if (understood.question && content.items.length === 0) return notUnderstood(turn, [])
  if (saysNothing(content, understood)) return askForContent(turn)
  if (state.draft) return besides(turn, state.draft, evidenceIds)
  const gap = gapOf(understood)
  if (gap) return openDraft(turn, gap, evidenceIds)
  const { period } = understood.report
  return store(turn, {
    content,
    messages,
    evidenceIds,
    ...(period === undefined ? {} : { namedPeriod: period }),
  })
}

/** A report that names no period is that of the period that was announced. */
function ofAnnouncedPeriod(turn: Spoken): Spoken {
  const { understood, state, tx } = turn
  const period = announcedPeriod(state, tx.now)
  if (period === undefined || understood.report.period !== undefined) return turn
  return { ...turn, understood: { ...understood, report: { ...understood.report, period } } }
}

type Ready = {
  readonly content: ReportContent
  readonly messages: readonly SourceMessage[]
  readonly evidenceIds: readonly string[]
  readonly namedPeriod?: string
}

async function store(turn: Spoken, ready: Ready): Promise<Answer> {
  const { tx, official, unit } = turn
  const { evidenceIds, ...command } = ready
  const outcome = await submitReport(tx, { official, ...command })
  if (!outcome.ok) return refused(outcome.refusal)
  const { id, code } = outcome.value.report
  const photos = await adoptEvidence(turn, id, evidenceIds)
  return {
    what: `report:${code}`,
    text: sayReceipt(outcome.value, unit, photos.count),
    ...(photos.answered ? { answered: photos.answered } : {}),
    state: followedBy(turn, id),
  }
}

/** From now on what comes within seconds belongs to that report. */
function followedBy({ entries }: Turn, reportId: string): StateChange {
  const last = entries.at(-1)
  if (!last) return {}
  const writtenAt = new Date(last.event.at).toISOString()
  return {
    followed: { reportId, receivedAt: last.receivedAt.toString(), writtenAt },
    announced: null,
  }
}

/** A fragment that says when or where, but not what: the work is asked for. */
export function beginWithFragment(turn: Spoken): Answer | undefined {
  const { understood, state } = turn
  if (state.draft || understood.report.items.length > 0 || !isFragment(understood)) return undefined
  return openDraft(turn, { kind: 'report-gap', gap: 'work' }, [])
}

/** More figures, a place, a difficulty right after a report: added to it, with one short receipt. */
export async function goOnWithReport(turn: Spoken): Promise<Answer | undefined> {
  const { tx, state, entries, understood, official } = turn
  const [first] = entries
  if (!state.followed || !first || !continuesReport(understood)) return undefined
  if (!follows(state, { receivedAt: first.receivedAt, writtenAtMs: first.event.at }))
    return undefined
  const followed = await tx.reports.get(state.followed.reportId)
  if (followed.state !== 'submitted' || followed.officialId !== official.id) return undefined
  const addition = contentOf(understood)
  const { messages } = turn
  const outcome = await addToReport(tx, { official, report: followed, addition, messages })
  if (!outcome.ok) return undefined
  return {
    what: `added:${followed.code}`,
    text: sayAddition(outcome.value.after, addition),
    state: followedBy(turn, followed.id),
  }
}

/** The answer to the question of a draft. */
export async function fillDraft(turn: Spoken, question: OpenQuestion): Promise<Answer> {
  const { draft } = turn.state
  const { topic } = question
  if (!draft || topic.kind !== 'report-gap') return report(turn)
  if (isWholeReport(turn.understood))
    return { ...(await besides(turn, draft, [])), answered: question }
  const ends = saysNoFigure(turn.text) || saysDone(turn.text)
  const filled = ends ? { draft, missed: false } : fillIn(turn, draft, topic)
  if ('gap' in filled) return askOn(filled, filled.gap, question)
  return { ...(await storeDraft(turn, filled.draft)), answered: question }
}

/** Stores a draft as it stands. */
async function storeDraft(turn: Spoken, draft: ReportDraft): Promise<Answer> {
  const isFirst = (await turn.tx.reports.countBy(turn.official.id)) === 0
  const answer = await store(turn, draftReady(draft))
  const text = isFirst && answer.state ? `${answer.text ?? ''}\n${FIRST_REPORT}` : answer.text
  return {
    ...answer,
    ...(text === undefined ? {} : { text }),
    state: { ...answer.state, draft: null },
  }
}

function draftReady({ content, messages, evidenceIds, namedPeriod }: ReportDraft): Ready {
  const named = namedPeriod === undefined ? {} : { namedPeriod }
  return { content, messages, evidenceIds, ...named }
}

/** Another report came before the draft was complete: the draft is stored as it is, then the new one. */
async function besides(
  turn: Spoken,
  draft: ReportDraft,
  evidenceIds: readonly string[],
): Promise<Answer> {
  const { tx, official, state } = turn
  const { evidenceIds: own, ...command } = draftReady(draft)
  const stored = await submitReport(tx, { official, ...command })
  if (!stored.ok) return refused(stored.refusal)
  const { id, code, content } = stored.value.report
  if (own.length > 0) await tx.evidence.attach(own, id)
  const answer = await report({ ...turn, state: withoutDraft(state) }, evidenceIds)
  return {
    ...answer,
    text: `${sayDraftStored(code, content.text)}\n${answer.text ?? ''}`.trim(),
    state: { draft: null, ...answer.state },
  }
}

/** It tells of work that is told by a figure, and lacks one: the draft asks for it. */
export function isWorthAsking(understood: Understanding): boolean {
  return !understood.question && gapOf(understood) !== undefined
}

/** "Nộp báo cáo tháng 11" announces a report but is none yet. */
function saysNothing(content: ReportContent, { text }: Understanding): boolean {
  const words = text.trim().split(/\s+/u).length
  const { items, dates, places, contents, nothingToReport } = content
  const facts = items.length + places.length + contents.length + dates.length
  return !nothingToReport && facts === 0 && words <= 6 && usualFigure(text) === undefined
}

function askForContent(turn: Spoken): Answer {
  const period = turn.understood.report.period
  const which = period === undefined ? '' : ` ${sayPeriod(period)}`
  return {
    what: 'report-asked-for',
    text: `Đồng chí nhắn ngay nội dung báo cáo${which} bằng một câu. Ví dụ: "15/10 tổ chức 2 hội nghị tuyên truyền, 120 lượt người dự". Không có kết quả mới, nhắn "không phát sinh".`,
    ...(period === undefined
      ? {}
      : { state: { announced: { period, at: turn.tx.now.toString() } } }),
  }
}

/** Withdrawing wants an explicit yes. Here "bc 1" can only be a code, where elsewhere it may count reports. */
export async function askToWithdraw(turn: Spoken): Promise<Answer> {
  const { understood, text } = turn
  const number = /(?:bc|báo cáo|bao cao)\s*(?:số\s*|so\s*)?(\d{1,6})\b/iu.exec(text)?.[1]
  const named =
    understood.codes.report ?? (number === undefined ? undefined : reportCode(Number(number)))
  const found = await findOwnReport(turn.tx, turn.official, named)
  if (!found.ok) return refused(found.refusal)
  const { id, code, content } = found.value
  return {
    what: 'withdrawal-asked',
    text: `Rút ${code} ("${shorten(content.text, 80)}")?`,
    ask: { topic: { kind: 'withdraw-report', reportId: id }, options: [YES, NO] },
  }
}

export async function withdraw(turn: Spoken, reportId: string): Promise<Answer> {
  const outcome = await withdrawReport(turn.tx, turn.official, reportId)
  if (!outcome.ok) return refused(outcome.refusal)
  const { code, period } = outcome.value
  return {
    what: `withdrawn:${code}`,
    text: `Đã rút ${code} (${sayPeriod(period)}). Nội dung cũ vẫn được lưu trong lịch sử.`,
  }
}
