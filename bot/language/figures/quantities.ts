import { readAmount } from './amounts.ts'
import type { Reading, Span } from '../writing/fold.ts'
import { DOERS, isSpeltSo, measureAt, measureBefore, NOT_COUNTED, PAPERS } from './lexicon.ts'
import type { NumberMatch } from './numbers.ts'
import { DIGITS, numberOf, numbersInWords } from './numbers.ts'
import type { Figure } from '../understanding.ts'

/** A figure and where it stood, number and label together. */
export type FigureMatch = Span & { readonly figure: Figure }

/** A reading and its folded text with what is known to be no figure hidden. */
export type Masked = { readonly reading: Reading; readonly masked: string }

/** What is counted, and up to where it was read. */
type Label = Span & { readonly measure?: string }

const NUMBER = new RegExp(`(?<![\\d.,]|\\d[/-])(?:\\d{1,3}(?: \\d{3})+(?![\\d.,/])|${DIGITS})`, 'g')

/** A number behind these is a name, whatever follows. */
const NAMED_BY_NUMBER =
  /\b(?:dieu|khoan|chuong|(?<!(?:tiep|truy) )thu|(?<!(?:tong|con|mot|dan|nhan|va|voi) )so|lan thu|hang|tuoi|cccd|cmnd|cmt|stk|nhiem ky|muc|stt|phu luc|t) ?[:.]?$/
/** Behind these too, unless a measure follows: "nghị quyết 18", but "nghị quyết 3 buổi". */
const OFTEN_NAMED_BY_NUMBER =
  /\b(?:nghi quyet|nq|ke hoach|kh|luat|nghi dinh|nd|thong tu|quyet dinh|qd|chi thi|de an|chuong trinh|cong van|cv|to trinh|lop|(?<!tin )bai|dot|km|phan|mau|bieu|trang|tap|ky|noi dung|cum|nam|thang|quy|phong|doi|khoa|hs|bc) ?$/
/** "Thứ 5" and "thu 200 lít", "nghiệm thu 450 mét" fold alike. */
const GATHERED = /\bthu $/
const LAST_ORDINAL = 20
/** Ranks: "cấp 3", but "cấp 96 phần thuốc". */
const RANKED = /\b(?:(?<!(?:cung|da|duoc|trung|de) )cap|loai|giai) ?$/
const LAST_RANK = 5

const APPROXIMATE =
  /(?:\b(?:khoang|chung|gan|hon|tren|xap xi|uoc tinh|uoc dat|uoc|tren duoi|it nhat|toi thieu|tam|do|co) |~ ?)$/
/** With marks: "độ" and not "do", "tầm" and not "tạm", "cỡ" and not "có". */
const APPROXIMATE_SPELT =
  /(?:khoảng|chừng|gần|hơn|trên|xấp xỉ|ước|dưới|ít nhất|tối thiểu|tầm|độ|cỡ|~)/i

function isApproximate({ reading, masked }: Masked, start: number): boolean {
  const found = APPROXIMATE.exec(masked.slice(Math.max(0, start - 14), start))
  if (found === null) return false
  if (!reading.marked) return !/^(?:do|co) $/.test(found[0])
  return APPROXIMATE_SPELT.test(reading.typed.slice(start - found[0].length, start))
}

const UNKNOWN_NOUN = /^ ?([a-z]{2,})(?: ([a-z]{2,}))?/

/** "400 cổ động viên": with marks "cổ", "cơ" are no "có". */
const isHad = (typed: string) => /^(?:có|co)$/iu.test(typed)

/** The noun behind a number that the lexicon does not know: at most two words. */
function unknownLabel({ reading, masked }: Masked, at: number): Label | undefined {
  const found = UNKNOWN_NOUN.exec(masked.slice(at, at + 40))
  const [, first = '', second] = found ?? []
  if (found === null) return undefined
  const lead = found[0].startsWith(' ') ? 1 : 0
  const isNoun = first === 'co' && !isHad(reading.typed.slice(at + lead, at + lead + 2))
  if (NOT_COUNTED.has(first) && !isNoun) return undefined
  const both = second !== undefined && !NOT_COUNTED.has(second)
  const length = first.length + (both ? 1 + second.length : 0)
  return { start: at + lead, end: at + lead + length }
}

export function knownLabel({ reading, masked }: Masked, at: number): Label | undefined {
  const start = masked.charAt(at) === ' ' ? at + 1 : at
  const found = measureAt(masked, start)
  if (found === undefined || !isSpeltSo(reading.typed.slice(found.start, found.end)))
    return undefined
  return { start: found.start, end: found.end, measure: found.key }
}

const BETWEEN = /(?: (?:tham du|tham gia|du|nghe|la|dat|duoc|co))* ?(?:[:=-]| la| dat)? ?$/
const LINKED = /(?:[:=]|\bla|\bdat) ?$/
const BEGINS_CLAUSE = /(?:^|[,;:.\n] ?)$/
const CLAUSE_END = /^ *(?:$|[.,;:)\n+&-]|va\b|voi\b)/

/** "Tổng tuyển cử 1946". */
const isYear = (masked: string, { start, end }: Span): boolean =>
  /^(?:19|20)\d\d$/.test(masked.slice(start, end))

/** "lượt người: 450", "số hộ ký cam kết 55": the label stands before the number. */
function labelBefore(masked: string, { start, end }: NumberMatch): Label | undefined {
  const before = masked.slice(Math.max(0, start - 60), start)
  const gap = BETWEEN.exec(before)?.[0].length ?? 0
  const found = measureBefore(masked, start - gap)
  if (found === undefined) return undefined
  const linked = LINKED.test(before)
  const begins = !PAPERS.has(found.key) || BEGINS_CLAUSE.test(masked.slice(0, found.start))
  if (!linked && isYear(masked, { start, end })) return undefined
  if (!linked && !(begins && CLAUSE_END.test(masked.slice(end)))) return undefined
  return { start: found.start, end: found.end, measure: found.key }
}

/** "số hộ ký cam kết 55": what was counted is said further back, after "số". */
function labelAfterSo(masked: string, { start, end }: NumberMatch): Label | undefined {
  if (!CLAUSE_END.test(masked.slice(end))) return undefined
  const from = Math.max(0, start - 60)
  const found = /\bso (?:luong )?([a-z][a-z ]*?)(?: ?[:=]| la| dat)? ?$/.exec(
    masked.slice(from, start),
  )
  if (found?.[1] === undefined) return undefined
  const at = from + found.index + found[0].indexOf(found[1], 3)
  const known = measureAt(masked, at)
  return known && { start: known.start, end: known.end, measure: known.key }
}

function isName(masked: string, number: NumberMatch, label: Label | undefined): boolean {
  const before = masked.slice(Math.max(0, number.start - 24), number.start)
  const isGathered = label?.measure !== undefined && number.value > LAST_ORDINAL
  if (NAMED_BY_NUMBER.test(before) && !(isGathered && GATHERED.test(before))) return true
  if (label?.measure !== undefined) return false
  return OFTEN_NAMED_BY_NUMBER.test(before) || (RANKED.test(before) && number.value <= LAST_RANK)
}

const slice = ({ typed }: Reading, { start, end }: Span) =>
  typed.slice(start, end).replace(/\s+/g, ' ')

export function figureFrom(
  text: Masked,
  number: NumberMatch,
  quantity: number,
  label: Label,
): FigureMatch {
  return {
    start: Math.min(number.start, label.start),
    end: Math.max(number.end, label.end),
    figure: {
      quantity,
      label: slice(text.reading, label),
      ...(label.measure === undefined ? {} : { measure: label.measure }),
      approx: isApproximate(text, number.start),
    },
  }
}

/** "2,5k lượt xem", and not "50k suất". */
const COUNTED_BY_K: ReadonlySet<string> = new Set(['view', 'attendance', 'broadcast'])

/** Money is counted in đồng, however it was written. */
const DONG = 'đồng'

/** Money and "2 nghìn cây": the amount scaled, with what it counts, or as đồng where nothing follows. */
function scaledFigure(text: Masked, number: NumberMatch): FigureMatch | undefined {
  const amount = readAmount(text.reading, text.masked, number)
  if (amount === undefined) return undefined
  const label = knownLabel(text, amount.end)
  const counts = !amount.money || (amount.thousands && COUNTED_BY_K.has(label?.measure ?? ''))
  const counted = counts ? label : undefined
  if (counted === undefined && !amount.money && amount.value < 1000) return undefined
  if (counted !== undefined) return figureFrom(text, number, amount.value, counted)
  const written = { start: amount.unitStart, end: amount.end, measure: 'money' }
  const match = figureFrom(text, number, amount.value, written)
  return { ...match, figure: { ...match.figure, label: DONG } }
}

function countedFigure(text: Masked, number: NumberMatch): FigureMatch | undefined {
  const { masked } = text
  const known = knownLabel(text, number.end)
  if (isName(masked, number, known)) return undefined
  const label =
    known ??
    labelAfterSo(masked, number) ??
    labelBefore(masked, number) ??
    (number.inWords === true ? undefined : unknownLabel(text, number.end))
  return label && figureFrom(text, number, number.value, label)
}

/** Without marks these words are more often others: "after", "year", "bà con". */
const DOUBTFUL_WORD = /^(?:sau|nam|tam|bay)$/
const SAID_BEFORE =
  /\b(?:to chuc|mo|duoc|trao|tang|phat|xay|tiep|giai quyet|nhan|voi|va|don|gom|ban hanh|trong|ho tro|dang) $/

function isNumberWord(text: Masked, { start, end }: NumberMatch): boolean {
  const { reading, masked } = text
  if (
    knownLabel(text, end) === undefined &&
    readAmount(reading, masked, { start, end, value: 1 }) === undefined
  )
    return false
  if (reading.marked) return true
  const word = masked.slice(start, end)
  if (word === 'ba' && /^ con\b/.test(masked.slice(end))) return false
  return !DOUBTFUL_WORD.test(word) || SAID_BEFORE.test(masked.slice(Math.max(0, start - 20), start))
}

/**
 * The figures of a message in the order written. Numbers that name something (documents, hamlets,
 * telephones, days, codes) must be hidden in `masked` already; ratios are read by `readRatios`.
 */
export function readFigures(text: Masked): readonly FigureMatch[] {
  const digits = [...text.masked.matchAll(NUMBER)].map((found) => ({
    value: numberOf(found[0].replaceAll(' ', '')),
    start: found.index,
    end: found.index + found[0].length,
  }))
  const words = numbersInWords(text.reading, text.masked)
    .filter((number) => isNumberWord(text, number))
    .map((number) => ({ ...number, inWords: true }))
  return [...digits, ...words]
    .toSorted((a, b) => a.start - b.start)
    .reduce<readonly FigureMatch[]>((found, number) => {
      if (number.start < (found.at(-1)?.end ?? 0)) return found
      const figure = scaledFigure(text, number) ?? countedFigure(text, number)
      return figure === undefined ? found : [...found, figure]
    }, [])
}

const RATIO =
  /(?<![\d/.,-])(\d{1,6}(?:\.\d{3})?) ?(\/|tren tong so|tren|trong tong so|trong so|trong tong) ?(\d{1,6}(?:\.\d{3})?)(?![\d/]|[.,-]\d)/g
const DAY_BEFORE =
  /\b(?:ngay|hom|sang|chieu|toi|trua|mung|tu|den|truoc|thang|thu \w+|cn)(?: \d{1,2}(?:,| va| voi)?)* $/
/** "giải quyết ngay 7/11 ý kiến": at once, not on a day. */
const AT_ONCE = /\b(?:giai quyet|tra loi|xu ly|giai dap|tiep thu|khac phuc|thao go) ngay $/
const DOES = /^ (?:to chuc|ra quan|phoi hop|tien hanh|mo|trao|hop|tiep|phat dong|don|\d|[A-Z])/

/** "đã có 9/12 thôn tổ chức": what was reached, not when. */
const REACHED =
  /\b(?:co|dat|duoc|dc|xong|giai quyet|tra loi|xu ly|hoan thanh|khac phuc|thuc hien|tiep thu|nghiem thu|thong qua|tham tra|thanh)(?: duoc| dc| xong)? $/

const WAS_REACHED = /^ (?:da |deu )*(?:duoc|dat|xong)\b/

/** "21 ý kiến, trả lời được 19/21": the label stands where the whole was named. */
function labelOfWhole(text: Masked, { start, end }: Span, of: number): Label | undefined {
  const { masked } = text
  const before = masked.slice(0, start)
  if (!REACHED.test(before) && !WAS_REACHED.test(masked.slice(end))) return undefined
  const named = [...before.matchAll(/(?<![\d.,/])\d+(?![\d.,/])/g)].findLast(
    ([digits]) => Number(digits) === of,
  )
  return named && knownLabel(text, named.index + named[0].length)
}

/** "9/11 xã tổ chức" is the ninth of November, "3/5 xã" three communes of five. */
function isDay(masked: string, [a, b]: readonly [number, number], at: Span, label: Label): boolean {
  const before = masked.slice(Math.max(0, at.start - 24), at.start)
  if (b > 12 && b < 1900) return false
  if (DAY_BEFORE.test(before) && !(AT_ONCE.test(before) && a <= b)) return true
  if (a > b || (a <= 12 && b > 1900 && b < 2100)) return true
  // "Huyện đoàn: 10/11 tổ chức …": what stands before it does, and is not counted.
  const isDoer = label.end <= at.start || DOERS.has(label.measure ?? '')
  const after = masked.slice(Math.max(at.end, label.end))
  return b <= 12 && !REACHED.test(before) && isDoer && DOES.test(after)
}

/**
 * Ratios, before any date is read: "12/12 ý kiến", "5 trên 7 đơn", "ý kiến: 12/12". What counts must
 * be known, otherwise two numbers around a slash are a day.
 */
export function readRatios(text: Masked): readonly FigureMatch[] {
  return [...text.masked.matchAll(RATIO)].flatMap((found) => {
    const [, quantity = '', sign, of = ''] = found
    const at = { start: found.index, end: found.index + found[0].length }
    const number = { ...at, value: numberOf(quantity) }
    const whole = numberOf(of)
    const label =
      knownLabel(text, at.end) ?? labelOfWhole(text, at, whole) ?? labelBefore(text.masked, number)
    if (label === undefined) return []
    if (sign === '/' && isDay(text.masked, [number.value, whole], at, label)) return []
    const match = figureFrom(text, number, number.value, label)
    const end = Math.max(at.end, label.end)
    return [{ start: at.start, end, figure: { ...match.figure, of: whole } }]
  })
}
