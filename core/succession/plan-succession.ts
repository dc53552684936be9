import { localDateOf } from '../calendar/local-time.ts'
import { stands } from '../nomination/nomination.ts'
import type { Official } from '../official/official.ts'
import type { Transaction } from '../ports.ts'
import type { Moving, Obstacle, Succession, SuccessionPreview } from './succession.ts'
import { successorOf } from './succession.ts'

/** More than any campaign of a district has. */
const MOST = 10_000

/** What applying it would do now, and what stands in the way; changes nothing. */
export async function planSuccession(
  tx: Transaction,
  succession: Succession,
): Promise<SuccessionPreview> {
  const old = succession.campaign.supersedes
  const obstacle = await obstacleTo(tx, succession)
  const officials = await tx.officials.list({ campaignId: old })
  const nominations = await tx.nominations.list(old, { limit: MOST })
  return {
    succession,
    ...(obstacle ? { obstacle } : {}),
    units: await tx.units.listLine(old),
    movings: officials.flatMap((official) => movingOf(succession, official) ?? []),
    waiting: officials.filter((one) => !movingOf(succession, one)).map(({ code }) => code),
    dutiesEnding: await tx.duties.countOpenFrom(old, succession.on),
    underWay: nominations
      .filter((one) => stands(one) && one.state !== 'archived')
      .map(({ code, unitCode, state, nomineeKind, chain }) => ({
        ...{ code, unitCode, state },
        collective: nomineeKind === 'collective',
        chain: chain.id,
      })),
  }
}

async function obstacleTo(
  tx: Transaction,
  { on, campaign }: Succession,
): Promise<Obstacle | undefined> {
  const { superseded } = await tx.campaigns.get(campaign.supersedes)
  if (superseded) return { kind: 'applied', on: superseded.on }
  if (localDateOf(tx.now).toString() < on.toString()) return { kind: 'not-yet', on }
  const session = await tx.council.lockOpen(campaign.supersedes)
  return session && { kind: 'session-open', heldOn: session.heldOn }
}

/** Where an official goes; nowhere when the unit ends without a successor and the file names no other. */
export function movingOf(succession: Succession, official: Official): Moving | undefined {
  const assigned = succession.officials.find(({ code }) => code === official.code)
  const to = assigned?.unitCode ?? successorOf(succession, official.unitCode)
  if (to === undefined) return undefined
  const roles = assigned?.roles ?? official.roles
  return { official: official.code, from: official.unitCode, to, roles }
}
