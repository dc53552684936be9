import pg from 'pg'
import type { Inbound } from '../../bot/inbound.ts'
import { openInbound } from '../../bot/inbound.ts'
import { openLog } from '../../bot/log.ts'
import { openMetrics } from '../../bot/metrics.ts'
import type { Channels } from '../../bot/open-channels.ts'
import { openChannels } from '../../bot/open-channels.ts'
import { valueOf } from '../../bot/shipped.ts'
import { loadCampaign, loadUnits } from '../../core/campaign/load-campaign.ts'
import { loadOfficials } from '../../core/official/load-officials.ts'
import type { Address, ChannelName } from '../../core/delivery/channel.ts'
import type { Official } from '../../core/official/official.ts'
import { readOfficialsFile } from '../../prisma/files/officials-file.ts'
import { readPlanFile } from '../../prisma/files/plan-file.ts'
import { readUnitsFile } from '../../prisma/files/units-file.ts'
import { faultsOf } from '../bot/texts/courtesy.ts'
import type { TestMemory } from './memory.ts'
import { link, openTestMemory } from './memory.ts'
import type { CampaignFiles } from './world.ts'

/** What a person says and hears, with the moment of the clock moving on from word to word. */
export type Speaker = {
  readonly channel: ChannelName
  readonly official: Official
  /** Everything the bot has said to this person, oldest first. */
  heard(): Promise<readonly string[]>
  /** Writes, and gives what is said next; fails where no answer holds all of `parts`. */
  says(text: string, ...parts: readonly string[]): Promise<string>
  /** Sends a photo with words below it. */
  sendsPhoto(caption: string, ...parts: readonly string[]): Promise<string>
  /** The same, marked as an answer to what the bot had `said` (Telegram). */
  answersByPhoto(said: string, caption: string, ...parts: readonly string[]): Promise<string>
  /** Sends what is neither words nor a photo, and gives what is said to it. */
  sends(kind: Sent): Promise<readonly string[]>
  /** Writes an answer to what the bot had `said`, marked as one (Telegram). */
  answers(said: string, text: string, ...parts: readonly string[]): Promise<string>
  /** Edits the own message of that place, counted from the first (Telegram), and gives what is said to it. */
  edits(place: number, text: string): Promise<readonly string[]>
  /** Presses a button of the newest message that has one (Telegram). */
  presses(label: string, ...parts: readonly string[]): Promise<string>
  /** Forgets what was heard so far: `hears` looks only at what comes after. */
  listens(): Promise<void>
  /** What came since `listens`, with all of `parts`; fails where nothing did. */
  hears(...parts: readonly string[]): Promise<string>
}

/** "unsupported": a place, a contact; on Zalo also files and whatever else it keeps to itself. */
export type Sent = 'voice' | 'sticker' | 'file' | 'unsupported'

/**
 * Conversations with the product's own pipeline between both channels and a database: what is said is
 * parsed, understood, acted on and phrased as ever, and nothing leaves. For what many people say to
 * each other over months; what processes and platforms do to it is told by stories in a world.
 */
export type Talk = {
  readonly memory: TestMemory
  /** Rows of the database, as whoever reads them there would. */
  rows(sql: string): Promise<readonly Record<string, unknown>[]>
  speaker(channel: ChannelName, code: string): Promise<Speaker>
  moveTo(iso: string): void
  /** Ends it; fails where something was said that is not courteous. */
  close(): Promise<void>
}

/** Nothing is sent: the pipeline ends at the outbox. */
const config = (token: string) =>
  ({ token, apiRoot: 'http://127.0.0.1:9', mode: 'polling' }) as const
const CONFIGS = {
  telegram: config('7000000001:stand-in-secret-half'),
  zalo: config('7000000000000000002:stand-in-secret-half'),
}

type Piece = {
  readonly text?: string
  readonly photo?: boolean
  readonly press?: string
  readonly sent?: Sent
  /** What the bot had said in the message that is answered. */
  readonly answers?: string
  /** The number of the message that is edited. */
  readonly edits?: number
}
type Room = {
  readonly channels: Channels['all']
  readonly memory: TestMemory
  readonly tables: pg.Pool
  readonly inbound: Inbound
  /** The next moment, some seconds after the last, and a number that no other event has. */
  readonly tick: () => { readonly at: number; readonly number: number }
  /** What may be a piece of more waits a moment for the rest. */
  readonly letWaitsEnd: () => Promise<void>
}

export async function openTalk(at: string, campaign?: CampaignFiles): Promise<Talk> {
  const channels = openChannels(CONFIGS)
  const memory = await openTestMemory({ at, channels: channels.all, shipped: !campaign })
  if (campaign) await loadFiles(memory, campaign)
  const tables = new pg.Pool({ connectionString: memory.database.url, max: 2 })
  const inbound = openInbound({
    channels: channels.all,
    intake: memory.intake,
    transactions: memory.transactions,
    clock: memory.clock,
    lanes: 2,
    send: async () => undefined,
    wake: () => undefined,
    log: openLog('warn'),
    metrics: openMetrics(memory.transactions, memory.pace),
  })
  let number = 0
  const tick: Room['tick'] = () => {
    number += 1
    const next = memory.clock.now().add({ seconds: 20 })
    memory.clock.set(next.toString())
    return { at: next.epochMilliseconds, number }
  }
  const letWaitsEnd = async (): Promise<void> => {
    tick()
    await inbound.resume()
    await inbound.drained()
  }
  const room = { channels: channels.all, memory, tables, inbound, tick, letWaitsEnd }
  let people = 0
  return {
    memory,
    rows: async (sql) => (await tables.query<Record<string, unknown>>(sql)).rows,
    speaker: (channel, code) => {
      people += 1
      return openSpeaker(room, { channel, code, chat: String(900 + people) })
    },
    moveTo: (iso) => memory.clock.set(iso),
    close: async () => {
      const said = await spoken(tables)
      await channels.close()
      await tables.end()
      await memory.close()
      const faulty = said.flatMap((text) => faultsOf(text, 'list').map((why) => `${why} ← ${text}`))
      if (faulty.length > 0) throw new Error([...new Set(faulty)].join('\n'))
    },
  }
}

async function loadFiles(memory: TestMemory, files: CampaignFiles): Promise<void> {
  const units = valueOf(await readUnitsFile(files.units))
  const plan = valueOf(await readPlanFile(files.plan, units))
  const roster = valueOf(await readOfficialsFile(files.officials, units))
  await memory.run(async (tx) => {
    await loadCampaign(tx, plan)
    await loadUnits(tx, plan.id, units)
    await loadOfficials(tx, roster)
  })
}

/** Texts of what is in the outbox, oldest first: of one address, or of all. */
async function spoken(tables: pg.Pool, address?: Address): Promise<readonly string[]> {
  const where = address === undefined ? '' : `where address = '${address}'`
  const { rows } = await tables.query<{ payload: { text?: string; caption?: string } }>(
    `select payload from outbox_part ${where} order by seq`,
  )
  return rows.map(({ payload }) => payload.text ?? payload.caption ?? '')
}

async function openSpeaker(
  room: Room,
  { channel: name, code, chat }: { channel: ChannelName; code: string; chat: string },
): Promise<Speaker> {
  const channel = [...room.channels.values()].find((one) => one.name === name)
  if (!channel) throw new Error(`${name} is not open`)
  const address = `${name}:${channel.botId}:${chat}` as Address
  const { official } = await link(room.memory, code, { channel: name, chat: address })
  const heard = () => spoken(room.tables, address)
  let from = 0
  const hears = async (parts: readonly string[]): Promise<string> => {
    const since = (await heard()).slice(from)
    const found = since.find((text) => parts.every((part) => text.includes(part)))
    if (found !== undefined) return found
    throw new Error(`${code} did not hear “${parts.join(' … ')}” but:\n${since.join('\n---\n')}`)
  }
  const listens = async (): Promise<void> => {
    from = (await heard()).length
  }
  const written: number[] = []
  const does = async (piece: Piece): Promise<void> => {
    await listens()
    const moment = room.tick()
    written.push(moment.number)
    await room.inbound.take(channel, bodyOf(name, { chat, piece, ...moment }))
    await room.inbound.drained()
    if ((await heard()).length === from) await room.letWaitsEnd()
  }
  const acts = async (piece: Piece, parts: readonly string[]): Promise<string> => {
    await does(piece)
    return hears(parts)
  }
  const tries = async (piece: Piece): Promise<readonly string[]> => {
    await does(piece)
    return (await heard()).slice(from)
  }
  return {
    channel: name,
    official,
    heard,
    listens,
    says: (text, ...parts) => acts({ text }, parts),
    sendsPhoto: (caption, ...parts) => acts({ text: caption, photo: true }, parts),
    answersByPhoto: (answers, caption, ...parts) =>
      acts({ text: caption, photo: true, answers }, parts),
    sends: (sent) => tries({ sent }),
    answers: (answers, text, ...parts) => acts({ text, answers }, parts),
    edits: (place, text) => tries({ text, edits: written[place] ?? 0 }),
    presses: async (label, ...parts) => {
      const press = await dataOf(room.tables, address, label)
      return acts({ press }, parts)
    },
    hears: (...parts) => hears(parts),
  }
}

/** What the newest button with that label carries. */
async function dataOf(tables: pg.Pool, address: Address, label: string): Promise<string> {
  type Button = { readonly text: string; readonly callback_data: string }
  type Keyboard = { readonly reply_markup?: { readonly inline_keyboard: readonly Button[][] } }
  const { rows } = await tables.query<{ payload: Keyboard }>(
    `select payload from outbox_part where address = '${address}' order by seq desc`,
  )
  const keyboard = rows.find(({ payload }) => payload.reply_markup)?.payload.reply_markup
  const button = keyboard?.inline_keyboard.flat().find(({ text }) => text.includes(label))
  if (!button) throw new Error(`no button "${label}"`)
  return button.callback_data
}

type Said = {
  readonly chat: string
  readonly piece: Piece
  readonly at: number
  readonly number: number
}

/** As each platform hands it over. */
function bodyOf(name: ChannelName, said: Said): unknown {
  return name === 'telegram' ? telegramBody(said) : zaloBody(said)
}

const TELEGRAM_SENT: Readonly<Record<Sent, (id: string) => object>> = {
  voice: (id) => ({ voice: { file_id: id, file_unique_id: 'x', duration: 3 } }),
  sticker: (id) => ({ sticker: { file_id: id, file_unique_id: 'x', type: 'regular' } }),
  file: (id) => ({ document: { file_id: id, file_unique_id: 'x', file_name: 'dien-thu.pdf' } }),
  unsupported: () => ({ location: { latitude: 21.65, longitude: 106.56 } }),
}

function telegramBody({ chat, piece, at, number }: Said): unknown {
  const { text, photo, press, sent, answers, edits } = piece
  const from = { id: Number(chat), is_bot: false, first_name: 'x' }
  const message = {
    message_id: edits ?? number,
    date: Math.floor(at / 1000),
    chat: { id: Number(chat), type: 'private', first_name: 'x' },
    from,
  }
  if (press !== undefined)
    return {
      update_id: number,
      callback_query: { id: String(number), from, message, chat_instance: '1', data: press },
    }
  if (edits !== undefined)
    return { update_id: number, edited_message: { ...message, edit_date: message.date, text } }
  if (sent)
    return { update_id: number, message: { ...message, ...TELEGRAM_SENT[sent](`f${number}`) } }
  const bot = { id: Number(CONFIGS.telegram.token.split(':')[0]), is_bot: true, first_name: 'x' }
  const reply_to_message = { ...message, message_id: 1, from: bot, text: answers }
  const sizes = [{ file_id: `photo-${number}`, file_unique_id: 'x', width: 9, height: 9 }]
  const content = photo ? { photo: sizes, caption: text } : { text }
  const quoted = answers === undefined ? {} : { reply_to_message }
  return { update_id: number, message: { ...message, ...content, ...quoted } }
}

const ZALO_SENT: Readonly<Record<Sent, readonly [event: string, fields: object]>> = {
  voice: ['voice', { voice_url: 'https://f2-voice-aac-dl.zdn.vn/dien-thu/giong-noi.aac' }],
  sticker: ['sticker', { sticker: 'x', url: 'https://zalo-api.zadn.vn/dien-thu/oasticker' }],
  file: ['unsupported', {}],
  unsupported: ['unsupported', {}],
}

function zaloBody({ chat, piece: { text, photo, sent }, at, number }: Said): unknown {
  const message = {
    date: at,
    chat: { chat_type: 'PRIVATE', id: chat },
    message_id: `m${number}`,
    from: { id: chat, is_bot: false, display_name: 'x' },
  }
  if (sent) {
    const [event, fields] = ZALO_SENT[sent]
    return { event_name: `message.${event}.received`, message: { ...message, ...fields } }
  }
  if (!photo) return { event_name: 'message.text.received', message: { ...message, text } }
  const image = { caption: text, photo_url: `https://photo-stal-29.zdn.vn/dien-thu/${number}.jpg` }
  return { event_name: 'message.image.received', message: { ...message, ...image } }
}
