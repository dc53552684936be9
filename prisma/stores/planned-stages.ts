import { createHash } from 'node:crypto'
import type { LocalDate } from '../../core/calendar/local-time.ts'
import type { PlannedStage } from '../../core/reminder/reminder-store.ts'
import type { Db } from './rows.ts'
import { dayToDate } from './rows.ts'

/**
 * A stage is planned whole once a day, since leave begins and ends with a day. In between only what has
 * changed is looked at: duties and officials carry the transaction that last changed them, and each planned
 * stage the oldest one that was still running, whose changes it may not have seen.
 */
function keyOf({ deadlineId, stage, dueAt, to, extendedTo }: PlannedStage): string {
  const line = [deadlineId, stage, dueAt.toString(), to, extendedTo?.toString() ?? null]
  return createHash('sha256').update(JSON.stringify(line)).digest('base64url')
}

/** The stages that were planned that day, with the transaction from which on changes are to be looked at. */
export async function readMarks(
  db: Db,
  stages: readonly PlannedStage[],
  today: LocalDate,
): Promise<ReadonlyMap<PlannedStage, bigint>> {
  const rows = await db.plannedStage.findMany({
    where: { key: { in: stages.map(keyOf) }, plannedOn: dayToDate(today) },
  })
  const known = new Map(rows.map(({ key, before }) => [key, before]))
  const marks = new Map<PlannedStage, bigint>()
  for (const stage of stages) {
    const before = known.get(keyOf(stage))
    if (before !== undefined) marks.set(stage, before)
  }
  return marks
}

/** The number of the oldest transaction that is still running; to be read before what is planned. */
export async function oldestRunning(db: Db): Promise<bigint> {
  const [row] = await db.$queryRaw<{ before: bigint }[]>`
    select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as before`
  return row?.before ?? 0n
}

export async function markPlanned(
  db: Db,
  stages: readonly PlannedStage[],
  today: LocalDate,
  before: bigint,
): Promise<void> {
  if (stages.length === 0) return
  const plannedOn = dayToDate(today)
  await db.plannedStage.deleteMany({ where: { plannedOn: { not: plannedOn } } })
  await db.plannedStage.createMany({
    data: stages.map((stage) => ({ key: keyOf(stage), plannedOn, before })),
    skipDuplicates: true,
  })
}

/** Whether any duty or official has changed since. */
export async function whatChanged(
  db: Db,
  since: bigint,
): Promise<readonly ('duty' | 'official')[]> {
  const where = { changedBy: { gte: since } }
  const duty = await db.duty.findFirst({ where, select: { unitCode: true } })
  const official = await db.official.findFirst({ where, select: { id: true } })
  return [...(duty ? (['duty'] as const) : []), ...(official ? (['official'] as const) : [])]
}
