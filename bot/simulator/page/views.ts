import { localDateOf } from '../../../core/calendar/local-time.ts'
import type { Campaign } from '../../../core/campaign/campaign.ts'
import type { ChannelName } from '../../../core/delivery/channel.ts'
import type { LinkedAccount, Official } from '../../../core/official/official.ts'
import type { Transaction } from '../../../core/ports.ts'
import { sayRole } from '../../texts/account.ts'
import type { AllHandsets, Handsets } from '../handsets.ts'
import { eachHandsets } from '../handsets.ts'
import { houseOfficials } from '../inhabitants.ts'
import type { PhoneMessage } from '../phones.ts'

type PerChannel<T> = Readonly<Partial<Record<ChannelName, T>>>

export type PersonLine = {
  readonly code: string
  readonly name: string
  readonly position: string
  readonly roles: readonly string[]
  /** Per platform: whether this phone is registered, and how many messages of the bot are on it. */
  readonly phones: PerChannel<{ readonly registered: boolean; readonly heard: number }>
}

export type TownView = {
  readonly campaigns: readonly Pick<Campaign, 'title' | 'shortTitle' | 'notice'>[]
  /** Milliseconds since the epoch, by the simulation's clock. */
  readonly now: number
  readonly bots: PerChannel<string>
  /** Whether everybody on the list is invented. */
  readonly invented: boolean
  readonly units: readonly { readonly name: string; readonly people: readonly PersonLine[] }[]
}

export type PhoneView = {
  readonly registered: boolean
  /** Whose account it is, where a code of somebody else was used. */
  readonly registeredAs?: string
  /** What was said before the stand-in's last start is not on the phone any more. */
  readonly forgotten: boolean
  readonly messages: readonly PhoneMessage[]
  /** The bot's note on the last press of a button, shown for a moment (Telegram). */
  readonly note?: { readonly id: string; readonly text: string }
}

export type PersonView = {
  /** Who gives out the codes. */
  readonly office: string
  /** A real person's code may have been handed out on paper, and issuing another would void it. */
  readonly invented: boolean
  readonly phones: PerChannel<PhoneView>
}

/** Everything around the phones: the campaigns, the clock, and who there is to be. */
export async function viewTown(tx: Transaction, handsets: AllHandsets): Promise<TownView> {
  const { officials, accounts } = await houseOfficials(tx, handsets)
  const loaded = await tx.campaigns.list()
  const sets = eachHandsets(handsets)
  const lineOf = (official: Official): PersonLine => ({
    code: official.code,
    name: official.name,
    position: official.position,
    roles: official.roles.map(sayRole),
    phones: perChannel(sets, (set) => ({
      registered: accounts.has(set.userKeyOf(official.code)),
      heard: set.messages(official.code).filter(({ from }) => from === 'bot').length,
    })),
  })
  const units = (await tx.units.list()).map(({ code, name }) => ({
    name,
    people: officials.filter(({ unitCode }) => unitCode === code).map(lineOf),
  }))
  return {
    campaigns: loaded.map(({ campaign: { title, shortTitle, notice } }) => ({
      title,
      shortTitle,
      ...(notice !== undefined && { notice }),
    })),
    now: tx.now.epochMilliseconds,
    bots: perChannel(sets, ({ botName }) => botName),
    invented: officials.every(({ demonstration }) => demonstration),
    units: units.filter(({ people }) => people.length > 0),
  }
}

/** One person's phones; undefined when there is no such person. */
export async function viewPerson(
  tx: Transaction,
  handsets: AllHandsets,
  code: string,
): Promise<PersonView | undefined> {
  const { officials, accounts } = await houseOfficials(tx, handsets)
  const person = officials.find((official) => official.code === code)
  if (!person) return undefined
  const loaded = await tx.campaigns.findForUnit(person.unitCode, localDateOf(tx.now))
  const phones = perChannel(eachHandsets(handsets), (set) => {
    const account = accounts.get(set.userKeyOf(code))
    return viewPhone(set, person, { account, officials })
  })
  const press = handsets.telegram?.lastPress(code)
  const text = press?.answer?.text
  if (phones.telegram && press && text !== undefined)
    phones.telegram = { ...phones.telegram, note: { id: press.queryId, text } }
  const office = loaded?.campaign.office.name ?? 'cơ quan phụ trách'
  return { office, invented: person.demonstration, phones }
}

function viewPhone(
  set: Handsets,
  person: Official,
  known: { account: LinkedAccount | undefined; officials: readonly Official[] },
): PhoneView {
  const { account, officials } = known
  const holder = officials.find(({ id }) => id === account?.officialId)
  return {
    registered: account !== undefined,
    ...(holder && holder.id !== person.id && { registeredAs: holder.name }),
    forgotten: set.wasKnown(person.code),
    messages: set.messages(person.code).map((message) => throughPage(message, set.channel)),
  }
}

/** The page may load nothing from elsewhere, so it fetches pictures through its own server. */
function throughPage(message: PhoneMessage, channel: ChannelName): PhoneMessage {
  const { attachment } = message
  const name = attachment?.url?.split('/').at(-1)
  if (!attachment || name === undefined) return message
  return { ...message, attachment: { ...attachment, url: `/simulator/media/${channel}/${name}` } }
}

function perChannel<T>(
  sets: readonly Handsets[],
  view: (set: Handsets) => T,
): Partial<Record<ChannelName, T>> {
  return Object.fromEntries(sets.map((set) => [set.channel, view(set)]))
}
