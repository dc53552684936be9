import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { restAfter } from '../../../core/delivery/breaker.ts'
import { budgetLevel, isEssential, monthOf, usedOf } from '../../../core/delivery/budget.ts'
import { CAUSES } from '../../../core/delivery/outbox-store.ts'

const PLAN = { messages: 3_000, users: 50, counts: 'both' } as const

describe('the month’s budget of a bot', () => {
  test('warns from 80 % and keeps to the essential from 95 %', () => {
    const levels = [0, 2_399, 2_400, 2_849, 2_850, 9_000].map((used) => budgetLevel(PLAN, used))
    expect(levels).toEqual(['free', 'free', 'warned', 'warned', 'essential', 'essential'])
  })

  test('is without end where the plan names none', () => {
    fc.assert(
      fc.property(fc.nat(), (used) => {
        expect(budgetLevel({ counts: 'both' }, used)).toBe('free')
      }),
    )
  })

  test('counts what people write as well, unless the plan says otherwise', () => {
    const use = { sent: 80, received: 40 }
    expect([usedOf(PLAN, use), usedOf({ counts: 'sent' }, use)]).toEqual([120, 80])
  })

  test('is of a month in Vietnam, in which every moment lies in exactly one', () => {
    const lastEvening = Temporal.Instant.from('2025-10-31T23:59:59+07:00')
    expect(monthOf(lastEvening).name).toBe('2025-10')
    expect(monthOf(lastEvening.add({ seconds: 1 })).name).toBe('2025-11')
    fc.assert(
      fc.property(
        fc.date({ min: new Date(0), max: new Date('2200-01-01'), noInvalidDate: true }),
        (date) => {
          const at = Temporal.Instant.fromEpochMilliseconds(date.getTime())
          const { from, until } = monthOf(at)
          expect(Temporal.Instant.compare(from, at)).toBeLessThanOrEqual(0)
          expect(Temporal.Instant.compare(at, until)).toBeLessThan(0)
          expect(monthOf(until).from.equals(until)).toBe(true)
        },
      ),
    )
  })

  test('gives way to answers, reminders and what concerns a dossier', () => {
    expect(CAUSES.filter(isEssential)).toEqual(['reply', 'reminder', 'notice'])
  })
})

test('an outage and a flood of one chat let no bot rest', () => {
  const now = Temporal.Instant.from('2025-10-20T08:00:00+07:00')
  for (const reason of ['outage', 'not-connected'] as const)
    expect(
      restAfter({ status: 'retry-after', delayMs: 1, scope: 'account', reason }, now),
    ).toBeUndefined()
  const flood = { status: 'retry-after', delayMs: 9, scope: 'recipient', reason: 'flood' } as const
  expect(restAfter(flood, now)).toBeUndefined()
})
