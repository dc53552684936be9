import { readingOf } from '../writing/fold.ts'

const REASON = /(?:^|[\s,;.(])(?:ly do|vi ly do|nguyen nhan|vi|do) ?:? ?(?=\S)/g
/** "vì 25 người" would count; a reason has at least two words. */
const TWO_WORDS = /\S+\s+\S+/

const NAMED_REASON = /[\s,;.(]+(?:vi )?ly do ?:? ?\S.*$/su

/** What is said besides a reason that is called one: its words tell of no work. */
export function withoutReason(text: string): string {
  const { typed, folded } = readingOf(text)
  const named = NAMED_REASON.exec(folded)
  return named ? typed.slice(0, named.index) : text
}

/** "… lý do: đếm sót thôn 4", "… vì cộng nhầm": why a person changes something; undefined where none is given. */
export function readReason(text: string): string | undefined {
  const { typed, folded } = readingOf(text)
  const last = [...folded.matchAll(REASON)].at(-1)
  if (!last) return undefined
  const reason = typed.slice(last.index + last[0].length).trim()
  return TWO_WORDS.test(reason) ? reason : undefined
}
