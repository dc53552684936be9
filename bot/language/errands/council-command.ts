import { Temporal } from 'temporal-polyfill'
import type { AwardOffer } from '../../../core/campaign/campaign.ts'
import type { Counts, Vote } from '../../../core/council/council.ts'
import { instantOf } from '../../../core/calendar/local-time.ts'
import type { Instant, LocalDate } from '../../../core/calendar/local-time.ts'
import { lastDayOf, readDates } from '../dates/dates.ts'
import { CODE, CODES, codesIn, dayAhead } from './dossier-command.ts'
import type { Reading } from '../writing/fold.ts'
import { fold, readingOf } from '../writing/fold.ts'

/** What a member or the secretary of the council says. */
export type CouncilCommand =
  | {
      readonly kind: 'open'
      readonly heldOn?: LocalDate
      readonly votesBy?: Instant
      readonly seats?: number
      readonly codes: readonly string[]
    }
  | { readonly kind: 'progress' | 'close' }
  | { readonly kind: 'meeting-votes'; readonly code: string; readonly votes?: Counts }
  | { readonly kind: 'recuse'; readonly code: string }
  | { readonly kind: 'vote'; readonly code?: string; readonly vote?: Vote }
  | { readonly kind: 'upward'; readonly code: string; readonly form?: AwardOffer['form'] }

const OPENS = /^(?:toi |xin |de nghi )*(?:mo|lap|trieu tap) (?:mot )?(?:ky|phien|cuoc) hop/u
const OTHER_COUNCIL = /hdnd|hoi dong nhan dan/u
const PROGRESS =
  /^(?:xem |cho xem )?(?:tinh hinh (?:bo )?phieu|tinh hinh bieu quyet|(?:con )?ai chua (?:bo phieu|bieu quyet))/u
const CLOSES =
  /^(?:xin |toi )?(?:khoa|chot|dong) (?:phieu|bo phieu|ky hop|phien hop)(?: hoi dong)?\s*[.!]*$/u
const MEETING_VOTES = new RegExp(
  String.raw`^(?:nhap |ghi )?(?:so )?phieu (?:tai )?(?:cuoc )?hop (?<code>${CODE})(?<rest>.*)$`,
  'u',
)
const RECUSES = new RegExp(
  String.raw`^(?:toi |em |xin )*(?:khong|ko|k) (?:tham gia |duoc )?(?:bieu quyet|bo phieu)(?: cho)? (?<code>${CODE})`,
  'u',
)
const VOTES = new RegExp(
  String.raw`^(?:toi |xin |em )*(?:bieu quyet|bo phieu)(?<verdict>[a-z ]*?)(?: cho)?(?: (?<code>${CODE})(?<late>.*))?\s*[.!]*$`,
  'u',
)
const UPWARD = new RegExp(
  String.raw`^(?:hoi dong )?(?:lua )?chon (?<code>${CODE}) (?:de )?(?:de nghi|trinh|xet) (?<what>.+)$`,
  'u',
)

/** The command a message gives; undefined for any message that is none. */
export function readCouncilCommand(text: string, now: LocalDate): CouncilCommand | undefined {
  const folded = fold(text).replace(/\s+/gu, ' ').trim()
  if (OPENS.test(folded) && !OTHER_COUNCIL.test(folded)) return readOpening(text, now)
  if (PROGRESS.test(folded)) return { kind: 'progress' }
  if (CLOSES.test(folded)) return { kind: 'close' }
  const meeting = MEETING_VOTES.exec(folded)?.groups
  if (meeting) return readMeetingVotes(meeting)
  const recused = RECUSES.exec(folded)?.groups
  if (recused) return { kind: 'recuse', code: codeIn(recused['code']) }
  const voted = VOTES.exec(folded)?.groups
  if (voted) return readVote(voted)
  const upward = UPWARD.exec(folded)?.groups
  return upward ? readUpward(upward) : undefined
}

type Groups = Readonly<Record<string, string | undefined>>

function codeIn(words: string | undefined): string {
  return codesIn(words ?? '')[0] ?? ''
}

const SEATS = /(?<seats>\d{1,2}) (?:thanh vien|uy vien)/u
const ALL_CODES = new RegExp(CODES, 'gu')
const TIME = /(?:luc )?(?<hour>\d{1,2})\s*(?:[:hg]|gio)\s*(?<minute>\d{2})?/u
/** Votes are asked for until the end of office hours where no hour is named. */
const DEFAULT_HOUR = 17

function readOpening(text: string, today: LocalDate): CouncilCommand {
  const folded = fold(text)
  const codes = [...folded.matchAll(ALL_CODES)].flatMap(([named]) => codesIn(named))
  const seats = SEATS.exec(folded)?.groups?.['seats']
  const bare = folded.replace(ALL_CODES, ' ').replace(SEATS, ' ')
  const [meeting = '', until = ''] = bare.split(/han (?:bo |nhan )?(?:phieu|bieu quyet)?/u)
  const heldOn = dayAhead(meeting.replace(TIME, ' '), today)
  const votesBy = heldOn && readVotesBy(until, { today, heldOn })
  return {
    kind: 'open',
    codes,
    ...(heldOn ? { heldOn } : {}),
    ...(votesBy ? { votesBy } : {}),
    ...(seats === undefined ? {} : { seats: Number(seats) }),
  }
}

/** Without a day of its own: the working hours before the meeting's day are over at its eve. */
function readVotesBy(
  until: string,
  { today, heldOn }: { today: LocalDate; heldOn: LocalDate },
): Instant | undefined {
  const time = TIME.exec(until)?.groups
  const [hour, minute] = [Number(time?.['hour'] ?? DEFAULT_HOUR), Number(time?.['minute'] ?? 0)]
  if (hour > 23 || minute > 59) return undefined
  const eve = heldOn.subtract({ days: 1 })
  const named = dayAhead(until.replace(TIME, ' '), today)
  const isToday = Temporal.PlainDate.compare(eve, today) < 0
  return instantOf(named ?? (isToday ? heldOn : eve), new Temporal.PlainTime(hour, minute))
}

const COUNTED: Readonly<Record<Vote, RegExp>> = {
  agree: /(?<n>\d{1,3}) (?:phieu )?(?:dong y|tan thanh|thuan)/u,
  disagree: /(?<n>\d{1,3}) (?:phieu )?(?:khong(?! hop le)|ko|chong)/u,
  other: /(?<n>\d{1,3}) (?:phieu )?(?:y kien khac|khac|trang)/u,
}

function readMeetingVotes({ code, rest = '' }: Groups): CouncilCommand {
  const countOf = (vote: Vote): number | undefined => {
    const found = COUNTED[vote].exec(rest)?.groups?.['n']
    return found === undefined ? undefined : Number(found)
  }
  const [agree, disagree, other] = [countOf('agree'), countOf('disagree'), countOf('other')]
  const none = agree === undefined && disagree === undefined && other === undefined
  const votes = { agree: agree ?? 0, disagree: disagree ?? 0, other: other ?? 0 }
  return { kind: 'meeting-votes', code: codeIn(code), ...(none ? {} : { votes }) }
}

const VERDICTS: readonly (readonly [RegExp, Vote])[] = [
  [/(?:khong|ko|k) (?:dong y|tan thanh|nhat tri)|chong/u, 'disagree'],
  [/y kien khac|trang/u, 'other'],
  [/dong y|tan thanh|nhat tri|thuan/u, 'agree'],
]

function readVote({ verdict = '', code, late = '' }: Groups): CouncilCommand | undefined {
  const words = `${verdict} ${late}`
  const vote = VERDICTS.find(([said]) => said.test(words))?.[1]
  if (vote === undefined && code === undefined && verdict.trim() !== '') return undefined
  return {
    kind: 'vote',
    ...(code === undefined ? {} : { code: codeIn(code) }),
    ...(vote === undefined ? {} : { vote }),
  }
}

const FORMS: readonly (readonly [RegExp, AwardOffer['form']])[] = [
  [/bang khen|cap tinh|(?<![a-z])bk(?![a-z])/u, 'bang-khen'],
  [/nha nuoc|huan chuong|trung uong/u, 'cap-nha-nuoc'],
]

function readUpward({ code, what = '' }: Groups): CouncilCommand | undefined {
  const form = FORMS.find(([named]) => named.test(what))?.[1]
  if (form === undefined && !/cap tren/u.test(what)) return undefined
  return { kind: 'upward', code: codeIn(code), ...(form === undefined ? {} : { form }) }
}

/** What the office says of decisions. Numbers and signers keep the officer's own spelling. */
export type DecisionCommand =
  | {
      readonly kind: 'record'
      readonly number: string
      readonly signedOn?: LocalDate
      readonly signer?: string
      readonly codes: readonly string[]
    }
  | { readonly kind: 'announce' | 'cancel' | 'award' | 'archive'; readonly number: string }
  | {
      readonly kind: 'revoke'
      readonly number: string
      readonly by?: string
      readonly grounds?: string
    }

const NUMBER = String.raw`\d{1,5}(?:\s*/\s*[a-z0-9][a-z0-9-]*)*`
const DECISION = String.raw`(?:quyet dinh|qd)(?: so)?\s*:?\s*(?<number>${NUMBER})`
const RECORDS = new RegExp(
  String.raw`^\s*(?:(?:nhap|ghi|vao so) )?${DECISION}(?<rest>.*${CODE}.*)$`,
  'dsu',
)
const ANNOUNCES = new RegExp(String.raw`^\s*(?:cong bo|thong bao) ${DECISION}\s*[.!]*$`, 'du')
const CANCELS = new RegExp(
  String.raw`^\s*(?:bo nhap|huy nhap|xoa nhap|nhap nham) ${DECISION}\s*[.!]*$`,
  'du',
)
const AWARDS = new RegExp(
  String.raw`^\s*(?:da )?trao(?: (?:khen )?thuong| giay khen| bang khen)?(?: theo)? ${DECISION}\s*[.!]*$`,
  'du',
)
const ARCHIVES = new RegExp(String.raw`^\s*(?:dua vao )?luu tru ${DECISION}\s*[.!]*$`, 'du')
const REVOKES = new RegExp(
  String.raw`^\s*(?:huy|huy bo|thu hoi) ${DECISION}(?:[,\s]+(?:theo|bang) (?:quyet dinh|qd)(?: so)?\s*(?<by>${NUMBER}))?(?:[^a-z]*ngay [\d/. -]+)?(?:[,;:\s]+(?:vi|do|ly do)\s*:?\s+(?<grounds>.+))?$`,
  'dsu',
)
const SIGNER = /(?:^|[\s,;])(?:nguoi )?ky\s*:?\s+(?<signer>[^;,\n]+?)\s*[.;]*$/du

const BY_NUMBER = [
  ['announce', ANNOUNCES],
  ['cancel', CANCELS],
  ['award', AWARDS],
  ['archive', ARCHIVES],
] as const

const SCAN = new RegExp(
  String.raw`^\s*(?:ban |anh |day la )*(?:scan|quet|chup|ban goc|ban ky|da ky)?(?: cua)?\s*${DECISION}(?:\s+da ky)?\s*[.!]*$`,
  'du',
)

/** The number of the decision that what was sent is a picture of; undefined for any other caption. */
export function readScanCaption(caption: string): string | undefined {
  return typedGroups(readingOf(caption), SCAN)?.('number')
}

/** The command about a decision that a message gives; undefined for any message that is none. */
export function readDecisionCommand(text: string, today: LocalDate): DecisionCommand | undefined {
  const reading = readingOf(text)
  for (const [kind, pattern] of BY_NUMBER) {
    const named = typedGroups(reading, pattern)
    if (named) return { kind, number: named('number') }
  }
  const revoked = typedGroups(reading, REVOKES)
  if (revoked) {
    const [by, grounds] = [revoked('by'), revoked('grounds')]
    const number = revoked('number')
    return { kind: 'revoke', number, ...(by ? { by } : {}), ...(grounds ? { grounds } : {}) }
  }
  const recorded = typedGroups(reading, RECORDS)
  return recorded && readRecord(recorded('number'), recorded('rest'), today)
}

/** The groups of a match, as they were typed. */
function typedGroups(
  { typed, folded }: Reading,
  pattern: RegExp,
): ((group: string) => string) | undefined {
  const match = pattern.exec(folded)
  if (!match) return undefined
  return (group) => {
    const span = match.indices?.groups?.[group]
    return span ? typed.slice(span[0], span[1]).trim() : ''
  }
}

function readRecord(number: string, rest: string, today: LocalDate): DecisionCommand {
  const reading = readingOf(rest)
  const codes = [...reading.folded.matchAll(ALL_CODES)].flatMap(([named]) => codesIn(named))
  const signer = typedGroups(reading, SIGNER)?.('signer')
  const dated = reading.folded.replace(ALL_CODES, ' ').replace(SIGNER, ' ')
  const [match] = readDates(readingOf(dated), dated, { today, looking: 'back' })
  const signedOn = match && lastDayOf(match)
  return {
    kind: 'record',
    ...{ number, codes: [...new Set(codes)] },
    ...(signedOn ? { signedOn } : {}),
    ...(signer ? { signer } : {}),
  }
}
