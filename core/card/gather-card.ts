import { localDateOf } from '../calendar/local-time.ts'
import type { Campaign } from '../campaign/campaign.ts'
import type { Deadline } from '../duty/deadline.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import type { Unit, UnitKind } from '../unit/unit.ts'
import type { Card, CardKind, KindProgress } from './card.ts'
import { daysUntil } from './card.ts'

/** A unit's card shows no more deadlines than these, the latest. */
const MOST_PERIODS = 9

export type CardWish = {
  readonly kind: CardKind
  readonly campaign: Campaign
  readonly unit?: Unit
}

/**
 * What a card shows, as of now. Progress and thanks are about the report that is due next or was due
 * last. Refuses where the campaign has no such report, and thanks for what nobody, or not that unit, has
 * sent.
 */
export async function gatherCard(tx: Transaction, wish: CardWish): Promise<Outcome<Card>> {
  const { kind, campaign, unit } = wish
  if (kind === 'countdown') return accept(countdownOf(tx, campaign))
  if (kind === 'progress' && unit) return unitProgress(tx, campaign, unit)
  const deadline = await currentReport(tx, campaign)
  if (!deadline) return refuse({ reason: 'no-report-due' })
  const { doneUnits, openUnits } = await tx.duties.progress(deadline.id)
  if (kind === 'thanks') {
    const done = unit ? doneUnits.filter((code) => code === unit.code) : doneUnits
    if (done.length === 0) return refuse({ reason: 'nobody-to-thank' })
    return accept({ kind, campaign, deadline, done: done.length, ...(unit ? { unit } : {}) })
  }
  const units = await tx.units.list(campaign.id)
  const kinds = byKind(units, new Set(doneUnits), new Set(openUnits))
  return accept({ kind, campaign, deadline, kinds })
}

function countdownOf(tx: Transaction, campaign: Campaign): Card {
  const today = localDateOf(tx.now)
  const { anniversary, endsOn } = campaign
  const ahead = anniversary && anniversary.on.toString() >= today.toString()
  const to = ahead ? anniversary : undefined
  const on = to?.on ?? endsOn
  return { kind: 'countdown', campaign, to, on, daysLeft: daysUntil(on, today) }
}

/** The report that is due next, else the one that was due last. */
async function currentReport(tx: Transaction, campaign: Campaign): Promise<Deadline | undefined> {
  const all = await tx.duties.listDeadlines(campaign.id, campaign.startsOn)
  const reports = all.filter(({ kind }) => kind === 'report')
  const upcoming = reports.find(({ dueAt }) => dueAt.epochMilliseconds >= tx.now.epochMilliseconds)
  return upcoming ?? reports.at(-1)
}

async function unitProgress(
  tx: Transaction,
  campaign: Campaign,
  unit: Unit,
): Promise<Outcome<Card>> {
  const today = localDateOf(tx.now).toString()
  const all = await tx.duties.listDeadlines(campaign.id, campaign.startsOn)
  const begun = all.filter(({ kind, opensOn }) => kind === 'report' && opensOn.toString() <= today)
  const periods = []
  for (const deadline of begun.slice(-MOST_PERIODS)) {
    const { doneUnits, openUnits } = await tx.duties.progress(deadline.id)
    const done = doneUnits.includes(unit.code)
    if (done || openUnits.includes(unit.code)) periods.push({ deadline, done })
  }
  if (periods.length === 0) return refuse({ reason: 'no-report-due' })
  return accept({ kind: 'unit-progress', campaign, unit, periods })
}

function byKind(
  units: readonly Unit[],
  done: ReadonlySet<string>,
  open: ReadonlySet<string>,
): readonly KindProgress[] {
  const kinds = new Map<UnitKind, { done: number; total: number }>()
  for (const { code, kind } of units) {
    if (!done.has(code) && !open.has(code)) continue
    const count = kinds.get(kind) ?? { done: 0, total: 0 }
    kinds.set(kind, { done: count.done + (done.has(code) ? 1 : 0), total: count.total + 1 })
  }
  return [...kinds].map(([kind, count]) => ({ kind, ...count }))
}
