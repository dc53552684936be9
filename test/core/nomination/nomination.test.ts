import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import type { Campaign } from '../../../core/campaign/campaign.ts'
import type { Nomination } from '../../../core/nomination/nomination.ts'
import {
  awardsFor,
  missingFields,
  nominationCode,
  openAwards,
} from '../../../core/nomination/nomination.ts'

const day = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso)

test('what a draft lacks is asked for in the order of the form', () => {
  const draft = { nomineeName: '', achievement: '', awardId: '' } as Nomination
  expect(missingFields(draft)).toEqual(['nominee', 'achievement', 'award'])
  expect(missingFields({ ...draft, nomineeName: 'Tổ 1' })).toEqual(['achievement', 'award'])
  expect(missingFields({ ...draft, nomineeName: 'Tổ 1', achievement: 'x', awardId: 'a' })).toEqual(
    [],
  )
})

test.each([
  [1, 'HS-001'],
  [123, 'HS-123'],
  [1000, 'HS-1000'],
])('nomination %i has the code %s', (number, code) => {
  expect(nominationCode(number)).toBe(code)
})

test('an award takes nominations from the first to the last day of its window, both included', () => {
  const due = {
    ...{ anchor: 'calendar', inclusive: true },
    ...{ from: day('2025-10-01'), to: day('2025-12-31') },
  }
  const awards = [
    { id: 'direct' },
    { id: 'selected', selectedFrom: 'direct' },
    { id: 'without-window' },
  ]
  const deadlines = ['direct', 'selected'].map((award) => ({ kind: 'nomination', award, due }))
  const campaign = { awards, deadlines } as unknown as Campaign
  const open = (iso: string) => openAwards(campaign, day(iso)).map(({ id }) => id)
  expect(open('2025-09-30')).toEqual([])
  expect(open('2025-10-01')).toEqual(['direct'])
  expect(open('2025-12-31')).toEqual(['direct'])
  expect(open('2026-01-01')).toEqual([])
})

test('after its last window an award still takes what is late, but not while another one is to come', () => {
  const windows: [string, string, string, ...string[]][] = [
    ['half', '2026-06-15', '2026-06-30', 'individual'],
    ['whole', '2026-11-01', '2026-11-14', 'individual', 'collective'],
  ]
  const campaign = {
    awards: windows.map(([id, , , ...nominees]) => ({ id, nominees })),
    deadlines: windows.map(([award, from, to]) => ({
      kind: 'nomination',
      award,
      due: { anchor: 'calendar', inclusive: true, from: day(from), to: day(to) },
    })),
  } as unknown as Campaign
  const ids = (kind: 'individual' | 'collective', iso: string) =>
    awardsFor(campaign, kind, day(iso)).map(({ id }) => id)
  expect(ids('individual', '2026-06-30')).toEqual(['half'])
  expect(ids('individual', '2026-08-01')).toEqual([])
  expect(ids('collective', '2026-06-20')).toEqual([])
  expect(ids('individual', '2026-11-14')).toEqual(['whole'])
  expect(ids('collective', '2026-11-15')).toEqual(['whole'])
})
