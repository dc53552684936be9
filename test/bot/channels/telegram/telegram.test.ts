import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openDispatcher } from '../../../../bot/channels/http-exchange.ts'
import { createTelegramChannel } from '../../../../bot/channels/telegram/telegram.ts'
import type { Address, Channel, DeliveryResult } from '../../../../core/delivery/channel.ts'
import { describeChannelContract } from '../../../contracts/channel-contract.ts'
import { BOTS } from '../fixtures.ts'
import { startScriptedServer, type Reply, type ScriptedServer } from '../scripted-server.ts'

const bot = BOTS.telegram
const token = `${bot.botId}:AAE-dien_thu-4f0c7b21d9e8a6b5c3d2`
const address = `telegram:${bot.botId}:5001` as Address
const never = new AbortController().signal
const dispatcher = openDispatcher()

describeChannelContract({
  name: 'telegram',
  token,
  secretHeader: 'x-telegram-bot-api-secret-token',
  textLimit: 4096,
  address,
  accepted: { json: { ok: true, result: { message_id: 991, date: 1759716000 } }, receipt: '991' },
  create: (options) => createTelegramChannel({ ...bot, token, ...options }),
})

let server: ScriptedServer
let channel: Channel

beforeAll(async () => {
  server = await startScriptedServer()
  channel = createTelegramChannel({ ...bot, token, apiRoot: server.url, dispatcher })
})
beforeEach(() => {
  server.received.length = 0
})
afterAll(async () => {
  await dispatcher.destroy()
  await server.close()
})

const choices = {
  id: 'a1B2c3',
  options: [
    { key: 'x', label: 'Xã Vân Thủy' },
    { key: 't', label: 'Thị trấn Chi Lăng' },
  ],
}

describe('a message with choices', () => {
  test('has a button for each, on its last part only', () => {
    const text = 'Danh sách dài. '.repeat(500)
    const parts = channel.render({ kind: 'text', text, choices })
    expect(parts.length).toBeGreaterThan(1)
    expect(parts.slice(0, -1).every(({ payload }) => payload.reply_markup === undefined)).toBe(true)
    expect(parts.at(-1)?.payload.reply_markup).toEqual({
      inline_keyboard: [
        [{ text: '1 · Xã Vân Thủy', callback_data: 'c1:a1B2c3:0' }],
        [{ text: '2 · Thị trấn Chi Lăng', callback_data: 'c1:a1B2c3:1' }],
      ],
    })
  })

  test('has no more than a hundred buttons, and every option in its text', () => {
    const options = Array.from({ length: 130 }, (_, index) => ({ key: `${index}`, label: 'Xã' }))
    const [part] = channel.render({ kind: 'text', text: 'Chọn', choices: { id: 'a', options } })
    const { inline_keyboard } = part?.payload.reply_markup as { inline_keyboard: unknown[] }
    expect(inline_keyboard).toHaveLength(100)
    expect(part?.payload.text).toContain('130. Xã')
  })

  test('has no keyboard when there is nothing to choose', () => {
    const [part] = channel.render({
      kind: 'text',
      text: 'Xin chào',
      choices: { id: 'a', options: [] },
    })
    expect(part?.payload).toEqual({ method: 'sendMessage', text: 'Xin chào' })
  })

  test('reaches a forum topic with its buttons', async () => {
    server.answer({ json: { ok: true, result: { message_id: 5 } } })
    const [part] = channel.render({ kind: 'text', text: 'Chọn', choices })
    const topic = `telegram:${bot.botId}:-1001900000001/77` as Address
    expect(await channel.deliver(topic, part!, never)).toEqual({ status: 'sent', receipt: '5' })
    expect(server.received[0]?.body).toEqual({
      chat_id: -1001900000001,
      message_thread_id: 77,
      text: 'Chọn\n\n1. Xã Vân Thủy\n2. Thị trấn Chi Lăng',
      reply_markup: part?.payload.reply_markup,
    })
  })
})

describe('a refused message', () => {
  const refuse = (error_code: number, description: string, parameters?: object): Reply => ({
    status: error_code,
    json: { ok: false, error_code, description, ...(parameters && { parameters }) },
  })
  const deliver = (reply: Reply): Promise<DeliveryResult> => {
    server.answer(reply)
    const [part] = channel.render({ kind: 'text', text: 'Nhắc hạn' })
    return channel.deliver(address, part!, never)
  }
  const unreachable = (reason: string) => ({ status: 'unreachable-recipient', reason })

  test.each([
    ['Forbidden: bot was blocked by the user', 'blocked'],
    ['Forbidden: user is deactivated', 'gone'],
    ['Forbidden: the group chat was deleted', 'gone'],
    ['Forbidden: bot was kicked from the supergroup chat', 'kicked'],
    ['Forbidden: bot is not a member of the channel chat', 'kicked'],
    ["Forbidden: bot can't initiate conversation with a user", 'never-contacted'],
  ])('403 %s makes the recipient unreachable', async (description, reason) => {
    expect(await deliver(refuse(403, description))).toEqual(unreachable(reason))
  })

  test('400 chat not found makes the recipient unreachable', async () => {
    const reply = refuse(400, 'Bad Request: chat not found')
    expect(await deliver(reply)).toEqual(unreachable('gone'))
  })

  test.each([400, 403])('%i with the new id of a group tells where it moved', async (code) => {
    const parameters = { migrate_to_chat_id: -1001900000001 }
    const reply = refuse(code, 'group chat was upgraded to a supergroup chat', parameters)
    expect(await deliver(reply)).toEqual({
      ...unreachable('gone'),
      movedTo: `telegram:${bot.botId}:-1001900000001`,
    })
  })

  test('any other 400 rejects the message', async () => {
    const rejected = { status: 'rejected', scope: 'message', code: '400' }
    expect(await deliver(refuse(400, 'Bad Request: message is too long'))).toEqual(rejected)
  })

  test('404 is a matter of the account', async () => {
    const rejected = { status: 'rejected', scope: 'account', code: '404' }
    expect(await deliver(refuse(404, 'Not Found'))).toEqual(rejected)
  })

  test.each([1, 7, 73_414])('429 delays the recipient by the %i s asked for', async (seconds) => {
    const reply = refuse(429, 'Too Many Requests', { retry_after: seconds })
    expect(await deliver(reply)).toEqual({
      status: 'retry-after',
      delayMs: seconds * 1000,
      scope: 'recipient',
      reason: 'flood',
    })
  })

  test("a gateway's 403 says nothing about the recipient", async () => {
    const outage = { status: 'retry-after', scope: 'account', reason: 'outage' }
    expect(await deliver({ status: 403, html: 'Access denied' })).toMatchObject(outage)
  })
})

describe('acknowledge', () => {
  test('answers the callback query, with a note of at most 200 characters', async () => {
    server.answer({ json: { ok: true, result: true } })
    await channel.acknowledge('4382bf', 'Lựa chọn đã hết hạn. '.repeat(20))
    const { method, body } = server.received[0]!
    expect(method).toBe('answerCallbackQuery')
    expect(body).toMatchObject({ callback_query_id: '4382bf' })
    expect((body as { text: string }).text).toHaveLength(200)
  })
})

describe('fetchMedia', () => {
  const jpeg = Buffer.from('ffd8ffe000104a464946', 'hex')
  const fetchMedia = (file: object, download: Reply) => {
    server.answer(({ method }) =>
      method === 'getFile' ? { json: { ok: true, result: file } } : download,
    )
    return channel.fetchMedia('AgAC-a-l', never)
  }

  test('asks where the file is, then downloads it', async () => {
    const result = await fetchMedia({ file_path: 'photos/file_1.jpg' }, { bytes: jpeg })
    expect(result).toEqual({ status: 'fetched', bytes: jpeg, mediaType: 'image/jpeg' })
    expect(server.received.map(({ path }) => path)).toEqual([
      `/bot${token}/getFile`,
      `/file/bot${token}/photos/file_1.jpg`,
    ])
    expect(server.received[0]?.body).toEqual({ file_id: 'AgAC-a-l' })
  })

  test.each(['../../bot1:x/getMe', 'https://example.vn/x', '//example.vn/x', '/etc/passwd'])(
    'the path %s, which leads elsewhere, is not followed',
    async (file_path) => {
      const result = await fetchMedia({ file_path }, { bytes: jpeg })
      expect(result).toEqual({ status: 'refused', reason: 'host' })
      expect(server.received).toHaveLength(1)
    },
  )

  test('a redirect is not followed', async () => {
    const away: Reply = { status: 302, html: '', headers: { location: `${server.url}/x` } }
    const result = await fetchMedia({ file_path: 'photos/1.jpg' }, away)
    expect(result).toEqual({ status: 'refused', reason: 'host' })
    expect(server.received).toHaveLength(2)
  })

  test.each<[string, object, Reply, object]>([
    [
      'announced as too large',
      { file_path: 'a', file_size: 30_000_000 },
      { html: '' },
      { reason: 'too-large' },
    ],
    ['without a path', {}, { html: '' }, { reason: 'gone' }],
    ['no longer there', { file_path: 'a' }, { status: 404, html: '' }, { reason: 'gone' }],
  ])('a file %s is refused', async (_what, file, download, refusal) => {
    expect(await fetchMedia(file, download)).toEqual({ status: 'refused', ...refusal })
  })

  test.each<[string, Reply]>([
    ['an outage', { status: 503, html: '' }],
    ['a flood', { status: 429, html: '' }],
    ['a cut connection', 'reset'],
  ])('%s is tried again', async (_what, reply) => {
    expect(await fetchMedia({ file_path: 'a' }, reply)).toEqual({ status: 'retry' })
    server.answer(reply)
    expect(await channel.fetchMedia('AgAC', never)).toEqual({ status: 'retry' })
  })

  test.each([
    ['Bad Request: file is too big', 'too-large'],
    ['Bad Request: wrong file_id or the file is temporarily unavailable', 'gone'],
  ])('%s is refused', async (description, reason) => {
    server.answer({ status: 400, json: { ok: false, error_code: 400, description } })
    expect(await channel.fetchMedia('AgAC', never)).toEqual({ status: 'refused', reason })
  })
})

test('without its name the bot hears commands and replies in a group, and no mention', () => {
  const nameless = createTelegramChannel({ botId: bot.botId, token, dispatcher })
  const say = (text: string, type: string, length: number) =>
    nameless.parse(
      {
        update_id: 1,
        message: {
          message_id: 1,
          date: 1759715990,
          from: { id: 5001, is_bot: false, first_name: 'Hoa (diễn thử)' },
          chat: { id: -7, type: 'group' },
          text,
          entities: [{ type, offset: 0, length }],
        },
      },
      1759716000000,
    )
  expect(say('/han@ThiDuaMauBot', 'bot_command', 17)).toMatchObject({
    event: { text: '/han' },
  })
  expect(say('@ThiDuaMauBot hạn', 'mention', 13)).toMatchObject({ reason: 'message.unaddressed' })
})

test.each([
  ['an own message', 5001, '7'],
  ["somebody else's message", 5002, undefined],
])('an answer to %s says so only where it is of use', (_name, author, repliesTo) => {
  const person = (id: number) => ({ id, is_bot: false, first_name: 'x' })
  const message = {
    message_id: 8,
    date: 1759716000,
    chat: { id: 5001, type: 'private', first_name: 'x' },
    from: person(5001),
    text: 'sửa 20 thành 25',
  }
  const reply_to_message = { ...message, message_id: 7, from: person(author) }
  const body = { update_id: 1, message: { ...message, reply_to_message } }
  const parsed = channel.parse(body, 1759716000_000)
  expect(parsed.ok && 'repliesTo' in parsed.event ? parsed.event.repliesTo : undefined).toBe(
    repliesTo,
  )
})

test("an answer to the bot's own message brings its words with it", () => {
  const message = {
    message_id: 8,
    date: 1759716000,
    chat: { id: 5001, type: 'private', first_name: 'x' },
    from: { id: 5001, is_bot: false, first_name: 'x' },
    text: 'sửa 20 thành 25',
    reply_to_message: {
      message_id: 7,
      from: { id: Number(bot.botId), is_bot: true, first_name: 'x' },
      text: '✅ Đã ghi nhận BC-0001',
    },
  }
  expect(channel.parse({ update_id: 1, message }, 1759716000_000)).toMatchObject({
    event: { answers: '✅ Đã ghi nhận BC-0001' },
  })
})
