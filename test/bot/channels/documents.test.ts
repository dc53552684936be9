import { randomBytes } from 'node:crypto'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { botIdOf } from '../../../bot/channels/bot-token.ts'
import { openDispatcher } from '../../../bot/channels/http-exchange.ts'
import type { ReadFile } from '../../../bot/channels/telegram/telegram.ts'
import { createTelegramChannel } from '../../../bot/channels/telegram/telegram.ts'
import { createZaloChannel } from '../../../bot/channels/zalo/zalo.ts'
import type { Address, Channel, OutboundMessage } from '../../../core/delivery/channel.ts'
import { telegram, TELEGRAM_TOKEN, ZALO_TOKEN } from '../simulator/stand-ins.ts'

const never = new AbortController().signal
const LINK = 'Tải tệp: https://thidua.example.vn/files/1?e=2&s=3'
const DOCUMENT = {
  kind: 'document',
  fileId: 'f-1',
  caption: 'Tờ trình (dự thảo).',
  instead: LINK,
} as const

/** A Telegram channel before a stand-in with one person who has pressed Start. */
async function openTelegram(readFile: ReadFile) {
  const standIn = await telegram()
  const dispatcher = openDispatcher()
  onTestFinished(() => dispatcher.destroy())
  const botId = botIdOf(TELEGRAM_TOKEN) ?? ''
  const { apiRoot } = standIn
  const channel = createTelegramChannel({
    token: TELEGRAM_TOKEN,
    botId,
    apiRoot,
    dispatcher,
    readFile,
  })
  standIn.createUser({ id: 5001, firstName: 'Hoa', started: true })
  return { standIn, channel, to: `telegram:${botId}:5001` as Address }
}

describe('a document on Telegram', () => {
  test('arrives as a file with its name, its very bytes and its caption', async () => {
    const bytes = new Uint8Array(Buffer.concat([randomBytes(70_000), Buffer.from('\r\n--\r\n')]))
    const { standIn, channel, to } = await openTelegram(async (id) =>
      id === 'f-1' ? { name: 'to-trinh.docx', bytes } : undefined,
    )
    const [part, ...none] = channel.render(DOCUMENT)
    expect(none).toEqual([])
    expect(part?.payload).toEqual({
      method: 'sendDocument',
      fileId: 'f-1',
      caption: 'Tờ trình (dự thảo).',
      instead: LINK,
    })
    const result = await channel.deliver(to, part!, never)
    expect(result.status).toBe('sent')
    const [message] = standIn.messages(5001).slice(-1)
    expect(message).toMatchObject({
      text: 'Tờ trình (dự thảo).',
      attachment: { kind: 'document', name: 'to-trinh.docx' },
    })
    const answer = await fetch(message?.attachment?.url ?? '')
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true)
  })

  test('that is no longer kept is rejected and never counted as sent', async () => {
    const { channel, to, standIn } = await openTelegram(() => Promise.resolve(undefined))
    const [part] = channel.render(DOCUMENT)
    expect(await channel.deliver(to, part!, never)).toEqual({
      status: 'rejected',
      scope: 'message',
      code: 'file-gone',
    })
    expect(standIn.messages(5001).filter(({ attachment }) => attachment)).toEqual([])
  })

  test('with a caption too long for Telegram is followed by it as a message', async () => {
    const { channel } = await openTelegram(() => Promise.resolve(undefined))
    const parts = channel.render({ ...DOCUMENT, caption: 'Danh sách dài. '.repeat(100) })
    expect(parts.map(({ payload }) => payload['method'])).toEqual(['sendDocument', 'sendMessage'])
  })
})

test('Zalo, which has no files, says where the document is instead', async () => {
  const dispatcher = openDispatcher()
  onTestFinished(() => dispatcher.destroy())
  const channel = createZaloChannel({ token: ZALO_TOKEN, botId: '123456789012', dispatcher })
  expect(channel.render(DOCUMENT).map(({ payload }) => payload)).toEqual([
    { method: 'sendMessage', text: `Tờ trình (dự thảo).\n${LINK}` },
  ])
})

const CHOICES = { id: 'abc', options: [{ key: 'ack', label: 'Đã nắm' }] }
const PICTURE = {
  kind: 'picture',
  fileId: 'f-1',
  url: 'https://thidua.example.vn/files/1?e=2&s=3',
  text: 'Ảnh đếm ngược.',
  choices: CHOICES,
  instead: LINK,
} as const

describe('a stored picture', () => {
  test('is uploaded to Telegram as a photo, with its caption and its button', async () => {
    const bytes = new Uint8Array(randomBytes(5_000))
    const { standIn, channel, to } = await openTelegram(() =>
      Promise.resolve({ name: 'dem-nguoc.png', bytes }),
    )
    const [part, ...none] = channel.render(PICTURE)
    expect(none).toEqual([])
    expect(await channel.deliver(to, part!, never)).toMatchObject({ status: 'sent' })
    const [message] = standIn.messages(5001).slice(-1)
    expect(message).toMatchObject({
      text: 'Ảnh đếm ngược.\n\n1. Đã nắm',
      attachment: { kind: 'photo' },
    })
    expect(part?.payload['reply_markup']).toBeDefined()
    const answer = await fetch(message?.attachment?.url ?? '')
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true)
  })

  test('goes before words that are too long for a caption', async () => {
    const { channel } = await openTelegram(() => Promise.resolve(undefined))
    const parts = channel.render({ ...PICTURE, text: 'Danh sách dài. '.repeat(100) })
    const payloads = parts.map(({ payload }) => payload)
    expect(payloads).toMatchObject([
      { method: 'sendStoredPhoto', caption: '' },
      { method: 'sendMessage', reply_markup: {} },
    ])
  })

  test('is fetched by Zalo from its link, and told of where there is none', () => {
    const dispatcher = openDispatcher()
    onTestFinished(() => dispatcher.destroy())
    const channel = createZaloChannel({ token: ZALO_TOKEN, botId: '123456789012', dispatcher })
    expect(channel.render(PICTURE).map(({ payload }) => payload)).toEqual([
      {
        method: 'sendPhoto',
        photo: PICTURE.url,
        caption: 'Ảnh đếm ngược.\n\n1. Đã nắm',
        stored: { fileId: 'f-1', instead: LINK },
      },
    ])
    const { fileId, text, choices, instead } = PICTURE
    const nowhere = { kind: 'picture', fileId, text, choices, instead } as const
    expect(channel.render(nowhere).map(({ payload }) => payload)).toEqual([
      { method: 'sendMessage', text: `Ảnh đếm ngược.\n${LINK}\n\n1. Đã nắm` },
    ])
  })
})

describe('what is sent from our own store', () => {
  const dispatcher = openDispatcher()
  afterAll(() => dispatcher.destroy())
  const zalo = createZaloChannel({ token: ZALO_TOKEN, botId: '123456789012', dispatcher })
  const telegramChannel = createTelegramChannel({
    token: TELEGRAM_TOKEN,
    botId: botIdOf(TELEGRAM_TOKEN) ?? '',
    dispatcher,
  })
  /** As the second channel says what the first has rendered. */
  const retold = (message: OutboundMessage, from: Channel, to: Channel) =>
    from
      .render(message)
      .flatMap((part) => from.restate(part) ?? [])
      .flatMap((said) => to.render(said))
      .map(({ payload }) => payload)

  test('can be shown by the other channel, too', () => {
    expect(retold(PICTURE, telegramChannel, zalo)).toMatchObject([
      { method: 'sendPhoto', photo: PICTURE.url, caption: 'Ảnh đếm ngược.\n\n1. Đã nắm' },
    ])
    expect(retold(PICTURE, zalo, telegramChannel)).toMatchObject([
      { method: 'sendStoredPhoto', fileId: 'f-1', caption: 'Ảnh đếm ngược.\n\n1. Đã nắm' },
    ])
  })

  test('is told of where the other channel cannot show it', () => {
    expect(retold(DOCUMENT, telegramChannel, zalo)).toEqual([
      { method: 'sendMessage', text: `Tờ trình (dự thảo).\n${LINK}` },
    ])
    const { fileId, text, instead } = PICTURE
    expect(retold({ kind: 'picture', fileId, text, instead }, telegramChannel, zalo)).toEqual([
      { method: 'sendMessage', text: `Ảnh đếm ngược.\n${LINK}` },
    ])
  })
})
