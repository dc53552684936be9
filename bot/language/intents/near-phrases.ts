import { fold } from '../writing/fold.ts'
import { INTENT_PHRASES } from './intent-phrases.ts'
import type { Intent } from '../understanding.ts'
import { INTENTS } from '../understanding.ts'
import { nearWords } from '../writing/vocabulary.ts'

const SPOKEN = INTENTS.flatMap((intent) =>
  INTENT_PHRASES[intent].map((phrase) => ({ intent, words: fold(phrase).split(' ') })),
)

const COURTESY: ReadonlySet<string> = new Set(
  'a nhe nha da vang em toi minh xin cho anh chi dong voi ah oi day di luon giup ban roi duoc'.split(
    ' ',
  ),
)
const POLITE = 0.35
const UNHEARD = 1

const HEARD = new Map<string, number>()
for (const { words } of SPOKEN)
  for (const word of words) HEARD.set(word, (HEARD.get(word) ?? 0) + 1)

/** Words of few phrases say more, courtesy says little. */
function weightOf(word: string): number {
  if (COURTESY.has(word)) return POLITE
  const heard = HEARD.get(word)
  return heard === undefined ? UNHEARD : Math.log(1 + SPOKEN.length / heard) / 3
}

const WORD_IDS = new Map([...HEARD.keys()].map((word, id) => [word, id]))

type Phrase = {
  readonly intent: Intent
  readonly ids: Int32Array
  readonly weights: Float64Array
  readonly weight: number
}

const PHRASES: readonly Phrase[] = SPOKEN.map(({ intent, words }) => {
  const weights = Float64Array.from(words, weightOf)
  const ids = Int32Array.from(words, (word) => WORD_IDS.get(word) ?? -1)
  return { intent, ids, weights, weight: weights.reduce((sum, weight) => sum + weight, 0) }
})

/** Of each word, by its id: its weight, and the places in PHRASES of those that hold it. */
const WEIGHTS = Float64Array.from(HEARD.keys(), weightOf)
const HOLDING: readonly number[][] = Array.from(WEIGHTS, () => [])
for (const [place, { ids }] of PHRASES.entries())
  for (const id of new Set(ids)) HOLDING[id]?.push(place)

export type Likeness = {
  readonly intent: Intent
  /** 1 is the phrase itself. */
  readonly score: number
}

/** A word of the line: its weight, and how much the same each phrase word is: 1 itself, less for what a slip makes of it. */
type Heard = { readonly weight: number; readonly same: ReadonlyMap<number, number> }

function hear(word: string): Heard {
  const same = new Map<number, number>()
  for (const near of nearWords(word)) {
    const id = WORD_IDS.get(near.word)
    if (id !== undefined) same.set(id, 1.2 - near.cost * 0.45)
  }
  const own = WORD_IDS.get(word)
  if (own !== undefined) same.set(own, 1)
  return { weight: weightOf(word), same }
}

const LONGEST = 14
let row = new Float64Array(2 * LONGEST)
let last = new Float64Array(2 * LONGEST)

/** The least weight to put in, leave out or change to make the line of the phrase, words in order. */
function alignment(line: readonly Heard[], { ids, weights }: Phrase): number {
  const length = ids.length
  last[0] = 0
  for (let j = 0; j < length; j++) last[j + 1] = (last[j] ?? 0) + (weights[j] ?? 0)
  for (const { weight, same } of line) {
    row[0] = (last[0] ?? 0) + weight
    for (let j = 0; j < length; j++) {
      const own = weights[j] ?? 0
      const skipped = Math.min((last[j + 1] ?? 0) + weight, (row[j] ?? 0) + own)
      const share = same.get(ids[j] ?? -1)
      const changed = share === undefined ? Infinity : (last[j] ?? 0) + (1 - share) * (weight + own)
      row[j + 1] = Math.min(skipped, changed)
    }
    ;[row, last] = [last, row]
  }
  return last[length] ?? 0
}

/** Nobody asks for a likeness below this. */
const LEAST = 0.35
const shared = new Float64Array(PHRASES.length)

/** A phrase and how like it the line can be at most. */
type Chance = { readonly phrase: Phrase; readonly most: number }

/** Adds to each phrase that holds the word what the line has in common with it by that word. */
function share(id: number, common: number, places: number[]): void {
  for (const place of HOLDING[id] ?? []) {
    if (shared[place] === 0) places.push(place)
    shared[place] = (shared[place] ?? 0) + common
  }
}

/** The phrases that the line may be like, the likeliest first; most share too little weight with it to be read at all. */
function chancesOf(line: readonly Heard[], whole: number): readonly Chance[] {
  const places: number[] = []
  for (const { weight, same } of line)
    for (const [id, part] of same) share(id, part * (weight + (WEIGHTS[id] ?? 0)), places)
  const chances: Chance[] = []
  for (const place of places) {
    const phrase = PHRASES[place]
    const common = shared[place] ?? 0
    shared[place] = 0
    if (phrase === undefined) continue
    const most = common / (whole + phrase.weight)
    if (most > LEAST) chances.push({ phrase, most })
  }
  return chances.sort((a, b) => b.most - a.most)
}

/** Intents by how near the line comes to one of their phrases, best first. Only short messages are phrases. */
export function likenessOf(line: string): readonly Likeness[] {
  const words = line.split(' ')
  if (words.length > LONGEST) return []
  const heard = words.map(hear)
  const whole = heard.reduce((sum, { weight }) => sum + weight, 0)
  const best = new Map<Intent, number>()
  for (const { phrase, most } of chancesOf(heard, whole)) {
    const known = best.get(phrase.intent) ?? LEAST
    if (most <= known) continue
    const score = 1 - alignment(heard, phrase) / (whole + phrase.weight)
    if (score > known) best.set(phrase.intent, score)
  }
  return [...best]
    .map(([intent, score]) => ({ intent, score }))
    .toSorted((a, b) => b.score - a.score)
}
