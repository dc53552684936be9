import { editDistance } from './edit-distance.ts'
import type { Reading } from './fold.ts'
import { fold } from './fold.ts'
import { OUTSIDE_NAMES } from './outside-names.ts'
import { isSyllable } from './telex.ts'
import type { NamedUnit } from './understanding.ts'
import type { NameParts, UnitForm } from './unit-names.ts'
import { formsOfAll, nameParts } from './unit-names.ts'

/**
 * Which unit a name means. "sure": the candidates are meant (several where a message names several).
 * "ambiguous": one of the candidates may be meant, ask. "none": no unit, or a place that is none of
 * ours.
 */
export type UnitMatch = {
  readonly match: 'sure' | 'ambiguous' | 'none'
  readonly candidates: readonly NamedUnit[]
}

type Scored = { readonly unit: NamedUnit; readonly cost: number; readonly sameSpelling: boolean }

const NO_UNIT: UnitMatch = { match: 'none', candidates: [] }

/** Communes and towns are often called by each other's word. */
const TERRITORIES: ReadonlySet<string> = new Set(['xa', 'thi tran'])
/** A short form of these is no name of a unit ("xã Nội vụ"). */
const STRICT_KINDS: ReadonlySet<string> = new Set(
  ['xa', 'thi tran', 'phuong', 'huyen', 'tinh', 'thanh pho', 'so', 'truong', 'thon'],
)

const PREFIX_COST = 0.4
const SPACING_COST = 0.3
const MARGIN = 0.6
const SLIP = 0.5

/** How much may be wrong with a name of that length before it is doubtful. */
function tolerance(base: string): number {
  const letters = base.replaceAll(' ', '').length
  if (letters <= 4) return 1
  if (letters <= 7) return 1.3
  return letters <= 9 ? 2 : letters * 0.2
}

function wordwise(a: readonly string[], b: readonly string[]): number {
  const costs = a.map((word, at) => {
    const other = b[at] ?? ''
    const cost = editDistance(word, other)
    return cost > (Math.max(word.length, other.length) <= 4 ? 1.6 : 2.2) ? Infinity : cost
  })
  return costs.reduce((sum, cost) => sum + cost, 0)
}

function lettersCost(asked: string, form: string): number {
  const [a, b] = [asked.split(' '), form.split(' ')]
  const [joined, other] = [a.join(''), b.join('')]
  if (joined === other) return SPACING_COST
  if (Math.abs(joined.length - other.length) > 3) return Infinity
  return a.length === b.length ? wordwise(a, b) : SPACING_COST + editDistance(joined, other)
}

function nameCost(asked: NameParts, form: NameParts): number {
  if (asked.base === form.base) return 0
  const words = [asked.base, form.base].map((base) => base.split(' ').length)
  const isBeginning = (words[1] ?? 0) >= 3 && form.base.startsWith(`${asked.base} `)
  if (isBeginning && (asked.kind !== undefined || (words[0] ?? 0) >= 2)) return PREFIX_COST
  const cost = lettersCost(asked.base, form.base)
  return asked.kind === undefined && form.kind !== undefined
    ? Math.min(cost, lettersCost(asked.whole, form.whole))
    : cost
}

function kindsAgree(asked: NameParts, form: NameParts, loosely: boolean): boolean {
  if (asked.kind === undefined || asked.kind === form.kind) return true
  if (form.kind === undefined) return !STRICT_KINDS.has(asked.kind)
  return loosely && TERRITORIES.has(asked.kind) && TERRITORIES.has(form.kind)
}

type Question = { readonly ways: readonly NameParts[]; readonly loosely: boolean }

function scored({ ways, loosely }: Question, forms: readonly UnitForm[]): readonly Scored[] {
  const best = new Map<string, Scored>()
  for (const asked of ways) {
    for (const form of forms) {
      if (!kindsAgree(asked, form, loosely)) continue
      const cost = nameCost(asked, form)
      const known = best.get(form.unit.code)
      const sameSpelling = asked.spelt === form.spelt || known?.sameSpelling === true
      if (cost < (known?.cost ?? Infinity) || (cost === known?.cost && sameSpelling))
        best.set(form.unit.code, { unit: form.unit, cost, sameSpelling })
    }
  }
  return [...best.values()]
    .filter(({ cost }) => cost <= 3)
    .toSorted((a, b) => a.cost - b.cost)
}

const OUTSIDE: readonly NameParts[] = OUTSIDE_NAMES.flatMap((name) => nameParts(name))

/** How near a name is to a place that is none of ours; one spelt exactly so is nearer than any misspelling. */
function outsideCost(ways: readonly NameParts[], forms: readonly UnitForm[]): number {
  const spelt = new Set(forms.map((form) => form.spelt))
  const bases = new Set(forms.map((form) => form.base))
  const costs = OUTSIDE.filter((outside) => !spelt.has(outside.spelt)).flatMap((outside) =>
    ways.map((asked) => {
      if (asked.spelt === outside.spelt) return -1
      return bases.has(outside.base) ? Infinity : nameCost(asked, outside)
    }),
  )
  return Math.min(Infinity, ...costs)
}

/** A word that is no Vietnamese syllable is a slip of the finger, not another name. */
const isAllSyllables = (ways: readonly NameParts[]) =>
  ways.every(({ base }) => base.split(' ').every(isSyllable))

const isMarked = (ways: readonly NameParts[]) => ways.some(({ spelt }) => /[^\0-\x7F]/.test(spelt))

const isElsewhere = ({ within }: NameParts): boolean =>
  within !== undefined && OUTSIDE.some(({ base }) => editDistance(base, within) <= 1)

function decide(found: readonly Scored[], ways: readonly NameParts[], forms: readonly UnitForm[]): UnitMatch {
  const [best, second] = found
  if (best === undefined) return NO_UNIT
  const limit = tolerance(ways[0]?.base ?? '')
  if (best.cost > limit + MARGIN) return NO_UNIT
  const near = found.filter(({ cost }) => cost < best.cost + MARGIN).map(({ unit }) => unit)
  const outside = best.cost === 0 && best.sameSpelling ? Infinity : outsideCost(ways, forms)
  const isOther = best.cost > 0 && (outside < 0 || (outside === 0 && !isMarked(ways)))
  if (isOther) return NO_UNIT
  if (outside < 0 || (best.cost > 0 && outside < best.cost) || outside === 0)
    return { match: 'ambiguous', candidates: near }
  const alone = (second?.cost ?? Infinity) - best.cost >= MARGIN
  const isSlip = best.cost <= limit || (best.cost <= limit + SLIP && !isAllSyllables(ways))
  return alone && isSlip
    ? { match: 'sure', candidates: [best.unit] }
    : { match: 'ambiguous', candidates: near }
}

/**
 * Reads a text that is a unit's name and nothing else: its name, an alias, a former name or a short
 * form, with or without the word for its kind, misspelt or without marks.
 */
export function matchUnit(name: string, units: readonly NamedUnit[]): UnitMatch {
  const ways = nameParts(name.slice(0, 120)).filter(({ base }) => base !== '')
  if (ways.length === 0 || ways.some(isElsewhere)) return NO_UNIT
  const forms = formsOfAll(units)
  const strictly = decide(scored({ ways, loosely: false }, forms), ways, forms)
  if (strictly.match !== 'none') return strictly
  return decide(scored({ ways, loosely: true }, forms), ways, forms)
}

/** Names of communes that are everyday words; only the word "xã" makes them names. */
const EVERYDAY: ReadonlySet<string> = new Set(['hoa binh', 'chien thang', 'doan ket', 'thong nhat', 'tien tien'])
const KIND_IN_TEXT =
  /(?<![a-z\d])(?:xa|x\.|thi tran|tt\.?|ttr|phong|p\.|trung tam|van phong|vp|chi cuc)\s*(?=[a-z])/g
const NOT_OURS = /(?:huyen|tinh|phuong|thanh pho|tp|so) $/
const WORD = /[a-z\d]+/g

/** The longest name behind a word for a kind of unit that is one of ours. */
function namedAfter(reading: Reading, start: number, end: number, units: readonly NamedUnit[]): UnitMatch {
  const rest = reading.folded.slice(end, end + 60).split(/[.,;:!?\n()]/)[0] ?? ''
  const ends = [...rest.matchAll(WORD)].slice(0, 7).map((word) => end + word.index + word[0].length)
  const matches = ends
    .toReversed()
    .map((to) => matchUnit(reading.typed.slice(start, to), units))
  return matches.find(({ match }) => match === 'sure') ?? matches.find(({ match }) => match === 'ambiguous') ?? NO_UNIT
}

function bareNames(reading: Reading, units: readonly NamedUnit[]): readonly NamedUnit[] {
  const text = reading.folded.replace(/[^a-z\d\n]/g, ' ')
  return formsOfAll(units).flatMap(({ unit, base, kind }) => {
    if (kind === undefined || !TERRITORIES.has(kind) || EVERYDAY.has(base)) return []
    const at = ` ${text} `.indexOf(` ${base} `)
    if (at < 0 || NOT_OURS.test(text.slice(0, at))) return []
    const isLower = reading.marked && /^\p{Ll}/u.test(reading.typed.slice(at))
    return isLower && !/(?:don vi|tien do) $/.test(text.slice(0, at)) ? [] : [unit]
  })
}

/** The units a message names. A name shared by several is ambiguous unless its kind is said. */
export function readUnits(reading: Reading, units: readonly NamedUnit[]): UnitMatch {
  const found = [...reading.folded.matchAll(KIND_IN_TEXT)]
    .slice(0, 12)
    .map((kind) => namedAfter(reading, kind.index, kind.index + kind[0].length, units))
  const sure = found.flatMap(({ match, candidates }) => (match === 'sure' ? candidates : []))
  if (sure.length > 0) return { match: 'sure', candidates: [...new Set(sure)] }
  const doubtful = found.find(({ match }) => match === 'ambiguous')
  if (doubtful !== undefined) return doubtful
  const bare = [...new Set(bareNames(reading, units))]
  if (bare.length === 0) return NO_UNIT
  const names = new Set(bare.map(({ name }) => fold(name).replace(/^(?:xa|thi tran) /, '')))
  return { match: names.size < bare.length ? 'ambiguous' : 'sure', candidates: bare }
}
