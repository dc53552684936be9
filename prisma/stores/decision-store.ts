import type { Decision } from '../../core/decision/decision.ts'
import type { DecisionStore } from '../../core/decision/decision-store.ts'
import type { Prisma } from '../generated/client.ts'
import type { Db } from './rows.ts'
import { dayToDate, present, toDate, toDay, toInstant } from './rows.ts'

const WITH_ITEMS = { items: true, scans: true } as const
type Row = Prisma.DecisionGetPayload<{ include: typeof WITH_ITEMS }>

function decisionFromRow(row: Row): Decision {
  return {
    id: row.id,
    campaignId: row.campaignId,
    number: row.number,
    signedOn: toDay(row.signedOn),
    signer: row.signer,
    recordedBy: row.recordedBy,
    recordedAt: toInstant(row.recordedAt),
    nominationIds: row.items.map(({ nominationId }) => nominationId),
    scans: row.scans.map(({ evidenceId }) => evidenceId),
    ...present('notifiedAt', row.notifiedAt && toInstant(row.notifiedAt)),
    ...present('announcedAt', row.announcedAt && toInstant(row.announcedAt)),
    ...present('revokedBy', row.revokedBy),
  }
}

export function decisionStore(db: Db): DecisionStore {
  const listWhere = async (where: Prisma.DecisionWhereInput): Promise<readonly Decision[]> => {
    const rows = await db.decision.findMany({
      where: { ...where, cancelledAt: null },
      include: WITH_ITEMS,
      orderBy: { recordedAt: 'desc' },
    })
    return rows.map(decisionFromRow)
  }
  return {
    insert: async (decision) => {
      const { id, campaignId, number, signedOn, signer, recordedBy, recordedAt } = decision
      await db.decision.create({
        data: {
          ...{ id, campaignId, number, signer, recordedBy },
          signedOn: dayToDate(signedOn),
          recordedAt: toDate(recordedAt),
        },
      })
      await db.decisionItem.createMany({
        data: decision.nominationIds.map((nominationId) => ({ decisionId: id, nominationId })),
      })
    },
    list: (campaignId) => listWhere({ campaignId }),
    listFor: (nominationId) => listWhere({ items: { some: { nominationId } } }),
    addScans: async (decisionId, evidenceIds) => {
      const data = evidenceIds.map((evidenceId) => ({ decisionId, evidenceId }))
      await db.decisionScan.createMany({ data, skipDuplicates: true })
    },
    setNotified: async (id, at) => {
      await db.decision.update({ where: { id }, data: { notifiedAt: toDate(at) } })
    },
    setAnnounced: async (id, at) => {
      await db.decision.update({ where: { id }, data: { announcedAt: toDate(at) } })
    },
    cancel: async (id, at) => {
      await db.decision.update({ where: { id }, data: { cancelledAt: toDate(at) } })
    },
    revoke: async (id, revokedBy, at) => {
      await db.decision.update({ where: { id }, data: { revokedBy, revokedAt: toDate(at) } })
    },
    tenures: async (campaignId) => {
      const rows = await db.officeTenure.findMany({ where: { campaignId } })
      return rows.map(({ position, name, validFrom, validTo, endedBy }) => ({
        ...{ position, name },
        ...present('endedBy', endedBy),
        ...present('validFrom', validFrom && toDay(validFrom)),
        ...present('validTo', validTo && toDay(validTo)),
      }))
    },
    endTenures: async (campaignId, { lastDay, endedBy }) => {
      const validTo = dayToDate(lastDay)
      const where = { campaignId, OR: [{ validTo: null }, { validTo: { gt: validTo } }] }
      await db.officeTenure.updateMany({ where, data: { validTo, endedBy } })
    },
    addTenure: async (id, campaignId, { position, name, validFrom, validTo, endedBy }) => {
      await db.officeTenure.create({
        data: {
          ...{ id, campaignId, position, name, endedBy: endedBy ?? null },
          ...(validFrom ? { validFrom: dayToDate(validFrom) } : {}),
          ...(validTo ? { validTo: dayToDate(validTo) } : {}),
        },
      })
    },
  }
}
