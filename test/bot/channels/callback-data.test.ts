import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { callbackData, readCallbackData } from '../../../bot/channels/callback-data.ts'

const setId = fc.stringMatching(/^[A-Za-z0-9]{1,16}$/)
const optionIndex = fc.integer({ min: 0, max: 9999 })

describe('callback data', () => {
  test('is read back as it was written, in at most 64 bytes', () => {
    fc.assert(
      fc.property(setId, optionIndex, (id, index) => {
        const data = callbackData({ setId: id, optionIndex: index })
        expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64)
        expect(readCallbackData(data)).toEqual({ setId: id, optionIndex: index })
      }),
    )
  })

  test.each(['', 'mười-sáu', 'a:b', 'x'.repeat(17)])('an id such as "%s" is refused', (id) => {
    expect(() => callbackData({ setId: id, optionIndex: 0 })).toThrow(RangeError)
  })

  test.each([
    undefined,
    null,
    7,
    {},
    '',
    'c1:',
    'c1:ab:',
    'c1:ab:-1',
    'c1:ab:01',
    'c2:ab:1',
    'c1:ab:1 ',
    'c1:ab:1\n',
  ])('%j is not ours', (data) => {
    expect(readCallbackData(data)).toBeUndefined()
  })

  test('whatever else comes is read as nothing or as what would write it', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        const target = readCallbackData(data)
        if (target !== undefined) expect(callbackData(target)).toBe(data)
      }),
    )
  })
})
