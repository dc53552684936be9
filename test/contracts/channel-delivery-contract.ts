import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDispatcher } from '../../bot/channels/http-exchange.ts'
import type {
  Address,
  Channel,
  DeliveryResult,
  OutboundMessage,
  WirePart,
} from '../../core/delivery/channel.ts'
import { closedPort, startScriptedServer, type Reply } from '../bot/channels/scripted-server.ts'
import type { ChannelUnderTest } from './channel-contract.ts'

const MESSAGE: OutboundMessage = { kind: 'text', text: 'Nội dung kín: 200 cây bàng' }

/** What holds of sending on every channel, over real HTTP. */
export function describeDelivery(subject: ChannelUnderTest): void {
  let server: Awaited<ReturnType<typeof startScriptedServer>>
  let channel: Channel
  const dispatcher = openDispatcher()

  beforeAll(async () => {
    server = await startScriptedServer()
    channel = subject.create({ apiRoot: server.url, dispatcher })
  })
  afterAll(async () => {
    await dispatcher.destroy()
    await server.close()
  })

  const part = (): WirePart => channel.render(MESSAGE)[0]!
  const never = new AbortController().signal
  const deliver = (reply: Reply, signal = never): Promise<DeliveryResult> => {
    server.answer(reply)
    return channel.deliver(subject.address, part(), signal)
  }

  test('a message that the platform took is sent, by one POST of JSON', async () => {
    server.received.length = 0
    expect(await deliver({ json: subject.accepted.json })).toEqual({
      status: 'sent',
      receipt: subject.accepted.receipt,
    })
    expect(server.received).toHaveLength(1)
    const [request] = server.received
    expect(request?.path).toBe(`/bot${subject.token}/sendMessage`)
    expect(request?.contentType).toBe('application/json')
    expect(request?.body).toMatchObject({ text: 'Nội dung kín: 200 cây bàng' })
  })

  test('a part read back from storage sends the same bytes', async () => {
    server.answer({ json: subject.accepted.json })
    server.received.length = 0
    await channel.deliver(subject.address, part(), never)
    const stored = JSON.parse(JSON.stringify(part())) as WirePart
    await channel.deliver(subject.address, stored, never)
    expect(server.received[1]).toEqual(server.received[0])
  })

  const uncertain = (cause: string) => ({ status: 'uncertain', cause })
  test.each<[string, Reply, object]>([
    ['ok without a message id', { json: { ok: true, result: {} } }, uncertain('bad-response')],
    ['ok without a result', { json: { ok: true } }, uncertain('bad-response')],
    ['success that is not JSON', { html: '<p>OK</p>' }, uncertain('bad-response')],
    ['JSON that is no envelope', { json: [1] }, uncertain('bad-response')],
    [
      'a gateway without its server',
      { status: 502, html: 'Bad Gateway' },
      uncertain('bad-response'),
    ],
    ['a gateway that waited in vain', { status: 504, html: 'Timeout' }, uncertain('timeout')],
    ['a cut connection', 'reset', uncertain('reset')],
    ['a connection cut within the answer', 'reset-in-body', uncertain('reset')],
  ])('%s is uncertain', async (_what, reply, result) => {
    expect(await deliver(reply)).toEqual(result)
  })

  test.each([500, 503])(
    'status %i is an outage of the platform, to be tried again',
    async (status) => {
      const outage = { status: 'retry-after', scope: 'account', reason: 'outage' }
      expect(await deliver({ status, html: 'Sorry' })).toMatchObject(outage)
    },
  )

  test('a flood page that is not JSON asks for a pause', async () => {
    const result = await deliver({ status: 429, html: '<h1>429 Too Many Requests</h1>' })
    expect(result).toMatchObject({ status: 'retry-after', reason: 'flood' })
    expect(result.status === 'retry-after' && result.delayMs).toBeGreaterThanOrEqual(5_000)
  })

  test('a refused token is a matter of the account', async () => {
    const json = { ok: false, error_code: 401, description: 'Unauthorized' }
    const rejected = { status: 'rejected', scope: 'account', code: '401' }
    expect(await deliver({ status: 200, json })).toEqual(rejected)
    expect(await deliver({ status: 401, json })).toEqual(rejected)
  })

  test('a refusal with status 200 is a failure, its code a number or not', async () => {
    const rejected = { status: 'rejected', scope: 'message', code: '400' }
    for (const error_code of [400, '400']) {
      const json = { ok: false, error_code, description: 'Bad request: text must not be empty' }
      expect(await deliver({ status: 200, json })).toEqual(rejected)
    }
  })

  test('a redirect is not followed', async () => {
    server.received.length = 0
    const headers = { location: '/elsewhere' }
    const result = await deliver({ status: 302, html: '', headers })
    expect(result).toEqual({ status: 'rejected', scope: 'account', code: '302' })
    expect(server.received).toHaveLength(1)
  })

  test('giving up after the request was written is uncertain', async () => {
    server.received.length = 0
    const result = await deliver('hang', AbortSignal.timeout(80))
    expect(result).toEqual(uncertain('timeout'))
    expect(server.received).toHaveLength(1)
  })

  test('giving up before the request was written is not', async () => {
    server.received.length = 0
    const notConnected = { status: 'retry-after', scope: 'account', reason: 'not-connected' }
    expect(await deliver('hang', AbortSignal.abort())).toMatchObject(notConnected)
    expect(server.received).toHaveLength(0)
  })

  test('a refused connection is tried again', async () => {
    const nobody = subject.create({
      apiRoot: `http://127.0.0.1:${await closedPort()}`,
      dispatcher,
    })
    const notConnected = { status: 'retry-after', scope: 'account', reason: 'not-connected' }
    expect(await nobody.deliver(subject.address, part(), never)).toMatchObject(notConnected)
  })

  test('a failed TLS handshake and an unknown name are tried again', async () => {
    const notConnected = { status: 'retry-after', scope: 'account', reason: 'not-connected' }
    for (const apiRoot of [server.url.replace('http:', 'https:'), 'https://khong-co.invalid']) {
      const nobody = subject.create({ apiRoot, dispatcher })
      expect(await nobody.deliver(subject.address, part(), never)).toMatchObject(notConnected)
    }
  })

  test.each(['other:1:2', 'telegram:1:2', 'zalo:1:2', 'telegram:', ''])(
    'the address %j of another bot is refused without a request',
    async (address) => {
      server.received.length = 0
      const result = await channel.deliver(address as Address, part(), never)
      expect(result).toEqual({ status: 'rejected', scope: 'message', code: 'address' })
      expect(server.received).toHaveLength(0)
    },
  )

  test('a part that no render made is refused without a request', async () => {
    server.received.length = 0
    for (const payload of [{}, { method: 'deleteWebhook' }, { method: 'sendMessage', text: 7 }]) {
      const result = await channel.deliver(subject.address, { index: 0, of: 1, payload }, never)
      expect(result).toEqual({ status: 'rejected', scope: 'message', code: 'payload' })
    }
    expect(server.received).toHaveLength(0)
  })

  const pictures = (root: Channel, url: string) =>
    root.deliver(subject.address, root.render({ kind: 'photo', url })[0]!, never)

  test.each([
    'http://anh.example.vn/1.jpg',
    'https://127.0.0.1/1.jpg',
    'https://10.1.2.3/1.jpg',
    'https://169.254.169.254/latest',
    'https://[::1]/1.jpg',
    'https://[::ffff:10.0.0.1]/1.jpg',
    'https://0x7f000001/1.jpg',
    'https://localhost./1.jpg',
    'https://may-in.local/1.jpg',
    'https://u:p@anh.example.vn/1.jpg',
    'file:///etc/passwd',
    'data:image/png;base64,AAAA',
    'khong phai url',
  ])('the photo %s is refused without a request', async (url) => {
    const remote = subject.create({ apiRoot: 'https://khong-co.invalid', dispatcher })
    const refused = { status: 'rejected', scope: 'message', code: 'photo-url' }
    expect(await pictures(remote, url)).toEqual(refused)
  })

  test('a photo of this machine is accepted beside a root of this machine', async () => {
    server.answer({ json: subject.accepted.json })
    expect(await pictures(channel, `${server.url}/1.jpg`)).toMatchObject({ status: 'sent' })
    expect(await pictures(channel, 'http://10.1.2.3/1.jpg')).toMatchObject({ status: 'rejected' })
  })

  test('no result shows the token or the message, whatever the platform answers', async () => {
    const leaks = `/bot${subject.token}/sendMessage ${encodeURIComponent(subject.token)} Nội dung kín`
    const status = fc.constantFrom(200, 400, 401, 403, 404, 408, 413, 429, 500, 502, 504, 520)
    const body = fc.oneof(
      fc.constant({ html: leaks }),
      fc
        .record({ error_code: fc.oneof(status, fc.constant(leaks)), ok: fc.boolean() })
        .map((fields) => ({ json: { ...fields, description: leaks, result: leaks } })),
    )
    await fc.assert(
      fc.asyncProperty(status, body, async (code, reply) => {
        const result = JSON.stringify(await deliver({ status: code, ...reply }))
        expect(result).not.toContain(subject.token.split(':')[1])
        expect(result).not.toContain('Nội dung kín')
      }),
      { numRuns: 60 },
    )
  })

  test('one connection serves many messages', async () => {
    const pool = openDispatcher({ connections: 1 })
    const kept = subject.create({ apiRoot: server.url, dispatcher: pool })
    const before = server.connections()
    server.answer({ json: subject.accepted.json })
    for (let sent = 0; sent < 5; sent++) {
      expect(await kept.deliver(subject.address, part(), never)).toMatchObject({ status: 'sent' })
    }
    expect(server.connections() - before).toBe(1)
    await pool.destroy()
  })

  test('a call after the connections were closed never reaches the platform', async () => {
    const pool = openDispatcher()
    await pool.destroy()
    server.received.length = 0
    const closed = subject.create({ apiRoot: server.url, dispatcher: pool })
    const result = await closed.deliver(subject.address, part(), never)
    expect(result).toMatchObject({ status: 'retry-after', reason: 'not-connected' })
    expect(server.received).toHaveLength(0)
  })

  test('acknowledging never fails', async () => {
    for (const reply of ['reset', { status: 400, html: 'x' }, { json: { ok: true } }] as Reply[]) {
      server.answer(reply)
      await expect(channel.acknowledge('1', 'Đã hết hạn')).resolves.toBeUndefined()
    }
  })
}
