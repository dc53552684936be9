import type { AwardOffer, Campaign, NomineeKind } from '../campaign/campaign.ts'
import { phaseOf } from '../campaign/campaign.ts'
import type { LocalDate } from '../calendar/local-time.ts'
import { localDateOf } from '../calendar/local-time.ts'
import type { Official } from '../official/official.ts'
import { may } from '../permission.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome, Refusal } from '../refusal.ts'
import type { Unit } from '../unit/unit.ts'
import { validOn } from '../unit/unit.ts'
import { supporting } from './balance.ts'
import { chainFor } from './chain.ts'
import { standingReports, unitsAround } from './gather-facts.ts'
import type { Nomination } from './nomination.ts'
import { awardsFor, nominationCode } from './nomination.ts'
import type { Proposal } from './proposal.ts'
import { nomineeUnit, writtenNomineeName } from './nominee-unit.ts'

/**
 * Opens a draft for the official's own unit with whatever is known so far. It is kept from the first
 * word on, and reaches nobody until the unit's head has agreed. The unit's reports that tell of the same
 * are noted as its evidence.
 * Refuses roles that may not nominate, a unit that does not exist on the day, and a day on which the
 * plan takes no nominations (plan IV.2).
 */
export async function draftNomination(
  tx: Transaction,
  command: { readonly official: Official } & Proposal,
): Promise<Outcome<Nomination>> {
  const opening = await openingFor(tx, command.official, command.nomineeKind)
  if (!opening.ok) return opening
  const { campaign, awards } = opening.value
  const on = localDateOf(tx.now)
  const { nomineeKind, nomineeName = '' } = command
  const units = await unitsAround(tx, campaign.id)
  const collective = nomineeUnit({ nomineeKind, nomineeName }, units, on)
  if (collective && !validOn(collective, on)) return refuse(await closedUnit(tx, collective, on))
  const named = awards.filter(({ form }) => form === command.form)
  const [award] = named.length === 1 ? named : awards
  const chain = chainFor(campaign, await tx.chains.list())
  if (!chain) throw new Error(`no approval chain for the campaign ${campaign.id}`)
  const nomination: Nomination = {
    id: tx.chance.uuid(),
    code: nominationCode(await tx.campaigns.nextNumber(campaign.id, 'nomination')),
    campaignId: campaign.id,
    awardId: award && (awards.length === 1 || named.length === 1) ? award.id : '',
    unitCode: command.official.unitCode,
    nomineeKind,
    nomineeName: writtenNomineeName({ nomineeKind, nomineeName }, units, on),
    ...(command.position ? { position: command.position } : {}),
    achievement: command.achievement ?? '',
    figures: command.figures ?? [],
    state: 'draft',
    chain: { id: chain.id, version: chain.version },
    createdBy: command.official.id,
    createdAt: tx.now,
    stateSince: tx.now,
    late: false,
  }
  await tx.nominations.insert(nomination)
  await citeReports(tx, nomination)
  await tx.audit.append({
    kind: 'nomination-drafted',
    actor: command.official.id,
    subject: nomination.id,
    data: { award: nomination.awardId },
  })
  return accept(nomination)
}

/** The campaign and the awards for which that official may nominate today. */
export async function openingFor(
  tx: Transaction,
  official: Official,
  nomineeKind: NomineeKind,
): Promise<Outcome<{ readonly campaign: Campaign; readonly awards: readonly AwardOffer[] }>> {
  if (!may(official, 'nominate')) return refuse({ reason: 'not-allowed', action: 'nominate' })
  const today = localDateOf(tx.now)
  const unit = await tx.units.get(official.unitCode)
  if (!validOn(unit, today)) return refuse(await closedUnit(tx, unit, today))
  const loaded = await tx.campaigns.findForUnit(official.unitCode, today)
  if (!loaded) return refuse({ reason: 'no-campaign' })
  const { campaign } = loaded
  if (phaseOf(campaign, tx.now) === 'ended')
    return refuse({ reason: 'campaign-ended', endedOn: campaign.endsOn.toString() })
  const awards = awardsFor(campaign, nomineeKind, today)
  return awards.length === 0 ? refuse({ reason: 'no-open-award' }) : accept({ campaign, awards })
}

async function closedUnit(tx: Transaction, unit: Unit, on: LocalDate): Promise<Refusal> {
  const { name, validTo, ending } = unit
  const closed = { reason: 'unit-closed', unit: name, on: on.toString() } as const
  if (!validTo || !ending) return closed
  const { source, confirmed, successor } = ending
  return {
    ...closed,
    ended: {
      since: validTo.add({ days: 1 }).toString(),
      ...{ source, confirmed },
      ...(successor === undefined ? {} : { successor: (await tx.units.heir(unit.code)).name }),
    },
  }
}

/** Notes the unit's reports that tell of the same as what the nomination says. */
export async function citeReports(tx: Transaction, nomination: Nomination): Promise<void> {
  if (nomination.achievement === '') return
  const reports = supporting(nomination, await standingReports(tx, nomination))
  await tx.nominations.cite(
    nomination.id,
    reports.map(({ id }) => id),
  )
}
