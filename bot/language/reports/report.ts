import { Temporal } from 'temporal-polyfill'
import { readCodes } from '../codes.ts'
import { readContents } from './contents.ts'
import type { Looking } from '../dates/dates.ts'
import { readDates } from '../dates/dates.ts'
import type { Reading, Span } from '../writing/fold.ts'
import { mask } from '../writing/fold.ts'
import { readPeriods } from '../dates/periods.ts'
import { readFigures, readRatios } from '../figures/quantities.ts'
import { readRanges } from '../figures/ranges.ts'
import { readPlaces, readReferences } from './references.ts'
import { takenBack } from '../writing/slips.ts'
import { readTimes } from '../dates/times.ts'
import type { ContentWords, DayOrInterval, UnderstoodReport } from '../understanding.ts'

export type ReportContext = {
  readonly today: Temporal.PlainDate
  readonly contents: readonly ContentWords[]
  readonly looking: Looking
}

const NOTHING =
  /\b(?:khong|ko|k|khg|hok|chua) (?:co )?(?:phat sinh|ps)\b|\bkps\b|\b(?:khong|ko|k|chua) co (?:gi|ket qua|hoat dong|noi dung|viec|so lieu)(?: gi| nao)?(?: moi)?(?: (?:de|can) bao cao| phat sinh)?(?= |$|[.,!\n])/g
/** "không phát sinh đơn thư" is about petitions; the month may still have had its work. */
const NOTHING_OF =
  /^ ?(?:them )?(?:don|khieu nai|to cao|kho khan|vuong mac|chi phi|kinh phi|mau thuan|dich|y kien|kien nghi|tranh chap)/

const DIFFICULTIES =
  /\b(?:kho khan|vuong mac|kk|han che|ton tai|kien nghi|de xuat)(?:,? (?:va )?(?:kho khan|vuong mac|kien nghi|de xuat))* ?(?::|-|la\b) ?([^\n;.]+)/g
/** "Đề nghị huyện cấp thêm tài liệu": asked of those above, and not by voters. */
const WISH =
  /(?<!(?:cu tri|dan|ho|y kien) )\b((?:de nghi|kien nghi|mong|xin) (?:cap tren|huyen|tinh|ubnd huyen|ubnd tinh|phong noi vu)(?: som| tiep tuc| xem xet)? (?:cap|ho tro|quan tam|bo tri|bo sung|tap huan|tao dieu kien)\b[^\n;.]*)/g
const INITIATIVE =
  /\b(?:sang kien|cach lam (?:hay|moi)|giai phap(?: moi)?|mo hinh (?:hay|moi)?)(?: moi)? ?(?::|la\b) ?([^\n;.]+)/g
const NONE = /^(?:khong|ko|k|chua|khong co|ko co|chua co)(?: co)?(?: gi)?$/

type Clause = Span & { readonly text: string }

/** What is said after "khó khăn:" or "sáng kiến:", up to the end of the sentence. */
function clausesOf({ typed, folded }: Reading, pattern: RegExp): readonly Clause[] {
  return [...folded.matchAll(pattern)].map((found) => {
    const end = found.index + found[0].length
    const start = end - (found[1] ?? '').length
    return { start, end, text: typed.slice(start, end).trim() }
  })
}

/** What is called a difficulty, and what is wished for outside of it. */
function difficultiesIn(reading: Reading): readonly Clause[] {
  const called = clausesOf(reading, DIFFICULTIES)
  const wished = clausesOf(reading, WISH).filter(
    (wish) => !called.some(({ start, end }) => start < wish.end && wish.start < end),
  )
  return [...called, ...wished]
}

const saidIn = (clauses: readonly Clause[], folded: string): string | undefined => {
  const said = clauses.filter(({ start, end }) => !NONE.test(folded.slice(start, end).trim()))
  return said.length === 0 ? undefined : said.map(({ text }) => text).join('; ')
}

function saysNothing({ folded }: Reading): boolean {
  return [...folded.matchAll(NOTHING)].some(
    ({ 0: match, index }) => !NOTHING_OF.test(folded.slice(index + match.length)),
  )
}

const same = (a: DayOrInterval, b: DayOrInterval) => JSON.stringify(a) === JSON.stringify(b)

const distinct = (dates: readonly DayOrInterval[]): readonly DayOrInterval[] =>
  dates.filter((date, at) => dates.findIndex((other) => same(other, date)) === at)

/** The month spoken of, in which "ngày 5" lies. */
const monthNamed = (period: string | undefined): Temporal.PlainYearMonth | undefined =>
  period !== undefined && /^\d{4}-\d\d$/.test(period)
    ? Temporal.PlainYearMonth.from(period)
    : undefined

/**
 * Everything a report can say, read from one message. Figures in what is told as a difficulty or an
 * initiative are no results and are left out.
 */
export function readReport(reading: Reading, context: ReportContext): UnderstoodReport {
  const { today, looking, contents } = context
  const difficulties = difficultiesIn(reading)
  const initiatives = clausesOf(reading, INITIATIVE)
  const notResults = [...difficulties, ...initiatives]
  const codes = readCodes(reading.folded)
  const slip = takenBack(reading)
  const aside = [...codes, ...readReferences(reading.folded), ...(slip ? [slip] : [])]
  const named = mask(reading.folded, aside)
  const places = readPlaces(reading, named)
  const placed = mask(named, places)
  const told = { reading, masked: mask(placed, notResults) }
  const ratios = [...readRatios(told), ...readRanges(told)]
  const timed = mask(placed, [...ratios, ...readTimes(reading, placed)])
  const spoken = readPeriods(mask(timed, readDates(reading, timed, { today, looking })), {
    today,
    looking,
  })
  const month = monthNamed(spoken[0]?.period)
  const dates = readDates(reading, timed, { today, looking, ...(month ? { month } : {}) })
  const periods = readPeriods(mask(timed, dates), { today, looking })
  const masked = mask(timed, [...dates, ...periods, ...notResults])
  const items = [...ratios, ...readFigures({ reading, masked })].toSorted(
    (a, b) => a.start - b.start,
  )
  const period = periods[0]?.period
  const said = saidIn(difficulties, reading.folded)
  const initiative = saidIn(initiatives, reading.folded)
  return {
    ...(period === undefined ? {} : { period }),
    items: items.map(({ figure }) => figure),
    dates: distinct(dates.flatMap(({ values }) => values)),
    places: [...new Set(places.map(({ place }) => place))],
    contents: readContents(reading, contents),
    ...(said === undefined ? {} : { difficulties: said }),
    ...(initiative === undefined ? {} : { initiative }),
    nothingToReport: items.length === 0 && saysNothing(reading),
  }
}
