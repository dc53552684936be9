import { localDateOf } from '../calendar/local-time.ts'
import type { Campaign } from '../campaign/campaign.ts'
import { hashInviteCode } from '../official/invite-code.ts'
import { drawCode, inviteSalt } from '../official/issue-invites.ts'
import type { Official } from '../official/official.ts'
import { may } from '../permission.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import type { GroupCode } from './group.ts'
import { clustersOf, GROUP_CODE_VALID_FOR } from './group.ts'

export type IssuedGroupCode = Pick<GroupCode, 'cluster' | 'expiresAt'> & {
  readonly code: string
  readonly campaign: Campaign
}

/**
 * Gives a one-time code, valid for three days, by which one chat group is linked to the totals of the
 * official's campaign, or of one cluster of its units. The code is returned once and kept nowhere.
 * Refuses everybody but the office that runs the campaign, and a cluster that no unit belongs to.
 */
export async function issueGroupCode(
  tx: Transaction,
  official: Official,
  cluster?: string,
): Promise<Outcome<IssuedGroupCode>> {
  if (!may(official, 'link-group')) return refuse({ reason: 'not-allowed', action: 'link-group' })
  const loaded = await tx.campaigns.findForUnit(official.unitCode, localDateOf(tx.now))
  if (!loaded) return refuse({ reason: 'no-campaign' })
  const { campaign } = loaded
  const known = clustersOf(await tx.units.list(campaign.id))
  if (cluster !== undefined && !known.includes(cluster))
    return refuse({ reason: 'cluster-unknown', known })

  const code = drawCode(tx)
  const id = tx.chance.uuid()
  const expiresAt = tx.now.add(GROUP_CODE_VALID_FOR)
  const within = cluster === undefined ? {} : { cluster }
  await tx.groups.insertCode({
    id,
    campaignId: campaign.id,
    ...within,
    issuedBy: official.id,
    codeHash: await hashInviteCode(code, await inviteSalt(tx)),
    issuedAt: tx.now,
    expiresAt,
    used: false,
  })
  await tx.audit.append({
    kind: 'group-code-issued',
    actor: official.id,
    subject: id,
    data: { campaign: campaign.id, ...within },
  })
  return accept({ code, campaign, ...within, expiresAt })
}
