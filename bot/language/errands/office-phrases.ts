import { fold, readingOf } from '../writing/fold.ts'

/** What an officer does about one of the messages that are kept for the office; `seq` as in "T-12". */
export type KeptRequest =
  | { readonly kind: 'open'; readonly seq: bigint }
  | { readonly kind: 'answer'; readonly seq: bigint; readonly text: string }
  | { readonly kind: 'report'; readonly seq: bigint }
  | { readonly kind: 'close'; readonly seq: bigint }

const CODE = '(?:tin )?t ?- ?(?<seq>\\d{1,12})'
const OPEN = new RegExp(`^(?:xem |mo |doc )?${CODE}$`)
const ANSWER = new RegExp(
  `^(?:tra loi|phan hoi|tl|tra loi cho) ${CODE}\\s*(?:[:,-]|la)?\\s*(?=\\S)`,
)
const REPORT = new RegExp(`^${CODE} (?:la|thanh|chinh la) (?:bao cao|bc)(?: a| nhe)?$`)
const CLOSE = new RegExp(
  `^(?:dong|bo qua|ket thuc) ${CODE}$|^${CODE.replace('seq', 'after')} (?:dong|xong|bo qua)$`,
)

const seqIn = (found: RegExpExecArray): bigint =>
  BigInt(found.groups?.['seq'] ?? found.groups?.['after'] ?? '0')

/** "xem T-12", "trả lời T-12: …", "T-12 là báo cáo", "đóng T-12"; undefined for anything else. */
export function readKeptRequest(text: string): KeptRequest | undefined {
  const line = fold(text)
    .replace(/[?.!]+$/, '')
    .trim()
  const opened = OPEN.exec(line)
  if (opened) return { kind: 'open', seq: seqIn(opened) }
  const reported = REPORT.exec(line)
  if (reported) return { kind: 'report', seq: seqIn(reported) }
  const closed = CLOSE.exec(line)
  if (closed) return { kind: 'close', seq: seqIn(closed) }
  const { typed, folded } = readingOf(text.trim())
  const answered = ANSWER.exec(folded)
  if (!answered) return undefined
  return { kind: 'answer', seq: seqIn(answered), text: typed.slice(answered[0].length).trim() }
}
