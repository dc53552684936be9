import type { Instant } from '../../core/calendar/local-time.ts'
import { localDateOf } from '../../core/calendar/local-time.ts'
import type { BotKey } from '../../core/delivery/bot.ts'
import type { Address, ChannelName } from '../../core/delivery/channel.ts'
import type { LinkedAccount, Official } from '../../core/official/official.ts'
import type {
  AccountStore,
  InviteStore,
  OfficialStore,
} from '../../core/official/official-store.ts'
import type { Role } from '../../core/official/role.ts'
import type { RosterEntry } from '../../core/official/roster.ts'
import type {
  ChannelAccount as AccountRow,
  Official as OfficialRow,
  RoleGrant,
} from '../generated/client.ts'
import { campaignHeirs, unitHeirs } from './lineage.ts'
import type { Db } from './rows.ts'
import { dayToDate, present, toDate, toDay, toInstant } from './rows.ts'

function officialFromRow(row: OfficialRow & { roles: RoleGrant[] }): Official {
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    address: row.ownAddress ?? row.address,
    position: row.position,
    unitCode: row.unitCode,
    roles: row.roles.map((grant) => grant.role as Role),
    demonstration: row.demonstration,
    ...present('phone', row.phone),
    ...leaveOf(row),
  }
}

function leaveOf({ awayFrom, awayUntil, deputyId }: OfficialRow): Pick<Official, 'leave'> {
  if (!awayFrom || !awayUntil) return {}
  const leave = { from: toDay(awayFrom), until: toDay(awayUntil), ...present('deputyId', deputyId) }
  return { leave }
}

/** What those for whom somebody stands in today may do for their unit. */
async function lentRoles(db: Db, deputyId: string, today: Date): Promise<readonly Role[]> {
  const grants = await db.roleGrant.findMany({
    where: {
      role: { in: ['contact', 'head'] },
      official: { deputyId, active: true, awayFrom: { lte: today }, awayUntil: { gte: today } },
    },
  })
  return grants.map(({ role }) => role as Role)
}

function accountFromRow(row: AccountRow): LinkedAccount {
  return {
    id: row.id,
    officialId: row.officialId,
    inviteId: row.inviteId,
    channel: row.channel as ChannelName,
    userKey: row.userKey,
    address: row.address as Address,
    ...present('unreachable', row.unreachable),
  }
}

/** `now` says who stands in for whom. */
export function officialStore(db: Db, now: Instant): OfficialStore {
  return {
    get: async (id) =>
      officialFromRow(
        await db.official.findUniqueOrThrow({ where: { id }, include: { roles: true } }),
      ),
    find: async (id) => {
      const row = await db.official.findUnique({ where: { id }, include: { roles: true } })
      return row ? officialFromRow(row) : undefined
    },
    findByAccount: async (userKey) => {
      const account = await db.channelAccount.findFirst({
        where: { userKey, revokedAt: null, official: { active: true } },
        include: { official: { include: { roles: true } } },
      })
      if (!account) return undefined
      const official = officialFromRow(account.official)
      const lent = await lentRoles(db, official.id, dayToDate(localDateOf(now)))
      return {
        official: { ...official, roles: [...new Set([...official.roles, ...lent])] },
        account: accountFromRow(account),
      }
    },
    list: async ({ unitCode, campaignId, role }) => {
      const rows = await db.official.findMany({
        where: {
          active: true,
          ...(unitCode === undefined ? {} : { unitCode: { in: await unitHeirs(db, unitCode) } }),
          ...(campaignId === undefined ? {} : { unit: await inCampaign(db, campaignId) }),
          ...(role === undefined ? {} : { roles: { some: { role } } }),
        },
        include: { roles: true },
        orderBy: [{ unit: { protocolOrder: 'asc' } }, { code: 'asc' }],
      })
      return rows.map(officialFromRow)
    },
    findByCode: async (code) => {
      const row = await db.official.findUnique({ where: { code }, include: { roles: true } })
      return row ? officialFromRow(row) : undefined
    },
    setOwnAddress: async (id, ownAddress) => {
      await db.official.update({ where: { id }, data: { ownAddress } })
    },
    setLeave: async (id, leave) => {
      await db.official.update({
        where: { id },
        data: {
          awayFrom: leave ? dayToDate(leave.from) : null,
          awayUntil: leave ? dayToDate(leave.until) : null,
          deputyId: leave?.deputyId ?? null,
        },
      })
    },
    assign: async (id, { unitCode, roles, position }) => {
      await db.official.update({ where: { id }, data: { unitCode, position } })
      await grant(db, id, roles)
    },
    retire: async (id) => {
      await db.official.update({ where: { id }, data: { active: false } })
    },
    save: async (entries, newId) => {
      const codes = entries.map((entry) => entry.code)
      const known = await db.official.findMany({ where: { code: { in: codes } } })
      const gone = new Set(known.flatMap(({ code, erasedAt }) => (erasedAt ? [code] : [])))
      const entered = entries.filter(({ code }) => !gone.has(code))
      for (const entry of entered) await saveEntry(db, entry, newId)
      const updated = known.length - gone.size
      return { added: entered.length - updated, updated, erased: gone.size }
    },
  }
}

async function saveEntry(db: Db, entry: RosterEntry, newId: () => string): Promise<void> {
  const { roles, phone, ...rest } = entry
  const fields = { ...rest, phone: phone ?? null, active: true }
  const { id } = await db.official.upsert({
    where: { code: entry.code },
    create: { id: newId(), ...fields },
    update: fields,
  })
  await grant(db, id, roles)
}

/** These roles, and no others. */
async function grant(db: Db, officialId: string, roles: readonly Role[]): Promise<void> {
  await db.roleGrant.deleteMany({ where: { officialId, role: { notIn: [...roles] } } })
  await db.roleGrant.createMany({
    data: roles.map((role) => ({ officialId, role })),
    skipDuplicates: true,
  })
}

async function inCampaign(db: Db, campaignId: string) {
  return { campaigns: { some: { campaignId: { in: await campaignHeirs(db, campaignId) } } } }
}

/** Further back nothing is reminded of. */
const STILL_ASKED = { hours: 24 * 60 }

/** `now` is when reminders end that nobody can get any more. */
export function accountStore(db: Db, now: Instant): AccountStore {
  return {
    link: async (account, at) => {
      const { id, officialId, inviteId, channel, userKey, address } = account
      await db.channelAccount.create({
        data: {
          id,
          officialId,
          inviteId,
          channel,
          userKey,
          address,
          linkedAt: toDate(at),
          lastSeenAt: toDate(at),
        },
      })
      // Of what could not be told before, the drain picks the one reminder that still matters.
      await db.reminder.updateMany({
        where: {
          officialId,
          state: 'unreachable',
          dueAt: { gte: toDate(at.subtract(STILL_ASKED)) },
        },
        data: { state: 'due', settledAt: null },
      })
    },
    unlink: async (id, at) => {
      await db.channelAccount.update({ where: { id }, data: { revokedAt: toDate(at) } })
    },
    unlinkAll: async (officialId, at) => {
      const { count } = await db.channelAccount.updateMany({
        where: { officialId, revokedAt: null },
        data: { revokedAt: toDate(at) },
      })
      return count
    },
    findReachable: async (officialId, which) => {
      const elsewhere = which && { NOT: { address: { startsWith: `${which.notOf}:` } } }
      const row = await db.channelAccount.findFirst({
        where: { officialId, revokedAt: null, unreachable: null, ...elsewhere },
        orderBy: { lastSeenAt: 'desc' },
      })
      return row ? accountFromRow(row) : undefined
    },
    listReachable: async (officialIds) => {
      const rows = await db.channelAccount.findMany({
        where: { officialId: { in: [...officialIds] }, revokedAt: null, unreachable: null },
        orderBy: [{ officialId: 'asc' }, { lastSeenAt: 'desc' }],
        distinct: ['officialId'],
      })
      return rows.map(accountFromRow)
    },
    listLinked: async (officialIds) => {
      const rows = await db.channelAccount.findMany({
        where: { officialId: { in: [...officialIds] }, revokedAt: null },
        orderBy: { linkedAt: 'asc' },
      })
      return rows.map(accountFromRow)
    },
    countReachable: async (officialIds) => {
      const rows = await db.channelAccount.findMany({
        where: { officialId: { in: [...officialIds] }, revokedAt: null, unreachable: null },
        distinct: ['officialId'],
        select: { id: true },
      })
      return rows.length
    },
    touch: async (id, at) => {
      await db.channelAccount.update({
        where: { id },
        data: { lastSeenAt: toDate(at), unreachable: null },
      })
    },
    setReachability: async (address, reason) => {
      await db.channelAccount.updateMany({
        where: { address },
        data: { unreachable: reason ?? null },
      })
      // A group's topics are closed with it.
      await db.$executeRaw`
        update chat_group set unreachable = ${reason ?? null}
        where (address = ${address} or starts_with(address, ${`${address}/`}))
          and unlinked_at is null`
      if (reason !== undefined) await dropReminders(db, address, now)
    },
    move: async (from, to) => {
      await db.channelAccount.updateMany({ where: { address: from }, data: { address: to } })
      await db.$executeRaw`
        update chat_group set address = ${to}
        where address = ${from} and unlinked_at is null and not exists (
          select 1 from chat_group other where other.address = ${to} and other.unlinked_at is null)`
      await db.outboxPart.updateMany({
        where: { address: from, state: 'pending' },
        data: { address: to },
      })
      await db.$executeRaw`update conversation set address = ${to}
        where address = ${from} and not exists (select 1 from conversation where address = ${to})`
    },
  }
}

/**
 * What could not be told there is due again where the person has another chat; else it is for the
 * office to telephone, and by the time the chat opens again its stage has passed. Whatever else waits
 * for the chat is sent then.
 */
async function dropReminders(db: Db, address: Address, now: Instant): Promise<void> {
  await db.$executeRaw`
    with dropped as (
      update outbox_part set state = 'cancelled', finished_at = ${toDate(now)}
      where address = ${address} and cause = 'reminder' and state = 'pending'
      returning message_id
    ), refused as (
      select message_id from outbox_part
      where address = ${address} and cause = 'reminder' and index = 0 and state = 'rejected'
        and finished_at = ${toDate(now)}
    ), untold as (
      select r.id, exists (
        select 1 from channel_account a where a.official_id = r.official_id
          and a.address <> ${address} and a.revoked_at is null and a.unreachable is null) as elsewhere
      from reminder r where r.state = 'queued' and r.message_id in (
        select message_id from dropped union select message_id from refused)
    )
    update reminder r set message_id = null, settled_at = ${toDate(now)},
      state = case when untold.elsewhere then 'due' else 'unreachable' end
    from untold where untold.id = r.id`
}

export function inviteStore(db: Db): InviteStore {
  return {
    insert: async ({ id, officialId, codeHash, bot, issuedAt, expiresAt }) => {
      await db.invite.create({
        data: {
          id,
          officialId,
          codeHash,
          bot: bot ?? null,
          issuedAt: toDate(issuedAt),
          expiresAt: toDate(expiresAt),
        },
      })
    },
    findByHash: async (codeHash) => {
      const row = await db.invite.findUnique({ where: { codeHash } })
      if (!row) return undefined
      return {
        id: row.id,
        officialId: row.officialId,
        codeHash: row.codeHash,
        ...present('bot', row.bot as BotKey | null),
        issuedAt: toInstant(row.issuedAt),
        expiresAt: toInstant(row.expiresAt),
        used: row.usedAt !== null,
        revoked: row.revokedAt !== null,
      }
    },
    markUsed: async (id, at) => {
      const { count } = await db.invite.updateMany({
        where: { id, usedAt: null, revokedAt: null },
        data: { usedAt: toDate(at) },
      })
      return count === 1
    },
    reopen: async (id) => {
      await db.invite.update({ where: { id }, data: { usedAt: null } })
    },
    revokeUnused: async (officialId, at) => {
      await db.invite.updateMany({
        where: { officialId, usedAt: null, revokedAt: null },
        data: { revokedAt: toDate(at) },
      })
    },
    countOpen: (bot, now) =>
      db.invite.count({
        where: { bot, usedAt: null, revokedAt: null, expiresAt: { gt: toDate(now) } },
      }),
  }
}
