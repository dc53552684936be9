import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { beforeAll, describe, expect, test } from 'vitest'
import type { LocalDate } from '../../../core/calendar/local-time.ts'
import { localDateOf, localTimeOf } from '../../../core/calendar/local-time.ts'
import type { WorkingCalendar } from '../../../core/calendar/working-days.ts'
import { isWorkingDay } from '../../../core/calendar/working-days.ts'
import type { Campaign, LadderStage } from '../../../core/campaign/campaign.ts'
import type { Deadline } from '../../../core/duty/deadline.ts'
import { deadlinesOf, ladderFor } from '../../../core/duty/deadline.ts'
import { currentStage, stagesOf } from '../../../core/reminder/stages.ts'
import { deadlineOn, readPlans } from '../../support/plans.ts'

const day = (iso: string): LocalDate => Temporal.PlainDate.from(iso)
const instant = (iso: string): Temporal.Instant => Temporal.Instant.from(iso)

let chiLang: Campaign
let tanLap: Campaign
let calendar: WorkingCalendar

beforeAll(async () => {
  ;({ chiLang, tanLap, calendar } = await readPlans())
})

const deadline = (campaign: Campaign, subject: string): Deadline =>
  deadlineOn(campaign, subject, calendar)

function stagesAt(campaign: Campaign, subject: string): Record<string, string> {
  const of = deadline(campaign, subject)
  const stages = stagesOf(of.dueOn, ladderFor(campaign, of), calendar)
  return Object.fromEntries(
    stages.map(({ stage, at }) => [
      stage.id,
      at.toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDateTime().toString(),
    ]),
  )
}

describe('the stages of a ladder', () => {
  test('around a working day they count working days', () => {
    // 25/11/2025 is a Tuesday.
    expect(stagesAt(chiLang, '2025-11')).toEqual({
      'T-3': '2025-11-20T08:00:00',
      'T-1': '2025-11-24T08:00:00',
      'T0-sang': '2025-11-25T08:00:00',
      'T0-chieu': '2025-11-25T13:30:00',
      'T+1': '2025-11-26T08:00:00',
      'T+3': '2025-11-28T08:00:00',
    })
  })

  test('those of a last day that is off move to the working day before', () => {
    // 25/10/2025 is a Saturday.
    expect(stagesAt(chiLang, '2025-10')).toEqual({
      'T-3': '2025-10-22T08:00:00',
      'T-1': '2025-10-24T08:00:00',
      'T0-sang': '2025-10-24T08:00:00',
      'T0-chieu': '2025-10-24T13:30:00',
      'T+1': '2025-10-27T08:00:00',
      'T+3': '2025-10-29T08:00:00',
    })
  })

  test('past the due day one moves to the working day after', () => {
    const ladder = [{ ...chiLang.ladders.report![0]!, offset: 4, unit: 'calendar-day' as const }]
    // 25/11/2025 + 4 days is a Saturday.
    const [due] = stagesOf(day('2025-11-25'), ladder, calendar)
    expect(localDateOf(due!.at).toString()).toBe('2025-12-01')
  })

  test('days of the calendar are counted as such and then moved off days off', () => {
    const [award] = chiLang.awards
    expect(stagesAt(chiLang, award?.id ?? '')).toMatchObject({
      'T-30': '2025-12-01T08:00:00',
      'T-14': '2025-12-17T08:00:00',
      'T-3': '2025-12-26T08:00:00',
      'T0-chieu': '2025-12-31T13:30:00',
    })
  })

  const stage: fc.Arbitrary<LadderStage> = fc.record({
    id: fc.string(),
    offset: fc.integer({ min: -20, max: 20 }),
    unit: fc.constantFrom('working-day' as const, 'calendar-day' as const),
    time: fc
      .integer({ min: 0, max: 24 * 60 - 1 })
      .map((minute) => new Temporal.PlainTime(Math.floor(minute / 60), minute % 60)),
    to: fc.constant(['contact' as const]),
    text: fc.constant('short' as const),
  })
  const dueOn = fc.integer({ min: 0, max: 900 }).map((days) => day('2024-02-01').add({ days }))

  test('every one falls on a working day, at its own time, earliest first', () => {
    fc.assert(
      fc.property(dueOn, fc.array(stage, { maxLength: 8 }), (on, ladder) => {
        const due = stagesOf(on, ladder, calendar)
        expect(due.length).toBe(ladder.length)
        for (const [index, { stage: one, at }] of due.entries()) {
          expect(isWorkingDay(calendar, localDateOf(at))).toBe(true)
          expect(localTimeOf(at).equals(one.time)).toBe(true)
          const before = due[index - 1]
          if (before) expect(before.at.epochMilliseconds).toBeLessThanOrEqual(at.epochMilliseconds)
        }
      }),
    )
  })

  test('between a stage n working days before and the last day lie n working days', () => {
    fc.assert(
      fc.property(dueOn, fc.integer({ min: 1, max: 20 }), (on, days) => {
        const ladder = (chiLang.ladders.nomination ?? []).slice(0, 1).map((one) => ({
          ...one,
          unit: 'working-day' as const,
          offset: -days,
        }))
        const [due] = stagesOf(on, ladder, calendar)
        let worked = 0
        for (let at = localDateOf(due!.at); !at.equals(on); at = at.add({ days: 1 }))
          if (isWorkingDay(calendar, at)) worked += 1
        expect(worked).toBe(days)
      }),
    )
  })

  test("the server's own time zone changes nothing", () => {
    const zone = process.env['TZ']
    const told = () =>
      [chiLang, tanLap].flatMap((campaign) =>
        deadlinesOf(campaign, day('2025-01-01'), calendar).map((one) => [
          one.dueAt.toString(),
          stagesOf(one.dueOn, ladderFor(campaign, one), calendar).map(({ at }) => at.toString()),
        ]),
      )
    const here = told()
    try {
      for (const other of ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles', 'Europe/London']) {
        process.env['TZ'] = other
        expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(other)
        expect(told()).toEqual(here)
      }
    } finally {
      if (zone === undefined) delete process.env['TZ']
      else process.env['TZ'] = zone
    }
  })
})

describe('the stage that matters now', () => {
  const october = () => {
    const of = deadline(chiLang, '2025-10')
    return stagesOf(of.dueOn, ladderFor(chiLang, of), calendar)
  }
  const at = (iso: string) =>
    currentStage(october(), deadline(chiLang, '2025-10').dueAt, instant(`2025-10-${iso}+07:00`))
      ?.stage.id

  test.each([
    ['before the first one there is none', '22T07:59:59', undefined],
    ['from its own minute on it is the one', '22T08:00', 'T-3'],
    ['until the next one comes', '24T07:59:59', 'T-3'],
    ['of two at the same moment it is the later of the ladder', '24T08:00', 'T0-sang'],
    ['after three days without a look it is the latest that came', '27T09:00', 'T+1'],
    ['the last one matters for two days', '31T08:00', 'T+3'],
    ['and then no more', '31T08:00:01', undefined],
  ])('%s', (_what, moment, expected) => {
    expect(at(moment)).toBe(expected)
  })

  test('it is never one to come, and none that came lies between it and now', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 * 24 * 60 }), (minutes) => {
        const now = instant('2025-10-10T00:00:00+07:00').add({ minutes })
        const stages = october()
        const current = currentStage(stages, deadline(chiLang, '2025-10').dueAt, now)
        const passed = stages.filter((one) => Temporal.Instant.compare(one.at, now) <= 0)
        if (current) expect(current).toBe(passed.at(-1))
        else if (passed.length > 0) expect(passed.length).toBe(stages.length)
      }),
    )
  })

  test('a ladder that ends with its day says nothing after it', () => {
    const [award] = chiLang.awards
    const window = deadline(chiLang, award?.id ?? '')
    const stages = stagesOf(window.dueOn, ladderFor(chiLang, window), calendar)
    const id = (iso: string) => currentStage(stages, window.dueAt, instant(iso))?.stage.id
    expect(id('2025-12-31T23:59:59+07:00')).toBe('T0-chieu')
    expect(id('2026-01-01T00:00:00+07:00')).toBeUndefined()
  })

  test('a stage matters no longer than it says', () => {
    const [first] = october()
    const short = [
      { ...first!, stage: { ...first!.stage, withinMinutes: 90 } },
      ...october().slice(1),
    ]
    const { dueAt } = deadline(chiLang, '2025-10')
    const id = (iso: string) => currentStage(short, dueAt, instant(iso))?.stage.id
    expect(id('2025-10-22T09:30:00+07:00')).toBe('T-3')
    expect(id('2025-10-22T09:30:01+07:00')).toBeUndefined()
    expect(id('2025-10-24T08:00:00+07:00')).toBe('T0-sang')
  })
})
