import type { Campaign } from '../campaign/campaign.ts'
import { phaseOf } from '../campaign/campaign.ts'
import { localDateOf } from '../calendar/local-time.ts'
import type { Deadline } from '../duty/deadline.ts'
import type { Official } from '../official/official.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import type { Report, ReportContent, SourceMessage } from './report.ts'
import { periodContaining } from '../calendar/periods.ts'
import { reportCode } from './report.ts'
import { periodOfReport, reportScheduleOf } from './report-schedule.ts'

export type Submission = {
  readonly report: Report
  readonly campaign: Campaign
  readonly deadline?: Deadline
  /** The campaign's last day has passed. */
  readonly afterEnd: boolean
}

/**
 * Stores an achievement report of the official's own unit and closes the unit's duty of that period.
 * A late report is accepted and marked late (the plan sets no penalty). Refuses when the unit takes part
 * in no campaign, or in one that has not begun, and "không phát sinh" of a period of which the unit has
 * reported. After the last day of a campaign the reports of its
 * own periods are still taken, and marked.
 */
export async function submitReport(
  tx: Transaction,
  command: {
    official: Official
    content: ReportContent
    namedPeriod?: string
    /** The messages it is made of, so that an edit of one finds it. */
    messages?: readonly SourceMessage[]
  },
): Promise<Outcome<Submission>> {
  const { official, content } = command
  const today = localDateOf(tx.now)
  const loaded = await tx.campaigns.findForUnit(official.unitCode, today)
  if (!loaded) return refuse({ reason: 'no-campaign' })
  const { campaign } = loaded
  const phase = phaseOf(campaign, tx.now)
  if (phase === 'not-started')
    return refuse({ reason: 'campaign-not-started', startsOn: campaign.startsOn.toString() })

  const period = periodFor(campaign, phase === 'ended', { today, named: command.namedPeriod })
  if (content.nothingToReport && (await hasReported(tx, campaign, { official, period })))
    return refuse({ reason: 'already-reported', period })
  const deadline = await tx.duties.findDeadline(`${campaign.id}:report:${period}`)
  const afterEnd = phase === 'ended'
  const passed =
    deadline !== undefined && tx.now.epochMilliseconds > deadline.dueAt.epochMilliseconds
  const late = passed || afterEnd
  const report: Report = {
    id: tx.chance.uuid(),
    code: reportCode(await tx.campaigns.nextNumber(campaign.id, 'report')),
    campaignId: campaign.id,
    unitCode: official.unitCode,
    officialId: official.id,
    period,
    late,
    state: 'submitted',
    version: 1,
    submittedAt: tx.now,
    content,
  }
  await tx.reports.insert(report)
  if (command.messages) await tx.reports.addMessages(report.id, command.messages)
  if (deadline) await closeDuty(tx, deadline, report)
  await tx.audit.append({
    kind: 'report-submitted',
    actor: official.id,
    subject: report.id,
    data: { version: 1, period, late },
  })
  return accept({ report, campaign, afterEnd, ...(deadline ? { deadline } : {}) })
}

async function hasReported(
  tx: Transaction,
  campaign: Campaign,
  of: { readonly official: Official; readonly period: string },
): Promise<boolean> {
  return (await tx.reports.countStanding(campaign.id, of.official.unitCode, of.period)) > 0
}

function periodFor(
  campaign: Campaign,
  ended: boolean,
  when: { today: ReturnType<typeof localDateOf>; named: string | undefined },
): string {
  const schedule = reportScheduleOf(campaign, when.named)
  const every = schedule?.every ?? 'month'
  if (ended && when.named === undefined) return periodContaining(every, campaign.endsOn)
  if (!schedule) return when.named ?? periodContaining(every, when.today)
  return periodOfReport(schedule, when.today, when.named)
}

/** The reminders of a duty stop in the same transaction that closes it. */
async function closeDuty(tx: Transaction, deadline: Deadline, report: Report): Promise<void> {
  await tx.duties.close(deadline.id, report.unitCode, { at: tx.now, by: `report:${report.id}` })
  await tx.reminders.cancelFor(deadline.id, report.unitCode, tx.now)
}
