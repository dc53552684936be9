import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import type { Unit } from '../../../core/unit/unit.ts'
import { bareName, existTogether, validOn } from '../../../core/unit/unit.ts'

const day = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso)

function unit(parts: Partial<Unit>): Unit {
  return {
    code: 'X',
    name: 'xã Chi Lăng',
    fullName: 'UBND xã Chi Lăng',
    kind: 'xa',
    aliases: [],
    formerNames: [],
    groups: [],
    protocolOrder: 1,
    ...parts,
  }
}

describe('the days of a unit', () => {
  const merged = unit({ validFrom: day('2020-01-01'), validTo: day('2025-06-30') })

  test.each([
    ['2019-12-31', false],
    ['2020-01-01', true],
    ['2025-06-30', true],
    ['2025-07-01', false],
  ])('on %s it exists: %s', (on, exists) => {
    expect(validOn(merged, day(on))).toBe(exists)
  })

  test('without dates it always exists', () => {
    expect(validOn(unit({}), day('1946-01-06'))).toBe(true)
  })

  test('an old and a new unit of one name do not exist together, day by day', () => {
    expect(existTogether(merged, unit({ validFrom: day('2025-07-01') }))).toBe(false)
    expect(existTogether(merged, unit({ validFrom: day('2025-06-30') }))).toBe(true)
    expect(existTogether(unit({}), unit({}))).toBe(true)
  })
})

test('the bare name leaves out the word for the kind, and nothing else', () => {
  expect(bareName(unit({}))).toBe('Chi Lăng')
  expect(bareName(unit({ kind: 'thi-tran', name: 'Thị trấn Chi Lăng' }))).toBe('Chi Lăng')
  expect(bareName(unit({ kind: 'co-quan', name: 'Hạt Kiểm lâm' }))).toBe('Hạt Kiểm lâm')
  expect(bareName(unit({ kind: 'ban', name: 'Bản Đồn' }))).toBe('Bản Đồn')
})
