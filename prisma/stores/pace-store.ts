import type pg from 'pg'
import type { PaceStore } from '../../core/delivery/outbox-store.ts'

/**
 * Takes the slots where they lie near enough, else tells why not. Who comes a moment late may catch up
 * that moment. $2: how long the slots last, $3: how far ahead they may lie.
 */
const RESERVE = `
  with taken as (
    insert into channel_pace as p (channel, next_at)
    values ($1, clock_timestamp() + $2::float8 * interval '1 millisecond')
    on conflict (channel) do update set
      next_at = greatest(p.next_at, clock_timestamp() - interval '20 milliseconds')
        + $2::float8 * interval '1 millisecond'
    where coalesce(p.paused_until <= clock_timestamp(), true)
      and p.next_at <= clock_timestamp() + $3::float8 * interval '1 millisecond'
    returning next_at
  )
  select extract(epoch from next_at - clock_timestamp())::float8 * 1000 - $2::float8 as wait, false as rests
  from taken
  union all
  select null, coalesce(paused_until > clock_timestamp(), false) from channel_pace
  where channel = $1 and not exists (select 1 from taken)`

/** The pace is real time, the database server's: it protects the platform, whatever our own clock says. */
export function paceStore(pool: pg.Pool): PaceStore {
  return {
    reserve: async (channel, { count, intervalMs, mostWaitMs }) => {
      const { rows } = await pool.query<{ wait: number | null; rests: boolean }>({
        name: 'reserve-pace',
        text: RESERVE,
        values: [channel, count * intervalMs, mostWaitMs],
      })
      const [row] = rows
      if (row?.rests) return { kind: 'rests' }
      // No row: another process has sent the channel's first message at this very moment.
      if (!row || row.wait === null) return { kind: 'busy' }
      return { kind: 'turn', waitMs: Math.max(0, row.wait) }
    },
    pause: async (channel, delayMs) => {
      await pool.query(
        `insert into channel_pace as p (channel, next_at, paused_until)
         values ($1, clock_timestamp(), clock_timestamp() + $2::float8 * interval '1 millisecond')
         on conflict (channel) do update set paused_until =
           greatest(p.paused_until, clock_timestamp() + $2::float8 * interval '1 millisecond')`,
        [channel, delayMs],
      )
    },
  }
}
