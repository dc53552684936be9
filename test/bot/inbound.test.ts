import { Writable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { openInbound } from '../../bot/inbound.ts'
import { openLog } from '../../bot/log.ts'
import { openMetrics } from '../../bot/metrics.ts'
import { openChannels } from '../../bot/open-channels.ts'
import { deliverOutbox } from '../../core/delivery/deliver-outbox.ts'
import { openTurns } from '../../core/delivery/turns.ts'
import type { TestDatabase } from '../support/database.ts'
import { loadedDatabase, openTestMemory } from '../support/memory.ts'
import { openTables } from '../support/tables.ts'
import { telegram, TELEGRAM_TOKEN } from './simulator/stand-ins.ts'

/** Occurs in what people write, and may not occur in the log. */
const PRIVATE = 'chuyệnriêng'
const BOT = TELEGRAM_TOKEN.split(':')[0] ?? ''

let loaded: TestDatabase
beforeAll(async () => {
  loaded = await loadedDatabase()
  return () => loaded.drop()
})

/** The pipeline between a database and Telegram, with a clock that stands still. */
async function openPipeline() {
  const platform = await telegram()
  const channels = openChannels({
    telegram: { token: TELEGRAM_TOKEN, apiRoot: platform.apiRoot, mode: 'polling' },
  })
  const memory = await openTestMemory({
    at: '2025-10-20T08:00:00+07:00',
    from: loaded,
    channels: channels.all,
  })
  onTestFinished(async () => {
    await channels.close()
    await memory.close()
  })
  let logged = ''
  const sink = new Writable({
    write: (line, _encoding, done) => {
      logged += String(line)
      done()
    },
  })
  const { transactions, departures, intake, pace, clock } = memory
  const elapsedMs = () => performance.now()
  const delivery = {
    ...{ transactions, departures, pace, clock, elapsedMs },
    turns: openTurns({ elapsedMs, sleep }),
    sleep: (ms: number) => sleep(ms, true),
  }
  const signal = new AbortController().signal
  /** The part of it that a process has for itself. */
  const join = () =>
    openInbound({
      channels: channels.all,
      intake,
      transactions,
      clock,
      lanes: 4,
      send: async (channel, address) => {
        await deliverOutbox(delivery, channel, { pace: { perSecond: 500 }, address, signal })
      },
      wake: () => undefined,
      log: openLog('info', sink),
      metrics: openMetrics(transactions, memory.pace),
    })
  const channel = [...channels.all.values()][0]!
  const tables = openTables(() => memory.database.url)
  return { platform, channel, memory, inbound: join(), join, tables, logged: () => logged }
}

type Pipeline = Awaited<ReturnType<typeof openPipeline>>

let updates = 0
/** A message from that person's phone, as the platform would hand it over. */
function says(chat: number, text: string): unknown {
  updates += 1
  return {
    update_id: updates,
    message: {
      message_id: updates,
      date: Date.UTC(2025, 9, 20, 1) / 1000,
      chat: { id: chat, type: 'private', first_name: 'x' },
      from: { id: chat, is_bot: false, first_name: 'x' },
      text,
    },
  }
}

/** An event as a newer version of the product might have stored it: nothing here can handle it. */
async function poison({ tables }: Pipeline, chat: number): Promise<void> {
  const address = `telegram:${BOT}:${chat}`
  const event = {
    kind: 'text',
    eventId: 'poison',
    botId: BOT,
    conversation: { address, kind: 'direct' },
    at: Date.UTC(2025, 9, 20, 1),
    text: PRIVATE,
  }
  await tables.rows(
    `insert into inbox (channel, bot_id, event_id, address, event, received_at)
     values ('telegram', '${BOT}', 'poison', '${address}', '${JSON.stringify(event)}', now())`,
  )
}

describe('an event that fails whenever it is handled', () => {
  test('is tried five times, later and later, then kept for a person; its sender is told, once', async () => {
    const pipeline = await openPipeline()
    const { platform, memory, inbound, tables, channel } = pipeline
    const { id } = platform.createUser({ firstName: 'x', started: true })
    await poison(pipeline, id)
    const tryAt = async (time: string): Promise<unknown> => {
      memory.clock.set(`2025-10-20T${time}+07:00`)
      await inbound.resume()
      await inbound.drained()
      const [row] = await tables.rows<{ attempts: number; state: string }>(
        `select attempts, state from inbox where event_id = 'poison'`,
      )
      return `${row?.attempts ?? ''} ${row?.state ?? ''}`
    }
    expect(await tryAt('08:00:00')).toBe('1 waiting')
    expect(await tryAt('08:00:01')).toBe('1 waiting')
    await inbound.take(channel, says(id, 'xin chào'))
    await inbound.drained()
    expect(platform.messages(id)).toEqual([])
    expect(await tryAt('08:00:02')).toBe('2 waiting')
    expect(await tryAt('08:00:12')).toBe('3 waiting')
    expect(await tryAt('08:01:12')).toBe('4 waiting')
    expect(await tryAt('08:06:11')).toBe('4 waiting')
    expect(await tryAt('08:06:12')).toBe('4 for-person')
    // What came behind it had to wait, and is answered now.
    await tryAt('08:06:13')
    const heard = platform.messages(id).map(({ text }) => text)
    expect(heard).toEqual([
      expect.stringContaining('vừa gặp lỗi'),
      expect.stringContaining('mã đăng ký'),
    ])
    expect(await memory.run((tx) => tx.inbox.balance())).toEqual({
      received: 2,
      done: 1,
      waiting: 0,
      forPerson: 1,
    })
    expect(pipeline.logged()).toContain('could not be handled')
    expect(pipeline.logged()).not.toContain(PRIVATE)
  })

  test('holds up its own chat only', async () => {
    const pipeline = await openPipeline()
    const { platform, inbound, channel } = pipeline
    const [ill, well] = ['a', 'b'].map((firstName) =>
      platform.createUser({ firstName, started: true }),
    )
    await poison(pipeline, ill!.id)
    await inbound.resume()
    await inbound.take(channel, says(well!.id, 'xin chào'))
    await inbound.drained()
    expect(platform.messages(well!.id).length).toBe(1)
  })
})

describe('two processes on one database', () => {
  test('handle every message once, whichever of them took it in', async () => {
    const { platform, channel, inbound, join, tables } = await openPipeline()
    const people = Array.from({ length: 8 }, (_, n) =>
      platform.createUser({ firstName: `p${n}`, started: true }),
    )
    const other = join()
    await Promise.all(
      Array.from({ length: 5 }).flatMap(() =>
        people.map(({ id }, index) =>
          (index % 2 === 0 ? inbound : other).take(channel, says(id, 'xin chào')),
        ),
      ),
    )
    await Promise.all([inbound.resume(), other.resume()])
    await Promise.all([inbound.drained(), other.drained()])
    for (const { id } of people) expect(platform.messages(id).length).toBe(5)
    expect(await tables.rows(`select 1 from inbox where state <> 'done'`)).toEqual([])
  })
})

/** A photo as the platform would hand it over. */
function shows(chat: number, photo: { caption?: string; album?: string }): unknown {
  updates += 1
  return {
    update_id: updates,
    message: {
      message_id: updates,
      date: Date.UTC(2025, 9, 20, 1) / 1000,
      chat: { id: chat, type: 'private', first_name: 'x' },
      from: { id: chat, is_bot: false, first_name: 'x' },
      photo: [{ file_id: PRIVATE, file_unique_id: 'u', width: 90, height: 90 }],
      ...(photo.caption === undefined ? {} : { caption: photo.caption }),
      ...(photo.album === undefined ? {} : { media_group_id: photo.album }),
    },
  }
}

describe('what may not be kept', () => {
  test('is refused before it is stored; the trail knows that, and the sender what to do', async () => {
    const { platform, channel, inbound, tables, logged } = await openPipeline()
    const { id } = platform.createUser({ firstName: 'x', started: true })
    const sent = [
      says(id, `TỐI MẬT\nKế hoạch ${PRIVATE}`),
      shows(id, { caption: `CCCD của ${PRIVATE}`, album: 'a1' }),
      shows(id, { album: 'a1' }),
    ]
    for (const update of sent) await inbound.take(channel, update)
    await inbound.drained()
    const [secret, paper, ...more] = platform.messages(id).map(({ text }) => text)
    expect(secret).toContain('văn bản mật')
    expect(paper).toContain('giấy tờ tùy thân')
    expect(more).toEqual([])
    const stored = await tables.rows<{ event: { kind: string } }>(
      `select event from inbox where address = 'telegram:${BOT}:${id}'`,
    )
    expect(stored.map(({ event }) => event.kind)).toEqual(['withheld', 'withheld', 'withheld'])
    expect(JSON.stringify(stored)).not.toContain(PRIVATE)
    const trail = await tables.rows<{ data: unknown }>(
      `select data from audit_event where kind = 'content-withheld' order by id`,
    )
    expect(trail.map(({ data }) => data)).toMatchObject([
      { why: 'secret-mark' },
      { why: 'identity-paper' },
      { why: 'identity-paper' },
    ])
    expect(logged()).not.toContain(PRIVATE)
  })
})
