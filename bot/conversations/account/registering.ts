import { localDateOf } from '../../../core/calendar/local-time.ts'
import type { Identity } from '../../../core/delivery/channel.ts'
import { isGroupCode } from '../../../core/group/link-group.ts'
import { findInviteCode } from '../../../core/official/invite-code.ts'
import type { Linked } from '../../../core/official/official-store.ts'
import { setOwnAddress } from '../../../core/official/set-own-address.ts'
import { registerOfficial } from '../../../core/official/register-official.ts'
import { undoRegistration } from '../../../core/official/undo-registration.ts'
import { readFormOfAddress } from '../../language/people/form-of-address.ts'
import { sayOwnAddress, sayWelcome, STRANGER, UNLINKED } from '../../texts/account.ts'
import type { Answer, Spoken, Turn } from '../turn.ts'
import { refused } from '../turn.ts'

/** A stranger can only register: with a code typed or carried by a deep link. */
export async function answerStranger(turn: Turn, from: Identity, words: string): Promise<Answer> {
  const code = findInviteCode(words)
  if (code === undefined) return { what: 'stranger', text: STRANGER }
  return register(turn, from, code)
}

/** Binds the account; also when somebody already registered sends a code again. */
export async function register(turn: Turn, from: Identity, code: string): Promise<Answer> {
  const { tx, channel, event } = turn
  const { userKey } = from
  const { address } = event.conversation
  const outcome = await registerOfficial(tx, { code, channel, userKey, address })
  if (!outcome.ok)
    return refused(
      (await isGroupCode(tx, code)) ? { reason: 'group-code-in-private' } : outcome.refusal,
    )
  const { unitCode } = outcome.value.official
  const loaded = await tx.campaigns.findForUnit(unitCode, localDateOf(tx.now))
  return { what: 'registered', text: sayWelcome(outcome.value, loaded?.campaign) }
}

/** "Sai người": one word takes the account off the official again. */
export async function unregister(turn: Turn, linked: Linked): Promise<Answer> {
  await undoRegistration(turn.tx, linked)
  return { what: 'unregistered', text: UNLINKED }
}

/** "Gọi tôi là chị Hoa": kept, and used from now on. */
export async function chooseAddress({ tx, official, text }: Spoken): Promise<Answer> {
  const address = readFormOfAddress(text, official.name)
  if (address === undefined) return refused({ reason: 'address-unknown' })
  const called = await setOwnAddress(tx, official, address)
  return { what: 'address-chosen', text: sayOwnAddress(called) }
}
