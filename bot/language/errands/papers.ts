import type { Temporal } from 'temporal-polyfill'
import { dayOf, nearestYearly } from '../dates/calendar-days.ts'
import type { Paper } from '../understanding.ts'

const KIND = 'kh|qd|nq|ttr|cv|tb|bc|hd|ct|bb|gm|nd|tt|kl'
const DAY =
  '(?:,? ?(?:ky )?ngay (?<day>\\d{1,2})(?:[/.-]| thang )(?<month>\\d{1,2})(?:(?:[/.-]| nam )(?<year>\\d{4}))?)?'
/** "15/KH-UBND ngày 10/6", "128/QĐ-UBND". */
const BY_SIGN = new RegExp(
  `(?<![\\d/])(?<n>\\d{1,5}[a-z]?(?:/\\d{4})?) ?[/-] ?(?<sign>(?:${KIND})(?:[-/](?!ngay)[a-z]{2,5}\\d{0,2})*)(?![a-z])${DAY}`,
)
/** "kế hoạch số 15 ngày 10/6": the kind is said before the number. */
const BY_WORD = new RegExp(
  `\\b(?<kind>kh|ke hoach|qd|quyet dinh|cong van|cv|to trinh|ttr) so:? ?(?<n>\\d{1,5})(?![\\d/]|[.,]\\d)${DAY}`,
)
const SIGN_OF: Readonly<Record<string, string>> = {
  ...{ kh: 'KH', 'ke hoach': 'KH', qd: 'QĐ', 'quyet dinh': 'QĐ', 'cong van': 'CV', cv: 'CV' },
  ...{ 'to trinh': 'TTr', ttr: 'TTr' },
}
/** Folding took their marks away. */
const SPELLING: Readonly<Record<string, string>> = {
  ...{ QD: 'QĐ', ND: 'NĐ', HDND: 'HĐND', HDTD: 'HĐTĐ', TTR: 'TTr' },
}

const spelt = (sign: string) =>
  sign
    .toUpperCase()
    .split(/[-/]/)
    .map((part) => SPELLING[part] ?? part)
    .join('-')

function dayIn(
  { day, month, year }: Readonly<Partial<Record<string, string>>>,
  today: Temporal.PlainDate,
): Temporal.PlainDate | undefined {
  if (day === undefined || month === undefined) return undefined
  return year === undefined
    ? nearestYearly({ today, looking: 'back' }, Number(month), Number(day))
    : dayOf(Number(year), Number(month), Number(day))
}

/**
 * The first official paper that folded text names by number, with the day it bears: "KH số
 * 15/KH-UBND ngày 10/6" is 15/KH-UBND. A day without a year is the last such before `today`.
 */
export function readPaper(folded: string, today: Temporal.PlainDate): Paper | undefined {
  const found = BY_SIGN.exec(folded) ?? BY_WORD.exec(folded)
  if (found === null) return undefined
  const { n = '', sign, kind = '' } = found.groups ?? {}
  const on = dayIn(found.groups ?? {}, today)
  const number = `${n}/${sign === undefined ? (SIGN_OF[kind] ?? '') : spelt(sign)}`
  return { number, ...(on === undefined ? {} : { on }) }
}
