import type pg from 'pg'
import type { PaceStore } from '../../core/delivery/outbox-store.ts'

/**
 * Takes the slots where they lie near enough, else tells why not. Who comes a moment late may catch up
 * that moment. $2: how long the slots last, $3: how far ahead they may lie, both in milliseconds; $4: the
 * process, where it sends to everybody.
 */
const RESERVE = `
  with taken as (
    insert into channel_pace as p (channel, next_at, sender, sender_until)
    select $1, ends_at, $4, case when $4::text is not null then ends_at + $5::interval end
    from (select clock_timestamp() + $2::float8 * interval '1 millisecond' as ends_at) first
    on conflict (channel) do update set
      next_at = greatest(p.next_at, clock_timestamp() - interval '20 milliseconds')
        + $2::float8 * interval '1 millisecond',
      sender = coalesce($4, p.sender),
      sender_until = case when $4::text is null then p.sender_until
        else greatest(p.next_at, clock_timestamp()) + $2::float8 * interval '1 millisecond' + $5::interval end
    where coalesce(p.paused_until <= clock_timestamp(), true)
      and p.next_at <= clock_timestamp() + $3::float8 * interval '1 millisecond'
      and ($4::text is null or coalesce(p.sender = $4 or p.sender_until <= clock_timestamp(), true))
    returning next_at
  )
  select extract(epoch from next_at - clock_timestamp())::float8 * 1000 - $2::float8 as wait, false as rests
  from taken
  union all
  select null, coalesce(paused_until > clock_timestamp(), false) from channel_pace
  where channel = $1 and not exists (select 1 from taken)`

/** So long after the last of its slots a process is still the one that sends; then another takes over. */
const SENDER_STAYS = '1 second'

/**
 * The pace is real time, the database server's: it protects the platform, whatever our own clock says.
 * `sender`: the name of this process among those that share the pace.
 */
export function paceStore(pool: pg.Pool, sender: string): PaceStore {
  return {
    reserve: async (channel, { count, intervalMs, mostWaitMs, toEverybody }) => {
      const { rows } = await pool.query<{ wait: number | null; rests: boolean }>({
        name: 'reserve-pace',
        text: RESERVE,
        values: [
          channel,
          count * intervalMs,
          mostWaitMs,
          toEverybody ? sender : null,
          SENDER_STAYS,
        ],
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
