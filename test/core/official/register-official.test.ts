import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Address } from '../../../core/delivery/channel.ts'
import { issueInvites } from '../../../core/official/issue-invites.ts'
import { registerOfficial } from '../../../core/official/register-official.ts'
import { undoRegistration } from '../../../core/official/undo-registration.ts'
import type { Outcome } from '../../../core/refusal.ts'
import type { TestMemory } from '../../support/memory.ts'
import { openTestMemory } from '../../support/memory.ts'

const START = '2025-10-20T08:00:00+07:00'
let memory: TestMemory

beforeAll(async () => {
  memory = await openTestMemory({ at: START })
})
afterAll(() => memory.close())

/** A new code for the official. */
async function issue(code: string): Promise<string> {
  const official = await memory.official(code)
  const [issued] = await memory.run((tx) => issueInvites(tx, [official]))
  return issued?.code ?? ''
}

function register(code: string, account: string) {
  const address = `zalo:1:${account}` as Address
  return memory.run((tx) =>
    registerOfficial(tx, { code, channel: 'zalo', userKey: address, address }),
  )
}

function whoHas(account: string) {
  return memory.run((tx) => tx.officials.findByAccount(`zalo:1:${account}`))
}

const reason = <T>(outcome: Outcome<T>): string => (outcome.ok ? 'ok' : outcome.refusal.reason)

describe('a one-time code', () => {
  test('binds the account to the official it was issued for, with the unit', async () => {
    const outcome = await register(await issue('CB-001'), 'a1')
    expect(outcome).toMatchObject({
      ok: true,
      value: { official: { code: 'CB-001' }, unit: { code: 'CL-DONGMO' } },
    })
    expect((await whoHas('a1'))?.official.code).toBe('CB-001')
  })

  test('sent again by the same account changes nothing', async () => {
    const code = await issue('CB-002')
    expect(reason(await register(code, 'a2'))).toBe('ok')
    const before = await whoHas('a2')
    expect(reason(await register(code, 'a2'))).toBe('ok')
    expect(await whoHas('a2')).toEqual(before)
  })

  test('is used up for everybody else', async () => {
    const code = await issue('CB-003')
    await register(code, 'a3')
    expect(reason(await register(code, 'b3'))).toBe('invite-used')
    expect(await whoHas('b3')).toBeUndefined()
  })

  test('that two send at the same moment binds one of them', async () => {
    for (const round of ['x', 'y', 'z']) {
      const code = await issue('CB-004')
      const outcomes = await Promise.all(
        ['1', '2', '3', '4'].map((account) => register(code, `${round}${account}`)),
      )
      expect(outcomes.map(reason).sort()).toEqual([
        'invite-used',
        'invite-used',
        'invite-used',
        'ok',
      ])
    }
  })

  test('is good for thirty days and not a second longer', async () => {
    const early = await issue('CB-005')
    const late = await issue('CB-006')
    memory.clock.set('2025-11-19T07:59:59+07:00')
    expect(reason(await register(early, 'a5'))).toBe('ok')
    memory.clock.set('2025-11-19T08:00:00+07:00')
    expect(reason(await register(late, 'a6'))).toBe('invite-expired')
    memory.clock.set(START)
  })

  test('is void once a newer one was issued', async () => {
    const old = await issue('CB-007')
    const fresh = await issue('CB-007')
    expect(reason(await register(old, 'a7'))).toBe('invite-unknown')
    expect(reason(await register(fresh, 'a7'))).toBe('ok')
  })

  test('does not take an account away from the one who has it', async () => {
    await register(await issue('CB-008'), 'a8')
    expect(await register(await issue('CB-009'), 'a8')).toMatchObject({
      refusal: { reason: 'account-taken', name: (await memory.official('CB-008')).name },
    })
    expect((await whoHas('a8'))?.official.code).toBe('CB-008')
  })

  test('that reached the wrong person is undone and good for the right one', async () => {
    const code = await issue('CB-010')
    await register(code, 'wrong')
    const linked = await whoHas('wrong')
    if (!linked) throw new Error('not linked')
    await memory.run((tx) => undoRegistration(tx, linked))
    expect(await whoHas('wrong')).toBeUndefined()
    expect(reason(await register(code, 'right'))).toBe('ok')
    expect((await whoHas('right'))?.official.code).toBe('CB-010')
  })

  test('is nowhere in the tables', async () => {
    const code = await issue('CB-011')
    const { rows } = await memory.run(async (tx) => {
      const invites = await tx.invites.findByHash(code)
      return { rows: JSON.stringify(invites ?? null) }
    })
    expect(rows).toBe('null')
  })
})

describe('whoever guesses', () => {
  const WRONG = ['C3D4F6G7', 'C3D4F6G8', 'C3D4F6G9', 'C3D4F6H7', 'C3D4F6H8']

  test('has to wait an hour after five wrong codes, also with the right one', async () => {
    for (const code of WRONG) expect(reason(await register(code, 'g1'))).toBe('invite-unknown')
    const right = await issue('CB-012')
    expect(await register(right, 'g1')).toMatchObject({
      refusal: { reason: 'too-many-attempts', minutes: 60 },
    })
    memory.clock.set('2025-10-20T09:00:01+07:00')
    expect(reason(await register(right, 'g1'))).toBe('ok')
    memory.clock.set(START)
  })

  test('hinders nobody else', async () => {
    for (const code of WRONG) await register(code, 'g2')
    expect(reason(await register(await issue('CB-013'), 'g3'))).toBe('ok')
  })

  test('who waits is not counted on: the wait ends although codes go on coming', async () => {
    for (const code of WRONG) await register(code, 'g4')
    memory.clock.set('2025-10-20T08:30:00+07:00')
    for (const code of WRONG) expect(reason(await register(code, 'g4'))).toBe('too-many-attempts')
    memory.clock.set('2025-10-20T09:00:01+07:00')
    expect(reason(await register(await issue('CB-014'), 'g4'))).toBe('ok')
    memory.clock.set(START)
  })
})
