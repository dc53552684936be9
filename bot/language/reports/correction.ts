import { readAmount } from '../figures/amounts.ts'
import type { Reading } from '../writing/fold.ts'
import { DIGITS, numberOf } from '../figures/numbers.ts'
import { takenBack } from '../writing/slips.ts'
import type { Correction } from '../understanding.ts'

/** A number, perhaps scaled; no day, code or telephone. */
const num = (name: string) =>
  `(?<![\\d/.,-])(?<${name}>${DIGITS})(?![\\d/]|[.,]\\d)(?: ?(?:ty|trieu|trd|tr|nghin|ngan|dong|d)(?![a-z]))?`
const NOUN = '(?:,? ?[a-z]+\\b){0,4}?'
const NOT = '(?:khong|ko|kg|khg|hok|k) (?:phai|phai la|fai)'

const DO = 'sua|(?<!chuyen )doi|chinh|thay|dieu chinh|cap nhat|dinh chinh'
const BECOMES = '(?:(?<!hoan )(?<!lap )thanh|bang|sang|ra|->|=>|→)'

/** The ways of correcting a figure, the more telling first. */
const FORMS: readonly RegExp[] = [
  new RegExp(`${num('to')}${NOUN},? (?:chu|ma|va)? ?${NOT}(?: la)? ?${num('from')}`),
  new RegExp(
    `${NOT}(?: la)? ?${num('from')}${NOUN},? (?:ma|phai|la|moi)(?: la| phai| dung)* ?${num('to')}`,
  ),
  new RegExp(`\\b${NOT}(?: la)? ?${num('from')}${NOUN},? ${num('to')}`),
  new RegExp(`\\btu ${num('from')}${NOUN} ?(?:xuong|len|thanh|sang)(?: con)? ?${num('to')}`),
  new RegExp(
    `\\b(?:so|luot|nguoi|kinh phi|so lieu)\\b${NOUN} (?:phai la|dung la|dung ra la) ?${num('to')}`,
  ),
  new RegExp(`\\bnham ${num('to')}${NOUN} ?thanh ${num('from')}`),
  new RegExp(
    `\\b(?:muc|dong|y|phan|so thu tu|stt) ?(?:so )?(?<item>\\d)(?!\\d)(?: ?(?::|la|thanh|bang|sang|->|=>|sua thanh|doi thanh))+ ?${num('to')}`,
  ),
  new RegExp(`\\b(?:${DO})\\b${NOUN} ?${num('from')}${NOUN} ?${BECOMES} ?${num('to')}`),
  new RegExp(
    `^[^\\d]{0,12}${num('from')}${NOUN} ?(?:(?<!hoan )(?<!lap )thanh|->|=>|→) ?${num('to')}`,
  ),
  new RegExp(`${num('from')}${NOUN} la (?:sai|nham),? ?(?:phai la |dung la |la )?${num('to')}`),
  new RegExp(`\\bsai,? (?:${NOUN} )?(?:dung la |phai la |dung phai la |la )${num('to')}`),
  new RegExp(`${num('to')}${NOUN} (?:moi dung|moi phai|la dung)`),
  new RegExp(`\\b(?:${DO})\\b${NOUN} (?:lai )?(?:thanh|la|con|len|xuong) ?${num('to')}`),
  new RegExp(
    `\\b(?:nham|sai|lon(?=[,.:;]| roi))(?: roi| so| so lieu)?[ ,.:;-]+(?:la |phai la |dung la |dung ra la )?${num('to')}`,
  ),
  new RegExp(
    `\\b(?:ghi|bao|bao cao|nhap|gui|nop|khai)\\b[^\\d\\n]{0,20}${num('from')}[^\\d\\n]{0,25}?\\b(?:thuc te|thuc ra|that ra|dung ra|chinh xac|dung)(?: chi| la| co| phai| thi)* ?${num('to')}`,
  ),
  new RegExp(
    `\\b(?:bo|huy|xoa|thay)(?: cai)?(?: con)? so(?: lieu)? ${num('from')}${NOUN}[ ,]*(?:ghi|thay|sua|nhap|lay|de)(?: lai)?(?: la| thanh| bang)? ?${num('to')}`,
  ),
  new RegExp(`\\b(?:dung|dung ra) (?:la|phai la) ${num('to')}`),
]

function valueAt(reading: Reading, found: RegExpExecArray, name: string): number | undefined {
  const [start, end] = found.indices?.groups?.[name] ?? []
  if (start === undefined || end === undefined) return undefined
  const value = numberOf(reading.folded.slice(start, end))
  return readAmount(reading, reading.folded, { value, start, end })?.value ?? value
}

/** Without a word of correcting, "12 hội nghị, không phải nộp 3" is no correction. */
const WITHIN = 240

/**
 * Reads "nhầm, 25 chứ không phải 20", "sửa 20 thành 25", "20 là sai, 25 mới đúng", "sửa mục 3 thành
 * 25". "Ghi nhầm 60 thành 600" says that 60 was meant. Nothing where a message corrects no figure.
 */
export function readCorrection(reading: Reading): Correction | undefined {
  if (takenBack(reading) !== undefined) return undefined
  const folded = reading.folded.slice(0, WITHIN)
  for (const form of FORMS) {
    const found = new RegExp(form.source, 'd').exec(folded)
    const to = found && valueAt(reading, found, 'to')
    if (found === null || typeof to !== 'number') continue
    const from = valueAt(reading, found, 'from')
    const item = found.groups?.['item']
    return {
      to,
      ...(from === undefined ? {} : { from }),
      ...(item === undefined ? {} : { item: Number(item) }),
    }
  }
  return undefined
}
