import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { secureChance } from '../../bot/chance.ts'
import { valueOf } from '../../bot/shipped.ts'
import type { Campaign } from '../../core/campaign/campaign.ts'
import { loadCampaign } from '../../core/campaign/load-campaign.ts'
import type { DeadlineRule } from '../../core/duty/deadline-rule.ts'
import type { Memory } from '../../prisma/client.ts'
import { openMemory } from '../../prisma/client.ts'
import { readPlanFile } from '../../prisma/files/plan-file.ts'
import { migrate } from '../../prisma/migrate.ts'
import type { DatabaseServer } from './database/server.ts'
import { onDatabase } from './database/server.ts'
import type { Stage } from './stage.ts'

export const DEADLINES = 40
/** A unit has so many people, all of whom are reminded; half of the duties are done. */
const PEOPLE_OF_A_UNIT = 20
export const REMINDERS_OF_A_PERSON = DEADLINES / 2

/** The morning of the only stage: three working days before all forty are due. */
const NOW = Temporal.Instant.from('2025-11-20T09:00:00+07:00')
const DUE_ON = Temporal.PlainDate.from('2025-11-25')

/** Opens the database as the product does, at the hour at which the stage has come. */
export function openAtTheStage(url: string): Memory {
  const silent = {
    ...{ phrase: nothing, phraseForGroup: nothing, linkTo: nothing, restate: nothing },
    render: () => undefined,
  }
  return openMemory(url, 2, () => ({ now: NOW, chance: secureChance, voice: silent, bots: [] }))
}

function nothing(): never {
  throw new Error('a sweep puts nothing into words')
}

/** Makes a database with so many officials and forty deadlines whose stage has come; gives its name, to be copied. */
export async function seedCrowd(
  stage: Stage,
  server: DatabaseServer,
  officials: number,
): Promise<string> {
  const name = `crowd_${officials}`
  const url = await server.create(name)
  await migrate(url, join(stage.root, 'prisma', 'migrations'))
  const campaign = await campaignOf(stage)
  const units = officials / PEOPLE_OF_A_UNIT
  await onDatabase(url, async (client) => {
    await client.query(
      `insert into unit (code, name, full_name, kind, aliases, former_names, groups, protocol_order)
       select 'U' || n, 'đơn vị ' || n, 'Đơn vị ' || n, 'commune', '{}', '{}', '{}', n
       from generate_series(1, $1::int) n`,
      [units],
    )
    await client.query(
      `insert into official (id, code, name, address, position, unit_code)
       select gen_random_uuid(), 'C' || n, 'Cán bộ ' || n, 'đồng chí', 'công chức', 'U' || 1 + n % $1::int
       from generate_series(1, $2::int) n`,
      [units, officials],
    )
    await client.query(`insert into role_grant select id, 'contact' from official`)
  })
  const memory = openAtTheStage(url)
  await memory.transactions.run(async (tx) => {
    await tx.campaigns.save(campaign, tx.now)
    await tx.campaigns.join(
      campaign.id,
      Array.from({ length: units }, (_, n) => `U${n + 1}`),
    )
    await loadCampaign(tx, campaign)
  })
  await memory.close()
  await onDatabase(url, (client) =>
    client.query(
      `update duty set done_at = now(), done_by = 'bench'
       where (substr(unit_code, 2)::int + substr(deadline_id, length(deadline_id) - 1)::int) % 2 = 0`,
    ),
  )
  return name
}

/** The shipped plan with forty deadlines of one kind and a ladder of one stage. */
async function campaignOf(stage: Stage): Promise<Campaign> {
  const file = join(stage.root, 'prisma', 'campaigns', 'chi-lang', 'plan.yaml')
  const shipped = valueOf(await readPlanFile(file))
  const deadlines = Array.from({ length: DEADLINES }, (_, n): DeadlineRule => ({
    id: `viec-${String(n + 1).padStart(2, '0')}`,
    kind: 'unit-plan',
    title: `việc ${n + 1}`,
    wording: 'chậm nhất ngày 25/11/2025',
    due: { anchor: 'calendar', to: DUE_ON, inclusive: true },
    appliesTo: 'every-unit',
    source: 'bench',
    origin: 'office',
  }))
  const time = Temporal.PlainTime.from('08:00')
  const only = { id: 'T-3', offset: -3, unit: 'working-day', time, to: ['contact'], text: 'short' }
  return { ...shipped, id: 'bench', deadlines, ladders: { 'unit-plan': [only] } } as Campaign
}
