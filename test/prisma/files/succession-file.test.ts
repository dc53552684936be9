import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Succession } from '../../../core/succession/succession.ts'
import type { ReadResult } from '../../../prisma/files/problem.ts'
import { problemSentence } from '../../../prisma/files/problem.ts'
import { readSuccessionFile } from '../../../prisma/files/succession-file.ts'
import type { Known } from '../../../prisma/files/succession-rules.ts'
import type { TestMemory } from '../../support/memory.ts'
import { openTestMemory } from '../../support/memory.ts'
import { knownIn, SHIPPED_SUCCESSION } from '../../support/succession.ts'
import { tempFile } from '../../support/temp-file.ts'

let memory: TestMemory
let known: Known
let shipped: string
beforeAll(async () => {
  memory = await openTestMemory({ at: '2025-10-20T08:00:00+07:00' })
  known = await memory.run(knownIn)
  shipped = await readFile(SHIPPED_SUCCESSION, 'utf8')
})
afterAll(() => memory.close())

async function read(content: string): Promise<ReadResult<Succession>> {
  return readSuccessionFile(await tempFile('sap-xep.yaml', content), known)
}

function told(result: ReadResult<unknown>): string[] {
  if (result.ok) return []
  return result.problems.map((problem) =>
    problemSentence({ ...problem, file: basename(problem.file) }),
  )
}

describe('the mapping of 01/7/2025', () => {
  /** As the source gives it: the new commune, and the old communes and towns. */
  const MAPPING = {
    'CL25-CHILANG': 'CL-DONGMO CL-TTCHILANG CL-XACHILANG',
    'CL25-QUANSON': 'CL-HUUKIEN CL-QUANSON',
    'CL25-CHIENTHANG': 'CL-CHIENTHANG CL-LIENSON CL-VANAN CL-VANTHUY',
    'CL25-NHANLY': 'CL-BACTHUY CL-LAMSON CL-MAISAO CL-NHANLY',
    'CL25-BANGMAC': 'CL-BANGHUU CL-BANGMAC CL-GIALOC CL-THUONGCUONG',
    'CL25-VANLINH': 'CL-HOABINH CL-VANLINH CL-YTICH',
  }

  test('has six communes, each row with its act, and says what is to be checked', async () => {
    const result = await read(shipped)
    if (!result.ok) throw new Error(told(result).join('\n'))
    const { opens, ends, on } = result.value
    expect(on.toString()).toBe('2025-07-01')
    const communes = opens.filter(({ unit }) => unit.kind === 'xa')
    expect(
      Object.fromEntries(
        communes.map(({ unit, replaces }) => [unit.code, replaces.toSorted().join(' ')]),
      ),
    ).toEqual(MAPPING)
    for (const { source, confirmed } of communes)
      expect([source, confirmed]).toEqual([expect.stringContaining('1672/NQ-UBTVQH15'), true])
    const others = [...opens.filter(({ unit }) => unit.kind !== 'xa'), ...ends]
    expect(others.every(({ confirmed }) => !confirmed)).toBe(true)
  })

  test('in NFD, it reads the same', async () => {
    const [composed, decomposed] = [await read(shipped), await read(shipped.normalize('NFD'))]
    expect(JSON.stringify(decomposed)).toBe(JSON.stringify(composed))
  })
})

describe('a broken file is refused whole, at the place to be mended', () => {
  const changes: readonly (readonly [what: string, from: string, to: string, RegExp])[] = [
    ['not closed', 'title: Sắp', 'title: "Sắp', /^sap-xep\.yaml, dòng \d+, cột \d+: /u],
    ['a day that is none', 'on: 01/7/2025', 'on: 31/6/2025', /dòng 7, cột 5: .*ngày có thật/u],
    ['a day outside the campaign', 'on: 01/7/2025', 'on: 01/7/2026', /cột 5: .*nằm ngoài/u],
    ['a key that is none', 'confirmed: true', 'confirm: true', /Không biết mục "confirm"/u],
    [
      'a code of nobody',
      'CL-HUUKIEN, ',
      'CL-HUUKIENG, ',
      /không có đơn vị nào mang mã "CL-HUUKIENG"/u,
    ],
    ['a unit named twice', '[CL-HUUKIEN,', '[CL-MAISAO,', /"CL-MAISAO" đã được nêu/u],
    ['a unit left out', '[CL-HUUKIEN, CL-QUANSON]', '[CL-QUANSON]', /Chưa nêu 1 .*CL-HUUKIEN/u],
    ['a code that is taken', 'code: CL25-QUANSON', 'code: CL-QUANSON', /"CL-QUANSON" đã dùng/u],
    ['a code given twice', 'code: CL25-QUANSON', 'code: CL25-CHILANG', /"CL25-CHILANG" đã có/u],
    [
      'a name of two',
      'name: xã Quan Sơn',
      'name: xã Chi Lăng',
      /"xã chi lăng" cũng chỉ CL25-CHILANG/u,
    ],
    ['a kind that is none', 'kind: phòng', 'kind: buồng', /Không biết loại "buồng"/u],
    ['an unknown campaign', 'supersedes: chi-lang', 'supersedes: chi-lan', /"chi-lan"/u],
    ['an id that is taken', 'id: chi-lang-2025', 'id: chi-lang', /"chi-lang" đã dùng/u],
    ['an unknown chain', 'chain: commune-2025', 'chain: commune-2026', /"commune-2026"/u],
    [
      'a chain of the old order',
      'chain: commune-2025',
      'chain: district-2024',
      /không áp dụng vào/u,
    ],
    ['an office that is none', 'unit: CL25-VHXH', 'unit: CL-PNV', /mở ra hoặc giữ nguyên/u],
    ['an award of nobody', 'of: giay-khen-huyen', 'of: giay-khen', /mang mã "giay-khen"/u],
    [
      'an award’s id that is taken',
      'id: giay-khen-xa',
      'id: bang-khen-tinh',
      /"bang-khen-tinh" đã dùng/u,
    ],
  ]

  test.each(changes)('%s', async (_what, from, to, sentence) => {
    expect(shipped).toContain(from)
    const result = await read(shipped.replace(from, to))
    expect(result.ok).toBe(false)
    expect(told(result).filter((line) => sentence.test(line))).toHaveLength(1)
    for (const line of told(result)) expect(line).toMatch(/^sap-xep\.yaml, dòng \d+, cột \d+: /u)
  })

  test('officials who are unknown, named twice, or sent nowhere', async () => {
    const lines = await read(
      `${shipped}\nofficials:\n  - { code: CB-999, unit: CL25-VP }\n  - { code: CB-001, unit: CL-VP }\n  - { code: CB-001, unit: CL25-VP }\n`,
    ).then(told)
    expect(lines).toEqual([
      expect.stringMatching(/"CB-999"/u),
      expect.stringMatching(/mở ra hoặc giữ nguyên/u),
      expect.stringMatching(/"CB-001" đã được nêu/u),
    ])
  })
})
