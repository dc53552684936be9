import type { Official } from '../official/official.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import { inherited } from './own-report.ts'
import type { Correction, Report, ReportContent, SourceMessage } from './report.ts'
import { correctFigure, joinContents } from './report.ts'

export type Revision = { readonly before: Report; readonly after: Report }

/** Who changes which report, and, where the person gave one, for what reason. */
type Change = { readonly official: Official; readonly report: Report; readonly reason?: string }

/**
 * Replaces what a report says; the earlier version is kept. `why` goes to the audit trail, the
 * person's own reason to the version. Refuses a change without a reason after appraisal has used the
 * report, and any of one that a successor campaign has inherited.
 */
export async function reviseReport(
  tx: Transaction,
  change: Change & { content: ReportContent; why: 'edited' | 'corrected' | 'undone' | 'added' },
): Promise<Outcome<Revision>> {
  const { official, report, content, why, reason } = change
  if ((await tx.campaigns.get(report.campaignId)).superseded)
    return refuse(await inherited(tx, report))
  if (report.lockedAt && reason === undefined)
    return refuse({ reason: 'report-locked', code: report.code })
  const after = await tx.reports.revise(report, {
    content,
    officialId: official.id,
    at: tx.now,
    reason: reason ?? why,
  })
  await tx.audit.append({
    kind: 'report-revised',
    actor: official.id,
    subject: report.id,
    data: { version: after.version, why },
  })
  return accept({ before: report, after })
}

/**
 * "Nhầm, 25 chứ không phải 20": changes the one figure that reads `from`, the one at `item` of the
 * read-back, the one that counts `measure`, or the only one there is. Refuses with the candidates where several fit, and where none
 * does.
 */
export async function correctReport(
  tx: Transaction,
  change: Change & { from?: number; to: number; item?: number; measure?: string },
): Promise<Outcome<Revision & { correction: Correction }>> {
  const { report, from } = change
  const { code } = report
  const found = correctFigure(report.content, change)
  if ('correction' in found) {
    const { content, correction } = found
    const revised = await reviseReport(tx, { ...change, content, why: 'corrected' })
    return revised.ok ? accept({ ...revised.value, correction }) : revised
  }
  if (found.candidates.length > 0)
    return refuse({ reason: 'figure-ambiguous', code, candidates: found.candidates })
  return refuse({
    reason: 'figure-not-found',
    code,
    ...(from === undefined ? {} : { quantity: from }),
  })
}

/** What followed a report within seconds belongs to it: a new version that says both. */
export async function addToReport(
  tx: Transaction,
  change: Change & { addition: ReportContent; messages: readonly SourceMessage[] },
): Promise<Outcome<Revision>> {
  const { report, addition, messages } = change
  const content = joinContents(report.content, addition)
  const revised = await reviseReport(tx, { ...change, content, why: 'added' })
  if (revised.ok) await tx.reports.addMessages(report.id, messages)
  return revised
}

/** "Hoàn tác": the version before becomes the newest one again. */
export async function undoRevision(tx: Transaction, change: Change): Promise<Outcome<Revision>> {
  const content = await tx.reports.previousContent(change.report)
  if (!content) return refuse({ reason: 'no-earlier-version', code: change.report.code })
  return reviseReport(tx, { ...change, content, why: 'undone' })
}
