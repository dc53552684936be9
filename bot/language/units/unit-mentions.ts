import { editDistance } from '../writing/edit-distance.ts'
import type { Reading } from '../writing/fold.ts'
import { fold } from '../writing/fold.ts'
import type { NamedUnit, UnitMatch } from '../understanding.ts'
import { formsOfAll } from './unit-names.ts'
import { matchUnit, NO_UNIT, TERRITORIES } from './units.ts'

/** Names of communes that are everyday words; only the word "xã" makes them names. */
const EVERYDAY: ReadonlySet<string> = new Set([
  'hoa binh',
  'chien thang',
  'doan ket',
  'thong nhat',
  'tien tien',
])
/** What is asked of a unit behind its name. */
const ASKED_OF_IT =
  /^ (?:da |co )?(?:(?:nop|gui|bao cao|lam xong|xong)(?: [a-z]+){0,2} (?:chua|khong|ko|k)|nop chua|gui chua)\b/
const KIND_IN_TEXT =
  /(?<![a-z\d])(?:xa|x\.|thi tran|tt\.?|ttr|phong|p\.|trung tam|van phong|vp|chi cuc)\s*(?=[a-z])/g
/** Names of communes and towns are short. */
const SHORT_NAMED = /^x|^thi/
const NOT_OURS = /(?:huyen|tinh|phuong|thanh pho|tp|so) $/
const WORD = /[a-z\d]+/g

const beginnings = new WeakMap<readonly NamedUnit[], ReadonlySet<string>>()

/** Whether a word may be the first of a unit's name: most words behind "xã" are not. */
function mayBegin(word: string, units: readonly NamedUnit[]): boolean {
  const known =
    beginnings.get(units) ?? new Set(formsOfAll(units).map(({ base }) => base.split(' ')[0] ?? ''))
  beginnings.set(units, known)
  if (known.has(word)) return true
  return [...known].some(
    (first) => Math.abs(first.length - word.length) <= 1 && editDistance(first, word) <= 1.6,
  )
}

/** The longest name behind a word for a kind of unit that is one of ours. */
function namedAfter(
  reading: Reading,
  start: number,
  end: number,
  units: readonly NamedUnit[],
): UnitMatch {
  const rest = reading.folded.slice(end, end + 60).split(/[.,;:!?\n()]/)[0] ?? ''
  const words = [...rest.matchAll(WORD)].slice(0, 7)
  if (!mayBegin(words[0]?.[0] ?? '', units)) return NO_UNIT
  const longest = SHORT_NAMED.test(reading.folded.slice(start, end)) ? 3 : words.length
  const ends = words.slice(0, longest).map((word) => end + word.index + word[0].length)
  const matches = ends.toReversed().map((to) => matchUnit(reading.typed.slice(start, to), units))
  return (
    matches.find(({ match }) => match === 'sure') ??
    matches.find(({ match }) => match === 'ambiguous') ??
    NO_UNIT
  )
}

function bareNames(reading: Reading, units: readonly NamedUnit[]): readonly NamedUnit[] {
  const text = reading.folded.replace(/[^a-z\d\n]/g, ' ')
  const padded = ` ${text} `
  return formsOfAll(units).flatMap(({ unit, base, kind }) => {
    if (kind === undefined || !TERRITORIES.has(kind)) return []
    const at = padded.indexOf(` ${base} `)
    if (EVERYDAY.has(base) && !ASKED_OF_IT.test(text.slice(at + base.length))) return []
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
