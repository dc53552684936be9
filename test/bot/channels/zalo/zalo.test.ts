import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openDispatcher } from '../../../../bot/channels/http-exchange.ts'
import { createZaloChannel } from '../../../../bot/channels/zalo/zalo.ts'
import type { Address, Channel, DeliveryResult } from '../../../../core/delivery/channel.ts'
import { describeChannelContract } from '../../../contracts/channel-contract.ts'
import { BOTS, fixturesOf, RECEIVED_AT } from '../fixtures.ts'
import { startScriptedServer, type Reply, type ScriptedServer } from '../scripted-server.ts'

const bot = BOTS.zalo
const token = `${bot.botId}:dienThuZaloSecretKhongCoThat0123456789`
const address = `zalo:${bot.botId}:c41d90aa17f2b3e8` as Address
const never = new AbortController().signal
const dispatcher = openDispatcher()

describeChannelContract({
  name: 'zalo',
  token,
  secretHeader: 'x-bot-api-secret-token',
  textLimit: 1800,
  address,
  accepted: {
    json: { ok: true, result: { message_id: '9f03c2d41b7a5e6f88aa', date: 1759716000000 } },
    receipt: '9f03c2d41b7a5e6f88aa',
  },
  create: (options) => createZaloChannel({ ...bot, token, ...options }),
})

let server: ScriptedServer
let channel: Channel

beforeAll(async () => {
  server = await startScriptedServer()
  const random = () => 0.5
  channel = createZaloChannel({ ...bot, token, apiRoot: server.url, dispatcher, random })
})
beforeEach(() => {
  server.received.length = 0
})
afterAll(async () => {
  await dispatcher.destroy()
  await server.close()
})

describe('an event', () => {
  test('is the same flat and in its envelope', () => {
    for (const { body } of fixturesOf('zalo')) {
      const flat = body as { event_name?: unknown; result?: unknown }
      if (flat.event_name === undefined) continue
      const enveloped = channel.parse({ ok: true, result: flat }, RECEIVED_AT)
      expect(enveloped).toEqual(channel.parse(flat, RECEIVED_AT))
    }
  })

  test('without an id of its own is recognised when it comes again', () => {
    const event = (text: string) => ({
      event_name: 'message.text.received',
      message: { from: { id: 'u1' }, chat: { id: 'u1', chat_type: 'PRIVATE' }, date: 1, text },
    })
    const idOf = (body: unknown) => {
      const outcome = channel.parse(body, RECEIVED_AT)
      return outcome.ok ? outcome.event.eventId : undefined
    }
    expect(idOf(event('a'))).toMatch(/^h-[0-9a-f]{32}$/)
    expect(idOf(event('a'))).toBe(idOf({ ok: true, result: event('a') }))
    expect(idOf(event('a'))).not.toBe(idOf(event('b')))
  })

  test('in a chat of unknown kind that others may read counts as in a group', () => {
    const at = (chat: object) =>
      channel.parse(
        { event_name: 'message.text.received', message: { from: { id: 'u1' }, chat, text: 'a' } },
        RECEIVED_AT,
      )
    expect(at({ id: 'g1' })).toMatchObject({ event: { conversation: { kind: 'group' } } })
    expect(at({ id: 'u1' })).toMatchObject({ event: { conversation: { kind: 'direct' } } })
  })
})

test('a shorter limit is kept', () => {
  const short = createZaloChannel({ ...bot, token, dispatcher, textLimit: 100 })
  const parts = short.render({ kind: 'text', text: 'Chi tiết. '.repeat(30) })
  expect(parts.every(({ payload }) => String(payload.text).length <= 100)).toBe(true)
  expect(parts.length).toBeGreaterThan(2)
})

describe('a refused message', () => {
  const deliver = (reply: Reply): Promise<DeliveryResult> => {
    server.answer(reply)
    const [part] = channel.render({ kind: 'text', text: 'Nhắc hạn' })
    return channel.deliver(address, part!, never)
  }
  const refuse = (error_code: number): Reply => ({
    json: { ok: false, error_code, description: '' },
  })

  test.each<[number, DeliveryResult]>([
    [400, { status: 'rejected', scope: 'message', code: '400' }],
    [404, { status: 'rejected', scope: 'message', code: '404' }],
    [401, { status: 'rejected', scope: 'account', code: '401' }],
    [
      403,
      { status: 'retry-after', delayMs: 30_000, scope: 'recipient', reason: 'outage', atMost: 3 },
    ],
    [408, { status: 'uncertain', cause: 'timeout' }],
    [429, { status: 'retry-after', delayMs: 60_000, scope: 'account', reason: 'quota' }],
    [500, { status: 'retry-after', delayMs: 10_000, scope: 'account', reason: 'outage' }],
    [503, { status: 'retry-after', delayMs: 10_000, scope: 'account', reason: 'outage' }],
    [502, { status: 'uncertain', cause: 'bad-response' }],
    [504, { status: 'uncertain', cause: 'timeout' }],
  ])('with code %i and HTTP status 200 is %j', async (code, result) => {
    expect(await deliver(refuse(code))).toEqual(result)
  })

  test('whose code is spelled otherwise is read all the same', async () => {
    const reply = { json: { ok: false, errorCode: 429 } }
    expect(await deliver(reply)).toMatchObject({ status: 'retry-after', reason: 'quota' })
  })

  test('without any code is rejected', async () => {
    expect(await deliver({ json: { ok: false } })).toMatchObject({ status: 'rejected' })
  })

  test("by the web server's flood page waits 5 to 30 s, by chance", async () => {
    const page: Reply = { status: 429, html: '<h1>429</h1>' }
    expect(await deliver(page)).toMatchObject({ delayMs: 17_500, scope: 'account' })
    await fc.assert(
      fc.asyncProperty(fc.double({ min: 0, max: 0.999, noNaN: true }), async (chance) => {
        const random = () => chance
        const other = createZaloChannel({ ...bot, token, apiRoot: server.url, dispatcher, random })
        const [part] = other.render({ kind: 'text', text: 'x' })
        const result = await other.deliver(address, part!, never)
        const delayMs = result.status === 'retry-after' ? result.delayMs : -1
        expect(delayMs).toBeGreaterThanOrEqual(5_000)
        expect(delayMs).toBeLessThanOrEqual(30_000)
      }),
      { numRuns: 20 },
    )
  })
})

test('a photo goes out by its URL and caption', async () => {
  server.answer({ json: { ok: true, result: { message_id: 'm1' } } })
  const photo = 'https://anh.example.vn/1.jpg'
  const [part] = channel.render({ kind: 'photo', url: photo, caption: 'Lễ ra quân' })
  expect(await channel.deliver(address, part!, never)).toEqual({ status: 'sent', receipt: 'm1' })
  const [{ method, body }] = server.received as [(typeof server.received)[0]]
  expect(method).toBe('sendPhoto')
  expect(body).toEqual({ chat_id: 'c41d90aa17f2b3e8', photo, caption: 'Lễ ra quân' })
})

test('acknowledging makes no call', async () => {
  await channel.acknowledge('x')
  expect(server.received).toEqual([])
})

describe('fetchMedia', () => {
  const png = Buffer.from('89504e470d0a1a0a', 'hex')

  test('fetches from the stand-in beside a root of this machine', async () => {
    server.answer({ bytes: png })
    expect(await channel.fetchMedia(`${server.url}/anh.png`, never)).toEqual({
      status: 'fetched',
      bytes: png,
      mediaType: 'image/png',
    })
  })

  test('keeps to the header where the bytes tell nothing', async () => {
    server.answer({ html: 'gì đó' })
    const result = await channel.fetchMedia(`${server.url}/x`, never)
    expect(result).toMatchObject({ status: 'fetched', mediaType: 'text/html' })
  })

  test.each([
    'http://photo-stal-29.zdn.vn/1.jpg',
    'https://zdn.vn.example.com/1.jpg',
    'https://evilzdn.vn/1.jpg',
    'https://zdn.vn/1.jpg',
    'https://photo.zdn.vn:8443/1.jpg',
    'https://u:p@photo.zdn.vn/1.jpg',
    'https://127.0.0.1/1.jpg',
    'http://127.0.0.1/1.jpg',
    'https://10.0.0.1/1.jpg',
    'https://[::1]/1.jpg',
    'ftp://photo.zdn.vn/1.jpg',
    'khong phai url',
    '',
  ])('%j is refused before any request', async (ref) => {
    let requests = 0
    const watched = openDispatcher().compose((dispatch) => (options, handler) => {
      requests += 1
      return dispatch(options, handler)
    })
    const remote = createZaloChannel({ ...bot, token, dispatcher, mediaDispatcher: watched })
    expect(await remote.fetchMedia(ref, never)).toEqual({ status: 'refused', reason: 'host' })
    expect(requests).toBe(0)
  })

  test('a redirect within the allowed hosts is followed, one off them is not', async () => {
    server.answer(({ path }) =>
      path === '/a' ? { status: 302, html: '', headers: { location: '/b' } } : { bytes: png },
    )
    expect(await channel.fetchMedia(`${server.url}/a`, never)).toMatchObject({ status: 'fetched' })
    for (const location of ['http://10.0.0.1/x', 'http://169.254.169.254/', 'http://']) {
      server.answer({ status: 302, html: '', headers: { location } })
      const result = await channel.fetchMedia(`${server.url}/a`, never)
      expect(result).toEqual({ status: 'refused', reason: 'host' })
    }
  })

  test('redirects without end are given up', async () => {
    server.answer({ status: 302, html: '', headers: { location: '/again' } })
    const result = await channel.fetchMedia(`${server.url}/again`, never)
    expect(result).toEqual({ status: 'refused', reason: 'host' })
    expect(server.received.length).toBeLessThanOrEqual(4)
  })

  test('more than 20 MB is refused, announced or not', async () => {
    const large = Buffer.alloc(20 * 1024 * 1024 + 1)
    const refused = { status: 'refused', reason: 'too-large' }
    server.answer({ bytes: large })
    expect(await channel.fetchMedia(`${server.url}/x`, never)).toEqual(refused)
    server.answer({ bytes: large, headers: { 'transfer-encoding': 'chunked' } })
    expect(await channel.fetchMedia(`${server.url}/x`, never)).toEqual(refused)
  })

  test.each([403, 404, 410])('status %i means it is gone', async (status) => {
    server.answer({ status, html: '' })
    const result = await channel.fetchMedia(`${server.url}/x`, never)
    expect(result).toEqual({ status: 'refused', reason: 'gone' })
  })

  test.each<Reply>([{ status: 429, html: '' }, { status: 502, html: '' }, 'reset'])(
    '%j is tried again',
    async (reply) => {
      server.answer(reply)
      expect(await channel.fetchMedia(`${server.url}/x`, never)).toEqual({ status: 'retry' })
    },
  )
})
