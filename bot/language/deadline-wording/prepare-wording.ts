import { editDistance } from '../writing/edit-distance.ts'
import type { Reading } from '../writing/fold.ts'
import { readingOf } from '../writing/fold.ts'
import { withFigures } from './number-words.ts'

/** How people shorten the words of deadlines, folded, and what they stand for. */
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/>=|≥|=>/g, ' ít nhất '],
  [/<=|≤/g, ' không quá '],
  [/\btrc\b/g, 'trước'],
  [/\b(?:ko|k|kg|khg|hok) (?=qu[aá](?!\p{L})|muộn|chậm|trễ)/gu, 'không '],
  [/\b(?:nlv|ngày lv|ngay lv)\b/g, 'ngày làm việc'],
  [/\bhn\b/g, 'hôm nay'],
  [/(?<!\p{L})qu[íi](?!\p{L})/gu, 'quý'],
  [/(?<=\b\d{1,2})g(?=\d{2}\b| |$)/g, 'h'],
  [/(?<=\b\d{1,2}) r[uư][oỡ]i(?!\p{L})/gu, 'h30'],
  [/(?<=(?<![\d/.-])(?:1[3-9]|2\d|3[01]))-(?=(?:0?[1-9]|1[0-2])(?![\d/.-]))/g, '/'],
  [
    /(?<=(?:ngày|ngay|hết|het|đến|den|trước|truoc|nhất|nhat|hạn|han) \d{1,2})\.(?=\d{1,2}(?![\d.,]))/g,
    '/',
  ],
  [/(?<=\d ?(?:h|giờ|gio) ?\d{0,2}) ?[-–] ?(?=\d{1,2} ?(?:h|g|giờ|gio)(?!\p{L}))/gu, ' đến '],
  [/\bn[ửu]a tháng(?= n[ữu]a)/g, '15 ngày'],
  [/\b(?:dl|deadline)\b/g, 'hạn'],
  [/(?<=\d) t[aâ]y(?!\p{L})/gu, ''],
]

/** Words of deadlines that are worth mending when mistyped. */
const WORDS = (
  'ngay thang truoc cham nhat muon khong trong vong lam viec quy tuan cuoi giua dau hang den het ' +
  'chieu sang trua gio phut toi thieu lich hanh ban nhan ky'
).split(' ')

const ONSET = '(?:b|c|ch|d|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x)?'
const RIME =
  '(?:a(?:ch|ng|nh|[cimnoptuy])?|e(?:ch|ng|nh|[cmnoptu])?|i(?:a|ch|nh|e(?:ng|[cmnptu])|[mnptu])?|' +
  'o(?:a(?:ch|ng|nh|[cimnopty])?|e[nt]?|o?ng|[cimnpt])?|u(?:a(?:ng|[nty])?|e(?:ch|nh)?|ng|o(?:ng|[cimnptu])?|' +
  'y(?:a|ch|nh|t|e[nt])?|[cimnptu])?|y(?:e[mntu])?)'
/** A syllable that Vietnamese has, without its marks. */
const SYLLABLE = new RegExp(`^${ONSET}${RIME}$`)

/** The word of deadlines of which this one is a slip of the finger: "thnag" is no syllable, "tháng" is near. */
function mend(word: string): string {
  if (word.length < 4 || SYLLABLE.test(word)) return word
  const near = WORDS.filter((known) => known.length > 2 && editDistance(word, known) <= 1)
  return near.length === 1 ? (near[0] ?? word) : word
}

/** "tháng11", "25tháng11", "ngày25": figures stand apart from words, but for hours, "t11" and "q4". */
const GLUED =
  /(?<=ngày|ngay|tháng|thang|quý|quy|năm|nam)(?=\d)|(?<=\d)(?=tháng|thang|năm|ngày|ngay|hằng|hàng)/g

/** "9h kém 15", "5 giờ kém mười". */
const SHORT_OF_AN_HOUR =
  /\b(\d{1,2}) ?(?:h|giờ|gio) k[ée]m (\d{1,2}|năm|nam|mười|muoi)\b(?: phút| phut)?/gu
const hourShort = (_found: string, hour: string, minutes: string) =>
  `${Number(hour) - 1}h${60 - (/^n/.test(minutes) ? 5 : /^m/.test(minutes) ? 10 : Number(minutes))}`

/**
 * A wording made ready for reading: short forms written out, mistyped words mended, numbers in
 * figures, "25 / 11 / 2025" closed up. What nobody could mistake stays as it was typed.
 */
export function prepareWording(text: string): Reading {
  const plain = SHORT.reduce(
    (typed, [short, long]) => typed.replace(short, long),
    readingOf(text).typed.toLowerCase().replace(/\s+/g, ' '),
  )
    .replace(SHORT_OF_AN_HOUR, hourShort)
    .replace(GLUED, ' ')
    .replace(/(?<=\d) ?\/ ?(?=\d)/g, '/')
    .replace(/\s+/g, ' ')
    .trim()
  const { typed, folded } = readingOf(plain)
  const mended = [...folded.matchAll(/[a-z]+/g)].reduceRight((line, { 0: word, index }) => {
    const right = mend(word)
    return right === word ? line : line.slice(0, index) + right + line.slice(index + word.length)
  }, typed)
  return readingOf(withFigures(readingOf(mended)))
}
