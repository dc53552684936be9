import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import type { Campaign } from '../../../core/campaign/campaign.ts'
import type { Nomination, NominationState } from '../../../core/nomination/nomination.ts'
import {
  mayMove,
  missingFields,
  NOMINATION_STATES,
  nominationCode,
  openAwards,
} from '../../../core/nomination/nomination.ts'

const day = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso)

describe('a nomination moves', () => {
  const allowed = new Set([
    'draft>awaiting-endorsement',
    'draft>withdrawn',
    'awaiting-endorsement>submitted',
    'awaiting-endorsement>declined',
    'awaiting-endorsement>withdrawn',
    'submitted>withdrawn',
  ])
  const pairs = NOMINATION_STATES.flatMap((from) =>
    NOMINATION_STATES.map((to): [NominationState, NominationState] => [from, to]),
  )

  test.each(pairs)('from %s to %s only where the plan has that step', (from, to) => {
    expect(mayMove(from, to)).toBe(allowed.has(`${from}>${to}`))
  })
})

test('what a draft lacks is asked for in the order of the form', () => {
  const draft = { nomineeName: '', achievement: '' } as Nomination
  expect(missingFields(draft)).toEqual(['nominee', 'achievement'])
  expect(missingFields({ ...draft, nomineeName: 'Tổ 1' })).toEqual(['achievement'])
  expect(missingFields({ ...draft, nomineeName: 'Tổ 1', achievement: 'x' })).toEqual([])
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
