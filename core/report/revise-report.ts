import type { Official } from '../official/official.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import type { Correction, Report, ReportContent } from './report.ts'
import { correctFigure } from './report.ts'

export type Revision = { readonly before: Report; readonly after: Report }

/** Replaces what a report says; the earlier version is kept. `why` goes to the audit trail. */
export async function reviseReport(
  tx: Transaction,
  change: {
    official: Official
    report: Report
    content: ReportContent
    why: 'edited' | 'corrected' | 'undone'
  },
): Promise<Revision> {
  const { official, report, content, why } = change
  const after = await tx.reports.revise(report, {
    content,
    officialId: official.id,
    at: tx.now,
    reason: why,
  })
  await tx.audit.append({
    kind: 'report-revised',
    actor: official.id,
    subject: report.id,
    data: { version: after.version, why },
  })
  return { before: report, after }
}

/**
 * "Nhầm, 25 chứ không phải 20": changes the one figure that reads `from`, or the only one there is.
 * Refuses with the candidates where several fit, and where none does.
 */
export async function correctReport(
  tx: Transaction,
  change: { official: Official; report: Report; from?: number; to: number; label?: string },
): Promise<Outcome<Revision & { correction: Correction }>> {
  const { official, report, from, to } = change
  const { code } = report
  const found = correctFigure(report.content, {
    ...(from === undefined ? {} : { from }),
    to,
    ...(change.label === undefined ? {} : { label: change.label }),
  })
  if ('correction' in found) {
    const revision = await reviseReport(tx, {
      official,
      report,
      content: found.content,
      why: 'corrected',
    })
    return accept({ ...revision, correction: found.correction })
  }
  if (found.candidates.length > 0)
    return refuse({ reason: 'figure-ambiguous', code, labels: found.candidates })
  return refuse({
    reason: 'figure-not-found',
    code,
    ...(from === undefined ? {} : { quantity: from }),
  })
}

/** "Hoàn tác": the version before becomes the newest one again. */
export async function undoRevision(
  tx: Transaction,
  official: Official,
  report: Report,
): Promise<Outcome<Revision>> {
  const content = await tx.reports.previousContent(report)
  if (!content) return refuse({ reason: 'no-earlier-version', code: report.code })
  return accept(await reviseReport(tx, { official, report, content, why: 'undone' }))
}
