import { editDistance } from '../writing/edit-distance.ts'
import { fold, spell } from '../writing/fold.ts'

/** "sure": exactly one person is meant. "ambiguous": one of the candidates may be, ask. */
export type PersonMatch<Person> = {
  readonly match: 'sure' | 'ambiguous' | 'none'
  readonly candidates: readonly Person[]
}

const TITLE = /^(?:(?:dong chi|d\/c|dc|ong|ba|anh|chi|co|chu|em|bac|cu|thay|can bo) )+(?=\S)/

const nameOf = (text: string) => fold(text).replace(TITLE, '')

function withFullName<Person extends { readonly name: string }>(
  name: string,
  people: readonly Person[],
): readonly Person[] {
  const asked = nameOf(name)
  const alike = people.filter((person) => nameOf(person.name) === asked)
  const exact = alike.filter((person) => spell(name).endsWith(spell(person.name)))
  return exact.length > 0 ? exact : alike
}

const endsLike = (asked: readonly string[], name: string): boolean => {
  const words = name.split(' ')
  return words.length >= asked.length && words.slice(-asked.length).join(' ') === asked.join(' ')
}

const isMisspelling = (asked: string, name: string) =>
  asked.split(' ').length === name.split(' ').length && editDistance(asked, name) <= 1.3

/**
 * Whom a name means among the people of one unit. A full name identifies, also with one slip or
 * without marks, unless two people share it; a given name alone never does, even where only one
 * bears it.
 */
export function matchPerson<Person extends { readonly name: string }>(
  name: string,
  people: readonly Person[],
): PersonMatch<Person> {
  const asked = nameOf(name)
  const words = asked.split(' ')
  if (asked === '') return { match: 'none', candidates: [] }
  const named = words.length >= 2 ? withFullName(name, people) : []
  if (named.length > 0)
    return { match: named.length === 1 ? 'sure' : 'ambiguous', candidates: named }
  const partly = people.filter((person) => endsLike(words, nameOf(person.name)))
  if (partly.length > 0) return { match: 'ambiguous', candidates: partly }
  const misspelt = people.filter((person) => isMisspelling(asked, nameOf(person.name)))
  if (misspelt.length === 0) return { match: 'none', candidates: [] }
  const isOne = misspelt.length === 1 && words.length >= 3
  return { match: isOne ? 'sure' : 'ambiguous', candidates: misspelt }
}
