import type { CalendarDay } from '../calendar/working-days.ts'
import { missingYears } from '../calendar/working-days.ts'
import { localDateOf } from '../calendar/local-time.ts'
import type { Campaign } from '../campaign/campaign.ts'
import { phaseOf } from '../campaign/campaign.ts'
import { carriedOf, findLeftOut, findRosterGaps, forecastMonths, placesOf } from './readiness.ts'
import type { MonthForecast, RosterGaps } from './readiness.ts'
import type { Official } from '../official/official.ts'
import type { Transaction } from '../ports.ts'
import { readRehearsalState } from '../reminder/rehearsal/rehearsal-state.ts'
import { rehearseCampaigns } from '../reminder/rehearsal/rehearse-campaigns.ts'
import type { ChannelName } from '../delivery/channel.ts'
import { validOn } from '../unit/unit.ts'

export type CampaignReadiness = RosterGaps & {
  readonly campaign: Campaign
  readonly units: number
  /** Years of the campaign whose days off are not known. */
  readonly missingYears: readonly number[]
  /** Days off within it that nobody has checked. */
  readonly unconfirmed: readonly CalendarDay[]
}

/** How a platform's plan suffices for the people who are to use it. */
export type PlanReadiness = {
  readonly channel: ChannelName
  readonly people: number
  /** Absent: as many as come. */
  readonly places?: number
  readonly leftOut: readonly Official[]
  /** Messages a month; absent: as many as there are. */
  readonly carried?: number
  readonly months: readonly MonthForecast[]
  /** Whether those left out may use another channel. */
  readonly elsewhere: boolean
}

export type Readiness = {
  readonly campaigns: readonly CampaignReadiness[]
  readonly plans: readonly PlanReadiness[]
}

/**
 * What an operator should know before people are invited: what the rosters lack, whether the calendar
 * knows the campaigns' years, and whom the platforms' plans leave out. Campaigns that are over are not
 * looked at. Reads only; the forecast is a rehearsal from today to the end.
 */
export async function checkReadiness(tx: Transaction): Promise<Readiness> {
  const today = localDateOf(tx.now)
  const loaded = (await tx.campaigns.list()).map(({ campaign }) => campaign)
  const campaigns = loaded.filter((campaign) => phaseOf(campaign, tx.now) !== 'ended')
  const calendar = await tx.calendars.load()
  const checked: CampaignReadiness[] = []
  const people = new Map<string, Official>()
  for (const campaign of campaigns) {
    const officials = await tx.officials.list({ campaignId: campaign.id })
    for (const official of officials) people.set(official.id, official)
    const units = (await tx.units.list(campaign.id)).filter((unit) => validOn(unit, today))
    const { startsOn, endsOn } = campaign
    const unconfirmed = calendar.unconfirmed.filter(
      ({ on }) => startsOn.toString() <= on.toString() && on.toString() <= endsOn.toString(),
    )
    checked.push({
      ...findRosterGaps(units, officials),
      ...{ campaign, units: units.length, unconfirmed },
      missingYears: missingYears(calendar, startsOn, endsOn),
    })
  }
  return { campaigns: checked, plans: await checkPlans(tx, [...people.values()]) }
}

async function checkPlans(
  tx: Transaction,
  people: readonly Official[],
): Promise<readonly PlanReadiness[]> {
  const bounded = new Set(tx.bots.flatMap(({ channel, plan }) => (plan ? [channel] : [])))
  if (bounded.size === 0 || people.length === 0) return []
  const accounts = await tx.accounts.listLinked(people.map(({ id }) => id))
  const state = await readRehearsalState(tx, localDateOf(tx.now))
  const rehearsal = await rehearseCampaigns(state, tx)
  return [...bounded].map((channel) => {
    const [places, carried] = [placesOf(tx.bots, channel), carriedOf(tx.bots, channel)]
    return {
      channel,
      people: people.length,
      ...(places !== undefined && { places }),
      leftOut: findLeftOut(people, accounts, { channel, places }),
      ...(carried !== undefined && { carried }),
      months: forecastMonths(rehearsal, channel),
      elsewhere: tx.bots.some((bot) => bot.channel !== channel),
    }
  })
}
