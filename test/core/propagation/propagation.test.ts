import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isWorkingDay, workingCalendar } from '../../../core/calendar/working-days.ts'
import type { Official } from '../../../core/official/official.ts'
import { approveCalendar, viewCalendar } from '../../../core/propagation/approve-calendar.ts'
import type { PropagationNote } from '../../../core/propagation/note.ts'
import { spreadNotes } from '../../../core/propagation/note.ts'
import { sendNotes } from '../../../core/propagation/send-notes.ts'
import type { TestMemory } from '../../support/memory.ts'
import { openTestMemory } from '../../support/memory.ts'
import { openTables } from '../../support/tables.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)
const from = day('2025-10-20')

test('every note gets a working day of its own, none after the day it belongs to', () => {
  const calendar = workingCalendar([])
  const note = fc.record({ after: fc.option(fc.integer({ min: 0, max: 80 })) })
  fc.assert(
    fc.property(
      fc.array(note, { maxLength: 30 }),
      fc.integer({ min: 0, max: 80 }),
      (some, length) => {
        const to = from.add({ days: length })
        const notes: readonly PropagationNote[] = some.map(({ after }, at) => ({
          ...{ id: String(at), text: 'a', source: 'KH mục I' },
          ...(after === null ? {} : { on: from.add({ days: after }) }),
        }))
        const spread = spreadNotes(notes, calendar, { from, to })
        const days = spread.map(({ on }) => on.toString())
        expect(new Set(days).size).toBe(days.length)
        expect([...days].sort()).toEqual(days)
        for (const { note: own, on } of spread) {
          expect(isWorkingDay(calendar, on) && on.toString() >= from.toString()).toBe(true)
          if (own.on) expect(on.toString() <= own.on.toString()).toBe(true)
          else expect(on.toString() <= to.toString()).toBe(true)
        }
        expect(new Set(spread.map((one) => one.note.id)).size).toBe(spread.length)
      },
    ),
  )
})

describe('the calendar of the shipped plan', () => {
  let memory: TestMemory
  let first: Official
  let second: Official
  const sent = () =>
    openTables(() => memory.database.url).rows<{ text: string; optional: boolean; state: string }>(
      `select text, optional, state from announcement order by number`,
    )

  beforeAll(async () => {
    memory = await openTestMemory({ at: '2025-12-29T09:00:00+07:00' })
    first = await memory.official('CB-113')
    second = await memory.official('CB-109')
  })
  afterAll(() => memory.close())

  test('is the plan’s own words, each with its paragraph', async () => {
    const [campaign] = (await memory.run((tx) => tx.campaigns.list())).map((one) => one.campaign)
    expect(campaign?.notes.length).toBeGreaterThan(5)
    for (const { source, approver } of campaign?.notes ?? []) {
      expect(source).toMatch(/^KH /u)
      expect(approver).toBeUndefined()
    }
  })

  test('sends nothing that is not approved, and needs two where many get it', async () => {
    const contact = await memory.official('CB-025')
    expect(await memory.run((tx) => approveCalendar(tx, contact))).toMatchObject({
      refusal: { reason: 'not-allowed' },
    })
    expect(await memory.run(sendNotes)).toBe(0)
    const alone = await memory.run((tx) => approveCalendar(tx, first))
    const states = alone.ok ? new Set(alone.value.notes.map(({ state }) => state)) : []
    expect([...states]).toEqual(['halfway'])
    expect(await memory.run(sendNotes)).toBe(0)
    expect(await memory.run((tx) => approveCalendar(tx, first))).toMatchObject({
      refusal: { reason: 'nothing-to-approve' },
    })
    const both = await memory.run((tx) => approveCalendar(tx, second))
    expect(both.ok && new Set(both.value.notes.map(({ state }) => state))).toEqual(
      new Set(['approved']),
    )
  })

  test('sends each on its day, once, as an optional notice with its paragraph', async () => {
    expect(await memory.run(sendNotes)).toBe(1)
    expect(await memory.run(sendNotes)).toBe(0)
    expect(await sent()).toMatchObject([{ optional: true, state: 'released' }])
    memory.clock.set('2025-12-31T06:00:00+07:00')
    expect(await memory.run(sendNotes)).toBe(0)
    memory.clock.set('2025-12-31T08:00:00+07:00')
    await memory.run(sendNotes)
    const texts = (await sent()).map(({ text }) => text)
    expect(texts).toContain('Thời gian thi đua thực hiện đến hết ngày 31/12/2025.\n(KH mục III)')
    const view = await memory.run((tx) => viewCalendar(tx, first))
    expect(view.ok && view.value.notes.filter(({ state }) => state === 'sent').length).toBe(
      texts.length,
    )
  })

  test('a note whose wording was changed afterwards waits to be approved again', async () => {
    await openTables(() => memory.database.url).rows(
      `update approved_note set digest = 'another' where announcement_id is null`,
    )
    memory.clock.set('2026-01-06T09:00:00+07:00')
    expect(await memory.run(sendNotes)).toBe(0)
    const view = await memory.run((tx) => viewCalendar(tx, first))
    const open = view.ok ? view.value.notes.filter(({ state }) => state === 'open') : []
    expect(open.map(({ note }) => note.id)).toContain('ngay-ky-niem')
  })
})
