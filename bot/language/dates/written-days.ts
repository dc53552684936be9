import type { Temporal } from 'temporal-polyfill'
import type { Calendar } from './calendar-days.ts'
import { dayOf, nearestMonthly, nearestYearly } from './calendar-days.ts'
import type { DateRule, Groups } from './date-rule.ts'
import { NUMBER, valueOf } from '../deadline-wording/number-words.ts'

const DAY = '(?:0?[1-9]|[12]\\d|3[01])'
const MONTH = '(?:0?[1-9]|1[0-2])'
const YEAR = '(?:19\\d\\d|20\\d\\d|\\d\\d)'
const WEEKDAY = '(?:(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn|t[2-7])[ ,]+(?:la )?)?'
const LEAD = '(?:(?:ngay|hom|sang|trua|chieu|toi|(?<!chao )mung|mong|vao) )*'
const START = `(?<![\\d/.,-])${WEEKDAY}${LEAD}`
const LEAD_GIVEN = `(?<![\\da-z/.,-])${WEEKDAY}(?:(?:ngay|hom|sang|trua|chieu|toi|mung|mong) )+`
const END = '(?![\\d]|[/.-]\\d)'
/** Behind "ngày 7 11", where the second number counts nothing. */
const NO_COUNT =
  '(?= *(?:$|[.,;:)\\n]|(?:xa (?:to chuc|hop|ra quan|mo|trao|tiep|phat|em|toi|minh|da)|ubnd|hdnd|em|toi|ben|da|vua|co|tai|o|va|to chuc|ra quan|hop|mo|trao|tang|tiep|phat|don|lam|gui|nop|bao cao|sang|chieu|toi|vao|luc|thi|duoc|nhe|a)\\b))'
const UNTIL = ' ?(?:-|->|~|den|toi) ?(?:het )?'
const OF_MONTH = '(?: ?/ ?|[.-]| ?thang )'
const OF_YEAR = '(?:[/.-]| ?,? nam )'

const full = (n: number) =>
  `${LEAD}(?<d${n}>${DAY})${OF_MONTH}(?<m${n}>${MONTH})(?:${OF_YEAR}(?<y${n}>${YEAR}))?`

const yearOf = (digits: string) => (digits.length === 2 ? 2000 + Number(digits) : Number(digits))

function dayIn(groups: Groups, calendar: Calendar): Temporal.PlainDate | undefined {
  const { d, m, y } = groups
  return y === undefined
    ? nearestYearly(calendar, Number(m), Number(d))
    : dayOf(yearOf(y), Number(m), Number(d))
}

const MONTH_WORDS: Readonly<Record<string, number>> = { gieng: 1, chap: 12 }

/** "ngày mười bốn tháng mười một (năm 2025)". */
function dayInWords({ d = '', m = '', y }: Groups, calendar: Calendar) {
  const month = /^\d/.test(m) ? Number(m) : (MONTH_WORDS[m] ?? valueOf(m))
  const day = dayIn({ d: String(valueOf(d)), m: String(month), y }, calendar)
  return present(day)
}

const present = <T>(value: T | undefined): readonly T[] => (value === undefined ? [] : [value])

/** "3/11 - 7/11/2025", "từ 28/12 đến 4/1": the first day takes the year that puts it before the last. */
function intervalIn(groups: Groups, calendar: Calendar) {
  const { d1, m1 = groups['m2'], y1, d2, m2, y2 } = groups
  const to = dayIn({ d: d2, m: m2, y: y2 ?? y1 }, calendar)
  if (to === undefined) return []
  const from = dayOf(y1 === undefined ? to.year : yearOf(y1), Number(m1), Number(d1))
  if (from === undefined) return []
  const ordered =
    from.toString() > to.toString() && y1 === undefined ? from.subtract({ years: 1 }) : from
  return ordered.toString() > to.toString() ? [] : [{ from: ordered, to }]
}

/** Days written in figures, the more specific forms first. */
export const WRITTEN_DAYS: readonly DateRule[] = [
  {
    pattern: new RegExp(`(?<![\\d/.,-])(?:tu )?${full(1)}${UNTIL}${full(2)}${END}`, 'g'),
    read: intervalIn,
  },
  {
    pattern: new RegExp(
      `(?<![\\d/.,-]|\\bthang )(?:tu )?${LEAD}(?<d1>${DAY})${UNTIL}${LEAD}(?<d2>${DAY})(?: ?/ ?| thang )(?<m2>${MONTH})(?:${OF_YEAR}(?<y2>${YEAR}))?${END}`,
      'g',
    ),
    read: intervalIn,
  },
  {
    pattern: new RegExp(
      `${START}(?<days>${DAY}(?:(?: ?, ?| va | & | voi )(?:${LEAD})${DAY})+)(?: ?/ ?| thang )(?<m>${MONTH})(?:${OF_YEAR}(?<y>${YEAR}))?${END}`,
      'g',
    ),
    read: ({ days = '', m, y }, calendar) =>
      (days.match(/\d+/g) ?? []).flatMap((d) => present(dayIn({ d, m, y }, calendar))),
  },
  {
    pattern: /(?<!\d)(?<y>20\d\d)-(?<m>0[1-9]|1[0-2])-(?<d>[0-2]\d|3[01])(?!\d)/g,
    read: (groups, calendar) => present(dayIn(groups, calendar)),
  },
  {
    pattern: new RegExp(
      `${START}(?<d>${DAY})(?:([/.-])(?<m>${MONTH})\\2(?<y>${YEAR})| thang (?<m_>${MONTH})${OF_YEAR}(?<y_>${YEAR}))${END}`,
      'g',
    ),
    read: ({ d, m, y, m_, y_ }, calendar) =>
      present(dayIn({ d, m: m ?? m_, y: y ?? y_ }, calendar)),
  },
  {
    pattern: new RegExp(
      `\\b(?:ngay|mung|mong|hom) (?<d>${NUMBER}) thang (?<m>muoi (?:mot|hai)|muoi|gieng|chap|mot|hai|ba|tu|nam|sau|bay|tam|chin|\\d{1,2})\\b(?:,? nam (?<y>20\\d\\d))?`,
      'g',
    ),
    read: dayInWords,
  },
  {
    pattern: new RegExp(`${START}(?<d>${DAY})(?: ?/ ?| ?thang )(?<m>${MONTH})${END}`, 'g'),
    read: (groups, calendar) => present(dayIn(groups, calendar)),
  },
  {
    pattern: new RegExp(`${LEAD_GIVEN}(?<d>${DAY})[.-](?<m>${MONTH})${END}`, 'g'),
    read: (groups, calendar) => present(dayIn(groups, calendar)),
  },
  {
    pattern: new RegExp(
      `${LEAD_GIVEN}(?<d>${DAY}) (?<m>${MONTH})(?: (?<y>20\\d\\d)${END}|(?!\\d)${NO_COUNT})`,
      'g',
    ),
    read: (groups, calendar) => present(dayIn(groups, calendar)),
  },
  {
    pattern: new RegExp(
      `(?<![\\da-z/.,-])(?:ngay|hom|mung|mong)(?: mung| mong)? (?<d>${DAY})(?![\\d/]|[.-]\\d| ?%)`,
      'g',
    ),
    read: ({ d }, calendar) => present(nearestMonthly(calendar, Number(d))),
  },
]
