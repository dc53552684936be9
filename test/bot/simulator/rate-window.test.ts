import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRateWindow } from '../../../bot/simulator/rate-window.ts'

test('no sliding second holds more than allowed, and none is refused that would fit', () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 200 })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), gaps, (perSecond, waits) => {
      let now = 5_000
      const window = createRateWindow(perSecond, () => now)
      const passed: number[] = []
      for (const wait of waits) {
        now += wait
        const within = passed.filter((at) => at > now - 1000).length
        const delay = window.take()
        expect(delay === 0).toBe(within < perSecond)
        expect(delay).toBeLessThanOrEqual(1000)
        if (delay === 0) passed.push(now)
      }
    }),
  )
})
