import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readPlanFile } from '../../../prisma/files/plan-file.ts'
import { problemSentence } from '../../../prisma/files/problem.ts'
import { tempFile } from '../../support/temp-file.ts'

const SHIPPED = await readFile('prisma/campaigns/chi-lang/plan.yaml', 'utf8')

/** What is told of the shipped plan once `from` reads `to`; and the line on which `from` stands. */
async function changed(from: string, to: string): Promise<{ told: string[]; line: number }> {
  const line = SHIPPED.slice(0, SHIPPED.indexOf(from)).split('\n').length
  expect(SHIPPED).toContain(from)
  return { told: await toldOf(SHIPPED.replace(from, to)), line }
}

async function toldOf(content: string, units?: Parameters<typeof readPlanFile>[1]) {
  const result = await readPlanFile(await tempFile('plan.yaml', content), units)
  if (result.ok) return []
  return result.problems.map((problem) =>
    problemSentence({ ...problem, file: basename(problem.file) }),
  )
}

describe('a plan', () => {
  test('reads the same with a byte order mark, CRLF and in NFD', async () => {
    const plain = await readPlanFile(await tempFile('plan.yaml', SHIPPED))
    const other = `\uFEFF${SHIPPED.normalize('NFD').replaceAll('\n', '\r\n')}`
    expect(await readPlanFile(await tempFile('plan.yaml', other))).toEqual(plain)
    expect(plain.ok).toBe(true)
  })

  test.each([
    ['endsOn: 2025-12-31', 'endsOn: 31/11/2025', 9, '"31/11/2025" không phải là một ngày có thật'],
    ['endsOn: 2025-12-31', 'endsOn: 30/4/2024', 9, 'Ngày kết thúc đứng trước ngày bắt đầu.'],
    ["time: '16:30'", "time: '24:30'", 11, '"24:30" không phải là giờ trong ngày.'],
    ['every: month', 'every: week', 19, 'Chỉ nhận: month, quarter, half-year'],
    ['day: 25', 'day: 32', 31, 'Số lớn nhất là 31.'],
    ['day: 25', 'day: hai lăm', 31, 'Ghi ngày trong tháng, từ 1 đến 31'],
    ['number: 3', 'number: 4', 13, 'Nội dung đứng thứ 3 phải mang số 3.'],
    ['issuer: UBND huyện Chi Lăng', 'issuer: ""', 9, 'Không được để trống.'],
    ['01/10/2025, to: 31/12', '01/10/2025, to: 30/09', 34, 'Ngày cuối đứng trước ngày đầu.'],
    ['selectedFrom: giay-khen-huyen', 'selectedFrom: giay-khen-xa', 19, 'Không có hình thức khen'],
    ['id: bang-khen-tinh', 'id: giay-khen-huyen', 9, 'Mã "giay-khen-huyen" đã dùng'],
    ['id: T-1,', 'id: T-3,', 13, 'Bậc nhắc "T-3" đã có ở trên.'],
    ['id: chi-lang', 'id: Chi Lăng', 5, 'Chỉ dùng chữ thường không dấu'],
    ['unit: CL-PNV', 'unit: phòng nội vụ', 17, 'Mã chỉ gồm chữ cái không dấu'],
    ['source: KH mục V.2', 'source: Báo Chi Lăng', 13, 'Điều không có trong kế hoạch'],
    ['issuer: UBND', 'nguoi-ban-hanh: UBND', 1, 'Không biết mục "nguoi-ban-hanh".'],
  ])('with "%s" changed to "%s" is refused at column %i: %s', async (from, to, column, message) => {
    const { told, line } = await changed(from, to)
    const place = `plan.yaml, dòng ${line}, cột ${column}: `
    expect(told.filter((sentence) => sentence.startsWith(place + message))).toHaveLength(1)
  })

  test('with an audience that there is not, or criteria for someone it does not honour, is refused', async () => {
    const role = await changed('to: [contact, head]', 'to: [contact, chief]')
    expect(role.told).toEqual([
      expect.stringMatching(
        new RegExp(`^plan.yaml, dòng ${role.line}, cột \\d+: Chỉ nhận: contact`),
      ),
    ])
    const criteria = await changed('nominees: [collective, individual]', 'nominees: [individual]')
    expect(criteria.told).toEqual([expect.stringContaining('"nominees" không có "collective"')])
  })

  test('tells every missing key, at the head of what should hold it', async () => {
    expect(await toldOf('id: x\ntitle: Một phong trào\n')).toEqual(
      expect.arrayContaining([
        'plan.yaml, dòng 1, cột 1: Thiếu mục "contents".',
        'plan.yaml, dòng 1, cột 1: Thiếu mục "endsOn".',
        'plan.yaml, dòng 1, cột 1: Thiếu mục "signer".',
      ]),
    )
  })

  test('tells problems of different places together, in the order of the file', async () => {
    const twice = SHIPPED.replace('T-1, offset: -1', 'T-1, offset: -999').replace(
      'number: 1\n',
      'number: một\n',
    )
    const told = await toldOf(twice)
    expect(told).toEqual([
      expect.stringMatching(/Chỗ này cần một số/),
      expect.stringMatching(/Số nhỏ nhất là -365\./),
    ])
  })

  test('names an office that is among the units', async () => {
    expect(await toldOf(SHIPPED, [])).toEqual([
      expect.stringMatching(/^plan\.yaml, dòng \d+, cột 17: Không có đơn vị nào mang mã này/),
      expect.stringMatching(/^plan\.yaml, dòng \d+, cột 20: Không có đơn vị nào mang mã này/),
    ])
  })
})

describe('YAML that does not hold together', () => {
  test.each([
    ['a: 1\nb: 2\na: 3\n', 'plan.yaml, dòng 3, cột 1: Mục này đã có ở trên.'],
    ['a:\n\t- 1\n', 'plan.yaml, dòng 2, cột 1: Thụt đầu dòng bằng phím Tab; hãy dùng dấu cách.'],
    [
      'a: 1\n---\nb: 2\n',
      'plan.yaml, dòng 2, cột 1: Tệp có nhiều phần ngăn bằng "---"; chỉ để một phần.',
    ],
    [
      'a: 1\nb: *c\n',
      'plan.yaml, dòng 2, cột 4: Không dùng tham chiếu "*"; hãy viết lại nội dung.',
    ],
  ])('%j', async (content, sentence) => {
    expect(await toldOf(content)).toContain(sentence)
  })

  test('an unclosed quote is told where the text ends', async () => {
    expect((await toldOf('a: "b\nc: d\n'))[0]).toMatch(
      /^plan\.yaml, dòng \d, cột \d: Thiếu dấu đóng/,
    )
  })

  test('an empty file is told to be no plan', async () => {
    expect(await toldOf('')).toEqual([expect.stringMatching(/^plan\.yaml, dòng 1, cột 1: /)])
  })
})
