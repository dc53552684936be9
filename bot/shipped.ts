import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Campaign } from '../core/campaign/campaign.ts'
import { loadCalendar } from '../core/calendar/load-calendar.ts'
import type { CalendarYear } from '../core/calendar/working-days.ts'
import { loadCampaign, loadUnits } from '../core/campaign/load-campaign.ts'
import { loadOfficials } from '../core/official/load-officials.ts'
import type { Transactions } from '../core/ports.ts'
import type { Unit } from '../core/unit/unit.ts'
import { readCalendarFile } from '../prisma/files/calendar-file.ts'
import { readChainFile } from '../prisma/files/chain-file.ts'
import { readOfficialsFile } from '../prisma/files/officials-file.ts'
import { readPlanFile } from '../prisma/files/plan-file.ts'
import type { ReadResult } from '../prisma/files/problem.ts'
import { problemSentence } from '../prisma/files/problem.ts'
import { readUnitsFile } from '../prisma/files/units-file.ts'

/** Files that cannot be taken over: every problem with file, line and column. */
export class FileRefusal extends Error {
  override readonly name = 'FileRefusal'
}

/** The value that was read, or a refusal that lists every problem. */
export function valueOf<T>(result: ReadResult<T>): T {
  if (result.ok) return result.value
  throw new FileRefusal(result.problems.map(problemSentence).join('\n'))
}

/** Days off and make-up days of the years that ship with the product; brought up to date at every start. */
export async function loadCalendars(transactions: Transactions, folder: string): Promise<void> {
  const years = await shippedCalendars(folder)
  await transactions.run((tx) => loadCalendar(tx, years))
}

/** The years that ship with the product, earliest first. */
export async function shippedCalendars(folder: string): Promise<readonly CalendarYear[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).sort()
  const read = await Promise.all(files.map((file) => readCalendarFile(join(folder, file))))
  return read.map(valueOf)
}

/** The approval chains that ship with the product; a version that is already known stays as it is. */
export async function loadChains(transactions: Transactions, folder: string): Promise<void> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).sort()
  const read = await Promise.all(files.map((file) => readChainFile(join(folder, file))))
  const chains = read.map(valueOf)
  await transactions.run((tx) => tx.chains.save(chains))
}

/** The campaign that ships with the product and its units, as their files say; nothing is loaded. */
export async function readShippedCampaign(
  folder: string,
): Promise<{ readonly campaign: Campaign; readonly units: readonly Unit[] }> {
  const units = valueOf(await readUnitsFile(join(folder, 'units.csv')))
  return { campaign: valueOf(await readPlanFile(join(folder, 'plan.yaml'), units)), units }
}

/**
 * Loads the campaign that ships with the product, unless the database has one already, and its
 * invented people where `people` says so, unless it has people already. Gives whether anything was loaded.
 */
export async function loadShippedCampaign(
  transactions: Transactions,
  folder: string,
  people: boolean,
): Promise<boolean> {
  const found = await transactions.run(async (tx) => ({
    campaigns: (await tx.campaigns.listAll()).map((loaded) => loaded.campaign.id),
    officials: (await tx.officials.list({})).length,
  }))
  const wantsCampaign = found.campaigns.length === 0
  const wantsPeople = people && found.officials === 0
  if (!wantsCampaign && !wantsPeople) return false
  const { campaign, units } = await readShippedCampaign(folder)
  if (!wantsCampaign && !found.campaigns.includes(campaign.id)) return false
  const roster = wantsPeople
    ? valueOf(await readOfficialsFile(join(folder, 'officials.csv'), units))
    : []
  await transactions.run(async (tx) => {
    if (wantsCampaign) {
      await loadCampaign(tx, campaign)
      await loadUnits(tx, campaign.id, units)
    }
    await loadOfficials(tx, roster)
  })
  return true
}
