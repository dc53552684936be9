import { localDateOf } from '../../core/calendar/local-time.ts'
import type { Campaign } from '../../core/campaign/campaign.ts'
import type { CampaignStore, LoadedCampaign } from '../../core/campaign/campaign-store.ts'
import { campaignFromJson } from './campaign-json.ts'
import type { Db } from './rows.ts'
import { toDate, toInstant, toJson } from './rows.ts'

/** All of a campaign but its plan, which is large and read once for each time it was loaded. */
const HEAD = { id: true, loadedAt: true, trackedFrom: true } as const
type Head = { id: string; loadedAt: Date; trackedFrom: Date }

const plans = new Map<string, { loadedAt: number; campaign: Campaign }>()

async function load(db: Db, { id, loadedAt, trackedFrom }: Head): Promise<LoadedCampaign> {
  const at = loadedAt.getTime()
  const known = plans.get(id)
  const campaign = known?.loadedAt === at ? known.campaign : await readPlan(db, id)
  plans.set(id, { loadedAt: at, campaign })
  return { campaign, trackedFrom: localDateOf(toInstant(trackedFrom)) }
}

async function readPlan(db: Db, id: string): Promise<Campaign> {
  const { plan } = await db.campaign.findUniqueOrThrow({ where: { id }, select: { plan: true } })
  return campaignFromJson(plan)
}

async function loadAll(db: Db, heads: readonly Head[]): Promise<LoadedCampaign[]> {
  const loaded: LoadedCampaign[] = []
  for (const head of heads) loaded.push(await load(db, head))
  return loaded
}

export function campaignStore(db: Db): CampaignStore {
  return {
    get: async (id) =>
      load(db, await db.campaign.findUniqueOrThrow({ where: { id }, select: HEAD })),
    list: async () =>
      loadAll(db, await db.campaign.findMany({ select: HEAD, orderBy: { id: 'asc' } })),
    findForUnit: async (unitCode, on) => {
      const where = { units: { some: { unitCode } } }
      const loaded = await loadAll(db, await db.campaign.findMany({ where, select: HEAD }))
      const day = on.toString()
      const byEnd = loaded.sort((a, b) =>
        a.campaign.endsOn.toString().localeCompare(b.campaign.endsOn.toString()),
      )
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
