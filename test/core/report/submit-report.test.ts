import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { localDateOf } from '../../../core/calendar/local-time.ts'
import type { Official } from '../../../core/official/official.ts'
import type { Outcome } from '../../../core/refusal.ts'
import type { Submission } from '../../../core/report/submit-report.ts'
import { submitReport } from '../../../core/report/submit-report.ts'
import { undoRevision, reviseReport } from '../../../core/report/revise-report.ts'
import { withdrawReport } from '../../../core/report/withdraw-report.ts'
import type { ReportContent } from '../../../core/report/report.ts'
import type { TestMemory } from '../../support/memory.ts'
import { openTestMemory } from '../../support/memory.ts'

const START = '2025-10-20T08:00:00+07:00'
let memory: TestMemory
let contact: Official
let head: Official
let stranger: Official

beforeAll(async () => {
  memory = await openTestMemory({ at: START })
  contact = await memory.official('CB-025')
  head = await memory.official('CB-026')
  stranger = await memory.official('CB-027')
})
afterAll(() => memory.close())
beforeEach(() => memory.clock.set(START))

const said = (text: string): ReportContent => ({
  text,
  items: [],
  dates: [],
  places: [],
  contents: [],
  nothingToReport: false,
})

function submit(by: Official, named?: string): Promise<Outcome<Submission>> {
  const namedPeriod = named === undefined ? {} : { namedPeriod: named }
  return memory.run((tx) =>
    submitReport(tx, { official: by, content: said('2 hội nghị'), ...namedPeriod }),
  )
}

async function submitted(by: Official, named?: string) {
  const outcome = await submit(by, named)
  if (!outcome.ok) throw new Error(outcome.refusal.reason)
  return outcome.value.report
}

const reason = <T>(outcome: Outcome<T>): string => (outcome.ok ? 'ok' : outcome.refusal.reason)
const withdraw = (by: Official, id: string) => memory.run((tx) => withdrawReport(tx, by, id))

/** Periods for which the official's unit still owes its report. */
function owed(by: Official): Promise<string[]> {
  return memory.run(async (tx) => {
    const open = await tx.duties.listOpen(by.unitCode, localDateOf(tx.now))
    return open
      .filter(({ deadline }) => deadline.kind === 'report')
      .map(({ deadline }) => deadline.subject)
  })
}

describe('a report', () => {
  test('closes the duty of its own period for the whole unit, and for no other', async () => {
    expect(await owed(contact)).toContain('2025-10')
    const report = await submitted(contact)
    expect(report).toMatchObject({ period: '2025-10', late: false, version: 1 })
    expect(await owed(head)).not.toContain('2025-10')
    expect(await owed(stranger)).toContain('2025-10')
    await withdraw(contact, report.id)
  })

  test('after its deadline is taken and marked late', async () => {
    memory.clock.set('2025-10-25T16:30:00+07:00')
    expect(await submitted(contact, '2025-10')).toMatchObject({ late: false })
    memory.clock.set('2025-10-25T16:30:00.001+07:00')
    expect(await submitted(contact, '2025-10')).toMatchObject({ late: true })
    memory.clock.set('2025-11-03T08:00:00+07:00')
    expect(await submitted(contact)).toMatchObject({ period: '2025-10', late: true })
  })

  test('after the campaign belongs to its last period, and before it is not taken', async () => {
    memory.clock.set('2026-01-15T08:00:00+07:00')
    expect(await submitted(contact)).toMatchObject({ period: '2025-12', late: true })
    memory.clock.set('2024-01-15T08:00:00+07:00')
    expect(reason(await submit(contact))).toBe('campaign-not-started')
  })

  test('that is withdrawn opens the duty again, unless another one stands', async () => {
    const first = await submitted(contact, '2025-11')
    const second = await submitted(head, '2025-11')
    memory.clock.set('2025-11-20T08:00:00+07:00')
    await withdraw(contact, first.id)
    expect(await owed(contact)).not.toContain('2025-11')
    await withdraw(contact, second.id)
    expect(await owed(contact)).toContain('2025-11')
    expect(reason(await withdraw(contact, second.id))).toBe('report-withdrawn')
  })

  test('of another unit cannot be withdrawn, and looks as if there were none', async () => {
    const report = await submitted(contact)
    expect(reason(await withdraw(stranger, report.id))).toBe('report-not-found')
  })

  test('keeps every wording, and the one before comes back', async () => {
    const report = await submitted(contact)
    const revised = await memory.run((tx) =>
      reviseReport(tx, {
        official: contact,
        report,
        content: said('3 hội nghị'),
        why: 'corrected',
      }),
    )
    const after = revised.ok ? revised.value.after : report
    expect(after).toMatchObject({ version: 2, content: { text: '3 hội nghị' } })
    const undone = await memory.run((tx) => undoRevision(tx, { official: contact, report: after }))
    expect(undone).toMatchObject({
      value: { after: { version: 3, content: { text: '2 hội nghị' } } },
    })
    const again = { official: contact, report }
    expect(reason(await memory.run((tx) => undoRevision(tx, again)))).toBe('no-earlier-version')
  })

  test('that appraisal has used is changed only for a reason, and not withdrawn', async () => {
    const { id } = await submitted(contact)
    const report = await memory.run(async (tx) => {
      await tx.reports.lock([id], tx.now)
      return tx.reports.get(id)
    })
    const change = {
      official: contact,
      report,
      content: said('3 hội nghị'),
      why: 'edited',
    } as const
    const revise = (reason?: string) =>
      memory.run((tx) => reviseReport(tx, { ...change, ...(reason ? { reason } : {}) }))
    expect(reason(await revise())).toBe('report-locked')
    expect(reason(await withdraw(contact, id))).toBe('report-locked')
    expect(await revise('cộng sót thôn 4')).toMatchObject({ ok: true })
  })

  test('of one colleague and the withdrawal by another at the same moment leave the duty as it is', async () => {
    const [one, other] = [await memory.official('CB-031'), await memory.official('CB-032')]
    memory.clock.set('2025-12-10T08:00:00+07:00')
    for (let round = 0; round < 12; round += 1) {
      const first = await submitted(one)
      const [second] = await Promise.all([submitted(other), withdraw(one, first.id)])
      expect(await owed(one)).not.toContain('2025-12')
      await withdraw(other, second.id)
      expect(await owed(one)).toContain('2025-12')
    }
  })
})
