import { expect, onTestFinished, test } from 'vitest'
import { openChannels } from '../../../../bot/open-channels.ts'
import { eventually } from '../../../support/world.ts'
import { zalo, ZALO_TOKEN } from '../../simulator/stand-ins.ts'

const fromGroup = {
  event_name: 'message.text.received',
  message: {
    message_id: '9f03c2d41b7a5e6f88aa',
    date: 1,
    from: { id: 'u1', is_bot: false },
    chat: { id: 'g1', chat_type: 'GROUP' },
    text: 'tiến độ',
  },
}

async function channelOf(canJoinGroups: boolean) {
  const platform = await zalo({ bot: { displayName: 'Bot Thi Đua', canJoinGroups } })
  const channels = openChannels({
    zalo: { token: ZALO_TOKEN, apiRoot: platform.apiRoot, mode: 'polling' },
  })
  onTestFinished(() => channels.close())
  const channel = [...channels.all.values()][0]!
  await eventually(() => platform.calls.some(({ method }) => method === 'getMe'), 'it asks getMe')
  return { hear: (body: unknown) => channel.parse(body, Date.now()) }
}

test('a bot that Zalo lets into groups hears them', async () => {
  const { hear } = await channelOf(true)
  await eventually(() => hear(fromGroup).ok, 'groups are open')
})

test('for any other bot a group does not exist, while private chats do', async () => {
  const { hear } = await channelOf(false)
  const direct = { ...fromGroup.message, chat: { id: 'u1', chat_type: 'PRIVATE' } }
  expect(hear(fromGroup)).toEqual({ ok: false, disposition: 'ignore', reason: 'groups-off' })
  expect(hear({ ...fromGroup, message: direct }).ok).toBe(true)
})
