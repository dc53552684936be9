import { localDateOf } from '../calendar/local-time.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import type { Campaign } from '../campaign/campaign.ts'
import { eventDay } from '../duty/due-days.ts'
import type { Official } from '../official/official.ts'
import type { Transaction } from '../ports.ts'
import type { Report } from '../report/report.ts'
import type { Unit } from '../unit/unit.ts'
import { balanceOf } from './balance.ts'
import type { CeremonyFacts, CouncilFacts, DecisionFacts, GateFacts } from './gates/gate.ts'
import type { MoveNote } from './history.ts'
import { likenessOf } from './likeness.ts'
import type { Nomination } from './nomination.ts'
import { stands } from './nomination.ts'
import { nomineeUnit } from './nominee-unit.ts'

/** As many reports of one unit as a campaign may see in two years of daily ones. */
const MOST_REPORTS = 800
/** More than any unit puts forward. */
const MOST_NOMINATIONS = 500

/** What the actor brings to a move, beside who it is. */
export type Brought = {
  readonly official: Official
  readonly note: MoveNote
  readonly council?: CouncilFacts
  readonly decision?: DecisionFacts
}

/** Reads everything the gates may look at. */
export async function gatherFacts(
  tx: Transaction,
  nomination: Nomination,
  { official, ...brought }: Brought,
): Promise<GateFacts> {
  const { campaign } = await tx.campaigns.get(nomination.campaignId)
  const unit = await tx.units.get(nomination.unitCode)
  const reports = await standingReports(tx, nomination)
  const cited = new Set(await tx.nominations.citedReportIds(nomination.id))
  const others = await tx.nominations.listComparable(nomination)
  const on = brought.decision?.signedOn ?? localDateOf(tx.now)
  const heir = await tx.units.heir(unit.code)
  const ceremony = await ceremonyOf(tx, campaign, nomination.chain)
  const collective = nomineeUnit(nomination, await unitsAround(tx, campaign.id), on)
  return {
    nomination,
    campaign,
    unit,
    heir,
    ...(collective ? { nomineeUnit: collective } : {}),
    on,
    actor: official,
    moves: await tx.nominations.moves(nomination.id),
    alike: others.flatMap((other) => likenessOf(nomination, other) ?? []),
    dossier: await tx.dossiers.list(nomination.id),
    checks: await tx.checklists.list(nomination.id),
    cited: reports.filter(({ id }) => cited.has(id)),
    balance: balanceOf(nomination.figures, reports),
    ownList: await ownList(tx, nomination),
    ...(ceremony ? { ceremony } : {}),
    ...brought,
  }
}

/** What the unit puts forward for the same award: what is still a draft only where it is the nomination itself. */
async function ownList(tx: Transaction, nomination: Nomination): Promise<readonly Nomination[]> {
  const { campaignId, unitCode, awardId, id } = nomination
  const own = await tx.nominations.list(campaignId, { unitCode, limit: MOST_NOMINATIONS })
  return own.filter(
    (one) => one.id === id || (one.awardId === awardId && stands(one) && one.state !== 'draft'),
  )
}

/** The ceremony the plan or the office has set a day for, and until when it can be reached. */
async function ceremonyOf(
  tx: Transaction,
  campaign: Campaign,
  version: Nomination['chain'],
): Promise<CeremonyFacts | undefined> {
  const rule = campaign.deadlines.find(({ kind }) => kind === 'ceremony')
  if (!rule) return undefined
  const set = await tx.duties.findDeadline(`${campaign.id}:ceremony:${rule.id}`)
  const on = set?.dueOn ?? eventDay(campaign, rule.id)
  if (!on) return undefined
  const { steps } = await tx.chains.get(version)
  const signature = steps.findIndex(({ states }) => states.includes('awaiting-signature'))
  const limits = steps.slice(0, signature).flatMap(({ limit }) => limit ?? [])
  const workingDays = limits.reduce((sum, limit) => sum + limit.workingDays, 0)
  const latestOn = addWorkingDays(await tx.calendars.load(), on, -workingDays)
  return { on, workingDays, latestOn, confirmed: limits.every(({ confirmed }) => confirmed) }
}

/** The reports of the nomination's unit in its campaign that were not withdrawn. */
export async function standingReports(
  tx: Transaction,
  { campaignId, unitCode }: Pick<Nomination, 'campaignId' | 'unitCode'>,
): Promise<readonly Report[]> {
  const all = await tx.reports.list(campaignId, { unitCode, limit: MOST_REPORTS })
  return all.filter(({ state }) => state === 'submitted')
}

/** The units by whose names a collective may be meant: those of the present campaign, and those before it. */
export async function unitsAround(tx: Transaction, campaignId: string): Promise<readonly Unit[]> {
  const { campaign } = await tx.campaigns.heir(campaignId)
  return tx.units.listLine(campaign.id)
}
