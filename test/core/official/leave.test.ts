import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import type { Official } from '../../../core/official/official.ts'
import { handOver } from '../../../core/official/send-handover.ts'
import { endLeave, takeLeave } from '../../../core/official/take-leave.ts'
import { may } from '../../../core/permission.ts'
import type { Outcome } from '../../../core/refusal.ts'
import { sweepReminders } from '../../../core/reminder/sweep-reminders.ts'
import type { TestMemory } from '../../support/memory.ts'
import { link } from '../../support/memory.ts'
import { memoryForEach } from '../../support/memory-for-each.ts'
import { openTables } from '../../support/tables.ts'

const START = '2025-10-20T08:00:00+07:00'
const HEAD = 'zalo:1:head'
const CONTACT = 'zalo:1:contact'

let memory: TestMemory
/** Of one unit: who reports, and who leads it. */
let contact: Official
let head: Official
let stranger: Official
const tables = openTables(() => memory.database.url)

memoryForEach(START, async (fresh) => {
  memory = fresh
  contact = (await link(memory, 'CB-025', { channel: 'zalo', chat: CONTACT })).official
  head = (await link(memory, 'CB-026', { channel: 'zalo', chat: HEAD })).official
  stranger = await memory.official('CB-027')
  await memory.run(sweepReminders)
})

const day = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso)
const reason = <T>(outcome: Outcome<T>): string => (outcome.ok ? 'ok' : outcome.refusal.reason)

const take = (who: Official, until: string, deputy?: Official) =>
  memory.run((tx) =>
    takeLeave(tx, who, { until: day(until), ...(deputy ? { deputyId: deputy.id } : {}) }),
  )

/** The person behind the chat as the product sees him or her at the clock's moment. */
async function actor(userKey: string): Promise<Official> {
  const linked = await memory.run((tx) => tx.officials.findByAccount(userKey))
  if (!linked) throw new Error(`nobody is linked to ${userKey}`)
  return linked.official
}

async function heard(address: string): Promise<string[]> {
  const rows = await tables.rows<{ text: string }>(
    `select payload->>'text' as text from outbox_part where address = '${address}' order by seq`,
  )
  return rows.map(({ text }) => text)
}

describe('a leave', () => {
  test('lends the rights to the deputy until the end of its last day, and no longer', async () => {
    expect(may(await actor(CONTACT), 'endorse')).toBe(false)
    expect(reason(await take(head, '2025-10-22', contact))).toBe('ok')
    expect(may(await actor(CONTACT), 'endorse')).toBe(true)
    memory.clock.set('2025-10-22T23:59:00+07:00')
    expect(may(await actor(CONTACT), 'endorse')).toBe(true)
    memory.clock.set('2025-10-23T00:00:00+07:00')
    expect(may(await actor(CONTACT), 'endorse')).toBe(false)
  })

  test('is ended by a word, and the deputy hears both', async () => {
    await take(head, '2025-10-22', contact)
    const away = await actor(HEAD)
    expect(reason(await memory.run((tx) => endLeave(tx, away)))).toBe('ok')
    expect(may(await actor(CONTACT), 'endorse')).toBe(false)
    const [named, released] = await heard(CONTACT)
    expect(named).toContain('nhờ đồng chí thay')
    expect(released).toContain('đã đi làm lại')
    const back = await actor(HEAD)
    expect(reason(await memory.run((tx) => endLeave(tx, back)))).toBe('not-away')
  })

  test('is refused with days that are over, or a deputy who cannot stand in', async () => {
    expect(reason(await take(head, '2025-10-19', contact))).toBe('leave-over')
    expect(reason(await take(head, '2025-10-22', stranger))).toBe('deputy-elsewhere')
    expect(reason(await take(head, '2025-10-22', head))).toBe('deputy-elsewhere')
    await take(contact, '2025-10-25')
    const away = await memory.official('CB-025')
    expect(reason(await take(head, '2025-10-22', away))).toBe('deputy-away')
  })
})

describe('a handover', () => {
  test('is one message to a successor of the same unit', async () => {
    expect(reason(await memory.run((tx) => handOver(tx, contact, head.id)))).toBe('ok')
    const [page = ''] = await heard(HEAD)
    expect(page).toContain('bàn giao')
    expect(page).toContain('báo cáo tháng 10/2025')
    expect(page).toContain('Chưa gửi báo cáo nào')
    expect(page.length).toBeLessThan(2000)
  })

  test('is refused to another unit', async () => {
    const outcome = await memory.run((tx) => handOver(tx, contact, stranger.id))
    expect(reason(outcome)).toBe('deputy-elsewhere')
  })
})
