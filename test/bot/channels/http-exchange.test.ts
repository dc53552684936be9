import type { LookupAddress } from 'node:dns'
import { getEventListeners } from 'node:events'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { exchange, openDispatcher, publicLookup } from '../../../bot/channels/http-exchange.ts'
import { startScriptedServer, type ScriptedServer } from './scripted-server.ts'

let server: ScriptedServer
const dispatcher = openDispatcher({ connections: 1 })

beforeAll(async () => {
  server = await startScriptedServer()
})
beforeEach(() => {
  server.received.length = 0
})
afterAll(async () => {
  await dispatcher.destroy()
  await server.close()
})

const post = (options: { timeoutMs?: number; maxBytes?: number; signal?: AbortSignal } = {}) =>
  exchange({
    dispatcher,
    url: new URL(`${server.url}/x?y=1`),
    method: 'POST',
    body: '{"a":1}',
    timeoutMs: 5_000,
    maxBytes: 1_000,
    ...options,
  })

describe('exchange', () => {
  test('gives the answer whole', async () => {
    server.answer({ status: 418, json: { b: 2 }, headers: { 'retry-after': '7' } })
    expect(await post()).toMatchObject({
      kind: 'answered',
      status: 418,
      headers: { 'retry-after': '7' },
      body: Buffer.from('{"b":2}'),
    })
    expect(server.received).toMatchObject([{ path: '/x?y=1', body: { a: 1 } }])
  })

  test('a kept connection that is reset makes the request doubtful and is not tried again', async () => {
    server.answer({ json: {} })
    await post()
    server.answer('reset')
    expect(await post()).toEqual({ kind: 'no-answer', cause: 'reset' })
    expect(server.received).toHaveLength(2)
    server.answer({ json: {} })
    expect(await post()).toMatchObject({ kind: 'answered' })
  })

  test('its own time limit ends a silence', async () => {
    server.answer('hang')
    expect(await post({ timeoutMs: 60 })).toEqual({ kind: 'no-answer', cause: 'timeout' })
  })

  test('a request given up in the queue is never written', async () => {
    server.answer('hang')
    const first = post({ timeoutMs: 150 })
    const queued = post({ timeoutMs: 30 })
    expect(await queued).toEqual({ kind: 'not-sent' })
    expect(await first).toEqual({ kind: 'no-answer', cause: 'timeout' })
    server.answer({ json: {} })
    expect(await post()).toMatchObject({ kind: 'answered' })
    expect(server.received).toHaveLength(2)
  })

  test('many requests on one signal leave no listener and raise no warning', async () => {
    const warnings: Error[] = []
    const warned = (warning: Error) => warnings.push(warning)
    process.on('warning', warned)
    server.answer({ json: {} })
    const { signal } = new AbortController()
    await Promise.all(Array.from({ length: 20 }, () => post({ signal })))
    await new Promise(setImmediate)
    process.off('warning', warned)
    expect(warnings).toEqual([])
    expect(getEventListeners(signal, 'abort')).toEqual([])
  })

  test('an answer longer than allowed is cut off, announced or not', async () => {
    server.answer({ bytes: Buffer.alloc(1_001) })
    expect(await post()).toEqual({ kind: 'too-large' })
    server.answer({ bytes: Buffer.alloc(1_001), headers: { 'transfer-encoding': 'chunked' } })
    expect(await post()).toEqual({ kind: 'too-large' })
    server.answer({ bytes: Buffer.alloc(1_000) })
    expect(await post()).toMatchObject({ kind: 'answered' })
  })
})

describe('publicLookup', () => {
  const resolveTo =
    (...addresses: string[]) =>
    (_name: string, _options: object, callback: (error: null, found: LookupAddress[]) => void) => {
      callback(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      )
    }
  const look = (addresses: string[], all: boolean) =>
    new Promise<unknown[]>((resolve) => {
      const lookup = publicLookup(resolveTo(...addresses))
      lookup('anh.example.vn', { all }, (error, ...found) => {
        resolve(error ? [error.message] : found)
      })
    })

  test('gives public addresses as they are asked for', async () => {
    expect(await look(['8.8.8.8', '2606:4700::1'], false)).toEqual(['8.8.8.8', 4])
    expect(await look(['8.8.8.8'], true)).toEqual([[{ address: '8.8.8.8', family: 4 }]])
  })

  test.each([[['10.0.0.1']], [['8.8.8.8', '127.0.0.1']], [['::1']], [[]]])(
    'refuses a name that leads to %j',
    async (addresses) => {
      expect(await look(addresses, true)).toEqual(['the name leads to no public address'])
    },
  )

  test('keeps a connection to a private address from being made', async () => {
    const guarded = openDispatcher({ lookup: publicLookup(resolveTo('127.0.0.1')) })
    const outcome = await exchange({
      dispatcher: guarded,
      url: new URL(server.url.replace('127.0.0.1', 'anh.example.vn')),
      method: 'GET',
      timeoutMs: 5_000,
      maxBytes: 1,
    })
    expect(outcome).toEqual({ kind: 'not-sent' })
    expect(server.received).toHaveLength(0)
    await guarded.destroy()
  })
})
