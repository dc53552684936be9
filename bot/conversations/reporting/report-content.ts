import { Temporal } from 'temporal-polyfill'
import type { ReportContent } from '../../../core/report/report.ts'
import { writtenLabel } from '../../language/figures/written-label.ts'
import type { DayOrInterval, Understanding } from '../../language/understanding.ts'

/** What was understood of a message, as a report keeps it. */
export function contentOf({ text, report }: Understanding): ReportContent {
  const { difficulties, initiative } = report
  return {
    text,
    items: report.items.map((figure) => ({ ...figure, label: writtenLabel(figure) })),
    dates: report.dates.map(toStored),
    places: report.places,
    contents: report.contents,
    ...(difficulties === undefined ? {} : { difficulties }),
    ...(initiative === undefined ? {} : { initiative }),
    nothingToReport: report.nothingToReport,
  }
}

function toStored(date: DayOrInterval): ReportContent['dates'][number] {
  if (date instanceof Temporal.PlainDate) return date.toString()
  return { from: date.from.toString(), to: date.to.toString() }
}
