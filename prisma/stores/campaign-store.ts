import { localDateOf } from '../../core/calendar/local-time.ts'
import type { Campaign } from '../../core/campaign/campaign.ts'
import type {
  CampaignStore,
  LoadedCampaign,
  Superseded,
} from '../../core/campaign/campaign-store.ts'
import { campaignFromJson } from './campaign-json.ts'
import { campaignHeirs, campaignLine } from './lineage.ts'
import type { Db } from './rows.ts'
import { dayToDate, toDate, toDay, toInstant, toJson } from './rows.ts'

/** All of a campaign but its plan, which is large and read once for each time it was loaded. */
const HEAD = {
  ...{ id: true, loadedAt: true, trackedFrom: true },
  ...{ supersededBy: true, supersededOn: true },
} as const
type Head = {
  id: string
  loadedAt: Date
  trackedFrom: Date
  supersededBy: string | null
  supersededOn: Date | null
}

const plans = new Map<string, { version: string; campaign: Campaign }>()

async function load(db: Db, head: Head): Promise<LoadedCampaign> {
  const { id, loadedAt, trackedFrom } = head
  const superseded = supersededOf(head)
  const version = `${loadedAt.getTime()} ${superseded?.on.toString() ?? ''}`
  const known = plans.get(id)
  const campaign =
    known?.version === version ? known.campaign : endedBy(superseded, await readPlan(db, id))
  plans.set(id, { version, campaign })
  return {
    campaign,
    trackedFrom: localDateOf(toInstant(trackedFrom)),
    ...(superseded ? { superseded } : {}),
  }
}

function supersededOf({ supersededBy, supersededOn }: Head): Superseded | undefined {
  return supersededBy !== null && supersededOn !== null
    ? { by: supersededBy, on: toDay(supersededOn) }
    : undefined
}

/** The plan may name a later day, and say that the reorganisation is still to come. */
function endedBy(superseded: Superseded | undefined, plan: Campaign): Campaign {
  if (!superseded) return plan
  const ended: { -readonly [K in keyof Campaign]: Campaign[K] } = { ...plan }
  delete ended.notice
  const lastDay = superseded.on.subtract({ days: 1 })
  if (lastDay.toString() < plan.endsOn.toString()) ended.endsOn = lastDay
  return ended
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
    list: async () => {
      const where = { supersededBy: null }
      return loadAll(
        db,
        await db.campaign.findMany({ where, select: HEAD, orderBy: { id: 'asc' } }),
      )
    },
    listAll: async () =>
      loadAll(db, await db.campaign.findMany({ select: HEAD, orderBy: { id: 'asc' } })),
    line: (id) => campaignLine(db, id),
    heir: async (id) => {
      const present = (await campaignHeirs(db, id)).at(-1) ?? id
      const where = { id: present }
      return load(db, await db.campaign.findUniqueOrThrow({ where, select: HEAD }))
    },
    supersede: async (id, { by, on }) => {
      const data = { supersededBy: by, supersededOn: dayToDate(on) }
      await db.campaign.update({ where: { id }, data })
      await db.$executeRaw`
        insert into code_counter (campaign_id, kind, last)
        select ${by}, kind, last from code_counter where campaign_id = ${id}
        on conflict do nothing`
      await db.chatGroup.updateMany({ where: { campaignId: id }, data: { campaignId: by } })
    },
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
