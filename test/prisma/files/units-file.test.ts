import { basename } from 'node:path'
import writeExcelFile from 'write-excel-file/node'
import { describe, expect, test } from 'vitest'
import type { ReadResult } from '../../../prisma/files/problem.ts'
import { problemSentence } from '../../../prisma/files/problem.ts'
import { readUnitsFile } from '../../../prisma/files/units-file.ts'
import { tempFile } from '../../support/temp-file.ts'

const GOOD = 'mã,tên,loại\nX1,xã Một,xã\nX2,xã Hai,xã\n'

/** What the administrator is told about a file of that content, without the folder's name. */
async function toldOf(content: string | Uint8Array, name = 'units.csv'): Promise<string[]> {
  return told(await readUnitsFile(await tempFile(name, content)))
}

function told(result: ReadResult<unknown>): string[] {
  if (result.ok) return []
  return result.problems.map((problem) =>
    problemSentence({ ...problem, file: basename(problem.file) }),
  )
}

async function codesOf(content: string | Uint8Array, name = 'units.csv'): Promise<string[]> {
  const result = await readUnitsFile(await tempFile(name, content))
  return result.ok ? result.value.map((unit) => unit.code) : told(result)
}

describe('the ways a table is written', () => {
  test.each([
    ['commas', GOOD],
    ['semicolons', GOOD.replaceAll(',', ';')],
    ['tabs', GOOD.replaceAll(',', '\t')],
    ['a byte order mark and CRLF', `\uFEFF${GOOD.replaceAll('\n', '\r\n')}`],
    ['letters in NFD', GOOD.normalize('NFD')],
    ['headings without marks, in capitals', GOOD.replace('mã,tên,loại', 'MA_DON_VI,Ten,LOAI')],
    ['English headings', GOOD.replace('mã,tên,loại', 'code,name,kind')],
    ['quoted headings and cells', GOOD.replaceAll(/([^,\n]+)/g, '"$1"')],
    ['titles above the headings', `"DANH SÁCH, năm 2025",,\n,,\n${GOOD}`],
    ['blank lines between and below', GOOD.replace('\nX2', '\n\n,,\nX2') + ',,\n\n'],
    [
      'columns the office keeps for itself',
      GOOD.replace('mã', 'mã').replaceAll('\n', ',\n').replace('loại,', 'loại,ghi chú'),
    ],
    ['codes in small letters', GOOD.replace('X1', 'x1')],
  ])('%s', async (_name, content) => {
    expect(await codesOf(content)).toEqual(['X1', 'X2'])
  })

  test('text in NFD is kept as NFC', async () => {
    const result = await readUnitsFile(await tempFile('units.csv', GOOD.normalize('NFD')))
    expect(result.ok && result.value[0]?.name).toBe('xã Một')
  })

  test('a cell with line breaks and separators counts as one cell', async () => {
    const file =
      'mã,tên,loại,tên gọi khác\nX1,xã Một,xã,"UB xã Một, huyện\nx. Một"\nX2,xã Hai,làng,\n'
    expect(await toldOf(file)).toEqual([
      expect.stringMatching(/^units\.csv, dòng 4, cột 3 \(loại\): Không biết loại "làng"/),
    ])
  })

  test('a workbook reads as its CSV does', async () => {
    const date = { value: new Date(Date.UTC(2026, 6, 1)), type: Date, format: 'dd/mm/yyyy' }
    const rows = [
      ['Đơn vị của xã'],
      ['STT', 'Mã', 'Tên', 'Loại', 'Từ ngày'],
      [1, 'X1', 'xã Một', 'Xã', date],
    ]
    const bytes = await writeExcelFile(rows).toBuffer()
    const result = await readUnitsFile(await tempFile('units.xlsx', bytes))
    expect(result.ok && result.value).toMatchObject([{ code: 'X1', kind: 'xa', protocolOrder: 1 }])
    expect(result.ok && result.value[0]?.validFrom?.toString()).toBe('2026-07-01')
  })

  test('days are read as d/m/yyyy and as ISO dates', async () => {
    const file = 'mã,tên,loại,từ ngày,đến ngày\nX1,xã Một,xã,1/7/2025,2025-12-31\n'
    const result = await readUnitsFile(await tempFile('units.csv', file))
    const [unit] = result.ok ? result.value : []
    expect([unit?.validFrom?.toString(), unit?.validTo?.toString()]).toEqual([
      '2025-07-01',
      '2025-12-31',
    ])
  })
})

describe('files that cannot be read at all', () => {
  test('a missing file', async () => {
    expect(told(await readUnitsFile('/no/such/units.csv'))).toEqual([
      'units.csv: Không tìm thấy tệp. Kiểm tra lại đường dẫn.',
    ])
  })

  test('a folder', async () => {
    const file = await tempFile('units.csv', GOOD)
    const folder = file.replace('/units.csv', '')
    expect(told(await readUnitsFile(folder))[0]).toMatch(/Chỉ đọc được tệp \.csv và \.xlsx/)
  })

  test('a file of another kind', async () => {
    expect((await toldOf(GOOD, 'units.xls'))[0]).toMatch(/^units\.xls: Chỉ đọc được tệp/)
  })

  test('a CSV that is not UTF-8', async () => {
    const latin = Buffer.from('m\xe3,t\xean\n', 'latin1')
    expect((await toldOf(latin))[0]).toMatch(/^units\.csv: Tệp không ở dạng UTF-8/)
  })

  test('a workbook that is none', async () => {
    expect((await toldOf(GOOD, 'units.xlsx'))[0]).toMatch(/^units\.xlsx: Không mở được bảng tính/)
  })

  test('an empty file', async () => {
    expect(await toldOf('')).toEqual(['units.csv: Tệp không có dòng nào.'])
  })

  test('quotes that are never closed, or stand in the wrong place', async () => {
    expect(await toldOf('mã,tên,loại\nX1,"xã Một,xã\n')).toEqual([
      expect.stringMatching(/^units\.csv, dòng \d, cột 2: Dấu ngoặc kép mở mà không đóng/),
    ])
    expect(await toldOf('mã,tên,loại\nX1,"xã" Một,xã\nX2,xã "Hai",xã\n')).toEqual([
      expect.stringMatching(/^units\.csv, dòng 2, cột 2: Dấu ngoặc kép đặt sai/),
      expect.stringMatching(/^units\.csv, dòng 3, cột 2: Dấu ngoặc kép đặt sai/),
    ])
  })
})

describe('problems, each at its place', () => {
  test('missing, doubled and unknown columns', async () => {
    expect(await toldOf('mã,tên,Tên,loai don vi cap tren\nX1,xã Một,,\n')).toEqual([
      'units.csv, dòng 1, cột 1: Thiếu cột "loại".',
      'units.csv, dòng 1, cột 3: Cột "Tên" có hai lần.',
      expect.stringMatching(/^units\.csv, dòng 1, cột 4: Không biết cột "loai don vi cap tren"/),
    ])
  })

  test('all that is wrong is told at once, in the order of the file', async () => {
    const file = [
      'mã,tên,loại,thuộc,từ ngày,đến ngày,thứ tự',
      'X1,,xã,,,,',
      'X 2,xã Hai,tỉnh,,31/2/2025,,0',
      'x1,xã Ba,xã,X9,1/7/2025,30/6/2025,',
      'X4,xã Bốn,xã,,1/7/2025,30/6/2025,',
    ].join('\n')
    expect(await toldOf(file)).toEqual([
      'units.csv, dòng 2, cột 2 (tên): Ô này còn trống.',
      expect.stringMatching(/^units\.csv, dòng 3, cột 1 \(mã\): Mã chỉ gồm chữ cái/),
      expect.stringMatching(/^units\.csv, dòng 3, cột 3 \(loại\): Không biết loại "tỉnh"/),
      expect.stringMatching(/^units\.csv, dòng 3, cột 5 \(từ ngày\): "31\/2\/2025" không phải/),
      'units.csv, dòng 3, cột 7 (thứ tự): "0" không phải là số nguyên từ 1.',
      'units.csv, dòng 4, cột 1 (mã): Mã "X1" đã có ở dòng 2.',
      'units.csv, dòng 4, cột 4 (thuộc): Không có đơn vị nào mang mã này.',
      'units.csv, dòng 4, cột 6 (đến ngày): Ngày cuối đứng trước ngày đầu.',
      'units.csv, dòng 5, cột 6 (đến ngày): Ngày cuối đứng trước ngày đầu.',
    ])
  })

  test('in a workbook the cell is named', async () => {
    const rows = [
      ['Danh sách'],
      [null, 'Mã', 'Tên', 'Loại'],
      [null, 'X1', 'xã Một', 'tỉnh'],
      [null, 'X2', null, 'xã'],
    ]
    const bytes = await writeExcelFile(rows).toBuffer()
    expect(await toldOf(bytes, 'units.xlsx')).toEqual([
      expect.stringMatching(/^units\.xlsx, ô D3 \(Loại\): Không biết loại "tỉnh"/),
      'units.xlsx, ô C4 (Tên): Ô này còn trống.',
    ])
  })

  test('text beside the columns, as after a comma without quotes', async () => {
    expect(await toldOf('mã,tên,loại\nX1,xã Một,xã,huyện\n')).toEqual([
      expect.stringMatching(/^units\.csv, dòng 2, cột 4: Ô này nằm ngoài các cột có tiêu đề/),
    ])
  })

  test('units above each other in a circle', async () => {
    const file = 'mã,tên,loại,thuộc\nA,xã A,xã,B\nB,xã B,xã,A\nC,xã C,xã,A\n'
    expect(await toldOf(file)).toEqual([
      expect.stringMatching(/^units\.csv, dòng 2, cột 4 \(thuộc\): Đơn vị này trực thuộc chính nó/),
      expect.stringMatching(/^units\.csv, dòng 3, cột 4 \(thuộc\): Đơn vị này trực thuộc chính nó/),
    ])
  })
})

describe('names that two units could claim', () => {
  const HEAD = 'mã,tên,loại,tên gọi khác,tên cũ,từ ngày,đến ngày\n'

  test('a commune and a town may share a name, as long as no alias takes it for one of them', async () => {
    expect(await toldOf(`${HEAD}A,xã Chi Lăng,xã,,,,\nB,thị trấn Chi Lăng,thị trấn,,,,\n`)).toEqual(
      [],
    )
    expect(
      await toldOf(`${HEAD}A,xã Chi Lăng,xã,,,,\nB,thị trấn Chi Lăng,thị trấn,Chi Lăng,,,\n`),
    ).toEqual([
      'units.csv, dòng 3, cột 4 (tên gọi khác): Tên gọi "chi lăng" cũng chỉ A (dòng 2). Ghi rõ để không nhầm hai đơn vị.',
    ])
  })

  test('an alias or former name of two units is refused, in whatever letters', async () => {
    const file = `${HEAD}A,xã Một,xã,TT Một|Khu Đông,,,\nB,xã Hai,xã,khu  đông,xã Một,,\n`
    expect(await toldOf(file)).toEqual([
      expect.stringMatching(/^units\.csv, dòng 3, cột 4 .*"khu đông" cũng chỉ A \(dòng 2\)/),
      expect.stringMatching(/^units\.csv, dòng 3, cột 5 \(tên cũ\): Tên gọi "xã một"/),
    ])
  })

  test('a new unit may take the name of one that ended the day before', async () => {
    const file = `${HEAD}A,xã Chi Lăng,xã,,,,30/6/2025\nB,xã Chi Lăng,xã,,,1/7/2025,\n`
    expect(await toldOf(file)).toEqual([])
    expect(await toldOf(file.replace('1/7/2025', '30/6/2025'))).toHaveLength(1)
  })
})
