import { spawn, type ChildProcess } from 'node:child_process'
import { open, readFile, rename, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { DatabaseRefusal } from '../database-refusal.ts'
import { clusterOf, type Home } from './cluster.ts'
import { as, CLEAN_ENVIRONMENT, failureLine } from './run-as.ts'
import { birthMark, signal, worksIn } from './running-process.ts'

/** A living server, as `postmaster.pid` in its cluster describes it. */
export interface Postmaster {
  pid: number
  port: number
  /** What it says of itself; a server only just begun has said nothing yet. */
  status: 'starting' | 'ready' | 'stopping'
}

const POLL_MS = 20
const SLOW_START_MS = 3000
const RECOVERY_PATIENCE_MS = 180_000
const LOG_LIMIT_BYTES = 8_000_000

/**
 * The server that runs on this cluster now, if one does. The caller holds the home's lock.
 *
 * Removes a `postmaster.pid` that names no living server of this cluster. PostgreSQL itself only
 * asks whether a process of that number exists, and would wait for a killed one that nobody has
 * reaped yet, and for ever for another program that got the number after a crash of the machine.
 * Processes that a killed server left are no danger: it finds them by their shared memory.
 */
export async function findPostmaster(home: Home): Promise<Postmaster | undefined> {
  const file = join(clusterOf(home), 'postmaster.pid')
  const text = await readFile(file, 'utf8').catch(() => '')
  const [first, , , port, , , , status] = text.split('\n')
  const pid = Number(first)
  if (!(pid > 0)) return undefined
  if ((await birthMark(pid)) !== undefined && (await worksIn(pid, clusterOf(home)))) {
    return { pid, port: Number(port ?? 0), status: statusOf(status?.trim()) }
  }
  await rm(file, { force: true })
  return undefined
}

function statusOf(word: string | undefined): Postmaster['status'] {
  return word === 'ready' || word === 'stopping' ? word : 'starting'
}

export interface Launch {
  bin: string
  /** The port to listen on if it is free; any free one otherwise. */
  port: number | undefined
  settings: Readonly<Record<string, string>>
  say: (line: string) => void
}

/**
 * Starts the server, detached in its own process group so that neither our end nor a Ctrl-C takes
 * it along, and waits until it takes connections. Nothing when it met a passing obstacle (the port
 * was taken meanwhile; a killed server's processes are not gone yet): try again a little later.
 * Refuses with the server's own line when it cannot start.
 */
export async function launchPostmaster(
  home: Home,
  { bin, port, settings, say }: Launch,
): Promise<Postmaster | undefined> {
  const logFile = join(home.folder, 'server.log')
  await limitLog(logFile)
  const log = await open(logFile, 'a', 0o600)
  const { size } = await log.stat()
  const all = { ...SETTINGS, ...settings, port: String(await freePort(port ?? 0)) }
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const server = spawn(join(bin, 'postgres'), ['-D', clusterOf(home), ...options], {
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
    cwd: '/',
    env: CLEAN_ENVIRONMENT,
    ...as(home.user),
  })
  server.unref()
  await log.close()
  const failure = await untilReady(home, server, say)
  if (typeof failure === 'object') return failure
  const output = failure || (await readFile(logFile)).subarray(size).toString()
  if (PASSING.test(output)) return undefined
  throw new DatabaseRefusal(
    `Không khởi động được cơ sở dữ liệu trong ${home.folder} (${failureLine(output)}): xem thêm ${logFile}.`,
  )
}

const PASSING =
  /lock file "postmaster\.pid" already exists|pre-existing shared memory block|could not bind|could not create any TCP\/IP sockets/

/**
 * For a small machine. The log keeps what the server did, but no statement, no value and no error
 * detail: these would be names and phone numbers.
 */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '64MB',
  max_wal_size: '256MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m ',
  log_min_messages: 'log',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
}

/** The ready server, or what is known about its failure: the system's message or none. */
async function untilReady(
  home: Home,
  server: ChildProcess,
  say: (line: string) => void,
): Promise<Postmaster | string> {
  let failure: string | undefined
  server.on('error', (error) => (failure = error.message))
  server.on('exit', () => (failure ??= ''))
  const begun = performance.now()
  let told = false
  while (failure === undefined) {
    const found = await findPostmaster(home)
    if (found?.status === 'ready') return found
    const waited = performance.now() - begun
    if (waited > RECOVERY_PATIENCE_MS) throw new DatabaseRefusal(tooSlow(home))
    if (!told && waited > SLOW_START_MS) {
      say('Cơ sở dữ liệu đang tự khôi phục sau lần dừng đột ngột, xin chờ…')
      told = true
    }
    await sleep(POLL_MS)
  }
  return failure
}

/**
 * Ends the server, if one runs, by ever firmer requests: end now; end without tidying up, it
 * recovers at the next start; be ended. At most 3.7 s.
 */
export async function endPostmaster(home: Home): Promise<void> {
  for (const [name, patienceMs] of ENDINGS) {
    const found = await findPostmaster(home)
    if (found === undefined) return
    signal(found.pid, name)
    const until = performance.now() + patienceMs
    while (performance.now() < until && (await birthMark(found.pid)) !== undefined) {
      await sleep(POLL_MS)
    }
  }
}

const ENDINGS = [
  ['SIGINT', 2500],
  ['SIGQUIT', 700],
  ['SIGKILL', 500],
] as const

async function limitLog(file: string): Promise<void> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  )
  if (size > LOG_LIMIT_BYTES) await rename(file, `${file}.1`)
}

/** The wished port when it is free, else one that the system picks. */
async function freePort(wished: number): Promise<number> {
  const probe = createServer()
  const listening = await new Promise<boolean>((resolve) => {
    probe.once('error', () => resolve(false))
    probe.listen(wished, '127.0.0.1', () => resolve(true))
  })
  if (!listening && wished === 0) throw new Error('this machine has no free port')
  if (!listening) return freePort(0)
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : freePort(0)
}

function tooSlow(home: Home): string {
  return `Cơ sở dữ liệu trong ${home.folder} khởi động quá lâu: hãy xem server.log trong thư mục đó rồi chạy lại.`
}
