import type { Temporal } from 'temporal-polyfill'
import { lastDayOf, readDates } from '../dates/dates.ts'
import { fold, readingOf } from '../writing/fold.ts'
import { readPaper } from './papers.ts'

/** What is changed of a unit's plan that is recorded: its number, or a bare figure of it, its day, or all of it. */
export type PlanErrand =
  | {
      readonly kind: 'correct'
      readonly number?: string
      readonly on?: Temporal.PlainDate
    }
  | { readonly kind: 'withdraw' }

const START = String.raw`^\s*(?:(?:xin|cho|de nghi|toi|em|minh|nhap|nham)[, ]+)*`
const PLAN = '(?:kh|ke hoach)'
const CORRECT = new RegExp(
  String.raw`${START}(?:sua|doi|dinh chinh|chinh)\s+(?:lai\s+)?(?:(?<what>so|ngay)\s+(?:ban hanh\s+)?(?:cua\s+)?)?${PLAN}\b.*?(?:\bthanh\b|\bla\b|:)\s*(?<to>\S.*)$`,
  'u',
)
const WITHDRAW = new RegExp(
  String.raw`${START}(?:rut|huy|go|xoa)\s+(?:lai\s+)?(?:bao\s+|ghi nhan\s+)?${PLAN}(?:\s+(?:so|cua|don vi|rieng|da|xa|phuong|thi tran|phong|thon|to dan pho|co quan|trung tam|truong)\b.*)?\s*[.!]*$`,
  'u',
)
/** "16": the rest of the number stays. */
const BARE = /^(?:so\s+)?(?<n>\d{1,5}[a-z]?)(?![\d/.-])/u

/** "sửa số KH thành 16", "rút kế hoạch": an errand about the plan that the unit has issued; undefined for others. */
export function readPlanErrand(text: string, today: Temporal.PlainDate): PlanErrand | undefined {
  const folded = fold(text).trim()
  if (WITHDRAW.test(folded)) return { kind: 'withdraw' }
  const { what, to } = CORRECT.exec(folded)?.groups ?? {}
  if (to === undefined) return undefined
  const number = what === 'ngay' ? undefined : (readPaper(to, today)?.number ?? bareNumber(to))
  const on = what === 'so' ? readPaper(to, today)?.on : readDay(to, today, 'back')
  return {
    kind: 'correct',
    ...(number === undefined ? {} : { number }),
    ...(on === undefined ? {} : { on }),
  }
}

function bareNumber(to: string): string | undefined {
  return BARE.exec(to)?.groups?.['n']
}

/** The last day that the words name, in Vietnam: of what was done looking back, of a deadline looking forward. */
export function readDay(
  text: string,
  today: Temporal.PlainDate,
  looking: 'back' | 'forward',
): Temporal.PlainDate | undefined {
  const reading = readingOf(text)
  const days = readDates(reading, reading.folded, { today, looking }).map(lastDayOf)
  return days.findLast((day) => day !== undefined)
}

const WHO =
  /\b(?:ai|bao nhieu|(?:don vi|xa|phuong|thi tran|thon|to dan pho|phong|co quan|truong|tram|trung tam) nao)\b/u
const DAY_WORDS = /\b(?:han|thoi han|cham nhat|truoc|den het)\b/u

/** "ai chưa ban hành kế hoạch". */
export function asksWhoIssued(text: string): boolean {
  return WHO.test(fold(text))
}

/** "hạn ban hành kế hoạch 30/6": about the day by which plans are to be issued. */
export function speaksOfPlanDay(text: string): boolean {
  return DAY_WORDS.test(fold(text))
}

/** Whether the words are about units' plans: "nhắc xã X ban hành kế hoạch". */
export function speaksOfPlans(text: string): boolean {
  return /\bban hanh (?:kh|ke hoach)\b|\b(?:kh|ke hoach) (?:cua )?(?:don vi|rieng)\b/u.test(
    fold(text),
  )
}
