import fc from 'fast-check'
import { expect, test } from 'vitest'
import { eventTime } from '../../../bot/channels/event-time.ts'

const received = Date.UTC(2025, 9, 6, 2)
const day = 86_400_000

test.each([
  ['seconds', received / 1000 - 10, received - 10_000],
  ['milliseconds', received - 10_000, received - 10_000],
  ['nothing', undefined, received],
  ['a string', '1759715990', received],
  ['no number', NaN, received],
  ['the beginning of time', 0, received],
  ['the past', (received - 30 * day) / 1000, received - 7 * day],
  ['the future', received + day, received + 300_000],
  ['the far future', 1e300, received + 300_000],
])('a date of %s', (_what, date, at) => {
  expect(eventTime(date, received)).toBe(at)
})

test('every date comes within the bounds', () => {
  fc.assert(
    fc.property(fc.anything(), (date) => {
      const at = eventTime(date, received)
      expect(at).toBeGreaterThanOrEqual(received - 7 * day)
      expect(at).toBeLessThanOrEqual(received + 300_000)
    }),
  )
})
