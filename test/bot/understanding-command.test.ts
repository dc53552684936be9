import { beforeAll, expect, test } from 'vitest'
import type { TestDatabase } from '../support/database.ts'
import { freshDatabase } from '../support/database.ts'
import { typeToAdmin } from '../support/product.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
  return () => database.drop()
})

/** `npm run admin -- understand …` with these lines on its standard input. */
async function understand(lines: readonly string[], ...words: readonly string[]) {
  const env = { DATABASE_URL: database.url }
  const { code, stdout, stderr } = await typeToAdmin(lines, env, 'understand', ...words)
  return { code, stderr, said: stdout.trim().split('\n') }
}

test('each line is read on its own day, a bad one gets a sentence and stops nothing', async () => {
  const { said, code } = await understand(
    [
      'bc xoa nha tam: ban giao 3 can, thon 5, 21/11, 180tr xa hoi hoa',
      '',
      '{"text":"xã Mai Sao TXCT 1 cuộc, giải quyết 12/12 ý kiến hôm qua","at":"2025-11-12","unit":"mai sao","role":"contact"}',
      '{"text":5}',
      '{"text":"nộp báo cáo","at":"hôm kia"}',
    ],
    ...['--json', '--at', '2026-11-24'],
  )
  expect(code).toBe(0)
  const [first, second, third, fourth] = said.map((line) => JSON.parse(line) as unknown)
  expect(first).toEqual({
    text: 'bc xoa nha tam: ban giao 3 can, thon 5, 21/11, 180tr xa hoi hoa',
    intent: 'submit_report',
    alternatives: ['submit_report'],
    unit: { match: 'none', names: [] },
    report: {
      period: null,
      items: [
        { quantity: 3, of: null, label: 'can', measure: 'house', approx: false },
        { quantity: 180_000_000, of: null, label: 'đồng', measure: 'money', approx: false },
      ],
      dates: ['2026-11-21'],
      contents: [],
      difficulties: null,
      initiative: null,
      nothingToReport: false,
    },
  })
  expect(second).toMatchObject({
    unit: { match: 'sure', names: ['xã Mai Sao'] },
    report: { dates: ['2025-11-11'], contents: [4] },
  })
  expect(third).toEqual({ line: 4, error: expect.stringContaining('Dòng 4') as string })
  expect(fourth).toEqual({ line: 5, error: expect.stringContaining('"hôm kia"') as string })
})

test('with --units each line is the name of a unit, without --json it is said in words', async () => {
  const { said } = await understand(['mai sao', 'Sở Y tế'], '--units')
  expect(said).toEqual(['mai sao → đúng xã Mai Sao', 'Sở Y tế → không có'])
})

test('what one role may decide another only supplements', async () => {
  const lines = ['bổ sung ảnh minh chứng đi']
  const intentFor = async (role: string) => {
    const { said } = await understand(lines, '--json', '--as', role)
    return (JSON.parse(said[0] ?? '') as { intent: string }).intent
  }
  expect(await intentFor('appraiser')).toBe('return_for_revision')
  expect(await intentFor('contact')).not.toBe('return_for_revision')
})

test('a role nobody has is refused in one sentence', async () => {
  const { code, stderr } = await understand(['duyệt'], '--as', 'vua')
  expect(code).toBe(1)
  expect(stderr.trim()).toContain('không có vai trò "vua"')
})
