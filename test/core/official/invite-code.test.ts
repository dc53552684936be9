import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { secureChance } from '../../../bot/chance.ts'
import { fold } from '../../../bot/language/writing/fold.ts'
import {
  displayInviteCode,
  findInviteCode,
  hashInviteCode,
  INVITE_ALPHABET,
  INVITE_LENGTH,
} from '../../../core/official/invite-code.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')

/** Codes as they are issued: drawn until one can be found. */
const code = fc
  .string({
    unit: fc.constantFrom(...INVITE_ALPHABET.split('')),
    minLength: INVITE_LENGTH,
    maxLength: INVITE_LENGTH,
  })
  .filter((drawn) => findInviteCode(drawn) !== undefined)

describe('a code in what somebody typed', () => {
  test('is found however it is spaced, in whatever case, within other words', () => {
    const around = fc.constantFrom('', 'mã của tôi là ', 'Ma dang ky: ', '"', '…')
    const separator = fc.constantFrom('', '-', ' ', '.')
    const letters = fc.constantFrom(
      (typed: string) => typed,
      (typed: string) => typed.toLowerCase(),
    )
    fc.assert(
      fc.property(code, around, separator, letters, (given, before, between, inCase) => {
        const typed = `${before}${inCase(given.slice(0, 4))}${between}${inCase(given.slice(4))}${before && ' ạ'}`
        expect(findInviteCode(typed)).toBe(given)
      }),
    )
  })

  test('is found in the form in which it is printed', () => {
    fc.assert(
      fc.property(code, (given) => {
        expect(findInviteCode(displayInviteCode(given))).toBe(given)
      }),
    )
  })

  test('half of what may be drawn may be issued', () => {
    const drawn = Array.from({ length: 2000 }, () =>
      secureChance.code(INVITE_LENGTH, INVITE_ALPHABET),
    )
    const issued = drawn.filter((one) => findInviteCode(one) !== undefined)
    expect(issued.length).toBeGreaterThan(800)
  })

  test.each([
    ['a part of a longer word', 'XC3D4F6G7H8'],
    ['a part of a longer number', '9C3D4F6G7'],
    ['joined to a letter with marks', 'ĐC3DF4GHJ'],
    ['an abbreviation of the campaign', 'TTVHTTTT nộp báo cáo'],
    ['another', 'TT GDNN-GDTX'],
    ['two abbreviations', 'hdnd mttq tổ chức 2 hội nghị'],
    ['an abbreviation and a number', 'VHTT 3478'],
    ['a sum of money', 'kinh phí 36474896 đồng'],
    ['a telephone number', '0934 678 943'],
  ])('is not %s', (_what, typed) => {
    expect(findInviteCode(typed)).toBeUndefined()
  })
})

describe('what officials write', () => {
  const written = [
    ...readdirSync(join(ROOT, 'test', 'fixtures', 'language')).map((file) =>
      join(ROOT, 'test', 'fixtures', 'language', file),
    ),
    join(ROOT, 'prisma', 'campaigns', 'chi-lang', 'units.csv'),
    join(ROOT, 'prisma', 'campaigns', 'chi-lang', 'ke-hoach.txt'),
  ].map((file) => readFileSync(file, 'utf8'))

  test('is never taken for a code, with or without marks', () => {
    for (const text of written)
      for (const typed of [text, fold(text), text.normalize('NFD'), text.toUpperCase()])
        expect(findInviteCode(typed)).toBeUndefined()
  })

  test('is not taken for one either when its words are put together otherwise', () => {
    // Half a code, quoted in one of them, is no word of anybody's.
    const spoken = written.map((text) => fold(text).replaceAll(/\b[a-z\d]{4}-[a-z\d]{4}\b/gu, ' '))
    const words = [...new Set(spoken.flatMap((text) => text.split(/[^\p{L}\p{N}]+/u)))]
    const sentence = fc
      .array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 })
      .map((chosen) => chosen.join(' '))
    fc.assert(
      fc.property(sentence, (typed) => {
        expect(findInviteCode(typed)).toBeUndefined()
      }),
      { numRuns: 3000 },
    )
  })
})

test('the same code has the same hash only under the same salt', async () => {
  const [one, again, salted, other] = await Promise.all([
    hashInviteCode('C3D4F6G7', 'muối'),
    hashInviteCode('C3D4F6G7', 'muối'),
    hashInviteCode('C3D4F6G7', 'muối khác'),
    hashInviteCode('C3D4F6G8', 'muối'),
  ])
  expect(one).toBe(again)
  expect(new Set([one, salted, other]).size).toBe(3)
  expect(one).not.toContain('C3D4')
})
