import type { Reading, Span } from './fold.ts'
import { lineOf } from './message-line.ts'
import { DIGITS } from '../figures/numbers.ts'
import { ACTIVITY } from '../intents/rules/report-signs.ts'

const GONE = new RegExp(
  `(?<![\\d/.,-])(?:${DIGITS})(?![\\d/])[^\\d\\n.;]{0,30}?[ ,(]+(?:(?:a|ah|ay|y|ui|oi|chet|uh|o)[ ,]+)?(?:nham|quen|lon)(?: roi| mat)?[ ,:]*(?:(?:la|phai la|dung la|co) )?(?=\\d)`,
)
/** Who speaks of an earlier report corrects that one. */
const OF_AN_EARLIER = /\b(?:bao cao|bc|ghi|gui|nop|nhap|khai|danh|go|moi dung|chu khong phai)\b/

/**
 * "tuyên truyền 3 buổi à nhầm 4 buổi": the figure that is taken back while the work is being told, with
 * the word that takes it back. Undefined where an earlier report is corrected.
 */
export function takenBack(reading: Reading): Span | undefined {
  const { typed, folded } = reading
  const found = GONE.exec(folded)
  if (found === null || OF_AN_EARLIER.test(folded)) return undefined
  const told = {
    ...reading,
    typed: typed.slice(0, found.index),
    folded: folded.slice(0, found.index),
  }
  if (!ACTIVITY.test(lineOf(told))) return undefined
  return { start: found.index, end: found.index + found[0].length }
}
