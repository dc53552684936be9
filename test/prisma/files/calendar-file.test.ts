import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readCalendarFile } from '../../../prisma/files/calendar-file.ts'
import { problemSentence } from '../../../prisma/files/problem.ts'
import { tempFile } from '../../support/temp-file.ts'

async function toldOf(content: string): Promise<string[]> {
  const result = await readCalendarFile(await tempFile('2027.yaml', content))
  if (result.ok) return []
  return result.problems.map((problem) =>
    problemSentence({ ...problem, file: basename(problem.file) }),
  )
}

describe('a calendar', () => {
  test('spreads an interval over its days and hands the year’s notice down', async () => {
    const file = await tempFile(
      '2027.yaml',
      [
        'year: 2027',
        'source: Thông báo A',
        'daysOff:',
        '  - { from: 30/4/2027, to: 01/5/2027, name: Lễ }',
        '  - { on: 2027-01-01, name: Tết, source: Thông báo B, confirmed: false, note: cần kiểm tra }',
      ].join('\n'),
    )
    const result = await readCalendarFile(file)
    const days = result.ok ? result.value.daysOff : []
    expect(days.map((day) => ({ ...day, on: day.on.toString() }))).toEqual([
      { on: '2027-04-30', name: 'Lễ', source: 'Thông báo A', confirmed: true },
      { on: '2027-05-01', name: 'Lễ', source: 'Thông báo A', confirmed: true },
      { on: '2027-01-01', name: 'Tết', source: 'Thông báo B', confirmed: false },
    ])
  })

  test('refuses days of another year, doubled days and make-up days in the week', async () => {
    const told = await toldOf(
      [
        'year: 2027',
        'source: Thông báo',
        'daysOff:',
        '  - { on: 01/01/2028, name: Tết }',
        '  - { from: 30/4/2027, to: 01/5/2027, name: Lễ }',
        'makeUpDays:',
        '  - { on: 05/5/2027, name: Làm bù }',
        'localDaysOff:',
        '  - { on: 01/5/2027, name: Hội }',
      ].join('\n'),
    )
    expect(told).toEqual([
      '2027.yaml, dòng 4, cột 5: Ngày 2028-01-01 không thuộc năm 2027 của lịch này.',
      '2027.yaml, dòng 7, cột 5: Ngày làm bù 2027-05-05 không phải thứ Bảy hay Chủ nhật.',
      '2027.yaml, dòng 9, cột 5: Ngày 2027-05-01 đã có ở trên.',
    ])
  })

  test('refuses an interval without an end or turned round, and a day that does not exist', async () => {
    const told = await toldOf(
      [
        'year: 2027',
        'source: Thông báo',
        'daysOff:',
        '  - { from: 30/4/2027, name: Lễ }',
        '  - { from: 30/4/2027, to: 29/4/2027, name: Lễ }',
        '  - on: 29/02/2027',
        '    name: Lễ',
      ].join('\n'),
    )
    expect(told).toEqual([
      expect.stringMatching(/^2027\.yaml, dòng 4, cột 5: Ghi "on" cho một ngày, hoặc cả/),
      '2027.yaml, dòng 5, cột 5: Ngày cuối "to" đứng trước ngày đầu "from".',
      expect.stringMatching(/^2027\.yaml, dòng 6, cột 9: "29\/02\/2027" không phải là một ngày/),
    ])
  })
})
