import { pino } from 'pino'
import type { DestinationStream } from 'pino'

/** Plain facts about an event: counts, ids of ours, labels. Never a text, a name, a number of a person, a token. */
export type Facts = Readonly<Record<string, string | number | boolean>>

export type Log = {
  info(what: string, facts?: Facts): void
  warn(what: string, facts?: Facts): void
  /** Something failed that should not have. */
  problem(what: string, error: unknown, facts?: Facts): void
}

/**
 * A log of what happened, one JSON line each. Of an error it keeps the class, the code and where it
 * arose, but not its message: libraries quote in it what they were given – a person's words, a URL with a token.
 */
export function openLog(level: 'info' | 'warn', to?: DestinationStream): Log {
  const log = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    to ?? pino.destination(2),
  )
  return {
    info: (what, facts = {}) => log.info(facts, what),
    warn: (what, facts = {}) => log.warn(facts, what),
    problem: (what, error, facts = {}) => log.error({ ...facts, ...describeError(error) }, what),
  }
}

/** Class, code and place of an error. */
export function describeError(error: unknown): Facts {
  if (!(error instanceof Error)) return { error: typeof error }
  const { name, stack = '' } = error
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  const frames = stack.split('\n').filter((line) => /^\s+at /u.test(line))
  const at = frames
    .slice(0, 6)
    .map((line) => line.trim().slice(3))
    .join(' < ')
  return { error: name, ...code, at }
}
