import { randomBytes } from 'node:crypto'
import type { OutgoingHttpHeaders } from 'node:http'
import { request } from 'node:http'
import { networkInterfaces } from 'node:os'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ChannelName } from '../../core/delivery/channel.ts'
import { startTelegramStandIn } from '../../bot/simulator/telegram/stand-in.ts'
import { startZaloStandIn } from '../../bot/simulator/zalo/stand-in.ts'
import { freshDatabase } from '../support/database.ts'
import { startProduct } from '../support/product.ts'
import { freePort } from '../support/redis.ts'
import { openTables } from '../support/tables.ts'
import { eventually } from '../support/world.ts'
import { BOTS, fixturesOf } from './channels/fixtures.ts'
import { mutated } from './channels/mutations.ts'

const SECRET_HEADERS = {
  telegram: 'x-telegram-bot-api-secret-token',
  zalo: 'x-bot-api-secret-token',
} as const
const CHANNELS = ['telegram', 'zalo'] as const
const LARGEST_BODY = 256 * 1024
/** Occurs in every text that is sent here, and may occur nowhere else. */
const PRIVATE = 'chuyệnriêng'

type House = Awaited<ReturnType<typeof openHouse>>
let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** The product as it runs in production, between both platforms, for the bots of the fixtures. */
async function openHouse() {
  const database = await freshDatabase()
  const port = await freePort()
  const secrets = { telegram: word(), zalo: word() }
  const tokens = {
    telegram: `${BOTS.telegram.botId}:${word()}`,
    zalo: `${BOTS.zalo.botId}:${word()}`,
  }
  const common = { clock: Date.now, random: Math.random, fetch: globalThis.fetch }
  const telegram = await startTelegramStandIn({
    ...common,
    token: tokens.telegram,
    bot: { firstName: 'Bot', username: BOTS.telegram.botName },
  })
  const zalo = await startZaloStandIn({
    ...common,
    token: tokens.zalo,
    bot: { displayName: BOTS.zalo.botName, canJoinGroups: true },
  })
  const product = await startProduct({
    env: {
      DATABASE_URL: database.url,
      PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      NODE_ENV: 'production',
      TELEGRAM_BOT_TOKEN: tokens.telegram,
      TELEGRAM_WEBHOOK_SECRET: secrets.telegram,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      TELEGRAM_BOT_NAME: BOTS.telegram.botName,
      ZALO_BOT_TOKEN: tokens.zalo,
      ZALO_WEBHOOK_SECRET: secrets.zalo,
      ZALO_API_ROOT: zalo.apiRoot,
      ZALO_BOT_NAME: BOTS.zalo.botName,
    },
  })
  return {
    ...{ database, port, secrets, tokens, telegram, zalo, product },
    tables: openTables(() => database.url),
    close: async () => {
      await product.stop()
      await Promise.all([telegram.close(), zalo.close()])
      await database.drop()
    },
  }
}

function word(): string {
  return randomBytes(18).toString('base64url')
}

type Sending = { secret?: string | undefined; headers?: OutgoingHttpHeaders; host?: string }
type Answered = { status: number; body: string }

/** One call as a platform makes it; without a content-length when the body is `chunked`. */
function post(
  channel: ChannelName,
  body: string | { chunked: string },
  { secret = house.secrets[channel], headers = {} }: Sending = {},
): Promise<Answered> {
  const whole = typeof body === 'string'
  return new Promise((resolve, reject) => {
    const call = request({
      host: '127.0.0.1',
      port: house.port,
      path: `/webhooks/${channel}`,
      method: 'POST',
      agent: false,
      headers: {
        'content-type': 'application/json',
        [SECRET_HEADERS[channel]]: secret,
        ...(whole ? { 'content-length': Buffer.byteLength(body) } : {}),
        ...headers,
      },
    })
    call.once('error', reject)
    call.setTimeout(10_000, () => call.destroy(new Error('no answer within 10 s')))
    call.once('response', (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (piece: string) => (text += piece))
      response.once('end', () => {
        call.off('error', reject)
        // The server may hang up on a body that it has refused already.
        call.on('error', () => undefined)
        resolve({ status: response.statusCode ?? 0, body: text })
      })
    })
    call.end(whole ? body : body.chunked)
  })
}

const send = (channel: ChannelName, event: unknown, how?: Sending): Promise<Answered> =>
  post(channel, JSON.stringify(event), how)

let sent = 0
/** A message of a stranger, with an id of its own; the platform knows the person. */
function message(channel: ChannelName, chat: string, text = `${PRIVATE} xin chào`): unknown {
  sent += 1
  const at = Date.now()
  if (channel === 'zalo')
    return {
      event_name: 'message.text.received',
      message: {
        date: at,
        chat: { chat_type: 'PRIVATE', id: chat },
        message_id: `ff${sent.toString(16).padStart(18, '0')}`,
        from: { id: chat, is_bot: false, display_name: `${PRIVATE} tên` },
        text,
      },
    }
  const from = { id: Number(chat), is_bot: false, first_name: `${PRIVATE} tên` }
  return {
    update_id: 5_000_000 + sent,
    message: {
      message_id: sent,
      date: Math.floor(at / 1000),
      chat: { id: Number(chat), type: 'private', first_name: from.first_name },
      from,
      text,
    },
  }
}

/** A person on the platform who may be written to. */
function stranger(channel: ChannelName): string {
  if (channel === 'zalo')
    return house.zalo.createUser({ displayName: `${PRIVATE} tên`, started: true }).id
  return String(house.telegram.createUser({ firstName: `${PRIVATE} tên`, started: true }).id)
}

const heardBy = (channel: ChannelName, chat: string): string[] =>
  (channel === 'zalo' ? house.zalo.messages(chat) : house.telegram.messages(Number(chat))).map(
    ({ text }) => text ?? '',
  )

async function countOf(sql: string): Promise<number> {
  const [row] = await house.tables.rows<{ count: number }>(`select count(*)::int as count ${sql}`)
  return row?.count ?? -1
}

const inbox = (): Promise<number> => countOf('from inbox')
const allHandled = (): Promise<void> =>
  house.tables.until(
    `select not exists (select 1 from inbox where state = 'waiting')
       and not exists (select 1 from outbox_part where state in ('pending', 'sending')) as holds`,
    20_000,
  )

describe.each(CHANNELS)('the webhook of %s', (channel) => {
  const fixtures = fixturesOf(channel)
  const events = fixtures.flatMap((fixture) => {
    const { outcome } = fixture
    return outcome.ok ? [{ ...fixture, event: outcome.event }] : []
  })
  const others = fixtures.filter(({ outcome }) => !outcome.ok)

  test.each(events)(
    '$name, thrice at once and once more: one row, one answer at most',
    async (it) => {
      const copies = await Promise.all([1, 2, 3].map(() => send(channel, it.body)))
      copies.push(await send(channel, it.body))
      expect(copies.map(({ status }) => status)).toEqual([200, 200, 200, 200])
      await allHandled()
      const where = `where event_id = '${it.event.eventId}' and channel = '${channel}'`
      expect(await countOf(`from inbox ${where}`)).toBe(1)
      const answers = await countOf(
        `from (select distinct message_id from outbox_part
         where cause = 'reply' and cause_id = (select seq::text from inbox ${where})) answer`,
      )
      expect(answers).toBeLessThanOrEqual(1)
    },
  )

  test('what is no event for us is taken, counted by a label and stored nowhere', async () => {
    const before = await inbox()
    for (const { body } of others) expect((await send(channel, body)).status).toBe(200)
    expect(await inbox()).toBe(before)
    const metrics = await metricsText()
    for (const { outcome } of others) {
      if (outcome.ok) continue
      const disposition = outcome.disposition === 'ignore' ? 'ignore' : 'quarantine'
      expect(metrics).toContain(
        `channel="${channel}",outcome="${disposition}",kind="${outcome.reason.slice(0, 40)}"`,
      )
    }
  })

  test('a message is answered once, in its own chat', async () => {
    const chat = stranger(channel)
    const event = message(channel, chat)
    await Promise.all([send(channel, event), send(channel, event)])
    await eventually(() => heardBy(channel, chat).length > 0, 'the stranger is answered')
    await send(channel, event)
    await allHandled()
    expect(heardBy(channel, chat)).toEqual([expect.stringContaining('mã đăng ký')])
  })

  test('five messages of one chat are handled in the order in which they came', async () => {
    const chat = stranger(channel)
    for (let n = 0; n < 5; n += 1) await send(channel, message(channel, chat))
    await allHandled()
    const rows = await house.tables.rows<{ seq: string }>(
      `select seq from inbox where address like '%:${chat}' order by done_at, seq`,
    )
    expect(rows.length).toBe(5)
    expect(rows.map(({ seq }) => Number(seq))).toEqual(
      rows.map(({ seq }) => Number(seq)).sort((a, b) => a - b),
    )
    expect(heardBy(channel, chat).length).toBe(5)
  })

  test.each([
    ['missing', undefined],
    ['empty', ''],
    ['wrong, of the same length', 'same'],
    ['wrong, longer', 'longer'],
    ['wrong, shorter', 'shorter'],
    ["the other platform's", 'other'],
  ])('a call whose secret is %s is refused and leaves nothing', async (_what, kind) => {
    const right = house.secrets[channel]
    const wrong: Record<string, string> = {
      same: `${right.slice(0, -1)}${right.endsWith('A') ? 'B' : 'A'}`,
      longer: `${right}A`,
      shorter: right.slice(1),
      other: house.secrets[channel === 'zalo' ? 'telegram' : 'zalo'],
    }
    const secret = kind === undefined || kind === '' ? kind : wrong[kind]
    const before = await inbox()
    const body = JSON.stringify(message(channel, stranger(channel)))
    const headers = secret === undefined ? { [SECRET_HEADERS[channel]]: [] } : {}
    const answer = await post(channel, body, { secret: secret ?? '', headers })
    expect([401, 403]).toContain(answer.status)
    // Nor is anything read before the secret: what would be refused for its form is refused for the secret.
    const malformed = await post(channel, '{', { secret: secret ?? '', headers })
    expect([401, 403]).toContain(malformed.status)
    expect(await inbox()).toBe(before)
  })

  test('a body over 256 KiB is refused, with and without its length', async () => {
    const before = await inbox()
    const padding = { padding: 'x'.repeat(LARGEST_BODY) }
    const large = JSON.stringify({ ...(message(channel, stranger(channel)) as object), ...padding })
    expect((await post(channel, large)).status).toBe(413)
    expect((await post(channel, { chunked: large })).status).toBe(413)
    expect(await inbox()).toBe(before)
  })

  test('a body just below that is taken, with and without its length', async () => {
    const fill = (body: object): string => {
      const length = Buffer.byteLength(JSON.stringify({ ...body, padding: '' }))
      return JSON.stringify({ ...body, padding: 'x'.repeat(LARGEST_BODY - length) })
    }
    const one = fill(message(channel, stranger(channel)) as object)
    expect(Buffer.byteLength(one)).toBe(LARGEST_BODY)
    expect((await post(channel, one)).status).toBe(200)
    const other = fill(message(channel, stranger(channel)) as object)
    expect((await post(channel, { chunked: other })).status).toBe(200)
    await allHandled()
  })

  test.each([
    ['nothing', ''],
    ['half a message', '{"update_id": 1, "mess'],
    ['an array', '[{"update_id": 1}]'],
    ['a number', '7'],
    ['null', 'null'],
    ['a string', '"xin chào"'],
    ['bytes that are no text', '\uFFFF\u0000\u0001'],
    ['a form', 'update_id=1&message=hello'],
    ['ten thousand brackets', '['.repeat(10_000)],
    ['a prototype', '{"__proto__": {"message": {}}, "constructor": 1}'],
  ])('%s is answered below 500 and has no consequence', async (_what, body) => {
    const before = await inbox()
    for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded', ''])
      expect(
        (await post(channel, body, { headers: { 'content-type': type } })).status,
      ).toBeLessThan(500)
    const without = await post(channel, { chunked: body }, { headers: { 'content-type': [] } })
    expect(without.status).toBeLessThan(500)
    expect(await inbox()).toBe(before)
  })

  test('a message counts also under another content type', async () => {
    const chat = stranger(channel)
    const headers = { 'content-type': 'text/plain' }
    expect((await send(channel, message(channel, chat), { headers })).status).toBe(200)
    await eventually(() => heardBy(channel, chat).length === 1, 'the stranger is answered')
  })

  test('whatever is made of events, it is answered 200 or refused, and the product lives on', async () => {
    const bodies = events.map(({ body }) => body)
    await fc.assert(
      fc.asyncProperty(mutated(bodies), async (body) => {
        const text = JSON.stringify(body) as string | undefined
        const { status } = await post(channel, text ?? 'undefined')
        expect([200, 400]).toContain(status)
      }),
      { numRuns: 250 },
    )
    await allHandled()
    expect(await countOf(`from inbox where outcome = 'failed' or attempts > 0`)).toBe(0)
  })

  test('is asked for with POST only', async () => {
    const { status } = await fetch(`http://127.0.0.1:${house.port}/webhooks/${channel}`)
    expect(status).toBe(404)
  })
})

test('the flat and the wrapped form of one Zalo message are one', async () => {
  const chat = stranger('zalo')
  const flat = message('zalo', chat)
  await Promise.all([send('zalo', flat), send('zalo', { ok: true, result: flat })])
  await send('zalo', { ok: true, result: flat })
  await allHandled()
  expect(await countOf(`from inbox where address like '%:${chat}'`)).toBe(1)
  expect(heardBy('zalo', chat).length).toBe(1)
})

test('what Zalo hides is explained once a day, and without a chat not at all', async () => {
  const chat = stranger('zalo')
  const hidden = () => {
    const { message: own } = message('zalo', chat) as { message: object }
    return {
      event_name: 'message.unsupported.received',
      message: { ...own, text: undefined },
    }
  }
  for (let n = 0; n < 3; n += 1) expect((await send('zalo', hidden())).status).toBe(200)
  const bare = { event_name: 'message.unsupported.received' }
  expect((await send('zalo', bare)).status).toBe(200)
  await allHandled()
  expect(heardBy('zalo', chat).length).toBe(1)
})

test('a pressed button of which nobody knows is acknowledged and changes nothing', async () => {
  const chat = stranger('telegram')
  const press = {
    update_id: 7_000_001,
    callback_query: {
      id: '4711',
      from: { id: Number(chat), is_bot: false, first_name: 'x' },
      message: { message_id: 1, date: 1, chat: { id: Number(chat), type: 'private' } },
      chat_instance: '1',
      data: 'c1:abcdefgh1234:0',
    },
  }
  await send('telegram', press)
  const acknowledged = () =>
    house.telegram.calls.some(
      ({ method, fields }) =>
        method === 'answerCallbackQuery' && fields['callback_query_id'] === '4711',
    )
  await eventually(acknowledged, 'the press is acknowledged', 5000)
  expect(heardBy('telegram', chat)).toEqual([])
})

describe('while the database', () => {
  test('stalls the handling, webhooks are answered and other chats are handled', async () => {
    const stalled = Array.from({ length: 4 }, () => stranger('telegram'))
    for (const chat of stalled) await send('telegram', message('telegram', chat))
    await allHandled()
    const holder = new pg.Client({ connectionString: house.database.url })
    await holder.connect()
    await holder.query('begin')
    await holder.query(
      `select 1 from conversation where split_part(address, ':', 3) = any($1) for update`,
      [stalled],
    )
    try {
      const answers = await Promise.all(
        Array.from({ length: 60 }, (_, n) =>
          send('telegram', message('telegram', stalled[n % stalled.length] ?? '')),
        ),
      )
      expect(answers.every(({ status }) => status === 200)).toBe(true)
      const free = stranger('zalo')
      await send('zalo', message('zalo', free))
      await eventually(() => heardBy('zalo', free).length === 1, 'another chat is answered', 5000)
      for (const chat of stalled) expect(heardBy('telegram', chat).length).toBe(1)
    } finally {
      await holder.query('rollback')
      await holder.end()
    }
    await allHandled()
    for (const chat of stalled) expect(heardBy('telegram', chat).length).toBe(16)
  })

  test('stalls every handling, webhooks are answered', async () => {
    const holder = new pg.Client({ connectionString: house.database.url })
    await holder.connect()
    await holder.query('begin; lock table outbox_part in access exclusive mode')
    // They wait for the table as well, each with a connection.
    const scrapes = Array.from({ length: 6 }, () => metricsText())
    try {
      const answers: Answered[] = []
      for (let n = 0; n < 40; n += 1) {
        const chat = stranger('telegram')
        answers.push(await send('telegram', message('telegram', chat)))
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      expect(answers.every(({ status }) => status === 200)).toBe(true)
    } finally {
      await holder.query('rollback')
      await holder.end()
    }
    for (const text of await Promise.all(scrapes)) expect(text).toContain('thi_dua_outbox_parts')
    await allHandled()
    expect(await countOf(`from inbox where state <> 'done'`)).toBe(0)
  })

  test('lets the handling fail, webhooks are answered 200 all the same, and people later, once', async () => {
    const chat = stranger('telegram')
    await house.tables.rows('alter table channel_account rename to channel_account_away')
    try {
      for (let n = 0; n < 3; n += 1)
        expect((await send('telegram', message('telegram', chat))).status).toBe(200)
      await house.tables.until(
        `select exists (select 1 from inbox where address like '%:${chat}' and attempts > 0) as holds`,
      )
    } finally {
      await house.tables.rows('alter table channel_account_away rename to channel_account')
    }
    await allHandled()
    expect(heardBy('telegram', chat).length).toBe(3)
  })

  test('is away, a webhook is answered 5xx; sent again it is taken and answered once', async () => {
    const chat = stranger('zalo')
    const event = message('zalo', chat)
    const away = await takeAway(house.database.url)
    expect((await send('zalo', event)).status).toBeGreaterThanOrEqual(500)
    const ready = await fetch(`http://127.0.0.1:${house.port}/health/ready`)
    expect(ready.status).toBe(503)
    const live = await fetch(`http://127.0.0.1:${house.port}/health/live`)
    expect(live.status).toBe(200)
    await away.bringBack()
    await eventually(async () => (await send('zalo', event)).status === 200, 'it is taken again')
    await eventually(() => heardBy('zalo', chat).length === 1, 'the stranger is answered')
    await send('zalo', event)
    await allHandled()
    expect(heardBy('zalo', chat).length).toBe(1)
  })
})

describe('what the operator sees', () => {
  test('holds no token, no secret and no word of anybody', async () => {
    await allHandled()
    const shown = [await metricsText(), house.product.output()]
    const bodies = await Promise.all([
      post('zalo', '{'),
      post('telegram', JSON.stringify(message('telegram', '1')), { secret: 'wrong' }),
    ])
    shown.push(...bodies.map(({ body }) => body))
    for (const channel of CHANNELS) {
      const token = house.tokens[channel]
      const half = token.split(':')[1] ?? ''
      for (const text of shown)
        for (const hidden of [token, encodeURIComponent(token), half, house.secrets[channel]])
          expect(text).not.toContain(hidden)
    }
    for (const text of shown) {
      expect(text).not.toContain(PRIVATE)
      expect(text).not.toContain('xin chào')
      expect(text).not.toContain(new URL(house.database.url).password || '\0')
    }
  })

  test('adds up: received = done + waiting + for a person', async () => {
    await allHandled()
    const metrics = await metricsText()
    const value = (state: string): number =>
      Number(
        new RegExp(`thi_dua_inbox_events\\{state="${state}"\\} (\\d+)`, 'u').exec(metrics)?.[1],
      )
    expect(value('received')).toBe(await inbox())
    expect(value('received')).toBe(value('done') + value('waiting') + value('for-person'))
    expect(value('waiting')).toBe(0)
  })

  test.each([
    { 'x-forwarded-for': '127.0.0.1' },
    { forwarded: 'for=127.0.0.1' },
    { 'x-forwarded-for': '' },
  ])('is not for who comes through a proxy: %o', async (headers) => {
    const answer = await fetch(`http://127.0.0.1:${house.port}/metrics`, { headers })
    expect(answer.status).toBe(404)
    expect(await answer.text()).not.toContain('thi_dua')
  })

  const own = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ internal, family }) => !internal && family === 'IPv4')

  test.runIf(own)('is not for other machines, while the webhooks are', async () => {
    const root = `http://${own?.address ?? ''}:${house.port}`
    expect((await fetch(`${root}/metrics`)).status).toBe(404)
    expect((await fetch(`${root}/health/live`)).status).toBe(200)
    expect((await fetch(`${root}/webhooks/zalo`, { method: 'POST', body: '{}' })).status).toBe(401)
  })
})

async function metricsText(): Promise<string> {
  return (await fetch(`http://127.0.0.1:${house.port}/metrics`)).text()
}

/** Makes the database unreachable, as when its server is down: connections are cut, new ones refused. */
async function takeAway(url: string): Promise<{ bringBack(): Promise<void> }> {
  const name = new URL(url).pathname.slice(1)
  const server = new URL(url)
  server.pathname = '/postgres'
  const asAdmin = async (...statements: string[]): Promise<void> => {
    const client = new pg.Client({ connectionString: server.href })
    await client.connect()
    for (const sql of statements) await client.query(sql)
    await client.end()
  }
  await asAdmin(
    `alter database "${name}" with allow_connections false`,
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
  )
  return {
    bringBack: () => asAdmin(`alter database "${name}" with allow_connections true`),
  }
}
