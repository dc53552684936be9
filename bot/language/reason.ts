import { readingOf } from './fold.ts'

const REASON = /(?:^|[\s,;.(])(?:ly do|vi ly do|nguyen nhan|vi|do) ?:? ?(?=\S)/g
/** "vì 25 người" would count; a reason has at least two words. */
const TWO_WORDS = /\S+\s+\S+/

/** "… lý do: đếm sót thôn 4", "… vì cộng nhầm": why a person changes something; undefined where none is given. */
export function readReason(text: string): string | undefined {
  const { typed, folded } = readingOf(text)
  const last = [...folded.matchAll(REASON)].at(-1)
  if (!last) return undefined
  const reason = typed.slice(last.index + last[0].length).trim()
  return TWO_WORDS.test(reason) ? reason : undefined
}
