import { findVisibleNomination } from '../../../core/nomination/reach.ts'
import { transferNomination } from '../../../core/nomination/transfer-nomination.ts'
import { sayTransferAsked, sayTransferred } from '../../texts/nominations.ts'
import type { Answer, Spoken } from '../turn.ts'
import { choice, refused } from '../turn.ts'

const TRANSFER = [choice('yes', 'Đúng, chuyển'), choice('no', 'Không')]

/** "Chuyển HS-024 sang đơn vị mới": it ends here for good, so an explicit yes is asked for. */
export async function askToTransfer(turn: Spoken, code: string): Promise<Answer> {
  const found = await findVisibleNomination(turn.tx, turn.official, code)
  if (!found.ok) return refused(found.refusal)
  return {
    what: 'transfer-asked',
    text: sayTransferAsked(found.value),
    ask: {
      topic: { kind: 'transfer-nomination', nominationId: found.value.id },
      options: TRANSFER,
    },
  }
}

export async function transfer(turn: Spoken, nominationId: string): Promise<Answer> {
  const outcome = await transferNomination(turn.tx, turn.official, nominationId)
  if (!outcome.ok) return refused(outcome.refusal)
  const { old, next } = outcome.value
  const { name } = await turn.tx.units.get(next.unitCode)
  return { what: `transferred:${old.code}`, text: sayTransferred(old, next, name) }
}
