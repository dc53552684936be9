import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { loadCampaign } from '../../../core/campaign/load-campaign.ts'
import { instantOf } from '../../../core/calendar/local-time.ts'
import { promiseDuty } from '../../../core/duty/make-promise.ts'
import { moveDeadline } from '../../../core/duty/move-deadline.ts'
import type { Official } from '../../../core/official/official.ts'
import { queueReminders } from '../../../core/reminder/queue-reminders.ts'
import { sweepReminders } from '../../../core/reminder/sweep-reminders.ts'
import { submitReport } from '../../../core/report/submit-report.ts'
import type { TestDatabase } from '../../support/database.ts'
import type { TestMemory } from '../../support/memory.ts'
import { link, loadedDatabase, openTestMemory } from '../../support/memory.ts'
import type { Tables } from '../../support/tables.ts'
import { openTables } from '../../support/tables.ts'

/** The report of November 2025 is due on Tuesday 25/11 at 16:30. */
const NOVEMBER = 'chi-lang:report:2025-11'
const T3 = '2025-11-20T08:00:00+07:00'
const T1 = '2025-11-24T08:00:00+07:00'
const T0 = '2025-11-25T08:00:00+07:00'
const T0_AFTERNOON = '2025-11-25T13:30:00+07:00'
const T1_AFTER = '2025-11-26T08:00:00+07:00'
const T3_AFTER = '2025-11-28T08:00:00+07:00'

/** Contact and head of one commune, the contacts of two more, and an appraiser. */
const PLAYERS = ['CB-025', 'CB-026', 'CB-027', 'CB-029', 'CB-109']

let loaded: TestDatabase
let memory: TestMemory
let tables: Tables

beforeAll(async () => {
  loaded = await loadedDatabase()
  const players = PLAYERS.map((code) => `'${code}'`).join()
  await openTables(() => loaded.url).rows(
    `update official set active = false where code not in (${players})`,
  )
})
afterAll(() => loaded.drop())
beforeEach(async () => {
  memory = await openTestMemory({ at: T3, from: loaded })
  tables = openTables(() => memory.database.url)
  // The nomination window has a ladder of its own, which would be merged into these.
  await tables.rows(`delete from duty where deadline_id not like '%:report:2025-11'`)
  onTestFinished(() => memory.close())
})

/** Sets the clock, and does what the jobs do then. */
async function tick(at: string): Promise<void> {
  memory.clock.set(at)
  await memory.run(sweepReminders)
  while ((await memory.run((tx) => queueReminders(tx, 2))) > 0);
}

type Row = { text: string; state: string; channel: string }

/** What has been queued for the person, oldest first. */
async function heard(of: Official): Promise<string[]> {
  return (await messages(of)).filter(({ state }) => state !== 'cancelled').map(({ text }) => text)
}

function messages(of: Official): Promise<Row[]> {
  return tables.rows<Row>(
    `select payload->>'text' as text, state, channel from outbox_part where official_id = '${of.id}' order by seq`,
  )
}

async function person(code: string, channel: 'telegram' | 'zalo' = 'telegram') {
  return (await link(memory, code, { channel, chat: `${channel}:1:${code}` })).official
}

/** The platform takes everything that waits. */
const deliver = () => tables.rows(`update outbox_part set state = 'sent' where state = 'pending'`)

function report(by: Official): Promise<unknown> {
  const nothing = { items: [], dates: [], places: [], contents: [], nothingToReport: true }
  return memory.run((tx) =>
    submitReport(tx, { official: by, content: { text: 'không phát sinh', ...nothing } }),
  )
}

describe('the ladder', () => {
  test('reminds contact and head as it names them, and says on the last day that it is the last', async () => {
    const contact = await person('CB-025')
    const head = await person('CB-026')
    for (const at of [T3, T1, T0, T0_AFTERNOON, T1_AFTER, T3_AFTER]) await tick(at)
    expect((await heard(contact)).length).toBe(5)
    expect((await heard(head)).length).toBe(2)
    const [first, , morning, afternoon, after] = await heard(contact)
    expect(first).toContain('chưa nhận được báo cáo tháng 11/2025')
    expect(morning).toContain('hạn 16:30 hôm nay')
    expect(afternoon).toContain('hôm nay là ngày cuối')
    expect(after).toContain('Gửi lúc này vẫn được ghi nhận')
  })

  test('gives the office one list of all units that are not done', async () => {
    const appraiser = await person('CB-109')
    await report(await person('CB-025'))
    await tick(T3_AFTER)
    const [list, more] = await heard(appraiser)
    expect(list).toMatch(
      /Chưa nhận được báo cáo tháng 11\/2025 .* của 5\d đơn vị: .* và 4\d đơn vị khác\./u,
    )
    expect(more).toBeUndefined()
  })

  test('lets a list that has not left go out again without the unit that reports', async () => {
    const appraiser = await person('CB-109')
    const contact = await person('CB-025')
    await tables.rows(
      `delete from duty where unit_code not in ('${contact.unitCode}', '${appraiser.unitCode}')`,
    )
    await tick(T3_AFTER)
    const { name } = await memory.run((tx) => tx.units.get(contact.unitCode))
    expect((await heard(appraiser))[0]).toContain(name)
    await report(contact)
    await tick(T3_AFTER)
    const texts = await heard(appraiser)
    expect(texts.length).toBe(1)
    expect(texts[0]).toContain('của 1 đơn vị')
    expect(texts[0]).not.toContain(name)
  })

  test('reaches the leaders only where the plan switches it on', async () => {
    const leader = await person('CB-029')
    await tables.rows(`insert into role_grant values ('${leader.id}', 'viewer')`)
    await tables.rows(
      `delete from role_grant where official_id = '${leader.id}' and role <> 'viewer'`,
    )
    await tick(T3_AFTER)
    expect(await heard(leader)).toEqual([])
    const [campaign] = await memory.run((tx) => tx.campaigns.list())
    await memory.run((tx) => loadCampaign(tx, { ...campaign!.campaign, escalatesToLeader: true }))
    await tick('2025-11-28T08:00:15+07:00')
    expect((await heard(leader))[0]).toContain('Chưa nhận được báo cáo tháng 11/2025')
  })
})

describe('a promise', () => {
  const promise = (by: Official, at: string) =>
    memory.run((tx) =>
      tx.duties.promise(NOVEMBER, by.unitCode, {
        at: Temporal.Instant.from(at),
        by: by.id,
        madeAt: tx.now,
      }),
    )

  test('is silent until its moment and reminds once then', async () => {
    const contact = await person('CB-025')
    await tick(T3)
    await promise(contact, '2025-11-25T15:00:00+07:00')
    for (const at of [T1, T0, T0_AFTERNOON, '2025-11-25T14:59:59+07:00']) await tick(at)
    expect((await heard(contact)).length).toBe(1)
    for (const at of ['2025-11-25T15:00:00+07:00', '2025-11-25T16:00:00+07:00']) await tick(at)
    const texts = await heard(contact)
    expect(texts.length).toBe(2)
    expect(texts[1]).toContain('Đã đến giờ hẹn gửi báo cáo tháng 11/2025')
    await tick(T1_AFTER)
    expect((await heard(contact)).length).toBe(3)
  })

  test('withdraws what was planned before it was made', async () => {
    const contact = await person('CB-025')
    memory.clock.set(T0)
    await memory.run(sweepReminders)
    await promise(contact, '2025-11-25T15:00:00+07:00')
    await tick(T0)
    expect(await heard(contact)).toEqual([])
  })

  test('made for the evening is reminded of on the next working morning', async () => {
    const contact = await person('CB-025')
    memory.clock.set('2025-11-21T16:00:00+07:00')
    await promise(contact, '2025-11-21T20:00:00+07:00')
    for (const at of ['2025-11-21T20:00:00', '2025-11-22T08:00:00', '2025-11-24T07:00:00'])
      await tick(`${at}+07:00`)
    expect((await heard(contact)).length).toBe(1)
  })
})

describe('a day that is moved', () => {
  const to = (day: string) => {
    const dueOn = Temporal.PlainDate.from(day)
    return { dueOn, dueAt: instantOf(dueOn, Temporal.PlainTime.from('16:30')) }
  }
  const move = (day: string, setBy?: string) =>
    memory.run(async (tx) => {
      const deadline = await tx.duties.findDeadline(NOVEMBER)
      await moveDeadline(tx, deadline!, {
        ...to(day),
        ...(setBy ? { setBy: { official: setBy } } : {}),
      })
    })

  test('is told once, to those only who were told the old one, and the ladder begins anew', async () => {
    const told = await person('CB-025')
    await tick(T3)
    await deliver()
    const untold = await person('CB-027')
    await tables.rows(`delete from reminder where official_id = '${untold.id}'`)
    memory.clock.set('2025-11-21T09:00:00+07:00')
    await move('2025-12-05')
    for (const at of ['2025-11-21T09:00:00', '2025-11-21T14:00:00', '2025-11-24T08:00:00'])
      await tick(`${at}+07:00`)
    const texts = await heard(told)
    expect(texts.length).toBe(2)
    expect(texts[1]).toMatch(
      /Hạn mới của báo cáo tháng 11\/2025 .*05\/12\/2025, thay thông báo ngày 20\/11\/2025/u,
    )
    expect(await heard(untold)).toEqual([])
    await tick('2025-12-02T08:00:00+07:00')
    expect((await heard(told)).length).toBe(3)
    expect((await heard(untold)).length).toBe(1)
  })

  test('voids what is planned, and what has not left', async () => {
    const contact = await person('CB-025')
    await tick(T3)
    await move('2025-12-25')
    await tick('2025-11-20T08:01:00+07:00')
    expect(await heard(contact)).toEqual([])
    expect((await messages(contact)).map(({ state }) => state)).toEqual(['cancelled'])
  })

  test('by a plan that is loaded again is the same; a day that the office has set stays', async () => {
    const contact = await person('CB-025')
    await tick(T3)
    await deliver()
    const [kept] = await memory.run((tx) => tx.campaigns.list())
    const { campaign } = kept!
    const deadlines = campaign.deadlines.map((rule) =>
      rule.due.anchor === 'period' ? { ...rule, due: { ...rule.due, day: 28 } } : rule,
    )
    await memory.run((tx) => loadCampaign(tx, { ...campaign, deadlines }))
    await tick('2025-11-20T09:00:00+07:00')
    expect((await heard(contact))[1]).toContain('28/11/2025')
    await deliver()

    await move('2025-11-27', contact.id)
    await memory.run((tx) => loadCampaign(tx, campaign))
    const deadline = await memory.run((tx) => tx.duties.findDeadline(NOVEMBER))
    expect(deadline?.dueOn.toString()).toBe('2025-11-27')
  })

  test('is not told to a unit whose own day, given before, stays', async () => {
    const extended = await person('CB-025')
    const other = await person('CB-027')
    await tick(T3)
    await deliver()
    await memory.run(async (tx) => {
      const extension = { to: Temporal.PlainDate.from('2025-12-12'), by: other.id, at: tx.now }
      await tx.duties.extend(NOVEMBER, extended.unitCode, { ...extension, reason: 'lũ' })
    })
    await move('2025-12-05')
    await tick('2025-11-21T09:00:00+07:00')
    expect([(await heard(extended)).length, (await heard(other)).length]).toEqual([1, 2])
  })

  test('for one unit alone moves its stages and nobody else’s', async () => {
    const extended = await person('CB-025')
    const other = await person('CB-027')
    await memory.run(async (tx) => {
      const extension = { to: Temporal.PlainDate.from('2025-12-05'), by: other.id, at: tx.now }
      await tx.duties.extend(NOVEMBER, extended.unitCode, { ...extension, reason: 'lũ' })
      await tx.reminders.cancelOutdated(NOVEMBER, extended.unitCode, tx.now)
    })
    for (const at of [T3, T1, T0]) await tick(at)
    expect([(await heard(extended)).length, (await heard(other)).length]).toEqual([0, 3])
    for (const at of ['2025-12-02T08:00:00', '2025-12-05T08:00:00']) await tick(`${at}+07:00`)
    expect((await heard(extended)).length).toBe(2)
    expect((await heard(extended))[1]).toContain('hạn 16:30 hôm nay')
  })
})

describe('whom it reaches', () => {
  test('a late joiner gets the one reminder that still matters, at once', async () => {
    for (const at of [T3, T1, T0]) await tick(at)
    memory.clock.set('2025-11-25T09:12:00+07:00')
    const contact = await person('CB-025')
    for (const at of ['2025-11-25T09:12:15', '2025-11-25T10:00:00']) await tick(`${at}+07:00`)
    const texts = await heard(contact)
    expect(texts.length).toBe(1)
    expect(texts[0]).toContain('hôm nay là ngày cuối')
  })

  test('whoever is on leave is not written to; the deputy is, until the last day of the leave', async () => {
    const away = await person('CB-025')
    const deputy = await person('CB-026')
    await tables.rows(
      `update official set away_until = '2025-11-24', deputy_id = '${deputy.id}' where id = '${away.id}'`,
    )
    await tick(T1)
    expect([(await heard(away)).length, (await heard(deputy)).length]).toEqual([0, 1])
    await tick(T0)
    expect([(await heard(away)).length, (await heard(deputy)).length]).toEqual([1, 1])
  })

  test('a chat that refuses is followed by the other one; after that it is for the telephone', async () => {
    const contact = await person('CB-025', 'telegram')
    await tables.rows(`update channel_account set last_seen_at = last_seen_at + interval '1 hour'`)
    await link(memory, 'CB-025', { channel: 'zalo', chat: 'zalo:1:CB-025' })
    await tick(T3)
    for (const channel of ['telegram', 'zalo']) {
      await memory.run(async (tx) => {
        await tx.accounts.setReachability(`${channel}:1:CB-025` as never, 'blocked')
      })
      await tick(T3)
    }
    expect((await messages(contact)).map((one) => [one.channel, one.state])).toEqual([
      ['telegram', 'cancelled'],
      ['zalo', 'cancelled'],
    ])
    const states = await tables.rows<{ state: string }>(
      `select state from reminder where official_id = '${contact.id}'`,
    )
    expect(states).toEqual([{ state: 'unreachable' }])
  })

  test('a promised hour that is too much for one day is told on the next', async () => {
    const contact = await person('CB-025')
    await memory.run((tx) => promiseDuty(tx, contact, Temporal.Instant.from(T1)))
    const { id } = contact
    await tables.rows(
      `insert into outbox_part (message_id, index, "of", channel, bot, address, official_id, cause, payload, queued_at, not_before)
       select gen_random_uuid(), 0, 1, 'telegram', 'telegram:1', 'x', '${id}', 'announcement', '{}', '${T1}', '${T1}'
       from generate_series(1, 2)`,
    )
    await tick(T1)
    expect((await heard(contact)).filter(Boolean)).toEqual([])
    await tick('2025-11-25T07:00:00+07:00')
    expect((await heard(contact)).filter(Boolean)[0]).toContain('giờ hẹn')
  })

  test('what is too much for one day is looked at again on the next', async () => {
    const contact = await person('CB-025')
    await tick(T0)
    await tables.rows(
      `insert into outbox_part (message_id, index, "of", channel, bot, address, official_id, cause, payload, queued_at, not_before)
       select gen_random_uuid(), 0, 1, 'telegram', 'telegram:1', 'x', '${contact.id}', 'announcement', '{}', '${T0}', '${T0}'`,
    )
    await tick(T0_AFTERNOON)
    await tick('2025-11-26T07:00:00+07:00')
    expect((await heard(contact)).filter(Boolean).length).toBe(2)
  })
})
