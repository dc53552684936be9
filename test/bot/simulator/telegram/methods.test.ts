import { Telegram } from 'telegraf'
import { describe, expect, test } from 'vitest'
import type { TelegramStandIn } from '../../../../bot/simulator/telegram/stand-in.ts'
import { call, MORNING, TELEGRAM_TOKEN, telegram, telegramCall } from '../stand-ins.ts'

const PIXEL = Uint8Array.from([0xff, 0xd8, 0xff, 0xd9])

function client(standIn: TelegramStandIn): Telegram {
  return new Telegram(TELEGRAM_TOKEN, { apiRoot: standIn.apiRoot })
}

async function withOfficial() {
  const standIn = await telegram()
  const { id } = standIn.createUser({ firstName: 'Hoa', lastName: 'Mẫu', started: true })
  return { standIn, bot: client(standIn), id }
}

describe('the address of a call', () => {
  test('getMe through telegraf describes the bot of the token', async () => {
    const { bot } = await withOfficial()
    expect(await bot.getMe()).toEqual({
      id: 7000000001,
      is_bot: true,
      first_name: 'Bot Thi đua',
      username: 'thi_dua_demo_bot',
      can_join_groups: true,
      can_read_all_group_messages: false,
      supports_inline_queries: false,
    })
  })

  test('another token is 401, no token at all 404, an unknown method 404', async () => {
    const standIn = await telegram()
    const stranger = await call(standIn, 'bot7000000002:another/getMe')
    expect(stranger).toEqual({
      status: 401,
      body: { ok: false, error_code: 401, description: 'Unauthorized' },
    })
    expect((await call(standIn, 'botnonsense/getMe')).status).toBe(404)
    expect(await telegramCall(standIn, 'sendTelepathy')).toMatchObject({
      status: 404,
      body: { ok: false, error_code: 404 },
    })
  })

  test('names of methods are case-insensitive, an encoded colon and a GET are understood', async () => {
    const standIn = await telegram()
    expect((await telegramCall(standIn, 'GETME')).body.ok).toBe(true)
    const encoded = TELEGRAM_TOKEN.replace(':', '%3A')
    const response = await fetch(`${standIn.apiRoot}/bot${encoded}/getMe`)
    expect(response.status).toBe(200)
  })

  test('a path that is no call answers 404 with a page', async () => {
    const standIn = await telegram()
    const response = await fetch(`${standIn.apiRoot}/index.html`)
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'text/html'])
  })
})

describe('fields', () => {
  test.each([
    ['an unknown field', { text: 'xin chào', reply_to_message: 4 }, /reply_to_message.*unknown/],
    ['a field of the wrong type', { text: 7 }, /text.*invalid/],
    ['an unknown parse mode', { text: 'a', parse_mode: 'bold' }, /parse_mode.*invalid/],
    ['a missing text', {}, /text is empty/],
    ['a keyboard that is none', { text: 'a', reply_markup: { rows: [] } }, /reply_markup/],
  ])('%s is refused with 400', async (_name, fields, description) => {
    const { standIn, id } = await withOfficial()
    const { status, body } = await telegramCall(standIn, 'sendMessage', { chat_id: id, ...fields })
    expect([status, body.ok, body.error_code]).toEqual([400, false, 400])
    expect(body.description).toMatch(description)
    expect(standIn.messages(id)).toEqual([])
  })

  test('a missing chat_id and a body that is no object are refused', async () => {
    const { standIn } = await withOfficial()
    const missing = await telegramCall(standIn, 'sendMessage', { text: 'a' })
    expect(missing.body.description).toBe('Bad Request: chat_id is empty')
    expect((await telegramCall(standIn, 'sendMessage', [1])).status).toBe(400)
  })

  test('the same fields may come as a form', async () => {
    const { standIn, id } = await withOfficial()
    const response = await fetch(`${standIn.apiRoot}/bot${TELEGRAM_TOKEN}/sendMessage`, {
      method: 'POST',
      body: new URLSearchParams({
        chat_id: String(id),
        text: '2025',
        protect_content: 'true',
        reply_markup: '{"inline_keyboard":[[{"text":"Có","callback_data":"c1"}]]}',
      }),
    })
    expect(response.status).toBe(200)
    expect(standIn.messages(id)[0]).toMatchObject({
      text: '2025',
      buttons: [[{ label: 'Có', data: 'c1' }]],
    })
  })
})

describe('sendMessage', () => {
  test('returns the message and shows it on the phone', async () => {
    const { standIn, bot, id } = await withOfficial()
    const sent = await bot.sendMessage(id, '  Đã ghi nhận.\n', {
      reply_markup: {
        inline_keyboard: [[{ text: 'Sửa', callback_data: 'c1:abc:0' }]],
      },
    })
    expect(sent).toMatchObject({
      chat: { id, type: 'private', first_name: 'Hoa', last_name: 'Mẫu' },
      from: { id: 7000000001, is_bot: true },
      date: MORNING / 1000,
      text: 'Đã ghi nhận.',
    })
    expect(standIn.messages(id)).toEqual([
      {
        id: String(sent.message_id),
        from: 'bot',
        at: MORNING,
        text: 'Đã ghi nhận.',
        buttons: [[{ label: 'Sửa', data: 'c1:abc:0' }]],
      },
    ])
  })

  test('4,096 UTF-16 units are taken, 4,097 are too long, spaces alone are empty', async () => {
    const { standIn, bot, id } = await withOfficial()
    await bot.sendMessage(id, ` ${'đ'.repeat(4094)}😀 `)
    await expect(bot.sendMessage(id, 'đ'.repeat(4097))).rejects.toMatchObject({
      description: 'Bad Request: message is too long',
    })
    await expect(bot.sendMessage(id, ' \n ')).rejects.toMatchObject({
      code: 400,
      description: 'Bad Request: message text is empty',
    })
    expect(standIn.messages(id)).toHaveLength(1)
  })

  test.each([
    ['64 bytes', 'ầ'.repeat(21) + 'x', true],
    ['65 bytes', 'ầ'.repeat(21) + 'xy', false],
    ['no byte', '', false],
  ])('callback data of %s: taken is %s', async (_name, data, taken) => {
    const { standIn, id } = await withOfficial()
    const { body } = await telegramCall(standIn, 'sendMessage', {
      chat_id: id,
      text: 'Chọn:',
      reply_markup: { inline_keyboard: [[{ text: '1', callback_data: data }]] },
    })
    expect(body.ok).toBe(taken)
    if (!taken) expect(body.description).toBe('Bad Request: BUTTON_DATA_INVALID')
  })

  test.each([
    [{ text: 'không làm gì' }, /Text buttons are unallowed/],
    [{ text: '', callback_data: 'a' }, /BUTTON_TEXT_INVALID/],
    [{ text: 'x', url: 'javascript:1' }, /BUTTON_URL_INVALID/],
  ])('the button %j is refused', async (button, description) => {
    const { standIn, id } = await withOfficial()
    const { status, body } = await telegramCall(standIn, 'sendMessage', {
      chat_id: id,
      text: 'Chọn:',
      reply_markup: { inline_keyboard: [[button]] },
    })
    expect(status).toBe(400)
    expect(body.description).toMatch(description)
  })

  test('a reply names a message that exists', async () => {
    const { standIn, bot, id } = await withOfficial()
    const { messageId } = standIn.userSends(id, 'báo cáo')
    const reply = await bot.sendMessage(id, 'Đã nhận', {
      reply_parameters: { message_id: messageId },
    })
    expect(reply).toMatchObject({ reply_to_message: { message_id: messageId, text: 'báo cáo' } })
    await expect(
      bot.sendMessage(id, 'Đã nhận', { reply_parameters: { message_id: 3 } }),
    ).rejects.toMatchObject({ description: 'Bad Request: message to be replied not found' })
  })
})

describe('who can be written to', () => {
  test('nobody unknown, and nobody before he has pressed Start', async () => {
    const standIn = await telegram()
    const bot = client(standIn)
    const { id } = standIn.createUser({ firstName: 'Lan' })
    await expect(bot.sendMessage(4, 'a')).rejects.toMatchObject({
      description: 'Bad Request: chat not found',
    })
    await expect(bot.sendMessage('@kenh_mau', 'a')).rejects.toMatchObject({ code: 400 })
    await expect(bot.sendMessage(id, 'a')).rejects.toMatchObject({
      code: 403,
      description: "Forbidden: bot can't initiate conversation with a user",
    })
    standIn.userStarts(id)
    await bot.sendMessage(String(id), 'Chào đồng chí')
    expect(standIn.messages(id).map(({ text }) => text)).toEqual(['/start', 'Chào đồng chí'])
  })

  test('not who blocked the bot, until he unblocks it; not who is gone', async () => {
    const { standIn, bot, id } = await withOfficial()
    standIn.userBlocks(id)
    await expect(bot.sendChatAction(id, 'typing')).rejects.toMatchObject({ code: 403 })
    await expect(bot.sendMessage(id, 'a')).rejects.toMatchObject({
      code: 403,
      description: 'Forbidden: bot was blocked by the user',
    })
    expect(() => standIn.userSends(id, 'a')).toThrow('blocked')
    standIn.userUnblocks(id)
    expect(await bot.sendChatAction(id, 'typing')).toBe(true)
    standIn.userIsDeactivated(id)
    await expect(bot.sendMessage(id, 'a')).rejects.toMatchObject({
      description: 'Forbidden: user is deactivated',
    })
  })

  test('not a group that removed the bot, nor one that became a supergroup', async () => {
    const { standIn, bot, id } = await withOfficial()
    const group = standIn.createGroup({ title: 'Tổ thi đua', owner: id })
    await bot.sendMessage(group, 'Chào cả tổ')
    const supergroup = standIn.upgradeGroup(group)
    await expect(bot.sendMessage(group, 'a')).rejects.toMatchObject({
      code: 400,
      parameters: { migrate_to_chat_id: supergroup },
    })
    await bot.sendMessage(supergroup, 'Vẫn ở đây')
    standIn.removeBot(supergroup, id)
    await expect(bot.sendMessage(supergroup, 'a')).rejects.toMatchObject({
      code: 403,
      description: 'Forbidden: bot was kicked from the group chat',
    })
  })
})

describe('files', () => {
  test('a photo uploaded by telegraf is shown and can be sent again by its id', async () => {
    const { standIn, bot, id } = await withOfficial()
    const sent = await bot.sendPhoto(
      id,
      { source: Buffer.from(PIXEL), filename: 'tiến độ.jpg' },
      {
        caption: 'Tiến độ',
        reply_markup: { inline_keyboard: [[{ text: 'Xem', callback_data: 'v' }]] },
      },
    )
    await bot.sendPhoto(id, sent.photo[0]!.file_id)
    const [first, second] = standIn.messages(id)
    expect(first).toMatchObject({ text: 'Tiến độ', buttons: [[{ label: 'Xem' }]] })
    expect(second!.attachment!.url).toBe(first!.attachment!.url)
    const shown = await fetch(first!.attachment!.url!)
    expect(new Uint8Array(await shown.arrayBuffer())).toEqual(PIXEL)
  })

  test('a document keeps its Vietnamese name', async () => {
    const { standIn, bot, id } = await withOfficial()
    const source = Buffer.from('nội dung')
    await bot.sendDocument(id, { source, filename: 'Tờ trình.docx' }, { caption: '15' })
    expect(standIn.messages(id)[0]).toMatchObject({
      text: '15',
      attachment: { kind: 'document', name: 'Tờ trình.docx' },
    })
    expect(standIn.calls.at(-1)!.fields).toMatchObject({
      document: { name: 'Tờ trình.docx', size: source.byteLength },
    })
  })

  test('a photo by URL is fetched by the platform, which refuses what it cannot get', async () => {
    const { standIn, bot, id } = await withOfficial()
    const official = standIn.createUser({ firstName: 'Sơn', started: true })
    standIn.userSendsPhoto(official.id, { bytes: PIXEL })
    const url = standIn.messages(official.id)[0]!.attachment!.url!
    await bot.sendPhoto(id, url)
    expect(standIn.messages(id)[0]!.attachment!.kind).toBe('photo')
    await expect(bot.sendDocument(id, url)).rejects.toMatchObject({ code: 400 })
    await expect(bot.sendPhoto(id, `${standIn.apiRoot}/media/none.jpg`)).rejects.toMatchObject({
      description: 'Bad Request: failed to get HTTP URL content',
    })
    await expect(bot.sendPhoto(id, 'no-such-id')).rejects.toMatchObject({
      description: 'Bad Request: wrong file identifier/HTTP URL specified',
    })
  })

  test('a caption has at most 1,024 characters, an uploaded photo at most 10 MB', async () => {
    const { bot, id } = await withOfficial()
    const source = Buffer.from(PIXEL)
    await bot.sendPhoto(id, { source }, { caption: 'a'.repeat(1024) })
    await expect(
      bot.sendPhoto(id, { source }, { caption: 'a'.repeat(1025) }),
    ).rejects.toMatchObject({ description: 'Bad Request: message caption is too long' })
    const large = Buffer.alloc(10 * 1024 * 1024 + 1)
    await expect(bot.sendPhoto(id, { source: large })).rejects.toMatchObject({ code: 413 })
  })

  test('getFile leads to the bytes of what a person sent, up to 20 MB', async () => {
    const { standIn, bot, id } = await withOfficial()
    standIn.userSendsPhoto(id, { bytes: PIXEL, caption: 'ảnh' })
    standIn.userSendsDocument(id, {
      bytes: new Uint8Array(20 * 1024 * 1024 + 1),
      name: 'lớn.pdf',
    })
    const [photo, document] = await bot.getUpdates(0, 10, 0, undefined)
    const sizes = (photo as { message: { photo: { file_id: string }[] } }).message.photo
    const link = await bot.getFileLink(sizes.at(-1)!.file_id)
    const response = await fetch(link)
    expect(response.headers.get('content-type')).toBe('application/octet-stream')
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(PIXEL)
    const large = (document as { message: { document: { file_id: string } } }).message.document
    await expect(bot.getFile(large.file_id)).rejects.toMatchObject({
      description: 'Bad Request: file is too big',
    })
    await expect(bot.getFile('none')).rejects.toMatchObject({ code: 400 })
    expect((await fetch(`${link.href}x`)).status).toBe(404)
  })
})

describe('buttons', () => {
  test('a press is answered once it is known, with a text of at most 200 characters', async () => {
    const { standIn, bot, id } = await withOfficial()
    const { message_id } = await bot.sendMessage(id, 'Chọn:', {
      reply_markup: { inline_keyboard: [[{ text: '1', callback_data: 'c1:s:0' }]] },
    })
    const { queryId } = standIn.userPresses(id, message_id, 'c1:s:0')
    await expect(bot.answerCbQuery('5')).rejects.toMatchObject({ code: 400 })
    await expect(bot.answerCbQuery(queryId, 'a'.repeat(201))).rejects.toMatchObject({
      description: 'Bad Request: MESSAGE_TOO_LONG',
    })
    expect(await bot.answerCbQuery(queryId, 'Đã chọn')).toBe(true)
    expect(standIn.presses()).toMatchObject([
      { data: 'c1:s:0', answer: { text: 'Đã chọn', showAlert: false, at: MORNING } },
    ])
  })

  test('editMessageReplyMarkup changes and removes the buttons of what the bot sent', async () => {
    const { standIn, bot, id } = await withOfficial()
    const keyboard = { inline_keyboard: [[{ text: '1', callback_data: 'a' }]] }
    const { message_id } = await bot.sendMessage(id, 'Chọn:', { reply_markup: keyboard })
    const edit = (messageId: number, markup?: typeof keyboard) =>
      bot.editMessageReplyMarkup(id, messageId, undefined, markup)
    await expect(edit(message_id, keyboard)).rejects.toMatchObject({
      description: expect.stringContaining('message is not modified') as string,
    })
    await edit(message_id, undefined)
    expect(standIn.messages(id)[0]).not.toHaveProperty('buttons')
    await expect(edit(1, keyboard)).rejects.toMatchObject({
      description: 'Bad Request: message to edit not found',
    })
    const own = standIn.userSends(id, 'của tôi')
    await expect(edit(own.messageId, keyboard)).rejects.toMatchObject({
      description: "Bad Request: message can't be edited",
    })
  })
})

describe('setMyCommands', () => {
  test('keeps the commands by scope and language', async () => {
    const { standIn, bot } = await withOfficial()
    const commands = [{ command: 'tro_giup', description: 'Xem những việc có thể làm' }]
    await bot.setMyCommands(commands, {
      scope: { type: 'all_private_chats' },
      language_code: 'vi',
    })
    expect(standIn.commands('all_private_chats', 'vi')).toEqual(commands)
    expect(standIn.commands()).toEqual([])
  })

  test.each([
    ['a name with a capital', [{ command: 'Hạn', description: 'x' }]],
    ['an empty description', [{ command: 'han', description: '' }]],
    ['101 commands', Array.from({ length: 101 }, () => ({ command: 'a', description: 'x' }))],
  ])('%s is refused', async (_name, commands) => {
    const { standIn } = await withOfficial()
    expect((await telegramCall(standIn, 'setMyCommands', { commands })).status).toBe(400)
  })
})

describe('the log of calls', () => {
  test('holds each call with what was asked and answered, and no more than it is told to keep', async () => {
    const standIn = await telegram({ callsKept: 10 })
    const { id } = standIn.createUser({ firstName: 'Hoa', started: true })
    await telegramCall(standIn, 'sendMessage', { chat_id: id, text: 'a' })
    await telegramCall(standIn, 'sendMessage', { chat_id: 4, text: 'b' })
    expect(standIn.calls).toMatchObject([
      { method: 'sendMessage', fields: { chat_id: id, text: 'a' }, at: MORNING },
      { answer: { status: 400, body: expect.stringContaining('chat not found') as string } },
    ])
    for (let count = 0; count < 30; count += 1) await telegramCall(standIn, 'getMe')
    expect(standIn.calls.length).toBeLessThanOrEqual(11)
    standIn.clearCalls()
    expect(standIn.calls).toEqual([])
  })
})
