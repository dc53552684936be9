import type { Role } from '../../core/official/role.ts'
import type { UnitKind } from '../../core/unit/unit.ts'
import type { Span } from './fold.ts'
import { readingOf } from './fold.ts'
import { readPaper } from './papers.ts'
import { readPromise } from './promises.ts'
import type { Context, PromisedMoment } from './understanding.ts'

/** What is said before a notice's text, of whom it is for and when it leaves. */
export type NoticeHead = {
  /** The words that name whom it is for, and those behind "trừ". */
  readonly to: string
  readonly except: string
  readonly roles: readonly Role[]
  readonly kinds: readonly UnitKind[]
  /** Only those who have not reported yet. */
  readonly owing: boolean
  readonly optional: boolean
  readonly weekly: boolean
  readonly moment?: PromisedMoment
}

const MOMENT = /(?:^|[\s,;])(?:luc|vao luc|vao|hen|tu luc)\s+[^,;]+/u
const EXCEPT = /(?:^|[\s,;(])(?:tru|ngoai tru|khong gui|tru ra)\s+[^;)]+/u
const WEEKLY = /\b(?:hang|moi) tuan\b/u

const ROLES: readonly (readonly [RegExp, readonly Role[]])[] = [
  [/\b(?:dau moi|can bo dau moi)\b/u, ['contact']],
  [/\b(?:lanh dao|nguoi dung dau|thu truong|truong don vi|chu tich)\b/u, ['head']],
  [/\bhoi dong\b/u, ['member', 'secretary']],
]
const KINDS: readonly (readonly [RegExp, readonly UnitKind[]])[] = [
  [/\b(?:cac|tat ca(?: cac)?|toan bo(?: cac)?|nhung) xa\b/u, ['xa']],
  [/\b(?:cac|tat ca(?: cac)?|toan bo(?: cac)?|nhung) phuong\b/u, ['phuong']],
  [/\b(?:cac (?:xa,? )?(?:va )?thi tran|cac xa,? (?:phuong,? )?(?:va )?thi tran)\b/u, ['thi-tran']],
  [/\bcac (?:phong|phong ban|phong,? ban)\b/u, ['phong']],
  [/\bcac truong\b/u, ['truong']],
]

/** Reads the head of a notice. `now`: the day and time in Vietnam when it was written. */
export function readNoticeHead(head: string, now: Pick<Context, 'today' | 'time'>): NoticeHead {
  const { typed, folded } = readingOf(head)
  const moment = spanOf(MOMENT.exec(folded))
  const timeless = without(folded, moment)
  const except = spanOf(EXCEPT.exec(timeless))
  const meant = without(timeless, except)
  const promised = moment && readPromise(readingOf(typed.slice(moment.start, moment.end)), now)
  return {
    to: without(without(typed, moment), except),
    except: except ? without(typed, moment).slice(except.start, except.end) : '',
    roles: ROLES.flatMap(([words, roles]) => (words.test(meant) ? roles : [])),
    kinds: KINDS.flatMap(([words, kinds]) => (words.test(meant) ? kinds : [])),
    owing: /\bchua (?:nop|gui|bao cao|hoan thanh)\b/u.test(meant),
    optional: /\b(?:tin tuyen truyen|khong bat buoc|tuy chon|tham khao)\b/u.test(meant),
    weekly: WEEKLY.test(folded),
    ...(promised ? { moment: promised } : {}),
  }
}

function spanOf(found: RegExpExecArray | null): Span | undefined {
  return found ? { start: found.index, end: found.index + found[0].length } : undefined
}

/** The text with that part blanked out, every other word in its place. */
function without(text: string, span: Span | undefined): string {
  if (!span) return text
  return text.slice(0, span.start) + ' '.repeat(span.end - span.start) + text.slice(span.end)
}

/** A line that names the paper a notice brings: "Kèm: 15/KH-UBND ngày 10/6/2025, về việc …, https://…". */
const ATTACHED = /^\s*(?:k[eè]m(?: theo)?|v[aă]n b[aả]n(?: k[eè]m)?)\s*:\s*(?<line>.+)$/imu
const LINK = /https?:\/\/\S+?(?=[\s,;)]|$)/u
const DIGEST = /(?<![\da-f])[\da-f]{64}(?![\da-f])/iu
const SUMMARY = /(?:v\/v|về việc|ve viec|trích yếu:?|trich yeu:?)\s*(?<summary>.+?)\s*$/iu

export type NamedPaper = {
  readonly number: string
  readonly on?: string
  readonly summary?: string
  readonly link?: string
  readonly sha256?: string
}

/** The paper that a notice's text names on a line of its own, and the text without that line. */
export function readAttachedPaper(
  text: string,
  today: Context['today'],
): { text: string; paper?: NamedPaper } {
  const found = ATTACHED.exec(text.normalize('NFC'))
  const line = found?.groups?.['line'] ?? ''
  const link = LINK.exec(line)?.[0]
  const sha256 = DIGEST.exec(line)?.[0].toLowerCase()
  const words = line
    .replace(LINK, '')
    .replace(DIGEST, '')
    .replace(/sha-?256:?/iu, '')
  const paper = readPaper(readingOf(words).folded, today)
  if (!found || !paper) return { text }
  const summary = SUMMARY.exec(words)?.groups?.['summary']?.replace(/[\s,;.]+$/u, '')
  return {
    text: text.normalize('NFC').replace(found[0], '').trim(),
    paper: {
      number: paper.number,
      ...(paper.on ? { on: paper.on.toString() } : {}),
      ...(summary ? { summary: `về việc ${summary}` } : {}),
      ...(link ? { link } : {}),
      ...(sha256 ? { sha256 } : {}),
    },
  }
}
