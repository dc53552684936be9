import type { ConversationState } from '../../core/conversation/conversation.ts'
import { NOTHING_OPEN } from '../../core/conversation/conversation.ts'
import type { ConversationStore } from '../../core/conversation/conversation-store.ts'
import type { Db } from './rows.ts'
import { toDate, toJson } from './rows.ts'

export function conversationStore(db: Db): ConversationStore {
  return {
    lock: async (address) => {
      const channel = address.slice(0, address.indexOf(':'))
      await db.$executeRaw`
        insert into conversation (address, channel, state) values (${address}, ${channel}, '{}')
        on conflict do nothing`
      const [row] = await db.$queryRaw<{ state: Partial<ConversationState> }[]>`
        select state from conversation where address = ${address} for update`
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
