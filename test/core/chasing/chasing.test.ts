import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { listLostContacts } from '../../../core/chasing/list-lost-contacts.ts'
import type { Standing } from '../../../core/chasing/standing.ts'
import { standingOf } from '../../../core/chasing/list-silent-units.ts'
import { planNudges } from '../../../core/chasing/plan-nudges.ts'
import { queueDigests } from '../../../core/chasing/queue-digests.ts'
import { sendNudges } from '../../../core/chasing/send-nudges.ts'
import { extendDuty } from '../../../core/duty/extend-duty.ts'
import { promiseDuty } from '../../../core/duty/make-promise.ts'
import type { Official } from '../../../core/official/official.ts'
import type { Transaction } from '../../../core/ports.ts'
import type { Outcome } from '../../../core/refusal.ts'
import { queueReminders } from '../../../core/reminder/queue-reminders.ts'
import { sweepReminders } from '../../../core/reminder/sweep-reminders.ts'
import { submitReport } from '../../../core/report/submit-report.ts'
import type { TestMemory } from '../../support/memory.ts'
import { link } from '../../support/memory.ts'
import { memoryForEach } from '../../support/memory-for-each.ts'
import { openTables } from '../../support/tables.ts'

/** A Tuesday on which the ladder says nothing; the report is due on Saturday, 25 October, 16:30. */
const START = '2025-10-21T11:45:00+07:00'
const REPORT = 'chi-lang:report:2025-10'

let memory: TestMemory
let office: Official
let contact: Official
const tables = openTables(() => memory.database.url)

memoryForEach(START, async (fresh) => {
  memory = fresh
  office = (await link(memory, 'CB-109', { channel: 'zalo', chat: 'zalo:1:office' })).official
  contact = (await link(memory, 'CB-025', { channel: 'zalo', chat: 'zalo:1:maisao' })).official
  await link(memory, 'CB-027', { channel: 'telegram', chat: 'telegram:1:nhanly' })
  await memory.run(sweepReminders)
})

const reason = <T>(outcome: Outcome<T>): string => (outcome.ok ? 'ok' : outcome.refusal.reason)

async function chased(tx: Transaction) {
  const deadline = await tx.duties.findDeadline(REPORT)
  if (!deadline) throw new Error('no such deadline')
  return { campaign: (await tx.campaigns.get(deadline.campaignId)).campaign, deadline }
}

function standing(): Promise<Standing> {
  return memory.run(async (tx) => {
    const { campaign, deadline } = await chased(tx)
    return standingOf(tx, campaign, deadline)
  })
}

async function silenceOf(code: string): Promise<string | undefined> {
  const { silent } = await standing()
  return silent.find(({ unit }) => unit.code === code)?.silence.why
}

const submitEmpty = () =>
  memory.run((tx) =>
    submitReport(tx, {
      official: contact,
      content: {
        ...{ text: 'không phát sinh', items: [], dates: [], places: [], contents: [] },
        nothingToReport: true,
      },
    }),
  )

describe('the office sees', () => {
  test('who has registered, whom nobody asked, and who is done', async () => {
    expect(await silenceOf('CL-MAISAO')).toBe('not-asked')
    expect(await silenceOf('CL-QUANSON')).toBe('never-linked')
    const before = await standing()
    await submitEmpty()
    const after = await standing()
    expect(after.done).toBe(before.done + 1)
    expect(await silenceOf('CL-MAISAO')).toBeUndefined()
  })

  test('a promise until its moment, then that it has passed', async () => {
    const at = Temporal.Instant.from('2025-10-21T15:00:00+07:00')
    expect(reason(await memory.run((tx) => promiseDuty(tx, contact, at)))).toBe('ok')
    expect(await silenceOf('CL-MAISAO')).toBe('promised')
    memory.clock.set('2025-10-21T15:01:00+07:00')
    expect(await silenceOf('CL-MAISAO')).toBe('promise-passed')
  })

  test('contacts whom nothing reaches, with the reason', async () => {
    await memory.run((tx) => tx.accounts.setReachability('zalo:1:maisao' as never, 'blocked'))
    const lost = await memory.run(async (tx) => listLostContacts(tx, (await chased(tx)).campaign))
    const loss = (code: string) => lost.find(({ unit }) => unit.code === code)?.loss
    expect(loss('CL-MAISAO')).toBe('blocked')
    expect(loss('CL-QUANSON')).toBe('never-linked')
    expect(loss('CL-NHANLY')).toBeUndefined()
  })
})

describe('a promise is refused', () => {
  test.each([
    ['moment-passed', '2025-10-21T11:00:00+07:00'],
    ['promise-too-far', '2025-10-29T11:00:00+07:00'],
  ])('with %s', async (expected, iso) => {
    const at = Temporal.Instant.from(iso)
    expect(reason(await memory.run((tx) => promiseDuty(tx, contact, at)))).toBe(expected)
  })
})

describe('an extension', () => {
  const to = (iso: string) => ({
    ...{ deadlineId: REPORT, unitCode: 'CL-MAISAO', reason: 'mưa lũ' },
    to: Temporal.PlainDate.from(iso),
  })
  const extend = (by: Official, iso: string) => memory.run((tx) => extendDuty(tx, by, to(iso)))

  test('moves the duty, tells the unit, and explains its silence', async () => {
    expect(reason(await extend(office, '2025-10-30'))).toBe('ok')
    expect(await silenceOf('CL-MAISAO')).toBe('extended')
    const told = await tables.rows<{ payload: { text: string } }>(
      `select payload from outbox_part where address = 'zalo:1:maisao'`,
    )
    expect(told[0]?.payload.text).toContain('16:30 thứ Năm 30/10/2025')
    expect(told[0]?.payload.text).toContain('mưa lũ')
  })

  test('is refused to others, for an earlier day, and where nothing is owed', async () => {
    expect(reason(await extend(contact, '2025-10-30'))).toBe('not-allowed')
    expect(reason(await extend(office, '2025-10-25'))).toBe('extension-not-later')
    await submitEmpty()
    expect(reason(await extend(office, '2025-10-30'))).toBe('nothing-owed')
  })
})

describe('a nudge', () => {
  const plan = (unitCodes?: readonly string[]) =>
    memory.run(async (tx) =>
      planNudges(tx, { ...(await chased(tx)), ...(unitCodes ? { unitCodes } : {}) }),
    )
  const send = (by: Official, unitCodes: readonly string[]) =>
    memory.run((tx) => sendNudges(tx, by, { deadlineId: REPORT, unitCodes }))
  const heard = async (address: string): Promise<string[]> =>
    (
      await tables.rows<{ text: string }>(
        `select payload->>'text' as text from outbox_part
         where address = '${address}' and state <> 'cancelled' order by seq`,
      )
    ).map(({ text }) => text)

  test('is planned for those who can read it, for after the noon rest', async () => {
    const { nudges, left } = await plan()
    expect(nudges.map(({ unit }) => unit.code).sort()).toEqual(['CL-MAISAO', 'CL-NHANLY'])
    expect(nudges[0]?.dueAt.toString()).toBe('2025-10-21T06:30:00Z')
    expect(left.every(({ silence }) => silence.why === 'never-linked')).toBe(true)
  })

  test('says exactly what was previewed, once', async () => {
    const { nudges } = await plan(['CL-MAISAO'])
    const [shown] = nudges
    expect(reason(await send(office, ['CL-MAISAO']))).toBe('ok')
    expect(reason(await send(office, ['CL-MAISAO']))).toBe('ok')
    expect(await memory.run((tx) => queueReminders(tx, 50))).toBe(0)
    memory.clock.set('2025-10-21T13:31:00+07:00')
    await memory.run((tx) => queueReminders(tx, 50))
    await memory.run((tx) => queueReminders(tx, 50))
    const words = shown?.message.kind === 'text' ? shown.message.text : ''
    expect(await heard('zalo:1:maisao')).toEqual([words])
  })

  test('is withdrawn when the unit reports before', async () => {
    await send(office, ['CL-MAISAO'])
    await submitEmpty()
    memory.clock.set('2025-10-21T13:31:00+07:00')
    await memory.run((tx) => queueReminders(tx, 50))
    expect(await heard('zalo:1:maisao')).toEqual([])
  })

  test('is refused to whoever may not chase', async () => {
    expect(reason(await send(contact, ['CL-NHANLY']))).toBe('not-allowed')
  })
})

describe('the digest', () => {
  test('reaches each appraiser once a day, in office hours, however often the clock wakes', async () => {
    expect(await memory.run(queueDigests)).toBe(0)
    memory.clock.set('2025-10-21T14:00:00+07:00')
    expect(await memory.run(queueDigests)).toBe(1)
    expect(await memory.run(queueDigests)).toBe(0)
    memory.clock.set('2025-10-22T08:01:00+07:00')
    expect(await memory.run(queueDigests)).toBe(1)
  })
})
