import { describe, expect, test } from 'vitest'
import { MORNING, telegram, telegramCall } from '../stand-ins.ts'

const PIXEL = Uint8Array.from([0xff, 0xd8, 0xff, 0xd9])

async function withHoa(options: Parameters<typeof telegram>[0] = {}) {
  const standIn = await telegram(options)
  const { id } = standIn.createUser({ firstName: 'Hoa', username: 'hoa_mau' })
  const updates = async () => (await telegramCall(standIn, 'getUpdates')).body.result
  return { standIn, id, updates }
}

describe('in a private chat', () => {
  test('a text arrives with its writer, chat and second', async () => {
    const { standIn, id, updates } = await withHoa()
    const { messageId, updateId } = standIn.userSends(id, 'Báo cáo: 3 sáng kiến')
    const names = { first_name: 'Hoa', username: 'hoa_mau' }
    expect(await updates()).toEqual([
      {
        update_id: updateId,
        message: {
          message_id: messageId,
          date: MORNING / 1000,
          chat: { id, type: 'private', ...names },
          from: { id, is_bot: false, ...names, language_code: 'vi' },
          text: 'Báo cáo: 3 sáng kiến',
        },
      },
    ])
    expect(standIn.messages(id)).toMatchObject([
      { id: String(messageId), from: 'user', senderId: String(id), text: 'Báo cáo: 3 sáng kiến' },
    ])
  })

  test('a deep link arrives as /start with its payload, which holds 64 characters of a few kinds', async () => {
    const { standIn, id, updates } = await withHoa()
    standIn.userStarts(id, 'mot-lan_7F3K')
    expect(await updates()).toMatchObject([
      {
        message: {
          text: '/start mot-lan_7F3K',
          entities: [{ type: 'bot_command', offset: 0, length: 6 }],
        },
      },
    ])
    expect(() => standIn.userStarts(id, 'a'.repeat(65))).toThrow('deep link')
    expect(() => standIn.userStarts(id, 'mã')).toThrow('deep link')
  })

  test('an edit arrives as edited_message with the same id, and shows on the phone', async () => {
    const { standIn, id, updates } = await withHoa()
    const { messageId } = standIn.userSends(id, '3 sáng kiến')
    standIn.userEdits(id, messageId, '4 sáng kiến')
    expect(await updates()).toMatchObject([
      {},
      { edited_message: { message_id: messageId, edit_date: MORNING / 1000, text: '4 sáng kiến' } },
    ])
    expect(standIn.messages(id)).toMatchObject([{ text: '4 sáng kiến', editedAt: MORNING }])
    const other = standIn.createUser({ firstName: 'Sơn' })
    expect(() => standIn.userEdits(other.id, messageId, 'x', id)).toThrow('only what they wrote')
  })

  test('photos of an album share their id; document, voice and sticker have theirs', async () => {
    const { standIn, id, updates } = await withHoa()
    standIn.userSendsPhoto(id, { bytes: PIXEL, caption: 'hội nghị', albumId: '77' })
    standIn.userSendsPhoto(id, { bytes: PIXEL, albumId: '77' })
    standIn.userSendsDocument(id, { bytes: PIXEL, name: 'Báo cáo.pdf' })
    standIn.userSendsVoice(id, PIXEL)
    standIn.userSendsSticker(id, '🌾')
    const size = expect.objectContaining({ file_id: expect.any(String) as string }) as object
    expect(await updates()).toMatchObject([
      { message: { media_group_id: '77', caption: 'hội nghị', photo: [size, { file_size: 4 }] } },
      { message: { media_group_id: '77' } },
      { message: { document: { file_name: 'Báo cáo.pdf' } } },
      { message: { voice: { mime_type: 'audio/ogg' } } },
      { message: { sticker: { emoji: '🌾' } } },
    ])
    const kinds = standIn.messages(id).map(({ attachment }) => attachment!.kind)
    expect(kinds).toEqual(['photo', 'photo', 'document', 'voice', 'sticker'])
  })

  test('a press arrives with the message it belongs to', async () => {
    const { standIn, id, updates } = await withHoa()
    standIn.userStarts(id)
    const { body } = await telegramCall(standIn, 'sendMessage', {
      chat_id: id,
      text: 'Chọn:',
      reply_markup: { inline_keyboard: [[{ text: 'Một', callback_data: 'c1:s:0' }]] },
    })
    const { message_id } = body.result as { message_id: number }
    const { queryId } = standIn.userPresses(id, message_id, 'c1:s:0')
    const message = { message_id, text: 'Chọn:' }
    expect(await updates()).toMatchObject([
      {},
      { callback_query: { id: queryId, from: { id }, data: 'c1:s:0', message } },
    ])
    expect(() => standIn.userPresses(id, 1, 'x')).toThrow('no such message')
    expect(() => standIn.userPresses(id, message_id, 'ẩ'.repeat(22))).toThrow('64 bytes')
  })

  test('blocking and unblocking arrive as my_chat_member', async () => {
    const { standIn, id, updates } = await withHoa()
    standIn.userStarts(id)
    standIn.userBlocks(id)
    standIn.userUnblocks(id)
    expect(await updates()).toMatchObject([
      {},
      {
        my_chat_member: {
          chat: { id, type: 'private' },
          old_chat_member: { status: 'member' },
          new_chat_member: { status: 'kicked', user: { is_bot: true } },
        },
      },
      { my_chat_member: { new_chat_member: { status: 'member' } } },
    ])
  })
})

describe('in a group', () => {
  test('the bot is told of mentions, commands and replies to it, and of nothing else', async () => {
    const { standIn, id, updates } = await withHoa()
    const group = standIn.createGroup({ title: 'Tổ thi đua', owner: id })
    const { body } = await telegramCall(standIn, 'sendMessage', { chat_id: group, text: 'Chào' })
    const { message_id } = body.result as { message_id: number }
    expect(standIn.userSends(id, 'nói với nhau', { group }).updateId).toBeUndefined()
    standIn.userSends(id, 'báo cáo giúp', { group, mention: true })
    standIn.userSends(id, 'đồng ý', { group, replyTo: message_id })
    standIn.userSends(id, '/han', { group })
    standIn.userSendsPhoto(id, { bytes: PIXEL, caption: 'xem' }, { group, mention: true })
    const mention = { type: 'mention', offset: 0, length: '@thi_dua_demo_bot'.length }
    expect(await updates()).toMatchObject([
      { my_chat_member: { chat: { id: group, type: 'group', title: 'Tổ thi đua' } } },
      { message: { text: '@thi_dua_demo_bot báo cáo giúp', entities: [mention] } },
      { message: { text: 'đồng ý', reply_to_message: { message_id } } },
      { message: { text: '/han', entities: [{ type: 'bot_command' }] } },
      { message: { caption: '@thi_dua_demo_bot xem', caption_entities: [mention] } },
    ])
    expect(standIn.messages(group)).toHaveLength(6)
    expect(standIn.messages(id)).toEqual([])
  })

  test('a bot without privacy mode is told of everything', async () => {
    const { standIn, id, updates } = await withHoa({ readsAllGroupMessages: true })
    const group = standIn.createGroup({ title: 'Tổ', owner: id })
    standIn.userSends(id, 'nói với nhau', { group })
    expect(await updates()).toMatchObject([{}, { message: { text: 'nói với nhau' } }])
  })

  test('becoming a supergroup is told in both chats', async () => {
    const { standIn, id, updates } = await withHoa()
    const group = standIn.createGroup({ title: 'Tổ', owner: id })
    const supergroup = standIn.upgradeGroup(group)
    expect(await updates()).toMatchObject([
      {},
      { message: { chat: { id: group }, migrate_to_chat_id: supergroup } },
      { message: { chat: { id: supergroup }, migrate_from_chat_id: group } },
    ])
  })
})

describe('the phones', () => {
  test('a listener hears of every change until it is taken away', async () => {
    const { standIn, id } = await withHoa()
    const heard: string[] = []
    const stop = standIn.onChange((chatId) => heard.push(chatId))
    standIn.userStarts(id)
    await telegramCall(standIn, 'sendMessage', { chat_id: id, text: 'a' })
    await telegramCall(standIn, 'sendChatAction', { chat_id: id, action: 'typing' })
    stop()
    standIn.userSends(id, 'b')
    expect(heard).toEqual([String(id), String(id), String(id)])
  })

  test('a phone keeps no more messages than it is told to', async () => {
    const { standIn, id } = await withHoa({ messagesKept: 2 })
    for (const text of ['một', 'hai', 'ba']) standIn.userSends(id, text)
    expect(standIn.messages(id).map(({ text }) => text)).toEqual(['hai', 'ba'])
  })

  test('an update of any type can be sent', async () => {
    const { standIn, updates } = await withHoa()
    standIn.sendUpdate('subscription', { user: 1 })
    expect(await updates()).toMatchObject([{ subscription: { user: 1 } }])
  })
})
