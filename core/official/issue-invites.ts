import type { Transaction } from '../ports.ts'
import type { Official } from './official.ts'
import type { Bot } from '../delivery/bot.ts'
import { bindBots } from './bind-bots.ts'
import { findInviteCode, hashInviteCode, INVITE_ALPHABET, INVITE_LENGTH } from './invite-code.ts'

/** Long enough to be handed over on paper at the next meeting. */
export const INVITE_VALID_FOR = { hours: 24 * 30 }

export type IssuedInvite = {
  readonly official: Official
  readonly code: string
  /** The Zalo bot to write to; absent where none of several has room. */
  readonly zalo?: Bot
}

/**
 * Gives each of the officials a new one-time code, valid for 30 days, and voids the unused ones
 * given before. Where there are several Zalo bots, each code is for one of them. The codes are returned once and kept nowhere; only their hashes are stored.
 */
export async function issueInvites(
  tx: Transaction,
  officials: readonly Official[],
): Promise<readonly IssuedInvite[]> {
  const salt = await inviteSalt(tx)
  const issued: IssuedInvite[] = []
  for (const { id } of officials) await tx.invites.revokeUnused(id, tx.now)
  const bound = await bindBots(tx, 'zalo', officials)
  const [only, ...more] = tx.bots.filter(({ channel }) => channel === 'zalo')
  for (const official of officials) {
    const code = drawCode(tx)
    const bot = bound.get(official.id)
    const id = tx.chance.uuid()
    await tx.invites.insert({
      id,
      officialId: official.id,
      codeHash: await hashInviteCode(code, salt),
      ...(bot && { bot: bot.key }),
      issuedAt: tx.now,
      expiresAt: tx.now.add(INVITE_VALID_FOR),
      used: false,
      revoked: false,
    })
    await tx.audit.append({ kind: 'invite-issued', subject: id, data: { officialId: official.id } })
    const zalo = more.length > 0 ? bot : only
    issued.push({ official, code, ...(zalo && { zalo }) })
  }
  return issued
}

/** Eight letters at random, again until they are such as nobody types by chance. */
export function drawCode({ chance }: Transaction): string {
  let code = chance.code(INVITE_LENGTH, INVITE_ALPHABET)
  while (findInviteCode(code) === undefined) code = chance.code(INVITE_LENGTH, INVITE_ALPHABET)
  return code
}

/** The installation's salt; made when the first code is issued. */
export function inviteSalt(tx: Transaction): Promise<string> {
  return tx.settings.ensure('invite-salt', tx.chance.uuid())
}
