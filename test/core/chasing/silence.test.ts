import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import type { Answerable, SilenceFacts } from '../../../core/chasing/silence.ts'
import { diagnose, wantsNudge } from '../../../core/chasing/silence.ts'
import type { Address } from '../../../core/delivery/channel.ts'
import type { LinkedAccount, Official } from '../../../core/official/official.ts'

const at = (iso: string): Temporal.Instant => Temporal.Instant.from(`2025-10-${iso}+07:00`)
const NOW = at('24T10:00')

function person(account?: 'open' | 'blocked', roles: 'contact' | 'head' = 'contact'): Answerable {
  const official: Official = {
    id: 'o',
    code: 'CB',
    name: 'Hà Bảo Dũng',
    address: 'đồng chí',
    position: '',
    unitCode: 'U',
    roles: [roles],
    demonstration: true,
  }
  const linked: LinkedAccount = {
    id: 'a',
    officialId: 'o',
    inviteId: 'i',
    channel: 'zalo',
    userKey: 'u',
    address: 'zalo:1:2' as Address,
    ...(account === 'blocked' ? { unreachable: 'blocked' } : {}),
  }
  return { official, accounts: account === undefined ? [] : [linked] }
}

const why = (facts: Partial<SilenceFacts>): string =>
  diagnose({ people: [person('open')], drafting: false, ...facts }, NOW).why

describe('a silent unit', () => {
  test.each<[string, Partial<SilenceFacts>]>([
    ['not-asked', {}],
    ['unanswered', { remindedAt: at('23T08:00') }],
    ['promised', { promisedAt: at('24T15:00'), remindedAt: at('24T08:00') }],
    ['promise-passed', { promisedAt: at('24T09:00'), remindedAt: at('24T08:00') }],
    ['extended', { extendedTo: at('30T16:30'), promisedAt: at('24T15:00') }],
    ['drafting', { drafting: true, remindedAt: at('24T08:00') }],
    ['never-linked', { people: [person(), person(undefined, 'head')] }],
    ['never-linked', { people: [] }],
    ['unreachable', { people: [person('blocked'), person(undefined, 'head')] }],
    ['not-asked', { people: [person('blocked'), person('open', 'head')] }],
    [
      'on-leave',
      {
        people: [{ ...person('open'), away: { until: Temporal.PlainDate.from('2025-10-28') } }],
        remindedAt: at('23T08:00'),
      },
    ],
  ])('is %s', (expected, facts) => {
    expect(why(facts)).toBe(expected)
  })

  test('wants no message where nobody can read it, or something was agreed', () => {
    const agreed = diagnose(
      { people: [person('open')], drafting: false, promisedAt: at('24T15:00') },
      NOW,
    )
    expect(wantsNudge(agreed)).toBe(false)
    expect(wantsNudge(diagnose({ people: [person()], drafting: false }, NOW))).toBe(false)
    expect(wantsNudge(diagnose({ people: [person('open')], drafting: false }, NOW))).toBe(true)
  })
})
