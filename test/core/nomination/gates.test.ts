import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { sayFinding } from '../../../bot/texts/findings.ts'
import type { Campaign } from '../../../core/campaign/campaign.ts'
import { ask } from '../../../core/nomination/gates/gates.ts'
import type { GateFacts } from '../../../core/nomination/gates/gate.ts'
import { likenessOf, nomineeKey } from '../../../core/nomination/likeness.ts'
import type { Nomination } from '../../../core/nomination/nomination.ts'
import { nomineeUnit } from '../../../core/nomination/nominee-unit.ts'
import type { RuleId } from '../../../core/nomination/rules.ts'
import { blocks, RULES, severityOf } from '../../../core/nomination/rules.ts'
import type { Unit } from '../../../core/unit/unit.ts'

const day = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso)
const at = Temporal.Instant.from('2026-06-15T00:00:00Z')

const one: Nomination = {
  id: 'one',
  code: 'HS-001',
  campaignId: 'c',
  awardId: 'a',
  unitCode: 'U1',
  nomineeKind: 'individual',
  nomineeName: 'Nguyễn Thị Hòa',
  achievement: 'vận động 12 hộ hiến đất làm đường liên thôn',
  figures: [],
  state: 'under-appraisal',
  chain: { id: 'chain', version: 1 },
  createdBy: 'x',
  createdAt: at,
  stateSince: at,
  late: false,
}
const unit = { code: 'U1', name: 'xã Thử', fullName: 'UBND xã Thử', aliases: [] } as unknown as Unit
const facts = (more: Partial<GateFacts> = {}): GateFacts => ({
  nomination: one,
  campaign: { awards: [], deadlines: [] } as unknown as GateFacts['campaign'],
  unit,
  heir: unit,
  on: day('2026-06-15'),
  actor: { unitCode: 'OFFICE', name: 'Trần Văn Thử' } as unknown as GateFacts['actor'],
  moves: [],
  note: {},
  alike: [],
  dossier: [],
  cited: [],
  balance: [],
  checks: [],
  ownList: [one],
  ...more,
})
const alike = (other: Partial<Nomination>): GateFacts['alike'] =>
  [likenessOf(one, { ...one, id: 'two', code: 'HS-002', ...other })].flatMap((found) => found ?? [])
const rules = (gates: Parameters<typeof ask>[0], more: Partial<GateFacts> = {}): RuleId[] =>
  ask(gates, facts(more)).map(({ rule }) => rule)

describe('one achievement, one award', () => {
  const decomposed = 'NGUYỄN THỊ HOÀ'.normalize('NFD')
  const told = 'Vận động 12 hộ hiến đất, làm đường liên thôn'

  test('a decision on it, in any unit, year or spelling, stands in the way of a second one', () => {
    const others = alike({
      nomineeName: decomposed,
      achievement: told,
      unitCode: 'U9',
      campaignId: 'last-year',
      state: 'awarded',
    })
    expect(rules(['one-achievement'], { alike: others })).toEqual(['achievement-awarded'])
    expect(ask(['one-achievement'], facts({ alike: others })).every(blocks)).toBe(true)
  })

  test('another achievement of the same person may be awarded again', () => {
    const others = alike({
      achievement: 'dạy chữ cho người lớn tuổi',
      state: 'awarded',
      campaignId: 'x',
    })
    expect(rules(['one-achievement'], { alike: others })).toEqual([])
  })

  test('the same person for the same award in the same unit is asked for once', () => {
    expect(rules(['one-achievement'], { alike: alike({ state: 'submitted' }) })).toEqual([
      'same-award-open',
    ])
    expect(rules(['one-achievement'], { alike: alike({ state: 'withdrawn' }) })).toEqual([])
    expect(rules(['one-achievement'], { alike: alike({ state: 'revoked' }) })).toEqual([])
  })

  test('a namesake elsewhere and a copied text are shown, and block nothing', () => {
    const namesake = alike({ unitCode: 'U9', achievement: 'khác hẳn', state: 'submitted' })
    expect(rules(['one-achievement', 'duplicates'], { alike: namesake })).toEqual(['namesake'])
    const copy = alike({ nomineeName: 'Lò Thị Khác', unitCode: 'U9', achievement: told })
    expect(rules(['one-achievement', 'duplicates'], { alike: copy })).toEqual(['near-copy'])
  })

  test.each([
    ['Nguyễn Thị Hòa', 'nguyen thi hoa'],
    ['Nguyễn Thị Hoà'.normalize('NFD'), 'nguyen thi hoa'],
    ['đ/c  Nguyễn  Thị Hòa', 'nguyen thi hoa'],
    ['Lý Thị Kỷ', 'li thi ki'],
    ['Đèo Văn Đỗ', 'deo van do'],
  ])('%j is found as %j', (name, key) => {
    expect(nomineeKey(name)).toBe(key)
  })
})

describe('units and people', () => {
  const old = {
    ...unit,
    code: 'OLD',
    name: 'thôn Cũ',
    fullName: 'Thôn Cũ',
    validTo: day('2025-06-30'),
  }

  test('a dissolved collective is refused by its dates, and the circular is quoted as unchecked', () => {
    const [finding] = ask(['unit-valid'], facts({ nomineeUnit: old, on: day('2025-10-20') }))
    if (!finding) throw new Error('nothing was found')
    expect(blocks(finding)).toBe(true)
    expect(sayFinding(finding, day('2025-10-20'))).toMatch(
      /thôn Cũ không còn.*Thông tư 15\/2025\/TT-BNV, hiệu lực 05\/8\/2025; cần kiểm tra/u,
    )
    expect(rules(['unit-valid'], { nomineeUnit: old, on: day('2025-06-30') })).toEqual([])
  })

  test('of an old and a new unit with one name, the one of the day is meant', () => {
    const young = { ...old, code: 'NEW', validFrom: day('2025-07-01'), validTo: day('2099-01-01') }
    const named = {
      nomineeKind: 'collective',
      nomineeName: 'tập thể THÔN CŨ'.normalize('NFD'),
    } as const
    expect(nomineeUnit(named, [old, young], day('2025-10-20'))?.code).toBe('NEW')
    expect(nomineeUnit(named, [old, young], day('2025-05-20'))?.code).toBe('OLD')
    expect(
      nomineeUnit({ ...named, nomineeKind: 'individual' }, [old], day('2025-05-20')),
    ).toBeUndefined()
  })

  test('nobody appraises the own nomination', () => {
    const actor = { unitCode: 'U1', name: 'Nguyễn Thị Hoà' } as unknown as GateFacts['actor']
    expect(rules(['appraiser-independent'], { actor })).toEqual(['appraiser-is-nominee'])
    expect(rules(['appraiser-independent'])).toEqual([])
  })
})

describe('discipline', () => {
  test('must be declared about, and the decree of the day is quoted', () => {
    const [finding] = ask(['discipline-declared'], facts())
    if (!finding) throw new Error('nothing was found')
    expect(sayFinding(finding, day('2025-06-30'))).toContain('Nghị định 98/2023/NĐ-CP')
    expect(sayFinding(finding, day('2025-07-01'))).toContain(
      'Nghị định 152/2025/NĐ-CP, hiệu lực 01/7/2025',
    )
    expect(sayFinding(finding, day('2023-12-31'))).toContain('cần kiểm tra')
    expect(rules(['discipline-declared'], { note: { noDiscipline: true } })).toEqual([])
  })
})

describe('the dossier', () => {
  test('a gap is named on submitting and blocks only the conclusion', () => {
    const [gap] = ask(['dossier-noted'], facts())
    const [block] = ask(['dossier-complete'], facts())
    if (!gap || !block) throw new Error('nothing was found')
    expect([blocks(gap), blocks(block)]).toEqual([false, true])
    expect(sayFinding(gap, day('2026-06-15'))).toContain('biên bản xét')
  })

  test('figures beyond those reported are a warning with the reports named', () => {
    const figure = { quantity: 20, label: 'căn nhà', approx: false }
    const balance = [{ figure, reported: 12, codes: ['BC-0001', 'BC-0002'] }]
    const [, finding] = ask(['evidence'], facts({ balance }))
    if (!finding) throw new Error('nothing was found')
    expect(blocks(finding)).toBe(false)
    expect(sayFinding(finding, day('2026-06-15'))).toContain('BC-0001, BC-0002')
  })
})

test('a rule that nobody has confirmed may only warn', () => {
  for (const rule of Object.values(RULES))
    expect(severityOf({ ...rule, confirmed: false })).toBe('warn')
})

describe('what is only shown', () => {
  const law = day('2026-06-15')
  const said = (gate: 'quota' | 'direct-workers' | 'ceremony', more: Partial<GateFacts>) => {
    const findings = ask([gate], facts(more))
    expect(findings.some(blocks)).toBe(false)
    return findings.map((finding) => sayFinding(finding, law)).join()
  }
  const people = (...positions: string[]): Nomination[] =>
    positions.map((position, index) => ({ ...one, id: String(index), position }))
  const award = (more: object): Partial<GateFacts> => ({
    campaign: { awards: [{ id: 'a', ...more }], deadlines: [] } as unknown as Campaign,
  })

  test('more nominations than the quota, with its source; none is set where nobody said so', () => {
    const quota = { individual: 2, source: 'Hướng dẫn 5/HD-SNV', confirmed: false }
    const three = people('', '', '')
    expect(said('quota', { ...award({ quota }), ownList: three })).toMatch(
      /3 cá nhân.*không quá 2 \(Hướng dẫn 5\/HD-SNV; cần kiểm tra\)/u,
    )
    const checked = { ...quota, confirmed: true }
    expect(said('quota', { ...award({ quota: checked }), ownList: three })).not.toContain(
      'kiểm tra',
    )
    expect(said('quota', { ...award({ quota }), ownList: three.slice(1) })).toBe('')
    expect(said('quota', { ...award({}), ownList: three })).toBe('')
  })

  test('more leaders than others, with the law of the day', () => {
    const list = people('Chủ tịch UBND xã', 'Phó Trưởng phòng Tư pháp', 'Công chức văn phòng')
    expect(said('direct-workers', { ownList: list })).toMatch(
      /2 lãnh đạo, 1 người.*06\/2022\/QH15, hiệu lực 01\/01\/2024/u,
    )
    const staff = people('Trưởng thôn', 'trưởng nhóm thợ', 'Chủ tịch UBND xã')
    expect(said('direct-workers', { ownList: staff })).toBe('')
    expect(said('direct-workers', { ownList: people('Giám đốc') })).toBe('')
  })

  test('a ceremony that the steps may not reach in time', () => {
    const ceremony = {
      on: day('2026-12-18'),
      latestOn: day('2026-12-01'),
      workingDays: 13,
      confirmed: false,
    }
    expect(said('ceremony', { ceremony, on: day('2026-12-01') })).toBe('')
    expect(said('ceremony', { ceremony, on: day('2026-12-02') })).toMatch(
      /13 ngày làm việc; cần kiểm tra.*sau ngày 01\/12\/2026.*lễ trao thưởng ngày 18\/12\/2026/u,
    )
  })
})
