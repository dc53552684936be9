import { setTimeout as sleep } from 'node:timers/promises'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { BotKey } from '../../core/delivery/bot.ts'
import type { ChannelName } from '../../core/delivery/channel.ts'
import type { Official } from '../../core/official/official.ts'
import { queueReminders } from '../../core/reminder/queue-reminders.ts'
import { sweepReminders } from '../../core/reminder/sweep-reminders.ts'
import { submitReport } from '../../core/report/submit-report.ts'
import { telegram, TELEGRAM_TOKEN } from '../bot/simulator/stand-ins.ts'
import type { TestDatabase } from '../support/database.ts'
import { loadedDatabase } from '../support/memory.ts'
import { openTables } from '../support/tables.ts'
import type { Person, Stage } from './stage.ts'
import { setStage } from './stage.ts'

const TELEGRAM = `telegram:${TELEGRAM_TOKEN.split(':')[0] ?? ''}` as BotKey

/** The report of October 2025 is due on Saturday 25/10; its ladder begins on Wednesday 22/10 at 08:00. */
const T3 = '2025-10-22T08:00:00+07:00'
const T0 = '2025-10-24T08:00:00+07:00'
const T0_AFTERNOON = '2025-10-24T13:30:00+07:00'
const T1_AFTER = '2025-10-27T08:00:00+07:00'
const T3_AFTER = '2025-10-29T08:00:00+07:00'

let loaded: TestDatabase
let stage: Stage

/** Contacts, one head and an appraiser; nobody else is on the roster any more. */
const PLAYERS = ['CB-025', 'CB-026', 'CB-027', 'CB-029', 'CB-031', 'CB-033', 'CB-035', 'CB-109']

/** An appraiser is reminded of every unit of the campaign. */
const UNITS = 54

beforeAll(async () => {
  loaded = await loadedDatabase()
  const players = PLAYERS.map((code) => `'${code}'`).join()
  await openTables(() => loaded.url).rows(
    `update official set active = false where code not in (${players})`,
  )
})
afterAll(() => loaded.drop())
beforeEach(async () => {
  stage = await setStage(loaded, { at: T3 })
})

const person = (code: string, channel: ChannelName = 'telegram'): Promise<Person> =>
  stage.person(code, channel)
const announce = (to: Person, text: string): Promise<void> => stage.announce(to, text)

function reports(by: Official): Promise<unknown> {
  const content = {
    text: 'không phát sinh',
    items: [],
    dates: [],
    places: [],
    contents: [],
    nothingToReport: true,
  }
  return stage.memory.run((tx) => submitReport(tx, { official: by, content }))
}

/** How many reminders are in each state. */
async function reminders(of: Official): Promise<Record<string, number>> {
  const rows = await stage.tables.rows<{ state: string; count: number }>(
    `select state, count(*)::int as count from reminder where official_id = '${of.id}' group by 1`,
  )
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
}

describe('the sweep', () => {
  test('reminds everybody once, though three run at once and more follow', async () => {
    const people = [await person('CB-025'), await person('CB-026', 'zalo'), await person('CB-027')]
    await Promise.all([stage.run('sweep'), stage.run('sweep'), stage.run('sweep')])
    for (const at of [T3, T3, '2025-10-22T10:00:00+07:00']) await stage.tick(at)
    for (const { heard } of people) expect(heard().length).toBe(1)
    expect(people[0]?.heard()[0]).toContain('Trợ lý chưa nhận được báo cáo tháng 10/2025')
  })

  test('after a leap of the clock tells only where things stand now', async () => {
    const contact = await person('CB-025')
    await stage.tick(T3)
    await stage.tick(T1_AFTER)
    expect(contact.heard().length).toBe(2)
    expect(contact.heard()[1]).toContain('Gửi lúc này vẫn được ghi nhận')
  })

  test('after a leap back says nothing again', async () => {
    const contact = await person('CB-025')
    for (const at of [T3, T0, T3, T0]) await stage.tick(at)
    expect(contact.heard().length).toBe(2)
  })

  test('after three hours without the product sends what was due, once', async () => {
    const contact = await person('CB-025')
    await stage.tick('2025-10-22T11:00:00+07:00')
    await stage.tick('2025-10-22T11:15:00+07:00')
    expect(contact.heard().length).toBe(1)
  })

  test('writes in office hours of working days only', async () => {
    const contact = await person('CB-025')
    for (const closed of ['22T11:30', '22T12:00', '22T17:30', '25T09:00'])
      await stage.tick(`2025-10-${closed}:00+07:00`)
    expect(contact.heard()).toEqual([])
    await stage.tick('2025-10-27T07:00:00+07:00')
    expect(contact.heard().length).toBe(1)
  })

  test('forgets the last stage when it is two days late, planned or not', async () => {
    const appraiser = await person('CB-109')
    const contact = await person('CB-025')
    stage.at(T3_AFTER)
    await stage.memory.run(sweepReminders)
    expect(await reminders(appraiser.official)).toEqual({ due: UNITS })
    await stage.tick('2025-10-31T08:00:01+07:00')
    expect(appraiser.heard()).toEqual([])
    expect(await reminders(appraiser.official)).toEqual({ expired: UNITS })
    expect(contact.heard()).toEqual([])
  })

  test('of stages that nobody sent sends the latest', async () => {
    const contact = await person('CB-025')
    for (const at of [T3, T0, T0_AFTERNOON]) {
      stage.at(at)
      await stage.memory.run(sweepReminders)
    }
    await stage.tick(T0_AFTERNOON)
    expect(contact.heard().length).toBe(1)
    expect(await reminders(contact.official)).toEqual({ expired: 2, queued: 1 })
  })

  test('reminds nobody of a campaign that is over', async () => {
    const contact = await person('CB-025')
    stage.at('2025-12-31T17:31:00+07:00')
    await stage.memory.run(sweepReminders)
    await stage.tick('2026-01-02T08:00:00+07:00')
    await stage.tick('2026-01-22T08:00:00+07:00')
    expect(contact.heard()).toEqual([])
    expect((await reminders(contact.official))['due']).toBeUndefined()
  })

  test('puts all that one person owes into one message, the nearest first', async () => {
    const contact = await person('CB-025')
    // Friday 26/12/2025: the day after the December report was due, three working days before the window closes.
    await stage.tick('2025-12-26T08:00:00+07:00')
    expect(contact.heard().length).toBe(1)
    expect(contact.heard()[0]).toMatch(
      /báo cáo tháng 12\/2025[\s\S]*Đồng thời:[\s\S]*đề nghị khen/u,
    )
  })

  test('writes unasked twice a day at most', async () => {
    const contact = await person('CB-025')
    await stage.tick(T0)
    await announce(contact, 'Mời treo cờ.')
    await stage.tick(T0_AFTERNOON)
    expect(contact.heard().length).toBe(2)
    expect(await reminders(contact.official)).toEqual({ queued: 1, due: 1 })
  })
})

describe('a duty that is done', () => {
  test('between plan and message is not reminded of', async () => {
    const contact = await person('CB-025')
    const head = await person('CB-026')
    await stage.memory.run(sweepReminders)
    await reports(contact.official)
    await stage.tick(T3)
    expect([contact.heard(), head.heard()]).toEqual([[], []])
  })

  test('between message and sending is not reminded of either', async () => {
    const contact = await person('CB-025')
    const head = await person('CB-026')
    const other = await person('CB-027')
    await stage.run('sweep')
    await reports(contact.official)
    await stage.run('deliver')
    expect([contact.heard(), head.heard()]).toEqual([[], []])
    expect(other.heard().length).toBe(1)
    expect(await reminders(head.official)).toEqual({ cancelled: 1 })
  })

  test('in the very moment in which its message is queued is not reminded of either', async () => {
    const contact = await person('CB-025')
    await stage.memory.run(sweepReminders)
    let report: Promise<unknown> = Promise.resolve()
    await stage.memory.run(async (tx) => {
      await queueReminders(tx, 50)
      report = reports(contact.official)
      // Long enough for the report to come to where it waits for this transaction.
      await sleep(300)
    })
    await report
    await stage.run('deliver')
    expect(contact.heard()).toEqual([])
    expect(await reminders(contact.official)).toEqual({ cancelled: 1 })
  })

  test('has no later stages', async () => {
    const contact = await person('CB-025')
    await stage.tick(T3)
    await reports(contact.official)
    for (const at of [T0, T0_AFTERNOON, T1_AFTER]) await stage.tick(at)
    expect(contact.heard().length).toBe(1)
  })
})

describe('whoever cannot be reached', () => {
  test('because he blocked the bot gets no further call', async () => {
    const contact = await person('CB-025')
    stage.telegram.userBlocks(Number(contact.address.split(':')[2]))
    await stage.tick(T3)
    expect(stage.telegram.calls.length).toBe(1)
    await stage.tick(T0)
    expect(stage.telegram.calls.length).toBe(1)
    expect(await reminders(contact.official)).toEqual({ unreachable: 2 })
  })

  test('is not called while that lasts; what waited comes afterwards, reminders do not', async () => {
    const contact = await person('CB-025')
    await announce(contact, 'Mời treo cờ.')
    await stage.run('sweep')
    const be = (reason?: string) =>
      stage.memory.run((tx) => tx.accounts.setReachability(contact.address, reason))
    await be('blocked')
    await stage.run('deliver')
    expect(stage.telegram.calls).toEqual([])
    expect(await reminders(contact.official)).toEqual({ unreachable: 1 })

    await be()
    await stage.tick('2025-10-22T15:00:00+07:00')
    expect(contact.heard()).toEqual([expect.stringContaining('Mời treo cờ.')])
  })

  test('because he never registered is noted, and nobody is called', async () => {
    const contact = await stage.memory.official('CB-025')
    await stage.tick(T3)
    expect(await reminders(contact)).toEqual({ unreachable: 1 })
    expect(stage.telegram.calls).toEqual([])
  })
})

describe('the delivery', () => {
  test('is woken for each bot by itself, so that a slow one holds up no other', async () => {
    await person('CB-025')
    await stage.run('sweep')
    expect(stage.woken.map((wake) => wake.replace(/\d+$/u, ''))).toEqual([
      'deliver telegram:',
      'deliver zalo:',
    ])
  })

  test('two workers at once make one call for each message', async () => {
    const people = await Promise.all(
      ['CB-025', 'CB-027', 'CB-029', 'CB-031'].map((code) => person(code)),
    )
    await stage.run('sweep')
    await Promise.all([stage.run('deliver'), stage.run('deliver'), stage.run('deliver')])
    for (const { heard } of people) expect(heard().length).toBe(1)
    expect(stage.telegram.calls.length).toBe(people.length)
  })

  test('being told to wait delays that recipient alone, for as long as was said', async () => {
    const slow = await person('CB-025')
    const other = await person('CB-027')
    const chat = slow.address.split(':')[2] ?? ''
    stage.telegram.faults.next({ kind: 'rate-limited', retryAfter: 7, chat })
    await stage.tick(T3)
    expect([slow.heard().length, other.heard().length]).toEqual([0, 1])
    stage.at('2025-10-22T08:00:06.999+07:00')
    await stage.run('deliver')
    expect(slow.heard().length).toBe(0)
    stage.at('2025-10-22T08:00:07+07:00')
    await stage.run('deliver')
    expect(slow.heard().length).toBe(1)
    expect(await stage.tables.rows(`select failures from outbox_part`)).toEqual([
      { failures: 0 },
      { failures: 0 },
    ])
  })

  test('a used-up quota rests the whole bot: one message tries, and the other channel goes on', async () => {
    stage = await setStage(loaded, { at: T3, pace: { perSecond: 5 } })
    const codes = ['CB-025', 'CB-027', 'CB-029', 'CB-031', 'CB-033']
    const people = await Promise.all(codes.map((code) => person(code, 'zalo')))
    const other = await person('CB-035')
    stage.zalo.faults.next({ kind: 'quota-exceeded', times: 100 })
    await stage.tick(T3)
    await stage.run('deliver')
    await stage.run('deliver')
    expect(stage.sendsToZalo().length).toBe(1)
    expect(other.heard().length).toBe(1)

    stage.zalo.faults.clear()
    await stage.tables.rows(`update bot_pace set paused_until = now() where bot like 'zalo:%'`)
    await stage.run('deliver')
    await stage.run('deliver')
    for (const { heard } of people) expect(heard().length).toBe(1)
  })

  test('the parts of a message arrive in order, and the first is not sent again for the second', async () => {
    const reader = await person('CB-025')
    const chat = reader.address.split(':')[2] ?? ''
    const sentences = Array.from({ length: 300 }, (_, n) => `Câu thứ ${n} của thông báo dài.`)
    await announce(reader, sentences.join(' '))
    stage.telegram.faults.next({ kind: 'slow', delayMs: 1, chat })
    stage.telegram.faults.next({ kind: 'rate-limited', retryAfter: 3, chat })
    await stage.run('deliver')
    expect(reader.heard().length).toBe(1)
    stage.at('2025-10-22T08:00:03+07:00')
    await Promise.all([stage.run('deliver'), stage.run('deliver')])
    const said = reader.heard().join(' ')
    expect(reader.heard().length).toBeGreaterThan(1)
    for (const sentence of sentences) expect(said.split(sentence).length).toBe(2)
    expect(said.indexOf('Câu thứ 0 ')).toBeLessThan(said.indexOf('Câu thứ 299 '))
  })

  test('without an answer a message is uncertain, listed and never sent again', async () => {
    const reader = await person('CB-025', 'zalo')
    stage.zalo.faults.next({ kind: 'dropped', accepted: false })
    await stage.tick(T3)
    await stage.tick('2025-10-22T16:00:00+07:00')
    expect(reader.heard()).toEqual([])
    expect(stage.sendsToZalo().length).toBe(1)
    const listed = await stage.memory.run((tx) => tx.outbox.listUncertain(10))
    expect(listed).toMatchObject([{ cause: 'reminder', officialId: reader.official.id }])
    await stage.tick(T0)
    expect(reader.heard().length).toBe(1)
  })

  test('what a process left in the middle of a send is uncertain once its lease is over', async () => {
    stage.at('2025-10-21T08:00:00+07:00')
    const reader = await person('CB-025')
    await announce(reader, 'Mời treo cờ.')
    await announce(reader, 'Mời dự lễ.')
    const now = stage.memory.clock.now()
    const due = { bot: TELEGRAM, limit: 1, now, pace: { perSecond: 30 } }
    const leaseUntil = due.now.add({ seconds: 25 })
    const { departures } = stage.memory
    const claimed = await departures.claim({ ...due, leaseUntil })
    expect((await departures.begin(claimed, { ...due, leaseUntil })).length).toBe(1)
    const states = () => stage.memory.run((tx) => tx.outbox.summarize())
    await stage.tick('2025-10-21T08:00:25+07:00')
    expect(await states()).toEqual({ sending: 1, pending: 1 })
    await stage.tick('2025-10-21T08:00:25.001+07:00')
    expect(await states()).toEqual({ uncertain: 1, sent: 1 })
    expect(reader.heard().join()).toContain('Mời dự lễ.')
  })

  test('what a process had claimed and not begun is sent by another', async () => {
    const reader = await person('CB-025')
    await announce(reader, 'Mời treo cờ.')
    const now = stage.memory.clock.now()
    const due = { bot: TELEGRAM, limit: 1, now, pace: { perSecond: 30 } }
    const leaseUntil = due.now.add({ seconds: 25 })
    const { departures } = stage.memory
    const claimed = await departures.claim({ ...due, leaseUntil })
    await stage.run('deliver')
    expect(reader.heard()).toEqual([])
    stage.at('2025-10-22T08:00:25+07:00')
    await stage.run('deliver')
    expect(reader.heard().length).toBe(1)
    const lease = Temporal.Instant.from('2025-10-22T09:00:00+07:00')
    expect(await departures.begin(claimed, { ...due, leaseUntil: lease })).toEqual([])
  })

  test('a process that waits for another to have sent holds no part meanwhile', async () => {
    const reader = await person('CB-025')
    await announce(reader, 'Mời treo cờ.')
    const { tables } = stage
    await tables.rows(
      `insert into bot_pace (bot, next_at, sender, sender_until)
       values ('${TELEGRAM}', now(), 'another', now() + interval '1 hour')`,
    )
    const waiting = stage.run('deliver')
    await tables.until(
      `select bool_and(attempts = 1 and lease_until is null) as holds from outbox_part`,
      20_000,
    )
    await sleep(600) // it asks again meanwhile
    await tables.rows(`update bot_pace set sender_until = now()`)
    await waiting
    expect(reader.heard().length).toBe(1)
    expect(await tables.rows(`select attempts from outbox_part`)).toEqual([{ attempts: 2 }])
  })

  test('a chat gets a burst at once and then one message as its pace allows; others do not wait', async () => {
    const pace = { perSecond: 1_000, perChat: { burst: 2, everyMs: 60_000 } }
    const [reader, other] = [await person('CB-025'), await person('CB-026')]
    for (const text of ['Một.', 'Hai.', 'Ba.', 'Bốn.']) await announce(reader, text)
    const { departures, clock } = stage.memory
    const leaves = async () => {
      const now = clock.now()
      const leave = { bot: TELEGRAM, leaseUntil: now.add({ seconds: 25 }), pace }
      const [part] = await departures.begin(
        await departures.claim({ ...leave, limit: 1, now }),
        leave,
      )
      await departures.arrive([{ part: part!, receipt: '1' }], now)
      return { to: part!.address, waitMs: part!.waitMs }
    }
    expect([await leaves(), await leaves()].map(({ waitMs }) => waitMs)).toEqual([0, 0])
    const third = await leaves()
    expect(third.waitMs).toBeGreaterThan(50_000)
    expect(third.waitMs).toBeLessThanOrEqual(60_000)
    expect((await leaves()).waitMs).toBeGreaterThan(110_000)
    await announce(other, 'Năm.')
    expect(await leaves()).toEqual({ to: other.address, waitMs: 0 })
  })

  test('a platform that is away is asked again, and nothing is lost', async () => {
    const reader = await person('CB-025')
    await stage.run('sweep')
    const { port } = stage.telegram
    await stage.telegram.close()
    await stage.run('deliver')
    expect(await stage.tables.rows(`select state, failures from outbox_part`)).toEqual([
      { state: 'pending', failures: 1 },
    ])
    const back = await telegram({ port })
    const chat = Number(reader.address.split(':')[2])
    back.createUser({ id: chat, firstName: 'CB-025', started: true })
    stage.at('2025-10-22T08:00:05+07:00')
    await stage.run('deliver')
    expect(back.messages(chat).length).toBe(1)
  })
})

describe('evidence', () => {
  test('is fetched once, with its kind and digest', async () => {
    const { official, address } = await person('CB-025', 'zalo')
    const chat = address.split(':')[2] ?? ''
    const bytes = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])
    stage.zalo.userSendsPhoto(chat, { bytes })
    const ref = stage.zalo.messages(chat)[0]?.attachment?.url ?? ''
    await stage.memory.run((tx) =>
      tx.evidence.insert({
        id: tx.chance.uuid(),
        unitCode: official.unitCode,
        officialId: official.id,
        channel: 'zalo',
        kind: 'photo',
        ref,
        receivedAt: tx.now,
      }),
    )
    await Promise.all([stage.run('fetch-evidence'), stage.run('fetch-evidence')])
    const rows = await stage.tables.rows<{ state: string; bytes: Buffer; sha256: string }>(
      `select state, bytes, sha256 from evidence`,
    )
    expect(rows.length).toBe(1)
    expect(rows[0]?.state).toBe('fetched')
    expect(Uint8Array.from(rows[0]?.bytes ?? [])).toEqual(bytes)
    expect(rows[0]?.sha256).toMatch(/^[0-9a-f]{64}$/u)
  })
})
