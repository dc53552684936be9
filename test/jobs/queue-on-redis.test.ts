import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { describe, expect, inject, test } from 'vitest'
import { openQueue, type QueueOptions } from '../../jobs/queue.ts'
import { QueueRefusal } from '../../jobs/queue-refusal.ts'
import { unfitness } from '../../jobs/redis-backend.ts'
import { queueContract } from '../contracts/queue-contract.ts'
import { aMoment, type Ground, handling, useBench } from '../contracts/queue/bench.ts'
import { openGate } from '../support/gate.ts'
import { describeNeeding } from '../support/needing.ts'
import { freePort, startRedis } from '../support/redis.ts'

describeNeeding('redis-server', 'the queue on Redis', () => {
  queueContract('as on PostgreSQL', onRedis)

  describe('alone', () => {
    const bench = useBench(onRedis)

    test('keeps to three connections for a queue and a worker', async () => {
      const queue = await bench().open()
      await queue.work(handling({}), { concurrency: 8 })
      await queue.every('sweep', 50)
      for (let more = 0; more < 100; more += 1) void queue.wake('deliver', `${more}`)
      await aMoment()
      const client = new Redis(bench().ground.gate.url)
      const clients = String(await client.client('LIST'))
        .trim()
        .split('\n')
      client.disconnect()
      expect(clients.length - OF_THE_TEST).toBe(3)
    })
  })

  describe('that may throw jobs away', () => {
    test.each(['allkeys-lru', 'volatile-ttl'])('is refused (%s)', async (policy) => {
      const server = await startRedis({ 'maxmemory-policy': policy })
      await expect(open(server.url)).rejects.toThrow(QueueRefusal)
      await expect(open(server.url)).rejects.toThrow(`maxmemory-policy là "${policy}"`)
      await server.stop()
    })
  })

  test('a password that is wrong is refused and said nowhere', async () => {
    const server = await startRedis({ requirepass: 'mat-khau-dung' })
    const url = server.url.replace('redis://', 'redis://:mat-khau-sai@')
    const refusal = await open(url).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(QueueRefusal)
    expect(String(refusal)).toContain('WRONGPASS')
    expect(String(refusal)).not.toContain('mat-khau')
    await expect(open(server.url)).rejects.toThrow('NOAUTH')
    const queue = await open(server.url.replace('redis://', 'redis://:mat-khau-dung@'))
    await queue.close()
    await server.stop()
  })

  test('the path of a socket will do for a URL', async () => {
    const dir = await mkdtemp(join(inject('scratch'), 'redis-socket-'))
    const socket = join(dir, 'redis.sock')
    const server = await startRedis({ unixsocket: socket })
    const queue = await open(socket)
    expect(await queue.counts()).toMatchObject({ waiting: 0 })
    await queue.close()
    await server.stop()
  })
})

describe('a Redis that cannot carry the queue', () => {
  test('is refused in one sentence without the password when it does not answer', async () => {
    const port = await freePort()
    const opening = open(`redis://demo:mat-khau-demo@127.0.0.1:${port}`)
    await expect(opening).rejects.toThrow(QueueRefusal)
    await expect(opening).rejects.toThrow(`127.0.0.1:${port} (ECONNREFUSED)`)
    await expect(opening).rejects.not.toThrow('mat-khau-demo')
  })

  test.each(['', 'localhost', 'http://127.0.0.1:6379', 'redis:6379'])(
    'is refused when its URL is %j',
    async (url) => {
      await expect(open(url)).rejects.toThrow('REDIS_URL không đúng dạng')
    },
  )

  const info = (version: string, policy: string) =>
    `# Server\r\nredis_version:${version}\r\n# Memory\r\nmaxmemory_policy:${policy}\r\n`

  test.each(['6.2.0', '6.2.14', '7.0.15', '8.2.1', '10.0.0'])(
    'is not one of version %s',
    (version) => {
      expect(unfitness('demo', info(version, 'noeviction'))).toBeUndefined()
    },
  )

  test.each(['5.0.14', '6.0.16', '6.1.240', '2.8.9'])('is one of version %s', (version) => {
    expect(unfitness('demo', info(version, 'noeviction'))).toContain(`là bản ${version}`)
  })

  test('is one that does not say its version or its policy', () => {
    expect(unfitness('demo', '')).toContain('là bản ?')
    expect(unfitness('demo', 'redis_version:7.0.15')).toContain('maxmemory-policy là "?"')
  })
})

/** The ground's own client and the one that asks. */
const OF_THE_TEST = 2

function open(url: string): ReturnType<typeof openQueue> {
  const backend: QueueOptions['backend'] = { kind: 'redis', url }
  return openQueue({ backend, name: 'test', now: Date.now, onError: () => undefined })
}

async function onRedis(): Promise<Ground> {
  const server = await startRedis()
  const client = new Redis(server.url)
  return {
    kind: 'redis',
    gate: await openGate(server.url),
    async empty() {
      await client.flushall()
    },
    async stored() {
      const keys = await client.keys('*')
      return JSON.stringify(await Promise.all(keys.map((key) => contentOf(client, key))))
    },
    async close() {
      client.disconnect()
      await server.stop()
    },
  }
}

/** Jobs are hashes and what happened to them is a stream; the other keys hold ids. */
async function contentOf(client: Redis, key: string): Promise<unknown> {
  const type = await client.type(key)
  if (type === 'hash') return client.hgetall(key)
  return type === 'stream' ? client.xrange(key, '-', '+') : type
}
