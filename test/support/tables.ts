import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

/** The product's tables, as a witness reads them beside the running product. */
export type Tables = {
  rows<T extends pg.QueryResultRow>(sql: string): Promise<T[]>
  /** Waits until the query's only row says `holds`; fails with the query after `withinMs`. */
  until(sql: string, withinMs?: number): Promise<void>
}

/** How long a connection is kept for another look. */
const IDLE_MS = 1_000

/** A connection lasts for looks that follow each other closely; the server may die and come back between two. */
export function openTables(url: () => string): Tables {
  const pools = new Map<string, pg.Pool>()
  const poolTo = (connectionString: string): pg.Pool => {
    const known = pools.get(connectionString)
    if (known) return known
    const pool = new pg.Pool({ connectionString, max: 4, idleTimeoutMillis: IDLE_MS })
    pool.on('error', () => undefined) // the server has died, or the database was dropped
    pools.set(connectionString, pool)
    return pool
  }
  const rows = async <T extends pg.QueryResultRow>(sql: string): Promise<T[]> =>
    (await poolTo(url()).query<T>(sql)).rows
  return {
    rows,
    until: async (sql, withinMs = 15_000) => {
      const deadline = Date.now() + withinMs
      for (;;) {
        const [row] = await rows<{ holds: boolean }>(sql)
        if (row?.holds) return
        if (Date.now() > deadline) throw new Error(`not within ${withinMs} ms: ${sql}`)
        await sleep(100)
      }
    },
  }
}
