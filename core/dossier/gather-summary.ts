import type { LocalDate } from '../calendar/local-time.ts'
import { localDateOf } from '../calendar/local-time.ts'
import type { Campaign, Content } from '../campaign/campaign.ts'
import type { Transaction } from '../ports.ts'
import type { Figure, Report } from '../report/report.ts'
import type { Unit } from '../unit/unit.ts'
import { wordsOf } from './cite.ts'

/** A sum with the reports it was added up from. */
export type SummedFigure = {
  readonly label: string
  readonly quantity: number
  /** A ratio is shown as it was reported and never added. */
  readonly of?: number
  /** One of the reports said "khoảng". */
  readonly approx: boolean
  readonly codes: readonly string[]
}

/** Reports about one content; those about several stand together, so that nothing counts twice. */
export type ContentSummary = {
  readonly content: Content | undefined
  readonly units: number
  readonly codes: readonly string[]
  readonly figures: readonly SummedFigure[]
}

/** A sentence of a report, with who wrote it. */
export type ReportedSentence = { readonly unit: Unit; readonly code: string; readonly text: string }

export type PeriodProgress = {
  readonly period: string
  readonly total: number
  readonly received: number
}

/** What the summary report to the committee is made of. */
export type SummaryFacts = {
  readonly campaign: Campaign
  readonly office: Unit
  readonly on: LocalDate
  /** '2025-10', '2025-Q4'; absent: the whole campaign so far. */
  readonly period?: string
  readonly progress: readonly PeriodProgress[]
  readonly reports: number
  readonly contents: readonly ContentSummary[]
  readonly nothingToReport: readonly ReportedSentence[]
  readonly initiatives: readonly ReportedSentence[]
  readonly difficulties: readonly ReportedSentence[]
}

/** More than the units of a province report in a year. */
const MOST = 50_000

/**
 * Reads all standing reports of a period, or of the whole campaign, and adds up what they say: every
 * sum and every sentence keeps the codes of its reports. Changes nothing.
 */
export async function gatherSummary(
  tx: Transaction,
  campaign: Campaign,
  period?: string,
): Promise<SummaryFacts> {
  const named = period === undefined ? {} : { period }
  const reports = (await tx.reports.list(campaign.id, { ...named, limit: MOST }))
    .filter(({ state }) => state === 'submitted')
    .toReversed()
  const units = new Map((await tx.units.list(campaign.id)).map((unit) => [unit.code, unit]))
  const quoted = (pick: (report: Report) => string | undefined) => quote(reports, units, pick)
  return {
    campaign,
    office: await tx.units.get(campaign.office.unit),
    on: localDateOf(tx.now),
    ...named,
    progress: await progressOf(tx, campaign, period),
    reports: reports.length,
    contents: summarizeContents(campaign, reports),
    nothingToReport: quoted(({ content }) => (content.nothingToReport ? content.text : undefined)),
    initiatives: quoted(({ content }) => content.initiative),
    difficulties: quoted(({ content }) => content.difficulties),
  }
}

/** What has come in by each report deadline that has passed or is under way, earliest first. */
async function progressOf(
  tx: Transaction,
  campaign: Campaign,
  period: string | undefined,
): Promise<readonly PeriodProgress[]> {
  const today = localDateOf(tx.now).toString()
  const deadlines = await tx.duties.listDeadlines(campaign.id, campaign.startsOn)
  const begun = deadlines.filter(
    ({ kind, subject, opensOn }) =>
      kind === 'report' &&
      opensOn.toString() <= today &&
      (period === undefined || subject === period),
  )
  const progress: PeriodProgress[] = []
  for (const { id, subject } of begun) {
    const { total, openUnits } = await tx.duties.progress(id)
    progress.push({ period: subject, total, received: total - openUnits.length })
  }
  return progress
}

/** The reports by what they are about, in the plan's order; last those about several contents or none. */
export function summarizeContents(
  campaign: Campaign,
  reports: readonly Report[],
): readonly ContentSummary[] {
  const about = (report: Report): number | undefined =>
    report.content.contents.length === 1 ? report.content.contents[0] : undefined
  const parts = [...campaign.contents, undefined].map((content) => {
    const own = reports.filter(
      (report) => !report.content.nothingToReport && about(report) === content?.number,
    )
    return {
      content,
      units: new Set(own.map(({ unitCode }) => unitCode)).size,
      codes: own.map(({ code }) => code),
      figures: sumFigures(own),
    }
  })
  return parts.filter(({ content, codes }) => content !== undefined || codes.length > 0)
}

/** Adds up what counts the same; a ratio stays by itself. Most reports first. */
export function sumFigures(reports: readonly Report[]): readonly SummedFigure[] {
  const sums = new Map<string, SummedFigure>()
  for (const { code, content } of reports) {
    content.items.forEach((item, at) => {
      const key = item.of === undefined ? keyOf(item) : `${code}:${at}`
      sums.set(key, added(sums.get(key), item, code))
    })
  }
  return [...sums.values()].sort((a, b) => b.codes.length - a.codes.length)
}

function keyOf({ measure, label }: Figure): string {
  return measure === undefined ? `words:${wordsOf(label).join(' ')}` : `measure:${measure}`
}

function added(sum: SummedFigure | undefined, item: Figure, code: string): SummedFigure {
  const ratio = item.of === undefined ? {} : { of: item.of }
  if (!sum)
    return {
      label: item.label,
      quantity: item.quantity,
      ...ratio,
      approx: item.approx,
      codes: [code],
    }
  return {
    ...sum,
    quantity: sum.quantity + item.quantity,
    approx: sum.approx || item.approx,
    codes: sum.codes.includes(code) ? sum.codes : [...sum.codes, code],
  }
}

function quote(
  reports: readonly Report[],
  units: ReadonlyMap<string, Unit>,
  pick: (report: Report) => string | undefined,
): readonly ReportedSentence[] {
  return reports
    .flatMap((report) => {
      const [text, unit] = [pick(report), units.get(report.unitCode)]
      return text !== undefined && unit ? [{ unit, code: report.code, text }] : []
    })
    .sort((a, b) => a.unit.protocolOrder - b.unit.protocolOrder || a.code.localeCompare(b.code))
}
