import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { acknowledgeAnnouncement } from '../../../core/announcement/acknowledge-announcement.ts'
import type { Audience } from '../../../core/announcement/audience.ts'
import { draftAnnouncement } from '../../../core/announcement/draft-announcement.ts'
import type { Wish } from '../../../core/announcement/draft-announcement.ts'
import {
  correctAnnouncement,
  remindSilent,
} from '../../../core/announcement/follow-announcement.ts'
import { muteNotices } from '../../../core/announcement/mute-notices.ts'
import { noticeOf } from '../../../core/announcement/notice-of.ts'
import { publishAnnouncements } from '../../../core/announcement/publish-announcements.ts'
import {
  declineForAnother,
  releaseAnnouncement,
  releaseForAnother,
} from '../../../core/announcement/release-announcement.ts'
import { repeatAnnouncements } from '../../../core/announcement/repeat-announcements.ts'
import { selectRecipients } from '../../../core/announcement/select-recipients.ts'
import {
  resumeAnnouncement,
  stopAnnouncement,
} from '../../../core/announcement/stop-announcement.ts'
import type { Official } from '../../../core/official/official.ts'
import type { TestDatabase } from '../../support/database.ts'
import type { TestMemory } from '../../support/memory.ts'
import { link, loadedDatabase, openTestMemory } from '../../support/memory.ts'
import { openTables } from '../../support/tables.ts'

/** Contacts of five communes, all reachable. */
const READERS = ['CB-025', 'CB-027', 'CB-029', 'CB-031', 'CB-033']
const CHOICES = { id: 'a', options: [] }
let loaded: TestDatabase
let memory: TestMemory
let author: Official
let second: Official
let readers: readonly Official[]

beforeAll(async () => {
  loaded = await loadedDatabase()
})
afterAll(() => loaded.drop())
beforeEach(async () => {
  memory = await openTestMemory({ at: '2025-10-20T08:15:00+07:00', from: loaded })
  author = (await link(memory, 'CB-113', { channel: 'telegram', chat: 'telegram:1:1' })).official
  second = (await link(memory, 'CB-109', { channel: 'telegram', chat: 'telegram:1:2' })).official
  const linked = []
  for (const [at, code] of READERS.entries())
    linked.push(await link(memory, code, { channel: 'zalo', chat: `zalo:1:${at}` }))
  readers = linked.map(({ official }) => official)
  return () => memory.close()
})

const sql = (text: string) =>
  openTables(() => memory.database.url).rows<Record<string, unknown>>(text)
/** What waits in the outbox leaves and arrives. */
const deliver = () => sql(`update outbox_part set state = 'sent' where state = 'pending'`)
const publish = (people: number) => memory.run((tx) => publishAnnouncements(tx, people))

function toReaders(): Audience {
  return { unitCodes: readers.map(({ unitCode }) => unitCode), roles: ['contact'] }
}

async function draft(wish: Partial<Wish> = {}): Promise<string> {
  const whole = {
    text: 'Trang trí cổ động.',
    audience: toReaders(),
    optional: false,
    weekly: false,
  }
  const drafted = await memory.run((tx) => draftAnnouncement(tx, author, { ...whole, ...wish }))
  if (!drafted.ok) throw new Error(drafted.refusal.reason)
  return drafted.value.announcement.id
}

const release = (id: string) => memory.run((tx) => releaseAnnouncement(tx, author, id))

async function reached(id: string): Promise<Record<string, string>> {
  const standings = await memory.run((tx) => tx.announcements.standings(id))
  const codes = new Map(readers.map((reader) => [reader.id, reader.code]))
  return Object.fromEntries(standings.map((one) => [codes.get(one.officialId) ?? '', one.reached]))
}

const receivers = async (id: string): Promise<string[]> =>
  Object.entries(await reached(id)).flatMap(([code, state]) => (state === 'sent' ? [code] : []))

describe('a notice that is stopped half-way', () => {
  test('has reached some, takes back what waits in the outbox, and goes on to the others alone', async () => {
    const id = await draft()
    await release(id)
    await publish(2)
    await deliver()
    await publish(1)
    const before = await receivers(id)
    expect(before).toHaveLength(2)
    const stopped = await memory.run((tx) => stopAnnouncement(tx, author, 'TB-001'))
    expect(stopped).toMatchObject({ value: { count: { sent: 2, waiting: 3 } } })
    expect(await publish(10)).toBe(0)
    expect(await sql(`select 1 from outbox_part where state = 'pending'`)).toEqual([])

    expect(await memory.run((tx) => resumeAnnouncement(tx, author, 'TB-001'))).toMatchObject({
      ok: true,
    })
    expect(await publish(10)).toBe(3)
    await deliver()
    expect((await receivers(id)).sort()).toEqual(READERS)
    const twice = await sql(
      `select official_id from outbox_part where cause = 'announcement' and state = 'sent'
       group by official_id having count(*) > 1`,
    )
    expect(twice).toEqual([])
  })

  test('is not resumed by stopping it again, nor by somebody who may not announce', async () => {
    await release(await draft())
    await publish(2)
    expect(await memory.run((tx) => stopAnnouncement(tx, readers[0]!, 'TB-001'))).toMatchObject({
      refusal: { reason: 'not-allowed' },
    })
    await memory.run((tx) => stopAnnouncement(tx, author, 'TB-001'))
    await memory.run((tx) => stopAnnouncement(tx, author, 'TB-001'))
    expect(await publish(10)).toBe(0)
  })
})

describe('what follows a notice', () => {
  test('a correction goes to exactly those who received it, uncertain ones included', async () => {
    await release(await draft())
    await publish(3)
    await sql(`update outbox_part set state = 'sent' where seq % 2 = 0 and cause = 'announcement'`)
    await sql(
      `update outbox_part set state = 'uncertain' where state = 'pending' and cause = 'announcement'`,
    )
    const corrected = await memory.run((tx) =>
      correctAnnouncement(tx, author, { code: 'TB-001', text: 'Trước ngày 28/10.' }),
    )
    if (!corrected.ok) throw new Error(corrected.refusal.reason)
    const { announcement, recipients } = corrected.value
    const told = await sql(`select official_id as id from outbox_part where cause = 'announcement'`)
    expect(recipients.map((one) => one.id).sort()).toEqual(told.map((row) => row['id']).sort())
    expect(recipients).toHaveLength(3)
    const notice = await memory.run((tx) => noticeOf(tx, announcement, CHOICES))
    expect(notice).toMatchObject({ after: { kind: 'correction', code: 'TB-001' } })
    expect(await publish(10)).toBe(0)
  })

  test('a second round goes only to the silent, and begins with other words', async () => {
    const id = await draft()
    await release(id)
    await publish(5)
    await deliver()
    for (const reader of readers.slice(0, 3))
      await memory.run((tx) => acknowledgeAnnouncement(tx, reader, id))
    const again = await memory.run((tx) => remindSilent(tx, author, 'TB-001'))
    if (!again.ok) throw new Error(again.refusal.reason)
    const { announcement, recipients, example } = again.value
    expect(recipients.map(({ code }) => code).sort()).toEqual(READERS.slice(3))
    const first = await memory.run(async (tx) => {
      const notice = await noticeOf(tx, await tx.announcements.get(id), CHOICES)
      return tx.voice.phrase(notice, example.to)
    })
    const lines = [first, example.message].map((said) =>
      said.kind === 'text' ? said.text.split('\n') : [],
    )
    expect(lines[0]?.[0]).not.toBe(lines[1]?.[0])
    expect(lines[0]?.[1]).toBe(lines[1]?.[1])

    await release(announcement.id)
    await publish(5)
    await deliver()
    // Acknowledging the second round acknowledges the first.
    for (const reader of readers.slice(3))
      await memory.run((tx) => acknowledgeAnnouncement(tx, reader, announcement.id))
    expect(await memory.run((tx) => remindSilent(tx, author, 'TB-001'))).toMatchObject({
      refusal: { reason: 'nobody-silent' },
    })
  })

  test('a weekly notice goes out again after a week, once however late, until it is stopped', async () => {
    await release(await draft({ weekly: true }))
    await publish(10)
    await deliver()
    const repeat = () => memory.run(repeatAnnouncements)
    memory.clock.set('2025-10-27T08:14:59+07:00')
    expect(await repeat()).toBe(0)
    memory.clock.set('2025-11-11T08:15:00+07:00')
    expect(await repeat()).toBe(1)
    expect(await repeat()).toBe(0)
    expect(await publish(10)).toBe(5)
    await deliver()
    // Whichever of its weeks is named, it is the last that would go out again.
    expect(await memory.run((tx) => stopAnnouncement(tx, author, 'TB-001'))).toMatchObject({
      value: { announcement: { code: 'TB-002' } },
    })
    expect(await memory.run((tx) => stopAnnouncement(tx, author, 'TB-002'))).toMatchObject({
      refusal: { reason: 'nothing-to-stop' },
    })
    memory.clock.set('2025-12-01T08:15:00+07:00')
    expect(await repeat()).toBe(0)
  })
})

describe('the audience', () => {
  const choose = (audience: Audience, optional = false) =>
    memory.run((tx) => selectRecipients(tx, 'chi-lang', { audience, optional }))

  test('of an optional notice leaves out who has muted them, and takes them in again', async () => {
    const [reader] = readers
    if (!reader) throw new Error('nobody reads')
    await memory.run((tx) => muteNotices(tx, reader, true))
    expect(await choose(toReaders(), true)).toMatchObject({ muted: 1, recipients: { length: 4 } })
    expect((await choose(toReaders(), false)).recipients).toHaveLength(5)
    await memory.run((tx) => muteNotices(tx, reader, false))
    expect((await choose(toReaders(), true)).recipients).toHaveLength(5)
  })

  test('is a cluster without the units that are excluded', async () => {
    const [first = '', ...others] = readers.slice(0, 3).map(({ unitCode }) => unitCode)
    await sql(
      `update unit set groups = '{Cụm 1,Khối B}' where code in ('${[first, ...others].join("','")}')`,
    )
    const { recipients } = await choose({ clusters: ['Cụm 1'], except: [first] })
    const codes = new Set(recipients.map(({ unitCode }) => unitCode))
    expect([...codes].sort()).toEqual([...others].sort())
  })

  test('of those who owe a report loses whoever sends it before the notice leaves', async () => {
    const deadline = await memory.run((tx) => tx.duties.findDeadline('chi-lang:report:2025-10'))
    const owing = { ...toReaders(), owing: deadline?.id ?? '' }
    const id = await draft({ audience: owing })
    await release(id)
    const [done] = readers
    await sql(
      `update duty set done_at = now() where deadline_id = '${owing.owing}' and unit_code = '${done?.unitCode ?? ''}'`,
    )
    await publish(10)
    await deliver()
    expect(await reached(id)).toMatchObject({ [done?.code ?? '']: 'spared' })
    expect((await receivers(id)).sort()).toEqual(READERS.slice(1))
  })
})

describe('a notice to more people than one alone may write to', () => {
  test('waits for a second person, who may decline it, and never for its drafter', async () => {
    const id = await draft({ audience: {} })
    expect(await release(id)).toMatchObject({ value: { askedOf: [{ id: second.id }] } })
    expect(await publish(10)).toBe(0)
    expect(await memory.run((tx) => releaseForAnother(tx, author, id))).toMatchObject({
      refusal: { reason: 'releaser-is-drafter' },
    })
    expect(await memory.run((tx) => declineForAnother(tx, second, id))).toMatchObject({ ok: true })
    expect(await publish(10)).toBe(0)
    await release(id)
    expect(await memory.run((tx) => releaseForAnother(tx, second, id))).toMatchObject({ ok: true })
    expect(await publish(10)).toBe(10)
    expect(await memory.run((tx) => releaseForAnother(tx, second, id))).toMatchObject({
      refusal: { reason: 'announcement-moved-on' },
    })
  })

  test('that is stopped while it waits is not let out by resuming it', async () => {
    const id = await draft({ audience: {} })
    await release(id)
    await memory.run((tx) => stopAnnouncement(tx, author, 'TB-001'))
    const resumed = await memory.run((tx) => resumeAnnouncement(tx, author, 'TB-001'))
    expect(resumed).toMatchObject({ value: { announcement: { state: 'awaiting-release' } } })
    expect(await publish(10)).toBe(0)
  })
})
