import type pg from 'pg'
import type { PaceStore } from '../../core/delivery/outbox-store.ts'

/** The pace is real time, the database server's: it protects the platform, whatever our own clock says. */
export function paceStore(pool: pg.Pool): PaceStore {
  return {
    reserve: async (channel, count, intervalMs) => {
      const { rows } = await pool.query<{ wait: number; paused: boolean }>({
        name: 'reserve-pace',
        text: `
          insert into channel_pace as p (channel, next_at)
          values ($1, clock_timestamp() + $2::float8 * interval '1 millisecond')
          on conflict (channel) do update set
            next_at = case when p.paused_until > clock_timestamp() then p.next_at
              else greatest(p.next_at, clock_timestamp()) + $2::float8 * interval '1 millisecond' end
          returning
            extract(epoch from next_at - $2::float8 * interval '1 millisecond' - clock_timestamp())::float8 * 1000 as wait,
            coalesce(paused_until > clock_timestamp(), false) as paused`,
        values: [channel, count * intervalMs],
      })
      const [row] = rows
      if (!row || row.paused) return undefined
      return Math.max(0, row.wait)
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
