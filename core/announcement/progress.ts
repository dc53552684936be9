import type { Transaction } from '../ports.ts'
import type { Announcement } from './announcement.ts'
import { leavingOf } from './leaving.ts'
import type { Progress, Reached, Standing, Waiting } from './standing.ts'
import { received } from './standing.ts'

/** How far a notice has come, person by person, counted. */
export async function progressOf(tx: Transaction, announcement: Announcement): Promise<Progress> {
  const standings = await tx.announcements.standings(announcement.id)
  const of = (reached: Reached): number =>
    standings.filter((standing) => standing.reached === reached).length
  const units = await tx.units.list(announcement.campaignId)
  const names = new Map(units.map(({ code, name }) => [code, name]))
  const byUnit = new Map<string, Standing[]>()
  for (const standing of standings)
    byUnit.set(standing.unitCode, [...(byUnit.get(standing.unitCode) ?? []), standing])
  const waits = of('waiting') > 0 ? await waitingOf(tx, announcement) : undefined
  return {
    announcement,
    ...(waits ? { waits } : {}),
    total: standings.length,
    count: {
      waiting: of('waiting'),
      'on-its-way': of('on-its-way'),
      sent: of('sent'),
      uncertain: of('uncertain'),
      rejected: of('rejected'),
      unreachable: of('unreachable'),
      spared: of('spared'),
    },
    acknowledged: standings.filter(({ acknowledged }) => acknowledged).length,
    units: [...byUnit].map(([unitCode, own]) => ({
      unitCode,
      name: names.get(unitCode) ?? unitCode,
      total: own.length,
      sent: own.filter(received).length,
      acknowledged: own.filter(({ acknowledged }) => acknowledged).length,
    })),
  }
}

async function waitingOf(tx: Transaction, announcement: Announcement): Promise<Waiting> {
  const { state, photoId, optional } = announcement
  if (state === 'stopped') return { kind: 'stopped' }
  if (state === 'draft' || state === 'awaiting-release') return { kind: 'release' }
  if (photoId !== undefined && (await tx.evidence.photoState(photoId)) !== 'ready')
    return { kind: 'photo' }
  const leaves = await leavingOf(tx, announcement)
  return optional && leaves.because === 'now' ? { kind: 'enough' } : { kind: 'moment', leaves }
}
