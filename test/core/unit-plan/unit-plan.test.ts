import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { valueOf } from '../../../bot/shipped.ts'
import { localDateOf } from '../../../core/calendar/local-time.ts'
import { standingOf } from '../../../core/chasing/list-silent-units.ts'
import type { Address } from '../../../core/delivery/channel.ts'
import type { Official } from '../../../core/official/official.ts'
import type { Transaction } from '../../../core/ports.ts'
import type { Outcome } from '../../../core/refusal.ts'
import { listUnplannedUnits } from '../../../core/unit-plan/list-unplanned-units.ts'
import { recordUnitPlan } from '../../../core/unit-plan/record-unit-plan.ts'
import { setPlanDay } from '../../../core/unit-plan/set-plan-day.ts'
import { owesPlan } from '../../../core/unit-plan/unit-plan.ts'
import { withdrawUnitPlan } from '../../../core/unit-plan/withdraw-unit-plan.ts'
import { readPlanFile } from '../../../prisma/files/plan-file.ts'
import { readUnitsFile } from '../../../prisma/files/units-file.ts'
import type { TestMemory } from '../../support/memory.ts'
import { link } from '../../support/memory.ts'
import { memoryForEach } from '../../support/memory-for-each.ts'

const OTHER = 'test/fixtures/campaigns/tan-lap-2026'
const PLAN = 'chi-lang:unit-plan:ke-hoach-don-vi'
const CHAT = 'zalo:1:maisao' as Address
const day = (iso: string) => Temporal.PlainDate.from(iso)
const PAPER = { number: '15/KH-UBND', issuedOn: day('2025-06-10') }

let memory: TestMemory
let office: Official
let contact: Official

memoryForEach('2025-10-21T11:45:00+07:00', async (fresh) => {
  memory = fresh
  office = (await link(memory, 'CB-109', { channel: 'zalo', chat: 'zalo:1:office' })).official
  contact = (await link(memory, 'CB-025', { channel: 'zalo', chat: 'zalo:1:maisao' })).official
})

const reason = <T>(outcome: Outcome<T>): string => (outcome.ok ? 'ok' : outcome.refusal.reason)

async function campaignOf(tx: Transaction) {
  return (await tx.campaigns.get('chi-lang')).campaign
}

const record = (by: Official, code: string, paper = PAPER) =>
  memory.run(async (tx) =>
    recordUnitPlan(tx, by, {
      campaign: await campaignOf(tx),
      unit: await tx.units.get(code),
      paper,
      evidenceIds: [],
    }),
  )
const setDay = (by: Official, iso = '2025-10-30') =>
  memory.run(async (tx) => setPlanDay(tx, by, { campaign: await campaignOf(tx), on: day(iso) }))
const openUnits = () => memory.run(async (tx) => (await tx.duties.progress(PLAN)).openUnits)
const keptOf = (code: string) => memory.run((tx) => tx.unitPlans.find(PLAN, code))

describe('a unit that has issued its plan', () => {
  test('owes it no more, and owes it again once that is taken back', async () => {
    expect(reason(await setDay(office))).toBe('ok')
    expect(await openUnits()).toContain('CL-MAISAO')
    expect(reason(await record(contact, 'CL-MAISAO'))).toBe('ok')
    expect(await openUnits()).not.toContain('CL-MAISAO')
    const withdrawn = await memory.run(async (tx) =>
      withdrawUnitPlan(tx, contact, { deadlineId: PLAN, unit: await tx.units.get('CL-MAISAO') }),
    )
    expect(reason(withdrawn)).toBe('ok')
    expect(await openUnits()).toContain('CL-MAISAO')
    expect(await keptOf('CL-MAISAO')).toBeUndefined()
  })

  test('before the office sets the day owes nothing on it', async () => {
    await record(contact, 'CL-MAISAO')
    const before = await memory.run(async (tx) => listUnplannedUnits(tx, await campaignOf(tx)))
    await setDay(office)
    const open = await openUnits()
    expect(open).not.toContain('CL-MAISAO')
    expect(open).toHaveLength((before?.total ?? 0) - 1)
    expect(before?.units.map(({ code }) => code)).toEqual(open)
  })

  test('keeps number and day as they were corrected last', async () => {
    await setDay(office)
    await record(contact, 'CL-MAISAO')
    await record(contact, 'CL-MAISAO', { number: '16/KH-UBND', issuedOn: day('2025-06-12') })
    const kept = await keptOf('CL-MAISAO')
    expect(kept).toMatchObject({ number: '16/KH-UBND', onBehalf: false, recordedBy: contact.id })
    expect(kept?.issuedOn.toString()).toBe('2025-06-12')
    expect(await openUnits()).not.toContain('CL-MAISAO')
  })
})

describe('who may', () => {
  test('the office enters it for a unit, and that is kept', async () => {
    await record(office, 'CL-QUANSON')
    expect(await keptOf('CL-QUANSON')).toMatchObject({ onBehalf: true, recordedBy: office.id })
  })

  test('nobody else speaks for another unit, nor sets the day', async () => {
    expect(reason(await record(contact, 'CL-QUANSON'))).toBe('other-units-plan')
    expect(reason(await setDay(contact))).toBe('not-allowed')
    const taken = await memory.run(async (tx) =>
      withdrawUnitPlan(tx, contact, { deadlineId: PLAN, unit: await tx.units.get('CL-QUANSON') }),
    )
    expect(reason(taken)).toBe('other-units-plan')
  })

  test('a day of issue that is yet to come is refused, today is not', async () => {
    const today = await memory.run((tx) => Promise.resolve(localDateOf(tx.now)))
    const ahead = { ...PAPER, issuedOn: today.add({ days: 1 }) }
    expect(reason(await record(contact, 'CL-MAISAO', ahead))).toBe('plan-day-ahead')
    expect(reason(await record(contact, 'CL-MAISAO', { ...PAPER, issuedOn: today }))).toBe('ok')
  })
})

test('a plan that asks only some kinds of units has nothing to note of the others', async () => {
  const units = valueOf(await readUnitsFile(`${OTHER}/units.csv`))
  const other = valueOf(await readPlanFile(`${OTHER}/plan.yaml`, units))
  const owing = units.filter((unit) => owesPlan(other, unit))
  expect(new Set(owing.map(({ kind }) => kind))).toEqual(new Set(['thon', 'to-dan-pho']))
  const unit = units.find((one) => !owing.includes(one))
  if (!unit) throw new Error('every unit owes one')
  const entry = { campaign: other, unit, paper: PAPER, evidenceIds: [] }
  const outcome = await memory.run((tx) => recordUnitPlan(tx, office, entry))
  expect(reason(outcome)).toBe('no-unit-plan')
})

describe('a report that is being written', () => {
  const draft = (namedPeriod?: string) =>
    memory.run(async (tx) => {
      const state = await tx.conversations.lock(CHAT)
      const content = { text: 'tặng quà', items: [], dates: [], places: [], contents: [] }
      await tx.conversations.save(
        CHAT,
        {
          ...state,
          draft: {
            gap: 'figure',
            content: { ...content, nothingToReport: false },
            ...(namedPeriod === undefined ? {} : { namedPeriod }),
            messages: [],
            evidenceIds: [],
            officialId: contact.id,
            inboxSeq: '1',
            since: tx.now.toString(),
          },
        },
        tx.now,
      )
    })

  const silenceOf = (code: string, deadlineId: string) =>
    memory.run(async (tx) => {
      const deadline = await tx.duties.findDeadline(deadlineId)
      if (!deadline) throw new Error('no such deadline')
      const { silent } = await standingOf(tx, await campaignOf(tx), deadline)
      return silent.find(({ unit }) => unit.code === code)?.silence.why
    })

  test('is why its unit is silent, and no other', async () => {
    await draft()
    expect(await silenceOf('CL-MAISAO', 'chi-lang:report:2025-10')).toBe('drafting')
    expect(await silenceOf('CL-QUANSON', 'chi-lang:report:2025-10')).toBe('never-linked')
  })

  test('of another period, or while a plan is owed, explains nothing', async () => {
    await setDay(office)
    await draft('2025-11')
    expect(await silenceOf('CL-MAISAO', 'chi-lang:report:2025-10')).toBe('not-asked')
    expect(await silenceOf('CL-MAISAO', 'chi-lang:report:2025-11')).toBe('drafting')
    expect(await silenceOf('CL-MAISAO', PLAN)).toBe('not-asked')
  })
})
