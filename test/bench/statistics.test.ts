import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  median,
  quantile,
  randomGaps,
  seededRandom,
  shuffled,
  spreadOf,
  sum,
} from './statistics.ts'

const numbers = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 })

describe('a quantile', () => {
  test('is one of the values, and the share of values up to it is at least what was asked', () => {
    fc.assert(
      fc.property(numbers, fc.double({ min: 0, max: 1, noNaN: true }), (values, q) => {
        const found = quantile(values, q)
        expect(values).toContain(found)
        const upTo = values.filter((value) => value <= found).length
        expect(upTo / values.length).toBeGreaterThanOrEqual(q)
      }),
    )
  })

  test('of nothing is no number', () => {
    expect(quantile([], 0.5)).toBeNaN()
  })

  test('at 0.99 of a hundred values leaves one above it', () => {
    const values = Array.from({ length: 100 }, (_, index) => index + 1)
    expect(quantile(values, 0.99)).toBe(99)
  })
})

test('the median of an even number of values lies between the two in the middle', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5)
  expect(median([5, 1, 3])).toBe(3)
  expect(spreadOf([4, 1, 3, 2])).toEqual({ median: 2.5, min: 1, max: 4 })
})

describe('a seed', () => {
  test('repeats the order of the rounds, and another seed gives another one', () => {
    const items = Array.from({ length: 20 }, (_, index) => index)
    const order = (seed: number) => shuffled(items, seededRandom(seed))
    expect(order(7)).toEqual(order(7))
    expect(order(7)).not.toEqual(order(8))
    expect(order(7).toSorted((a, b) => a - b)).toEqual(items)
  })

  test('gives every order of three about equally often', () => {
    const random = seededRandom(1)
    const seen = new Map<string, number>()
    for (let n = 0; n < 6_000; n += 1) {
      const order = shuffled(['a', 'b', 'c'], random).join('')
      seen.set(order, (seen.get(order) ?? 0) + 1)
    }
    expect(seen.size).toBe(6)
    for (const times of seen.values()) expect(Math.abs(times - 1_000)).toBeLessThan(150)
  })

  test('gives arrivals that come at the asked rate', () => {
    const gaps = randomGaps(10_000, 20, seededRandom(3))
    expect(sum(gaps) / gaps.length).toBeCloseTo(50, -1)
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(0)
  })
})
