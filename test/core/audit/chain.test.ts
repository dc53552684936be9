import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RecordedEvent } from '../../../core/audit/chain.ts'
import { EMPTY_CHAIN, linkTo } from '../../../core/audit/chain.ts'

const event: RecordedEvent = {
  id: 7n,
  at: '2025-10-20T01:00:00.000Z',
  actor: null,
  kind: 'report-submitted',
  subject: 'a',
  data: { version: 1, period: '2025-10', late: false },
}

describe('a link of the audit chain', () => {
  test('covers every field of its event and the hash before it', () => {
    const { hash } = linkTo(EMPTY_CHAIN, event)
    const others: RecordedEvent[] = [
      { ...event, id: 8n },
      { ...event, at: '2025-10-20T01:00:00.001Z' },
      { ...event, actor: 'a' },
      { ...event, kind: 'report-revised' },
      { ...event, subject: 'b' },
      { ...event, data: { version: 1, period: '2025-10', late: true } },
    ]
    const hashes = others.map((other) => linkTo(EMPTY_CHAIN, other).hash)
    const later = linkTo({ position: 0n, hash }, event).hash
    expect(new Set([hash, later, ...hashes]).size).toBe(8)
  })

  test('does not depend on the order of the keys, at any depth', () => {
    const shuffled = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(shuffled)
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(
        Object.entries(value)
          .map(([key, inner]) => [key, shuffled(inner)] as const)
          .reverse(),
      )
    }
    const data = fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), fc.jsonValue())
    fc.assert(
      fc.property(data, (given) => {
        const one = linkTo(EMPTY_CHAIN, { ...event, data: given })
        expect(linkTo(EMPTY_CHAIN, { ...event, data: shuffled(given) })).toEqual(one)
      }),
    )
  })
})
