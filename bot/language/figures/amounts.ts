import type { Reading } from '../writing/fold.ts'
import type { NumberMatch } from './numbers.ts'
import { MARKED_NUMBERS, SCALES } from './numbers.ts'

/** A number with its scale. `money`: "đồng" follows, or a scale that nothing but money has ("tr"). */
export type Amount = {
  readonly value: number
  readonly money: boolean
  /** Only "k" follows: "50k" is money, "2,5k lượt xem" is not. */
  readonly thousands: boolean
  /** Where its scale or "đồng" begins, and ends. */
  readonly unitStart: number
  readonly end: number
}

const SCALED =
  /^(?: ?(?<worded>ty|ti(?! vi)|trieu|trd|tr|nghin|ngan|tram|chuc|van)|(?<k>k))(?![a-z])(?:(?<decimals>\d{1,3})(?![\d.,]))?(?<half> ruoi\b)?(?: (?<more>\d{1,3}) ?(?<moreScale>trieu|tr|nghin|ngan)\b)?/
const DONG = /^ ?(?:dong(?! chi)|vnd|d)(?![a-z/])/
const ONLY_MONEY = /^(?:tr|trd|k)$/
/** Folded, these are other words as well: "trạm", "văn bản". */
const DOUBTFUL = /^(?:tram|chuc|van)$/
const COUNTED_BY_VAN = /^ (?:luot|nguoi|dong(?! vien)|cay)/

type Scaled = { readonly groups: Partial<Record<string, string>>; readonly length: number }

function scaleAfter(reading: Reading, masked: string, at: number): Scaled | undefined {
  const rest = masked.slice(at, at + 40)
  const found = SCALED.exec(rest)
  if (found === null) return undefined
  const word = found.groups?.['worded'] ?? ''
  const typed = reading.typed
    .slice(at, at + found[0].length)
    .trim()
    .toLowerCase()
  const isSpelt = !reading.marked || MARKED_NUMBERS.has(typed.split(/\d| /)[0] ?? '')
  if (DOUBTFUL.test(word) && !isSpelt) return undefined
  if (word === 'van' && !COUNTED_BY_VAN.test(rest.slice(found[0].length))) return undefined
  return { groups: found.groups ?? {}, length: found[0].length }
}

const times = (scale: string | undefined) => SCALES[scale ?? ''] ?? 1

/** "1tr5" is 1.5 million and "15tr500" 15.5 million: the figures behind the scale are its decimals. */
function valueOf(value: number, { groups }: Scaled): number {
  const { worded, k, decimals = '', half, more, moreScale } = groups
  const fraction = Number(decimals) / 10 ** decimals.length
  const exact = (value + fraction + (half === undefined ? 0 : 0.5)) * times(worded ?? k)
  return Math.round(exact + Number(more ?? 0) * times(moreScale))
}

/**
 * What follows a number when it is scaled or money: "180tr", "1 tỷ 200 triệu", "500.000đ", "2 nghìn".
 * Nothing when neither a scale nor đồng follows.
 */
export function readAmount(
  reading: Reading,
  masked: string,
  number: NumberMatch,
): Amount | undefined {
  const scaled = scaleAfter(reading, masked, number.end)
  const scaledEnd = number.end + (scaled?.length ?? 0)
  const dong = DONG.exec(masked.slice(scaledEnd, scaledEnd + 10))
  if (scaled === undefined && dong === null) return undefined
  const { worded, k } = scaled?.groups ?? {}
  return {
    value: scaled === undefined ? number.value : valueOf(number.value, scaled),
    thousands: dong === null && k !== undefined,
    money: dong !== null || ONLY_MONEY.test(worded ?? k ?? ''),
    unitStart: number.end + (masked.charAt(number.end) === ' ' ? 1 : 0),
    end: scaledEnd + (dong?.[0].length ?? 0),
  }
}
