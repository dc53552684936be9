import type { Campaign } from '../campaign/campaign.ts'
import { openPoints } from '../dossier/dossier.ts'
import type { Transaction } from '../ports.ts'
import { holderOf, stepOf } from './chain.ts'
import type { Move, MoveNote } from './history.ts'
import { pointsAsked, roundOf } from './history.ts'
import type { Nomination } from './nomination.ts'
import { awardOf } from './nomination.ts'
import { stepClock } from './step-clock.ts'
import type { NominationView, PointView } from './view.ts'

/** Reads what there is to say about a nomination. */
export async function viewNomination(
  tx: Transaction,
  nomination: Nomination,
): Promise<NominationView> {
  const campaign = await campaignOf(tx, nomination)
  const unit = await tx.units.get(nomination.unitCode)
  const heir = unit.ending ? await tx.units.heir(unit.code) : unit
  const moves = await tx.nominations.moves(nomination.id)
  const award = awardOf(nomination, campaign)
  const step = stepOf(await tx.chains.get(nomination.chain), nomination.state)
  const calendar = step?.limit ? await tx.calendars.load() : undefined
  const clock = step && calendar ? stepClock(step, { moves, calendar, now: tx.now }) : undefined
  const last = moves.at(-1)?.note
  return {
    nomination,
    campaign,
    unit,
    since: nomination.stateSince,
    points: await pointViews(tx, nomination, moves),
    cited: await citedCodes(tx, nomination),
    ...(award ? { award } : {}),
    ...(heir.code === unit.code ? {} : { heir }),
    ...(step ? { holder: holderOf(step, campaign, heir) } : {}),
    ...(clock ? { clock } : {}),
    ...(nomination.supplementDueOn ? { supplementDueOn: nomination.supplementDueOn } : {}),
    ...(last ? saidWith(last) : {}),
  }
}

/** Its campaign, with the office that works on it at present. */
async function campaignOf(tx: Transaction, { campaignId }: Nomination): Promise<Campaign> {
  const { campaign, superseded } = await tx.campaigns.get(campaignId)
  if (!superseded) return campaign
  const { office } = (await tx.campaigns.heir(campaignId)).campaign
  return { ...campaign, office }
}

/** What of the last move's words belongs to the view. */
function saidWith({ holdCategory, grounds, continuedAs }: MoveNote): Partial<NominationView> {
  return {
    ...(holdCategory ? { holdCategory } : {}),
    ...(grounds ? { grounds } : {}),
    ...(continuedAs ? { continuedAs } : {}),
  }
}

async function pointViews(
  tx: Transaction,
  { id, state }: Nomination,
  moves: readonly Move[],
): Promise<readonly PointView[]> {
  if (state !== 'returned') return []
  const points = pointsAsked(moves)
  const open = openPoints(await tx.dossiers.list(id), { round: roundOf(moves), points })
  return points.map((text, index) => ({
    number: index + 1,
    text,
    open: open.includes(index + 1),
  }))
}

async function citedCodes(tx: Transaction, { id }: Nomination): Promise<readonly string[]> {
  const codes: string[] = []
  for (const reportId of await tx.nominations.citedReportIds(id))
    codes.push((await tx.reports.get(reportId)).code)
  return codes.sort()
}
