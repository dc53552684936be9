import type { Readable } from 'node:stream'
import type { Instant } from '../../core/calendar/local-time.ts'
import type { Transactions } from '../../core/ports.ts'
import type { Config } from '../config.ts'

/** What every command works with. */
export type Office = {
  /** The project's folder: what ships with the product lies below it. */
  readonly root: string
  readonly config: Config
  readonly transactions: Transactions
  /** Where PostgreSQL answers, the embedded one too. */
  readonly databaseUrl: string
  /** What the database server's own clock says. */
  readonly databaseTime: () => Promise<Instant>
  /** Migrations that the database lacks; none except for a command that takes it as it is. */
  readonly pending: readonly string[]
  /** Opens the queue and closes it; the sentence that says why it cannot be used, where it cannot. */
  readonly queueProblem: () => Promise<string | undefined>
  /** `--json` was given. */
  readonly json: boolean
  /** Options given as `--name value`. */
  readonly options: Readonly<Record<string, string>>
  /** Those of the command's flags that were given. */
  readonly flags: ReadonlySet<string>
  /** Words after the command's own. */
  readonly words: readonly string[]
  /** What is typed or piped in, for a command that reads lines. */
  readonly typed: Readable
  /** Prints a line for the operator. */
  readonly say: (line: string) => void
  /** The command ends as failed, having said itself what is wrong. */
  readonly fail: () => void
}

export type Command = {
  /** As it is typed: "invites issue". */
  readonly name: string
  /** What follows the name, for the help. */
  readonly takes: string
  readonly does: string
  /** Options without a value: "units" for `--units`. */
  readonly flags?: readonly string[]
  /** The database is not migrated for it; without its last structure the tables cannot be read. */
  readonly takesAsIs?: true
  run(office: Office): Promise<void>
}

/** A command that was given the wrong words; the sentence says the right ones. */
export class UsageRefusal extends Error {
  override readonly name = 'UsageRefusal'
}

/** The file that a load command was given. */
export function fileOf(office: Office, command: string): string {
  const [file] = office.words
  if (file === undefined)
    throw new UsageRefusal(`Thiếu tên tệp. Dùng: npm run admin -- ${command} TỆP`)
  return file
}

/** Prints data as JSON where that was asked for, else as the lines of `lines`. */
export function show(office: Office, data: unknown, lines: () => readonly string[]): void {
  if (office.json) office.say(JSON.stringify(data, null, 2))
  else for (const line of lines()) office.say(line)
}
