import type { Campaign } from '../campaign/campaign.ts'
import type { Address, ChannelName } from '../delivery/channel.ts'
import { hashInviteCode } from '../official/invite-code.ts'
import { inviteSalt } from '../official/issue-invites.ts'
import { MOST_FAILED_ATTEMPTS, WAIT_MINUTES } from '../official/register-official.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome, Refusal } from '../refusal.ts'
import type { ChatGroup, GroupCode } from './group.ts'

export type LinkedGroup = { readonly group: ChatGroup; readonly campaign: Campaign }

type Attempt = {
  readonly code: string
  readonly channel: ChannelName
  readonly address: Address
  /** Who typed it. */
  readonly userKey: string
}

/**
 * Links the chat group in which a group code was typed. A group that was linked before follows the new
 * code; the same code typed again changes nothing. A person's own invite code is void once a group has
 * seen it. Refuses unknown, used and expired codes, and further tries for an hour after five failures.
 */
export async function linkGroup(tx: Transaction, attempt: Attempt): Promise<Outcome<LinkedGroup>> {
  const { channel, address } = attempt
  const since = tx.now.subtract({ minutes: WAIT_MINUTES })
  const failures = await tx.audit.count('group-link-failed', attempt.userKey, since)
  if (failures >= MOST_FAILED_ATTEMPTS)
    return refuse({ reason: 'too-many-attempts', minutes: WAIT_MINUTES })

  const codeHash = await hashInviteCode(attempt.code, await inviteSalt(tx))
  const code = await tx.groups.findCode(codeHash)
  if (!code) return fail(tx, attempt, await refusalOfOther(tx, codeHash))
  const before = await tx.groups.find(address)
  const { campaign } = await tx.campaigns.get(code.campaignId)
  if (before?.codeId === code.id) return accept({ group: before, campaign })
  const refusal = await useUp(tx, code)
  if (refusal) return fail(tx, attempt, refusal)

  if (before) await tx.groups.unlink(before.id, tx.now)
  const group = await tx.groups.link({
    id: tx.chance.uuid(),
    codeId: code.id,
    campaignId: code.campaignId,
    ...(code.cluster === undefined ? {} : { cluster: code.cluster }),
    channel,
    address,
    linkedAt: tx.now,
    postsTotals: true,
  })
  await tx.audit.append({
    kind: 'group-linked',
    actor: code.issuedBy,
    subject: group.id,
    data: { channel, campaign: code.campaignId },
  })
  return accept({ group, campaign })
}

/** Whether a code is one for a group: typed in private, it opens nothing. */
export async function isGroupCode(tx: Transaction, code: string): Promise<boolean> {
  const hash = await hashInviteCode(code, await inviteSalt(tx))
  return (await tx.groups.findCode(hash)) !== undefined
}

/** An invite code that everybody in a group has read is nobody's any more. */
async function refusalOfOther(tx: Transaction, codeHash: string): Promise<Refusal> {
  const invite = await tx.invites.findByHash(codeHash)
  if (!invite) return { reason: 'invite-unknown' }
  if (!invite.used && !invite.revoked) {
    await tx.invites.revokeUnused(invite.officialId, tx.now)
    await tx.audit.append({ kind: 'invite-exposed', subject: invite.id, data: {} })
  }
  return { reason: 'invite-in-group' }
}

async function useUp(tx: Transaction, code: GroupCode): Promise<Refusal | undefined> {
  if (code.used) return { reason: 'invite-used' }
  if (code.expiresAt.epochMilliseconds <= tx.now.epochMilliseconds)
    return { reason: 'invite-expired' }
  return (await tx.groups.markCodeUsed(code.id, tx.now)) ? undefined : { reason: 'invite-used' }
}

async function fail(
  tx: Transaction,
  { userKey }: Attempt,
  refusal: Refusal,
): Promise<Outcome<never>> {
  await tx.audit.append({
    kind: 'group-link-failed',
    subject: userKey,
    data: { why: refusal.reason },
  })
  return refuse(refusal)
}
