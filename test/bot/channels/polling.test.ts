import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openDispatcher } from '../../../bot/channels/http-exchange.ts'
import { runPolling, type PollNotice, type UpdateSource } from '../../../bot/channels/polling.ts'
import { TelegramApi } from '../../../bot/channels/telegram/api.ts'
import { telegramUpdates, zaloUpdates } from '../../../bot/channels/update-sources.ts'
import { createZaloApi } from '../../../bot/channels/zalo/api.ts'
import { startScriptedServer, type Reply, type ScriptedServer } from './scripted-server.ts'

let server: ScriptedServer
const dispatcher = openDispatcher()
const token = '7000000001:AAE-dien_thu-4f0c7b21d9e8a6b5c3d2'

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

const endpoint = () => ({ token, apiRoot: server.url, dispatcher })
const telegram = () => telegramUpdates(new TelegramApi(endpoint()))
const zalo = () => zaloUpdates(createZaloApi(endpoint()))

const unauthorized: Reply = { status: 401, json: { ok: false, error_code: 401, description: '' } }
const noTelegram: Reply = { json: { ok: true, result: [] } }
const noZalo: Reply = { json: { ok: false, error_code: 408, description: 'Request timeout' } }
const updates = (...ids: number[]): Reply => ({
  json: { ok: true, result: ids.map((update_id) => ({ update_id })) },
})
const zaloEvent = (id: string): Reply => ({
  json: { ok: true, result: { event_name: 'message.text.received', message: { message_id: id } } },
})

/** Answers in turn, then refuses the token, which ends the loop. */
function answerInTurn(...replies: Reply[]): void {
  let turn = 0
  server.answer(() => replies[turn++] ?? unauthorized)
}

/** Polls until the token is refused, without waiting. */
async function poll(
  source: UpdateSource,
  store: (update: unknown) => Promise<void> = () => Promise.resolve(),
) {
  const stored: unknown[] = []
  const waits: number[] = []
  const notices: PollNotice[] = []
  let alarms = 0
  await runPolling({
    source,
    store: async (update) => {
      await store(update)
      stored.push(update)
    },
    signal: new AbortController().signal,
    alarm: () => (alarms += 1),
    notify: (notice) => notices.push(notice),
    random: () => 1,
    sleep: async (ms) => {
      waits.push(ms)
      await nextTurn()
    },
  })
  return { stored, waits, notices, alarms }
}

const bodies = () => server.received.map(({ body }) => body)

describe('polling Telegram', () => {
  test('an update is confirmed only after it is stored, and only once', async () => {
    answerInTurn(updates(7, 8), noTelegram, noTelegram)
    const { stored, notices, alarms } = await poll(telegram(), () => {
      expect(server.received).toHaveLength(1)
      return Promise.resolve()
    })
    expect(stored).toEqual([{ update_id: 7 }, { update_id: 8 }])
    const asked = {
      timeout: 25,
      limit: 100,
      allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member'],
    }
    expect(bodies()).toEqual([asked, { ...asked, offset: 9 }, asked, asked])
    expect(server.received.every(({ method }) => method === 'getUpdates')).toBe(true)
    expect(notices).toEqual([])
    expect(alarms).toBe(1)
  })

  test('what could not be stored is not confirmed and comes again', async () => {
    answerInTurn(updates(7, 8, 9), updates(8, 9), noTelegram)
    let failures = 1
    const { stored, notices } = await poll(telegram(), (update) => {
      const isEight = (update as { update_id: number }).update_id === 8
      return isEight && failures-- > 0 ? Promise.reject(new Error('down')) : Promise.resolve()
    })
    expect(stored).toEqual([7, 8, 9].map((update_id) => ({ update_id })))
    expect(bodies()).toMatchObject([{}, { offset: 8 }, { offset: 10 }, {}])
    expect(notices).toMatchObject([{ kind: 'store-failed', waitMs: 1_000 }])
  })

  test('an offset is kept until a call has brought it there', async () => {
    answerInTurn(updates(7), 'reset', noTelegram, noTelegram)
    await poll(telegram())
    expect(bodies()).toMatchObject([{}, { offset: 8 }, { offset: 8 }, {}, {}])
    expect(bodies()[3]).not.toHaveProperty('offset')
  })

  test('failures are met with doubled waits of at most 30 s, and success ends them', async () => {
    const html: Reply = { status: 502, html: 'Bad Gateway' }
    answerInTurn(html, html, 'reset', html, html, html, html, updates(7), html)
    const { waits, notices } = await poll(telegram())
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 1_000])
    expect(notices.map((notice) => notice.kind === 'failed' && notice.cause)).toEqual([
      'outage',
      'outage',
      'not-connected',
      'outage',
      'outage',
      'outage',
      'outage',
      'outage',
    ])
  })

  test('a time that the platform names is waited for', async () => {
    const flood = { ok: false, error_code: 429, description: '', parameters: { retry_after: 47 } }
    answerInTurn({ status: 429, json: flood })
    expect(await poll(telegram())).toMatchObject({
      notices: [{ kind: 'failed', cause: 'flood', waitMs: 47_000 }],
    })
  })

  test('a second poller is waited out', async () => {
    answerInTurn({ status: 409, json: { ok: false, error_code: 409, description: 'Conflict' } })
    expect(await poll(telegram())).toMatchObject({
      notices: [{ kind: 'failed', cause: 'conflict', waitMs: 1_000 }],
      alarms: 1,
    })
  })

  test.each([401, 404])('a token refused with %i ends the loop with one alarm', async (code) => {
    server.answer({ status: code, json: { ok: false, error_code: code, description: '' } })
    expect(await poll(telegram())).toMatchObject({ alarms: 1, waits: [], notices: [] })
    expect(server.received).toHaveLength(1)
  })

  test('what has no update id is left aside, since it could never be confirmed', async () => {
    answerInTurn({ json: { ok: true, result: [{ hello: 'world' }] } })
    const { stored, waits } = await poll(telegram())
    expect(stored).toEqual([])
    expect(waits).toEqual([100])
  })

  test('ending it cuts a wait short, without a word', async () => {
    server.answer('hang')
    const ending = new AbortController()
    const notices: unknown[] = []
    const polling = runPolling({
      source: telegram(),
      store: () => Promise.resolve(),
      signal: ending.signal,
      alarm: () => notices.push('alarm'),
      notify: (notice) => notices.push(notice),
    })
    setTimeout(() => ending.abort(), 60)
    await polling
    expect(notices).toEqual([])
  })
})

describe('polling Zalo', () => {
  test('an empty poll is no error and causes no back-off', async () => {
    answerInTurn(noZalo, { json: { ok: true, result: {} } }, { json: { ok: true } }, noZalo)
    const { waits, notices } = await poll(zalo())
    expect(notices).toEqual([])
    expect(waits).toEqual([100, 100, 100, 100])
    expect(bodies()[0]).toEqual({ timeout: 5 })
  })

  test('events are stored one by one as they come', async () => {
    answerInTurn(zaloEvent('a'), zaloEvent('b'), noZalo)
    const { stored, waits } = await poll(zalo())
    expect(stored).toMatchObject([
      { message: { message_id: 'a' } },
      { message: { message_id: 'b' } },
    ])
    expect(waits).toEqual([100])
  })

  test('what could not be stored is tried again before the next is asked for', async () => {
    answerInTurn(zaloEvent('a'), zaloEvent('b'))
    let failures = 3
    const { stored, notices } = await poll(zalo(), () => {
      if (failures-- <= 0) return Promise.resolve()
      expect(server.received).toHaveLength(1)
      return Promise.reject(new Error('down'))
    })
    expect(stored).toHaveLength(2)
    expect(notices.map(({ waitMs }) => waitMs)).toEqual([1_000, 2_000, 4_000])
  })

  test.each<[string, Reply, string]>([
    ['a flood page', { status: 429, html: '<h1>429</h1>' }, 'flood'],
    ['an outage page', { status: 504, html: 'Timeout' }, 'outage'],
    ['a page of success', { html: 'OK' }, 'outage'],
    ['a webhook that is set', { json: { ok: false, error_code: 400 } }, 'refused'],
    ['a second poller', { json: { ok: false, error_code: 409 } }, 'conflict'],
  ])('%s is met with a wait', async (_what, reply, cause) => {
    answerInTurn(reply)
    expect(await poll(zalo())).toMatchObject({
      notices: [{ kind: 'failed', cause, waitMs: 1_000 }],
      alarms: 1,
    })
  })

  test('an event on its way when the loop is ended is still stored', async () => {
    const ending = new AbortController()
    server.answer(() => {
      ending.abort()
      return zaloEvent('last')
    })
    const stored: unknown[] = []
    await runPolling({
      source: zalo(),
      store: (update) => Promise.resolve(void stored.push(update)),
      signal: ending.signal,
      alarm: () => stored.push('alarm'),
    })
    expect(stored).toMatchObject([{ message: { message_id: 'last' } }])
  })
})

test('waits are spread by chance over their second half', async () => {
  answerInTurn('reset')
  const waits: number[] = []
  await runPolling({
    source: zalo(),
    store: () => Promise.resolve(),
    signal: new AbortController().signal,
    alarm: () => waits.push(-1),
    random: () => 0,
    sleep: (ms) => Promise.resolve(void waits.push(ms)),
  })
  expect(waits).toEqual([500, -1])
})
