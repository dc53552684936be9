import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { VARIABLES } from '../bot/config.ts'

const ROOT = join(import.meta.dirname, '..')

const service = z.object({
  image: z.string().optional(),
  build: z.string().optional(),
  command: z.array(z.string()).optional(),
  ports: z.array(z.string()).default([]),
  environment: z.record(z.string(), z.string()).default({}),
  volumes: z.array(z.string()).default([]),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  healthcheck: z.object({ test: z.array(z.string()).min(2) }).optional(),
  restart: z.string(),
})
const composition = z.object({
  services: z.record(z.enum(['web', 'worker', 'postgres', 'redis']), service),
  volumes: z.record(z.string(), z.unknown()),
})

const text = readFileSync(join(ROOT, 'compose.yaml'), 'utf8')
const { services, volumes } = composition.parse(parse(text, { merge: true }))
const { web, worker, postgres, redis } = services

describe('compose.yaml', () => {
  test('runs the two roles of one image, each as the command of its process', () => {
    expect(web.command).toEqual(['web'])
    expect(worker.command).toEqual(['worker'])
    expect(web.build).toBe(worker.build)
    expect(web.environment).toEqual(worker.environment)
  })

  test('gives the product variables that it knows, and asks for no others but the password', () => {
    const known = new Set(Object.keys(VARIABLES.shape))
    expect(Object.keys(web.environment).filter((name) => !known.has(name))).toEqual([])
    const asked = [...text.matchAll(/\$\{(\w+)/gu)].map(([, name]) => name ?? '')
    const others = new Set(asked.filter((name) => !known.has(name)))
    expect([...others]).toEqual(['POSTGRES_PASSWORD'])
  })

  test('points the product at its own database and queue', () => {
    const database = new URL(web.environment.DATABASE_URL?.replace(/\$\{.*\}/u, 'x') ?? '')
    expect(database.hostname).toBe('postgres')
    expect(database.username).toBe(postgres.environment.POSTGRES_USER)
    expect(database.pathname).toBe(`/${postgres.environment.POSTGRES_DB ?? ''}`)
    expect(new URL(web.environment.REDIS_URL ?? '').hostname).toBe('redis')
  })

  test('waits for a database and a queue that answer', () => {
    for (const product of [web, worker])
      expect(product.depends_on).toEqual({
        postgres: { condition: 'service_healthy' },
        redis: { condition: 'service_healthy' },
      })
  })

  test('asks everything that listens for its health', () => {
    for (const listening of [web, postgres, redis]) expect(listening.healthcheck).toBeDefined()
    expect(web.healthcheck?.test.join(' ')).toContain('/health/ready')
  })

  test('is reached through the proxy of its own machine only', () => {
    expect(web.ports).toEqual(['127.0.0.1:${PORT:-8080}:8080'])
    for (const inner of [worker, postgres, redis]) expect(inner.ports).toEqual([])
  })

  test('keeps what the queue and the database write', () => {
    const command = redis.command?.join(' ')
    expect(command).toContain('--appendonly yes')
    expect(command).toContain('--maxmemory-policy noeviction')
    const kept = [postgres, redis].flatMap((store) => store.volumes.map((at) => at.split(':')[0]))
    expect(kept).toEqual(Object.keys(volumes))
  })

  test('makes a database that knows Vietnamese letters, as the embedded one is made', () => {
    const wanted = postgres.environment.POSTGRES_INITDB_ARGS?.split(' ') ?? []
    const embedded = readFileSync(join(ROOT, 'prisma', 'embedded', 'cluster.ts'), 'utf8')
    expect(wanted).toHaveLength(4)
    for (const argument of wanted) expect(embedded).toContain(`'${argument}'`)
  })

  test('names a version of every image it takes from elsewhere', () => {
    const dockerfile = readFileSync(join(ROOT, 'Dockerfile'), 'utf8')
    const bases = [...dockerfile.matchAll(/^FROM (\S+)/gmu)].map(([, image]) => image ?? '')
    const images = [...bases, ...Object.values(services).flatMap(({ image }) => image ?? [])]
    expect(images).toHaveLength(4)
    for (const image of images) expect(image).toMatch(/^\w+:\d/u)
  })

  test('starts every process again that ended', () => {
    expect(new Set(Object.values(services).map(({ restart }) => restart))).toEqual(
      new Set(['unless-stopped']),
    )
  })
})
