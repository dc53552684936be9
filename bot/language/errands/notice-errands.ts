import { fold } from '../writing/fold.ts'
import { MOMENT } from './notice-moment.ts'

type Of<K extends string> = K extends string ? { readonly kind: K; readonly code: string } : never
type Maybe<K extends string> = K extends string
  ? { readonly kind: K; readonly code?: string }
  : never

/** What the office does about notices. `compose`: one to be sent; `head` is what stands before its text. */
export type OfficeErrand =
  | { readonly kind: 'compose'; readonly head: string; readonly text: string }
  | { readonly kind: 'correct'; readonly code: string; readonly text: string }
  | Of<'remind' | 'status' | 'hasten'>
  | Maybe<'stop' | 'resume' | 'drop-photo'>
  | { readonly kind: 'sent-to' }

/** What is asked about notices. Codes are in the form the bot writes: TB-003. */
export type NoticeErrand = OfficeErrand | Maybe<'acknowledge'>

/** What stands before a notice's text is no longer than this. */
const LONGEST_HEAD = 220

/** Where the text of a notice begins: not at the colon of "8:00". */
const BEGINNING = /(?<!\d):|:(?!\d)|\n/u
const WISHED = '(?:xin |de nghi |nho |hay |giup )?'
const COMPOSE = new RegExp(
  `^(?:${MOMENT.source},? )?${WISHED}(?:gui|soan|phat|dang|ra|truyen dat|phat hanh)(?: mot| ngay| giup| tin)* (?:thong bao|tuyen truyen)(?![a-z])(?! (?:roi|chua|gi|nao))`,
  'u',
)
/** "Thông báo cho các xã: …". */
const TOLD = new RegExp(
  `^${WISHED}(?:thong bao|nhan|nhan tin|bao|bao tin)(?: ngay| giup)* (?:cho|den|toi) `,
  'u',
)
/** "Đã gửi gì cho xã X", of the unit that is named beside it. */
const SENT_TO =
  /^(?:tro ly |bot )?da (?:gui|nhan|nhac) (?:nhung )?(?:gi|tin gi|nhung gi|tin nao) (?:cho|den|toi) /u
/** Not the hour of "gửi thông báo 8h". */
const CODE =
  /(?<![a-z\d/])(?:tb|thong bao)[ -]*(?:so )?0*(?<n>\d{1,5})(?![\d/.,:]| ?(?:h|g|gio|phut|tieng)(?![a-z]))/u

/** "TB-003", "tb 3", "thông báo số 3". */
function codeIn(folded: string): string | undefined {
  const number = CODE.exec(folded)?.groups?.['n']
  return number === undefined ? undefined : `TB-${number.padStart(3, '0')}`
}

type Plain = Exclude<NoticeErrand['kind'], 'compose' | 'correct' | 'sent-to'>

/** In this order; each is all of what is said beside the code. */
const PLAIN: readonly (readonly [Plain, RegExp])[] = [
  ['resume', /^(?:gui tiep|tiep tuc gui|gui not)(?: (?:thong bao|#))?$/u],
  ['stop', /^(?:dung|ngung|huy|thoi)(?: gui| lap lai)?(?: (?:thong bao|#))$/u],
  ['hasten', /^gui (?:ngay|luon|som)(?: bay gio)? #$/u],
  ['remind', /^(?:nhac lai|gui lai|nhac)(?: rieng)? #(?: cho (?:nguoi|ai) chua nam)?$/u],
  ['acknowledge', /^(?:toi |em |minh )?da (?:nam|ro|doc)(?: (?:thong bao|#))?$/u],
  ['drop-photo', /^(?:bo|go|xoa|khong kem|thoi) (?:anh|hinh)(?: kem)?(?: (?:thong bao|#))?$/u],
  [
    'status',
    /^(?:xem |kiem tra )?#(?: (?:toi|den|gui toi|gui den) dau(?: roi)?| the nao(?: roi)?| ai chua nam)?$/u,
  ],
]

/** What stands before a notice's text, and the text: empty where nothing parts them. */
export function splitNotice(typed: string): { readonly head: string; readonly text: string } {
  const at = typed.search(BEGINNING)
  return at < 0
    ? { head: typed, text: '' }
    : { head: typed.slice(0, at), text: typed.slice(at + 1).trim() }
}

/** What the message asks about notices; undefined for any other message. Texts of notices are given as they were typed. */
export function readNoticeErrand(typed: string): NoticeErrand | undefined {
  const { head, text } = splitNotice(typed)
  if (head.length > LONGEST_HEAD) return undefined
  const folded = fold(head)
  if (text === '' && SENT_TO.test(folded)) return { kind: 'sent-to' }
  const code = codeIn(folded)
  if (code !== undefined && text !== '' && /^(?:dinh chinh|sua|cai chinh)(?![a-z])/u.test(folded))
    return { kind: 'correct', code, text }
  if (code === undefined && COMPOSE.test(folded)) return { kind: 'compose', head, text }
  if (code === undefined && text !== '' && TOLD.test(folded)) return { kind: 'compose', head, text }
  return text === '' ? readPlain(folded, code) : undefined
}

function readPlain(folded: string, code: string | undefined): NoticeErrand | undefined {
  const line = folded
    .replace(CODE, '#')
    .replace(/[^a-z\d#]+/gu, ' ')
    .replace(/ (?:a|nhe|nha|voi|di|giup)$/u, '')
    .trim()
  const kind = PLAIN.find(([, words]) => words.test(line))?.[0]
  if (kind === undefined) return undefined
  if (kind === 'remind' || kind === 'status' || kind === 'hasten')
    return code === undefined ? undefined : { kind, code }
  return code === undefined ? { kind } : { kind, code }
}
