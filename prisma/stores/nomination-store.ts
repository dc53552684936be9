import type { NomineeKind } from '../../core/campaign/campaign.ts'
import type { Move, MoveNote } from '../../core/nomination/history.ts'
import { nomineeKey } from '../../core/nomination/likeness.ts'
import type { NominationAction } from '../../core/nomination/nomination-action.ts'
import type { Nomination, NominationState } from '../../core/nomination/nomination.ts'
import type { NominationStore } from '../../core/nomination/nomination-store.ts'
import type { Figure } from '../../core/report/report.ts'
import type { NominationMove as MoveRow, Nomination as Row } from '../generated/client.ts'
import { campaignLine, unitLine } from './lineage.ts'
import type { Db } from './rows.ts'
import { dayToDate, present, toDate, toDay, toInstant, toJson } from './rows.ts'

/** Enough for one campaign of a district; a name has few namesakes. */
const MOST_COMPARED = 500

function nominationFromRow(row: Row): Nomination {
  return {
    id: row.id,
    code: row.code,
    campaignId: row.campaignId,
    awardId: row.awardId,
    unitCode: row.unitCode,
    nomineeKind: row.nomineeKind as NomineeKind,
    nomineeName: row.nomineeName,
    achievement: row.achievement,
    figures: row.figures as unknown as readonly Figure[],
    state: row.state as NominationState,
    chain: { id: row.chainId, version: row.chainVersion },
    createdBy: row.createdBy,
    createdAt: toInstant(row.createdAt),
    stateSince: toInstant(row.stateSince),
    late: row.late,
    ...present('position', row.position),
    ...present('submittedAt', row.submittedAt && toInstant(row.submittedAt)),
    ...present('supplementDueOn', row.supplementDueOn && toDay(row.supplementDueOn)),
    ...present('resultToldAt', row.resultToldAt && toInstant(row.resultToldAt)),
    ...present('upwardOf', row.upwardOf),
  }
}

function moveFromRow(row: MoveRow): Move {
  return {
    action: row.action as NominationAction,
    from: row.from as NominationState,
    to: row.to as NominationState,
    by: row.by,
    at: toInstant(row.at),
    note: row.note as MoveNote,
  }
}

function rowFrom(nomination: Nomination): Parameters<Db['nomination']['create']>[0]['data'] {
  const { chain, createdAt, stateSince, submittedAt, supplementDueOn, resultToldAt, ...rest } =
    nomination
  return {
    ...rest,
    figures: toJson(rest.figures),
    nomineeKey: nomineeKey(rest.nomineeName),
    chainId: chain.id,
    chainVersion: chain.version,
    createdAt: toDate(createdAt),
    stateSince: toDate(stateSince),
    ...(submittedAt ? { submittedAt: toDate(submittedAt) } : {}),
    ...(supplementDueOn ? { supplementDueOn: dayToDate(supplementDueOn) } : {}),
    ...(resultToldAt ? { resultToldAt: toDate(resultToldAt) } : {}),
  }
}

export function nominationStore(db: Db): NominationStore {
  return { ...changing(db), ...reading(db) }
}

type Changing = Pick<
  NominationStore,
  'insert' | 'fill' | 'move' | 'setResultTold' | 'cite' | 'setDraftReminders'
>

function changing(db: Db): Changing {
  return {
    insert: async (nomination) => {
      await db.nomination.create({ data: rowFrom(nomination) })
    },
    fill: async (id, { figures, ...fields }) => {
      const key =
        fields.nomineeName === undefined ? {} : { nomineeKey: nomineeKey(fields.nomineeName) }
      const data = { ...fields, ...key, ...(figures ? { figures: toJson(figures) } : {}) }
      await db.nomination.update({ where: { id }, data })
    },
    move: async (id, { at, note, ...move }, { submittedAt, supplementDueOn, late }) => {
      const data = { ...move, nominationId: id, at: toDate(at), note: toJson(note) }
      await db.nominationMove.create({ data })
      await db.nomination.update({
        where: { id },
        data: {
          state: move.to,
          stateSince: toDate(at),
          ...(submittedAt ? { submittedAt: toDate(submittedAt) } : {}),
          ...(supplementDueOn ? { supplementDueOn: dayToDate(supplementDueOn) } : {}),
          ...(late === undefined ? {} : { late }),
        },
      })
    },
    setResultTold: async (id, at) => {
      await db.nomination.update({ where: { id }, data: { resultToldAt: toDate(at) } })
    },
    cite: async (nominationId, reportIds) => {
      const data = reportIds.map((reportId) => ({ nominationId, reportId }))
      await db.nominationCitation.createMany({ data, skipDuplicates: true })
    },
    setDraftReminders: async (id, draftReminders) => {
      await db.nomination.update({ where: { id }, data: { draftReminders } })
    },
  }
}

type Coded = { readonly campaignId_code: { readonly campaignId: string; readonly code: string } }

/** Running numbers continue, so the code names one thing in all campaigns of a line. */
async function findBefore(db: Db, { campaignId_code: named }: Coded): Promise<Row | null> {
  const [, ...before] = await campaignLine(db, named.campaignId)
  if (before.length === 0) return null
  return db.nomination.findFirst({ where: { campaignId: { in: before }, code: named.code } })
}

function reading(db: Db): Omit<NominationStore, keyof Changing> {
  return {
    moves: async (nominationId) => {
      const rows = await db.nominationMove.findMany({
        where: { nominationId },
        orderBy: { id: 'asc' },
      })
      return rows.map(moveFromRow)
    },
    get: async (id) => {
      await db.$queryRaw`select 1 from nomination where id = ${id}::uuid for update`
      return nominationFromRow(await db.nomination.findUniqueOrThrow({ where: { id } }))
    },
    findByCode: async (campaignId, code) => {
      const where = { campaignId_code: { campaignId, code } }
      const row = (await db.nomination.findUnique({ where })) ?? (await findBefore(db, where))
      return row ? nominationFromRow(row) : undefined
    },
    countByState: async (campaignId) => {
      const groups = await db.nomination.groupBy({
        by: ['state'],
        where: { campaignId: { in: await campaignLine(db, campaignId) } },
        _count: true,
      })
      return groups.map(({ state, _count }) => ({
        state: state as NominationState,
        count: _count,
      }))
    },
    list: async (campaignId, { unitCode, states, limit }) => {
      const rows = await db.nomination.findMany({
        where: {
          campaignId: { in: await campaignLine(db, campaignId) },
          ...(unitCode === undefined ? {} : { unitCode: { in: await unitLine(db, unitCode) } }),
          ...(states === undefined ? {} : { state: { in: [...states] } }),
        },
        orderBy: [{ createdAt: 'desc' }, { code: 'desc' }],
        take: limit,
      })
      return rows.map(nominationFromRow)
    },
    listComparable: async ({ id, campaignId, nomineeName }) => {
      const rows = await db.nomination.findMany({
        where: {
          id: { not: id },
          state: { not: 'withdrawn' },
          OR: [
            { campaignId: { in: await campaignLine(db, campaignId) } },
            { nomineeKey: nomineeKey(nomineeName) },
          ],
        },
        orderBy: { createdAt: 'desc' },
        take: MOST_COMPARED,
      })
      return rows.map(nominationFromRow)
    },
    citedReportIds: async (nominationId) => {
      const rows = await db.nominationCitation.findMany({ where: { nominationId } })
      return rows.map(({ reportId }) => reportId)
    },
    listDrafts: async () => {
      const rows = await db.nomination.findMany({ where: { state: 'draft' } })
      return rows.map((row) => ({
        nomination: nominationFromRow(row),
        reminded: row.draftReminders,
      }))
    },
  }
}
