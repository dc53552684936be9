import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Counts } from '../../../core/council/council.ts'
import { DEFAULT_RULE, hasPassed, isQuorate, sumOf } from '../../../core/council/council.ts'
import { heldOffice, sameNumber } from '../../../core/decision/decision.ts'
import { isWeak, opens, seal } from '../../../core/pin/pin.ts'
import { Temporal } from 'temporal-polyfill'

const counts = (agree: number, disagree = 0, other = 0): Counts => ({ agree, disagree, other })

test('the share is taken of all who may vote, or of those who did', () => {
  const present = { ...DEFAULT_RULE, base: 'present' } as const
  expect(hasPassed(DEFAULT_RULE, counts(5, 1), 11)).toBe(false)
  expect(hasPassed(present, counts(5, 1), 11)).toBe(true)
  expect(hasPassed(DEFAULT_RULE, counts(6), 11)).toBe(true)
  expect(hasPassed(DEFAULT_RULE, counts(5), 10)).toBe(false)
  expect(hasPassed({ ...DEFAULT_RULE, over: false, threshold: 90 }, counts(9), 10)).toBe(true)
})

test('nobody passes without a vote, and one more vote for a nomination never harms it', () => {
  fc.assert(
    fc.property(
      fc.record({ agree: fc.nat(20), disagree: fc.nat(20), other: fc.nat(20) }),
      fc.constantFrom('all' as const, 'present' as const),
      fc.nat(100),
      fc.boolean(),
      (votes, base, threshold, over) => {
        const rule = { ...DEFAULT_RULE, base, threshold, over }
        const entitled = sumOf(votes) + 1
        if (hasPassed(rule, votes, entitled)) {
          expect(votes.agree).toBeGreaterThan(0)
          expect(hasPassed(rule, { ...votes, agree: votes.agree + 1 }, entitled)).toBe(true)
        }
      },
    ),
  )
})

test('a quorum is of those who may vote on the dossier', () => {
  expect(isQuorate(DEFAULT_RULE, counts(6, 1), 10)).toBe(true)
  expect(isQuorate(DEFAULT_RULE, counts(6), 10)).toBe(false)
  expect(isQuorate({ ...DEFAULT_RULE, quorum: 0 }, counts(0), 10)).toBe(false)
})

test.each([
  ['128/QĐ-UBND', 'QĐ 128', true],
  ['128/QĐ-UBND', '128/qd-ubnd', true],
  ['128/QĐ-UBND', 'số 0128/QĐ-UBND', true],
  ['128/QĐ-UBND', '128/QĐ-HĐND', false],
  ['128/QĐ-UBND', '12', false],
])('%s and %s: one number %s', (a, b, same) => {
  expect(sameNumber(a, b)).toBe(same)
  expect(sameNumber(b, a)).toBe(same)
})

test('whoever signed must have held the office on that day, first and last included', () => {
  const tenure = {
    position: 'Chủ tịch UBND huyện',
    name: 'Nguyễn Văn Mẫu',
    validTo: Temporal.PlainDate.from('2025-06-30'),
  }
  const signer = 'Chủ tịch Nguyễn Văn Mẫu'.normalize('NFD')
  expect(heldOffice([tenure], signer, Temporal.PlainDate.from('2025-06-30'))).toBe(true)
  expect(heldOffice([tenure], signer, Temporal.PlainDate.from('2025-07-01'))).toBe(false)
  expect(heldOffice([tenure], 'Chủ tịch Lê Thị Khác', tenure.validTo)).toBe(false)
})

test('a PIN is opened by its own digits, and one that anybody would guess is weak', async () => {
  const sealed = await seal('482913', 'salt')
  expect(JSON.stringify(sealed)).not.toContain('482913')
  expect(await opens('482913', sealed)).toBe(true)
  expect(await opens('482914', sealed)).toBe(false)
  expect(['111111', '123456', '654321'].every(isWeak)).toBe(true)
  expect(isWeak('482913')).toBe(false)
})
