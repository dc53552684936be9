import { Temporal } from 'temporal-polyfill'
import type { AwardOffer, Campaign, Ladder, ReportSchedule } from '../../core/campaign/campaign.ts'

/** A campaign as it lies in its row: the same, with dates and times as ISO strings. */
type Stored<T> = T extends Temporal.PlainDate | Temporal.PlainTime
  ? string
  : T extends readonly (infer Item)[]
    ? readonly Stored<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: Stored<T[Key]> }
      : T

/** Brings a stored campaign back to life; it was validated when its file was loaded. */
export function campaignFromJson(json: unknown): Campaign {
  const stored = json as Stored<Campaign>
  const { issuedOn, startsOn, endsOn, awards, reports, nominationLadder, ...rest } = stored
  return {
    ...rest,
    ...(issuedOn === undefined ? {} : { issuedOn: Temporal.PlainDate.from(issuedOn) }),
    startsOn: Temporal.PlainDate.from(startsOn),
    endsOn: Temporal.PlainDate.from(endsOn),
    awards: awards.map(awardFromJson),
    ...(reports === undefined ? {} : { reports: scheduleFromJson(reports) }),
    nominationLadder: ladderFromJson(nominationLadder),
  }
}

function awardFromJson({ window, ...rest }: Stored<AwardOffer>): AwardOffer {
  if (window === undefined) return rest
  const { from, to, wording } = window
  return {
    ...rest,
    window: { from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to), wording },
  }
}

function scheduleFromJson({ time, ladder, ...rest }: Stored<ReportSchedule>): ReportSchedule {
  return { ...rest, time: Temporal.PlainTime.from(time), ladder: ladderFromJson(ladder) }
}

function ladderFromJson(ladder: Stored<Ladder>): Ladder {
  return ladder.map(({ time, ...rest }) => ({ ...rest, time: Temporal.PlainTime.from(time) }))
}
