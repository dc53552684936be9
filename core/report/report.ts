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
  /** Since a nomination that cites it is under appraisal: from then on a change wants a reason. */
  readonly lockedAt?: Instant
  readonly content: ReportContent
}

/** A message of a platform that a report was made of. `text`: as it is read, also after an edit. */
export type SourceMessage = { readonly ref: string; readonly text: string }

export function reportCode(number: number): string {
  return `BC-${String(number).padStart(4, '0')}`
}

/** Shown beside an old figure when it is corrected. `wasApprox`: the old one was said with "khoảng". */
export type Correction = {
  readonly label: string
  readonly from: number
  readonly to: number
  readonly wasApprox?: true
}

/** A figure of a report and its place in the read-back, counted from 1. */
export type NumberedFigure = { readonly item: number; readonly figure: Figure }

/**
 * The content with one figure changed: the one at `item`, the one that reads `from`, or the only one
 * there is; where several fit, the one that counts `measure`. What was approximate is exact then. Gives
 * the candidates where it is still not one.
 */
export function correctFigure(
  content: ReportContent,
  { from, to, item, measure }: { from?: number; to: number; item?: number; measure?: string },
):
  | { readonly content: ReportContent; readonly correction: Correction }
  | { readonly candidates: readonly NumberedFigure[] } {
  const fitting = content.items
    .map((figure, index) => ({ item: index + 1, figure }))
    .filter(
      (one) =>
        (from === undefined || one.figure.quantity === from) &&
        (item === undefined || one.item === item),
    )
  const counting = fitting.filter(
    ({ figure }) => measure !== undefined && figure.measure === measure,
  )
  const candidates = counting.length > 0 ? counting : fitting
  const [target] = candidates
  if (candidates.length !== 1 || !target) return { candidates }
  const { figure } = target
  const items = content.items.map((one, index) =>
    index + 1 === target.item ? { ...one, quantity: to, approx: false } : one,
  )
  return {
    content: { ...content, items },
    correction: {
      label: figure.label,
      from: figure.quantity,
      to,
      ...(figure.approx ? { wasApprox: true } : {}),
    },
  }
}

/** What was said first and what was said after it, as one report; the same fact said twice counts once. */
export function joinContents(first: ReportContent, then: ReportContent): ReportContent {
  const items = distinct([...first.items, ...then.items])
  const difficulties = joinWords(first.difficulties, then.difficulties)
  const initiative = joinWords(first.initiative, then.initiative)
  return {
    text: joinWords(first.text, then.text, '\n') ?? '',
    items,
    dates: distinct([...first.dates, ...then.dates]),
    places: distinct([...first.places, ...then.places]),
    contents: distinct([...first.contents, ...then.contents]).toSorted((a, b) => a - b),
    ...(difficulties === undefined ? {} : { difficulties }),
    ...(initiative === undefined ? {} : { initiative }),
    nothingToReport: (first.nothingToReport || then.nothingToReport) && items.length === 0,
  }
}

function distinct<T>(values: readonly T[]): readonly T[] {
  const seen = new Set<string>()
  return values.filter((value) => {
    const key = JSON.stringify(value)
    return !seen.has(key) && seen.add(key)
  })
}

function joinWords(
  first: string | undefined,
  then: string | undefined,
  by = '; ',
): string | undefined {
  const words = [first, then].filter((text) => text !== undefined && text !== '')
  return words.length === 0 ? undefined : words.join(by)
}
