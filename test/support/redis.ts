import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { inject } from 'vitest'
import { findProgram } from './needing.ts'

export interface RedisServer {
  url: string
  /** Ends it at once, as a kill would. */
  stop(): Promise<void>
}

/** Ends the server when our end of its input closes, so also when this process is killed. */
const GUARDED = 'redis-server "$@" </dev/null & read -r _; kill -9 $!; wait'

/**
 * Starts Debian's redis-server on a free loopback port, empty, keeping nothing on the disk.
 * `settings` are lines of redis.conf: `{ 'maxmemory-policy': 'noeviction' }`.
 */
export async function startRedis(settings: Record<string, string> = {}): Promise<RedisServer> {
  if (findProgram('redis-server') === undefined) throw new Error('redis-server is missing')
  const port = await freePort()
  const dir = await mkdtemp(join(inject('scratch'), 'redis-'))
  const all = { port: `${port}`, bind: '127.0.0.1', dir, save: '', appendonly: 'no', ...settings }
  const lines = Object.entries(all).flatMap(([key, value]) => [`--${key}`, value])
  const guard = spawn('sh', ['-c', GUARDED, 'redis-server', ...lines], {
    stdio: ['pipe', 'ignore', 'inherit'],
  })
  const ended = once(guard, 'exit')
  await answering(port)
  return {
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      guard.stdin.end()
      await ended
    },
  }
}

/** Waits, ten seconds at most, until the server answers anything: with a password it refuses. */
async function answering(port: number): Promise<void> {
  const probe = new Redis(port, '127.0.0.1', {
    retryStrategy: (attempt) => (attempt > 200 ? null : 50),
    maxRetriesPerRequest: null,
  })
  probe.on('error', () => undefined)
  try {
    await probe.ping()
  } catch (error) {
    if (!String(error).includes('NOAUTH')) throw error
  } finally {
    probe.disconnect()
  }
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
