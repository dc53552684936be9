import type { Unit } from '../../core/unit/unit.ts'
import { fold } from '../language/fold.ts'
import type { Spoken } from './turn.ts'

/**
 * The units of the campaign that the office names, for an errand about units: as the message was
 * understood, else those whose whole name, present or former, or alias stands in it. (In a report a village is where
 * something happened; here it can only be a unit.) Of names that lie in each other, the longest counts.
 */
export async function namedUnits(turn: Spoken): Promise<readonly Unit[]> {
  const { tx, campaign, understood, text } = turn
  if (!campaign) return []
  const units = await tx.units.list(campaign.id)
  if (understood.units.match === 'sure') {
    const codes = new Set(understood.units.candidates.map(({ code }) => code))
    return units.filter(({ code }) => codes.has(code))
  }
  let rest = ` ${plain(text)} `
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
