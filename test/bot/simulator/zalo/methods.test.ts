import { describe, expect, test } from 'vitest'
import type { ZaloStandIn } from '../../../../bot/simulator/zalo/stand-in.ts'
import { call, MORNING, webhookReceiver, ZALO_TOKEN, zalo, zaloCall } from '../stand-ins.ts'

const PIXEL = Uint8Array.from([0xff, 0xd8, 0xff, 0xd9])

async function withTu(options: Parameters<typeof zalo>[0] = {}) {
  const standIn = await zalo(options)
  const { id } = standIn.createUser({ displayName: 'Tư (mẫu)', started: true })
  return { standIn, id }
}

async function answer(standIn: ZaloStandIn, method: string, fields?: object) {
  const { status, body } = await zaloCall(standIn, method, fields)
  expect(status).toBe(200)
  return body
}

describe('the contract of a call', () => {
  test('getMe describes the bot, its id 19 digits in text', async () => {
    const { standIn } = await withTu()
    expect(await answer(standIn, 'getMe')).toEqual({
      ok: true,
      result: {
        id: expect.stringMatching(/^\d{19}$/) as string,
        account_name: 'bot.12345678',
        account_type: 'BASIC',
        can_join_groups: true,
      },
    })
  })

  test('every refusal is HTTP 200 with ok false', async () => {
    const { standIn } = await withTu()
    expect(await call(standIn, 'bot1:other/getMe')).toEqual({
      status: 200,
      body: { ok: false, error_code: 401, description: 'Unauthorized' },
    })
    for (const method of ['sendDocument', 'setChatKeyboard', 'sendmessage', 'constructor']) {
      expect(await answer(standIn, method)).toEqual({
        ok: false,
        error_code: 404,
        description: 'Not Found',
      })
    }
    expect(await answer(standIn, 'sendMessage', { text: 'a' })).toEqual({
      ok: false,
      error_code: 400,
      description: 'Bad request: The chat_id must not be empty',
    })
  })

  test('a body that is no object is refused, a GET with a query is taken', async () => {
    const { standIn, id } = await withTu()
    const { body } = await zaloCall(standIn, 'sendMessage', 'xin chào')
    expect(body.error_code).toBe(400)
    const query = new URLSearchParams({ chat_id: id, text: '2025' }).toString()
    await fetch(`${standIn.apiRoot}/bot${ZALO_TOKEN}/sendMessage?${query}`)
    expect(standIn.messages(id)).toMatchObject([{ from: 'bot', text: '2025' }])
  })

  test('the name of a bot begins with Bot', async () => {
    await expect(zalo({ bot: { displayName: 'Thi đua' } })).rejects.toThrow('Bot')
  })
})

describe('sendMessage', () => {
  test('returns a text id and milliseconds, and shows the text', async () => {
    const { standIn, id } = await withTu()
    const { result } = await answer(standIn, 'sendMessage', {
      chat_id: id,
      text: 'Đã ghi nhận',
      text_styles: [{ start: 0, len: 2, st: ['b', 'c_15a85f'] }],
    })
    expect(result).toEqual({
      message_id: expect.stringMatching(/^[0-9a-f]{20}$/) as string,
      date: MORNING,
    })
    expect(standIn.messages(id)).toMatchObject([{ from: 'bot', text: 'Đã ghi nhận' }])
  })

  test('2,000 UTF-16 units are taken, 2,001 and none are not', async () => {
    const { standIn, id } = await withTu()
    const text = `${'đ'.repeat(1998)}😀`
    const send = (words: string) => answer(standIn, 'sendMessage', { chat_id: id, text: words })
    expect((await send(text)).ok).toBe(true)
    expect((await send(`${text}.`)).error_code).toBe(400)
    expect((await send('')).description).toBe('Bad request: The text must not be empty')
  })

  test.each([
    { reply_markup: { inline_keyboard: [] } },
    { buttons: [{ title: 'Có', payload: '1' }] },
    { reply_to_message_id: 'abc' },
    { parse_mode: 'MarkdownV2' },
    { text_styles: [{ start: 0, len: 1, st: ['blink'] }] },
    { text_styles: [{ start: 0, len: 1, st: ['b'], color: 'red' }] },
  ])('%j is refused', async (fields) => {
    const { standIn, id } = await withTu()
    const body = await answer(standIn, 'sendMessage', { chat_id: id, text: 'a', ...fields })
    expect(body).toMatchObject({ ok: false, error_code: 400 })
    expect(standIn.messages(id)).toEqual([])
  })

  test('nobody is reached who never wrote', async () => {
    const standIn = await zalo()
    const { id } = standIn.createUser({ displayName: 'Lan' })
    const send = (chat_id: string) => answer(standIn, 'sendMessage', { chat_id, text: 'a' })
    expect((await send(id)).error_code).toBe(400)
    standIn.userSends(id, 'chào')
    expect((await send(id)).ok).toBe(true)
    expect((await send('abc')).ok).toBe(false)
  })
})

describe('other sends', () => {
  test('a photo is a URL that the platform fetches', async () => {
    const { standIn, id } = await withTu()
    standIn.userSendsPhoto(id, { bytes: PIXEL })
    const photo = standIn.messages(id)[0]!.attachment!.url!
    expect((await answer(standIn, 'sendPhoto', { chat_id: id, photo, caption: 'Ảnh' })).ok).toBe(
      true,
    )
    const shown = standIn.messages(id)[1]!
    expect(shown).toMatchObject({ from: 'bot', text: 'Ảnh', attachment: { kind: 'photo' } })
    const bytes = await (await fetch(shown.attachment!.url!)).arrayBuffer()
    expect(new Uint8Array(bytes)).toEqual(PIXEL)
  })

  test('a photo that is no URL, cannot be fetched or is uploaded is refused as measured', async () => {
    const { standIn, id } = await withTu()
    const send = async (photo: string) =>
      (await answer(standIn, 'sendPhoto', { chat_id: id, photo })).description
    expect(await send('data:image/png;base64,AAAA')).toBe(
      'Bad request: The photo must start with http:// or https://',
    )
    expect(await send(`${standIn.apiRoot}/media/none.jpg`)).toBe(
      'Bad request: The photo URL is invalid',
    )
    const form = new FormData()
    form.set('chat_id', id)
    form.set('photo', new File([PIXEL], 'a.jpg'))
    const path = `${standIn.apiRoot}/bot${ZALO_TOKEN}/sendPhoto`
    const upload = await fetch(path, { method: 'POST', body: form })
    expect(await upload.json()).toMatchObject({
      description: 'Bad request: The photo must not be empty',
    })
  })

  test('a caption has 1 to 2,000 characters', async () => {
    const { standIn, id } = await withTu()
    const photo = `${standIn.apiRoot}/media/none.jpg`
    for (const caption of ['', 'a'.repeat(2001)]) {
      const { description } = await answer(standIn, 'sendPhoto', { chat_id: id, photo, caption })
      expect(description).toMatch(/caption/)
    }
  })

  test('a sticker arrives, a voice arrives in private only and must be .aac', async () => {
    const { standIn, id } = await withTu()
    const group = standIn.createGroup()
    await answer(standIn, 'sendSticker', { chat_id: id, sticker: '0e078a2c' })
    const voice_url = 'https://media.example.vn/loi-nhan.aac'
    await answer(standIn, 'sendVoice', { chat_id: id, voice_url })
    const inGroup = await answer(standIn, 'sendVoice', { chat_id: group, voice_url })
    expect(inGroup.result).toMatchObject({ message_id: expect.any(String) as string })
    expect(standIn.messages(group)).toEqual([])
    const kinds = standIn.messages(id).map(({ attachment }) => attachment!.kind)
    expect(kinds).toEqual(['sticker', 'voice'])
    const mp3 = { chat_id: id, voice_url: 'https://media.example.vn/loi-nhan.mp3' }
    expect((await answer(standIn, 'sendVoice', mp3)).error_code).toBe(400)
  })

  test('sendChatAction knows typing only and returns no result', async () => {
    const { standIn, id } = await withTu()
    const act = (action: string) => answer(standIn, 'sendChatAction', { chat_id: id, action })
    expect(await act('typing')).toEqual({ ok: true })
    expect((await act('upload_photo')).error_code).toBe(400)
  })
})

describe('webhook methods', () => {
  const secret_token = 'mot-bi-mat-dai'

  test('setWebhook saves the address and says how its probe went', async () => {
    const { standIn } = await withTu()
    const hook = await webhookReceiver((_received, count) => (count === 0 ? 200 : 403))
    const { result } = await answer(standIn, 'setWebhook', { url: hook.url, secret_token })
    expect(result).toMatchObject({
      url: hook.url,
      updated_at: MORNING,
      verification: { ok: true, outcome: 'webhook.ok', status_code: 200 },
    })
    expect(hook.requests[0]).toMatchObject({
      text: '',
      headers: { 'x-bot-api-secret-token': secret_token },
    })
    expect((await answer(standIn, 'testWebhook')).result).toMatchObject({
      ok: false,
      url: hook.url,
      outcome: 'webhook.http.403',
      status_code: 403,
    })
  })

  test('the address is saved even when nobody answers there', async () => {
    const { standIn } = await withTu()
    const url = 'http://127.0.0.1:1/hook'
    const { result } = await answer(standIn, 'setWebhook', { url, secret_token })
    expect(result).toMatchObject({
      verification: { ok: false, outcome: 'webhook.err.unreachable' },
    })
    const info = await answer(standIn, 'getWebhookInfo')
    expect(info.result).toEqual({ url, updated_at: MORNING })
    const removed = await answer(standIn, 'deleteWebhook')
    expect(removed.result).toEqual({ url: '', updated_at: MORNING })
  })

  test.each([
    [{ url: 'http://bot.example.vn/hook', secret_token }],
    [{ url: 'https://192.168.1.4/hook', secret_token }],
    [{ url: 'hook', secret_token }],
    [{ url: 'https://bot.example.vn/hook', secret_token: '1234567' }],
    [{ url: 'https://bot.example.vn/hook', secret_token: 'a'.repeat(257) }],
    [{ url: 'https://bot.example.vn/hook' }],
  ])('setWebhook refuses %j', async (fields) => {
    const { standIn } = await withTu()
    expect((await answer(standIn, 'setWebhook', fields)).error_code).toBe(400)
    expect(standIn.webhookInfo().url).toBe('')
  })

  test('testWebhook is limited per day and spells that error errorCode', async () => {
    let now = MORNING
    const { url } = await webhookReceiver()
    const { standIn } = await withTu({
      clock: () => now,
      webhook: { url },
      webhookTestsPerDay: 1,
    })
    expect((await answer(standIn, 'testWebhook')).ok).toBe(true)
    expect(await answer(standIn, 'testWebhook')).toMatchObject({ ok: false, errorCode: 426 })
    now += 86_400_000
    expect((await answer(standIn, 'testWebhook')).ok).toBe(true)
  })
})
