import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { letter } from '../../../bot/documents/letter.ts'
import type { Letter } from '../../../bot/documents/letter.ts'
import { describeNeeding } from '../../support/needing.ts'
import { documentXml, paragraphsOf, print, tableRowsOf } from '../../support/office-files.ts'

const SAMPLE: Letter = {
  issuer: 'UBND huyện Mẫu Sơn',
  superior: 'UBND tỉnh Mẫu',
  code: 'TTr-UBND',
  place: 'Mẫu Sơn',
  on: Temporal.PlainDate.from('2026-02-03'),
  title: 'Tờ trình',
  summary: 'Về việc đề nghị khen thưởng',
  addressees: ['Chủ tịch UBND tỉnh Mẫu'],
  bases: [
    'Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;',
    'Căn cứ Kế hoạch số 01/KH-UBND',
  ],
  body: [
    { kind: 'paragraph', text: 'Ủy ban nhân dân huyện kính trình.' },
    {
      kind: 'table',
      columns: [
        { title: 'STT', width: 15, align: 'center' },
        { title: 'Họ và tên', width: 150 },
      ],
      rows: Array.from({ length: 60 }, (_, at) => [`${at + 1}`, 'Nguyễn Thị Ưởng']),
    },
    { kind: 'paragraph', text: 'Kính đề nghị xem xét.' },
  ],
  signer: { authority: ['TM. Ủy ban nhân dân', 'KT. Chủ tịch'], position: 'Phó Chủ tịch' },
  recipients: ['Như trên', 'Lưu: VT, NV'],
}

describe('an official letter', () => {
  test('carries the elements of Nghị định 30/2020/NĐ-CP and stays a draft', async () => {
    const lines = paragraphsOf(await letter(SAMPLE))
    expect(lines.slice(0, 9)).toEqual([
      'UBND TỈNH MẪU',
      'ỦY BAN NHÂN DÂN',
      'HUYỆN MẪU SƠN',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Số:          /TTr-UBND',
      'DỰ THẢO',
      'Mẫu Sơn, ngày       tháng 02 năm 2026',
      'TỜ TRÌNH',
    ])
    expect(lines).toContain('Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;')
    expect(lines).toContain('Căn cứ Kế hoạch số 01/KH-UBND.')
    expect(lines).toContain('Kính đề nghị xem xét./.')
    expect(lines.slice(-6)).toEqual([
      'Nơi nhận:',
      '- Như trên;',
      '- Lưu: VT, NV.',
      'TM. ỦY BAN NHÂN DÂN',
      'KT. CHỦ TỊCH',
      'PHÓ CHỦ TỊCH',
    ])
  })

  test('is written in the margins, the font and the sizes of the annex', async () => {
    const xml = documentXml(await letter(SAMPLE))
    expect(xml).toContain('w:w="11906" w:h="16838"')
    expect(xml).toContain('w:top="1134" w:right="850" w:bottom="1134" w:left="1701"')
    expect(xml).toContain('<w:titlePg/>')
    expect(xml).toMatch(/<w:jc w:val="both"\/>/u)
  })

  test('an official letter without a title says its subject under the number', async () => {
    const { issuer, place, on, signer } = SAMPLE
    const plain = { issuer, place, on, signer, bases: [], body: [], recipients: [] }
    const lines = paragraphsOf(await letter({ ...plain, code: 'UBND', about: 'đôn đốc báo cáo' }))
    expect(lines).toContain('Số:          /UBND')
    expect(lines).toContain('V/v đôn đốc báo cáo')
  })

  test('whatever was typed, the file is well-formed, in NFC and complete', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (typed) => {
        const table = {
          kind: 'table' as const,
          columns: [{ title: 'Nội dung', width: 100 }],
          rows: [[typed]],
        }
        const docx = await letter({ ...SAMPLE, body: [{ kind: 'paragraph', text: typed }, table] })
        const xml = documentXml(docx)
        expect(xml.normalize('NFC')).toBe(xml)
        expect(xml).not.toMatch(/[^\P{Control}\n\r\t]|[\ufffe\uffff]|\p{Surrogate}/u)
        expect(tableRowsOf(docx)).toHaveLength(2)
      }),
      { numRuns: 40 },
    )
  })
})

describeNeeding(['soffice', 'pdftotext'], 'an official letter in LibreOffice', () => {
  test('is A4, has every glyph, and its second page begins with its number and the table head', async () => {
    const [printed] = print([await letter(SAMPLE)], 'docx')
    const { size = [0, 0], pages, text = '', fonts = [] } = printed ?? {}
    expect(Math.round(size[0])).toBe(595)
    expect(Math.round(size[1])).toBe(842)
    expect(pages).toBe(3)
    expect(text.split('\f')[1]?.trim()).toMatch(/^2\s+STT\s+Họ và tên/u)
    expect(text.match(/Nguyễn Thị Ưởng/gu)).toHaveLength(60)
    expect(fonts.join('\n')).toMatch(/Times|Tinos|Liberation ?Serif/u)
    expect(text).not.toMatch(/null|undefined|\ufffd/u)
  }, 120_000)
})
