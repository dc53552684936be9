import type { Unit } from '../../../core/unit/unit.ts'
import { fold } from '../../language/writing/fold.ts'
import type { Spoken } from '../turn.ts'

/**
 * The units of the campaign that the office names, for an errand about units: as the message was
 * understood, else those whose whole name, present or former, or alias stands in it.
 */
export async function namedUnits(turn: Spoken): Promise<readonly Unit[]> {
  const { tx, campaign, understood, text } = turn
  if (!campaign) return []
  const units = await tx.units.list(campaign.id)
  return understood.units.match === 'sure'
    ? byCode(units, understood.units.candidates)
    : unitsSpelt(units, text)
}

/** The same of other words than the whole message; `ambiguous`: those that may be meant. */
export function unitsIn(
  turn: Spoken,
  units: readonly Unit[],
  words: string,
): { readonly match: 'sure' | 'ambiguous' | 'none'; readonly units: readonly Unit[] } {
  const { match, candidates } = turn.read(words).units
  if (match === 'sure') return { match, units: byCode(units, candidates) }
  const spelt = unitsSpelt(units, words)
  if (spelt.length > 0) return { match: 'sure', units: spelt }
  return { match, units: byCode(units, candidates) }
}

function byCode(units: readonly Unit[], named: readonly { code: string }[]): readonly Unit[] {
  const codes = new Set(named.map(({ code }) => code))
  return units.filter(({ code }) => codes.has(code))
}

/**
 * Those of which the whole name stands in the words. (In a report a village is where something happened; here
 * it can only be a unit.) Of names that lie in each other, the longest counts.
 */
function unitsSpelt(units: readonly Unit[], words: string): readonly Unit[] {
  let rest = ` ${plain(words)} `
  const named = new Set<string>()
  for (const { unit, form } of formsOf(units)) {
    if (!rest.includes(` ${form} `)) continue
    named.add(unit.code)
    rest = rest.replaceAll(` ${form} `, ' , ')
  }
  return units.filter(({ code }) => named.has(code))
}

/** Longest first. */
function formsOf(units: readonly Unit[]): readonly { unit: Unit; form: string }[] {
  const bare = units.map(({ name }) => bareName(name))
  return units
    .flatMap((unit, at) => {
      const alone = bare[at]
      const isOnly = alone !== undefined && bare.indexOf(alone) === bare.lastIndexOf(alone)
      const names = [unit.name, ...unit.aliases, ...unit.formerNames].map(plain)
      return [...names, ...(isOnly ? [alone] : [])].map((form) => ({ unit, form }))
    })
    .sort((a, b) => b.form.length - a.form.length)
}

/** "xã Mai Sao" → "mai sao", as colleagues call it; undefined for units that are no places. */
function bareName(name: string): string | undefined {
  return /^(?:xa|thi tran|phuong) (?<place>.+ .+)$/u.exec(plain(name))?.groups?.['place']
}

/** A text in small letters without marks, its words parted by one space. */
export function plain(text: string): string {
  return fold(text)
    .replace(/[^a-z\d]+/gu, ' ')
    .trim()
}
