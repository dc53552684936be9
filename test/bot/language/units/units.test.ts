import { describe, expect, test } from 'vitest'
import { readingOf } from '../../../../bot/language/writing/fold.ts'
import { readUnits } from '../../../../bot/language/units/unit-mentions.ts'
import { matchUnit } from '../../../../bot/language/units/units.ts'
import { fixture, UNITS, withoutMarks } from '../context.ts'
import { damageOneWord, seededRandom } from '../damage.ts'

type Names = {
  readonly misspelt: Readonly<Record<string, string>>
  readonly ambiguous: Readonly<Record<string, readonly string[]>>
  readonly none: readonly string[]
}

const { misspelt, ambiguous, none } = fixture<Names>('unit-names')
const namesOf = ({ candidates }: ReturnType<typeof matchUnit>) => candidates.map(({ name }) => name)

describe('the name of a unit', () => {
  test('is found in at least 96 of 100 spellings, and never wrongly sure', () => {
    const entries = Object.entries(misspelt).map(([typed, name]) => ({
      name,
      found: matchUnit(typed, UNITS),
    }))
    const sure = entries.filter(({ found }) => found.match === 'sure')
    expect(sure.filter(({ name, found }) => namesOf(found)[0] !== name)).toEqual([])
    expect(sure.length / entries.length).toBeGreaterThanOrEqual(0.96)
  })

  test('is never a place that is none of ours', () => {
    expect(none.filter((name) => matchUnit(name, UNITS).match === 'sure')).toEqual([])
    expect(
      none.map(withoutMarks).filter((name) => matchUnit(name, UNITS).match === 'sure'),
    ).toEqual(['Van Thuy'])
  })

  test.each(Object.entries(ambiguous))('%j is ambiguous', (typed, names) => {
    const found = matchUnit(typed, UNITS)
    expect(found.match).toBe('ambiguous')
    expect(namesOf(found)).toEqual(names)
  })

  test('with one letter damaged is not taken for another unit', () => {
    const random = seededRandom(11)
    const wrong = UNITS.flatMap(({ name }) =>
      Array.from({ length: 20 }, () => damageOneWord(name, random)).flatMap((typed) => {
        const found = matchUnit(typed, UNITS)
        return found.match === 'sure' && namesOf(found)[0] !== name ? [`${typed} → ${name}`] : []
      }),
    )
    expect(wrong).toEqual([])
  })

  test.each([
    ['UBND xã Mai Sao, huyện Chi Lăng, tỉnh Lạng Sơn', 'xã Mai Sao'],
    ['xã Quang Lang', 'thị trấn Đồng Mỏ'],
    ['xã Đồng Mỏ', 'thị trấn Đồng Mỏ'],
    ['Phòng Văn hóa', 'Phòng Văn hóa và Thông tin'],
    ['trung tâm văn hóa', 'Trung tâm Văn hóa, Thể thao và Truyền thông'],
    ['văn phòng ủy ban huyện', 'Văn phòng HĐND và UBND'],
  ])('%j is %s', (typed, name) => {
    expect(matchUnit(typed, UNITS)).toMatchObject({ match: 'sure', candidates: [{ name }] })
  })

  test.each([['xã Hòa Bình huyện Văn Quan'], ['phường Chi Lăng'], ['Sở Nội vụ'], ['xã'], ['']])(
    '%j is none',
    (typed) => {
      expect(matchUnit(typed, UNITS)).toEqual({ match: 'none', candidates: [] })
    },
  )
})

describe('units in a message', () => {
  const inMessage = (text: string) => readUnits(readingOf(text), UNITS)

  test.each([
    ['tiến độ xã Quan Sơn', ['xã Quan Sơn']],
    ['tien do xa Quan Son', ['xã Quan Sơn']],
    ['Hữu Kiên báo cáo chưa', ['xã Hữu Kiên']],
    ['xã Mai Sao và xã Y Tịch nộp chưa', ['xã Mai Sao', 'xã Y Tịch']],
    ['liên hệ phòng nội vụ', ['Phòng Nội vụ']],
  ])('%j names %j', (text, names) => {
    expect(inMessage(text).match).toBe('sure')
    expect(namesOf(inMessage(text))).toEqual(names)
  })

  test.each([
    ['tuyên truyền chiến thắng 30/4'],
    ['vì hòa bình'],
    ['xã hội hóa 20 triệu'],
    ['huyện Chi Lăng phát động'],
    ['xã em nộp chưa'],
  ])('%j names none', (text) => {
    expect(inMessage(text).match).toBe('none')
  })

  test('a name that two units share has to be asked about', () => {
    expect(inMessage('Chi Lăng nộp chưa').match).toBe('ambiguous')
  })
})
