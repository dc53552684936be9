import { fold, spell } from '../writing/fold.ts'
import { MEASURES } from './measures.ts'

export type MeasureMatch = { readonly key: string; readonly start: number; readonly end: number }

/** Measures of those who act and of places: "9/11 xã tổ chức" names a day, "3/5 xã hoàn thành" a ratio. */
export const DOERS: ReadonlySet<string> = new Set(['collective', 'place'])
/** Kinds of paper: a number behind such a word is the paper's own number. */
export const PAPERS: ReadonlySet<string> = new Set(['document', 'resolution'])

/** A measure of one word, when these follow, is the beginning of another word. */
const ANOTHER_WORD: Readonly<Record<string, RegExp>> = {
  to: /^ (?:chuc|cao|quoc|tinh|roi|gap|trinh)/,
  ban: /^ (?:giao|hanh|be|ghe|thuong|chi|quan|to)/,
  bang: /^ (?:tien|nguon|cach|hinh|may|nhau)/,
  cong: /^ (?:an|tac|bo|khai|trinh|van|vien|nghe|cong)/,
  hop: /^ (?:dan|thon|xa|ban|chi bo|giao ban|hoi dong|to|lai|xet|bao|hdnd|ubnd|mat|tong ket|trien khai|toan)/,
  phong: /^ (?:trao|trong|chong|ngua|noi)/,
  hoi: /^ (?:thao|truong|dong|nhap)/,
  don: /^ (?:vi|gian|gia|doc|ve|sach)/,
  ky: /^ (?:ket|niem|nang|luat|cam)/,
  ca: /^ (?:nhan|nuoc|nam|huyen|xa|thon|hai)/,
  con: /^ (?:lai|thieu|so|em|duong|\d)/,
  tin: /^ (?:nhan|dung|tuong|hoc)/,
  viec: /^ (?:lam|thuc)/,
  cau: /^ (?:lac|ca)/,
  le: /^ (?:phi|ra)/,
  giai: /^ (?:quyet|phong|trinh|ngan)/,
  khoi: /^ (?:nghia|cong)/,
  bo: /^ (?:sung|tri|ngach|phieu|qua)/,
  nha: /^ (?:nuoc|truong|ban)/,
  lan: /^ (?:dau|thu)/,
  duong: /^ day/,
  co: /^ (?:\d|khoang|gan|hon|tren|chung|mat|the|nhieu|duoc)/,
}

const LETTER = /[a-z\d%]/

type Entry = { readonly words: string; readonly key: string }

const ENTRIES: readonly Entry[] = MEASURES.flatMap(({ key, words }) =>
  words.map((spelling) => ({ words: fold(spelling), key })),
)

/** Longest first, so that "suất quà" is found before "suất". */
const BY_FIRST_LETTER = new Map<string, Entry[]>()
const KEY_OF = new Map<string, string>()
for (const entry of ENTRIES.toSorted((a, b) => b.words.length - a.words.length)) {
  const letter = entry.words.charAt(0)
  BY_FIRST_LETTER.set(letter, [...(BY_FIRST_LETTER.get(letter) ?? []), entry])
  KEY_OF.set(entry.words, entry.key)
}

const SHORT_WORD = /^[\p{L}\p{M}]{1,5}$/u
const SPELLINGS = new Map<string, Set<string>>()
for (const spelling of MEASURES.flatMap(({ words }) => words)) {
  const folded = fold(spelling)
  SPELLINGS.set(folded, (SPELLINGS.get(folded) ?? new Set()).add(spell(spelling)))
}

/** Whether a short word written with marks is the measure that it folds like: "dọn" is no "đơn", "cấp" no "cặp". */
export function isSpeltSo(typed: string): boolean {
  if (!SHORT_WORD.test(typed) || /^[\0-\x7F]*$/.test(typed)) return true
  return SPELLINGS.get(fold(typed))?.has(spell(typed)) ?? true
}

/** The measure that stands in the folded text at that place, the longest wording of all. */
export function measureAt(folded: string, at: number): MeasureMatch | undefined {
  for (const { words, key } of BY_FIRST_LETTER.get(folded.charAt(at)) ?? []) {
    if (!folded.startsWith(words, at)) continue
    const end = at + words.length
    const whole = words === '%' || !LETTER.test(folded.charAt(end))
    if (whole && !ANOTHER_WORD[words]?.test(folded.slice(end, end + 12)))
      return { key, start: at, end }
  }
  return undefined
}

const LAST_WORDS = /[a-z\d/,]+(?: [a-z\d/,]+){0,4}$/

/** The measure that ends at that place ("số lượt người: 450"), the longest wording of all. */
export function measureBefore(folded: string, end: number): MeasureMatch | undefined {
  const tail = LAST_WORDS.exec(folded.slice(Math.max(0, end - 40), end))?.[0] ?? ''
  const words = tail.split(' ')
  for (let first = 0; first < words.length; first++) {
    const wording = words.slice(first).join(' ')
    const key = KEY_OF.get(wording)
    if (key !== undefined) return { key, start: end - wording.length, end }
  }
  return undefined
}

/** Words that follow a number without being what it counts. */
export const NOT_COUNTED: ReadonlySet<string> = new Set(
  (
    'va voi tai o cho den tu da se duoc la ngay thang nam gio h phut giay tuoi trong ngoai cua de ve thi co khong ' +
    'nhung tham du vao ra qua nay do tren duoi theo hoac hay ma so thu sang chieu toi trua dem nhe nha a nua roi ' +
    'chu phai moi dung thanh bang tuan quy tieng hom mai bi boi nen nhu cung van con dang thuc vs r dc len xuong ' +
    'cap lai may sai nham thay doi k ko chua mot to gom tong tri moi khoang hon gan nhat cung ca cac tro tinh uoc'
  ).split(' '),
)
