import { loadCampaign, loadUnits } from '../campaign/load-campaign.ts'
import type { Campaign } from '../campaign/campaign.ts'
import type { Transaction } from '../ports.ts'
import type { Unit } from '../unit/unit.ts'
import { movingOf, planSuccession } from './plan-succession.ts'
import type { Succession, SuccessionPreview } from './succession.ts'
import { lastDayBefore, successorOf } from './succession.ts'
import { succeedCampaign } from './successor-plan.ts'

/**
 * Carries out a reorganisation of units, whole or not at all: old units end on the eve of the day, new ones
 * open, and a successor campaign goes on in the old one's place. People keep who they are, their accounts
 * and their history, and go to the unit that took their own's place; open duties due from the day on end
 * with their reminders. Nominations stay as they are, on the chain they began with. Whatever stands in the
 * way, a reorganisation that is applied already among it, is told and changes nothing.
 */
export async function applySuccession(
  tx: Transaction,
  succession: Succession,
): Promise<SuccessionPreview> {
  const preview = await planSuccession(tx, succession)
  if (preview.obstacle) return preview
  const { campaign: old } = await tx.campaigns.get(succession.campaign.supersedes)
  await endUnits(tx, succession)
  await endOldCampaign(tx, old, succession)
  await openCampaign(tx, old, succession)
  await movePeople(tx, old, succession)
  await tx.audit.append({
    kind: 'succession-applied',
    subject: succession.campaign.id,
    data: {
      supersedes: old.id,
      on: succession.on.toString(),
      opened: succession.opens.map(({ unit }) => unit.code),
      officials: preview.movings.length,
      duties: preview.dutiesEnding,
    },
  })
  return preview
}

async function endUnits(tx: Transaction, succession: Succession): Promise<void> {
  const lastDay = lastDayBefore(succession)
  for (const { unit, replaces, source, confirmed } of succession.opens) {
    const ending = { source, confirmed, successor: unit.code }
    await tx.units.end(replaces, lastDay, ending)
    await auditEnds(tx, replaces, unit.code)
  }
  for (const { codes, source, confirmed } of succession.ends) {
    await tx.units.end(codes, lastDay, { source, confirmed })
    await auditEnds(tx, codes)
  }
}

async function auditEnds(
  tx: Transaction,
  codes: readonly string[],
  successor?: string,
): Promise<void> {
  const data = successor === undefined ? {} : { successor }
  for (const code of codes) await tx.audit.append({ kind: 'unit-ended', subject: code, data })
}

/** Its duties, its office and whoever signed for it end on the eve; what was done stays as it is. */
async function endOldCampaign(
  tx: Transaction,
  old: Campaign,
  succession: Succession,
): Promise<void> {
  const { on, campaign } = succession
  await tx.reminders.cancelCampaign(old.id, tx.now)
  await tx.duties.endCampaign(old.id, on)
  await endSigners(tx, old, succession)
  await tx.campaigns.supersede(old.id, { by: campaign.id, on })
}

/** Where the office has named nobody who signs, it was whoever signed the plan. */
async function endSigners(
  tx: Transaction,
  old: Campaign,
  { source, ...succession }: Succession,
): Promise<void> {
  const known = await tx.decisions.tenures(old.id)
  if (known.length === 0) {
    const { name, position } = old.signer
    await tx.decisions.addTenure(tx.chance.uuid(), old.id, { position, name })
  }
  const lastDay = lastDayBefore(succession)
  await tx.decisions.endTenures(old.id, { lastDay, endedBy: source })
}

async function openCampaign(tx: Transaction, old: Campaign, succession: Succession): Promise<void> {
  const { campaign, on, opens, stays } = succession
  const successor = (code: string): string | undefined => successorOf(succession, code)
  await loadCampaign(tx, succeedCampaign(old, campaign, { on, successor }))
  const known = new Map((await tx.units.list(old.id)).map((unit) => [unit.code, unit]))
  const opened = opens.map(({ unit, replaces }) => ({
    ...unit,
    validFrom: on,
    formerNames: formerNamesOf(
      unit,
      replaces.flatMap((code) => known.get(code) ?? []),
    ),
  }))
  const staying = stays.flatMap((code) => known.get(code) ?? [])
  await loadUnits(tx, campaign.id, [...opened, ...staying])
}

/** By the names of those whose place it takes, and theirs before, it is still understood. */
function formerNamesOf(unit: Unit, replaced: readonly Unit[]): readonly string[] {
  const names = replaced.flatMap(({ name, formerNames }) => [name, ...formerNames])
  const own = new Set([unit.name, ...unit.aliases])
  return [...new Set([...unit.formerNames, ...names])].filter((name) => !own.has(name))
}

async function movePeople(tx: Transaction, old: Campaign, succession: Succession): Promise<void> {
  for (const official of await tx.officials.list({ campaignId: old.id })) {
    const moving = movingOf(succession, official)
    if (!moving || moving.from === moving.to) continue
    const assigned = succession.officials.find(({ code }) => code === official.code)
    await tx.officials.assign(official.id, {
      unitCode: moving.to,
      roles: moving.roles,
      position: assigned?.position ?? official.position,
    })
    await tx.audit.append({
      kind: 'official-moved',
      subject: official.id,
      data: { from: moving.from, to: moving.to },
    })
  }
}
