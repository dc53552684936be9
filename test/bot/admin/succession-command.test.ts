import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestMemory } from '../../support/memory.ts'
import { openTestMemory } from '../../support/memory.ts'
import type { Ran } from '../../support/product.ts'
import { callAdmin } from '../../support/product.ts'
import { SHIPPED_SUCCESSION } from '../../support/succession.ts'
import { tempFile } from '../../support/temp-file.ts'

const CLOCK = '2025-10-20T08:00:00+07:00'

let memory: TestMemory
beforeAll(async () => {
  memory = await openTestMemory({ at: CLOCK })
})
afterAll(() => memory.close())

/** `npm run admin -- succession apply …`. */
function apply(file: string, ...flags: readonly string[]): Promise<Ran> {
  return admin('succession', 'apply', file, ...flags)
}

function admin(...args: string[]): Promise<Ran> {
  return callAdmin({ DATABASE_URL: memory.database.url, CLOCK }, ...args)
}

const campaigns = async (): Promise<readonly string[]> =>
  (await memory.run((tx) => tx.campaigns.listAll())).map(({ campaign }) => campaign.id)

test('a broken file is told by line and column, and changes nothing', async () => {
  const shipped = await readFile(SHIPPED_SUCCESSION, 'utf8')
  const broken = await tempFile('sap-xep.yaml', shipped.replace('CL-HUUKIEN', 'CL-HUUKIENG'))
  const { code, stderr } = await apply(broken)
  expect(code).toBe(1)
  expect(stderr).toMatch(/sap-xep\.yaml, dòng \d+, cột \d+: .*CL-HUUKIENG/u)
  expect(stderr).toMatch(/Chưa nêu 1 đơn vị .*CL-HUUKIEN\./u)
  expect(await campaigns()).toEqual(['chi-lang'])
})

test('the preview says exactly what will happen, and changes nothing', async () => {
  const { code, stdout } = await apply(SHIPPED_SUCCESSION, '--dry-run')
  expect(code).toBe(0)
  expect(stdout).toContain(
    'CL25-NHANLY UBND xã Nhân Lý ← xã Mai Sao, xã Bắc Thủy, xã Lâm Sơn, xã Nhân Lý (Nghị quyết 1672/NQ-UBTVQH15 năm 2025)',
  )
  expect(stdout).toMatch(/31 đơn vị \(.*cần kiểm tra\)/u)
  expect(stdout).toMatch(/soát vai trò người đứng đầu.*xã Nhân Lý 4/u)
  expect(stdout).toContain('chưa có gì thay đổi')
  expect(await campaigns()).toEqual(['chi-lang'])
})

test('applied, then again: the second time changes nothing and says so', async () => {
  expect(await apply(SHIPPED_SUCCESSION)).toMatchObject({ code: 0, stderr: '' })
  expect(await campaigns()).toEqual(['chi-lang', 'chi-lang-2025'])
  const again = await apply(SHIPPED_SUCCESSION)
  expect(again.code).toBe(0)
  expect(again.stdout).toContain('đã được áp dụng; không có gì thay đổi')
  expect(await campaigns()).toEqual(['chi-lang', 'chi-lang-2025'])
})

test('the status and the rehearsal are those of the new order', async () => {
  const { stdout: status } = await admin('status')
  expect(status).not.toContain('chưa áp dụng sắp xếp')
  expect(status).toMatch(/\(chi-lang\): đã chuyển sang chi-lang-2025 từ 0?1\/7\/2025/u)
  expect(status).toMatch(/\(chi-lang-2025\): đang chạy/u)
  expect(status).toContain('Đơn vị: 8.')
  const { stdout } = await admin('rehearse', '--format', 'json')
  const { missed } = JSON.parse(stdout) as {
    missed: readonly { unit: string; why: readonly { deadline: string; unit: string }[] }[]
  }
  expect(missed.length).toBeGreaterThan(0)
  for (const { unit, why } of missed) {
    expect(unit).toMatch(/^CL25-/u)
    for (const line of why) expect(line.deadline).toMatch(/^chi-lang-2025:/u)
  }
})
