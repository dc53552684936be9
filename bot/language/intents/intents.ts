import { isQuestion, isThanks } from './answers.ts'
import { afterChangedMind } from './changed-mind.ts'
import { decisionInClauses } from './decision-clauses.ts'
import type { Clues, Heard } from './heard.ts'
import { DECISIONS, decisionIn, isOffTopic, requestsIn, weakSign } from './heard.ts'
import { lineOf } from '../writing/message-line.ts'
import type { Likeness } from './near-phrases.ts'
import { likenessOf } from './near-phrases.ts'
import { asOneself } from '../people/speakers.ts'
import { hasStrangeWord, isTurned, mayBeTurned, repair, variantsOf } from '../writing/repair.ts'
import type { Intent } from '../understanding.ts'

/** At most three alternatives, best first; not sure: ask which is meant. */
export type Reckoning = {
  readonly intent: Intent
  readonly alternatives: readonly Intent[]
  readonly sure: boolean
}

/** A reading before the alternatives are filled up with what comes near. */
type Found = {
  readonly found: readonly Intent[]
  readonly sure: boolean
  /** It may as well be nothing that the bot knows. */
  readonly doubtful?: true
}

/** Likeness enough to offer, to take, and to believe more than a rule where a word is damaged. */
const OFFERED = 0.35
const TAKEN = 0.5
const TELLING = 0.8
const ALONE = 0.12
/** By how much a decision with one damaged word must come nearer than anything else. */
const NEARER = 0.04

const scoreOf = (alike: readonly Likeness[], intent: Intent) =>
  alike.find((one) => one.intent === intent)?.score ?? 0

/** Too little of a word is left to decide by what it may have been: "kk" is "ok" or "ko". */
function isLegible(line: string, mended: string): boolean {
  const put = mended.split(' ')
  const words = line.split(' ')
  const least = words.length === 1 ? 4 : 3
  return words.every((word, at) => word === put[at] || word.length >= least)
}

/** By how much less likely a reading must be to be no rival of a decision. */
const NO_RIVAL = 0.5

/**
 * A decision of which one word is damaged: the mended line says it, or one that may have been meant
 * and no phrase that decides otherwise comes as near; and nothing else may as well have been meant.
 */
function damagedDecision(
  heard: Heard,
  mended: string,
  alike: readonly Likeness[],
): Intent | undefined {
  const meant = variantsOf(heard.line).map(({ line, cost, known }) => {
    const one = { ...heard, line }
    return { one, cost, decision: known && cost > 0 ? undefined : decisionIn(one) }
  })
  const put = isLegible(heard.line, mended) ? decisionIn({ ...heard, line: mended }) : undefined
  const found = new Set(meant.flatMap(({ decision }) => decision ?? []))
  const [decision, ...others] = put === undefined ? found : found.add(put)
  if (decision === undefined || others.length > 0) return undefined
  const likeliest = Math.min(
    ...meant.filter((one) => one.decision !== undefined).map((one) => one.cost),
  )
  const otherwise = meant.filter((one) => one.decision === undefined)
  if (otherwise.some(({ one }) => isTurned(one.line, heard.line))) return undefined
  const rivals = otherwise.filter(({ cost }) => cost - likeliest < NO_RIVAL)
  if (rivals.some(({ one }) => requestsIn(one).length > 0)) return undefined
  if (put !== undefined || likeliest <= 0) return decision
  const [rival] = alike.filter(({ intent }) => intent !== decision)
  const nearer = rival !== undefined && DECISIONS.has(rival.intent) ? 0 : NEARER
  return scoreOf(alike, decision) - (rival?.score ?? 0) >= nearer ? decision : undefined
}

/** What a line says that one damaged word may have been meant for. */
function damagedRequest(heard: Heard): readonly Intent[] {
  for (const { line } of variantsOf(heard.line)) {
    const found = requestsIn({ ...heard, line })
    if (found.length > 0) return found
  }
  return []
}

/** What the likeness alone says; it never decides anything. */
function takenFrom([best]: readonly Likeness[], least: number): readonly Intent[] {
  if (best === undefined || best.score < least || DECISIONS.has(best.intent)) return []
  return [best.intent]
}

/** Where a word is strange, a phrase that fits better than the rule's own is believed. */
function isOutdone(intent: Intent, alike: readonly Likeness[]): boolean {
  const [best] = alike
  if (best === undefined || best.intent === intent || DECISIONS.has(best.intent)) return false
  return best.score >= TELLING && best.score - scoreOf(alike, intent) >= ALONE
}

function decided(heard: Heard, mended: string, alike: readonly Likeness[]): Found | undefined {
  const written = decisionIn(heard) ?? decisionInClauses(heard)
  if (written !== undefined && !mayBeTurned(heard.line)) return { found: [written], sure: true }
  const meant = damagedDecision(heard, mended, alike)
  return meant === undefined ? undefined : { found: [meant], sure: false }
}

function requested(heard: Heard, mended: string, alike: readonly Likeness[]): Found | undefined {
  const careful = requestsIn({ ...heard, line: mended })
  const found = careful.length > 0 ? careful : requestsIn({ ...heard, line: repair(mended, true) })
  const [first] = found
  if (first === undefined) return undefined
  const [best] = alike
  if (best !== undefined && hasStrangeWord(heard.line) && isOutdone(first, alike))
    return { found: [best.intent, ...found], sure: false }
  return { found, sure: careful.length > 0 }
}

function guessed(heard: Heard, alike: readonly Likeness[]): Found {
  const weak = weakSign(heard)
  const guesses = [
    takenFrom(alike, TELLING),
    damagedRequest(heard),
    takenFrom(alike, TAKEN),
    weak === undefined ? [] : [weak],
  ]
  const found = guesses.find((guess) => guess.length > 0) ?? ['unknown']
  return { found, sure: false, doubtful: true }
}

function fillUp({ found, sure, doubtful }: Found, alike: readonly Likeness[]): Reckoning {
  const [intent = 'unknown'] = found
  const near = alike.filter(({ score }) => score >= OFFERED).map((one) => one.intent)
  const offered = [...new Set([...found, ...near])].slice(0, 3)
  const alternatives: readonly Intent[] =
    doubtful === true && !offered.includes('unknown')
      ? [...offered.slice(0, 2), 'unknown']
      : offered
  return { intent, alternatives, sure }
}

const only = (intent: Intent, sure: boolean): Reckoning => ({
  intent,
  alternatives: [intent],
  sure,
})

/** "Gửi thông báo: …": the colon says that the notice itself follows. */
const NOTICE_TO_SEND =
  /^\s*(?:g(?:ử|u)i|so(?:ạ|a)n|ph(?:á|a)t|(?:đ|d)(?:ă|a)ng|ra)\s+th(?:ô|o)ng b(?:á|a)o\s*[:\n]/iu

/**
 * What a message wants. Decisions come first and only word for word; then the rules, on the words as
 * written and with damaged words repaired; then likeness to known phrases, which is never sure.
 */
export function reckonIntent(clues: Clues): Reckoning {
  const changed = clues.report.items.length === 0 ? afterChangedMind(clues.reading) : undefined
  return reckon(changed === undefined ? clues : { ...clues, reading: changed })
}

function reckon(clues: Clues): Reckoning {
  const { reading, report } = clues
  const line = lineOf(reading)
  if (line === '') return only(reading.typed.includes('?') ? 'help' : 'unknown', false)
  if (NOTICE_TO_SEND.test(reading.typed)) return only('announce', true)
  const asks = isQuestion(reading.typed)
  const heard: Heard = { ...clues, line, asks, counts: report.items.length > 0 }
  const alike = likenessOf(line)
  const mended = repair(line, false)
  const decision = decided(heard, mended, alike)
  if (decision !== undefined) return fillUp(decision, alike)
  if (isThanks(reading.typed)) return only('greeting', true)
  if (isOffTopic(heard)) return only('unknown', false)
  const own = lineOf(asOneself(reading))
  const spoken = { ...heard, line: own }
  const request = requested(spoken, repair(own, false), alike)
  return fillUp(request ?? guessed({ ...spoken, line: repair(own, false) }, alike), alike)
}
