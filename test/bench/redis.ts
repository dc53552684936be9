import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import type { Stage } from './stage.ts'

const READY_WITHIN_MS = 10_000

/** A Redis of this run that keeps nothing on the disk; gives its URL, or undefined where there is no redis-server. */
export async function startRedis(stage: Stage): Promise<string | undefined> {
  const port = await freePort()
  const settings = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--dir',
    stage.folder,
  ]
  const server = spawn('redis-server', [...settings, '--maxmemory-policy', 'noeviction'], {
    stdio: 'ignore',
  })
  const missing = new Promise<false>((resolve) => server.once('error', () => resolve(false)))
  const url = `redis://127.0.0.1:${port}`
  if (!(await Promise.race([answers(url), missing]))) return undefined
  stage.later(async () => {
    const ended = once(server, 'exit')
    server.kill('SIGKILL')
    await ended
  })
  return url
}

async function answers(url: string): Promise<boolean> {
  const client = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: () => 50 })
  client.on('error', () => undefined)
  try {
    const patience = sleep(READY_WITHIN_MS, false, { ref: false })
    return await Promise.race([client.ping().then(() => true), patience])
  } finally {
    client.disconnect()
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
