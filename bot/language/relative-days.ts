import type { Around, DateRule, Groups } from './date-rule.ts'
import type { Calendar } from './calendar-days.ts'
import { nearestMonth, nearestWeekday, weekOf } from './calendar-days.ts'
import type { Interval } from './understanding.ts'

const WEEKDAYS: Readonly<Record<string, number>> = {
  ...{ hai: 1, ba: 2, tu: 3, nam: 4, sau: 5, bay: 6, cn: 7, nhat: 7 },
  ...{ 2: 1, 3: 2, 4: 3, 5: 4, 6: 5, 7: 6 },
}
const LAST = 'truoc|qua|roi|vua roi|vua qua|ngoai'
const NEXT = 'sau|toi|ke tiep'
const COUNTED: Readonly<Record<string, number>> = { mot: 1, hai: 2, ba: 3, bon: 4, nam: 5, vai: 3 }

const isLast = (word: string) => new RegExp(`(?:${LAST})$`).test(word)
const isNext = (word: string) => new RegExp(`(?:${NEXT})$`).test(word)
const weeksAway = (word: string) => (isLast(word) ? -1 : isNext(word) ? 1 : 0)

/** "sáng nay", not "sang nay": with marks the part of the day must be spelt as one. */
const PARTS_OF_DAY = /^(?:h[ôo]m|bữa|sáng|trưa|chiều|tối|đêm|ngày|sớm|hn|hqua|mai|mốt|kia|[a-z ]*$)/i
const isNotPartOfDay = ({ typed }: Around) => !PARTS_OF_DAY.test(typed)

/** "Mai" may be a name or the beginning of one. */
const isNameMai = ({ before, typed, after }: Around) =>
  isNotPartOfDay({ before, typed, after }) ||
  /^M/.test(typed.slice(-3)) ||
  /^ sao\b/.test(after) ||
  (/^mai$/.test(typed) && /(?:chi|anh|ba|ong|co|chu|em|thi|dc|d\/c|dong chi|hoa|xa|ly|le|vi|hoang|nong) $/.test(before))

const inDays = (days: number): DateRule['read'] => (_groups, { today }) => [today.add({ days })]

function weekdayIn({ w = '', which = '' }: Groups, calendar: Calendar) {
  const weekday = WEEKDAYS[w.split(' ').at(-1) ?? ''] ?? WEEKDAYS[w.replace('t', '')]
  if (weekday === undefined) return []
  const { today } = calendar
  if (which.startsWith('tuan')) {
    return [weekOf(today, weeksAway(which)).from.add({ days: weekday - 1 })]
  }
  if (isLast(which)) return [nearestWeekday({ today: today.subtract({ days: 1 }), looking: 'back' }, weekday)]
  if (which === 'toi') return [nearestWeekday({ today: today.add({ days: 1 }), looking: 'forward' }, weekday)]
  if (which === 'sau') return [weekOf(today, 1).from.add({ days: weekday - 1 })]
  if (which === 'nay') return [weekOf(today, 0).from.add({ days: weekday - 1 })]
  return [nearestWeekday(calendar, weekday)]
}

/** "kỳ họp thứ sáu" and "thu 2 triệu" are no weekdays; "t6" alone is a month unless a part of the day or a week is named. */
function isNoWeekday({ before, typed, after }: Around): boolean {
  if (/(?:ky hop|lan|khoa|hang|phien|dai hoi|hoi nghi|ky|vi tri|nguoi) (?:thuong ky )?$/.test(before)) return true
  if (/^ ?(?:trieu|ty|ti|tr|dong|nghin|ngan|k|vnd)\b/.test(after)) return true
  if (/thu\b/i.test(typed) && /[à-ỹ]/i.test(typed)) return true
  return /(?:^|\s)thu\b/i.test(typed) && /[đĐ]/.test(typed)
}

const PART_OF_MONTH: Readonly<Record<string, (last: number) => readonly [number, number]>> = {
  dau: () => [1, 10],
  giua: () => [11, 20],
  cuoi: (last) => [21, last],
}

function partOfMonth({ part = '', m, which = '' }: Groups, calendar: Calendar): readonly Interval[] {
  const present = calendar.today.toPlainYearMonth()
  const month =
    m === undefined ? present.add({ months: weeksAway(which) }) : nearestMonth(calendar, Number(m))
  const [from, to] = PART_OF_MONTH[part]?.(month.daysInMonth) ?? [1, month.daysInMonth]
  return [{ from: month.toPlainDate({ day: from }), to: month.toPlainDate({ day: to }) }]
}

const PART_OF_WEEK: Readonly<Record<string, readonly [number, number]>> = {
  dau: [0, 1],
  giua: [2, 3],
  cuoi: [5, 6],
}

function partOfWeek({ part = '', which = '' }: Groups, calendar: Calendar): readonly Interval[] {
  const [first, last] = PART_OF_WEEK[part] ?? [0, 6]
  const { today, looking } = calendar
  const notYet = looking === 'back' && which === '' && today.dayOfWeek - 1 < first
  const { from } = weekOf(today, notYet ? -1 : weeksAway(which))
  return [{ from: from.add({ days: first }), to: from.add({ days: last }) }]
}

const WHICH_WEEK = `(?<which>${LAST}|nay|${NEXT})`

/** Days told from today. Order matters: "thứ sáu tuần trước" before "tuần trước". */
export const RELATIVE_DAYS: readonly DateRule[] = [
  { pattern: /\b(?:hom kia|bua kia|hom kia)\b/g, read: inDays(-2) },
  { pattern: /\b(?:ngay kia|ngay mot|ngay mốt)\b/g, read: inDays(2) },
  {
    pattern:
      /\b(?:hom|hum|bua|sang|trua|chieu|toi|dem) nay\b|(?<=^|[.,;:\n] ?)hn\b(?= )/g,
    read: inDays(0),
    unless: isNotPartOfDay,
  },
  {
    pattern: /\b(?:(?:hom|hum|bua|sang|trua|chieu|toi|dem|ngay) qua|hqua|hom truoc hom nay)\b/g,
    read: inDays(-1),
    unless: isNotPartOfDay,
  },
  {
    pattern: new RegExp(
      `\\b(?:(?:sang|trua|chieu|toi|hom|ngay|vao) )*(?<w>thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn)\\b(?! ?%)(?: (?<which>tuan (?:${LAST}|nay|${NEXT})|${LAST}|nay|${NEXT})\\b)?`,
      'g',
    ),
    read: weekdayIn,
    unless: isNoWeekday,
  },
  {
    pattern: new RegExp(
      `\\b(?:(?:sang|trua|chieu|toi|hom|ngay|vao|den) )+(?<w>t[2-7])\\b(?: (?<which>tuan (?:${LAST}|nay|${NEXT})|nay|${LAST}|${NEXT})\\b)?|\\b(?<w_>t[2-7]) (?<which_>tuan (?:${LAST}|nay|${NEXT})|nay\\b|toi\\b)`,
      'g',
    ),
    read: ({ w, which, w_, which_ }, calendar) =>
      weekdayIn({ w: w ?? w_, which: which ?? which_ }, calendar),
  },
  {
    pattern: /\b(?:cach day )?(?<n>\d{1,2}|mot|hai|ba|bon|nam) (?:ngay|hom|bua) (?<which>truoc|nua|toi|sau)\b/g,
    read: ({ n = '', which = '' }, { today }) => [
      today.add({ days: (COUNTED[n] ?? Number(n)) * (which === 'truoc' ? -1 : 1) }),
    ],
  },
  {
    pattern: new RegExp(`\\b(?<part>dau|giua|cuoi) tuan\\b(?: ${WHICH_WEEK}\\b)?`, 'g'),
    read: partOfWeek,
  },
  {
    pattern: new RegExp(`\\btuan ${WHICH_WEEK}\\b`, 'g'),
    read: ({ which = '' }, { today }) => [weekOf(today, weeksAway(which))],
  },
  {
    pattern: /\b(?<n>\d|mot|hai|ba) tuan (?<which>truoc|nua)\b/g,
    read: ({ n = '', which }, { today }) => [
      weekOf(today, (COUNTED[n] ?? Number(n)) * (which === 'truoc' ? -1 : 1)),
    ],
  },
  {
    pattern: new RegExp(
      `\\b(?<part>dau|giua|cuoi) thang\\b(?: (?:(?<m>0?[1-9]|1[0-2])(?![\\d/])|${WHICH_WEEK}\\b))?`,
      'g',
    ),
    read: partOfMonth,
  },
  {
    pattern: /\b(?:(?:sang|trua|chieu|toi|dem|ngay|som) )?mai\b/g,
    read: inDays(1),
    unless: isNameMai,
  },
]
