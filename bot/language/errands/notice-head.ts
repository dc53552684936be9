import { Temporal } from 'temporal-polyfill'
import type { Role } from '../../../core/official/role.ts'
import type { UnitKind } from '../../../core/unit/unit.ts'
import type { Span } from '../writing/fold.ts'
import { readingOf } from '../writing/fold.ts'
import { MOMENT } from './notice-moment.ts'
import { readPromise } from './promises.ts'
import type { Context, PromisedMoment } from '../understanding.ts'

/** What is said before a notice's text, of whom it is for and when it leaves. */
export type NoticeHead = {
  /** Whom it is for, as it was listed; empty where nobody is named. */
  readonly to: readonly Addressed[]
  /** What stands behind "trừ", piece by piece. */
  readonly except: readonly string[]
  readonly optional: boolean
  readonly weekly: boolean
  readonly moment?: PromisedMoment
  /** A moment or a rhythm that was named and cannot be kept, as it was typed. */
  readonly unclear?: string
}

/** One of those a notice is for. */
export type Addressed = {
  readonly words: string
  readonly roles: readonly Role[]
  readonly kinds: readonly UnitKind[]
  /** Only those who have not reported yet. */
  readonly owing: boolean
  /** Nothing in the words is left to be read as a name. */
  readonly whole: boolean
}

const EXCEPT =
  /(?:^|[\s,;(])(?:tru ra|ngoai tru|tru|khong gui(?: cho| den| toi)?)\s+(?<names>[^;)]+)/u
const WEEKLY = /\b(?:lap lai |lap )?(?:hang|moi) tuan\b/u
const OTHER_RHYTHM = /\b(?:hang|moi) (?:ngay|thang|quy|nam|gio)\b/u
const OPTIONAL = /\b(?:khong bat buoc|tuy chon|tham khao)\b/u
const ABOUT_TALES = /\btin tuyen truyen\b/u
/** How a notice is asked for, up to those it is for. */
const ASKING =
  /^(?:(?:xin|de nghi|nho|hay|giup|gui|soan|phat|dang|ra|truyen dat|phat hanh|nhan|mot|ngay|tin|khan|gap|quan trong|nhe|luon|toi|em|minh|tro ly|bot|nay|sau|van ban|thong bao|tuyen truyen|tin nhan|noi dung|cho|den|toi|[,.:-])(?![a-z\d])\s*)+/u

const NUMBER = '(?:(?:tat ca|toan bo|toan the|cac|nhung|moi|\\d+)\\s+)'
const ROLES: readonly (readonly [RegExp, readonly Role[]])[] = [
  [/\b(?:can bo )?dau moi\b/u, ['contact']],
  [
    /\b(?:lanh dao|(?:nguoi )?dung dau|thu truong|truong don vi|truong (?:cac )?(?:phong|thon|ban|khu|truong)|chu tich(?: ubnd| uy ban(?: nhan dan)?)?)\b/u,
    ['head'],
  ],
  [
    /\b(?:thanh vien )?hoi dong(?: thi dua(?:,? ?(?:-|va)? ?khen thuong)?)?\b/u,
    ['member', 'secretary'],
  ],
]
/** Behind a word of number, or alone. */
const KINDS: readonly (readonly [string, UnitKind])[] = [
  ['xa', 'xa'],
  ['phuong', 'phuong'],
  ['thi tran', 'thi-tran'],
  ['phong(?: ban|,? ban)?', 'phong'],
  ['truong(?: hoc)?', 'truong'],
  ['thon', 'thon'],
  ['to dan pho', 'to-dan-pho'],
  ['trung tam', 'trung-tam'],
  ['tram', 'tram'],
  ['ban', 'ban'],
]
const OWING =
  /\b(?:con )?chua (?:nop|gui|bao cao|hoan thanh)(?: bao cao)?(?: (?:thang|quy|nam|ky)(?: nay| \d[\d/]*)?)?\b/u
/** What tells nothing of whom a notice is for. */
const FILLERS =
  /\b(?:tat ca|toan bo|toan the|cac|nhung|moi|nguoi|can bo|cong chuc|dong chi|dc|don vi|co quan|va|cua|o|tai|thuoc|tren dia ban|trong|huyen|xa|tinh|phong trao|ca|toan|cho|den|toi|gui|cung|anh chi em|anh em|cung voi|nhu|voi|deu|biet|de|a|nhe|nha|giup|ngay|luon)\b/gu

/** Reads the head of a notice. `now`: the day and time in Vietnam when it was written. */
export function readNoticeHead(head: string, now: Pick<Context, 'today' | 'time'>): NoticeHead {
  const { typed, folded } = readingOf(head)
  const except = EXCEPT.exec(folded)
  const moment = spanOf(MOMENT.exec(folded))
  const promised = moment && momentIn(typed.slice(moment.start, moment.end), now)
  const rhythm = OTHER_RHYTHM.exec(folded)
  const unclear = rhythm
    ? spanOf(rhythm)
    : isHourLost(folded, moment, promised)
      ? moment
      : undefined
  const rhythms = [WEEKLY, OTHER_RHYTHM, OPTIONAL].map((said) => spanOf(said.exec(folded)))
  const told = [spanOf(except), moment, ...rhythms]
  const rest = told.reduce((text, span) => without(text, span), typed)
  return {
    to: listed(addressIn(rest)).map(readAddressed),
    except: except ? listed(without(typed, moment).slice(...placeOf(except))) : [],
    optional: OPTIONAL.test(folded) || ABOUT_TALES.test(folded),
    weekly: WEEKLY.test(folded),
    ...(promised ? { moment: promised } : {}),
    ...(unclear ? { unclear: typed.slice(unclear.start, unclear.end).trim() } : {}),
  }
}

/** When a notice leaves that is wished for the morning or the afternoon: when it begins. */
const AFTERNOON = Temporal.PlainTime.from('13:30')
const HOUR_NAMED = /\d ?(?:h|g|gio)(?![a-z])|\d:\d/u

function momentIn(words: string, now: Pick<Context, 'today' | 'time'>): PromisedMoment | undefined {
  const reading = readingOf(words)
  const promised = readPromise(reading, now)
  const { folded } = reading
  if (!promised || HOUR_NAMED.test(folded) || /\bcuoi\b|\bnua\b/u.test(folded)) return promised
  if (/\bchieu\b/u.test(folded)) return { on: promised.on, at: AFTERNOON }
  return /\bsang\b/u.test(folded) ? { on: promised.on } : promised
}

/** "25h": an hour was named, and it is none. */
function isHourLost(
  folded: string,
  moment: Span | undefined,
  promised: PromisedMoment | undefined,
): boolean {
  if (!moment) return false
  const named = HOUR_NAMED.test(folded.slice(moment.start, moment.end))
  return promised === undefined || (named && promised.at === undefined)
}

/** What stands behind the words that ask for a notice, and behind "cho" where there is one. */
function addressIn(rest: string): string {
  const folded = readingOf(rest).folded
  const asking = ASKING.exec(folded)?.[0].length ?? 0
  const led = /(?<![a-z\d])(?:cho|den|toi)(?![a-z\d])/u.exec(folded.slice(asking))
  return rest.slice(led ? asking + led.index + led[0].length : asking)
}

function placeOf({ index, 0: whole, groups }: RegExpExecArray): [number, number] {
  const end = index + whole.length
  return [end - (groups?.['names'] ?? '').length, end]
}

/** The pieces of a list; "và" is left to who knows the names. */
function listed(words: string): readonly string[] {
  return words
    .split(/[,;()]/u)
    .map((piece) => piece.replace(/\s+/gu, ' ').trim())
    .filter(
      (piece) => /[\p{L}\d]/u.test(piece) && !/^(?:va|và|giup|giúp|nhe|nhé|a|ạ)$/iu.test(piece),
    )
}

/** What the words say by themselves; names of units and clusters are not known here. */
export function readAddressed(words: string): Addressed {
  const { folded } = readingOf(words)
  const kinds = KINDS.filter(([name]) => isKindNamed(folded, name))
  const left = [
    ...ROLES.map(([said]) => new RegExp(said.source, 'gu')),
    ...kinds.map(([name]) => new RegExp(`\\b${NUMBER}*${name}\\b`, 'gu')),
    new RegExp(OWING.source, 'gu'),
    FILLERS,
  ].reduce((text, said) => text.replace(said, ' '), folded)
  return {
    words,
    roles: ROLES.flatMap(([said, roles]) => (said.test(folded) ? roles : [])),
    kinds: kinds.map(([, kind]) => kind),
    owing: OWING.test(folded),
    whole: !/[a-z\d]/u.test(left),
  }
}

/** "các xã", "lãnh đạo xã" and "xã" mean all of a kind; "xã Mai Sao" one. */
function isKindNamed(folded: string, name: string): boolean {
  const many = new RegExp(`\\b${NUMBER}+(?:[a-z ]+(?:,| va) )?${name}(?![a-z])`, 'u')
  const alone = new RegExp(`(?:^|\\b(?:dao|moi|dau|truong|tich|bo|va) )${name}\\s*(?:$|va )`, 'u')
  return many.test(folded) || alone.test(folded)
}

function spanOf(found: RegExpExecArray | null): Span | undefined {
  return found ? { start: found.index, end: found.index + found[0].length } : undefined
}

/** The text with that part blanked out, every other word in its place. */
function without(text: string, span: Span | undefined): string {
  if (!span) return text
  return text.slice(0, span.start) + ' '.repeat(span.end - span.start) + text.slice(span.end)
}
