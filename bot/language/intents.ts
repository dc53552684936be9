import { isQuestion, isThanks } from './answers.ts'
import type { DecisionRule } from './decision-rules.ts'
import { DECISION_RULES } from './decision-rules.ts'
import type { Reading } from './fold.ts'
import { lineOf } from './message-line.ts'
import { likenessOf } from './near-phrases.ts'
import { repair } from './repair.ts'
import type { RequestRule } from './request-rules.ts'
import { ACTIVITY, REPORT_OPENING, REQUEST_RULES, WHEN_DONE } from './request-rules.ts'
import type { Correction, Intent, UnderstoodReport } from './understanding.ts'

/** What has been read of a message before its intent is decided. */
export type Clues = {
  readonly reading: Reading
  readonly report: UnderstoodReport
  readonly correction?: Correction
  readonly namesUnit: boolean
  readonly roles?: readonly string[]
}

export type Reckoning = {
  readonly intent: Intent
  readonly alternatives: readonly Intent[]
  readonly sure: boolean
}

/** Intents that decide about people: never guessed, only read from words that say just that. */
const DECISIONS: ReadonlySet<Intent> = new Set(DECISION_RULES.map(({ intent }) => intent))
const APPRAISERS: ReadonlySet<string> = new Set(['appraiser', 'secretary', 'admin', 'signer'])

const LONGEST_DECISION = 24

type Heard = Clues & { readonly line: string; readonly asks: boolean; readonly counts: boolean }

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

function decisionIn(heard: Heard): Intent | undefined {
  if (heard.asks || heard.line.split(' ').length > LONGEST_DECISION) return undefined
  const rule = DECISION_RULES.find((one) => decides(heard, one))
  return rule !== undefined && mayDecide(heard, rule.intent) ? rule.intent : undefined
}

function applies(heard: Heard, rule: RequestRule): boolean {
  if (heard.counts && !heard.asks && rule.mayCount !== true) return false
  if (!rule.pattern.test(heard.line) || rule.unless?.test(heard.line) === true) return false
  return isSpelt(heard, rule)
}

/** A report without a word that says so: what was done and when, or how much. */
function tellsOfWork({ line, asks, counts }: Heard): boolean {
  if (REPORT_OPENING.test(line)) return true
  if (asks) return false
  return counts || (ACTIVITY.test(line) && WHEN_DONE.test(line))
}

function requestsIn(heard: Heard): readonly Intent[] {
  const { report, correction, asks, counts, line } = heard
  const found: Intent[] = []
  if (report.nothingToReport && !asks) found.push('submit_report')
  if (correction !== undefined && !asks) found.push('edit_report')
  if (counts && !asks && REPORT_OPENING.test(line)) found.push('submit_report')
  found.push(...REQUEST_RULES.filter((rule) => applies(heard, rule)).map(({ intent }) => intent))
  if (tellsOfWork(heard)) found.push('submit_report')
  if (heard.namesUnit && !counts && line.split(' ').length <= 6) found.push('unit_progress')
  return [...new Set(found)]
}

/** Words alike enough to offer, or enough to take where nothing is decided by it. */
const OFFERED = 0.3
const TAKEN = 0.62

function similarTo(line: string, known: readonly Intent[]): readonly Intent[] {
  const alike = likenessOf(line)
    .filter(({ score }) => score >= OFFERED)
    .map(({ intent }) => intent)
  return [...new Set([...known, ...alike])].slice(0, 3)
}

function reckon(found: readonly Intent[], line: string, sure: boolean): Reckoning | undefined {
  const [intent] = found
  if (intent === undefined) return undefined
  return { intent, alternatives: similarTo(line, found), sure }
}

/** Nothing was recognised: what comes nearest is offered, and taken only where nothing is decided by it. */
function guess(line: string): Reckoning {
  const [best] = likenessOf(line)
  if (best !== undefined && best.score >= TAKEN && !DECISIONS.has(best.intent))
    return { intent: best.intent, alternatives: similarTo(line, [best.intent]), sure: false }
  return { intent: 'unknown', alternatives: ['unknown', ...similarTo(line, []).slice(0, 2)], sure: false }
}

/**
 * What a message wants. Decisions come first and only word for word; then the rules, on the words as
 * written, with damaged words repaired, and with a bolder repair; then likeness to known phrases.
 */
export function reckonIntent(clues: Clues): Reckoning {
  const { reading, report } = clues
  const written = lineOf(reading)
  const asks = isQuestion(reading.typed)
  const heard = (line: string): Heard => ({ ...clues, line, asks, counts: report.items.length > 0 })
  const mended = repair(written, false)
  const decision = decisionIn(heard(written))
  if (decision !== undefined) return { intent: decision, alternatives: similarTo(written, [decision]), sure: true }
  const mendedDecision = mended === written ? undefined : decisionIn(heard(mended))
  if (mendedDecision !== undefined)
    return { intent: mendedDecision, alternatives: similarTo(mended, [mendedDecision]), sure: false }
  if (isThanks(reading.typed)) return { intent: 'greeting', alternatives: ['greeting'], sure: true }
  const bold = repair(mended, true)
  return (
    reckon(requestsIn(heard(mended)), mended, true) ??
    reckon(requestsIn(heard(bold)), bold, false) ??
    guess(bold)
  )
}
