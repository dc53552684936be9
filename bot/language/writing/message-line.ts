import type { Reading } from './fold.ts'
import { spell } from './fold.ts'
import { SHORT_FORMS } from './short-forms.ts'

/** How much of a message says what it wants; a longer one is a report and its beginning says so. */
const HEARD = 400

/** "SH-015", "H-015", "hsx-015": a slip in the letters of a dossier's code; other papers' letters are none. */
const SLIP_IN_LETTERS =
  /\b(?!(?:hd|tb|kh|cs|ns|hn|hb)-)(?:h|s|sh|h[a-z]|[a-z]s|hs[a-z]|[a-z]hs|h[a-z]s)-(?=\d{3}\b)/g
/** "HS-0a5", "HS-02d4", "HS0-24": a slip in its digits; which dossier is meant is no longer known. */
const SLIP_IN_DIGITS = /\bhs(?:-(?=\d*[a-z]+\d|\d+[a-z])[a-z\d]+|\d-\d+)\b/g

/** Words that fold like one that rules listen for: "sốt" is no "sót". Only those that mean something else altogether. */
const OTHER_WORDS: ReadonlySet<string> = new Set(
  'sốt sữa lợn nhằm nhạc hàn hận chợ'.split(' ').map(spell),
)

/** Before "đc" at the end: "nhé đồng chí". */
const ADDRESSED = /(?<![a-z])(?:nhe|a|ha|nha|chao|thua|cac|vang|da|on|voi) $/
const WORD = /(?<![a-z])d\/?c(?![a-z])|[a-z]{3,}/g

/** The folded text with "đ/c" and "đc Hoàng" written out; words spelt as others are no longer those that rules listen for. */
function asSpelt({ typed, folded, marked }: Reading): string {
  const isShout = typed === typed.toUpperCase()
  const isComrade = (at: number, end: number): boolean =>
    (!isShout && /^ \p{Lu}/u.test(typed.slice(end))) ||
    (ADDRESSED.test(folded.slice(0, at)) && /^[\s.!,]*$/.test(folded.slice(end)))
  return folded.replace(WORD, (word, at: number) => {
    const end = at + word.length
    if (word === 'd/c') return 'dong chi'
    if (word === 'dc') return isComrade(at, end) ? 'dong chi' : word
    return marked && OTHER_WORDS.has(spell(typed.slice(at, end))) ? `~${word.slice(1)}` : word
  })
}

/** "Đề nghị Trợ lý cho xem …": a way of asking, and no proposal of anybody. */
const POLITE_OPENING =
  /^(?:(?:kinh|xin|toi|em|minh|don vi|xa|phong|chung toi|xin kinh|da|rat|tran trong) )*(?:de nghi|kinh mong|mong|vui long|phien) (?:(?:tro ly|bot|he thong|dong chi|anh|chi|phong|can bo|em|ban|hay) )*(?=(?:cho (?:toi|em|minh|biet|xem|hoi|so|gap|phep|don vi|xa|phong|chung toi|nhan|dang ky|them|lai)|cung cap|huong dan|liet ke|xuat|in |tai |tai ve|gui (?:cho |lai )?(?:toi|em|file|ban)|nhac|huy|kiem tra|tra cuu|tong hop|thong ke|lap giup|soan|dung lai|dang ky|cap |giai thich|mo |tim|xem |chuyen may|noi may|lien ket|giup|bo qua|ngung)(?: |$))/

/**
 * The words of a message as rules look at them: folded, short forms written out, single spaces,
 * punctuation gone. A code such as "hs 24" becomes "ho so 24".
 */
export function lineOf(reading: Reading): string {
  const words = asSpelt(reading)
    .slice(0, HEARD)
    .replace(SLIP_IN_DIGITS, 'hs 0')
    .replace(SLIP_IN_LETTERS, 'hs ')
    .replace(/\bki\b/g, 'ky')
    .replace(/\b(du|dat) (?:dk|đk)\b/g, '$1 dieu kien')
    .replace(/\bkh(?= (?:so )?\d|-)/g, 'ke hoach')
    .replace(/\b([a-z])\/([a-z])\b/g, '$1$2')
    .replace(/\b(bao|may) h\b/g, '$1 gio')
    .match(/~?[a-z]+|\d+(?:[.,/:]\d+)*|\//g)
  const line = (words ?? []).map((word) => SHORT_FORMS.get(word) ?? word).join(' ')
  return line.replace(POLITE_OPENING, '')
}
