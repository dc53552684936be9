import { readingOf } from '../writing/fold.ts'
import { DECISIONS } from '../intents/heard.ts'
import { lineOf } from '../writing/message-line.ts'
import { ACTIVITY, REPORT_OPENING } from '../intents/rules/report-signs.ts'
import type { Intent, Understanding } from '../understanding.ts'

/** Longer messages are no fragments: whoever writes so much has said it. */
const FRAGMENT_WORDS = 8

const DONE =
  /^(?:da |vang |em |a |ok |oke )*(?:xong|het|the thoi|vay thoi|du roi|chi vay thoi|chi the thoi)(?: roi| nhe| nha| a| em| ah)*$/

const NO_FIGURE =
  /^(?:da |a |em |toi |thi |hien )*(?:(?:khong|ko|k|kg|chua) (?:co|ro|nho|biet|thong ke|dem|nam)(?: (?:duoc|ro|so|so lieu|con so|cu the|chinh xac|ca|gi|la))*|bo qua|de trong)(?: a| nhe| nha| em| dau| day| het)*$/

const MORE = /^(?:va |ngoai ra|them |con |bo sung|voi lai|a con|ah con|cong them|kem theo|co ca )/

const whole = (text: string): string =>
  lineOf(readingOf(text))
    .replace(/[^a-z\d ]+/g, ' ')
    .trim()

/** "Xong": nothing more follows. */
export function saysDone(text: string): boolean {
  return DONE.test(whole(text))
}

/** "Không có số", "chưa thống kê được", "bỏ qua": the figure asked for will not come. */
export function saysNoFigure(text: string): boolean {
  return NO_FIGURE.test(whole(text))
}

const COURTESY_AT_END = /(?:[\s.,!]+(?:ạ|a|nhé|nhe|nha|thôi|thoi|em|đồng chí|dong chi))*[\s.,!]*$/iu

/** "khoảng 20 ạ" without what only is polite. */
export function withoutCourtesy(text: string): string {
  return text.normalize('NFC').replace(COURTESY_AT_END, '')
}

const tellsOfWork = (line: string): boolean => REPORT_OPENING.test(line) || ACTIVITY.test(line)

/** Readings that change or decide something: what may mean one of them is asked about, never taken for a piece. */
const ERRANDS: ReadonlySet<Intent> = new Set<Intent>([
  ...DECISIONS,
  'withdraw_report',
  'withdraw_nomination',
  'edit_report',
  'undo',
  'cancel',
])

function isPlain({ intent, sure, question, thanks, correction, report }: Understanding): boolean {
  if (question || thanks || correction !== undefined || ERRANDS.has(intent)) return false
  // "Ở thôn 5" comes near to many a phrase; its place says what it is.
  return intent === 'submit_report' || intent === 'unknown' || (!sure && report.places.length > 0)
}

/** How many kinds of facts a message has: figures, days, places, difficulties. */
function kindsOfFacts({ report }: Understanding): number {
  const { items, dates, places, difficulties } = report
  const kinds = [items, dates, places, difficulties === undefined ? [] : [difficulties]]
  return kinds.filter((facts) => facts.length > 0).length
}

/** "Hôm qua", "3 hội nghị nhé", "ở thôn 5": one kind of fact and no word of what was done. */
export function isFragment(understood: Understanding): boolean {
  const line = lineOf(readingOf(understood.text))
  if (line === '' || line.split(' ').length > FRAGMENT_WORDS || !isPlain(understood)) return false
  const { period, nothingToReport } = understood.report
  if (period !== undefined || nothingToReport || tellsOfWork(line)) return false
  return kindsOfFacts(understood) === 1 && understood.report.items.length <= 2
}

/**
 * What can only go on with a report just sent: more figures, a place, a difficulty, a further thing
 * done. A message that tells of work with its own figures or its own day is a report by itself.
 */
export function continuesReport(understood: Understanding): boolean {
  const line = lineOf(readingOf(understood.text))
  const { items, dates, period, nothingToReport } = understood.report
  if (!isPlain(understood) || nothingToReport || period !== undefined) return false
  if (MORE.test(line)) return kindsOfFacts(understood) > 0 || ACTIVITY.test(line)
  if (REPORT_OPENING.test(line)) return false
  if (ACTIVITY.test(line)) return items.length === 0 && dates.length === 0
  return kindsOfFacts(understood) > 0 && (items.length === 0 || dates.length === 0)
}

/** A report with work, day and figures of its own: it is nobody's answer. */
export function isWholeReport(understood: Understanding): boolean {
  const line = lineOf(readingOf(understood.text))
  const { items, dates, nothingToReport } = understood.report
  if (!isPlain(understood)) return false
  if (nothingToReport || REPORT_OPENING.test(line)) return true
  return ACTIVITY.test(line) && items.length > 0 && dates.length > 0
}

const SOME_PLACES =
  /\b(?:o|tai|cho|tren dia ban) (?:cac|mot so|may|nhieu|vai|\d{1,2}) (?:thon ban|thon|ban|xom|khu pho|to dan pho)\b(?! ?\d)/

/** "Ở các thôn", "tại 2 bản": it was in places that are not named. */
export function namesNoPlace({ text, report, units }: Understanding): boolean {
  if (report.places.length > 0 || units.match === 'sure') return false
  return SOME_PLACES.test(readingOf(text).folded)
}
