import { expect, test } from 'vitest'
import { understand } from '../../../../bot/language/understand.ts'
import { writtenLabel } from '../../../../bot/language/figures/written-label.ts'
import { contextOn, TODAY } from '../context.ts'

test.each([
  ['to chuc 2 buoi tuyen truyen, 45 luot nguoi', ['buổi tuyên truyền', 'lượt người']],
  ['2 hn, 30 ng du', ['hội nghị', 'người']],
  ['trao 20 suất quà', ['suất quà']],
  ['lam 3 km duong', ['km đường']],
  ['thu gom 5 zzz', ['zzz']],
])('%s', (text, labels) => {
  const { items } = understand(text, contextOn(TODAY)).report
  expect(items.map(writtenLabel)).toEqual(labels)
})

test('what may be several words, and what nobody knows, stays as it was typed', () => {
  expect(writtenLabel({ label: 'ban', measure: 'nothing known' })).toBe('ban')
  expect(writtenLabel({ label: 'hn' })).toBe('hn')
})
