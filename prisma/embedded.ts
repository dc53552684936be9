import { setTimeout as sleep } from 'node:timers/promises'
import { codeOf, DatabaseRefusal } from './database-refusal.ts'
import { findPackage } from './embedded/binaries.ts'
import { hasCluster } from './embedded/cluster.ts'
import type { Hold } from './embedded/hold.ts'
import { settlePlace, type Machine } from './embedded/place.ts'
import { leaveServer, openServer, type Server } from './embedded/serve.ts'
import { accountsOf } from './embedded/server-user.ts'

export { DatabaseRefusal } from './database-refusal.ts'
export type { Machine } from './embedded/place.ts'

export interface EmbeddedOptions {
  /** The product's data folder; the server keeps to `<dataDir>/postgres`. Made when missing. */
  dataDir: string
  /** Gets one Vietnamese line for each step that takes long or that the operator should know. */
  say: (line: string) => void
  /** PostgreSQL settings over the product's own, for a server that this call starts. */
  settings?: Readonly<Record<string, string>>
  /** The machine to reckon with; the one we run on when left out. */
  machine?: Machine
}

export interface Embedded {
  /** A connection string, password included; it holds until `stop`, also over a server's death. */
  url: string
  /**
   * Lets go of the server and ends it when no other process of ours uses it, within 5 s. Close
   * your own connections first. Calling it again changes nothing.
   */
  stop(): Promise<void>
}

/**
 * Runs the packaged PostgreSQL on `<dataDir>/postgres` and returns its connection string. It makes
 * the cluster on the first start, joins a server that another process of ours runs there, takes
 * over one whose process was killed, and brings the server back if it dies while in use.
 *
 * Processes that share a folder start and end the server one at a time, under one lock; whoever
 * uses it holds a connection, and the last one to let go ends it.
 *
 * Throws `DatabaseRefusal` (one Vietnamese sentence) when it cannot be: a folder that cannot be
 * written, an unsupported platform, a cluster of another major version, a failing `initdb`. A
 * failed first start leaves nothing behind.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { dataDir, say, settings = {}, machine = THIS_MACHINE } = options
  const source = await findPackage(machine.platform)
  const place = await settlePlace(dataDir, machine, say)
  const home = { folder: place.home, user: place.user }
  const server: Server = { home, source, settings, say }
  try {
    return keep(server, await openServer(server))
  } catch (error) {
    await place.abandon()
    throw asRefusal(error, dataDir)
  }
}

/** The machine that this process runs on. */
export const THIS_MACHINE: Machine = {
  platform: `${process.platform}-${process.arch}`,
  uid: process.getuid?.(),
  accounts: accountsOf('/'),
  sharedFolder: '/var/lib/thi-dua-bot',
}

/** Keeps hold of the server until `stop`; when the server dies meanwhile, starts it again. */
function keep(server: Server, first: Hold): Embedded {
  let hold = first
  let revival: Promise<void> | undefined
  let stopped: Promise<void> | undefined

  const watch = () =>
    hold.client.once('end', () => {
      if (stopped === undefined) revival = revive()
    })
  const revive = async () => {
    const revived = await reopen(server, () => stopped === undefined)
    if (revived === undefined) return
    hold = revived
    if (stopped !== undefined) return leaveServer(server, hold)
    watch()
    if (hold.port !== first.port) server.say(MOVED)
  }
  const stop = async () => {
    if (revival) await Promise.race([revival, sleep(500)])
    await leaveServer(server, hold)
  }

  watch()
  return { url: first.url, stop: () => (stopped ??= stop()) }
}

/** Tries until the server is back; nothing when that is no longer wanted. */
async function reopen(server: Server, wanted: () => boolean): Promise<Hold | undefined> {
  let told = false
  for (let pause = 100; wanted(); pause = Math.min(pause * 2, 5000)) {
    try {
      // A cluster that was taken away is not replaced by an empty one under a running product.
      if (await hasCluster(server.home)) return await openServer(server)
    } catch (error) {
      if (!told && error instanceof DatabaseRefusal) server.say(error.message)
      told = true
    }
    await sleep(pause, undefined, { ref: false })
  }
  return undefined
}

const MOVED =
  'Cơ sở dữ liệu đã chạy lại nhưng ở cổng khác: hãy khởi động lại chương trình để nối lại.'

/** Errors of the file system become a sentence; anything else is a fault of ours and stays. */
function asRefusal(error: unknown, dataDir: string): unknown {
  const code = codeOf(error)
  if (error instanceof DatabaseRefusal || code === undefined) return error
  return new DatabaseRefusal(
    `Không dùng được thư mục dữ liệu ${dataDir} (${code}): hãy kiểm tra chỗ trống và quyền ghi.`,
    { cause: error },
  )
}
