import { localDateOf } from '../../core/calendar/local-time.ts'
import type { Campaign } from '../../core/campaign/campaign.ts'
import type { CampaignStore, LoadedCampaign } from '../../core/campaign/campaign-store.ts'
import { campaignFromJson } from './campaign-json.ts'
import type { Db } from './rows.ts'
import { toDate, toInstant, toJson } from './rows.ts'

type Row = { id: string; plan: unknown; loadedAt: Date }

/** The plans of this process, read once for each time they were loaded. */
const parsed = new Map<string, { loadedAt: number; campaign: Campaign }>()

function toLoaded(row: Row & { trackedFrom: Date }): LoadedCampaign {
  const loadedAt = row.loadedAt.getTime()
  const known = parsed.get(row.id)
  const campaign = known?.loadedAt === loadedAt ? known.campaign : campaignFromJson(row.plan)
  parsed.set(row.id, { loadedAt, campaign })
  return { campaign, trackedFrom: localDateOf(toInstant(row.trackedFrom)) }
}

export function campaignStore(db: Db): CampaignStore {
  return {
    get: async (id) => toLoaded(await db.campaign.findUniqueOrThrow({ where: { id } })),
    list: async () => (await db.campaign.findMany({ orderBy: { id: 'asc' } })).map(toLoaded),
    findForUnit: async (unitCode, on) => {
      const rows = await db.campaign.findMany({ where: { units: { some: { unitCode } } } })
      const day = on.toString()
      const byEnd = rows
        .map(toLoaded)
        .sort((a, b) => a.campaign.endsOn.toString().localeCompare(b.campaign.endsOn.toString()))
      const running = byEnd.find(
        ({ campaign }) => campaign.startsOn.toString() <= day && day <= campaign.endsOn.toString(),
      )
      return running ?? byEnd.at(-1)
    },
    save: async (campaign, at) => {
      const plan = toJson(campaign)
      const loadedAt = toDate(at)
      await db.campaign.upsert({
        where: { id: campaign.id },
        create: { id: campaign.id, plan, loadedAt, trackedFrom: loadedAt },
        update: { plan, loadedAt },
      })
    },
    join: async (campaignId, unitCodes) => {
      await db.campaignUnit.createMany({
        data: unitCodes.map((unitCode) => ({ campaignId, unitCode })),
        skipDuplicates: true,
      })
    },
    nextNumber: async (campaignId, kind) => {
      const { last } = await db.codeCounter.upsert({
        where: { campaignId_kind: { campaignId, kind } },
        create: { campaignId, kind, last: 1 },
        update: { last: { increment: 1 } },
      })
      return last
    },
  }
}
