import { localDateOf } from '../calendar/local-time.ts'
import type { Bot } from '../delivery/bot.ts'
import type { ChannelName } from '../delivery/channel.ts'
import type { LinkedAccount, Official } from '../official/official.ts'
import type { Rehearsal } from '../reminder/rehearsal/rehearse-campaigns.ts'
import type { Unit } from '../unit/unit.ts'

/** How many people a channel's bots may serve together; undefined: as many as come. */
export function placesOf(bots: readonly Bot[], channel: ChannelName): number | undefined {
  return totalOf(bots, channel, ({ plan }) => plan?.users)
}

/** How many messages a channel's bots may carry in a month together; undefined: as many as there are. */
export function carriedOf(bots: readonly Bot[], channel: ChannelName): number | undefined {
  return totalOf(bots, channel, ({ plan }) => plan?.messages)
}

function totalOf(
  bots: readonly Bot[],
  channel: ChannelName,
  granted: (bot: Bot) => number | undefined,
): number | undefined {
  const all = bots.filter((bot) => bot.channel === channel).map(granted)
  return all.reduce<number | undefined>(
    (sum, one) => (sum === undefined || one === undefined ? undefined : sum + one),
    0,
  )
}

/**
 * Who finds no place with a channel that serves so many people: those on it keep theirs, those on
 * another channel need none, and the rest come in the order of the roster.
 */
export function findLeftOut(
  people: readonly Official[],
  accounts: readonly LinkedAccount[],
  { channel, places }: { channel: ChannelName; places: number | undefined },
): readonly Official[] {
  if (places === undefined) return []
  const linked = new Set(accounts.map(({ officialId }) => officialId))
  const own = accounts.filter((account) => account.channel === channel)
  const taken = new Set(own.map(({ officialId }) => officialId)).size
  return people.filter(({ id }) => !linked.has(id)).slice(Math.max(0, places - taken))
}

/** What a month's unasked messages come to. */
export type MonthForecast = { readonly month: string; readonly messages: number }

/**
 * What a channel has to carry in each month when everybody who is on no other channel registers with it:
 * the messages of a rehearsal, without what people write and are answered.
 */
export function forecastMonths(
  { messages, missed }: Rehearsal,
  channel: ChannelName,
): readonly MonthForecast[] {
  const months = new Map<string, number>()
  const onChannel = messages.filter((message) => message.channel === channel)
  for (const { at } of [...onChannel, ...missed]) {
    const month = localDateOf(at).toPlainYearMonth().toString()
    months.set(month, (months.get(month) ?? 0) + 1)
  }
  return [...months].sort().map(([month, count]) => ({ month, messages: count }))
}

/** What a campaign's roster lacks, in protocol order. */
export type RosterGaps = {
  /** Units without anybody to be reminded. */
  readonly noContact: readonly Unit[]
  /** Units without anybody who endorses a nomination. */
  readonly noHead: readonly Unit[]
  /** Contacts who cannot be telephoned. */
  readonly noPhone: readonly Official[]
}

export function findRosterGaps(units: readonly Unit[], officials: readonly Official[]): RosterGaps {
  const having = (role: Official['roles'][number]): ReadonlySet<string> =>
    new Set(officials.filter(({ roles }) => roles.includes(role)).map(({ unitCode }) => unitCode))
  const [contacts, heads] = [having('contact'), having('head')]
  return {
    noContact: units.filter(({ code }) => !contacts.has(code)),
    noHead: units.filter(({ code }) => !heads.has(code)),
    noPhone: officials.filter(({ roles, phone }) => roles.includes('contact') && !phone),
  }
}
