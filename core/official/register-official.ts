import type { Address, ChannelName } from '../delivery/channel.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome, Refusal } from '../refusal.ts'
import type { Unit } from '../unit/unit.ts'
import { findNoRoom } from './find-no-room.ts'
import { hashInviteCode } from './invite-code.ts'
import { inviteSalt } from './issue-invites.ts'
import type { Official } from './official.ts'

/** Wrong codes from one account before it has to wait. */
export const MOST_FAILED_ATTEMPTS = 5
export const WAIT_MINUTES = 60

export type Registration = { readonly official: Official; readonly unit: Unit }

/**
 * Binds a chat account to the official for whom the one-time code was issued. Doing it again with the
 * same account and code changes nothing. Refuses an unknown, used or expired code, an account that is
 * somebody else's, a bot that serves no more people or is not the one of the invite, and further tries
 * for an hour after five failures.
 */
export async function registerOfficial(
  tx: Transaction,
  attempt: { code: string; channel: ChannelName; userKey: string; address: Address },
): Promise<Outcome<Registration>> {
  const since = tx.now.subtract({ minutes: WAIT_MINUTES })
  const failures = await tx.audit.count('registration-failed', attempt.userKey, since)
  if (failures >= MOST_FAILED_ATTEMPTS)
    return refuse({ reason: 'too-many-attempts', minutes: WAIT_MINUTES })

  const invite = await tx.invites.findByHash(
    await hashInviteCode(attempt.code, await inviteSalt(tx)),
  )
  const linked = await tx.officials.findByAccount(attempt.userKey)
  if (linked && invite && linked.account.inviteId === invite.id)
    return accept(await registrationOf(tx, linked.official))
  if (linked) return refuse({ reason: 'account-taken', name: linked.official.name })
  if (!invite || invite.revoked) return fail(tx, attempt.userKey, { reason: 'invite-unknown' })
  if (invite.used) return fail(tx, attempt.userKey, { reason: 'invite-used' })
  if (invite.expiresAt.epochMilliseconds <= tx.now.epochMilliseconds)
    return fail(tx, attempt.userKey, { reason: 'invite-expired' })
  const noRoom = await findNoRoom(tx, invite, attempt.address)
  if (noRoom) return refuse(noRoom)
  if (!(await tx.invites.markUsed(invite.id, tx.now)))
    return fail(tx, attempt.userKey, { reason: 'invite-used' })

  const { channel, userKey, address } = attempt
  const { officialId } = invite
  const id = tx.chance.uuid()
  await tx.accounts.link({ id, officialId, inviteId: invite.id, channel, userKey, address }, tx.now)
  await tx.audit.append({
    kind: 'official-linked',
    actor: officialId,
    subject: officialId,
    data: { channel },
  })
  return accept(await registrationOf(tx, await tx.officials.get(officialId)))
}

async function registrationOf(tx: Transaction, official: Official): Promise<Registration> {
  return { official, unit: await tx.units.get(official.unitCode) }
}

async function fail(tx: Transaction, userKey: string, refusal: Refusal): Promise<Outcome<never>> {
  await tx.audit.append({
    kind: 'registration-failed',
    subject: userKey,
    data: { why: refusal.reason },
  })
  return refuse(refusal)
}
