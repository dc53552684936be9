import type { Content } from '../campaign/campaign.ts'
import type { Figure, Report } from '../report/report.ts'
import type { Unit } from '../unit/unit.ts'

/** What several reports count of one thing, together, and which reports those are. */
export type Total = {
  readonly label: string
  readonly quantity: number
  readonly of?: number
  /** One of the reports said "khoảng". */
  readonly approx: boolean
  readonly codes: readonly string[]
}

/** One of the plan's contents; without `content`: reports that name several contents, or none. */
export type ContentSummary = {
  readonly content?: Content
  readonly totals: readonly Total[]
  /** Every report of the content, with or without figures. */
  readonly codes: readonly string[]
}

/** What a report says in words, with the unit that says it and the report's code. */
export type Remark = { readonly unit: Unit; readonly code: string; readonly text: string }

/**
 * What the standing reports of a period say, content by content in the plan's order, those that name
 * several contents or none last. Figures of one measure are added up; every figure names its reports.
 * Reports that say "không phát sinh" count nothing.
 */
export function summarizeContents(
  contents: readonly Content[],
  reports: readonly Report[],
): readonly ContentSummary[] {
  const telling = reports.filter(({ content }) => !content.nothingToReport)
  const ofContent = (number: number): Report[] =>
    telling.filter(({ content }) => content.contents.length === 1 && content.contents[0] === number)
  const known = contents.map((content) => ({
    content,
    ...summarizeReports(ofContent(content.number)),
  }))
  const numbers = new Set(contents.map(({ number }) => number))
  const others = telling.filter(({ content }) => {
    const [only] = content.contents
    return content.contents.length !== 1 || only === undefined || !numbers.has(only)
  })
  return [...known, summarizeReports(others)].filter(({ codes }) => codes.length > 0)
}

function summarizeReports(reports: readonly Report[]): ContentSummary {
  const totals = new Map<string, Total>()
  for (const { code, content } of reports)
    for (const figure of content.items) {
      const key = keyOf(figure)
      totals.set(key, add(totals.get(key), figure, code))
    }
  return { totals: [...totals.values()], codes: reports.map(({ code }) => code) }
}

/** What may be added up: things of one measure, ratios apart from plain numbers. */
function keyOf({ measure, label, of }: Figure): string {
  return `${measure ?? label.toLocaleLowerCase('vi')}${of === undefined ? '' : '/'}`
}

function add(before: Total | undefined, figure: Figure, code: string): Total {
  const of = figure.of === undefined ? undefined : (before?.of ?? 0) + figure.of
  return {
    label: before?.label ?? figure.label,
    quantity: (before?.quantity ?? 0) + figure.quantity,
    ...(of === undefined ? {} : { of }),
    approx: figure.approx || (before?.approx ?? false),
    codes: [...new Set([...(before?.codes ?? []), code])],
  }
}
