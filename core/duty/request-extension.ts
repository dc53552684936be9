import type { LocalDate } from '../calendar/local-time.ts'
import { localDateOf } from '../calendar/local-time.ts'
import { rememberQuestion } from '../conversation/ask.ts'
import type { Choice } from '../delivery/channel.ts'
import { queueNotice } from '../delivery/queue-message.ts'
import type { Official } from '../official/official.ts'
import { may } from '../permission.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import type { Unit } from '../unit/unit.ts'
import type { Duty } from './duty.ts'
import { dueDayOf } from './duty.ts'

export const EXTENSION_CHOICES: readonly Choice[] = [
  { key: 'grant', label: 'Đồng ý gia hạn' },
  { key: 'decline', label: 'Không gia hạn' },
]

export type ExtensionWish = {
  readonly duty: Duty
  readonly to: LocalDate
  readonly reason: string
}

/**
 * A unit asks for more time: the officials who appraise the campaign are asked, each answers with one
 * digit. Nothing changes until one of them agrees. Refuses a day that is not later than the one that
 * holds, or has passed, and an office of which nobody can be reached.
 */
export async function requestExtension(
  tx: Transaction,
  official: Official,
  wish: ExtensionWish,
): Promise<Outcome<{ asked: number }>> {
  const { duty, to } = wish
  const { dueOn } = dueDayOf(duty)
  const today = localDateOf(tx.now).toString()
  if (to.toString() <= dueOn.toString() || to.toString() < today)
    return refuse({ reason: 'extension-not-later', dueOn: dueOn.toString() })
  const asked = await askOffice(tx, official, wish)
  if (asked === 0) return refuse({ reason: 'office-unreachable' })
  await tx.audit.append({
    kind: 'extension-requested',
    actor: official.id,
    subject: duty.deadline.id,
    data: { unit: duty.unitCode, to: to.toString() },
  })
  return accept({ asked })
}

async function askOffice(
  tx: Transaction,
  from: Official,
  { duty, to, reason }: ExtensionWish,
): Promise<number> {
  const { campaign } = await tx.campaigns.get(duty.deadline.campaignId)
  const unit = await tx.units.get(duty.unitCode)
  const topic = {
    kind: 'grant-extension',
    deadlineId: duty.deadline.id,
    unitCode: unit.code,
    to: to.toString(),
    reason,
    askedBy: from.id,
  } as const
  let asked = 0
  for (const appraiser of await tx.officials.list({ campaignId: campaign.id, role: 'appraiser' })) {
    const id = tx.chance.code(12, 'abcdefghijkmnpqrstuvwxyz23456789')
    const choices = { id, options: EXTENSION_CHOICES }
    const notice = {
      kind: 'extension-asked',
      ...{ campaign, duty, unit, to, reason, from, choices },
    } as const
    const queued = await queueNotice(tx, appraiser, notice, {
      cause: 'notice',
      causeId: duty.deadline.id,
    })
    if (!queued) continue
    asked += 1
    const question = { id, topic, options: EXTENSION_CHOICES, askedAt: tx.now.toString() }
    await rememberQuestion(tx, queued.account.address, question)
  }
  return asked
}

/** The office does not give more time: whoever asked is told; the day stays. Refuses whoever may not chase. */
export async function declineExtension(
  tx: Transaction,
  by: Official,
  request: { deadlineId: string; unitCode: string; askedBy: string },
): Promise<Outcome<{ unit: Unit }>> {
  if (!may(by, 'chase')) return refuse({ reason: 'not-allowed', action: 'chase' })
  const { deadlineId, unitCode, askedBy } = request
  const duty = await tx.duties.find(deadlineId, unitCode)
  const unit = await tx.units.get(unitCode)
  if (!duty) return refuse({ reason: 'nothing-owed' })
  const { campaign } = await tx.campaigns.get(duty.deadline.campaignId)
  const notice = { kind: 'extension-declined', campaign, duty, unit } as const
  const asker = await tx.officials.get(askedBy)
  await queueNotice(tx, asker, notice, { cause: 'notice', causeId: deadlineId })
  await tx.audit.append({
    kind: 'extension-declined',
    actor: by.id,
    subject: deadlineId,
    data: { unit: unitCode },
  })
  return accept({ unit })
}
