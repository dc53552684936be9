import { Temporal } from 'temporal-polyfill'
import type {
  DayOrInterval,
  Intent,
  Understanding,
  UnderstoodReport,
  UnitMatch,
} from '../language/understanding.ts'
import { sayDate, sayPeriod } from './moments.ts'
import { sayFigure } from './reports.ts'

const MATCHES = { sure: 'đúng', ambiguous: 'chưa rõ, có thể là', none: 'không có' } as const

function sayUnits({ match, candidates }: UnitMatch): string {
  return [MATCHES[match], candidates.map(({ name }) => name).join(', ')].filter(Boolean).join(' ')
}

/** A text read as the name of a unit, for the operator. */
export function sayUnitMatch(text: string, match: UnitMatch): string {
  return `${text} → ${sayUnits(match)}`
}

const sayDates = (dates: readonly DayOrInterval[]) =>
  dates
    .map((date) =>
      date instanceof Temporal.PlainDate
        ? sayDate(date)
        : `${sayDate(date.from)}–${sayDate(date.to)}`,
    )
    .join(', ')

function sayReported(report: UnderstoodReport): readonly (readonly [string, string])[] {
  const { period, items, dates, places, contents, difficulties, initiative } = report
  return [
    ['Kỳ', period === undefined ? '' : sayPeriod(period)],
    ['Số liệu', items.map(sayFigure).join('; ')],
    ['Ngày', sayDates(dates)],
    ['Nơi', places.join(', ')],
    ['Nội dung', contents.join(', ')],
    ['Khó khăn', difficulties ?? ''],
    ['Sáng kiến', initiative ?? ''],
    ['Không phát sinh', report.nothingToReport ? 'có' : ''],
  ]
}

const WITHHELD = {
  'secret-mark': 'không nhận: có dấu chỉ độ mật',
  'identity-paper': 'không nhận: giấy tờ tùy thân',
} as const

/** What was understood of a message, for the operator: its words, then a line for each thing that was found. */
export function sayUnderstanding(
  { text, intent, alternatives, sure, report, units }: Understanding,
  withheld: keyof typeof WITHHELD | undefined,
  nameOf: (intent: Intent) => string,
): readonly string[] {
  const others = alternatives.filter((one) => one !== intent).map(nameOf)
  const found: readonly (readonly [string, string])[] = [
    ['Trợ lý', withheld === undefined ? '' : WITHHELD[withheld]],
    ['Ý', `${nameOf(intent)} (${intent}${sure ? '' : ', chưa chắc'})`],
    ['Gần với', others.join(', ')],
    ['Đơn vị', units.match === 'none' ? '' : sayUnits(units)],
    ...sayReported(report),
  ]
  const lines = found.filter(([, said]) => said !== '').map(([name, said]) => `  ${name}: ${said}`)
  return [text, ...lines]
}
