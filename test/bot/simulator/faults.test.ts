import { Telegram } from 'telegraf'
import { describe, expect, test } from 'vitest'
import type { CommonFault, FaultTarget } from '../../../bot/simulator/faults.ts'
import {
  eventually,
  TELEGRAM_TOKEN,
  telegram,
  telegramCall,
  ZALO_TOKEN,
  zalo,
  zaloCall,
} from './stand-ins.ts'

const text = 'Nhắc nộp báo cáo'

function sender(url: string, chat_id: string | number) {
  return (signal: AbortSignal | null = null) =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ chat_id, text }),
      signal,
    })
}

async function onTelegram() {
  const standIn = await telegram()
  const { id } = standIn.createUser({ firstName: 'Hoa', started: true })
  return {
    standIn,
    id,
    next: (fault: CommonFault & FaultTarget) => standIn.faults.next(fault),
    send: sender(`${standIn.apiRoot}/bot${TELEGRAM_TOKEN}/sendMessage`, id),
    shown: () => standIn.messages(id).length,
  }
}

async function onZalo() {
  const standIn = await zalo()
  const { id } = standIn.createUser({ displayName: 'Tư', started: true })
  return {
    standIn,
    id,
    next: (fault: CommonFault & FaultTarget) => standIn.faults.next(fault),
    send: sender(`${standIn.apiRoot}/bot${ZALO_TOKEN}/sendMessage`, id),
    shown: () => standIn.messages(id).length,
  }
}

describe.each([
  ['Telegram', onTelegram],
  ['Zalo', onZalo],
])('on %s', (_name, start) => {
  /** Lays the fault, sends, and returns what came back beside how many messages the person sees. */
  async function sendUnder(fault: CommonFault) {
    const { next, send, shown } = await start()
    next({ method: 'sendMessage', ...fault })
    const response = await send()
    return { status: response.status, body: await response.text(), shown: shown() }
  }

  test('a gateway error is a page, with or without the message delivered', async () => {
    const outage = await sendUnder({ kind: 'server-error', status: 502 })
    expect(outage).toMatchObject({ status: 502, shown: 0 })
    expect(outage.body).toContain('<html>')
    const late = await sendUnder({ kind: 'server-error', status: 504, accepted: true })
    expect(late).toMatchObject({ status: 504, shown: 1 })
  })

  test('ok without a message id, and 200 that is no JSON, are delivered', async () => {
    expect(await sendUnder({ kind: 'without-receipt' })).toEqual({
      status: 200,
      body: '{"ok":true,"result":{}}',
      shown: 1,
    })
    const page = await sendUnder({ kind: 'not-json' })
    expect(page).toMatchObject({ status: 200, shown: 1 })
    expect(() => JSON.parse(page.body) as unknown).toThrow()
  })

  test('a dropped socket leaves the message delivered unless said otherwise', async () => {
    const { standIn, next, send, shown } = await start()
    next({ kind: 'dropped' })
    await expect(send()).rejects.toThrow()
    expect(shown()).toBe(1)
    next({ kind: 'dropped', accepted: false })
    await expect(send()).rejects.toThrow()
    expect(shown()).toBe(1)
    expect(standIn.calls.map((entry) => entry.answer)).toEqual(['dropped', 'dropped'])
  })

  test('an answer that never comes leaves the message delivered', async () => {
    const { next, send, shown } = await start()
    next({ kind: 'unanswered' })
    const patience = new AbortController()
    const answer = send(patience.signal)
    await eventually(() => expect(shown()).toBe(1))
    patience.abort()
    await expect(answer).rejects.toThrow('aborted')
  })

  test('a slow answer comes late and whole', async () => {
    const { next, send, shown } = await start()
    next({ kind: 'slow', delayMs: 120 })
    const from = performance.now()
    expect((await send()).status).toBe(200)
    expect(performance.now() - from).toBeGreaterThanOrEqual(115)
    expect(shown()).toBe(1)
  })

  test('a fault strikes as often as told, at its method and chat, and not after clear', async () => {
    const { standIn, next, send, shown } = await start()
    next({ kind: 'server-error', status: 500, times: 2 })
    next({ kind: 'server-error', status: 500, method: 'sendPhoto' })
    next({ kind: 'server-error', status: 500, chat: 'somebody-else' })
    const answers = [await send(), await send(), await send()]
    expect(answers.map(({ status }) => status)).toEqual([500, 500, 200])
    expect(shown()).toBe(1)
    next({ kind: 'server-error', status: 500, times: Infinity })
    expect((await send()).status).toBe(500)
    standIn.faults.clear()
    expect((await send()).status).toBe(200)
  })
})

describe('Telegram’s own', () => {
  test('telegraf reads retry_after, the block, the lost chat and the moved chat', async () => {
    const { standIn, id, shown } = await onTelegram()
    const bot = new Telegram(TELEGRAM_TOKEN, { apiRoot: standIn.apiRoot })
    const failing = async () => bot.sendMessage(id, text).catch((error: unknown) => error)
    standIn.faults.next({ kind: 'rate-limited', retryAfter: 2, chat: id })
    expect(await failing()).toMatchObject({ code: 429, parameters: { retry_after: 2 } })
    standIn.faults.next({ kind: 'blocked' })
    expect(await failing()).toMatchObject({
      code: 403,
      description: 'Forbidden: bot was blocked by the user',
    })
    standIn.faults.next({ kind: 'chat-not-found' })
    expect(await failing()).toMatchObject({
      code: 400,
      description: 'Bad Request: chat not found',
    })
    standIn.faults.next({ kind: 'migrated', to: -1001 })
    expect(await failing()).toMatchObject({ parameters: { migrate_to_chat_id: -1001 } })
    standIn.faults.next({ kind: 'refused', code: 403, description: 'Forbidden: other' })
    expect(await failing()).toMatchObject({ code: 403, description: 'Forbidden: other' })
    expect(shown()).toBe(0)
    await bot.sendMessage(id, text)
    expect(shown()).toBe(1)
  })

  test('more sends than allowed in a sliding second are 429, typing is not counted', async () => {
    let now = 1000
    const standIn = await telegram({ clock: () => now, sendsPerSecond: 2 })
    const { id } = standIn.createUser({ firstName: 'Hoa', started: true })
    const send = async () =>
      (await telegramCall(standIn, 'sendMessage', { chat_id: id, text })).body
    expect([(await send()).ok, (await send()).ok]).toEqual([true, true])
    expect(await send()).toMatchObject({ error_code: 429, parameters: { retry_after: 1 } })
    const typing = { chat_id: id, action: 'typing' }
    expect((await telegramCall(standIn, 'sendChatAction', typing)).body.ok).toBe(true)
    now += 1000
    expect((await send()).ok).toBe(true)
  })
})

describe('Zalo’s own', () => {
  test('a used-up quota is JSON with 200, a flood is a page with 429', async () => {
    const { standIn, id, send, shown } = await onZalo()
    standIn.faults.next({ kind: 'quota-exceeded' })
    expect(await zaloCall(standIn, 'sendMessage', { chat_id: id, text })).toEqual({
      status: 200,
      body: { ok: false, error_code: 429, description: 'Quota exceeded' },
    })
    standIn.faults.next({ kind: 'flooded' })
    const flooded = await send()
    expect([flooded.status, flooded.headers.get('content-type')]).toEqual([429, 'text/html'])
    expect(shown()).toBe(0)
  })

  test('too many sends in a second get the page too', async () => {
    const standIn = await zalo({ clock: () => 1000, sendsPerSecond: 1 })
    const { id } = standIn.createUser({ displayName: 'Tư', started: true })
    const message = { chat_id: id, text }
    expect((await zaloCall(standIn, 'sendMessage', message)).body.ok).toBe(true)
    await expect(zaloCall(standIn, 'sendMessage', message)).rejects.toThrow('JSON')
  })
})
