import { randomBytes } from 'node:crypto'
import { chown, mkdtemp, open, readdir, readFile } from 'node:fs/promises'
import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseRefusal } from '../database-refusal.ts'
import { removeCopies } from './binaries.ts'
import { failureLine, run, type Ran, type ServerUser } from './run-as.ts'

export const DATABASE = 'thi_dua'
export const ROLE = 'thi_dua'

/** What stands in a home: the cluster and the files beside it. */
export interface Home {
  folder: string
  user: ServerUser | undefined
}

export const clusterOf = (home: Home) => join(home.folder, 'cluster')
const credentialsOf = (home: Home) => join(home.folder, 'connection.json')
const UNFINISHED = 'unfinished-'

export async function hasCluster(home: Home): Promise<boolean> {
  return (await majorOf(home)) !== undefined
}

/** Refuses a cluster that another major version of PostgreSQL made: it cannot be read. */
export async function requireMajor(home: Home, major: number): Promise<void> {
  const found = await majorOf(home)
  if (found === undefined || found === String(major)) return
  throw new DatabaseRefusal(
    `Cơ sở dữ liệu trong ${home.folder} thuộc PostgreSQL ${found}, chương trình này mang PostgreSQL ${major}: hãy chạy phiên bản chương trình cũ để xuất dữ liệu, hoặc chọn DATA_DIR khác.`,
  )
}

async function majorOf(home: Home): Promise<string | undefined> {
  const version = await readFile(join(clusterOf(home), 'PG_VERSION'), 'utf8').catch(() => undefined)
  return version?.trim()
}

/**
 * Makes the cluster with its database and its password, all in a folder of another name that is
 * renamed at the end: a cluster is there whole or not at all, also when we are killed in the middle.
 * Refuses with the program's own line when `initdb` fails. The caller holds the home's lock.
 */
export async function createCluster(
  home: Home,
  { bin, durable }: { bin: string; durable: boolean },
): Promise<void> {
  await removeUnfinished(home)
  const password = newPassword()
  const work = await mkdtemp(join(home.folder, UNFINISHED))
  try {
    if (home.user) await chown(work, home.user.uid, home.user.gid)
    const target = await initialize(work, { bin, durable, password, user: home.user })
    await writeCredentials(home, { password })
    await rename(target, clusterOf(home))
    await syncFolder(home.folder)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/** After a failed first start: leaves nothing of it, so that the folder is as it was found. */
export async function removeTraces(home: Home): Promise<void> {
  if (await hasCluster(home)) return
  await removeUnfinished(home)
  await removeCopies(home.folder)
  await rm(credentialsOf(home), { force: true })
}

/** What a killed start left. An `initdb` that outlived it may still write: hence the retries. */
export async function removeUnfinished(home: Home): Promise<void> {
  for (const name of await readdir(home.folder)) {
    if (!name.startsWith(UNFINISHED)) continue
    const patient = { recursive: true, force: true, maxRetries: 20, retryDelay: 50 }
    await rm(join(home.folder, name), patient)
  }
}

interface Making {
  bin: string
  durable: boolean
  password: string
  user: ServerUser | undefined
}

async function initialize(work: string, making: Making): Promise<string> {
  const target = join(work, 'cluster')
  const passwordFile = join(work, 'password')
  await writeFile(passwordFile, making.password, { mode: 0o600 })
  if (making.user) await chown(passwordFile, making.user.uid, making.user.gid)
  const initdb = await run(
    join(making.bin, 'initdb'),
    [
      `--pgdata=${target}`,
      `--username=${ROLE}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      // Only a UTF-8 locale knows that đ is the small letter of Đ; the built-in one needs none
      // of the machine's own.
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
      ...(making.durable ? [] : ['--no-sync']),
    ],
    { user: making.user },
  )
  requireDone(initdb)
  requireDone(await alone(target, `create database ${DATABASE};\n`, making))
  return target
}

function requireDone(ran: Ran): void {
  if (ran.code === 0) return
  throw new DatabaseRefusal(
    `Không tạo được cơ sở dữ liệu (${failureLine(ran.output)}): hãy kiểm tra chỗ trống và quyền của thư mục dữ liệu, hoặc đặt DATABASE_URL trỏ tới một máy chủ PostgreSQL.`,
  )
}

/** One command in PostgreSQL's single-user mode: without a server, a port or a password. */
async function alone(
  cluster: string,
  sql: string,
  { bin, user }: { bin: string; user: ServerUser | undefined },
): Promise<Ran> {
  const quiet = ['-c', 'exit_on_error=on', '-c', 'log_min_messages=fatal']
  const args = ['--single', '-D', cluster, ...quiet, 'postgres']
  return run(join(bin, 'postgres'), args, { user, input: sql })
}

/** How to come in: kept beside the cluster, readable by the account that runs us only. */
export interface Credentials {
  password: string
  /** Where the server listened last; it does so again when the port is free. */
  port?: number
}

/** Nothing when the file is missing or spoilt. */
export async function readCredentials(home: Home): Promise<Credentials | undefined> {
  try {
    const kept: unknown = JSON.parse(await readFile(credentialsOf(home), 'utf8'))
    if (typeof kept !== 'object' || kept === null || !('password' in kept)) return undefined
    if (typeof kept.password !== 'string') return undefined
    const port = 'port' in kept && typeof kept.port === 'number' ? { port: kept.port } : {}
    return { password: kept.password, ...port }
  } catch {
    return undefined
  }
}

export async function writeCredentials(home: Home, credentials: Credentials): Promise<void> {
  const file = credentialsOf(home)
  const next = `${file}.next`
  await rm(next, { force: true }) // its mode would outlive a new text
  await writeFile(next, JSON.stringify(credentials), { mode: 0o600, flush: true })
  await rename(next, file)
}

/** A new password for a cluster whose own was lost. No server may run on it. */
export async function resetPassword(home: Home, bin: string): Promise<Credentials> {
  const password = newPassword()
  const sql = `alter role ${ROLE} password '${password}';\n`
  requireDone(await alone(clusterOf(home), sql, { bin, user: home.user }))
  await writeCredentials(home, { password })
  return { password }
}

const newPassword = () => randomBytes(24).toString('hex')

/** Before anything is acknowledged from the new cluster, its name must be on the disk. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder)
  await handle.sync()
  await handle.close()
}
