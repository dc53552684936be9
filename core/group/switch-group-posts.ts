import type { Official } from '../official/official.ts'
import { may } from '../permission.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import type { ChatGroup } from './group.ts'

/**
 * Turns a group's unasked totals on or off; asked for, they are always given. Refuses everybody but
 * the campaign's office.
 */
export async function switchGroupPosts(
  tx: Transaction,
  official: Official,
  { group, on }: { group: ChatGroup; on: boolean },
): Promise<Outcome<ChatGroup>> {
  if (!may(official, 'link-group')) return refuse({ reason: 'not-allowed', action: 'link-group' })
  await tx.groups.setPostsTotals(group.id, on)
  await tx.audit.append({
    kind: 'group-posts-switched',
    actor: official.id,
    subject: group.id,
    data: { on },
  })
  return accept({ ...group, postsTotals: on })
}
