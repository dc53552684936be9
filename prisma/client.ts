import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import type { Instant } from '../core/calendar/local-time.ts'
import type { Transaction, Transactions } from '../core/ports.ts'
import type { DepartureStore } from '../core/delivery/departure-store.ts'
import type { PaceStore } from '../core/delivery/pace-store.ts'
import type { InboxIntake } from '../core/inbox/inbox-store.ts'
import { Prisma, PrismaClient } from './generated/client.ts'
import { departureStore } from './stores/departure-store.ts'
import { inboxIntake } from './stores/inbox-store.ts'
import { paceStore } from './stores/pace-store.ts'
import type { Db } from './stores/rows.ts'
import { toInstant } from './stores/rows.ts'
import { storesOn } from './stores/stores.ts'

/** A transaction waits this long for a connection, and may take this long; then it is undone. */
const LIMITS = { maxWait: 20_000, timeout: 30_000 }
/** Connections kept for storing events, which must not wait for those that are being handled. */
const AT_THE_DOOR = 2
/** How often a transaction that PostgreSQL ended to resolve a deadlock is run again. */
const MOST_RUNS = 4

export type Memory = {
  readonly transactions: Transactions
  readonly departures: DepartureStore
  readonly pace: PaceStore
  readonly intake: InboxIntake
  /** Resolves when the database answers. */
  ping(): Promise<void>
  /** What the database server's own clock says. */
  time(): Promise<Instant>
  close(): Promise<void>
}

/** What a transaction has beside its stores; `now` is read once, when it begins. */
export type Surroundings = () => Pick<Transaction, 'now' | 'chance' | 'voice' | 'bots'>

/**
 * Opens the database. `connections` bounds the pool, and with it how many chats are handled at once;
 * two more are for the door. Deadlocks and serialisation failures are run again; every other error reaches the caller.
 */
export function openMemory(url: string, connections: number, surroundings: Surroundings): Memory {
  const pool = openPool(url, connections)
  const door = openPool(url, AT_THE_DOOR)
  const client = new PrismaClient({ adapter: new PrismaPg(pool) })
  return {
    transactions: {
      run: (work) =>
        runAgainOnConflict(() => client.$transaction((db) => work(on(db, surroundings())), LIMITS)),
      single: (work) => work(on(client, surroundings())),
    },
    departures: departureStore(pool),
    pace: paceStore(pool, surroundings().chance.uuid()),
    intake: inboxIntake(door),
    ping: async () => {
      await door.query('select 1')
    },
    time: async () => {
      const { rows } = await door.query<{ now: Date }>('select clock_timestamp() as now')
      return toInstant(rows[0]?.now ?? new Date(Number.NaN))
    },
    close: async () => {
      await client.$disconnect()
      for (const one of [pool, door]) if (!one.ended) await one.end()
    },
  }
}

function on(db: Db, around: ReturnType<Surroundings>): Transaction {
  return { ...storesOn(db, around.now), ...around }
}

function openPool(connectionString: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString, max, application_name: 'thi-dua-bot' })
  // An idle connection that breaks (the server was restarted) is replaced by the pool at the next use.
  return pool.on('error', () => undefined)
}

async function runAgainOnConflict<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run()
    } catch (error) {
      if (attempt >= MOST_RUNS || !isConflict(error)) throw error
    }
  }
}

/** P2034: Prisma's name for a write conflict or deadlock; 40P01 and 40001 are PostgreSQL's, as raw queries report them. */
function isConflict(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false
  return error.code === 'P2034' || /40P01|40001/u.test(JSON.stringify(error.meta ?? {}))
}
