import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import type { Address, DeliveryResult } from '../../../core/delivery/channel.ts'
import type { Settlement } from '../../../core/delivery/settlement.ts'
import { backOffMs, MOST_FAILURES, settlementOf } from '../../../core/delivery/settlement.ts'

const NOW = Temporal.Instant.from('2025-10-20T08:00:00+07:00')
const NEW_HOME = 'telegram:7:-100' as Address
const later = (seconds: number): Temporal.Instant => NOW.add({ seconds })

const CASES: readonly (readonly [string, DeliveryResult, Settlement])[] = [
  ['a receipt is kept', { status: 'sent', receipt: '81' }, { state: 'sent', receipt: '81' }],
  [
    'no answer in time is uncertain',
    { status: 'uncertain', cause: 'timeout' },
    { state: 'uncertain', failure: 'uncertain/timeout' },
  ],
  [
    'an answer without a receipt is uncertain',
    { status: 'uncertain', cause: 'bad-response' },
    { state: 'uncertain', failure: 'uncertain/bad-response' },
  ],
  [
    'a message that the platform refuses is given up',
    { status: 'rejected', scope: 'message', code: '400' },
    { state: 'rejected', failure: 'rejected/message/400' },
  ],
  [
    'a bot that the platform refuses keeps its messages and is tried every minute',
    { status: 'rejected', scope: 'account', code: '401' },
    {
      state: 'pending',
      notBefore: NOW,
      failure: 'rejected/account/401',
      countsAsFailure: false,
      rest: { cause: 'account', steps: [60_000] },
    },
  ],
  [
    'a person who has blocked the bot cannot be reached',
    { status: 'unreachable-recipient', reason: 'blocked' },
    { state: 'unreachable', failure: 'unreachable-recipient/blocked', reason: 'blocked' },
  ],
  [
    'a chat that has moved is followed',
    { status: 'unreachable-recipient', reason: 'gone', movedTo: NEW_HOME },
    {
      state: 'unreachable',
      failure: 'unreachable-recipient/gone',
      reason: 'gone',
      movedTo: NEW_HOME,
    },
  ],
  [
    'being told to wait delays that recipient alone and counts for nothing',
    { status: 'retry-after', delayMs: 7_000, scope: 'recipient', reason: 'flood' },
    {
      state: 'pending',
      notBefore: later(7),
      failure: 'retry-after/flood',
      countsAsFailure: false,
    },
  ],
  [
    'a quota that is used up rests the bot: a minute, a quarter of an hour, an hour, until past midnight',
    { status: 'retry-after', delayMs: 60_000, scope: 'account', reason: 'quota' },
    {
      state: 'pending',
      notBefore: NOW,
      failure: 'retry-after/quota',
      countsAsFailure: false,
      rest: { cause: 'quota', steps: [60_000, 900_000, 3_600_000, 16 * 3_600_000 + 60_000] },
    },
  ],
  [
    'a connection that was refused is tried again and counts',
    { status: 'retry-after', delayMs: 5_000, scope: 'account', reason: 'not-connected' },
    {
      state: 'pending',
      notBefore: later(5),
      failure: 'retry-after/not-connected',
      countsAsFailure: true,
    },
  ],
]

describe('what becomes of a part after one attempt', () => {
  test.each(CASES)('%s', (_what, result, settlement) => {
    expect(settlementOf(result, 0, NOW)).toEqual(settlement)
  })

  test('an outage that the platform allows only so often in a row is then given up', () => {
    const result = {
      status: 'retry-after',
      delayMs: 30_000,
      scope: 'recipient',
      reason: 'outage',
      atMost: 3,
    } as const
    expect([0, 1, 2].map((failures) => settlementOf(result, failures, NOW).state)).toEqual([
      'pending',
      'pending',
      'rejected',
    ])
  })

  test('outages are tried for most of a working day, and not for ever', () => {
    const result = {
      status: 'retry-after',
      delayMs: 0,
      scope: 'account',
      reason: 'outage',
    } as const
    const states = Array.from({ length: MOST_FAILURES }, (_, n) => settlementOf(result, n, NOW))
    expect(states.slice(0, -1).every(({ state }) => state === 'pending')).toBe(true)
    expect(states.at(-1)?.state).toBe('rejected')
    const waited = Array.from({ length: MOST_FAILURES - 1 }, (_, n) => backOffMs(n))
    expect(waited.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThan(12 * 3_600_000)
  })

  const delayMs = fc.integer({ min: 0, max: 100_000_000 })
  const scope = fc.constantFrom('recipient' as const, 'account' as const)
  const anyResult: fc.Arbitrary<DeliveryResult> = fc.oneof(
    fc.record({ status: fc.constant('sent' as const), receipt: fc.string() }),
    fc.record({
      status: fc.constant('uncertain' as const),
      cause: fc.constantFrom('timeout' as const, 'reset' as const, 'bad-response' as const),
    }),
    fc.record({
      status: fc.constant('rejected' as const),
      scope: fc.constantFrom('message' as const, 'account' as const),
      code: fc.string(),
    }),
    fc.record({
      status: fc.constant('unreachable-recipient' as const),
      reason: fc.constantFrom('blocked' as const, 'gone' as const, 'kicked' as const),
    }),
    fc.record({
      status: fc.constant('retry-after' as const),
      delayMs,
      scope,
      reason: fc.constantFrom(
        'flood' as const,
        'quota' as const,
        'outage' as const,
        'not-connected' as const,
      ),
    }),
  )

  test('only what surely did not arrive is ever sent again', () => {
    fc.assert(
      fc.property(anyResult, fc.nat(MOST_FAILURES * 2), (result, failures) => {
        const { state } = settlementOf(result, failures, NOW)
        const surelyNot =
          result.status === 'retry-after' ||
          (result.status === 'rejected' && result.scope === 'account')
        if (state === 'pending') expect(surelyNot).toBe(true)
        if (result.status === 'uncertain') expect(state).toBe('uncertain')
        if (result.status === 'sent') expect(state).toBe('sent')
      }),
    )
  })

  test('nobody is written to before the platform allows it', () => {
    fc.assert(
      fc.property(anyResult, fc.nat(MOST_FAILURES - 2), (result, failures) => {
        const settlement = settlementOf(result, failures, NOW)
        if (settlement.state !== 'pending' || result.status !== 'retry-after') return
        const ownMs = settlement.notBefore.epochMilliseconds - NOW.epochMilliseconds
        const waitMs = settlement.rest ? (settlement.rest.steps[0] ?? 0) : ownMs
        if (result.reason !== 'quota') expect(waitMs).toBeGreaterThanOrEqual(result.delayMs)
        if (!settlement.countsAsFailure && result.reason !== 'quota')
          expect(waitMs).toBe(result.delayMs)
      }),
    )
  })
})
