import { readFile } from 'node:fs/promises'
import { Temporal } from 'temporal-polyfill'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Campaign } from '../../../core/campaign/campaign.ts'
import { phaseOf } from '../../../core/campaign/campaign.ts'
import { windowOf } from '../../../core/campaign/nomination-window.ts'
import type { RosterEntry } from '../../../core/official/roster.ts'
import type { Unit } from '../../../core/unit/unit.ts'
import { bareName, validOn } from '../../../core/unit/unit.ts'
import { readOfficialsFile } from '../../../prisma/files/officials-file.ts'
import { readPlanFile } from '../../../prisma/files/plan-file.ts'
import type { ReadResult } from '../../../prisma/files/problem.ts'
import { problemSentence } from '../../../prisma/files/problem.ts'
import { readUnitsFile } from '../../../prisma/files/units-file.ts'

const FOLDER = 'prisma/campaigns/chi-lang'
let plan: Campaign
let units: readonly Unit[]
let roster: readonly RosterEntry[]

function valueOf<T>(result: ReadResult<T>): T {
  if (result.ok) return result.value
  throw new Error(result.problems.map(problemSentence).join('\n'))
}

beforeAll(async () => {
  units = valueOf(await readUnitsFile(`${FOLDER}/units.csv`))
  roster = valueOf(await readOfficialsFile(`${FOLDER}/officials.csv`, units))
  plan = valueOf(await readPlanFile(`${FOLDER}/plan.yaml`, units))
})

describe('the plan', () => {
  test('every sentence quoted from it stands in it, word by word', async () => {
    const text = (await readFile(`${FOLDER}/ke-hoach.txt`, 'utf8')).replace(/\s+/g, ' ')
    const quoted = [
      plan.issuedWording,
      plan.periodWording,
      ...plan.purpose,
      ...plan.requirements,
      ...plan.participants,
      ...plan.contents.map((content) => content.text),
      ...plan.awards.flatMap(({ criteria }) => Object.values(criteria).flat()),
      ...plan.deadlines.flatMap(({ origin, wording }) => (origin === 'plan' ? wording : [])),
      ...plan.responsibilities.map((duty) => `${duty.who} ${duty.text}`),
      ...plan.recipients,
      plan.signer.name,
    ]
    expect(quoted.filter((sentence) => !text.includes(sentence))).toEqual([])
    expect(quoted).toHaveLength(34)
  })

  test('has its four contents, each with its paragraph and words of its own', () => {
    expect(plan.contents.map(({ number, source }) => [number, source])).toEqual([
      [1, 'KH mục II.1'],
      [2, 'KH mục II.2'],
      [3, 'KH mục II.3'],
      [4, 'KH mục II.4'],
    ])
    const words = plan.contents.flatMap((content) => content.words)
    expect(new Set(words).size).toBe(words.length)
  })

  test('has the words by which the understanding of reports is measured', async () => {
    const measured: unknown = JSON.parse(
      await readFile('test/fixtures/language/contents.json', 'utf8'),
    )
    expect(plan.contents.map(({ number, title, words }) => ({ number, title, words }))).toEqual(
      measured,
    )
  })

  test('takes nominations in the fourth quarter of 2025, first and last day included', () => {
    const [certificate] = plan.awards
    const window = certificate && windowOf(plan, certificate)
    expect(window?.from.toString()).toBe('2025-10-01')
    expect(window?.to.toString()).toBe('2025-12-31')
    expect(certificate?.nominees).toEqual(['collective', 'individual'])
    expect(certificate?.criteria.collective).toHaveLength(2)
    expect(certificate?.criteria.individual).toHaveLength(2)
  })

  test('has the higher awards chosen among those nominated', () => {
    const higher = plan.awards.slice(1)
    expect(higher.map(({ form }) => form)).toEqual(['bang-khen', 'cap-nha-nuoc'])
    for (const award of higher) {
      expect(award.selectedFrom).toBe(plan.awards[0]?.id)
      expect(windowOf(plan, award)).toBeUndefined()
    }
  })

  test('leaves open what the document leaves open', () => {
    expect(plan.number).toBeUndefined()
    expect(plan.issuedOn).toBeUndefined()
    expect(plan.gaps.map(({ field }) => field)).toEqual([
      'number',
      'issued-day',
      'heading-a',
      'unit-plan-deadline',
      'report-deadline',
      'quota',
      'form',
      'ceremony',
    ])
  })

  test('runs to the last second of 31/12/2025 in Vietnam', () => {
    const at = (text: string): Temporal.Instant => Temporal.Instant.from(text)
    expect(phaseOf(plan, at('2024-04-30T23:59:59+07:00'))).toBe('not-started')
    expect(phaseOf(plan, at('2024-05-01T00:00:00+07:00'))).toBe('running')
    expect(phaseOf(plan, at('2025-12-31T23:59:59+07:00'))).toBe('running')
    expect(phaseOf(plan, at('2026-01-01T00:00:00+07:00'))).toBe('ended')
  })

  test('says that the monthly report is the office’s own setting', () => {
    const report = plan.deadlines.find(({ kind }) => kind === 'report')
    expect(report).toMatchObject({
      due: { anchor: 'period', every: 'month', day: 25 },
      belongsToPreviousBefore: 10,
      origin: 'office',
    })
    expect(report?.time?.toString()).toBe('16:30:00')
    expect(plan.ladders.report?.map(({ id, time }) => `${id} ${time.toString()}`)).toEqual([
      'T-3 08:00:00',
      'T-1 08:00:00',
      'T0-sang 08:00:00',
      'T0-chieu 13:30:00',
      'T+1 08:00:00',
      'T+3 08:00:00',
    ])
  })

  test('reminds of the window from thirty days before its end, and not after it', () => {
    const offsets = plan.ladders.nomination?.map(({ offset }) => offset)
    expect(offsets).toEqual([-30, -14, -7, -3, -1, 0, 0])
  })

  test('says that it is a simulation', () => {
    expect(plan.notice).toBe('Mô phỏng theo kế hoạch ban hành, chưa áp dụng sắp xếp 01/7/2025')
  })
})

describe('the units', () => {
  test('are two towns, eighteen communes and the agencies', () => {
    const count = (kind: string): number => units.filter((unit) => unit.kind === kind).length
    expect([count('thi-tran'), count('xa'), units.length]).toEqual([2, 18, 54])
    expect(units.map((unit) => unit.protocolOrder)).toEqual(units.map((_unit, index) => index + 1))
  })

  test('all exist in the nomination window of the plan as issued', () => {
    const inWindow = Temporal.PlainDate.from('2025-10-15')
    expect(units.filter((unit) => !validOn(unit, inWindow))).toEqual([])
  })

  test('two are called Chi Lăng and no alias settles which', () => {
    const named = units.filter((unit) => bareName(unit) === 'Chi Lăng')
    expect(named.map((unit) => unit.name)).toEqual(['thị trấn Chi Lăng', 'xã Chi Lăng'])
    expect(units.filter((unit) => unit.aliases.includes('Chi Lăng'))).toEqual([])
  })

  test('Đồng Mỏ was once Quang Lang too', () => {
    const dongMo = units.find((unit) => unit.code === 'CL-DONGMO')
    expect(dongMo?.formerNames).toEqual(['xã Quang Lang'])
  })
})

describe('the roster', () => {
  const holding = (role: string): readonly RosterEntry[] =>
    roster.filter((entry) => entry.roles.some((held) => held === role))

  test.each(['contact', 'head'])('has one %s for every unit', (role) => {
    expect(holding(role).map((entry) => entry.unitCode)).toEqual(units.map((unit) => unit.code))
  })

  test.each([
    ['appraiser', 2],
    ['propagation', 2],
    ['secretary', 1],
    ['member', 9],
    ['signer', 1],
    ['admin', 1],
    ['viewer', 1],
  ])('has the role %s %i times', (role, times) => {
    expect(holding(role)).toHaveLength(times)
  })

  test('is of invented people, each marked, none the plan’s signatory', () => {
    expect(roster.filter((entry) => !entry.demonstration)).toEqual([])
    expect(roster.map((entry) => entry.name)).not.toContain(plan.signer.name)
    expect(new Set(roster.map((entry) => entry.name)).size).toBe(roster.length)
    const phones = roster.flatMap((entry) => entry.phone ?? [])
    expect(phones.filter((phone) => !phone.startsWith('0900000'))).toEqual([])
  })
})
