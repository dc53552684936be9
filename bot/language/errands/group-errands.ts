import { fold } from '../writing/fold.ts'

/** What the office does about chat groups. `number`: the group it names. */
export type GroupErrand = {
  readonly kind: 'code' | 'list' | 'unlink' | 'switch-on' | 'switch-off'
  readonly number?: number
}

const KINDS: readonly (readonly [GroupErrand['kind'], RegExp])[] = [
  ['unlink', /\b(?:bo|huy|ngat|go|xoa)\b.*\blien ket\b|\b(?:bo|huy|go|xoa) nhom\b/],
  ['switch-off', /\b(?:tat|ngung|dung|thoi)\b.*\b(?:tin|thong bao|tong so|nhom)\b/],
  ['switch-on', /\b(?:bat|mo)\b.*\b(?:tin|thong bao|tong so|nhom)\b/],
  ['code', /\bma\b.*\bnhom\b/],
  ['list', /\b(?:danh sach|cac|xem|nhung)\b.*\bnhom\b/],
]

/** "Mã nhóm cụm 2", "bỏ liên kết nhóm", "tắt tin nhóm 3", "danh sách nhóm"; nothing for any other message. */
export function readGroupErrand(text: string): GroupErrand | undefined {
  if (text.length > LONGEST) return undefined
  const line = fold(text)
    .replace(/[^a-z\d]+/g, ' ')
    .trim()
  const kind = KINDS.find(([, words]) => words.test(line))?.[0]
  if (kind === undefined) return undefined
  const number = /\bnhom (?:so )?(\d{1,6})\b/.exec(line)?.[1]
  return { kind, ...(number === undefined ? {} : { number: Number(number) }) }
}

const LONGEST = 80
