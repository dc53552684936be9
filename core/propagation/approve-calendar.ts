import { selectRecipients } from '../announcement/select-recipients.ts'
import type { LocalDate } from '../calendar/local-time.ts'
import { localDateOf } from '../calendar/local-time.ts'
import type { Campaign } from '../campaign/campaign.ts'
import type { Official } from '../official/official.ts'
import { may } from '../permission.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import type { DatedNote } from './note.ts'
import { digestOf, spreadNotes } from './note.ts'
import type { ApprovedNote } from './propagation-store.ts'

/** open: nobody has approved it as it is worded. halfway: it waits for a second person. */
export type NoteState = 'open' | 'halfway' | 'approved' | 'sent'

export type CalendarView = {
  readonly campaign: Campaign
  /** In order of time. */
  readonly notes: readonly (DatedNote & { readonly state: NoteState })[]
  /** Whom they would reach today. */
  readonly recipients: number
}

/**
 * The calendar of propagation as it stands: what is approved on its day, what is not on the day that it
 * would get. Refuses who may not announce, and a campaign without notes.
 */
export async function viewCalendar(
  tx: Transaction,
  official: Official,
): Promise<Outcome<CalendarView>> {
  if (!may(official, 'announce')) return refuse({ reason: 'not-allowed', action: 'announce' })
  const today = localDateOf(tx.now)
  const loaded = await tx.campaigns.findForUnit(official.unitCode, today)
  if (!loaded) return refuse({ reason: 'no-campaign' })
  const { campaign } = loaded
  if (campaign.notes.length === 0) return refuse({ reason: 'no-notes' })
  const { recipients } = await selectRecipients(tx, campaign.id, { audience: {}, optional: true })
  const approvals = await tx.propagation.list(campaign.id)
  const notes = await datedNotes(tx, campaign, { approvals, today, people: recipients.length })
  return accept({ campaign, notes, recipients: recipients.length })
}

async function datedNotes(
  tx: Transaction,
  campaign: Campaign,
  known: { approvals: readonly ApprovedNote[]; today: LocalDate; people: number },
): Promise<CalendarView['notes']> {
  const { approvals, today, people } = known
  const approvalOf = (note: DatedNote['note']): ApprovedNote | undefined =>
    approvals.find(
      ({ noteId, digest, announcementId }) =>
        noteId === note.id && (announcementId !== undefined || digest === digestOf(note)),
    )
  const standing = campaign.notes.flatMap((note) => {
    const approval = approvalOf(note)
    return approval ? [{ note, on: approval.on, state: stateOf(approval, campaign, people) }] : []
  })
  const rest = campaign.notes.filter((note) => !approvalOf(note))
  const to = campaign.anniversary?.on ?? campaign.endsOn
  const taken = new Set(standing.map(({ on }) => on.toString()))
  const open = spreadNotes(rest, await tx.calendars.load(), { from: today, to, taken })
  const all = [...standing, ...open.map((dated) => ({ ...dated, state: 'open' as const }))]
  return all.sort((a, b) => (a.on.toString() < b.on.toString() ? -1 : 1))
}

function stateOf(approval: ApprovedNote, campaign: Campaign, people: number): NoteState {
  if (approval.announcementId !== undefined) return 'sent'
  const isEnough = approval.confirmedBy !== undefined || people <= campaign.secondReleaseAbove
  return isEnough ? 'approved' : 'halfway'
}

/**
 * The office approves every note that nobody has approved yet, each for its day; what another person
 * approved is confirmed, where so many get it that one alone may not write to them. Refuses what
 * `viewCalendar` refuses, and where there is nothing to approve for that person.
 */
export async function approveCalendar(
  tx: Transaction,
  official: Official,
): Promise<Outcome<CalendarView>> {
  const before = await viewCalendar(tx, official)
  if (!before.ok) return before
  const { campaign, notes } = before.value
  const open = notes.filter(({ state }) => state === 'open')
  const approvals = await tx.propagation.list(campaign.id)
  const others = approvals.filter(
    ({ approvedBy, confirmedBy, announcementId }) =>
      approvedBy !== official.id && confirmedBy === undefined && announcementId === undefined,
  )
  if (open.length === 0 && others.length === 0) return refuse({ reason: 'nothing-to-approve' })
  if (others.length > 0) await tx.propagation.confirm(campaign.id, official.id)
  for (const { note, on } of open) {
    const approval = { campaignId: campaign.id, noteId: note.id, on, digest: digestOf(note) }
    await tx.propagation.approve({ ...approval, approvedBy: official.id }, tx.now)
  }
  const event = { kind: 'calendar-approved', data: { notes: open.length } } as const
  await tx.audit.append({ ...event, actor: official.id, subject: campaign.id })
  return viewCalendar(tx, official)
}
