import { spawn } from 'node:child_process'
import { chmod, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { checkDatabase } from '../../prisma/database.ts'
import { startEmbedded, type Embedded } from '../../prisma/embedded.ts'
import { migrate } from '../../prisma/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder of this run, gone after it. */
    scratch: string
    /** The test server, at a database of which nobody minds the content. */
    serverUrl: string
    /** The database with all migrations applied that tests copy. */
    template: string
  }
}

const ROOT = join(import.meta.dirname, '..', '..')

/**
 * One PostgreSQL for the whole run: the embedded one, or the server of `TEST_DATABASE_URL`. All
 * that a run leaves on the disk and all servers in it are swept by a process of its own, which
 * also works when this one is killed.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const scratch = await mkdtemp(join(tmpdir(), 'thi-dua-test-'))
  const sweep = startSweeper(scratch)
  await chmod(scratch, 0o711) // as root, the server's account has to pass
  const template = `thi_dua_test_${scratch.slice(-6)}`
  let server: Embedded | undefined
  try {
    const given = process.env['TEST_DATABASE_URL']
    server = given === undefined ? await startServer(scratch) : undefined
    const serverUrl = given ?? server?.url ?? ''
    await createTemplate(serverUrl, template)
    project.provide('scratch', scratch)
    project.provide('serverUrl', serverUrl)
    project.provide('template', template)
    return async () => {
      await dropDatabases(serverUrl, template)
      await server?.stop()
      await sweep()
    }
  } catch (error) {
    await server?.stop()
    await sweep()
    throw error
  }
}

function startServer(scratch: string): Promise<Embedded> {
  return startEmbedded({
    dataDir: join(scratch, 'server'),
    say: () => undefined,
    // Nothing here outlives the run, so nothing needs to survive a power cut.
    settings: {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      max_connections: '300',
    },
  })
}

async function createTemplate(serverUrl: string, template: string): Promise<void> {
  await checkDatabase(serverUrl)
  await onServer(serverUrl, `create database "${template}"`)
  await migrate(databaseUrl(serverUrl, template), join(ROOT, 'prisma', 'migrations'))
}

/** The template and whatever copies of it the tests forgot. */
async function dropDatabases(serverUrl: string, template: string): Promise<void> {
  const found = await onServer(
    serverUrl,
    `select datname as name from pg_database where datname like '${template}%'`,
  )
  for (const { name } of found) await onServer(serverUrl, `drop database "${name}" with (force)`)
}

async function onServer(url: string, sql: string): Promise<{ name: string }[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<{ name: string }>(sql)).rows
  } finally {
    await client.end()
  }
}

function databaseUrl(serverUrl: string, database: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${database}`
  return url.href
}

/** Returns the function that sweeps now; our own death does the same. */
function startSweeper(scratch: string): () => Promise<void> {
  const sweeper = spawn(process.execPath, [join(import.meta.dirname, 'sweep.mjs'), scratch], {
    detached: true,
    stdio: ['pipe', 'inherit', 'inherit'],
  })
  sweeper.unref()
  return () =>
    new Promise((resolve) => {
      sweeper.ref()
      sweeper.once('exit', () => resolve())
      sweeper.stdin.end()
    })
}
