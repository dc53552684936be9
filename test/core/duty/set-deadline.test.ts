import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { valueOf } from '../../../bot/shipped.ts'
import { loadCalendar } from '../../../core/calendar/load-calendar.ts'
import { localDateOf } from '../../../core/calendar/local-time.ts'
import { isWorkingDay } from '../../../core/calendar/working-days.ts'
import { loadCampaign, loadUnits } from '../../../core/campaign/load-campaign.ts'
import type { Campaign } from '../../../core/campaign/campaign.ts'
import { setDeadline } from '../../../core/duty/set-deadline.ts'
import { readPlanFile } from '../../../prisma/files/plan-file.ts'
import { readUnitsFile } from '../../../prisma/files/units-file.ts'
import type { TestMemory } from '../../support/memory.ts'
import { openTestMemory } from '../../support/memory.ts'
import { openTables } from '../../support/tables.ts'

const OTHER = 'test/fixtures/campaigns/tan-lap-2026'
const day = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso)
let memory: TestMemory
const tables = openTables(() => memory.database.url)
let shipped: Campaign
let other: Campaign

beforeAll(async () => {
  memory = await openTestMemory({ at: '2024-06-03T08:00:00+07:00' })
  const units = valueOf(await readUnitsFile(`${OTHER}/units.csv`))
  other = valueOf(await readPlanFile(`${OTHER}/plan.yaml`, units))
  await memory.run(async (tx) => {
    const [first] = await tx.campaigns.list()
    if (!first) throw new Error('no campaign')
    shipped = first.campaign
    await loadCampaign(tx, other)
    await loadUnits(tx, other.id, units)
  })
})
afterAll(() => memory.close())

const set = (campaign: Campaign, ruleId: string, on: string) =>
  memory.run((tx) => setDeadline(tx, campaign, { ruleId, on: day(on) }))
const openUnits = (id: string) => memory.run(async (tx) => (await tx.duties.progress(id)).openUnits)

describe('the office', () => {
  test('gives a day to what the plan leaves open, and every unit owes it from then on', async () => {
    const id = `${shipped.id}:unit-plan:ke-hoach-don-vi`
    expect(await memory.run((tx) => tx.duties.findDeadline(id))).toBeUndefined()
    const [deadline] = await set(shipped, 'ke-hoach-don-vi', '2024-06-30')
    expect(deadline?.dueAt.toString()).toBe('2024-06-30T16:59:59Z')
    expect(await openUnits(id)).toHaveLength(54)
    const owed = await memory.run((tx) => tx.duties.listOpen('CL-DONGMO', localDateOf(tx.now)))
    expect(owed.map((duty) => duty.deadline.id)).toContain(id)
  })

  test('moves it by setting it again', async () => {
    await set(shipped, 'ke-hoach-don-vi', '2024-07-15')
    const id = `${shipped.id}:unit-plan:ke-hoach-don-vi`
    const kept = await memory.run((tx) => tx.duties.findDeadline(id))
    expect(kept?.dueOn.toString()).toBe('2024-07-15')
  })

  test('leaves in the audit trail what was set, and what was moved', async () => {
    const rows = await tables.rows<{ kind: string; data: { on?: string; to?: string } }>(
      `select kind, data from audit_event where subject = '${shipped.id}:unit-plan:ke-hoach-don-vi' order by id`,
    )
    expect(rows.map(({ kind, data }) => [kind, data.on])).toEqual([
      ['deadline-set', '2024-06-30'],
      ['deadline-moved', undefined],
    ])
  })

  test('moves with an event whatever is counted from it', async () => {
    const moved = await set(other, 'le-tong-ket', '2026-12-28')
    expect(moved.map(({ subject, dueOn }) => `${subject} ${dueOn.toString()}`)).toEqual([
      'trinh-tinh 2026-12-17',
      'le-tong-ket 2026-12-28',
    ])
  })

  test('keeps its day when the plan is loaded again, whether an official or the command line has set it', async () => {
    const id = `${shipped.id}:nomination:giay-khen-huyen`
    const dueOn = async () =>
      (await memory.run((tx) => tx.duties.findDeadline(id)))?.dueOn.toString()
    const planned = await dueOn()
    const ruleId = 'de-nghi-giay-khen'
    const { id: by } = await memory.official('CB-109')
    await memory.run((tx) => setDeadline(tx, shipped, { ruleId, on: day('2025-12-15'), by }))
    await memory.run((tx) => loadCampaign(tx, shipped))
    expect([planned, await dueOn()]).toEqual(['2025-12-31', '2025-12-15'])
    await set(shipped, ruleId, '2026-01-05')
    await memory.run((tx) => loadCampaign(tx, shipped))
    expect(await dueOn()).toBe('2026-01-05')
  })

  test('sets no day for what recurs or does not exist', async () => {
    expect(await set(shipped, 'bao-cao-thang', '2024-06-30')).toEqual([])
    expect(await set(shipped, 'khong-co', '2024-06-30')).toEqual([])
  })
})

test('only the units that a deadline names owe it; what everybody is told nobody owes', async () => {
  const planId = `${other.id}:unit-plan:ke-hoach-thon`
  const codes = await openUnits(planId)
  const kinds = await memory.run(async (tx) => {
    const units = await tx.units.list()
    return units.filter(({ code }) => codes.includes(code)).map(({ kind }) => kind)
  })
  expect(codes.length).toBeGreaterThan(0)
  expect(new Set(kinds)).toEqual(new Set(['thon', 'to-dan-pho']))
  for (const id of [`${other.id}:ceremony:le-tong-ket`, `${other.id}:upward-submission:trinh-tinh`])
    expect([id, await openUnits(id)]).toEqual([id, []])
})

test("a place's own day off stays when the country's calendar is loaded again", async () => {
  const year = {
    ...{ year: 2024, daysOff: [], makeUpDays: [] },
    localDaysOff: [
      { on: day('2024-06-05'), name: 'Nghỉ do mưa lũ', source: 'dựng để thử', confirmed: true },
    ],
  }
  await memory.run(async (tx) => {
    const country = await tx.calendars.list()
    await loadCalendar(tx, [year])
    expect(isWorkingDay(await tx.calendars.load(), day('2024-06-05'))).toBe(false)
    expect(isWorkingDay(await tx.calendars.load(), day('2024-09-02'))).toBe(false)
    await loadCalendar(tx, country)
    expect(isWorkingDay(await tx.calendars.load(), day('2024-06-05'))).toBe(false)
  })
})
