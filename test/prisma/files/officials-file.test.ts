import { basename } from 'node:path'
import fc from 'fast-check'
import writeExcelFile from 'write-excel-file/node'
import { describe, expect, test } from 'vitest'
import type { RosterEntry } from '../../../core/official/roster.ts'
import { ROLES } from '../../../core/official/role.ts'
import type { Unit } from '../../../core/unit/unit.ts'
import { officialsCsv, readOfficialsFile } from '../../../prisma/files/officials-file.ts'
import { problemSentence } from '../../../prisma/files/problem.ts'
import { roleOf } from '../../../prisma/files/role-words.ts'
import { tempFile } from '../../support/temp-file.ts'

const UNITS: readonly Unit[] = ['X1', 'X2'].map((code, index) => ({
  code,
  name: `xã ${code}`,
  fullName: `UBND xã ${code}`,
  kind: 'xa',
  aliases: [],
  formerNames: [],
  groups: [],
  protocolOrder: index + 1,
}))

const HEAD = 'mã,họ và tên,chức vụ,mã đơn vị,vai trò,điện thoại,dữ liệu mẫu\n'

async function rosterOf(content: string | Uint8Array, name = 'can-bo.csv') {
  return readOfficialsFile(await tempFile(name, content), UNITS)
}

async function toldOf(content: string | Uint8Array, name = 'can-bo.csv'): Promise<string[]> {
  const result = await rosterOf(content, name)
  if (result.ok) return []
  return result.problems.map((problem) =>
    problemSentence({ ...problem, file: basename(problem.file) }),
  )
}

describe('a roster', () => {
  test('may give a unit two contacts, a person several roles, and leave the rest out', async () => {
    const file = `${HEAD}A,Lò Một,Công chức,x1,đầu mối,,\nB,Lò Hai,Chủ tịch,X1,dau moi; THỦ TRƯỞNG,,\n`
    const result = await rosterOf(file)
    expect(result).toEqual({
      ok: true,
      value: [
        {
          code: 'A',
          name: 'Lò Một',
          address: 'đồng chí',
          position: 'Công chức',
          unitCode: 'X1',
          roles: ['contact'],
          demonstration: false,
        },
        {
          code: 'B',
          name: 'Lò Hai',
          address: 'đồng chí',
          position: 'Chủ tịch',
          unitCode: 'X1',
          roles: ['contact', 'head'],
          demonstration: false,
        },
      ],
    })
  })

  test.each([
    '0900000001',
    '0900 000 001',
    '0900.000.001',
    '+84 900 000 001',
    '84900000001',
    '(+84) 900-000-001',
    '900000001',
  ])('keeps the telephone number %s as ten digits', async (phone) => {
    const result = await rosterOf(`${HEAD}A,Lò Một,Công chức,X1,contact,${phone},\n`)
    expect(result.ok && result.value[0]?.phone).toBe('0900000001')
  })

  test('gets back the zero that a workbook takes from a number', async () => {
    const rows = [
      ['mã', 'họ và tên', 'chức vụ', 'mã đơn vị', 'vai trò', 'điện thoại', 'dữ liệu mẫu'],
      ['A', 'Lò Một', 'Công chức', 'X1', 'contact', 900000001, true],
    ]
    const bytes = await writeExcelFile(rows).toBuffer()
    const result = await rosterOf(bytes, 'can-bo.xlsx')
    expect(result.ok && result.value[0]).toMatchObject({
      phone: '0900000001',
      demonstration: true,
    })
  })

  test('tells all that is wrong, each at its place', async () => {
    const file =
      HEAD +
      'A,Lò Một,Công chức,X9,đầu mối,,\n' +
      'B,,Công chức,X1,"đầu mối, giám khảo, trọng tài",12345,có thể\n' +
      'a,Lò Ba,,X1,,,\n'
    expect(await toldOf(file)).toEqual([
      'can-bo.csv, dòng 2, cột 4 (mã đơn vị): Không có đơn vị nào mang mã này trong danh sách đơn vị.',
      'can-bo.csv, dòng 3, cột 2 (họ và tên): Ô này còn trống.',
      expect.stringMatching(
        /^can-bo\.csv, dòng 3, cột 5 \(vai trò\): Không có vai trò "giám khảo"/,
      ),
      expect.stringMatching(
        /^can-bo\.csv, dòng 3, cột 5 \(vai trò\): Không có vai trò "trọng tài"/,
      ),
      expect.stringMatching(/^can-bo\.csv, dòng 3, cột 6 \(điện thoại\): Số điện thoại cần 10/),
      expect.stringMatching(/^can-bo\.csv, dòng 3, cột 7 \(dữ liệu mẫu\): "có thể" chưa rõ/),
      'can-bo.csv, dòng 4, cột 1 (mã): Mã "A" đã có ở dòng 2.',
      'can-bo.csv, dòng 4, cột 3 (chức vụ): Ô này còn trống.',
      'can-bo.csv, dòng 4, cột 5 (vai trò): Ô này còn trống.',
    ])
  })

  test('names the cell of a workbook, an empty one too', async () => {
    const rows = [
      ['STT', 'mã', 'họ và tên', 'chức vụ', 'mã đơn vị', 'vai trò'],
      [1, 'A', 'Lò Một', 'Công chức', 'X1', null],
      [2, 'B', 'Lò Hai', 'Công chức', 'X7', 'contact'],
    ]
    const bytes = await writeExcelFile(rows).toBuffer()
    expect(await toldOf(bytes, 'can-bo.xlsx')).toEqual([
      'can-bo.xlsx, ô F2 (vai trò): Ô này còn trống.',
      'can-bo.xlsx, ô E3 (mã đơn vị): Không có đơn vị nào mang mã này trong danh sách đơn vị.',
    ])
  })

  test('never repeats a telephone number in a problem', async () => {
    const told = await toldOf(`${HEAD}A,Lò Một,Công chức,X1,contact,0900 000 0019 9,\n`)
    expect(told).toHaveLength(1)
    expect(told[0]).not.toMatch(/0900|0019/)
  })
})

test('every role has its English name and at least one Vietnamese one', () => {
  const spoken = ['đầu mối', 'Thủ trưởng', 'thẩm định', 'thư ký hội đồng', 'thành viên hội đồng']
  const more = ['người ký', 'tuyên truyền', 'quản trị', 'lãnh đạo xem']
  expect([...spoken, ...more].map(roleOf)).toEqual([...ROLES])
  expect(ROLES.map(roleOf)).toEqual([...ROLES])
})

describe('a roster that is written and read again', () => {
  // Words as cells hold them: also with separators, quotes, signs of a formula, and letters in NFD.
  const word = fc.string({
    unit: fc.constantFrom(...`a ă đ ư ộ ẫ ỹ Q 0 9 , ; | " ' = + - @ . ( ) /`.split(' ')),
    minLength: 1,
    maxLength: 8,
  })
  const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '))
  const entry: fc.Arbitrary<RosterEntry> = fc
    .record({
      name: words,
      address: words,
      position: words,
      unitCode: fc.constantFrom('X1', 'X2'),
      roles: fc.uniqueArray(fc.constantFrom(...ROLES), { minLength: 1 }),
      phone: fc.option(
        fc.integer({ min: 0, max: 999 }).map((n) => `0900000${String(n).padStart(3, '0')}`),
        { nil: undefined },
      ),
      demonstration: fc.boolean(),
    })
    .map(({ phone, ...rest }) => ({ code: '', ...rest, ...(phone !== undefined && { phone }) }))
  const roster = fc
    .array(entry, { minLength: 1, maxLength: 12 })
    .map((entries) => entries.map((one, index) => ({ ...one, code: `CB-${index + 1}` })))

  test('is the same, as Excel opens it and with semicolons', async () => {
    await fc.assert(
      fc.asyncProperty(roster, async (entries) => {
        const csv = officialsCsv(entries)
        expect(await rosterOf(csv)).toEqual({ ok: true, value: entries })
        expect(await rosterOf(csv.normalize('NFD'))).toEqual({ ok: true, value: entries })
      }),
      { numRuns: 60 },
    )
  })
})
