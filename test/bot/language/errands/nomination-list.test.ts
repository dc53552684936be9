import { describe, expect, test } from 'vitest'
import { readNominationList } from '../../../../bot/language/errands/nomination-list.ts'

const HEAD = ['STT', 'Họ và tên', 'Chức vụ', 'Thành tích']
const ROWS = [
  ['1', 'Đèo Thị Thử', 'Giáo viên', 'Vận động 25 ngày công dựng nhà'],
  ['2', 'Tập thể Tổ chuyên môn', '', 'Ra 3 buổi tổng vệ sinh'],
  ['3', 'Lò Văn Mẫu', 'Nhân viên', 'Sửa 3 căn nhà'],
]
/** Columns padded with spaces to one width, as a spreadsheet pasted into a chat looks. */
const padded = (cells: readonly string[]): string =>
  cells
    .map((cell) => (cell === '' ? '-' : cell).padEnd(24))
    .join('  ')
    .trimEnd()

describe('a list of nominees', () => {
  const people = [
    ['individual', 'Đèo Thị Thử', 'Vận động 25 ngày công dựng nhà'],
    ['collective', 'Tổ chuyên môn', 'Ra 3 buổi tổng vệ sinh'],
    ['individual', 'Lò Văn Mẫu', 'Sửa 3 căn nhà'],
  ]
  test.each([
    ['tabs', (cells: readonly string[]) => cells.join('\t')],
    ['bars', (cells: readonly string[]) => cells.join(' | ')],
    ['runs of spaces', padded],
  ])('is the same parted by %s, in any Unicode form', (_by, line) => {
    const text = [HEAD, ...ROWS].map(line).join('\r\n')
    for (const spelling of [text, text.normalize('NFD'), text.replaceAll(' ', '\u00A0')]) {
      const rows = readNominationList(spelling) ?? []
      expect(
        rows.map(({ nomineeKind, nomineeName = '', achievement }) => [
          nomineeKind,
          nomineeName.replace(/^Tập thể /u, ''),
          achievement,
        ]),
      ).toEqual(people)
    }
  })

  test('keeps its columns where the first cell of a row is empty', () => {
    const [, ...cells] = ROWS[0] ?? []
    const rows = readNominationList([HEAD.join('\t'), ['', ...cells].join('\t')].join('\n'))
    expect(rows).toMatchObject([{ nomineeName: 'Đèo Thị Thử', position: 'Giáo viên' }])
  })

  test('may be lined up by several tabs, with or without headings', () => {
    const lines = [HEAD, ROWS[0] ?? [], ROWS[2] ?? []].map((cells) => cells.join('\t\t'))
    for (const rows of [lines, lines.slice(1)])
      expect(
        (readNominationList(rows.join('\n')) ?? []).map(({ nomineeName }) => nomineeName),
      ).toEqual(['Đèo Thị Thử', 'Lò Văn Mẫu'])
  })

  test('a report of several lines is none', () => {
    const report = 'tháng 10:\n- 3 hội nghị, 150 lượt người\n- 12/12 ý kiến cử tri'
    expect(readNominationList(report)).toBeUndefined()
  })

  test.each([
    'Đề nghị khen 2 đồng chí: Đèo Thị Thử, công chức văn hóa; Lò Văn Mẫu, trưởng thôn 3.',
    'de xuat khen thuong cac ca nhan sau:\n1. Đèo Thị Thử, công chức văn hóa\n2. Lò Văn Mẫu, trưởng thôn 3',
  ])('is told in a sentence, too: %s', (text) => {
    const rows = readNominationList(text) ?? []
    expect(rows.map(({ nomineeName }) => nomineeName)).toEqual(['Đèo Thị Thử', 'Lò Văn Mẫu'])
  })

  test.each([
    'đề nghị khen chị Đèo Thị Thử: công chức văn hóa; đã vận động 12 hộ hiến đất',
    'đề nghị khen thưởng: hồ sơ đã gửi; xin cho biết kết quả',
    'báo cáo: 2 hội nghị; 50 người',
  ])('“%s” is none', (text) => {
    expect(readNominationList(text)).toBeUndefined()
  })
})
