import * as readiness from '../../../bot/texts/readiness.ts'
import type { CampaignReadiness, PlanReadiness } from '../../../core/readiness/check-readiness.ts'
import type { Longest } from './longest.ts'
import { fragment, samplesOf } from './sample.ts'

function campaignOf({ campaign, units, official }: Longest): readonly CampaignReadiness[] {
  const complete = {
    ...{ campaign: { ...campaign, gaps: [] }, units: units.length },
    ...{ noContact: [], noHead: [], noPhone: [], missingYears: [], unconfirmed: [] },
  }
  const officials = units.map(() => official)
  return [
    complete,
    { ...complete, campaign, noContact: units, noHead: units, noPhone: officials, units: 0 },
    { ...complete, missingYears: [2026, 2027] },
  ]
}

function planOf({ units, official }: Longest): readonly PlanReadiness[] {
  const enough = { channel: 'zalo', people: 60, leftOut: [], months: [], elsewhere: true } as const
  const months = [{ month: '2025-10', messages: 3_400 }]
  return [
    enough,
    { ...enough, places: 50, carried: 3_000, leftOut: units.map(() => official), months },
    { ...enough, places: 50, leftOut: [official], elsewhere: false },
  ]
}

/** What `admin doctor` finds: read at a desk, so these are no messages. */
export const READINESS_SAMPLES = samplesOf(readiness, {
  sayCampaignReadiness: (longest) =>
    fragment(
      ...campaignOf(longest).flatMap((checked) =>
        readiness.sayCampaignReadiness(checked).map(({ text }) => text),
      ),
    ),
  sayPlanReadiness: (longest) =>
    fragment(
      ...planOf(longest).flatMap((plan) =>
        readiness.sayPlanReadiness(plan).map(({ text }) => text),
      ),
    ),
})
