import { localDateOf } from '../../core/calendar/local-time.ts'
import type { Identity } from '../../core/delivery/channel.ts'
import { findInviteCode } from '../../core/official/invite-code.ts'
import type { Linked } from '../../core/official/official-store.ts'
import { registerOfficial } from '../../core/official/register-official.ts'
import { undoRegistration } from '../../core/official/undo-registration.ts'
import { ONLY_IN_PRIVATE, sayWelcome, STRANGER, UNLINKED } from '../texts/account.ts'
import type { Answer, Turn } from './turn.ts'
import { refused } from './turn.ts'

/** A stranger can only register: with a code typed or carried by a deep link, in a private chat. */
export async function answerStranger(turn: Turn, from: Identity, words: string): Promise<Answer> {
  if (turn.event.conversation.kind === 'group')
    return { what: 'stranger-in-group', text: ONLY_IN_PRIVATE }
  const code = findInviteCode(words)
  if (code === undefined) return { what: 'stranger', text: STRANGER }
  return register(turn, from, code)
}

/** Binds the account; also when somebody already registered sends a code again. */
export async function register(turn: Turn, from: Identity, code: string): Promise<Answer> {
  const { tx, channel, event } = turn
  if (event.conversation.kind === 'group') return { what: 'code-in-group', text: ONLY_IN_PRIVATE }
  const { userKey } = from
  const { address } = event.conversation
  const outcome = await registerOfficial(tx, { code, channel, userKey, address })
  if (!outcome.ok) return refused(outcome.refusal)
  const { unitCode } = outcome.value.official
  const loaded = await tx.campaigns.findForUnit(unitCode, localDateOf(tx.now))
  return { what: 'registered', text: sayWelcome(outcome.value, loaded?.campaign) }
}

/** "Sai người": one word takes the account off the official again. */
export async function unregister(turn: Turn, linked: Linked): Promise<Answer> {
  await undoRegistration(turn.tx, linked)
  return { what: 'unregistered', text: UNLINKED }
}
