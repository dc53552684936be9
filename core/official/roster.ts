import type { Official } from './official.ts'

/** A line of the roster: the official as the office's file knows him, before the product gives him an id. */
export type RosterEntry = Omit<Official, 'id' | 'leave'>
