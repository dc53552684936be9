import type {
  CouncilItem,
  CouncilRule,
  CouncilSession,
  Counts,
  RecusalReason,
  Vote,
} from '../../core/council/council.ts'
import type { CouncilStore } from '../../core/council/council-store.ts'
import type { CouncilItem as ItemRow, CouncilSession as Row } from '../generated/client.ts'
import type { Db } from './rows.ts'
import { dayToDate, present, toDate, toDay, toInstant, toJson } from './rows.ts'

function sessionFromRow(row: Row): CouncilSession {
  return {
    id: row.id,
    campaignId: row.campaignId,
    heldOn: toDay(row.heldOn),
    votesBy: toInstant(row.votesBy),
    seats: row.seats,
    rule: row.rule as CouncilRule,
    openedBy: row.openedBy,
    openedAt: toInstant(row.openedAt),
    ...present('closedAt', row.closedAt && toInstant(row.closedAt)),
  }
}

function itemFromRow(row: ItemRow): CouncilItem {
  const { agree, disagree, other } = row
  const counted = agree !== null && disagree !== null && other !== null
  return {
    nominationId: row.nominationId,
    position: row.position,
    meeting: {
      agree: row.meetingAgree,
      disagree: row.meetingDisagree,
      other: row.meetingOther,
    },
    ...(counted ? { counts: { agree, disagree, other } } : {}),
    ...present('passed', row.passed),
  }
}

export function councilStore(db: Db): CouncilStore {
  return { ...sessions(db), ...ballots(db) }
}

type Ballots = Pick<
  CouncilStore,
  'vote' | 'votedOn' | 'turnout' | 'setMeetingVotes' | 'tally' | 'recusals' | 'recuse'
>

function ballots(db: Db): Ballots {
  return {
    recusals: async (sessionId) => {
      const rows = await db.councilRecusal.findMany({ where: { sessionId } })
      return rows.map(({ nominationId, officialId, reason }) => ({
        nominationId,
        officialId,
        reason: reason as RecusalReason,
      }))
    },
    recuse: async (sessionId, recusal) => {
      const { nominationId, officialId } = recusal
      await db.ballot.deleteMany({ where: { sessionId, nominationId, officialId } })
      await db.councilRecusal.createMany({
        data: [{ sessionId, ...recusal }],
        skipDuplicates: true,
      })
    },
    vote: async (sessionId, nominationId, { by: officialId, vote }) => {
      const key = { sessionId, nominationId, officialId }
      await db.ballot.upsert({
        where: { sessionId_nominationId_officialId: key },
        create: { ...key, vote },
        update: { vote },
      })
    },
    votedOn: async (sessionId, officialId) => {
      const rows = await db.ballot.findMany({ where: { sessionId, officialId } })
      return rows.map(({ nominationId }) => nominationId)
    },
    turnout: async (sessionId) => {
      const groups = await db.ballot.groupBy({
        by: ['nominationId'],
        where: { sessionId },
        _count: true,
      })
      return new Map(groups.map(({ nominationId, _count }) => [nominationId, _count]))
    },
    setMeetingVotes: async (sessionId, nominationId, { agree, disagree, other }) => {
      await db.councilItem.update({
        where: { sessionId_nominationId: { sessionId, nominationId } },
        data: { meetingAgree: agree, meetingDisagree: disagree, meetingOther: other },
      })
    },
    tally: async (sessionId) => {
      const groups = await db.ballot.groupBy({
        by: ['nominationId', 'vote'],
        where: { sessionId },
        _count: true,
      })
      const counts = new Map<string, Counts>()
      for (const { nominationId, vote, _count } of groups) {
        const before = counts.get(nominationId) ?? { agree: 0, disagree: 0, other: 0 }
        counts.set(nominationId, { ...before, [vote as Vote]: _count })
      }
      return counts
    },
  }
}

function sessions(db: Db): Omit<CouncilStore, keyof Ballots> {
  return {
    open: async (session, { nominationIds, memberIds, recusals }) => {
      const { id, campaignId, heldOn, votesBy, seats, rule, openedBy, openedAt } = session
      const sessionId = id
      await db.councilSession.create({
        data: {
          ...{ id, campaignId, seats, openedBy },
          rule: toJson(rule),
          heldOn: dayToDate(heldOn),
          votesBy: toDate(votesBy),
          openedAt: toDate(openedAt),
        },
      })
      await db.councilItem.createMany({
        data: nominationIds.map((nominationId, index) => ({
          sessionId,
          nominationId,
          position: index + 1,
        })),
      })
      await db.councilMember.createMany({
        data: memberIds.map((officialId) => ({ sessionId, officialId })),
      })
      await db.councilRecusal.createMany({
        data: recusals.map((recusal) => ({ sessionId, ...recusal })),
      })
    },
    lockOpen: async (campaignId) => {
      await db.$queryRaw`select 1 from council_session where campaign_id = ${campaignId} and closed_at is null for update`
      const row = await db.councilSession.findFirst({ where: { campaignId, closedAt: null } })
      return row ? sessionFromRow(row) : undefined
    },
    listOpen: async () => {
      const rows = await db.councilSession.findMany({ where: { closedAt: null } })
      return rows.map(sessionFromRow)
    },
    findClosed: async (campaignId) => {
      const row = await db.councilSession.findFirst({
        where: { campaignId, closedAt: { not: null } },
        orderBy: { closedAt: 'desc' },
      })
      return row ? sessionFromRow(row) : undefined
    },
    items: async (sessionId) => {
      const orderBy = { position: 'asc' } as const
      return (await db.councilItem.findMany({ where: { sessionId }, orderBy })).map(itemFromRow)
    },
    members: async (sessionId) => {
      const orderBy = { officialId: 'asc' } as const
      const rows = await db.councilMember.findMany({ where: { sessionId }, orderBy })
      return rows.map(({ officialId, voted, reminded }) => ({ officialId, voted, reminded }))
    },
    setResult: async (sessionId, nominationId, { counts, passed }) => {
      await db.councilItem.update({
        where: { sessionId_nominationId: { sessionId, nominationId } },
        data: { ...counts, passed },
      })
    },
    close: async (sessionId, at) => {
      const voters = await db.ballot.groupBy({ by: ['officialId'], where: { sessionId } })
      await db.councilMember.updateMany({
        where: { sessionId, officialId: { in: voters.map(({ officialId }) => officialId) } },
        data: { voted: true },
      })
      await db.ballot.deleteMany({ where: { sessionId } })
      await db.councilSession.update({ where: { id: sessionId }, data: { closedAt: toDate(at) } })
    },
    findResult: async (nominationId) => {
      const row = await db.councilItem.findFirst({
        where: { nominationId, session: { closedAt: { not: null } } },
        orderBy: { session: { closedAt: 'desc' } },
      })
      return row ? itemFromRow(row) : undefined
    },
    sessionsOf: async (nominationId) => {
      const rows = await db.councilItem.findMany({
        where: { nominationId },
        select: { sessionId: true },
        orderBy: { session: { openedAt: 'desc' } },
      })
      return rows.map(({ sessionId }) => sessionId)
    },
    setReminded: async (sessionId, officialId, reminded) => {
      await db.councilMember.update({
        where: { sessionId_officialId: { sessionId, officialId } },
        data: { reminded },
      })
    },
  }
}
