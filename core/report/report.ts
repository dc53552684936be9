import type { Instant } from '../calendar/local-time.ts'

/** "450 lượt người": a quantity and what it counts. With `of`, a ratio: 12 of 12 opinions. */
export type Figure = {
  readonly quantity: number
  readonly of?: number
  readonly label: string
  readonly measure?: string
  /** The person said "khoảng". */
  readonly approx: boolean
}

/** A day, or an interval with both ends included; ISO dates. */
export type ReportedDate = string | { readonly from: string; readonly to: string }

/** What a report says. `text` is the person's own words; the rest is what was understood of them. */
export type ReportContent = {
  readonly text: string
  readonly items: readonly Figure[]
  readonly dates: readonly ReportedDate[]
  readonly places: readonly string[]
  /** Numbers of the plan's contents. */
  readonly contents: readonly number[]
  readonly difficulties?: string
  readonly initiative?: string
  readonly nothingToReport: boolean
}

export type ReportState = 'submitted' | 'withdrawn'

export type Report = {
  readonly id: string
  readonly code: string
  readonly campaignId: string
  readonly unitCode: string
  readonly officialId: string
  /** '2025-10' or '2025-Q4'. */
  readonly period: string
  readonly late: boolean
  readonly state: ReportState
  readonly version: number
  readonly submittedAt: Instant
  readonly content: ReportContent
}

export function reportCode(number: number): string {
  return `BC-${String(number).padStart(4, '0')}`
}

/** Shown beside an old figure when it is corrected. */
export type Correction = { readonly label: string; readonly from: number; readonly to: number }

/**
 * The content with one figure changed: the one that reads `from` (and is called `label`, where that
 * was asked), or the only one there is. Gives the candidates' labels where several fit, or none.
 */
export function correctFigure(
  content: ReportContent,
  change: { from?: number; to: number; label?: string },
): { content: ReportContent; correction: Correction } | { candidates: readonly string[] } {
  const { from, to, label } = change
  const candidates = content.items.filter(
    (item) =>
      (from === undefined || item.quantity === from) &&
      (label === undefined || item.label === label),
  )
  const [target] = candidates
  if (candidates.length !== 1 || !target) return { candidates: candidates.map((c) => c.label) }
  const items = content.items.map((item) => (item === target ? { ...item, quantity: to } : item))
  return {
    content: { ...content, items },
    correction: { label: target.label, from: target.quantity, to },
  }
}
