import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openDispatcher } from '../../../bot/channels/http-exchange.ts'
import { createTelegramChannel } from '../../../bot/channels/telegram/telegram.ts'
import { telegramWebhook, zaloWebhook } from '../../../bot/channels/webhooks.ts'
import { createZaloChannel } from '../../../bot/channels/zalo/zalo.ts'
import { startScriptedServer, type ScriptedServer } from './scripted-server.ts'

let server: ScriptedServer
const dispatcher = openDispatcher()
const token = '7000000001:AAE-dien_thu-4f0c7b21d9e8a6b5c3d2'
const secret = 'bi-mat-dien-thu_0123456789'

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
const methods = () => server.received.map(({ method }) => method)

describe("Telegram's webhook", () => {
  const url = 'https://thidua.example.vn/webhooks/telegram'
  const info = { url, pending_update_count: 2, last_error_message: `GET /bot${token}/ failed` }

  test('is set with its secret and the kinds of update we read', async () => {
    server.answer(({ method }) => ({
      json: { ok: true, result: method === 'setWebhook' ? true : info },
    }))
    const report = await telegramWebhook(endpoint()).set(url, secret)
    expect(server.received[0]?.body).toEqual({
      url,
      secret_token: secret,
      allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member'],
      max_connections: 40,
    })
    expect(methods()).toEqual(['setWebhook', 'getWebhookInfo'])
    expect(report).toMatchObject({ ok: true, url, details: { pending_update_count: 2 } })
    expect(JSON.stringify(report)).not.toContain(token.split(':')[1])
  })

  test('is shown and removed', async () => {
    server.answer({ json: { ok: true, result: { url: '', pending_update_count: 0 } } })
    const none = { ok: true, url: '', details: { pending_update_count: 0 } }
    expect(await telegramWebhook(endpoint()).show()).toEqual(none)
    expect(await telegramWebhook(endpoint()).remove()).toEqual(none)
    expect(methods()).toEqual(['getWebhookInfo', 'deleteWebhook', 'getWebhookInfo'])
  })

  test('that is refused is explained in the words of the platform, without the token', async () => {
    const description = `Bad Request: bad webhook ${url} (${token})`
    server.answer({ status: 400, json: { ok: false, error_code: 400, description } })
    expect(await telegramWebhook(endpoint()).set(url, secret)).toEqual({
      ok: false,
      code: '400',
      explanation: `Bad Request: bad webhook ${url} ([redacted])`,
    })
  })
})

describe("Zalo's webhook", () => {
  const url = 'https://thidua.example.vn/webhooks/zalo'

  test('is set with its secret and shows what the probe found', async () => {
    const verification = { ok: false, outcome: 'webhook.http.403', status_code: 403, hint: 'WAF' }
    server.answer({ json: { ok: true, result: { url, updated_at: 1759716000000, verification } } })
    expect(await zaloWebhook(endpoint()).set(url, secret)).toEqual({
      ok: true,
      url,
      details: {
        updated_at: 1759716000000,
        'verification.ok': false,
        'verification.outcome': 'webhook.http.403',
        'verification.status_code': 403,
        'verification.hint': 'WAF',
      },
    })
    expect(server.received[0]?.body).toEqual({ url, secret_token: secret })
  })

  test('is shown and removed', async () => {
    server.answer({ json: { ok: true, result: { url: '', updated_at: 1 } } })
    const none = { ok: true, url: '', details: { updated_at: 1 } }
    expect(await zaloWebhook(endpoint()).show()).toEqual(none)
    expect(await zaloWebhook(endpoint()).remove()).toEqual(none)
    expect(methods()).toEqual(['getWebhookInfo', 'deleteWebhook', 'getWebhookInfo'])
  })

  test.each<[string, 'reset' | { html: string }, string]>([
    ['a cut connection', 'reset', 'no-answer'],
    ['a page', { html: 'hello' }, 'unreadable'],
  ])('%s is reported and not thrown', async (_what, reply, code) => {
    server.answer(reply)
    expect(await zaloWebhook(endpoint()).show()).toEqual({ ok: false, code, explanation: '' })
  })
})

test('making a channel makes no call', async () => {
  createTelegramChannel({ ...endpoint(), botId: '7000000001', secret })
  createZaloChannel({ ...endpoint(), botId: '7000000001', secret })
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(server.received).toEqual([])
})
