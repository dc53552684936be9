import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { TelegramStandIn } from '../../../../bot/simulator/telegram/stand-in.ts'
import { eventually, MORNING, telegram, telegramCall } from '../stand-ins.ts'

type Update = { readonly update_id: number; readonly message?: { readonly text?: string } }

async function poll(standIn: TelegramStandIn, fields: object = {}): Promise<Update[]> {
  const { body } = await telegramCall(standIn, 'getUpdates', fields)
  return body.result as Update[]
}

function texts(updates: readonly Update[]): (string | undefined)[] {
  return updates.map(({ message }) => message?.text)
}

async function withHoa(options: Parameters<typeof telegram>[0] = {}) {
  const standIn = await telegram(options)
  return { standIn, id: standIn.createUser({ firstName: 'Hoa' }).id }
}

test('updates come in order until an offset confirms them', async () => {
  const { standIn, id } = await withHoa()
  for (const text of ['một', 'hai', 'ba']) standIn.userSends(id, text)
  const first = await poll(standIn)
  expect(texts(first)).toEqual(['một', 'hai', 'ba'])
  expect(first[2]!.update_id).toBe(first[0]!.update_id + 2)
  expect(texts(await poll(standIn, { limit: 1 }))).toEqual(['một'])
  expect(texts(await poll(standIn, { offset: first[1]!.update_id }))).toEqual(['hai', 'ba'])
  expect(texts(await poll(standIn))).toEqual(['hai', 'ba'])
  expect(await poll(standIn, { offset: first[2]!.update_id + 1 })).toEqual([])
})

test('a negative offset keeps only that many from the end', async () => {
  const { standIn, id } = await withHoa()
  for (const text of ['một', 'hai', 'ba']) standIn.userSends(id, text)
  expect(texts(await poll(standIn, { offset: -1 }))).toEqual(['ba'])
  expect(texts(await poll(standIn))).toEqual(['ba'])
})

test('a long poll ends with the update that arrives, or empty after its time', async () => {
  const { standIn, id } = await withHoa()
  const waiting = poll(standIn, { timeout: 20 })
  await sleep(150)
  standIn.userSends(id, 'đến rồi')
  expect(texts(await waiting)).toEqual(['đến rồi'])
  const { update_id } = (await poll(standIn))[0]!
  const from = performance.now()
  expect(await poll(standIn, { timeout: 1, offset: update_id + 1 })).toEqual([])
  expect(performance.now() - from).toBeGreaterThanOrEqual(990)
})

test('a second poller ends the first with 409', async () => {
  const { standIn } = await withHoa()
  const first = telegramCall(standIn, 'getUpdates', { timeout: 20 })
  await sleep(150)
  const second = telegramCall(standIn, 'getUpdates', { timeout: 1 })
  expect(await first).toMatchObject({
    status: 409,
    body: { description: expect.stringContaining('other getUpdates request') as string },
  })
  expect((await second).body).toEqual({ ok: true, result: [] })
})

test('polling is refused with 409 while a webhook is set, and a webhook ends a waiting poll', async () => {
  const { standIn } = await withHoa()
  const waiting = telegramCall(standIn, 'getUpdates', { timeout: 20 })
  await sleep(150)
  await telegramCall(standIn, 'setWebhook', { url: 'http://127.0.0.1:1/hook' })
  expect((await waiting).status).toBe(409)
  expect(await telegramCall(standIn, 'getUpdates')).toMatchObject({
    status: 409,
    body: { description: expect.stringContaining('webhook is active') as string },
  })
  await telegramCall(standIn, 'deleteWebhook')
  expect((await telegramCall(standIn, 'getUpdates')).status).toBe(200)
})

test('types that were not asked for do not come, and the choice lasts until another', async () => {
  const { standIn, id } = await withHoa()
  await poll(standIn, { allowed_updates: ['callback_query'] })
  expect(standIn.userSends(id, 'không ai nghe').updateId).toBeUndefined()
  expect(await poll(standIn)).toEqual([])
  await poll(standIn, { allowed_updates: [] })
  standIn.userSends(id, 'nghe lại')
  expect(texts(await poll(standIn))).toEqual(['nghe lại'])
  const unknown = { allowed_updates: ['everything'] }
  expect((await telegramCall(standIn, 'getUpdates', unknown)).status).toBe(400)
})

test('what nobody fetched within 24 hours is gone', async () => {
  let now = MORNING
  const { standIn, id } = await withHoa({ clock: () => now })
  standIn.userSends(id, 'cũ')
  now += 23 * 3_600_000
  standIn.userSends(id, 'mới')
  now += 2 * 3_600_000
  expect(texts(await poll(standIn))).toEqual(['mới'])
})

test('stand-ins with other random numbers number their updates otherwise', async () => {
  const first = await withHoa()
  const second = await withHoa({ random: () => 0.25 })
  const numbers = [first, second].map(({ standIn, id }) => standIn.userSends(id, 'a').updateId)
  expect(Math.abs(numbers[0]! - numbers[1]!)).toBeGreaterThan(1000)
})

describe('setWebhook', () => {
  test.each([
    ['http', { url: 'http://bot.example.vn/hook' }, /HTTPS URL must be provided/],
    ['another port', { url: 'https://bot.example.vn:9000/' }, /ports 80, 88, 443 or 8443/],
    ['no URL', { url: 'hook' }, /HTTPS URL must be provided/],
    [
      'a secret with a space',
      { url: 'https://bot.example.vn/', secret_token: 'a b' },
      /unallowed characters/,
    ],
  ])('%s is refused', async (_name, fields, description) => {
    const standIn = await telegram()
    const { status, body } = await telegramCall(standIn, 'setWebhook', fields)
    expect(status).toBe(400)
    expect(body.description).toMatch(description)
    expect(standIn.webhookInfo().url).toBe('')
  })

  test('getWebhookInfo tells the address, what waits and the last error', async () => {
    const { standIn, id } = await withHoa()
    standIn.userSends(id, 'chờ')
    const url = 'http://127.0.0.1:1/hook'
    const fields = { url, max_connections: 5, allowed_updates: ['message'] }
    expect((await telegramCall(standIn, 'setWebhook', fields)).body).toEqual({
      ok: true,
      result: true,
    })
    await eventually(() => expect(standIn.webhookInfo().last_error_date).toBeDefined())
    expect((await telegramCall(standIn, 'getWebhookInfo')).body.result).toEqual({
      url,
      has_custom_certificate: false,
      pending_update_count: 1,
      max_connections: 5,
      last_error_date: MORNING / 1000,
      last_error_message: 'Connection failed',
      allowed_updates: ['message'],
    })
    await telegramCall(standIn, 'deleteWebhook', { drop_pending_updates: true })
    expect(standIn.webhookInfo()).toMatchObject({ url: '', pending_update_count: 0 })
  })

  test('an empty URL removes the webhook', async () => {
    const standIn = await telegram({ webhook: { url: 'http://127.0.0.1:1/hook' } })
    await telegramCall(standIn, 'setWebhook', { url: '' })
    expect(standIn.webhookInfo().url).toBe('')
  })
})
