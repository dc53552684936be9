import { localDateOf } from '../calendar/local-time.ts'
import { queueNotice } from '../delivery/queue-message.ts'
import type { Nomination } from '../nomination/nomination.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import type { Handover } from './handover.ts'
import type { Official } from './official.ts'

const MOST_REPORTS = 5
const MOST_NOMINATIONS = 50

/** The page of the official's own unit. Refuses where the unit takes part in no campaign. */
export async function handoverOf(tx: Transaction, official: Official): Promise<Outcome<Handover>> {
  const today = localDateOf(tx.now)
  const { unitCode } = official
  const loaded = await tx.campaigns.findForUnit(unitCode, today)
  if (!loaded) return refuse({ reason: 'no-campaign' })
  const { campaign } = loaded
  const nominations = await tx.nominations.list(campaign.id, { unitCode, limit: MOST_NOMINATIONS })
  const reports = await tx.reports.list(campaign.id, { unitCode, limit: MOST_REPORTS })
  const atHome = ({ state }: Nomination): boolean =>
    state === 'draft' || state === 'awaiting-endorsement'
  return accept({
    campaign,
    unit: await tx.units.get(unitCode),
    today,
    duties: await tx.duties.listOpen(unitCode, today),
    drafts: nominations.filter(atHome),
    underWay: nominations.filter((one) => !atHome(one) && one.state !== 'withdrawn'),
    reports: reports.filter(({ state }) => state === 'submitted'),
  })
}

/**
 * Sends the page to a successor of the same unit. Roles are not moved: that is the roster's business.
 * Refuses somebody of another unit, and who has no chat account that can be written to.
 */
export async function handOver(
  tx: Transaction,
  official: Official,
  successorId: string,
): Promise<Outcome<{ successor: Official }>> {
  const successor = await tx.officials.get(successorId)
  if (successor.unitCode !== official.unitCode || successor.id === official.id)
    return refuse({ reason: 'deputy-elsewhere' })
  const page = await handoverOf(tx, official)
  if (!page.ok) return page
  const notice = { kind: 'handover', from: official, page: page.value } as const
  const told = await queueNotice(tx, successor, notice, { cause: 'notice', causeId: official.id })
  if (!told) return refuse({ reason: 'successor-unreachable', name: successor.name })
  await tx.audit.append({
    kind: 'handed-over',
    actor: official.id,
    subject: official.id,
    data: { successor: successor.id },
  })
  return accept({ successor })
}
