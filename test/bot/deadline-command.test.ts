import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { TestDatabase } from '../support/database.ts'
import { freshDatabase } from '../support/database.ts'
import { callAdmin, typeToAdmin } from '../support/product.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
  return () => database.drop()
})

/** `npm run admin -- …` on an empty database, with these lines on its standard input, on a machine elsewhere. */
function admin(args: readonly string[], lines: readonly string[]) {
  const root = join(import.meta.dirname, '..', '..')
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'dist', 'admin.js'), ...args],
    {
      cwd: root,
      env: { PATH: process.env['PATH'], DATABASE_URL: database.url, TZ: 'America/New_York' },
      input: lines.join('\n'),
      encoding: 'utf8',
      timeout: 120_000,
    },
  )
  return { status, stderr, said: stdout.trim().split('\n') }
}

test('each wording is read on its own day, a bad line gets a sentence and stops nothing', () => {
  const { status, said } = admin(
    ['deadline', '--issued', '2025-10-06', '--anchor', '31/12/2025', '--json'],
    [
      'trước 16 giờ 30 ngày 25/11/2025',
      '05 ngày làm việc kể từ ngày nhận đủ hồ sơ',
      '',
      '{"text":"≥ 7 ngày trước lễ trao","issued_on":"2025-10-01","anchor":"2026-01-06"}',
      '{"text":"ngày 25 hằng tháng","issued_on":"2025-11-26","anchor":null}',
      '{"text":"trước ngày 30/11","issued_on":"31/2/2025"}',
      '{"text":',
    ],
  )
  expect(status).toBe(0)
  const answers = said.map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(answers[0]).toEqual({
    text: 'trước 16 giờ 30 ngày 25/11/2025',
    ...{ from: null, to: '2025-11-25', time: '16:30', alternatives: [], ask: null },
  })
  expect(answers.map(({ to }) => to)).toEqual([
    '2025-11-25',
    '2026-01-09',
    '2025-12-30',
    '2025-12-25',
    null,
    null,
  ])
  expect(answers.slice(4).map(({ ask }) => ask)).toEqual([
    expect.stringContaining('không phải là một ngày có thật'),
    expect.stringContaining('{"text"'),
  ])
})

test('a plan is checked without being loaded', async () => {
  const env = { DATABASE_URL: database.url }
  const plan = 'prisma/campaigns/chi-lang/plan.yaml'
  const { code, stdout } = await callAdmin(env, 'campaign', 'check', plan)
  expect(code).toBe(0)
  expect(stdout).toContain('từ thứ Tư 01/10/2025 đến hết thứ Tư 31/12/2025')
  expect((await callAdmin(env, 'status')).stdout).toContain('Chưa có phong trào nào')
})

test('a day that is none is refused before anything is read', async () => {
  const words = ['deadline', '--issued', '31/2/2025']
  const env = { DATABASE_URL: database.url }
  const { code, stderr } = await typeToAdmin(['trước 30/11'], env, ...words)
  expect([code, stderr]).toEqual([1, expect.stringContaining('không phải là một ngày có thật')])
})
