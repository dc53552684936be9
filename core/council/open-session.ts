import { Temporal } from 'temporal-polyfill'
import type { Instant, LocalDate } from '../calendar/local-time.ts'
import { localDateOf } from '../calendar/local-time.ts'
import { moveNomination } from '../nomination/move-nomination.ts'
import type { Nomination } from '../nomination/nomination.ts'
import type { Official } from '../official/official.ts'
import { may } from '../permission.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome, Refusal } from '../refusal.ts'
import type { CouncilSession, Recusal } from './council.ts'
import { recusalOf } from './council.ts'
import { councilRule } from './council-rule.ts'
import { askForVotes } from './ask-for-votes.ts'

export type Agenda = {
  /** The day of the meeting, in Vietnam. */
  readonly heldOn: LocalDate
  readonly votesBy: Instant
  /** Members of the council where more belong to it than vote by chat. */
  readonly seats?: number
  /** Codes of nominations; absent: all that were found eligible. */
  readonly codes?: readonly string[]
}

export type PlannedSession = {
  readonly session: CouncilSession
  readonly nominations: readonly Nomination[]
  readonly members: readonly Official[]
}

/**
 * What a session would be, before it is opened: its agenda, its members and its rule. Refuses everybody
 * but the council's secretary, a day or hour that is over, a second session beside an open one, an
 * empty agenda, and a nomination that was not found eligible.
 */
export async function planSession(
  tx: Transaction,
  official: Official,
  { heldOn, votesBy, seats = 0, codes }: Agenda,
): Promise<Outcome<PlannedSession>> {
  if (!may(official, 'run-council')) return refuse({ reason: 'not-allowed', action: 'run-council' })
  const today = localDateOf(tx.now)
  const loaded = await tx.campaigns.findForUnit(official.unitCode, today)
  if (!loaded) return refuse({ reason: 'no-campaign' })
  const campaignId = loaded.campaign.id
  const open = await tx.council.lockOpen(campaignId)
  if (open) return refuse({ reason: 'session-open', heldOn: open.heldOn.toString() })
  const isOver = Temporal.PlainDate.compare(heldOn, today) < 0
  if (isOver || Temporal.Instant.compare(votesBy, tx.now) <= 0)
    return refuse({ reason: 'moment-passed' })
  const agenda = await agendaOf(tx, campaignId, codes)
  if (!agenda.ok) return agenda
  const members = await tx.officials.list({ campaignId, role: 'member' })
  const session = {
    id: tx.chance.uuid(),
    campaignId,
    heldOn,
    votesBy,
    seats: Math.max(seats, members.length),
    rule: await councilRule(tx.settings, campaignId),
    openedBy: official.id,
    openedAt: tx.now,
  }
  if (session.seats === 0) return refuse({ reason: 'no-members' })
  return accept({ session, nominations: agenda.value, members })
}

async function agendaOf(
  tx: Transaction,
  campaignId: string,
  codes: readonly string[] | undefined,
): Promise<Outcome<readonly Nomination[]>> {
  const states = ['eligible', 'before-council'] as const
  const waiting = await tx.nominations.list(campaignId, { states, limit: 500 })
  const inOrder = waiting.toSorted((a, b) => a.code.localeCompare(b.code, 'en', { numeric: true }))
  if (codes === undefined)
    return inOrder.length === 0 ? refuse({ reason: 'agenda-empty' }) : accept(inOrder)
  const refusals = await Promise.all(
    codes
      .filter((code) => !waiting.some((one) => one.code === code))
      .map(async (code): Promise<Refusal> => {
        const found = await tx.nominations.findByCode(campaignId, code)
        return found?.submittedAt === undefined
          ? { reason: 'nomination-not-found', code }
          : {
              reason: 'nomination-not-now',
              code,
              state: found.state,
              action: 'put-before-council',
            }
      }),
  )
  const [first] = refusals
  if (first) return refuse(first)
  return accept(inOrder.filter(({ code }) => codes.includes(code)))
}

export type OpenedSession = PlannedSession & {
  /** Those who have no chat at present: the secretary has to ask them otherwise. */
  readonly unreachable: readonly Official[]
  /** What could not be put before the council, and why. */
  readonly left: readonly Refusal[]
}

/**
 * Opens the session, puts its nominations before the council, and asks every member for the first vote.
 * Members are recused from what concerns their own unit or themselves. Refuses what `planSession`
 * refuses; the caller has checked the secretary's PIN.
 */
export async function openSession(
  tx: Transaction,
  official: Official,
  agenda: Agenda,
): Promise<Outcome<OpenedSession>> {
  const planned = await planSession(tx, official, agenda)
  if (!planned.ok) return planned
  const { session, members } = planned.value
  const nominations: Nomination[] = []
  const left: Refusal[] = []
  for (const nomination of planned.value.nominations) {
    const put = await putBefore(tx, official, nomination)
    if (put.ok) nominations.push(put.value)
    else left.push(put.refusal)
  }
  const [refusal] = left
  if (nominations.length === 0 && refusal) return refuse(refusal)
  const recusals: Recusal[] = []
  for (const nomination of nominations) {
    const { code: unitCode } = await tx.units.heir(nomination.unitCode)
    for (const member of members) {
      const reason = recusalOf(member, { ...nomination, unitCode })
      if (reason) recusals.push({ nominationId: nomination.id, officialId: member.id, reason })
    }
  }
  await tx.council.open(session, {
    nominationIds: nominations.map(({ id }) => id),
    memberIds: members.map(({ id }) => id),
    recusals,
  })
  await tx.audit.append({
    kind: 'council-opened',
    actor: official.id,
    subject: session.id,
    data: { nominations: nominations.map(({ id }) => id), members: members.length },
  })
  const unreachable: Official[] = []
  for (const member of members)
    if ((await askForVotes(tx, session, { member })) === 'unreachable') unreachable.push(member)
  return accept({ session, nominations, members, unreachable, left })
}

async function putBefore(
  tx: Transaction,
  official: Official,
  nomination: Nomination,
): Promise<Outcome<Nomination>> {
  if (nomination.state === 'before-council') return accept(nomination)
  const moved = await moveNomination(tx, {
    official,
    nominationId: nomination.id,
    action: 'put-before-council',
  })
  return moved.ok ? accept(moved.value.nomination) : moved
}
