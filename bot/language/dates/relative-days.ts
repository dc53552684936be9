import type { Calendar } from './calendar-days.ts'
import { nearestMonth, weekOf } from './calendar-days.ts'
import type { Around, DateRule, Groups } from './date-rule.ts'
import type { Interval } from '../understanding.ts'
import { away, LAST, NEXT, WEEKDAY_RULES } from './weekdays.ts'

const COUNTED: Readonly<Record<string, number>> = { mot: 1, hai: 2, ba: 3, bon: 4, nam: 5 }

/** With marks the part of the day must be spelt as one: "sáng nay", not "sang nay". */
const PART_OF_DAY = /^(?:hôm|bữa|sáng|trưa|chiều|tối|đêm|ngày|sớm|mai|[a-z ]*$)/i
const isNoPartOfDay = ({ typed }: Around) => !PART_OF_DAY.test(typed)

const TITLE = /(?:chi|anh|ba|ong|co|chu|em|thi|dc|d\/c|dong chi|hoa|xa|ly|le|vi|hoang|nong) $/

/** "Mai" may be a person, or begin the name of a place. */
const isNameMai = (around: Around) =>
  isNoPartOfDay(around) ||
  /M\p{L}*$/u.test(around.typed) ||
  /^ sao\b/.test(around.after) ||
  (around.typed === 'mai' && TITLE.test(around.before))

const inDays =
  (days: number): DateRule['read'] =>
  (_groups, { today }) => [today.add({ days })]

const counted = ({ n = '' }: Groups) => COUNTED[n] ?? Number(n)

const PART_OF_MONTH: Readonly<Record<string, (last: number) => readonly [number, number]>> = {
  dau: () => [1, 10],
  giua: () => [11, 20],
  cuoi: (last) => [21, last],
}

/** "đầu, giữa, cuối tháng": its first ten days, its second, the rest. */
function partOfMonth({ part = '', m, which }: Groups, calendar: Calendar): readonly Interval[] {
  const month =
    m === undefined
      ? calendar.today.toPlainYearMonth().add({ months: away(which) })
      : nearestMonth(calendar, Number(m))
  const [from, to] = PART_OF_MONTH[part]?.(month.daysInMonth) ?? [1, month.daysInMonth]
  return [{ from: month.toPlainDate({ day: from }), to: month.toPlainDate({ day: to }) }]
}

const PART_OF_WEEK: Readonly<Record<string, readonly [number, number]>> = {
  dau: [0, 1],
  giua: [2, 3],
  cuoi: [5, 6],
}

/** "đầu tuần" is Monday and Tuesday, "cuối tuần" Saturday and Sunday. */
function partOfWeek({ part = '', which }: Groups, calendar: Calendar): readonly Interval[] {
  const [first, last] = PART_OF_WEEK[part] ?? [0, 6]
  const { today, looking } = calendar
  const isAhead = looking === 'back' && which === undefined && today.dayOfWeek - 1 < first
  const { from } = weekOf(today, isAhead ? -1 : away(which))
  return [{ from: from.add({ days: first }), to: from.add({ days: last }) }]
}

const WHICH = `(?<which>${LAST}|nay|${NEXT})`

/** "từ đầu tháng (10) đến nay", "từ đầu tuần tới giờ", "từ đầu năm đến nay": up to today. */
function untilNow({ part = '', m }: Groups, calendar: Calendar): readonly Interval[] {
  const { today } = calendar
  const quarter = today.with({ month: Math.floor((today.month - 1) / 3) * 3 + 1, day: 1 })
  const from =
    part === 'tuan'
      ? weekOf(today, 0).from
      : part === 'nam'
        ? today.with({ month: 1, day: 1 })
        : part === 'quy'
          ? quarter
          : (m === undefined
              ? today.toPlainYearMonth()
              : nearestMonth(calendar, Number(m))
            ).toPlainDate({ day: 1 })
  return [{ from, to: today }]
}

/** Days told from today. Order matters: "thứ sáu tuần trước" before "tuần trước". */
export const RELATIVE_DAYS: readonly DateRule[] = [
  {
    pattern:
      /\btu dau (?<part>tuan|thang|quy|nam)(?: (?<m>0?[1-9]|1[0-2])(?!\d)| nay)? (?:den|toi|cho den) (?:nay|gio|hom nay|bay gio|thoi diem nay)\b/g,
    read: untilNow,
  },
  { pattern: /\b(?:hom|bua) kia\b/g, read: inDays(-2) },
  { pattern: /\bngay (?:kia|mot)\b/g, read: inDays(2) },
  {
    pattern:
      /\b(?:hom|hum|bua|sang|trua|chieu|toi|dem) nay\b|(?<=^|[.,;:\n] ?)hn\b(?= )(?! ?(?:[\d#]|ngay|hom qua|vua|txct|tuyen truyen|tiep xuc|pho bien|trien khai|tong ket|so ket|tap huan|quan triet|gap mat|doi thoai|lay y kien|hiep thuong|cu tri|can bo|nhan dan|thon|chi bo|nay|do))/g,
    read: inDays(0),
    unless: isNoPartOfDay,
  },
  {
    pattern: /\b(?:(?:hom|hum|bua|sang|trua|chieu|toi|dem|ngay) qua|hqua)\b/g,
    read: inDays(-1),
    unless: isNoPartOfDay,
  },
  ...WEEKDAY_RULES,
  {
    pattern:
      /\b(?:cach day )?(?<n>\d{1,2}|mot|hai|ba|bon|nam) (?:ngay|hom|bua) (?<which>truoc|nua|toi|sau)\b/g,
    read: (groups, { today }) => [
      today.add({ days: counted(groups) * (groups['which'] === 'truoc' ? -1 : 1) }),
    ],
  },
  {
    pattern: new RegExp(`\\b(?<part>dau|giua|cuoi) tuan\\b(?: ${WHICH}\\b)?`, 'g'),
    read: partOfWeek,
  },
  {
    pattern: new RegExp(`\\btuan ${WHICH}\\b`, 'g'),
    read: ({ which }, { today }) => [weekOf(today, away(which))],
  },
  {
    pattern: /\b(?<n>\d|mot|hai|ba) tuan (?<which>truoc|nua)\b/g,
    read: (groups, { today }) => [
      weekOf(today, counted(groups) * (groups['which'] === 'truoc' ? -1 : 1)),
    ],
  },
  {
    pattern: new RegExp(
      `\\b(?<part>dau|giua|cuoi) thang\\b(?: (?:(?<m>0?[1-9]|1[0-2])(?![\\d/])|${WHICH}\\b))?`,
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
