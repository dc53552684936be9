import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRedactor } from '../../../bot/channels/redact.ts'

const token = fc
  .tuple(fc.stringMatching(/^[0-9]{6,19}$/), fc.stringMatching(/^[A-Za-z0-9_-]{20,40}$/))
  .map(([id, secret]) => ({ id, secret, whole: `${id}:${secret}` }))

const encodings: ((text: string) => string)[] = [
  (text) => text,
  encodeURIComponent,
  (text) => encodeURIComponent(encodeURIComponent(text)),
  (text) => JSON.stringify(text),
  (text) => text.replace(/./gs, (c) => `%${c.charCodeAt(0).toString(16).padStart(2, '0')}`),
  (text) => text.replace(/./gs, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`),
]
const encoding = fc.constantFrom(...encodings)

describe('createRedactor', () => {
  test('leaves no token in a text, however it is encoded and whatever stands around it', () => {
    fc.assert(
      fc.property(token, encoding, fc.string(), fc.string(), ({ whole, secret }, encode, a, b) => {
        const redact = createRedactor([whole])
        for (const shown of [encode(whole), encode(secret), encode(`/bot${whole}/sendMessage`)]) {
          const text = redact(`${a}${shown}${b}`)
          expect(text).not.toContain(encode(secret).replaceAll('"', ''))
          expect(text).not.toContain(secret)
          expect(text).toContain('[redacted]')
        }
      }),
    )
  })

  test('takes out a webhook secret of any characters', () => {
    const secret = fc.string({ unit: 'grapheme-ascii', minLength: 8, maxLength: 60 })
    fc.assert(
      fc.property(secret, encoding, (hidden, encode) => {
        const redacted = createRedactor([hidden])(`<${encode(hidden)}>`)
        expect(redacted).not.toContain(encode(hidden).replace(/^"|"$/g, ''))
      }),
    )
  })

  test('takes out what looks like a token of a bot that it does not know', () => {
    const redact = createRedactor([])
    const failed = 'request to https://api.telegram.org/bot123456:AAE_x-9/getMe failed'
    expect(redact(failed)).toBe('request to https://api.telegram.org/[redacted]/getMe failed')
    expect(redact('GET /bot99%3AAbCdEf/x')).toBe('GET /[redacted]/x')
  })

  test('leaves ordinary words alone, also with a token too short to be real', () => {
    const redact = createRedactor(['12:a', undefined, ''])
    expect(redact('báo cáo của xã: 12 việc')).toBe('báo cáo của xã: 12 việc')
    expect(redact('token 12:a')).toBe('token [redacted]')
  })
})
