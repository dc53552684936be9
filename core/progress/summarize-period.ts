import type { LocalDate } from '../calendar/local-time.ts'
import { localDateOf } from '../calendar/local-time.ts'
import { periodContaining } from '../calendar/periods.ts'
import type { Campaign } from '../campaign/campaign.ts'
import type { Deadline } from '../duty/deadline.ts'
import type { Official } from '../official/official.ts'
import { may } from '../permission.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import type { Report } from '../report/report.ts'
import { periodOfReport, reportScheduleOf } from '../report/report-schedule.ts'
import type { Unit } from '../unit/unit.ts'
import type { ContentSummary, Remark } from './summary.ts'
import { summarizeContents } from './summary.ts'

/** What the office reports upward of one period; every figure and sentence names its reports. */
export type PeriodSummary = {
  readonly campaign: Campaign
  readonly period: string
  readonly deadline?: Deadline
  /** Units that owe the period's report, and those among them that have not sent it. */
  readonly total: number
  readonly silent: readonly Unit[]
  readonly lateCodes: readonly string[]
  /** Units whose reports of the period all say "không phát sinh". */
  readonly nothingToReport: readonly Remark[]
  readonly contents: readonly ContentSummary[]
  readonly difficulties: readonly Remark[]
  readonly initiatives: readonly Remark[]
}

/**
 * Gathers a period's standing reports for the office's summary to UBND (plan section V). `named` is
 * a month or quarter as people say it ("2026-11", "2026-Q4"); without one, the period of today.
 * Refuses whoever may not see the progress of other units.
 */
export async function summarizePeriod(
  tx: Transaction,
  official: Official,
  named?: string,
): Promise<Outcome<PeriodSummary>> {
  if (!may(official, 'see-progress'))
    return refuse({ reason: 'not-allowed', action: 'see-progress' })
  const loaded = await tx.campaigns.findForUnit(official.unitCode, localDateOf(tx.now))
  if (!loaded) return refuse({ reason: 'no-campaign' })
  return accept(await summaryOf(tx, loaded.campaign, named))
}

/** The same for whoever runs the installation, of a campaign that is named. */
export async function summaryOf(
  tx: Transaction,
  campaign: Campaign,
  named?: string,
): Promise<PeriodSummary> {
  const period = periodOf(campaign, localDateOf(tx.now), named)
  const deadline = await tx.duties.findDeadline(`${campaign.id}:report:${period}`)
  const progress = deadline
    ? await tx.duties.progress(deadline.id)
    : { total: 0, openUnits: [] as readonly string[] }
  const units = await tx.units.list(campaign.id)
  const reports = await tx.reports.listStanding(campaign.id, period)
  const remarks = remarksOf(units)
  return {
    campaign,
    period,
    ...(deadline ? { deadline } : {}),
    total: progress.total,
    silent: units.filter(({ code }) => progress.openUnits.includes(code)),
    lateCodes: reports.filter(({ late }) => late).map(({ code }) => code),
    nothingToReport: withoutResults(reports).flatMap((report) =>
      remarks(report, 'không phát sinh'),
    ),
    contents: summarizeContents(campaign.contents, reports),
    difficulties: reports.flatMap((report) => remarks(report, report.content.difficulties)),
    initiatives: reports.flatMap((report) => remarks(report, report.content.initiative)),
  }
}

function periodOf(campaign: Campaign, today: LocalDate, named: string | undefined): string {
  const schedule = reportScheduleOf(campaign, named)
  if (!schedule) return named ?? periodContaining('month', today)
  return periodOfReport(schedule, today, named)
}

type Remarks = (report: Report, text: string | undefined) => readonly Remark[]

function remarksOf(units: readonly Unit[]): Remarks {
  const byCode = new Map(units.map((unit) => [unit.code, unit]))
  return ({ unitCode, code }, text) => {
    const unit = byCode.get(unitCode)
    return unit && text !== undefined ? [{ unit, code, text }] : []
  }
}

function withoutResults(reports: readonly Report[]): readonly Report[] {
  const telling = new Set(
    reports.filter(({ content }) => !content.nothingToReport).map(({ unitCode }) => unitCode),
  )
  return reports.filter(({ unitCode }) => !telling.has(unitCode))
}
