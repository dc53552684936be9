import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

/** The product's tables, as a witness reads them beside the running product. */
export type Tables = {
  rows<T extends pg.QueryResultRow>(sql: string): Promise<T[]>
  /** Waits until the query's only row says `holds`; fails with the query after `withinMs`. */
  until(sql: string, withinMs?: number): Promise<void>
}

/** Each look is a connection of its own, so that the server may die and come back between two. */
export function openTables(url: () => string): Tables {
  const rows = async <T extends pg.QueryResultRow>(sql: string): Promise<T[]> => {
    const client = new pg.Client({ connectionString: url() })
    await client.connect()
    try {
      return (await client.query<T>(sql)).rows
    } finally {
      await client.end()
    }
  }
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
