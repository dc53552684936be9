import { randomInt, randomUUID } from 'node:crypto'
import type { Chance } from '../core/ports.ts'

/** Randomness fit for codes that open something. */
export const secureChance: Chance = {
  uuid: () => randomUUID(),
  code: (length, alphabet) =>
    Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join(''),
}
