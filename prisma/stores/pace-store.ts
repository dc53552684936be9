import type pg from 'pg'
import type { BotKey } from '../../core/delivery/bot.ts'
import type { RestCause } from '../../core/delivery/breaker.ts'
import type { BotStanding, PaceStore } from '../../core/delivery/pace-store.ts'
import { present, toInstant } from './rows.ts'

/**
 * Takes the slots where they lie near enough, else tells why not. Who comes a moment late may catch up
 * that moment. $2: how long the slots last, $3: how far ahead they may lie, both in milliseconds; $4: the
 * process, where it sends to everybody.
 */
const RESERVE = `
  with taken as (
    insert into bot_pace as p (bot, next_at, sender, sender_until)
    select $1, ends_at, $4, case when $4::text is not null then ends_at + $5::interval end
    from (select clock_timestamp() + $2::float8 * interval '1 millisecond' as ends_at) first
    on conflict (bot) do update set
      next_at = greatest(p.next_at, clock_timestamp() - interval '20 milliseconds')
        + $2::float8 * interval '1 millisecond',
      sender = coalesce($4, p.sender),
      sender_until = case when $4::text is null then p.sender_until
        else greatest(p.next_at, clock_timestamp()) + $2::float8 * interval '1 millisecond' + $5::interval end
    where p.trips = 0
      and p.next_at <= clock_timestamp() + $3::float8 * interval '1 millisecond'
      and ($4::text is null or coalesce(p.sender = $4 or p.sender_until <= clock_timestamp(), true))
    returning next_at
  )
  select extract(epoch from next_at - clock_timestamp())::float8 * 1000 - $2::float8 as wait, false as rests
  from taken
  union all
  select null, trips > 0 from bot_pace where bot = $1 and not exists (select 1 from taken)`

/** One of those who come after the rest gets it; what is never answered gives way to the next after this time. */
const PROBE = `
  update bot_pace set probing_until = clock_timestamp() + interval '25 seconds'
  where bot = $1 and trips > 0 and greatest(paused_until, probing_until) <= clock_timestamp()
  returning bot`

/** Another cause is another opening. */
const NEXT_TRIP = 'case when p.cause = excluded.cause then p.trips + 1 else 1 end'

/** $2: why, $3: the steps in milliseconds. A refusal while it rests already is of the same opening. */
const REST = `
  insert into bot_pace as p (bot, next_at, cause, trips, paused_until)
  values ($1, clock_timestamp(), $2, 1,
    clock_timestamp() + ($3::float8[])[1] * interval '1 millisecond')
  on conflict (bot) do update set
    cause = excluded.cause, trips = ${NEXT_TRIP}, probing_until = null,
    paused_until = clock_timestamp()
      + ($3::float8[])[least(${NEXT_TRIP}, cardinality($3::float8[]))] * interval '1 millisecond'
  where coalesce(p.paused_until <= clock_timestamp(), true)
  returning trips, paused_until`

type RestRow = { trips: number; paused_until: Date }
type StandingRow = { bot: string; cause: string | null; rests_until: Date | null }

/** So long after the last of its slots a process is still the one that sends; then another takes over. */
const SENDER_STAYS = '1 second'

/**
 * The pace is real time, the database server's: it protects the platform, whatever our own clock says.
 * `sender`: the name of this process among those that share the pace.
 */
export function paceStore(pool: pg.Pool, sender: string): PaceStore {
  return {
    reserve: async (bot, { count, intervalMs, mostWaitMs, toEverybody }) => {
      const { rows } = await pool.query<{ wait: number | null; rests: boolean }>({
        name: 'reserve-pace',
        text: RESERVE,
        values: [bot, count * intervalMs, mostWaitMs, toEverybody ? sender : null, SENDER_STAYS],
      })
      const [row] = rows
      if (row?.rests) {
        if (count === 0) return { kind: 'rests' }
        const probe = await pool.query(PROBE, [bot])
        return { kind: probe.rowCount === 1 ? 'probe' : 'rests' }
      }
      // No row: another process has sent the bot's first message at this very moment.
      if (!row || row.wait === null) return { kind: 'busy' }
      return { kind: 'turn', waitMs: Math.max(0, row.wait) }
    },
    rest: async (bot, { cause, steps }) => {
      const { rows } = await pool.query<RestRow>(REST, [bot, cause, [...steps]])
      const [row] = rows
      if (row) return { opened: row.trips === 1, until: toInstant(row.paused_until) }
      const { rows: open } = await pool.query<RestRow>(
        'select trips, paused_until from bot_pace where bot = $1',
        [bot],
      )
      return { opened: false, until: toInstant(open[0]?.paused_until ?? new Date()) }
    },
    recover: async (bot) => {
      await pool.query(
        `update bot_pace set trips = 0, cause = null, paused_until = null, probing_until = null
         where bot = $1 and paused_until <= clock_timestamp()`,
        [bot],
      )
    },
    list: async () => {
      const { rows } = await pool.query<StandingRow>(
        `select bot, cause, case when paused_until > clock_timestamp() then paused_until end as rests_until
         from bot_pace order by bot`,
      )
      return rows.map(standingFromRow)
    },
  }
}

function standingFromRow({ bot, cause, rests_until }: StandingRow): BotStanding {
  return {
    bot: bot as BotKey,
    ...present('cause', cause as RestCause | null),
    ...present('restsUntil', rests_until && toInstant(rests_until)),
  }
}
