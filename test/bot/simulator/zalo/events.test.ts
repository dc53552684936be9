import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { eventually, MORNING, webhookReceiver, ZALO_TOKEN, zalo, zaloCall } from '../stand-ins.ts'

const BYTES = Uint8Array.from([0xff, 0xd8, 0xff, 0xd9])

async function withTu(options: Parameters<typeof zalo>[0] = {}) {
  const standIn = await zalo(options)
  const { id } = standIn.createUser({ displayName: 'Tư (mẫu)' })
  const poll = (timeout: number | string = 1) => zaloCall(standIn, 'getUpdates', { timeout })
  return { standIn, id, poll }
}

describe('polling', () => {
  test('a poll returns one event in an envelope, and reading removes it', async () => {
    const { standIn, id, poll } = await withTu()
    const { messageId } = standIn.userSends(id, 'một')
    standIn.userSends(id, 'hai')
    expect((await poll()).body).toEqual({
      ok: true,
      result: {
        event_name: 'message.text.received',
        message: {
          date: MORNING,
          chat: { chat_type: 'PRIVATE', id },
          message_id: messageId,
          from: { id, is_bot: false, display_name: 'Tư (mẫu)' },
          text: 'một',
        },
      },
    })
    expect((await poll('1')).body.result).toMatchObject({ message: { text: 'hai' } })
    expect((await poll(0)).body.ok).toBe(false)
  })

  test('an empty poll is 408 after exactly the time asked', async () => {
    const { poll } = await withTu()
    const from = performance.now()
    expect(await poll(1)).toEqual({
      status: 200,
      body: { ok: false, error_code: 408, description: 'Request timeout' },
    })
    const took = performance.now() - from
    expect(took).toBeGreaterThanOrEqual(990)
    expect(took).toBeLessThan(5000)
  })

  test('a waiting poll ends with the event; one whose caller left takes nothing', async () => {
    const { standIn, id, poll } = await withTu()
    const left = new AbortController()
    const url = `${standIn.apiRoot}/bot${ZALO_TOKEN}/getUpdates?timeout=20`
    const abandoned = fetch(url, { signal: left.signal }).catch(() => 'left')
    await sleep(150)
    left.abort()
    await abandoned
    await sleep(150)
    const waiting = poll(20)
    await sleep(150)
    standIn.userSends(id, 'đến rồi')
    expect((await waiting).body.result).toMatchObject({ message: { text: 'đến rồi' } })
  })

  test('polling fails while a webhook is set', async () => {
    const { poll } = await withTu({ webhook: { url: 'http://127.0.0.1:1/hook' } })
    expect((await poll()).body).toMatchObject({ ok: false, error_code: 400 })
  })

  test('a timeout that is no number of seconds is refused', async () => {
    const { poll } = await withTu()
    expect((await poll('soon')).body.error_code).toBe(400)
    expect((await poll(-1)).body.error_code).toBe(400)
  })
})

describe('pushing', () => {
  test('events come flat, with the field names and headers of captured ones', async () => {
    const hook = await webhookReceiver()
    const { standIn, id } = await withTu({ webhook: { url: hook.url, secret: 'bi-mat-dai' } })
    standIn.userSendsPhoto(id, { bytes: BYTES })
    standIn.userSendsSticker(id, 'abc')
    standIn.userSendsVoice(id, BYTES)
    standIn.userSendsUnsupported(id)
    standIn.userSendsUnsupported(id, false)
    await eventually(() => expect(hook.requests).toHaveLength(5))
    expect(hook.requests[0]!.headers).toMatchObject({
      'content-type': 'application/json',
      'x-bot-api-secret-token': 'bi-mat-dai',
      'user-agent': 'Java/1.8.0_192',
    })
    const url = expect.stringContaining(`${standIn.apiRoot}/media/`) as string
    const [image, sticker, voice, unsupported, bare] = hook.bodies()
    expect(image).toMatchObject({
      event_name: 'message.image.received',
      message: { message_type: 'CHAT_PHOTO', photo_url: url, caption: '' },
    })
    expect(sticker).toMatchObject({
      event_name: 'message.sticker.received',
      message: { message_type: 'CHAT_STICKER', sticker: 'abc', url },
    })
    expect(voice).toMatchObject({
      event_name: 'message.voice.received',
      message: { message_type: 'CHAT_VOICE', voice_url: url },
    })
    expect(unsupported).toMatchObject({
      event_name: 'message.unsupported.received',
      message: { from: { id } },
    })
    expect(bare).toEqual({ event_name: 'message.unsupported.received' })
    const { message } = image as { message: { photo_url: string } }
    const photo = await fetch(message.photo_url)
    expect(photo.headers.get('content-type')).toBe('image/jpeg')
    expect(new Uint8Array(await photo.arrayBuffer())).toEqual(BYTES)
  })

  test('an event that is not answered 2xx comes a few times more and is then lost', async () => {
    const hook = await webhookReceiver(({ text }) => (text.includes('hỏng') ? 500 : 200))
    const { standIn, id } = await withTu({ webhook: { url: hook.url } })
    standIn.userSends(id, 'hỏng')
    standIn.userSends(id, 'lành')
    await eventually(() => expect(hook.requests).toHaveLength(4))
    const events = hook.bodies() as { message: { text: string } }[]
    const texts = events.map(({ message }) => message.text)
    expect(texts).toEqual(['hỏng', 'hỏng', 'hỏng', 'lành'])
    await sleep(80)
    expect(hook.requests).toHaveLength(4)
  })

  test('what waited for a poll goes to the webhook; it may come twice and again', async () => {
    const hook = await webhookReceiver()
    const { standIn, id } = await withTu()
    standIn.faults.next({ kind: 'pushed-twice' })
    const { messageId } = standIn.userSends(id, 'chờ')
    standIn.useWebhook({ url: hook.url })
    await eventually(() => expect(hook.requests).toHaveLength(2))
    const again = standIn.createUser({ displayName: 'Lan' })
    standIn.userSends(again.id, 'sau')
    await eventually(() => expect(hook.requests).toHaveLength(3))
    await sleep(150)
    standIn.redeliver(2)
    await eventually(() => expect(hook.requests).toHaveLength(5))
    const events = hook.bodies() as { message: { message_id: string } }[]
    const copies = events.filter(({ message }) => message.message_id === messageId)
    expect(copies).toHaveLength(3)
  })

  test('any event can be sent', async () => {
    const { standIn, poll } = await withTu()
    standIn.sendEvent({ event_name: 'message.reaction.received' })
    expect((await poll()).body.result).toEqual({ event_name: 'message.reaction.received' })
  })
})

test('in a group the bot is told only of messages that name it or reply to it', async () => {
  const { standIn, id, poll } = await withTu()
  const group = standIn.createGroup('g0123456789abcde')
  expect(standIn.userSends(id, 'nói với nhau', { group }).isToldToBot).toBe(false)
  standIn.userSends(id, 'họp 15h', { group, mention: true })
  standIn.userSends(id, 'đồng ý', { group, reply: true })
  expect((await poll()).body.result).toMatchObject({
    message: {
      chat: { id: group, chat_type: 'GROUP' },
      from: { id },
      text: '@Bot Thi đua họp 15h',
    },
  })
  expect((await poll()).body.result).toMatchObject({ message: { text: 'đồng ý' } })
  expect(standIn.messages(group)).toHaveLength(3)
})
