import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { DatabaseRefusal } from '../database-refusal.ts'
import { prepareBinaries, type PostgresPackage } from './binaries.ts'
import {
  createCluster,
  hasCluster,
  readCredentials,
  removeTraces,
  requireMajor,
  resetPassword,
  writeCredentials,
  type Home,
} from './cluster.ts'
import { withLock } from './folder-lock.ts'
import { leave, takeHold, type Hold } from './hold.ts'
import { endPostmaster, findPostmaster, launchPostmaster } from './postmaster.ts'

/** What every step needs to know of the server of one home. */
export interface Server {
  home: Home
  source: PostgresPackage
  settings: Readonly<Record<string, string>>
  say: (line: string) => void
}

const START_PATIENCE_MS = 60_000
const STOP_PATIENCE_MS = 500
const ROUNDS = 6

/**
 * A hold on the server, which is joined when it runs and started when it does not run or does not
 * answer; the cluster is made when there is none. One process at a time does this.
 */
export async function openServer(server: Server): Promise<Hold> {
  const whenWaiting = () =>
    server.say('Một tiến trình khác đang khởi động hoặc tắt cơ sở dữ liệu, xin chờ…')
  const patience = { patienceMs: START_PATIENCE_MS, whenWaiting }
  const done = await withLock(lockOf(server), patience, () => joinOrStart(server))
  if (done !== undefined) return done.result
  throw new DatabaseRefusal(
    `Một tiến trình khác giữ cơ sở dữ liệu trong ${server.home.folder} quá lâu: hãy kết thúc tiến trình đó rồi chạy lại.`,
  )
}

/**
 * Gives the hold back and ends the server unless another process of ours holds it, too. When it
 * cannot have its turn in time, another process is about to use the server, and it stays.
 */
export async function leaveServer(server: Server, hold: Hold): Promise<void> {
  await withLock(lockOf(server), { patienceMs: STOP_PATIENCE_MS }, async () => {
    if (!(await leave(hold))) await endPostmaster(server.home)
  })
  await hold.client.end().catch(() => undefined)
}

const lockOf = ({ home }: Server) => join(home.folder, 'lock')

async function joinOrStart(server: Server): Promise<Hold> {
  await requireMajor(server.home, server.source.major)
  for (let round = 0; round < ROUNDS; round++) {
    const hold = (await joinRunning(server)) ?? (await start(server))
    if (hold) return hold
    await sleep(100 * 2 ** round)
  }
  throw new DatabaseRefusal(
    `Cơ sở dữ liệu trong ${server.home.folder} không khởi động được sau nhiều lần thử: hãy xem server.log trong thư mục đó.`,
  )
}

async function joinRunning({ home }: Server): Promise<Hold | undefined> {
  const credentials = await readCredentials(home)
  return credentials && takeHold(home, credentials.password)
}

async function start(server: Server): Promise<Hold | undefined> {
  const { home, settings, say } = server
  if (await findPostmaster(home)) {
    say('Máy chủ cơ sở dữ liệu còn chạy từ trước không dùng được, đang khởi động lại nó…')
    await endPostmaster(home)
  }
  const bin = await prepare(server)
  const credentials = (await readCredentials(home)) ?? (await resetPassword(home, bin))
  const launched = await launchPostmaster(home, { bin, port: credentials.port, settings, say })
  if (launched === undefined) return undefined
  if (launched.port !== credentials.port) {
    await writeCredentials(home, { ...credentials, port: launched.port })
  }
  return takeHold(home, credentials.password)
}

/** The programs, and with them the cluster if there is none yet. */
async function prepare({ home, source, settings, say }: Server): Promise<string> {
  try {
    const bin = await prepareBinaries(source, { home: home.folder, user: home.user, say })
    if (await hasCluster(home)) return bin
    say(`Lần chạy đầu tiên: đang tạo cơ sở dữ liệu trong ${home.folder}, mất vài giây…`)
    await createCluster(home, { bin, durable: settings['fsync'] !== 'off' })
    return bin
  } catch (error) {
    await removeTraces(home)
    throw error
  }
}
