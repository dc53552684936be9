import { HandlerFailure } from './handler-failure.ts'
import { placeOf, reasonOf } from './queue-refusal.ts'

/** While a server is away its drivers say so several times a second; a log needs it now and then. */
const REPEAT_MS = 30_000

/** Messages remembered at once; more different ones than that start the memory anew. */
const REMEMBERED = 100

/**
 * Passes failures on to `onError` as they may be logged: a `HandlerFailure` as it is, a failure of
 * the queue itself scrubbed, and once in 30 s however often it repeats. `now` in epoch milliseconds.
 */
export function reporter(options: {
  url: string
  now: () => number
  onError: (error: Error) => void
}): (error: unknown) => void {
  const { url, now, onError } = options
  const saidAt = new Map<string, number>()

  function isRepeated({ message }: Error): boolean {
    const last = saidAt.get(message)
    if (last !== undefined && now() - last < REPEAT_MS) return true
    if (saidAt.size >= REMEMBERED) saidAt.clear()
    saidAt.set(message, now())
    return false
  }

  return (error) => {
    const failure = error instanceof HandlerFailure ? error : scrubbed(error, url)
    if (failure === error || !isRepeated(failure)) onError(failure)
  }
}

/**
 * A driver hangs the refused command with its password on the error, so only name, message, code
 * and stack go on, and a connection URL in them is cut to host and port.
 */
function scrubbed(error: unknown, url: string): Error {
  if (!(error instanceof Error)) return new Error(typeof error)
  const hide = (text: string) => text.replaceAll(url, placeOf(url))
  const clean = new Error(hide(error.message === '' ? reasonOf(error) : error.message))
  clean.name = error.name
  clean.stack = hide(error.stack ?? '')
  return Object.assign(clean, { code: reasonOf(error) })
}
