import type { Reading } from '../writing/fold.ts'
import { readingOf } from '../writing/fold.ts'

/** "định trả lại nhưng xem kỹ thấy đủ rồi, …", "tính hỏi hạn nhưng thôi …": what was meant at first. */
const AT_FIRST =
  /^[^?\n]*?\b(?:dinh|tinh|luc dau|ban dau|thoat dau)\b[^?\n]{2,80}?\b(?:nhung|ma)\b(?: (?:ma|lai|gio|bay gio|thoi|nghi lai|doi y|(?:xem|doc|kiem tra|nghi|ra soat)(?: [a-z]+){0,2} thay(?: [a-z]+){1,4}|(?:thay|xem|doc|nghi)(?: [a-z]+){1,4}(?=,)))*[ ,.;]+/
/** "… à không, …", "… à thôi, …", "… ấy khoan, …": what follows counts. */
const NO_RATHER =
  /^[^?\n]{4,}?[ ,.;]+(?:a|ah|a ma|uh|y|ay|ui) (?:thoi|khong phai|khong|ko|k|khoan|quen)\b[ ,.;:]+/

/** "Khoan hủy, …", "từ từ đã, …": what follows counts. */
const WAIT = /^(?:a |u |o |em |anh |chi )?(?:khoan|tu tu|dung voi)\b[^,;.?\n]{0,30}[,;.]+ */

const LEAST_WORDS = 2

/**
 * What a message says after its writer has changed his mind within it; undefined where he has not, or
 * where nothing more is said. "Định rút nhưng thôi" leaves nothing, and so asks for nothing.
 */
export function afterChangedMind({ typed, folded }: Reading): Reading | undefined {
  for (const pattern of [AT_FIRST, NO_RATHER, WAIT]) {
    const found = pattern.exec(folded)
    if (found === null) continue
    const rest = typed.slice(found[0].length).trim()
    if (rest.split(/\s+/).length >= LEAST_WORDS) return readingOf(rest)
  }
  return undefined
}
