import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { oneAtATime } from '../../jobs/one-at-a-time.ts'
import { latch } from '../contracts/queue/bench.ts'

describe('runs of one id', () => {
  test('follow each other, and those asked for meanwhile are one', async () => {
    const inTurn = oneAtATime()
    const door = latch()
    const events: string[] = []
    const first = inTurn('a', async () => {
      events.push('first')
      await door.opened
    })
    const later = [1, 2, 3].map((n) => inTurn('a', async () => void events.push(`later ${n}`)))
    await Promise.all(later.slice(1))
    expect(events).toEqual(['first'])
    door.open()
    await Promise.all([first, ...later])
    expect(events).toEqual(['first', 'later 1'])
  })

  test('fail for whoever asked for them and for nobody else', async () => {
    const inTurn = oneAtATime()
    const first = inTurn('a', () => Promise.reject(new Error('first')))
    const second = inTurn('a', () => Promise.resolve())
    await expect(first).rejects.toThrow('first')
    await expect(second).resolves.toBeUndefined()
  })

  test('never overlap, and after each asking one begins or is still to begin', async () => {
    const asking = fc.record({ id: fc.constantFrom('a', 'b'), after: fc.nat(4), takes: fc.nat(4) })
    await fc.assert(
      fc.asyncProperty(fc.array(asking, { maxLength: 20 }), async (askings) => {
        const inTurn = oneAtATime()
        const underWay = new Set<string>()
        const asked = new Map<string, number>()
        const seen = new Map<string, number>()
        const all = askings.map(async ({ id, after, takes }) => {
          await sleep(after)
          asked.set(id, (asked.get(id) ?? 0) + 1)
          await inTurn(id, async () => {
            expect(underWay.has(id)).toBe(false)
            underWay.add(id)
            seen.set(id, asked.get(id) ?? 0)
            await sleep(takes)
            underWay.delete(id)
          })
        })
        await Promise.all(all)
        expect(seen).toEqual(asked)
      }),
      { numRuns: 40 },
    )
  })
})
