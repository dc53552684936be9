import type { ConversationState } from '../../core/conversation/conversation.ts'
import { NOTHING_OPEN } from '../../core/conversation/conversation.ts'
import type { Address } from '../../core/delivery/channel.ts'
import type { ConversationStore } from '../../core/conversation/conversation-store.ts'
import type { Db } from './rows.ts'
import { toDate, toJson } from './rows.ts'

export function conversationStore(db: Db): ConversationStore {
  return {
    lock: async (address) => {
      const row = (await lockRow(db, address)) ?? (await makeRow(db, address))
      return row?.state.version === NOTHING_OPEN.version
        ? (row.state as ConversationState)
        : NOTHING_OPEN
    },
    save: async (address, state, at) => {
      await db.conversation.update({
        where: { address },
        data: { state: toJson(state), updatedAt: toDate(at) },
      })
    },
  }
}

type Row = { state: Partial<ConversationState> }

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
