import type { Official } from '../official/official.ts'
import { may } from '../permission.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import type { ChatGroup } from './group.ts'

/** Ends a group's link: nothing is posted there any more. Refuses everybody but the campaign's office. */
export async function unlinkGroup(
  tx: Transaction,
  official: Official,
  group: ChatGroup,
): Promise<Outcome<ChatGroup>> {
  if (!may(official, 'link-group')) return refuse({ reason: 'not-allowed', action: 'link-group' })
  await tx.groups.unlink(group.id, tx.now)
  await tx.audit.append({
    kind: 'group-unlinked',
    actor: official.id,
    subject: group.id,
    data: { channel: group.channel },
  })
  return accept(group)
}
