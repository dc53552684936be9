import { fold, readingOf, spell } from '../writing/fold.ts'

const KEYCAP = /([0-9])\uFE0F?\u20E3/g
const BEFORE =
  /^(?:(?:da|vang|a|u|um|em|toi|minh|xin|chon|lay|lam|theo|phuong an|cau|muc|so|cai|y|thu|anh|chi)\b[ ,.]*)+(?=\S)/
const AFTER =
  /(?:[ ,.)!;:]+(?:a|ah|nhe|nha|nhe a|di|em|anh|chi|vay|luon|dong chi|dc|roi|nay|do|giup|cam on|em nhe))*[ .)!,;:]*$/
const NUMBER_WORDS: readonly string[] = [
  'khong',
  'mot',
  'hai',
  'ba',
  'bon',
  'nam',
  'sau',
  'bay',
  'tam',
  'chin',
  'muoi',
]

/** What is left of a short answer without courtesy: "dạ, số 1 ạ" is "1". */
function core(text: string): string {
  const folded = fold(text.replace(KEYCAP, ' $1 ')).replace(/\s+/g, ' ').trim()
  return folded
    .replace(/^[("'[*]+/, '')
    .replace(BEFORE, '')
    .replace(AFTER, '')
    .replace(/[")'\]*]+$/, '')
    .trim()
}

/** A bare number as an answer: "1", "một", "số 1", "1 ạ", "1.". Nothing for "1 hội nghị". */
export function readNumberAnswer(text: string): number | undefined {
  const answer = core(text)
  if (/^\d{1,2}$/.test(answer)) return Number(answer)
  const word = answer.startsWith('nhat') ? 1 : NUMBER_WORDS.indexOf(answer)
  return word > 0 ? word : undefined
}

const YES =
  /^(?:dung|dung roi|dung vay|dung the|chinh xac|dong y|xac nhan|co|phai|phai roi|nhat tri|chuan|chuan roi|yes|chac chan)$/
const NO =
  /^(?:khong|ko|k|kg|hok|khong phai|khong dung|ko phai|ko dung|sai|sai roi|thoi|khong dong y|ko dong y|chua|dung lai|khong can|no|thoi khong)$/
const NOD =
  /^(?:ok|oke|oki|okay|okie|da|vang|da vang|vang a|da a|u|uh|um|uhm|duoc|dc|duoc roi|ro|da ro|👍|✅|nhan roi|roi)$/u

/** `explicit`: said as a decision. "ok", "dạ", "vâng ạ" and 👍 are courtesy: never a decision that is heavy. */
export type YesNo = { readonly answer: 'yes' | 'no'; readonly explicit: boolean }

/** A yes or no and nothing else. */
export function readYesNo(text: string): YesNo | undefined {
  const whole = fold(text)
    .replace(/[.,!;]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const bare = whole.replace(/(?<=\S) (?:a|nhe|nha|em|anh|chi|dong chi)$/, '')
  if (NOD.test(whole) || NOD.test(bare)) return { answer: 'yes', explicit: false }
  const answer = core(text)
  if (YES.test(answer) && !isSpeltOtherwise(text, answer)) return { answer: 'yes', explicit: true }
  return NO.test(answer) ? { answer: 'no', explicit: true } : undefined
}

/** "dừng" and "đứng" fold like "đúng", "cô" like "có": with marks they are no yes. */
function isSpeltOtherwise(text: string, answer: string): boolean {
  const { typed, marked } = readingOf(text)
  if (!marked) return false
  const spelt = typed.toLowerCase()
  if (answer.startsWith('dung')) return !/đúng/.test(spelt)
  return answer === 'co' && !/có/.test(spelt)
}

const SAYS_NO = /^(?:khong|thoi|de sau|huy|chua)\b/

/** A word spelt with marks must have the label's marks: "dừng" is not "đúng". */
function agreeInMarks(text: string, label: string): boolean {
  const words = spell(label).split(' ')
  const folded = new Set(words.map(fold))
  return spell(text)
    .split(' ')
    .every((word) => words.includes(word) || !NOT_ASCII.test(word) || !folded.has(fold(word)))
}

const NOT_ASCII = /[^\0-\x7F]/
const plainWords = (text: string) =>
  text
    .replace(/[.,;:!?]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

function labelsMatching(text: string, options: readonly string[]): readonly number[] {
  const labels = options.map((label) => plainWords(fold(label)))
  const whole = plainWords(fold(text))
  for (const words of [whole, plainWords(core(text)), whole.replace(/^\d{1,2} /, '')]) {
    const exact = labels.flatMap((label, at) => (label === words ? [at] : []))
    const partly = labels.flatMap((label, at) => (` ${label} `.includes(` ${words} `) ? [at] : []))
    const matching = exact.length > 0 || words.length < 4 ? exact : partly
    if (matching.length > 0) return matching.filter((at) => agreeInMarks(text, options[at] ?? ''))
  }
  return []
}

/** Which of two options a plain yes or no means: the one that refuses, or the other. */
function optionMeant({ answer }: YesNo, labels: readonly string[]): number | undefined {
  const refusing = labels.findIndex((label) => SAYS_NO.test(label))
  if (labels.length !== 2 || refusing < 0) return undefined
  return answer === 'no' ? refusing : 1 - refusing
}

/**
 * Which of numbered options a message chooses, counted from 0: by its number ("1", "một", "số 1 ạ"),
 * by its label or a part of it that no other option has, with or without marks, or, between a yes
 * and a no, by an explicit "đúng" or "không". Nothing for any message that says more, for "ok" and
 * for "dạ".
 */
export function recogniseChoice(text: string, options: readonly string[]): number | undefined {
  if (text.length > 120) return undefined
  const number = readNumberAnswer(text)
  if (number !== undefined) return number >= 1 && number <= options.length ? number - 1 : undefined
  const matching = labelsMatching(text, options)
  if (matching.length > 0) return matching.length === 1 ? matching[0] : undefined
  const yesNo = readYesNo(text)
  return yesNo?.explicit === true ? optionMeant(yesNo, options.map(fold)) : undefined
}

const THANKS = /\b(?:cam on|camon|cmon|cam ta|thanks?|thank you|tks|thks|biet on|tri an)\b/g
const COURTESY =
  /\b(?:xin|da|vang|a|em|toi|minh|anh|chi|ban|dong chi|nhieu|rat|tro ly|nhe|nha|ok|oke|tot|lam|qua|roi|chao|cac|ad|bot|nghe|so|you|very|much|vi|da|giup|do|ho tro|trong|truoc|kip thoi|nhiet tinh|chan thanh|tran trong|hay|tuyet|voi)\b/g

/** Thanks and nothing else: a message that also reports something is no thanks. */
export function isThanks(text: string): boolean {
  const folded = fold(text)
  if (!new RegExp(THANKS.source).test(folded)) return false
  const rest = folded
    .replace(THANKS, ' ')
    .replace(COURTESY, ' ')
    .replace(/[^a-z\d]+/g, ' ')
    .trim()
  return rest.length <= 4 && !/\d/.test(rest)
}

const ASKS =
  /\b(?:khi nao|bao gio|ngay nao|hom nao|luc nao|thang nao|han nao|the nao|nhu the nao|ntn|ra sao|lam sao|tai sao|vi sao|sao vay|sao roi|sao lai|o dau|den dau|toi dau|dau vay|dau roi|bao nhieu|bao lau|may (?:lan|bao cao|ho so|don vi|xa)|may gio|may ngay|ngay may|la gi|gi vay|lam gi|nhung gi|nop gi|can gi|(?<!khong )(?<!ko )(?<!\bk )(?<!chua )co gi|gi khong|gi moi khong|la ai|ai vay|ai dang|ai chua|ai da|ai phu trach|don vi nao|xa nao|thon nao|nguoi nao|cai nao|loai nao|duoc khong|dc khong|duoc ko|dc ko|co phai|phai khong|phai ko|hay chua|co duoc|kip khong|chua vay|khong vay|kieu gi|cach nao|nhu nao|vao dau|len dau|cho nao|may tay)\b/
const TAIL = '(?: (?:a|ạ|em|anh|chi|chị|vay|vậy|the|thế|dong chi|đồng chí|ah|nhe|nhé))* *[.!]*$'
/** "… ghi những nội dung gì", but "không có hội nghị nào". */
const ASKS_AT_END = new RegExp(
  `(?<!\\b(?:khong|ko|k|kg|hok|chua|chang|chac)\\b[^.!?\\n]{0,60})\\b(?:gi|nao|the nao|ai)${TAIL}`,
)
const ENDS_ASKING = new RegExp(
  `\\b(?:chua|nhi|(?<!\\d )ha|chang|(?:co|duoc|phai|can|kip|nop|gui)\\b.{0,40}\\b(?:khong|ko|k|hong))${TAIL}`,
)
/** With marks, "nhì" and "chùa" ask nothing, and "à" does. */
const ENDS_ASKING_SPELT = new RegExp(
  `(?<!\\p{L})(?:chưa|nhỉ|hả|chăng|không|hông|ko|k|à)${TAIL}`,
  'u',
)

/** "Thuộc nội dung nào", "ghi gì"; "không có hội nghị nào" tells. */
const ENDS_OPEN = new RegExp(`(?<!\\p{L})(?:nao|gi)${TAIL}`, 'u')
const ENDS_OPEN_SPELT = new RegExp(`(?<!\\p{L})(?:nào|gì)${TAIL}`, 'u')
const DENIES = /(?<!\p{L})(?:khong|ko|k|hong|chua|chang|cha)(?!\p{L})/u

/** Whether a message asks something, with or without a question mark. */
export function isQuestion(text: string): boolean {
  const { typed, folded, marked } = readingOf(text)
  if (/\?\s*$/.test(folded) || ASKS.test(folded) || ASKS_AT_END.test(folded.trimEnd())) return true
  const spelt = typed.toLowerCase().trimEnd()
  if (marked && /(?<!\p{L})à[.!]*$/u.test(spelt)) return true
  const line = folded.trimEnd()
  if (ENDS_OPEN.test(line) && !DENIES.test(line) && (!marked || ENDS_OPEN_SPELT.test(spelt)))
    return true
  return ENDS_ASKING.test(line) && (!marked || ENDS_ASKING_SPELT.test(spelt))
}
