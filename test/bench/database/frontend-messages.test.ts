import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FrontendReader } from './frontend-messages.ts'

/** PostgreSQL documentation, Message Formats: letter, length that counts itself, body. */
function message(letter: string, body: string): Buffer {
  const bytes = Buffer.from(body, 'latin1')
  const length = Buffer.alloc(4)
  length.writeInt32BE(bytes.length + 4)
  return Buffer.concat([Buffer.from(letter, 'latin1'), length, bytes])
}

const CONVERSATION = Buffer.concat([
  message('', '\0\x03\0\0user\0someone\0\0'),
  message('Q', 'BEGIN\0'),
  message('P', 'known\0select $1\0\0\0'),
  message('B', '\0known\0\0\0\0\x01\0\0\0\x01x\0\0'),
  message('E', '\0\0\0\0\0'),
  message('S', ''),
  message('B', '\0known\0\0\0\0\x01\0\0\0\x01y\0\0'),
  message('E', '\0\0\0\0\0'),
  message('S', ''),
  message('P', '\0insert 1\0\0\0'),
  message('B', '\0\0\0\0\0\0\0\0'),
  message('E', '\0\0\0\0\0'),
  message('S', ''),
  message('Q', 'COMMIT\0'),
  message('X', ''),
])

test('statements and round trips are the same however the bytes are cut', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), (lengths) => {
      const executed: string[] = []
      let waits = 0
      const reader = new FrontendReader({
        executed: (text) => executed.push(text),
        waited: () => (waits += 1),
      })
      for (let at = 0, n = 0; at < CONVERSATION.length; n += 1) {
        const length = lengths[n % lengths.length] ?? 1
        reader.read(CONVERSATION.subarray(at, at + length))
        at += length
      }
      expect(executed).toEqual(['BEGIN', 'select $1', 'select $1', 'insert 1', 'COMMIT'])
      expect(waits).toBe(5)
    }),
  )
})
