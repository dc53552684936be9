import { readSheet } from 'read-excel-file/node'
import { Temporal } from 'temporal-polyfill'
import { beforeAll, describe, expect, test } from 'vitest'
import { achievementReport } from '../../../bot/documents/achievement-report.ts'
import { chasingLetter } from '../../../bot/documents/chasing-letter.ts'
import { decision } from '../../../bot/documents/decision.ts'
import { minutes } from '../../../bot/documents/minutes.ts'
import { nominationList, nominationSheet } from '../../../bot/documents/nomination-list.ts'
import { nominationsLetter } from '../../../bot/documents/nominations-letter.ts'
import { summary } from '../../../bot/documents/summary.ts'
import { describeNeeding } from '../../support/needing.ts'
import { documentXml, paragraphsOf, print, tableRowsOf } from '../../support/office-files.ts'
import type { Sample } from './sample.ts'
import { openSample } from './sample.ts'

const FOLDERS = ['prisma/campaigns/chi-lang', 'test/fixtures/campaigns/tan-lap-2026']
const NAMES = ['Nhân dân và cán bộ thôn Làng Ngũa', '=Nguyễn Thị Ưởng']

function tallied({ campaign, nominations }: Sample) {
  const items = nominations.lines.map(({ nomination, unit, award }, at) => ({
    ...nomination,
    unitName: unit.fullName,
    awardName: award?.name ?? '',
    tally: { agree: 7 - at, disagree: at, other: 0, recused: 1, passed: at === 0 },
  }))
  return minutes({ campaign, on: nominations.on, present: ['Đồng chí A'], absent: [], items })
}

function byOffice({ office, nominations }: Sample) {
  return { office, on: nominations.on }
}

function papersOf(sample: Sample): Readonly<Record<string, Promise<Uint8Array>>> {
  const { units, nominations, collective, individual } = sample
  const own = { ...nominations, author: units[2] ?? sample.office, byOffice: false }
  return {
    'the letter of the office': nominationsLetter(nominations),
    'the letter of a unit': nominationsLetter(own),
    'the list': nominationList(nominations),
    'the report of a collective': achievementReport(collective),
    'the report of a person': achievementReport(individual),
    'the decision': decision(nominations),
    'the minutes': tallied(sample),
    'the minutes before the vote': minutes({
      campaign: sample.campaign,
      on: nominations.on,
      items: [],
    }),
    'the chasing letter': chasingLetter(sample.chasing, byOffice(sample)),
    'the summary': summary(sample.summary, byOffice(sample)),
  }
}

describe.each(FOLDERS)('papers of %s', (folder) => {
  let sample: Sample
  beforeAll(async () => {
    sample = await openSample(folder)
  })

  test('each is a draft in NFC that says nothing unknown', async () => {
    for (const [name, paper] of Object.entries(papersOf(sample))) {
      const docx = await paper
      const text = paragraphsOf(docx).join('\n')
      expect(text, name).toContain('DỰ THẢO')
      expect(text, name).not.toMatch(/null|undefined|NaN|\[object/u)
      expect(documentXml(docx), name).toBe(documentXml(docx).normalize('NFC'))
      expect(text, name).toMatch(/\.\/\.$/mu)
    }
  })

  test('the letter counts the nominees, cites the law of the day and lists everybody', async () => {
    const docx = await nominationsLetter(sample.nominations)
    const text = paragraphsOf(docx).join('\n')
    expect(text).toContain('01 tập thể, 01 cá nhân')
    expect(text).toContain('Nghị định số 152/2025/NĐ-CP')
    expect(text).not.toContain('98/2023')
    expect(text).toContain(`Chủ tịch ${sample.campaign.issuer.replace('UBND', 'Ủy ban nhân dân')}`)
    const [head, ...rows] = tableRowsOf(docx)
    expect(head).toHaveLength(10)
    expect(rows.map((row) => row[2])).toEqual(NAMES)
    expect(rows.map((row) => row.at(-1))).toEqual(['HS-001', 'HS-002'])
  })

  test('every achievement names its report or is marked for the author', async () => {
    const lines = paragraphsOf(await achievementReport(sample.collective))
    const claims = lines.filter((text) => text.startsWith('- '))
    expect(claims.length).toBeGreaterThan(4)
    for (const claim of claims)
      expect(claim).toMatch(/\((?:BC-\d+(?:, )?)+\)$|\[Tác giả bổ sung minh chứng\]$/u)
    expect(claims).toContain(
      '- Tổ chức 12 hội nghị tuyên truyền với 1.450 lượt người dự. (BC-0001)',
    )
    expect(claims).toContain(
      '- Vận động nhân dân hiến 300 m2 đất làm đường. [Tác giả bổ sung minh chứng]',
    )
    expect(lines.join('\n')).not.toContain('loa thôn 5 hỏng')
  })

  test("a person's report does not take the unit's work for the person's", async () => {
    const text = paragraphsOf(await achievementReport(sample.individual)).join('\n')
    expect(text).not.toContain('BC-0002')
    expect(text).toContain('số hóa 320 hồ sơ kiến nghị của cử tri. [Tác giả bổ sung minh chứng]')
  })

  test('the decision is its authority’s, in articles, with what has to be checked marked', async () => {
    const lines = paragraphsOf(await decision(sample.nominations))
    expect(lines).toContain('QUYẾT ĐỊNH:')
    expect(lines.filter((text) => /^Điều \d\. /u.test(text))).toHaveLength(3)
    expect(lines.join('\n')).toContain('cần kiểm tra')
  })

  test('the minutes carry counts only and conclude from them', async () => {
    const docx = await tallied(sample)
    expect(
      tableRowsOf(docx)
        .slice(1)
        .map((row) => row.slice(3)),
    ).toEqual([
      ['7', '0', '0', '1', 'Thông qua'],
      ['6', '1', '0', '1', 'Không thông qua'],
    ])
    expect(paragraphsOf(docx).join('\n')).toContain('đề nghị khen thưởng 01/02 trường hợp')
  })

  test('the chasing letter lists whose report is missing, without a word of blame', async () => {
    const { silent } = sample.chasing
    const docx = await chasingLetter(sample.chasing, byOffice(sample))
    expect(
      tableRowsOf(docx)
        .slice(1)
        .map((row) => row[1]),
    ).toEqual(silent.map(({ unit }) => unit.fullName))
    expect(paragraphsOf(docx).join('\n')).not.toMatch(/chậm|vi phạm|quá hạn|chây/iu)
  })

  test('the chasing letter names the hour of the deadline, and who has been given more time', async () => {
    const { deadline, silent } = sample.chasing
    const [first, ...others] = silent.map(({ unit }) => ({ unit }))
    const extendedTo = Temporal.PlainDate.from('2025-10-30')
    const docx = await chasingLetter(
      {
        ...sample.chasing,
        deadline: {
          ...deadline,
          dueOn: Temporal.PlainDate.from('2025-10-25'),
          dueAt: Temporal.Instant.from('2025-10-25T16:30:00+07:00'),
        },
        silent: [{ ...first!, extendedTo }, ...others],
      },
      byOffice(sample),
    )
    expect(paragraphsOf(docx).join('\n')).toContain('hạn gửi là 16 giờ 30 ngày 25/10/2025')
    const notes = tableRowsOf(docx)
      .slice(1)
      .map((row) => row[3])
    expect(notes).toEqual(['Được gia hạn đến ngày 30/10/2025', ...others.map(() => '')])
  })

  test('the chasing letter about the units’ own plans asks for number and day, and for no report', async () => {
    const { deadline } = sample.chasing
    const plans = { ...deadline, kind: 'unit-plan', subject: 'ke-hoach' } as const
    const docx = await chasingLetter({ ...sample.chasing, deadline: plans }, byOffice(sample))
    const said = paragraphsOf(docx).join('\n')
    expect(said).toContain('đôn đốc ban hành kế hoạch')
    expect(said).toContain('báo số, ngày ban hành')
    expect(said).not.toMatch(/báo cáo tháng|không phát sinh/u)
    expect(tableRowsOf(docx)[1]?.[2]).toBe('Kế hoạch của đơn vị')
  })

  test('every figure and sentence of the summary names its reports', async () => {
    const docx = await summary(sample.summary, byOffice(sample))
    const [, ...figures] = tableRowsOf(docx).filter((row) => row.length === 3)
    expect(figures).toContainEqual(['hội nghị', '14', 'BC-0001, BC-0002'])
    expect(figures).toContainEqual(['ý kiến cử tri', '11/12', 'BC-0003'])
    expect(figures).toContainEqual(['buổi phát', 'khoảng 3', 'BC-0002'])
    for (const row of figures) expect(row[2]).toMatch(/^(?:BC-\d+(?:, )?)+$|^Từ báo cáo$/u)
    for (const text of paragraphsOf(docx).filter((line) => /^- .*[^;.]$/u.test(line)))
      expect(text).toMatch(/, BC-\d+\)$/u)
  })

  test('the spreadsheet keeps what looks like a formula as text', async () => {
    const rows = await readSheet(Buffer.from(await nominationSheet(sample.nominations)))
    expect(rows.at(-1)?.[2]).toBe('=Nguyễn Thị Ưởng')
    expect(rows.at(-1)?.[0]).toBe('2')
    expect(rows.flat().every((cell) => cell === null || typeof cell === 'string')).toBe(true)
  })
})

describeNeeding(['soffice', 'pdftotext'], 'papers in LibreOffice', () => {
  test('each opens as A4 with its whole text, and no signature stands alone on a page', async () => {
    const sample = await openSample(FOLDERS[0] ?? '')
    const papers = Object.entries(papersOf(sample))
    const printed = print(await Promise.all(papers.map(([, paper]) => paper)), 'docx')
    expect(printed).toHaveLength(papers.length)
    printed.forEach(({ size, text }, at) => {
      const name = papers[at]?.[0] ?? ''
      expect(size.map(Math.round), name).toEqual([595, 842])
      expect(text, name).not.toMatch(/null|undefined|\ufffd/u)
      for (const page of text.split('\f').slice(1))
        expect(page, name).not.toMatch(/^\s*\d?\s*Nơi nhận:/u)
    })
  }, 120_000)
})
