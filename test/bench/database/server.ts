import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../../../prisma/embedded.ts'
import type { Stage } from '../stage.ts'

export type DatabaseServer = {
  /** A database of which nobody minds the content. */
  readonly url: string
  /** Milliseconds of one small commit on this disk; far below 0.1 it is no disk that syncs. */
  readonly commitMs: number
  /** Makes an empty database, or a copy of another, and gives its URL. */
  create(name: string, template?: string): Promise<string>
}

/** The embedded PostgreSQL as the product runs it: settings, fsync and all, on a cluster of this run. */
export async function startDatabaseServer(stage: Stage): Promise<DatabaseServer> {
  const dataDir = join(stage.folder, 'data')
  const embedded = await startEmbedded({ dataDir, say: () => undefined })
  stage.later(() => embedded.stop())
  const { url } = embedded
  return {
    url,
    commitMs: await onDatabase(url, timeCommits),
    create: async (name, template) => {
      const from = template === undefined ? '' : `template "${template}"`
      await onDatabase(url, (client) => client.query(`create database "${name}" ${from}`))
      const own = new URL(url)
      own.pathname = `/${name}`
      return own.href
    },
  }
}

/** Works on a connection of its own. */
export async function onDatabase<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const COMMITS = 300

async function timeCommits(client: pg.Client): Promise<number> {
  await client.query('create table commit_time (n int)')
  const begun = performance.now()
  for (let n = 0; n < COMMITS; n += 1)
    await client.query('insert into commit_time values ($1)', [n])
  return (performance.now() - begun) / COMMITS
}
