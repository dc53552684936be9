import { localDateOf } from '../calendar/local-time.ts'
import type { Official } from '../official/official.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome, Refusal } from '../refusal.ts'
import type { Report } from './report.ts'

/**
 * A standing report of the official's own unit: the one with that code, or the official's newest.
 * One of another unit is refused in the same words as one that does not exist; one of a unit whose
 * place the official's took can be read only.
 */
export async function findOwnReport(
  tx: Transaction,
  official: Official,
  code: string | undefined,
): Promise<Outcome<Report>> {
  const loaded = await tx.campaigns.findForUnit(official.unitCode, localDateOf(tx.now))
  if (!loaded) return refuse({ reason: 'no-campaign' })
  const { id } = loaded.campaign
  const { unitCode } = official
  const report =
    code === undefined
      ? await tx.reports.findLatest(id, { unitCode, officialId: official.id })
      : await tx.reports.findByCode(id, code)
  if (
    report &&
    report.campaignId !== id &&
    (await tx.units.line(unitCode)).includes(report.unitCode)
  )
    return refuse(await inherited(tx, report))
  if (report?.unitCode !== unitCode || report.campaignId !== id)
    return refuse({ reason: 'report-not-found', ...(code ? { code } : {}) })
  if (report.state === 'withdrawn') return refuse({ reason: 'report-withdrawn', code: report.code })
  return accept(report)
}

/** It belongs to a campaign in whose place another goes on. */
export async function inherited(tx: Transaction, { code, unitCode }: Report): Promise<Refusal> {
  return { reason: 'report-inherited', code, unit: (await tx.units.get(unitCode)).name }
}
