import { setImmediate as turn } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openFlights } from '../../../core/delivery/flights.ts'
import { groupCommit } from '../../../core/delivery/group-commit.ts'

describe('flights', () => {
  test('let go whoever waits as soon as few enough are under way, however they end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 20 }), async (ends) => {
        const flights = openFlights()
        const reached: number[] = []
        const landings = ends.map((well) => {
          let end: () => void = () => undefined
          const work = new Promise<void>((resolve, reject) => {
            end = well ? resolve : () => reject(new Error('lost'))
          })
          void flights.board(work)
          return end
        })
        for (const count of ends.keys())
          void flights.atMost(count).then(() => {
            expect(flights.size).toBeLessThanOrEqual(count)
            reached.push(count)
          })
        for (const land of landings) {
          land()
          await turn()
        }
        expect(flights.size).toBe(0)
        expect(reached).toEqual([...ends.keys()].reverse())
        expect(flights.failure?.message).toBe(ends.includes(false) ? 'lost' : undefined)
      }),
    )
  })
})

describe('a group commit', () => {
  test('writes what arrives during a statement by the next one, each thing once', async () => {
    const written: number[][] = []
    const write = groupCommit<number>(async (things) => {
      await turn()
      written.push([...things])
    })
    const first = write(1)
    await Promise.resolve()
    await Promise.all([first, write(2), write(3)])
    expect(written).toEqual([[1], [2, 3]])
  })

  test('tells a failure to those whose things were in it, and goes on', async () => {
    const write = groupCommit<number>(async (things) => {
      await turn()
      if (things.includes(1)) throw new Error('refused')
    })
    const first = write(1)
    await Promise.resolve()
    const second = write(2)
    await expect(first).rejects.toThrow('refused')
    await expect(second).resolves.toBeUndefined()
  })
})
