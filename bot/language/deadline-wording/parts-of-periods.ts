import { daysOf } from '../../../core/calendar/periods.ts'
import type { Groups } from '../dates/date-rule.ts'
import type { NamedDays, WordingContext } from './deadline-reading.ts'
import {
  clipped,
  dayInMonth,
  dayOfMonths,
  daysOfMonth,
  inMonth,
  monthOf,
  monthSpokenOf,
  partOfMonth,
  weekdayIn,
  weekOfMonth,
  workingDayIn,
  workingDaysOfMonth,
} from './months.ts'
import { isLast, weekday } from './ordinals.ts'
import {
  edgeWorkingDay,
  inQuarter,
  monthOfQuarter,
  partOfQuarter,
  partOfYear,
  periodEdge,
  present,
  schoolYear,
} from './quarters-and-years.ts'

/** A way to name days by their place in a period: a pattern over folded text, and what its groups mean. */
export type NamingRule = {
  readonly pattern: RegExp
  readonly read: (
    groups: Groups,
    context: WordingContext,
  ) => Omit<NamedDays, 'start' | 'end'> | undefined
}

const MONTH =
  '(?:thang (?<m>1[0-2]|0?[1-9])(?!\\d|[/.-]\\d{1,2}\\b(?!\\d))(?:(?:/|-| ?,? ?nam |/nam )?(?<y>20\\d\\d))?)'
const WHICH_MONTH = '(?:thang (?<which>nay|sau|toi|ke tiep|tiep theo|lien ke|hien tai))'
const ANY_MONTH = '(?:(?:cua|moi|hang|tung|trong|cac) )*thang(?! \\d)(?: (?<plain>do|bao cao))?'
const OF_MONTH = `(?:cua |trong )?(?:${MONTH}|${WHICH_MONTH}|${ANY_MONTH})`
const QUARTER =
  '(?:(?:cua |trong |moi |hang |tung )*quy(?: ?(?<q>iv|iii|ii|i|[1-4]|bon|ba|hai|mot)\\b|\\b)(?: ?(?:/|nam )?(?<qy>20\\d\\d))?(?: (?<qwhich>nay|sau|toi|ke tiep|tiep theo|lien ke))?)'
const WEEKDAY = 'thu (?<w>hai|ba|tu|nam|sau|bay|[2-7])|(?<sunday>chu nhat)'
const NTH = '(?<nth>dau(?: tien)?|cuoi(?: cung)?|thu (?:nhat|hai|ba|tu|nam|[1-5])|[1-5])'

/** Days named by their place, the more specific first. */
export const PARTS_OF_PERIODS: readonly NamingRule[] = [
  {
    pattern:
      /\b(?:tu )?(?:ngay )?(?<d1>\d{1,2}) ?(?:-|den|toi) ?(?:het )?(?:ngay )?(?<d>\d{1,2}) (?:(?:cua|hang|moi|tung|cac) )+thang\b/g,
    read: (groups, context) => {
      const { to } = inMonth(groups, context, (month) => clipped(month, groups['d']))
      return { from: clipped(to, groups['d1']), to }
    },
  },
  {
    pattern:
      /\bngay lam viec (?<edge>cuoi(?: cung)?|dau(?: tien)?) (?:cua |trong )?(?<unit>nam|tuan)\b(?: (?:(?<y>20\d\d)|(?<which>nay|sau|toi)))?/g,
    read: edgeWorkingDay,
  },
  {
    pattern: new RegExp(
      `\\b(?<n>\\d{1,2}) ngay lam viec (?<part>dau|cuoi)(?: tien| cung)? ${OF_MONTH}`,
      'g',
    ),
    read: workingDaysOfMonth,
  },
  {
    pattern: new RegExp(
      `\\b(?<n>\\d{1,2}) ngay (?<part>dau|cuoi)(?: tien| cung)? ${OF_MONTH}`,
      'g',
    ),
    read: daysOfMonth,
  },
  {
    pattern: new RegExp(
      `\\b(?:ngay |mung |mong )?(?<d>[0-2]?\\d|3[01]) (?:cua |trong )?thang (?<nth>dau(?: tien)?|cuoi(?: cung)?|giua|thu (?:nhat|hai|ba|[1-3])) ${QUARTER}`,
      'g',
    ),
    read: (groups, context) =>
      inQuarter(groups, context, (quarter) =>
        clipped(monthOfQuarter(quarter, groups), groups['d']),
      ),
  },
  {
    pattern: new RegExp(`\\bngay lam viec ${NTH} ${OF_MONTH}`, 'g'),
    read: (groups, context) =>
      inMonth(groups, context, (month) => workingDayIn(month, groups['nth'] ?? '', context)),
  },
  {
    pattern: new RegExp(`\\bngay lam viec ${NTH} ${QUARTER}`, 'g'),
    read: (groups, context) =>
      inQuarter(groups, context, ({ from, to }) =>
        workingDayIn(isLast(groups['nth'] ?? '') ? to : from, groups['nth'] ?? '', context),
      ),
  },
  {
    pattern: new RegExp(`\\b(?:${WEEKDAY}) (?:cua )?(?:tuan )?${NTH} ${OF_MONTH}`, 'g'),
    read: (groups, context) =>
      inMonth(groups, context, (month) => weekdayIn(month, weekday(groups), groups['nth'] ?? '')),
  },
  {
    pattern: new RegExp(`\\b(?:ngay|hom) (?<nth>cuoi(?: cung)?|dau(?: tien)?) ${OF_MONTH}`, 'g'),
    read: (groups, context) =>
      inMonth(groups, context, (month) =>
        isLast(groups['nth'] ?? '') ? monthOf(month).to : month,
      ),
  },
  {
    pattern: new RegExp(`\\bngay (?<nth>cuoi(?: cung)?|dau(?: tien)?) ${QUARTER}`, 'g'),
    read: (groups, context) =>
      inQuarter(groups, context, ({ from, to }) => (isLast(groups['nth'] ?? '') ? to : from)),
  },
  {
    pattern:
      /\bngay (?<edge>cuoi(?: cung)?|dau(?: tien)?) (?:cua )?(?<unit>nam)(?: (?<y>20\d\d))?/g,
    read: periodEdge,
  },
  {
    pattern: new RegExp(`\\btuan ${NTH} (?:cua )?(?:${MONTH}|${WHICH_MONTH}|thang)`, 'g'),
    read: weekOfMonth,
  },
  {
    pattern: /\b(?:(?<edge>ket thuc|cuoi|het) )?nam hoc(?: (?<sy>20\d\d ?[-/] ?20\d\d)| nay)?/g,
    read: schoolYear,
  },
  {
    pattern: new RegExp(
      `\\b(?<part>nua dau|nua cuoi|dau|giua|cuoi|(?:thuong|trung|ha) tuan) (?:cua )?(?:${MONTH}|${WHICH_MONTH}|thang(?! \\d))`,
      'g',
    ),
    read: partOfMonth,
  },
  {
    pattern:
      /\b(?:(?<=(?:het|trong) )(?<unit>thang|quy|nam|tuan)|(?<=(?:het|trong|cuoi) )ngay)(?=$|[,.;)])/g,
    read: present,
  },
  {
    pattern: /(?<!\d,? )\bnam (?<which>sau|toi)\b/g,
    read: (_groups, { issuedOn }) => daysOf(String(issuedOn.year + 1)),
  },
  {
    pattern: new RegExp(
      `\\b(?:ngay )?(?<d>[0-2]?\\d|3[01]) (?:cua )?(?:cac )?thang (?<months>\\d{1,2}(?:(?:, ?|;| va |, va )\\d{1,2})+)(?![\\d/])`,
      'g',
    ),
    read: dayOfMonths,
  },
  { pattern: new RegExp(`\\b(?<part>dau|giua|cuoi) ${QUARTER}`, 'g'), read: partOfQuarter },
  {
    pattern:
      /(?<!thang )\b(?<part>dau|giua|cuoi) nam\b(?! hoc)(?: (?:(?<y>20\d\d)|(?<which>nay|sau|toi)))?/g,
    read: partOfYear,
  },
  {
    pattern: new RegExp(
      `(?<![\\d/.,-]|\\b(?:trong|vong|sau|khoang) )(?:ngay |mung |mong |hom )*(?<d>[0-2]?\\d|3[01])(?: (?:cua|vao|trong))? (?:${WHICH_MONTH}|(?:(?:cua|hang|moi|tung|cac) )+thang\\b)`,
      'g',
    ),
    read: dayInMonth,
  },
  {
    pattern:
      /(?<=\b(?:hang|moi|tung) thang[^\d.;]{0,40}? )(?:ngay |mung |mong )(?<d>[0-2]?\d|3[01])(?![\d/.-])/g,
    read: dayInMonth,
  },
  {
    // Where the sixth month was meant and written with its marks, it stands there in figures.
    pattern: new RegExp(`(?<!\\d )\\b${WHICH_MONTH}\\b`, 'g'),
    read: (groups, context) => monthOf(monthSpokenOf(groups, context, () => false)),
  },
]
