import { expect, test } from 'vitest'
import { matchPerson } from '../../../../bot/language/people/people.ts'

/** Invented people. */
const PEOPLE = [
  { name: 'Nguyễn Thị Hoa' },
  { name: 'Lý Thị Hòa' },
  { name: 'Hoàng Văn Dũng' },
  { name: 'Hoàng Văn Dung' },
  { name: 'Vi Thị Mến' },
]

const found = (name: string) => {
  const { match, candidates } = matchPerson(name, PEOPLE)
  return [match, ...candidates.map((person) => person.name)]
}

test('a full name identifies, with a title, without marks, with one slip', () => {
  expect(found('Nguyễn Thị Hoa')).toEqual(['sure', 'Nguyễn Thị Hoa'])
  expect(found('chị nguyen thi hoa')).toEqual(['sure', 'Nguyễn Thị Hoa'])
  expect(found('đ/c Vi Thị Mến')).toEqual(['sure', 'Vi Thị Mến'])
  expect(found('Nguyễn Thị Hao')).toEqual(['sure', 'Nguyễn Thị Hoa'])
})

test('a given name alone never identifies', () => {
  expect(found('Hoa')).toEqual(['ambiguous', 'Nguyễn Thị Hoa', 'Lý Thị Hòa'])
  expect(found('chị Mến')).toEqual(['ambiguous', 'Vi Thị Mến'])
})

test('a name without marks that two people share is asked about, with marks it is clear', () => {
  expect(found('hoang van dung')).toEqual(['ambiguous', 'Hoàng Văn Dũng', 'Hoàng Văn Dung'])
  expect(found('Hoàng Văn Dũng')).toEqual(['sure', 'Hoàng Văn Dũng'])
})

test('whoever is not of the unit is not found', () => {
  expect(found('Trần Văn Bảo')).toEqual(['none'])
  expect(found('')).toEqual(['none'])
})
