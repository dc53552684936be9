import type { Instant } from '../calendar/local-time.ts'
import { localDateOf } from '../calendar/local-time.ts'
import { botOf } from '../delivery/bot.ts'
import type { ChannelName, OutboundMessage, WirePart } from '../delivery/channel.ts'
import type { BudgetStanding } from '../delivery/read-budget.ts'
import { readBudgets } from '../delivery/read-budget.ts'
import { keepPhoto } from '../file/picture.ts'
import type { Official } from '../official/official.ts'
import { may } from '../permission.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import type { PhotoState } from '../report/report-store.ts'
import type { Announcement, AttachedPaper, Follows } from './announcement.ts'
import { ACKNOWLEDGEMENT, announcementCode } from './announcement.ts'
import type { Audience } from './audience.ts'
import { noticeOf } from './notice-of.ts'
import { selectRecipients } from './select-recipients.ts'

/** What an author wants to go out, to whom and when. */
export type Wish = {
  readonly text: string
  readonly audience: Audience
  readonly optional: boolean
  readonly weekly: boolean
  readonly sendAt?: Instant
  readonly paper?: AttachedPaper
  readonly praiseId?: string
  readonly photoId?: string
}

export type Preview = {
  readonly announcement: Announcement
  readonly recipients: readonly Official[]
  /** Recipients who have linked no chat account, or blocked it. */
  readonly unreachable: readonly Official[]
  readonly muted: number
  /** Names of the units that it was meant for one by one, and of those that were excluded. */
  readonly named: { readonly to: readonly string[]; readonly except: readonly string[] }
  /** Whether its photo, if it has one, can be shown yet. */
  readonly photo?: PhotoState
  /** The very message that one of the recipients will get; the first who can be reached. */
  readonly example: { readonly to: Official; readonly message: OutboundMessage }
  /** How many it reaches on each channel, and as which messages: the very ones that would leave. */
  readonly channels: readonly {
    readonly channel: ChannelName
    readonly people: number
    readonly parts: readonly WirePart[]
  }[]
  /** Where each bot with a monthly budget stands that it reaches somebody by, and how many messages more it takes. */
  readonly budgets: readonly { readonly standing: BudgetStanding; readonly more: number }[]
}

/**
 * Keeps a propagation notice as a draft with its recipients, and shows what each would get (plan V.2).
 * Nothing is sent. Refuses everybody but the propagation office and the office that runs the campaign,
 * and an audience that holds nobody.
 */
export async function draftAnnouncement(
  tx: Transaction,
  official: Official,
  wish: Wish,
): Promise<Outcome<Preview>> {
  if (!may(official, 'announce')) return refuse({ reason: 'not-allowed', action: 'announce' })
  const loaded = await tx.campaigns.findForUnit(official.unitCode, localDateOf(tx.now))
  if (!loaded) return refuse({ reason: 'no-campaign' })
  const selected = await selectRecipients(tx, loaded.campaign.id, wish)
  if (selected.recipients.length === 0) return refuse({ reason: 'nobody-in-audience' })
  const draft = { ...wish, campaignId: loaded.campaign.id, authorId: official.id }
  const announcement = await keepDraft(tx, draft, selected.recipients)
  return accept(await previewOf(tx, announcement, selected))
}

type Draft = Omit<Announcement, 'id' | 'code' | 'state'> & { readonly follows?: Follows }

/** Writes a draft for exactly these people. */
export async function keepDraft(
  tx: Transaction,
  draft: Draft,
  recipients: readonly Official[],
): Promise<Announcement> {
  const number = await tx.campaigns.nextNumber(draft.campaignId, 'announcement')
  const announcement: Announcement = {
    ...draft,
    id: tx.chance.uuid(),
    code: announcementCode(number),
    state: 'draft',
  }
  const ids = recipients.map(({ id }) => id)
  await tx.announcements.insert(announcement, ids, tx.now)
  const { id: subject, authorId: actor } = announcement
  await tx.audit.append({ kind: 'announcement-drafted', actor, subject, data: {} })
  return announcement
}

/** What the author is shown of a draft before it may leave. */
export async function previewOf(
  tx: Transaction,
  announcement: Announcement,
  { recipients, muted }: { recipients: readonly Official[]; muted: number },
): Promise<Preview> {
  const accounts = await tx.accounts.listReachable(recipients.map(({ id }) => id))
  const reachable = new Map(accounts.map((account) => [account.officialId, account]))
  const to = recipients.find(({ id }) => reachable.has(id)) ?? recipients[0]
  if (!to) throw new Error('a notice without recipients has no preview')
  const notice = await noticeOf(tx, announcement, { id: 'xemtruoc', options: ACKNOWLEDGEMENT })
  const message = tx.voice.phrase(notice, to)
  const names = [...new Set(accounts.map(({ channel }) => channel))].sort()
  const partsOn = (channel: ChannelName) => tx.voice.render(channel, message) ?? []
  const photo = await photoOf(tx, announcement)
  return {
    announcement,
    recipients,
    named: await namedIn(tx, announcement),
    ...(photo ? { photo } : {}),
    unreachable: recipients.filter(({ id }) => !reachable.has(id)),
    muted,
    example: { to, message },
    channels: names.map((channel) => ({
      channel,
      people: accounts.filter((account) => account.channel === channel).length,
      parts: partsOn(channel),
    })),
    budgets: (await readBudgets(tx)).flatMap((standing) => {
      const { key, channel } = standing.bot
      const people = accounts.filter(({ address }) => botOf(address) === key).length
      return people > 0 ? [{ standing, more: people * partsOn(channel).length }] : []
    }),
  }
}

async function namedIn(
  tx: Transaction,
  { campaignId, audience: { unitCodes = [], except = [] } }: Announcement,
): Promise<Preview['named']> {
  const units = await tx.units.list(campaignId)
  const namesOf = (codes: readonly string[]) =>
    units.filter(({ code }) => codes.includes(code)).map(({ name }) => name)
  return { to: namesOf(unitCodes), except: namesOf(except) }
}

/** A photo that is here is shown with the preview; any other when it comes. */
async function photoOf(
  tx: Transaction,
  announcement: Announcement,
): Promise<PhotoState | undefined> {
  const { id, code, photoId, authorId } = announcement
  if (photoId === undefined) return undefined
  const photo = await tx.evidence.photoState(photoId)
  if (photo === 'waiting') return photo
  await keepPhoto(tx, photoId, { name: code, createdFor: authorId })
  await tx.announcements.notePhotoSettled(id, tx.now)
  return photo
}
