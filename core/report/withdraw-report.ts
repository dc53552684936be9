import type { Official } from '../official/official.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import { inherited } from './own-report.ts'
import type { Report } from './report.ts'

/**
 * Takes a report back; its history stays. If the unit has no other report of that period, its duty
 * opens again. The caller has asked for confirmation. Refuses one that is withdrawn already, and one
 * that appraisal has used or that a successor campaign has inherited.
 */
export async function withdrawReport(
  tx: Transaction,
  official: Official,
  reportId: string,
): Promise<Outcome<Report>> {
  const report = await tx.reports.get(reportId)
  if (report.unitCode !== official.unitCode) return refuse({ reason: 'report-not-found' })
  if ((await tx.campaigns.get(report.campaignId)).superseded)
    return refuse(await inherited(tx, report))
  if (report.state === 'withdrawn') return refuse({ reason: 'report-withdrawn', code: report.code })
  if (report.lockedAt) return refuse({ reason: 'report-locked', code: report.code })
  await tx.reports.setState(report.id, 'withdrawn')
  const { campaignId, unitCode, period } = report
  const deadlineId = `${campaignId}:report:${period}`
  await tx.duties.lock(deadlineId, unitCode)
  const others = await tx.reports.countStanding(campaignId, unitCode, period)
  if (others === 0) await tx.duties.reopen(deadlineId, unitCode)
  await tx.audit.append({
    kind: 'report-withdrawn',
    actor: official.id,
    subject: report.id,
    data: {},
  })
  return accept({ ...report, state: 'withdrawn' })
}
