import type { Calendar } from './calendar-days.ts'
import { nearestWeekday, weekOf } from './calendar-days.ts'
import type { Around, DateRule, Groups } from './date-rule.ts'

/** Words behind a weekday, a week or a month that say which. */
export const LAST = 'truoc|qua|roi|vua roi|vua qua|ngoai'
export const NEXT = 'sau|toi|ke tiep'
const IS_LAST = new RegExp(`(?:${LAST})$`)
const IS_NEXT = new RegExp(`(?:${NEXT})$`)

/** −1 for the one before, 1 for the next, 0 for this one or where nothing is said. */
export function away(which: string | undefined): -1 | 0 | 1 {
  if (which === undefined) return 0
  return IS_LAST.test(which) ? -1 : IS_NEXT.test(which) ? 1 : 0
}

const WEEKDAYS: Readonly<Record<string, number>> = {
  ...{ hai: 1, ba: 2, tu: 3, nam: 4, sau: 5, bay: 6, nhat: 7, cn: 7 },
  ...{ 2: 1, 3: 2, 4: 3, 5: 4, 6: 5, 7: 6, t2: 1, t3: 2, t4: 3, t5: 4, t6: 5, t7: 6 },
}

function weekdayIn({ w = '', which }: Groups, calendar: Calendar) {
  const weekday = WEEKDAYS[w.split(' ').at(-1) ?? '']
  if (weekday === undefined) return []
  const { today } = calendar
  const inWeek = (weeks: number) => weekOf(today, weeks).from.add({ days: weekday - 1 })
  if (which === undefined) return [nearestWeekday(calendar, weekday)]
  if (which.startsWith('tuan')) return [inWeek(away(which))]
  if (away(which) < 0)
    return [nearestWeekday({ today: today.subtract({ days: 1 }), looking: 'back' }, weekday)]
  if (which === 'toi')
    return [nearestWeekday({ today: today.add({ days: 1 }), looking: 'forward' }, weekday)]
  return [inWeek(away(which))]
}

const COUNTED = /(?:ky hop|lan|khoa|hang|phien|dai hoi|hoi nghi|ky|vi tri|nguoi) (?:thuong ky )?$/
const MONEY = /^ ?(?:trieu|ty|ti|tr|dong|nghin|ngan|k|vnd)\b/
const SPELT_OTHERWISE = /(?:^|\s)thu (?=.*[à-ỹđ])/i

/** "kỳ họp thứ sáu" counts meetings, "thu 2 triệu" collects money. */
const isNoWeekday = ({ before, typed, after }: Around): boolean =>
  COUNTED.test(before) || MONEY.test(after) || SPELT_OTHERWISE.test(typed)

const WHICH = `tuan (?:${LAST}|nay|${NEXT})|${LAST}|nay|${NEXT}`
const AT = '(?:(?:sang|trua|chieu|toi|hom|ngay|vao|den) )'

/** "t6" is a month, unless a part of the day or a week is named with it. */
export const WEEKDAY_RULES: readonly DateRule[] = [
  {
    pattern: new RegExp(
      `\\b${AT}*(?<w>thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn)\\b(?! ?%)(?: (?<which>${WHICH})\\b)?`,
      'g',
    ),
    read: weekdayIn,
    unless: isNoWeekday,
  },
  {
    pattern: new RegExp(`\\b${AT}+(?<w>t[2-7])\\b(?: (?<which>${WHICH})\\b)?`, 'g'),
    read: weekdayIn,
  },
  {
    pattern: new RegExp(`\\b(?<w>t[2-7]) (?<which>tuan (?:${LAST}|nay|${NEXT})|nay|toi)\\b`, 'g'),
    read: weekdayIn,
  },
]
