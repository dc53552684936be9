import { ApiRefusal, strictMethods, type ApiMethod } from '../bot-api.ts'
import { fetchMedia } from '../media-shelf.ts'
import type { FieldProblem } from '../request-fields.ts'
import { zaloFields, type ZaloFields } from './fields.ts'
import { newMessageId, show, type Shown, type ZaloChat, type ZaloWorld } from './world.ts'

/** Zalo Bot API, sendMessage and sendPhoto: 1–2000 characters; counted here in UTF-16 units. */
const LONGEST_TEXT = 2000

/** Zalo Bot API, sendMessage: what a send returns; `date` in milliseconds since the epoch. */
type Receipt = { readonly message_id: string; readonly date: number }

const method = strictMethods(describe)

/** The Bot API's methods, by their documented names. `testsPerDay` limits testWebhook. */
export function zaloMethods(
  world: ZaloWorld,
  testsPerDay: number,
): Readonly<Record<string, ApiMethod>> {
  return {
    getMe: method(zaloFields.getMe, () => describeBot(world)),
    getUpdates: method(zaloFields.getUpdates, ({ timeout }, signal) =>
      world.events.poll(timeout, signal),
    ),
    setWebhook: method(zaloFields.setWebhook, (fields) => setWebhook(world, fields)),
    deleteWebhook: method(zaloFields.deleteWebhook, () => {
      world.events.setWebhook(undefined)
      return world.events.webhookInfo()
    }),
    getWebhookInfo: method(zaloFields.getWebhookInfo, () => world.events.webhookInfo()),
    testWebhook: method(zaloFields.testWebhook, () => testWebhook(world, testsPerDay)),
    sendMessage: method(zaloFields.sendMessage, (fields) => sendMessage(world, fields)),
    sendPhoto: method(zaloFields.sendPhoto, (fields) => sendPhoto(world, fields)),
    sendSticker: method(zaloFields.sendSticker, ({ chat_id, sticker }) =>
      receipt(world, knownChat(world, chat_id), { attachment: { kind: 'sticker', name: sticker } }),
    ),
    sendVoice: method(zaloFields.sendVoice, (fields) => sendVoice(world, fields)),
    sendChatAction: method(zaloFields.sendChatAction, ({ chat_id }) => {
      // Zalo Bot API, sendChatAction: `ok` true and no result.
      world.phones.touch(knownChat(world, chat_id).id)
    }),
  }
}

/** Measured: "The chat_id must not be empty"; the wording of the other two is ours. */
function describe({ name, problem }: FieldProblem): string {
  if (problem === 'missing') return `Bad request: The ${name} must not be empty`
  return `Bad request: The ${name} is ${problem === 'unknown' ? 'not supported' : 'invalid'}`
}

/** Zalo Bot API, getMe: the id is 19 decimal digits in text. */
function describeBot({ bot }: ZaloWorld) {
  return {
    id: bot.id,
    account_name: bot.accountName,
    account_type: 'BASIC',
    can_join_groups: bot.canJoinGroups,
  }
}

async function setWebhook(world: ZaloWorld, { url, secret_token }: ZaloFields['setWebhook']) {
  checkWebhookUrl(url)
  // Zalo Bot API, setWebhook: secret_token of 8–256 characters.
  if (secret_token.length < 8 || secret_token.length > 256) {
    throw new ApiRefusal(400, 'Bad request: The secret_token must have 8 to 256 characters')
  }
  // Reported by several projects: the address is saved even when its verification fails.
  world.events.setWebhook({ url, secret: secret_token })
  return { ...world.events.webhookInfo(), verification: await world.events.verify() }
}

/**
 * Zalo Bot API, setWebhook: a public https address; localhost and private addresses are refused. An
 * app on the stand-in's own machine has no other, so loopback is taken here, and only loopback.
 */
function checkWebhookUrl(url: string): void {
  const { protocol, hostname } = URL.canParse(url) ? new URL(url) : new URL('invalid://')
  if (['127.0.0.1', 'localhost', '[::1]'].includes(hostname)) return
  const isPrivate = /^(10\.|127\.|169\.254\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(hostname)
  if (protocol !== 'https:' || isPrivate) {
    throw new ApiRefusal(400, 'Bad request: The url must be a public https address')
  }
}

/** Zalo Bot API, testWebhook: limited per day; over the limit its error is spelt `errorCode` 426. */
async function testWebhook(world: ZaloWorld, testsPerDay: number) {
  const today = Math.floor(world.clock() / 86_400_000)
  const done = world.testsOn.get(today) ?? 0
  if (done >= testsPerDay) throw new ApiRefusal(426, 'Daily limit of testWebhook reached')
  world.testsOn.set(today, done + 1)
  const verification = await world.events.verify()
  if (!verification) throw new ApiRefusal(400, 'Bad request: The webhook is not set')
  return { url: world.events.webhookInfo().url, ...verification }
}

function sendMessage(world: ZaloWorld, { chat_id, text }: ZaloFields['sendMessage']): Receipt {
  if (text.length > LONGEST_TEXT) throw tooLong('text')
  return receipt(world, knownChat(world, chat_id), { text })
}

/** Measured: a photo is a URL that the platform itself fetches; anything else is refused in these words. */
async function sendPhoto(
  world: ZaloWorld,
  { chat_id, photo, caption }: ZaloFields['sendPhoto'],
): Promise<Receipt> {
  if (!/^https?:\/\//.test(photo)) {
    throw new ApiRefusal(400, 'Bad request: The photo must start with http:// or https://')
  }
  if (caption !== undefined && caption.length > LONGEST_TEXT) throw tooLong('caption')
  const chat = knownChat(world, chat_id)
  const picture = await fetchMedia(world.fetch, photo, /^image\//)
  if (!picture) throw new ApiRefusal(400, 'Bad request: The photo URL is invalid')
  const url = world.mediaUrl(world.shelf.put(picture, 'jpg'))
  return receipt(world, chat, { text: caption, attachment: { kind: 'photo', url } })
}

/** Zalo Bot API, sendVoice: an .aac URL; in a group it answers ok and nothing arrives. */
function sendVoice(world: ZaloWorld, { chat_id, voice_url }: ZaloFields['sendVoice']): Receipt {
  if (!/^https?:\/\/\S+\.aac$/.test(voice_url)) {
    throw new ApiRefusal(400, 'Bad request: The voice_url is invalid')
  }
  const chat = knownChat(world, chat_id)
  if (chat.type === 'GROUP') return { message_id: newMessageId(world), date: world.clock() }
  return receipt(world, chat, { attachment: { kind: 'voice', url: voice_url } })
}

function receipt(world: ZaloWorld, chat: ZaloChat, shown: Shown): Receipt {
  const id = newMessageId(world)
  show(world, chat, { id, ...shown })
  return { message_id: id, date: world.clock() }
}

/** Zalo Bot API: a chat_id is learnt from an event only; the error for any other is not documented. */
function knownChat(world: ZaloWorld, chatId: string): ZaloChat {
  const chat = world.chats.get(chatId)
  if (!chat?.known) throw new ApiRefusal(400, 'Bad request: The chat_id is invalid')
  return chat
}

function tooLong(field: string): ApiRefusal {
  return new ApiRefusal(400, `Bad request: The ${field} must have 1 to ${LONGEST_TEXT} characters`)
}
