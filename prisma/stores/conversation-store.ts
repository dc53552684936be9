import { NOTHING_OPEN, readState } from '../../core/conversation/conversation.ts'
import type { Address } from '../../core/delivery/channel.ts'
import type { ConversationStore } from '../../core/conversation/conversation-store.ts'
import type { Db } from './rows.ts'
import { toDate, toJson } from './rows.ts'

export function conversationStore(db: Db): ConversationStore {
  return {
    lock: async (address) => {
      const row = (await lockRow(db, address)) ?? (await makeRow(db, address))
      return row ? readState(row.state) : NOTHING_OPEN
    },
    listStaleDrafts: async (before, limit) => {
      const rows = await db.$queryRaw<{ address: Address }[]>`
        select address from conversation
        where state -> 'draft' ->> 'since' < ${before.toString()} limit ${limit}`
      return rows.map(({ address }) => address)
    },
    save: async (address, state, at) => {
      await db.conversation.update({
        where: { address },
        data: { state: toJson(state), updatedAt: toDate(at) },
      })
    },
  }
}

type Row = { state: unknown }

async function lockRow(db: Db, address: Address): Promise<Row | undefined> {
  const [row] = await db.$queryRaw<Row[]>`
    select state from conversation where address = ${address} for update`
  return row
}

/** A chat that somebody else writes to first, as a notice does. */
async function makeRow(db: Db, address: Address): Promise<Row | undefined> {
  const channel = address.slice(0, address.indexOf(':'))
  await db.$executeRaw`
    insert into conversation (address, channel, state) values (${address}, ${channel}, '{}')
    on conflict do nothing`
  return lockRow(db, address)
}
