import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BotKey } from '../../../core/delivery/bot.ts'
import type { Turns } from '../../../core/delivery/turns.ts'
import { openTurns } from '../../../core/delivery/turns.ts'

/** Elapsed time that passes only by sleeping; whoever sleeps shortest wakes first. */
function openTime() {
  let nowMs = 0
  const sleepers: { atMs: number; wake: () => void }[] = []
  return {
    elapsedMs: () => nowMs,
    sleep: (ms: number) =>
      new Promise<void>((wake) => void sleepers.push({ atMs: nowMs + ms, wake })),
    async run(until: Promise<unknown>): Promise<void> {
      const over = { yes: false }
      void until.finally(() => (over.yes = true))
      for (;;) {
        for (let turn = 0; turn < 40; turn += 1) await Promise.resolve()
        if (over.yes) return
        sleepers.sort((a, b) => a.atMs - b.atMs)
        const next = sleepers.shift()
        if (!next) throw new Error('everybody waits for ever')
        nowMs = Math.max(nowMs, next.atMs)
        next.wake()
      }
    },
  }
}

const PER_SECOND = 10
const INTERVAL = 1000 / (PER_SECOND * 0.98)

type Trip = { readonly thereMs: number; readonly backMs: number }

/** Sends with those trips at their slots; gives when each left and when the platform took it. */
async function play(
  trips: readonly Trip[],
  lateMs = 0,
): Promise<{ left: number[]; taken: number[] }> {
  const time = openTime()
  const turns: Turns = openTurns(time)
  const left: number[] = []
  const taken: number[] = []
  const send = async ({ thereMs, backMs }: Trip, index: number): Promise<void> => {
    const slotMs = index * INTERVAL - lateMs
    const wanted = { slotMs, intervalMs: INTERVAL, perSecond: PER_SECOND }
    const landed = await turns.take('telegram:7' as BotKey, wanted)
    left.push(time.elapsedMs())
    await time.sleep(thereMs)
    taken.push(time.elapsedMs())
    await time.sleep(backMs)
    landed()
  }
  await time.run(Promise.all(trips.map(send)))
  return { left, taken: taken.sort((a, b) => a - b) }
}

function mostWithinASecond(taken: readonly number[]): number {
  return Math.max(
    ...taken.map((from) => taken.filter((at) => at >= from && at < from + 1000).length),
  )
}

describe('the turns of a process', () => {
  test('on a steady way are the slots themselves, however long the way is', async () => {
    for (const thereMs of [0, 50, 150]) {
      const { left } = await play(Array.from({ length: 40 }, () => ({ thereMs, backMs: thereMs })))
      left.forEach((at, index) => expect(Math.abs(at - index * INTERVAL)).toBeLessThan(1.5))
    }
  })

  test('after a delay of the process follow each other evenly, not in a burst', async () => {
    const { left } = await play(
      Array.from({ length: 20 }, () => ({ thereMs: 1, backMs: 1 })),
      1_500,
    )
    for (const [index, at] of left.slice(2).entries())
      expect(at - (left[index + 1] ?? 0)).toBeGreaterThan(INTERVAL - 16)
    expect(mostWithinASecond(left)).toBeLessThanOrEqual(PER_SECOND)
  })

  test('never let the platform take more than its limit within a second, however the ways vary', async () => {
    const trip = fc.record({
      thereMs: fc.integer({ min: 5, max: 300 }),
      backMs: fc.integer({ min: 5, max: 300 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(trip, { minLength: 25, maxLength: 60 }), async (trips) => {
        // The shortest way there and back is known before it matters.
        const known = { thereMs: 5, backMs: 5 }
        const { taken } = await play([known, ...trips])
        expect(mostWithinASecond(taken)).toBeLessThanOrEqual(PER_SECOND)
      }),
      { numRuns: 200 },
    )
  })

  test('do not wait for ever for an answer that never comes', async () => {
    const { left } = await play([
      { thereMs: 1, backMs: 60_000 },
      ...Array.from({ length: 15 }, () => ({ thereMs: 1, backMs: 1 })),
    ])
    expect(left[PER_SECOND]).toBeGreaterThanOrEqual(1_000)
    expect(left[PER_SECOND]).toBeLessThanOrEqual(2_000)
  })
})
