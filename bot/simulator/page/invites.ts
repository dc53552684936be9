import { displayInviteCode, hashInviteCode } from '../../../core/official/invite-code.ts'
import { inviteSalt, issueInvites } from '../../../core/official/issue-invites.ts'
import type { Official } from '../../../core/official/official.ts'
import type { Transaction, Transactions } from '../../../core/ports.ts'

export type Invites = {
  /**
   * A code with which the official can register now: the one shown before while it is good, else a
   * new one. In the form `ABCD-EFGH`.
   */
  codeFor(official: Official): Promise<string>
}

/** Codes are stored only as hashes, so those the page has shown are kept here while it runs. */
export function openInvites(transactions: Transactions): Invites {
  const shown = new Map<string, Promise<string>>()
  return {
    codeFor: async (official) => {
      // One after the other: of two codes issued at once, the first would be void already.
      const before = (shown.get(official.id) ?? Promise.resolve('')).catch(() => '')
      const next = before.then((code) =>
        transactions.run(async (tx) => ((await isGood(tx, code)) ? code : issue(tx, official))),
      )
      shown.set(official.id, next)
      return displayInviteCode(await next)
    },
  }
}

async function isGood(tx: Transaction, code: string): Promise<boolean> {
  if (code === '') return false
  const invite = await tx.invites.findByHash(await hashInviteCode(code, await inviteSalt(tx)))
  if (!invite || invite.used || invite.revoked) return false
  return invite.expiresAt.epochMilliseconds > tx.now.epochMilliseconds
}

async function issue(tx: Transaction, official: Official): Promise<string> {
  const [invite] = await issueInvites(tx, [official])
  if (!invite) throw new Error('a code was asked for and none was issued')
  return invite.code
}
