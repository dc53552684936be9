import { findOwnReport } from '../../../core/report/own-report.ts'
import type { Report } from '../../../core/report/report.ts'
import { correctReport, reviseReport, undoRevision } from '../../../core/report/revise-report.ts'
import { readReason, withoutReason } from '../../language/reports/reason.ts'
import type { Correction, Understanding } from '../../language/understanding.ts'
import { sayCorrection, sayFigure, sayHowToCorrect, sayRevision } from '../../texts/reports.ts'
import { contentOf } from './report-content.ts'
import type { Answer, Spoken } from '../turn.ts'
import { choice, refused } from '../turn.ts'

/** "Nhầm, 25 chứ không phải 20", "sửa mục 2 thành 25", "sửa BC-0001: …". Without either, says how. */
export async function correct(turn: Spoken): Promise<Answer> {
  const { tx, official, understood } = turn
  const code = understood.codes.report ?? (await quotedCode(turn))
  const found = await findOwnReport(tx, official, code)
  if (!found.ok) return refused(found.refusal)
  const target = found.value
  const { correction } = understood
  if (correction) return correctOneFigure(turn, target, correction)
  if (!restates(understood)) return { what: 'correction-asked-for', text: sayHowToCorrect(target) }
  const content = contentOf(turn.read(withoutReason(withoutCommand(understood.text))))
  return revise(turn, target, { content, why: 'corrected' })
}

/** Who answers an own earlier message corrects the report that was made of it. */
async function quotedCode({ tx, event }: Spoken): Promise<string | undefined> {
  if (event.kind !== 'text' || event.repliesTo === undefined) return undefined
  const ref = `${event.conversation.address}:${event.repliesTo}`
  return (await tx.reports.findBySource(ref))?.code
}

/** "sửa BC-0001: 3 hội nghị, 150 người" says the whole again. */
function restates({ report: { items, contents, nothingToReport } }: Understanding): boolean {
  return items.length > 0 || contents.length > 0 || nothingToReport
}

function withoutCommand(text: string): string {
  return (
    text.replace(
      /^\s*(?:xin\s+|đề nghị\s+|de nghi\s+)?(?:chỉnh\s+|chinh\s+)?s(?:ử|u|ửa|ua)a?\s+(?:lại\s+|lai\s+)?(?:báo cáo\s+|bao cao\s+|bc[\s-]*)?\d*\s*[:,]?\s*/iu,
      '',
    ) || text
  )
}

async function revise(
  turn: Spoken,
  report: Report,
  { content, why }: Pick<Parameters<typeof reviseReport>[1], 'content' | 'why'>,
): Promise<Answer> {
  const { tx, official, text } = turn
  const change = { official, report, content, why, ...reasonOf(text) }
  const outcome = await reviseReport(tx, change)
  if (!outcome.ok) return refused(outcome.refusal)
  const { before, after } = outcome.value
  return { what: `${why}:${after.code}`, text: sayRevision(before, after) }
}

function reasonOf(text: string): { reason?: string } {
  const reason = readReason(text)
  return reason === undefined ? {} : { reason }
}

/** What the corrected figure counts, as in "nhầm, 420 lượt". */
function counted({ understood: { correction, report } }: Spoken): { measure?: string } {
  const figure = report.items.find(({ quantity }) => quantity === correction?.to)
  return figure?.measure === undefined ? {} : { measure: figure.measure }
}

async function correctOneFigure(
  turn: Spoken,
  target: Report,
  correction: Correction,
): Promise<Answer> {
  const { tx, official, text } = turn
  const change = { official, report: target, ...correction, ...counted(turn), ...reasonOf(text) }
  const outcome = await correctReport(tx, change)
  if (outcome.ok) {
    const { after, correction: made } = outcome.value
    return { what: `corrected:${after.code}`, text: sayCorrection(after, made) }
  }
  if (outcome.refusal.reason !== 'figure-ambiguous') return refused(outcome.refusal)
  const { candidates } = outcome.refusal
  const { to } = correction
  return {
    what: 'correction-unclear',
    text: `${target.code}: sửa số nào thành ${to}?`,
    ask: {
      topic: { kind: 'correct-figure', reportId: target.id, to, ...reasonOf(text) },
      options: candidates
        .slice(0, 7)
        .map(({ item, figure }) => choice(String(item), sayFigure(figure))),
    },
  }
}

/** The person has said which of several figures was meant, by its place in the read-back. */
export async function correctItem(
  turn: Spoken,
  change: { reportId: string; to: number; reason?: string },
  item: number,
): Promise<Answer> {
  const { tx, official } = turn
  const { reportId, ...rest } = change
  const report = await tx.reports.get(reportId)
  const outcome = await correctReport(tx, { official, report, item, ...rest })
  if (!outcome.ok) return refused(outcome.refusal)
  const { after, correction } = outcome.value
  return { what: `corrected:${after.code}`, text: sayCorrection(after, correction) }
}

/** "Hoàn tác": the version before the last correction. */
export async function undo(turn: Spoken): Promise<Answer> {
  const { tx, official, understood, text } = turn
  const found = await findOwnReport(tx, official, understood.codes.report)
  if (!found.ok) return refused(found.refusal)
  const change = { official, report: found.value, ...reasonOf(text) }
  const outcome = await undoRevision(tx, change)
  if (!outcome.ok) return refused(outcome.refusal)
  const { before, after } = outcome.value
  return { what: `undone:${after.code}`, text: sayRevision(before, after) }
}

/**
 * An edited message corrects the report it is part of: that report is read anew from all its
 * messages. Any other edit changes nothing and is not answered.
 */
export async function applyEdit(turn: Spoken): Promise<Answer> {
  const { tx, official, text, messages } = turn
  const [edited] = messages
  if (!edited) return { what: 'edit-ignored' }
  const target = await tx.reports.findBySource(edited.ref)
  if (target?.state !== 'submitted' || target.officialId !== official.id)
    return { what: 'edit-ignored' }
  await tx.reports.editMessage({ ref: edited.ref, text })
  const whole = (await tx.reports.listMessages(target.id)).map((message) => message.text)
  const content = contentOf(turn.read(whole.join('\n')))
  if (JSON.stringify(content) === JSON.stringify(target.content)) return { what: 'edit-same' }
  return revise(turn, target, { content, why: 'edited' })
}
