import type { TextKind } from './courtesy.ts'
import type { Longest } from './longest.ts'

/** What a function of bot/texts says of the longest data, and whether that is a message of its own. */
export type Sample = { readonly kind: TextKind; readonly texts: readonly string[] }

/** A sample of each function that a module of bot/texts exports: one without does not compile. */
export type Samples<M> = {
  readonly [K in keyof M as M[K] extends (...args: never[]) => unknown ? K : never]: (
    longest: Longest,
  ) => Sample
}

export function samplesOf<M>(_module: M, samples: Samples<M>): Samples<M> {
  return samples
}

export const message = (...texts: readonly string[]): Sample => ({ kind: 'message', texts })
export const list = (...texts: readonly string[]): Sample => ({ kind: 'list', texts })
export const fragment = (...texts: readonly string[]): Sample => ({ kind: 'fragment', texts })
