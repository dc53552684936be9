import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { codeOf, DatabaseRefusal } from '../database-refusal.ts'
import { DATABASE, ROLE, type Home } from './cluster.ts'
import { findPostmaster, type Postmaster } from './postmaster.ts'

/**
 * A connection by which a process shows the others that it uses the server. The server itself
 * keeps the count (`pg_stat_activity`): when a process dies, however it dies, its connection goes
 * with it, so the count cannot be wrong.
 */
export interface Hold {
  client: pg.Client
  port: number
  url: string
}

const HOLDING = 'thi-dua-bot:holding'
const LEAVING = 'thi-dua-bot:leaving'
const ANSWER_MS = 500

/** How long a living server may refuse to let us in before it counts as broken. */
const PATIENCE_MS = { ready: 5000, starting: 180_000, stopping: 10_000 }

/**
 * Takes hold of the running server, waiting while it starts or stops. Nothing when it ended
 * meanwhile or does not answer. Refuses what a healthy server refuses. The caller has the home's
 * lock, so that nobody ends the server between the look and the hold.
 */
export async function takeHold(home: Home, password: string): Promise<Hold | undefined> {
  const begun = performance.now()
  for (;;) {
    const server = await findPostmaster(home)
    if (server === undefined) return undefined
    const hold = await tryHold(server, password)
    if (hold) return hold
    if (performance.now() - begun > PATIENCE_MS[server.status]) return undefined
    await sleep(50)
  }
}

async function tryHold({ port }: Postmaster, password: string): Promise<Hold | undefined> {
  if (port === 0) return undefined
  const url = `postgresql://${ROLE}:${password}@127.0.0.1:${port}/${DATABASE}?sslmode=disable`
  const client = new pg.Client({
    connectionString: url,
    application_name: HOLDING,
    connectionTimeoutMillis: 2000,
  })
  client.on('error', () => {
    // The end of the connection follows as its own event; this one must only not go unheard.
  })
  try {
    await client.connect()
    return { client, port, url }
  } catch (error) {
    await client.end().catch(() => undefined)
    requirePassing(error)
    return undefined
  }
}

/** A five-character code is PostgreSQL's own answer; 57P03 says that it starts or stops. */
function requirePassing(error: unknown): void {
  const code = codeOf(error)
  if (code === undefined || code === '57P03' || !/^[0-9A-Z]{5}$/.test(code)) return
  if (code === '28P01') {
    throw new DatabaseRefusal(
      'Mật khẩu đã lưu của cơ sở dữ liệu không còn đúng: hãy xóa tệp connection.json trong thư mục postgres của thư mục dữ liệu rồi chạy lại, chương trình sẽ đặt mật khẩu mới.',
    )
  }
  if (code === '53300') {
    throw new DatabaseRefusal(
      'Cơ sở dữ liệu đã hết số kết nối cho phép: hãy đóng bớt chương trình đang dùng nó rồi chạy lại.',
    )
  }
  throw new DatabaseRefusal(
    `Cơ sở dữ liệu đang chạy nhưng từ chối kết nối (mã ${code}): hãy xem server.log trong thư mục dữ liệu.`,
  )
}

/**
 * Says that this process leaves, and tells whether another one still holds the server. Without an
 * answer it says yes: a server left running is found at the next start, one ended under another
 * process is not forgiven. The caller has the home's lock.
 */
export async function leave({ client }: Hold): Promise<boolean> {
  const answer = client
    .query(`set application_name = '${LEAVING}'`)
    .then(() =>
      client.query('select from pg_stat_activity where application_name = $1 limit 1', [HOLDING]),
    )
    .then(({ rowCount }) => rowCount !== 0)
    .catch(() => true)
  return Promise.race([answer, sleep(ANSWER_MS, true, { ref: false })])
}
