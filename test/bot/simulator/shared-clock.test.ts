import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { movableClock } from '../../../bot/clock.ts'
import { followClock, joinClock, moveClock } from '../../../bot/simulator/shared-clock.ts'
import type { TestMemory } from '../../support/memory.ts'
import { openTestMemory } from '../../support/memory.ts'

const START = '2025-10-20T07:45:00+07:00'
const start = Temporal.Instant.from(START)

let memory: TestMemory
beforeAll(async () => {
  memory = await openTestMemory({ at: START })
}, 60_000)
afterAll(() => memory.close())

test('a move is not taken back by processes that look at the clock at that moment', async () => {
  const { transactions } = memory
  const [web, worker] = [movableClock(start), movableClock(start)]
  for (const clock of [web, worker]) await joinClock(transactions, clock, START)
  for (let day = 1; day <= 30; day += 1) {
    const to = start.add({ hours: 24 * day })
    await Promise.all([
      ...[web, worker, web].map((clock) => followClock(transactions, clock)),
      moveClock(transactions, web, to),
      ...[worker, web].map((clock) => followClock(transactions, clock)),
    ])
    await followClock(transactions, worker)
    for (const clock of [web, worker]) expect(hoursSince(to, clock.now())).toBeCloseTo(0, 1)
  }
})

test('a moment that has passed moves nothing, and another CLOCK begins anew', async () => {
  const { transactions } = memory
  const clock = movableClock(start)
  await joinClock(transactions, clock, START)
  const before = clock.now()
  await moveClock(transactions, clock, start)
  expect(hoursSince(before, clock.now())).toBeCloseTo(0, 1)
  const anew = movableClock(start)
  await joinClock(transactions, anew, 'another')
  await followClock(transactions, clock)
  for (const one of [anew, clock]) expect(hoursSince(start, one.now())).toBeCloseTo(0, 1)
})

function hoursSince(since: Temporal.Instant, at: Temporal.Instant): number {
  return (at.epochMilliseconds - since.epochMilliseconds) / 3_600_000
}
