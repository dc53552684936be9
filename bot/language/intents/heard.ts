import type { Reading } from '../writing/fold.ts'
import type { DecisionRule } from './rules/decision-rules.ts'
import { DECISION_RULES } from './rules/decision-rules.ts'
import { LAST_RULES } from './rules/last-rules.ts'
import { ACTIVITY, EVENT, OFF_TOPIC, REPORT_OPENING, WHEN_DONE } from './rules/report-signs.ts'
import type { RequestRule } from './rules/request-rule.ts'
import { REQUEST_RULES } from './rules/request-rules.ts'
import { takenBack } from '../writing/slips.ts'
import type { Correction, Intent, UnderstoodReport } from '../understanding.ts'

/** What has been read of a message before its intent is decided. */
export type Clues = {
  readonly reading: Reading
  readonly report: UnderstoodReport
  readonly correction?: Correction
  readonly namesUnit: boolean
  readonly roles?: readonly string[]
}

/** A line of words to apply rules to: the message's own, or one that it may have been meant for. */
export type Heard = Clues & {
  readonly line: string
  readonly asks: boolean
  readonly counts: boolean
}

/** Intents that decide about people: never guessed, only read from words that say just that. */
export const DECISIONS: ReadonlySet<Intent> = new Set(DECISION_RULES.map(({ intent }) => intent))
const APPRAISERS: ReadonlySet<string> = new Set(['appraiser', 'secretary', 'admin', 'signer'])

const LONGEST_DECISION = 24

const isSpelt = ({ reading }: Heard, { spelt }: { readonly spelt?: RegExp }): boolean =>
  spelt === undefined || !reading.marked || spelt.test(reading.typed.toLowerCase())

function decides(heard: Heard, rule: DecisionRule): boolean {
  if (heard.counts && rule.mayCount !== true) return false
  if (rule.onlyMarked === true && !heard.reading.marked) return false
  return rule.pattern.test(heard.line) && isSpelt(heard, rule)
}

/** An official who cannot appraise and says "bổ sung ảnh" supplements his own. */
function mayDecide({ roles }: Heard, intent: Intent): boolean {
  if (intent !== 'return_for_revision' || roles === undefined) return true
  return roles.some((role) => APPRAISERS.has(role))
}

/** "Đã trả lại 2 hồ sơ đất": told, not decided. Without marks "da" may be "dạ" as well. */
const DONE_SPELT = /^\P{L}*(?:\p{L}+\P{L}+){0,2}đã(?=\P{L}+\p{L})/iu
const DONE =
  /^(?:\S+ )?da (?:tra|hoan|rut|thu|huy|xoa|bo|tu choi|bac|loai|gat|duyet|phe|ky|chap|thong qua|bieu) (?:\S+ )+\S+$/

const tellsOfIt = ({ line, reading }: Heard): boolean =>
  reading.marked ? DONE_SPELT.test(reading.typed) : DONE.test(line)

/** The decision that a line is, word for word. A question decides nothing. */
export function decisionIn(heard: Heard): Intent | undefined {
  if (heard.asks || heard.line.split(' ').length > LONGEST_DECISION) return undefined
  if (tellsOfIt(heard)) return undefined
  const rule = DECISION_RULES.find((one) => decides(heard, one))
  return rule !== undefined && mayDecide(heard, rule.intent) ? rule.intent : undefined
}

function applies(heard: Heard, rule: RequestRule): boolean {
  const { line, counts, asks } = heard
  if (counts && !asks && rule.mayCount !== true) return false
  if (asks && rule.tells === true) return false
  if (!rule.when.some((pattern) => pattern.test(line))) return false
  return !rule.unless.some((pattern) => pattern.test(line)) && isSpelt(heard, rule)
}

/** A report without a word that says so: what was done and when, or how much. */
function tellsOfWork({ line, asks, counts }: Heard): boolean {
  if (asks) return false
  return REPORT_OPENING.test(line) || counts || (ACTIVITY.test(line) && WHEN_DONE.test(line))
}

const SHORT = 6

/** "Báo cáo hôm qua ghi thiếu 1 hội nghị, thêm vào giúp tôi". */
const TELLS_WHAT_LACKS =
  /(?<!\S)(?:bao cao|so lieu|ghi|nhap|gui)(?: \S+){0,5} (?:ghi |nhap |bi |con )?(?:thieu|sot|nham|sai|thua|lon)(?: \S+){0,8} (?:them|sua|bo sung|chinh|cap nhat|dinh chinh|bot|ghi lai|thay)(?: (?:bang|thanh|vao|lai|giup|them|cho|di|ho|a|nhe)(?!\S)|$)|(?<!\S)bao cao(?: \S+){0,4} (?:bo bot|bot|giam)(?: (?:di|giup|cho|em|toi))* \d/

/** "Sửa BC-0412: …": whatever follows, that report is meant. */
const CORRECTS_BY_CODE =
  /^\s*(?:(?:xin|de nghi|em|toi|cho) )*(?:chinh )?sua (?:lai )?(?:bao cao )?bc\s?-?\s?\d/u

/** What a statement tells by itself, before any rule: a correction, or a report. */
function toldBy({ report, correction, counts, line, reading }: Heard): readonly Intent[] {
  const signs: readonly (readonly [boolean, Intent])[] = [
    [CORRECTS_BY_CODE.test(reading.folded), 'edit_report'],
    [report.nothingToReport, 'submit_report'],
    [correction !== undefined, 'edit_report'],
    [report.difficulties !== undefined, 'submit_report'],
    [TELLS_WHAT_LACKS.test(line), 'edit_report'],
    [counts && (takenBack(reading) !== undefined || REPORT_OPENING.test(line)), 'submit_report'],
  ]
  return signs.flatMap(([isTold, intent]) => (isTold ? [intent] : []))
}

/** All that a line may ask for or tell by a rule, the first being the likeliest. */
export function requestsIn(heard: Heard): readonly Intent[] {
  const { asks, counts, line } = heard
  const found: Intent[] = asks ? [] : [...toldBy(heard)]
  found.push(...REQUEST_RULES.filter((rule) => applies(heard, rule)).map(({ intent }) => intent))
  if (tellsOfWork(heard)) found.push('submit_report')
  if (heard.namesUnit && !counts && line.split(' ').length <= SHORT) found.push('unit_progress')
  return [...new Set(found)]
}

/** Of more words, one that counts something is a report. */
const SHORT_TALK = 8

const OF_THE_WORK =
  /(?<!\S)(?:bao cao|ho so|han nop|khen|nop|thuong|giay khen|bang khen|kinh phi)(?!\S)/

/** Talk that has nothing to do with the campaign. */
export function isOffTopic({ line, counts }: Heard): boolean {
  if (!OFF_TOPIC.test(line) || (counts && line.split(' ').length > SHORT_TALK)) return false
  return !ACTIVITY.test(line) && !OF_THE_WORK.test(line)
}

/** "Hoàn thành việc niêm yết danh sách cử tri". */
const BEGINS_WITH_WORK =
  /^(?:(?:da|vua|moi|xa|thon|don vi|em|toi|ben em) )*(?:hoan thanh|to chuc|trien khai|phoi hop|ra quan|khanh thanh|ban giao|phat dong|tham muu|tiep nhan|giai quyet|trao|van dong|tuyen truyen|niem yet|treo|phat|tham hoi|thuc hien xong|lam xong)(?: \S+){2,}/

/** What is left to go by when neither a rule nor a phrase says more. */
export function weakSign(heard: Heard): Intent | undefined {
  const tells = !heard.asks && (EVENT.test(heard.line) || BEGINS_WITH_WORK.test(heard.line))
  if (tells || REPORT_OPENING.test(heard.line)) return 'submit_report'
  return LAST_RULES.find((rule) => applies(heard, rule))?.intent
}
