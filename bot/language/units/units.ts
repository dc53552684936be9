import { editDistance } from '../writing/edit-distance.ts'
import { fold } from '../writing/fold.ts'
import { OUTSIDE_NAMES } from './outside-names.ts'
import { isSyllable } from '../writing/telex.ts'
import type { NamedUnit, UnitMatch } from '../understanding.ts'
import type { NameParts, UnitForm } from './unit-names.ts'
import { formsOfAll, nameParts } from './unit-names.ts'

type Scored = { readonly unit: NamedUnit; readonly cost: number; readonly sameSpelling: boolean }

/** No unit of ours is named. */
export const NO_UNIT: UnitMatch = { match: 'none', candidates: [] }

/** What is called a territory: communes and towns are often called by each other's word. */
export const TERRITORIES: ReadonlySet<string> = new Set(['xa', 'thi tran'])
/** A short form of these is no name of a unit ("xã Nội vụ"). */
const STRICT_KINDS: ReadonlySet<string> = new Set([
  'xa',
  'thi tran',
  'phuong',
  'huyen',
  'tinh',
  'thanh pho',
  'so',
  'truong',
  'thon',
])

const PREFIX_COST = 0.4
const SPACING_COST = 0.3
const MARGIN = 0.6
const SLIP = 0.5

/** How much may be wrong with a name of that length before it is doubtful. */
function tolerance(base: string): number {
  const letters = base.replaceAll(' ', '').length
  if (letters <= 3) return SPACING_COST
  if (letters <= 4) return 1
  if (letters <= 7) return 1.3
  return letters <= 9 ? 2 : letters * 0.2
}

/** Word for word, where no word may be too far off: two slips in a short word make another name. */
function wordwise(a: readonly string[], b: readonly string[]): number {
  let sum = 0
  for (const [at, word] of a.entries()) {
    const other = b[at] ?? ''
    const cost = editDistance(word, other)
    if (cost > (Math.max(word.length, other.length) <= 4 ? 1.6 : 2.2)) return Infinity
    sum += cost
  }
  return sum
}

type Letters = Pick<NameParts, 'words' | 'letters'>

function lettersCost(asked: Letters, form: Letters): number {
  if (asked.letters === form.letters) return SPACING_COST
  if (Math.abs(asked.letters.length - form.letters.length) > 3) return Infinity
  return asked.words.length === form.words.length
    ? wordwise(asked.words, form.words)
    : SPACING_COST + editDistance(asked.letters, form.letters)
}

const wholeOf = ({ whole }: NameParts): Letters => ({
  words: whole.split(' '),
  letters: whole.replaceAll(' ', ''),
})

const ONSET = /^(?:ch|gh|kh|ng|nh|ph|qu|th|tr)$/

/**
 * "tài nguyên mt", "viện ks nhân dân", "cựu ch.binh": words of the name written by their first letters;
 * gives how many of its words are named so, 0 where they are not.
 */
function abbreviated(asked: readonly string[], form: readonly string[]): number {
  let place = 0
  for (const word of asked) {
    if (word === form[place] || (ONSET.test(word) && form[place]?.startsWith(word))) place++
    else {
      const initials = form.slice(place, place + word.length).map((one) => one.charAt(0))
      if (word.length < 2 || initials.join('') !== word) return 0
      place += word.length
    }
  }
  return place
}

function abbreviates(asked: readonly string[], form: readonly string[]): boolean {
  const isWhole = abbreviated(asked, form) === form.length
  return (
    isWhole &&
    asked.length > 1 &&
    (asked.length < form.length || asked.some((one) => ONSET.test(one)))
  )
}

/** "phòng gd", "BQL dự án": the beginning of a long name; "trung tâm quỹ đất": its end. */
function isPartOf(asked: NameParts, form: NameParts): boolean {
  if (form.words.length < 4 && !(asked.kind !== undefined && form.words.length === 3)) return false
  if (form.base.endsWith(` ${asked.base}`))
    return asked.words.length >= 2 && asked.kind !== undefined
  const named = abbreviated(asked.words, form.words)
  return named >= (asked.kind === undefined ? 4 : 2) && named < form.words.length
}

function nameCost(asked: NameParts, form: NameParts): number {
  if (asked.base === form.base) return 0
  const isBeginning =
    asked.base !== 'uy ban' && form.words.length >= 3 && form.base.startsWith(`${asked.base} `)
  if (isBeginning && (asked.kind !== undefined || asked.words.length >= 2)) return PREFIX_COST
  if (abbreviates(asked.words, form.words) || isPartOf(asked, form)) return PREFIX_COST
  const cost = lettersCost(asked, form)
  return asked.kind === undefined && form.kind !== undefined
    ? Math.min(cost, lettersCost(wholeOf(asked), wholeOf(form)))
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
  return [...best.values()].filter(({ cost }) => cost <= 3).toSorted((a, b) => a.cost - b.cost)
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

/** "Công an tỉnh", "Hội Nông dân tỉnh Lạng Sơn": an organ of the province. */
const PROVINCIAL = /(?<!(?:huyen|h|tp|thanh pho) \S+(?: \S+)?) tinh(?: \S+){0,3}$/

const isElsewhere = ({ within }: NameParts): boolean =>
  within !== undefined && OUTSIDE.some(({ base }) => editDistance(base, within) <= 1)

const isTerritory = ({ kind }: NameParts): boolean => kind !== undefined && TERRITORIES.has(kind)

type Judged = { readonly ways: readonly NameParts[]; readonly forms: readonly UnitForm[] }
type Standing = 'ours' | 'doubtful' | 'elsewhere'

/** Whether the nearest of our units is nearer than any place that is none of ours. */
function standingOf(best: Scored, { ways, forms }: Judged): Standing {
  if (best.cost === 0 && best.sameSpelling) return 'ours'
  const outside = outsideCost(ways, forms)
  const isNamed = outside < 0 || (outside === 0 && !isMarked(ways))
  if (best.cost > 0 && isNamed) return 'elsewhere'
  return outside <= 0 || outside < best.cost ? 'doubtful' : 'ours'
}

function decide(found: readonly Scored[], judged: Judged): UnitMatch {
  const [best, second] = found
  const limit = tolerance(judged.ways[0]?.base ?? '')
  if (best === undefined || best.cost > limit + MARGIN) return NO_UNIT
  const standing = standingOf(best, judged)
  if (standing === 'elsewhere') return NO_UNIT
  const isAlone = (second?.cost ?? Infinity) - best.cost >= MARGIN
  const allowed = limit === 0 || isAllSyllables(judged.ways) ? limit : limit + SLIP
  if (standing === 'ours' && isAlone && best.cost <= allowed)
    return { match: 'sure', candidates: [best.unit] }
  const near = found.filter(({ cost }) => cost < best.cost + MARGIN).map(({ unit }) => unit)
  return { match: 'ambiguous', candidates: near }
}

/**
 * Reads a text that is a unit's name and nothing else: its name, an alias, a former name or a short
 * form, with or without the word for its kind, misspelt or without marks.
 */
export function matchUnit(name: string, units: readonly NamedUnit[]): UnitMatch {
  const ways = nameParts(name.slice(0, 120)).filter(({ base }) => base !== '')
  if (ways.length === 0 || ways.some(isElsewhere)) return NO_UNIT
  if (PROVINCIAL.test(fold(name)) && !ways.some(isTerritory)) return NO_UNIT
  const forms = formsOfAll(units)
  const strictly = decide(scored({ ways, loosely: false }, forms), { ways, forms })
  if (strictly.match !== 'none') return strictly
  return decide(scored({ ways, loosely: true }, forms), { ways, forms })
}
