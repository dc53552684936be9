import type { Tables } from '../support/tables.ts'
import type { Phone, World } from '../support/world.ts'

/** What a story asks after something was torn down: what left, what is given up, and when all is quiet again. */

/** Contact (even) and head (odd) of 34 units of the shipped campaign, of whom all owe the report of October 2025. */
export const ROSTER = Array.from(
  { length: 68 },
  (_, index) => `CB-${String(index + 1).padStart(3, '0')}`,
)

/** When the stages of that report's ladder come, and for whom of the roster. */
export const STAGES: readonly (readonly [string, (index: number) => boolean])[] = [
  ['2025-10-22T08:00', () => true],
  ['2025-10-24T08:00', (index) => index % 2 === 0],
  ['2025-10-24T13:30', (index) => index % 2 === 0],
  ['2025-10-27T08:00', () => true],
]

/** For a machine that does other things too. */
export const PATIENCE = 90_000
/** Long enough for what a cut left under way to be given up. */
const A_MINUTE = 60_000

export type UncertainPart = { messageId: string; address: string; cause: string; text: string }

/** What was under way when its process died, the latest last. */
export function uncertainParts(tables: Tables): Promise<UncertainPart[]> {
  return tables.rows<UncertainPart>(
    `select message_id as "messageId", address, cause, payload->>'text' as text
     from outbox_part where state = 'uncertain' order by finished_at, seq`,
  )
}

/** Waits until everything planned was turned into messages and nothing is to be sent. */
export async function untilQuiet(tables: Tables): Promise<void> {
  await tables.until(`select count(*) = 0 as holds from inbox where state = 'waiting'`, PATIENCE)
  await tables.until(`select count(*) = 0 as holds from reminder where state = 'due'`, PATIENCE)
  await tables.until(
    `select count(*) = 0 as holds from outbox_part where state in ('pending', 'sending')`,
    PATIENCE,
  )
}

/** The same, after what a cut left in the middle of a send is given up. */
export async function settle(world: World, tables: Tables): Promise<void> {
  await tables.until(`select count(*) = 0 as holds from inbox where state = 'waiting'`, PATIENCE)
  await world.moveTo(await later(tables, A_MINUTE))
  await untilQuiet(tables)
}

/** The moment so many milliseconds after the one at which the simulation's clock stands. */
export async function later(tables: Tables, ms: number): Promise<string> {
  const [row] = await tables.rows<{ aheadMs: number }>(
    `select (value::json->>'aheadMs')::float8 as "aheadMs" from setting
     where name = 'simulation-clock'`,
  )
  return new Date(Date.now() + (row?.aheadMs ?? 0) + ms).toISOString()
}

export const heardBy = (phones: readonly Phone[]): number[] =>
  phones.map((phone) => phone.heard().length)

export const sum = (numbers: readonly number[]): number =>
  numbers.reduce((all, one) => all + one, 0)
