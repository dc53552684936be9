import { reasonOf } from './queue-refusal.ts'

/** One run of a handler: what it was woken for and which try it is. */
export interface Run {
  job: string
  key: string | undefined
  attempt: number
}

/**
 * A handler that failed, told without anything a person wrote: the run (names and ids), the class
 * and code of the error and the places in the code it came through. The error's own message stays
 * out, since it may quote what was being handled.
 */
export class HandlerFailure extends Error {
  override readonly name = 'HandlerFailure'
  readonly run: Run

  constructor(run: Run, error: unknown) {
    super(`${wakeId(run.job, run.key)} failed at attempt ${run.attempt}: ${kindOf(error)}`)
    this.run = run
    this.stack = [`${this.name}: ${this.message}`, ...framesOf(error)].join('\n')
  }
}

/** What tells a wake from another one, in logs and among the waiting. */
export function wakeId(name: string, key: string | undefined): string {
  return `${name}/${key ?? ''}`
}

/** The class of an error and its code if it has one: "PrismaClientKnownRequestError P2002". */
export function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const kind = error.constructor.name
  const reason = reasonOf(error)
  return reason === error.name ? kind : `${kind} ${reason}`
}

function framesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return []
  return (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
}
