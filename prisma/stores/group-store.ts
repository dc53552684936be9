import type { Address, ChannelName } from '../../core/delivery/channel.ts'
import type { ChatGroup } from '../../core/group/group.ts'
import type { GroupStore } from '../../core/group/group-store.ts'
import type { ChatGroup as GroupRow } from '../generated/client.ts'
import type { Db } from './rows.ts'
import { present, toDate, toInstant } from './rows.ts'

function groupFromRow(row: GroupRow): ChatGroup {
  return {
    id: row.id,
    number: row.number,
    codeId: row.codeId,
    campaignId: row.campaignId,
    channel: row.channel as ChannelName,
    address: row.address as Address,
    linkedAt: toInstant(row.linkedAt),
    postsTotals: row.postsTotals,
    ...present('cluster', row.cluster),
    ...present('unreachable', row.unreachable),
  }
}

export function groupStore(db: Db): GroupStore {
  return {
    insertCode: async ({ id, campaignId, cluster, issuedBy, codeHash, issuedAt, expiresAt }) => {
      await db.groupCode.create({
        data: {
          id,
          campaignId,
          cluster: cluster ?? null,
          issuedBy,
          codeHash,
          issuedAt: toDate(issuedAt),
          expiresAt: toDate(expiresAt),
        },
      })
    },
    findCode: async (codeHash) => {
      const row = await db.groupCode.findUnique({ where: { codeHash } })
      if (!row) return undefined
      const { cluster, usedAt, issuedAt, expiresAt, ...rest } = row
      return {
        ...rest,
        ...present('cluster', cluster),
        issuedAt: toInstant(issuedAt),
        expiresAt: toInstant(expiresAt),
        used: usedAt !== null,
      }
    },
    markCodeUsed: async (id, at) => {
      const { count } = await db.groupCode.updateMany({
        where: { id, usedAt: null },
        data: { usedAt: toDate(at) },
      })
      return count === 1
    },
    link: async ({ id, codeId, campaignId, cluster, channel, address, linkedAt, postsTotals }) =>
      groupFromRow(
        await db.chatGroup.create({
          data: {
            id,
            codeId,
            campaignId,
            cluster: cluster ?? null,
            channel,
            address,
            linkedAt: toDate(linkedAt),
            postsTotals,
          },
        }),
      ),
    find: async (address) => {
      const row = await db.chatGroup.findFirst({ where: { address, unlinkedAt: null } })
      return row ? groupFromRow(row) : undefined
    },
    list: async (campaignId) => {
      const where = { campaignId, unlinkedAt: null }
      const rows = await db.chatGroup.findMany({ where, orderBy: { number: 'asc' } })
      return rows.map(groupFromRow)
    },
    unlink: async (id, at) => {
      await db.chatGroup.update({ where: { id }, data: { unlinkedAt: toDate(at) } })
    },
    setPostsTotals: async (id, postsTotals) => {
      await db.chatGroup.update({ where: { id }, data: { postsTotals } })
    },
    notePost: async (groupId, occasion, at) => {
      const { count } = await db.groupPost.createMany({
        data: { groupId, occasion, postedAt: toDate(at) },
        skipDuplicates: true,
      })
      return count === 1
    },
    listPosts: async (groupId, since) => {
      const where = { groupId, postedAt: { gte: toDate(since) } }
      const rows = await db.groupPost.findMany({ where, select: { occasion: true } })
      return rows.map(({ occasion }) => occasion)
    },
  }
}
