import { Temporal } from 'temporal-polyfill'
import { beforeAll, describe, expect, test } from 'vitest'
import type { LocalDate } from '../../../core/calendar/local-time.ts'
import type { WorkingCalendar } from '../../../core/calendar/working-days.ts'
import type { Campaign } from '../../../core/campaign/campaign.ts'
import type { Deadline } from '../../../core/duty/deadline.ts'
import { deadlinesOf } from '../../../core/duty/deadline.ts'
import { deadlineOn, readPlans } from '../../support/plans.ts'

const day = (iso: string): LocalDate => Temporal.PlainDate.from(iso)

let chiLang: Campaign
let tanLap: Campaign
let calendar: WorkingCalendar

beforeAll(async () => {
  ;({ chiLang, tanLap, calendar } = await readPlans())
})

const deadline = (campaign: Campaign, subject: string): Deadline =>
  deadlineOn(campaign, subject, calendar)

describe('the deadlines of a campaign', () => {
  test('a monthly report is due on its day of each month, at its time in Vietnam', () => {
    const october = deadline(chiLang, '2025-10')
    expect(october.opensOn.toString()).toBe('2025-10-01')
    expect(october.dueOn.toString()).toBe('2025-10-25')
    expect(october.dueAt.toString()).toBe('2025-10-25T09:30:00Z')
  })

  test('a quarterly report opens with its quarter and is due in its last month', () => {
    const first = deadlinesOf(tanLap, day('2026-01-01'), calendar).find(
      ({ kind }) => kind === 'report',
    )
    expect(first?.subject).toMatch(/^2026-Q\d$/u)
    expect(first?.opensOn.day).toBe(1)
    expect(first?.opensOn.month).toBe((first?.dueOn.month ?? 0) - 2)
    expect(first?.dueOn.day).toBe(20)
  })

  test('a nomination may still come on the last second of its last day', () => {
    const window = deadlinesOf(chiLang, day('2025-10-01'), calendar).find(
      ({ kind }) => kind === 'nomination',
    )
    expect(window?.dueOn.toString()).toBe('2025-12-31')
    expect(window?.dueAt.toString()).toBe('2025-12-31T16:59:59Z')
  })

  test('an award that the council selects has no deadline of its own', () => {
    const selected = chiLang.awards.filter(({ selectedFrom }) => selectedFrom !== undefined)
    const subjects = deadlinesOf(chiLang, day('2020-01-01'), calendar).map(({ subject }) => subject)
    expect(selected.length).toBeGreaterThan(0)
    for (const { id } of selected) expect(subjects).not.toContain(id)
  })

  test('what was due before the day from which duties are kept is left out, the day itself is not', () => {
    const from = (iso: string) =>
      deadlinesOf(chiLang, day(iso), calendar).map(({ subject }) => subject)
    expect(from('2025-10-25')).toContain('2025-10')
    expect(from('2025-10-26')).not.toContain('2025-10')
  })

  test('they come in the order in which they are due', () => {
    for (const campaign of [chiLang, tanLap]) {
      const due = deadlinesOf(campaign, day('2020-01-01'), calendar).map(
        ({ dueAt }) => dueAt.epochMilliseconds,
      )
      expect(due).toEqual([...due].sort((a, b) => a - b))
    }
  })
})
