import { randomInteger } from '../random-ids.ts'
import { post, type Chat, type TelegramWorld, type WireUser } from './world.ts'

export type NewGroup = {
  readonly id?: number
  readonly title: string
  /** Who made the group and put the bot into it. */
  readonly owner: number
}

/** What happens to groups. */
export function telegramGroups(world: TelegramWorld) {
  return {
    /** @returns the id of the group, a negative number. */
    createGroup: (group: NewGroup) => createGroup(world, group),
    removeBot: (groupId: number, by: number) => changeMembership(world, groupId, by, 'kicked'),
    /** @returns the id of the supergroup that the group becomes. */
    upgradeGroup: (groupId: number) => upgradeGroup(world, groupId),
  }
}

/**
 * Telegram Bot API, ChatMemberUpdated: my_chat_member tells the bot that it was blocked or removed
 * (`kicked`), or that it may write again (`member`).
 */
export function changeMembership(
  world: TelegramWorld,
  chatId: number,
  by: number,
  status: 'member' | 'kicked',
): number | undefined {
  const chat = world.chats.get(chatId)
  const from = world.users.get(by)
  if (!chat || !from) throw new Error(`no such chat or user: ${chatId}, ${by}`)
  const shut = chat.wire.type === 'private' ? 'blocked' : 'kicked'
  const wasMember = chat.reach === 'open'
  chat.reach = status === 'member' ? 'open' : shut
  return tellMembership(world, chat, from, { from: wasMember ? 'member' : 'kicked', to: status })
}

function tellMembership(
  world: TelegramWorld,
  chat: Chat,
  from: WireUser,
  change: { readonly from: 'left' | 'member' | 'kicked'; readonly to: 'member' | 'kicked' },
): number | undefined {
  const member = (status: string) => ({
    user: world.bot,
    status,
    ...(status === 'kicked' && { until_date: 0 }),
  })
  const content = {
    chat: chat.wire,
    from,
    date: Math.floor(world.clock() / 1000),
    old_chat_member: member(change.from),
    new_chat_member: member(change.to),
  }
  return world.updates.add('my_chat_member', content, chat.wire.id)
}

function createGroup(world: TelegramWorld, { id, title, owner }: NewGroup): number {
  const groupId = id ?? -randomInteger(world.random, 100_000_000, 999_999_999)
  const from = world.users.get(owner)
  if (!from) throw new Error(`no such user: ${owner}`)
  const chat: Chat = { wire: { id: groupId, type: 'group', title }, reach: 'open' }
  world.chats.set(groupId, chat)
  tellMembership(world, chat, from, { from: 'left', to: 'member' })
  return groupId
}

/** Telegram Bot API, Message: the old chat is told migrate_to_chat_id, the new one migrate_from_chat_id. */
function upgradeGroup(world: TelegramWorld, groupId: number): number {
  const old = world.chats.get(groupId)
  if (old?.wire.type !== 'group') throw new Error(`no such group: ${groupId}`)
  const newId = -1_000_000_000_000 - randomInteger(world.random, 1_000_000_000, 1_999_999_999)
  const upgraded: Chat = { wire: { ...old.wire, id: newId, type: 'supergroup' }, reach: old.reach }
  world.chats.set(newId, upgraded)
  old.movedTo = newId
  const anonymous = { id: 1087968824, is_bot: true, first_name: 'Group' }
  const left = post(world, old, anonymous, { migrate_to_chat_id: newId })
  const entered = post(world, upgraded, anonymous, { migrate_from_chat_id: groupId })
  world.updates.add('message', left, groupId)
  world.updates.add('message', entered, newId)
  return newId
}
