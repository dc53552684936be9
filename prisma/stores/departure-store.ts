import type pg from 'pg'
import { PUT_OFF } from '../../core/delivery/budget.ts'
import type { Address, WirePart } from '../../core/delivery/channel.ts'
import type { ClaimedPart, DepartureStore, Due } from '../../core/delivery/departure-store.ts'
import type { ChatPace, Pace } from '../../core/delivery/pace-store.ts'
import { toDate } from './rows.ts'

type ClaimRow = {
  seq: string
  message_id: string
  index: number
  of: number
  address: string
  payload: WirePart['payload']
  attempts: number
  failures: number
  wait: number
}

/** Of a run that empties a whole outbox each message passes here, so these statements are spared the detour through Prisma's client. */
export function departureStore(pool: pg.Pool): DepartureStore {
  return {
    claim: async (due) => {
      const { bot, address, now, leaseUntil, limit } = due
      const to = address === undefined ? [] : [address]
      const values = [bot, toDate(now), toDate(leaseUntil), limit, ...to]
      const { rows } = await pool.query<ClaimRow>(claim(due), values)
      return rows.map(claimedFromRow).sort((a, b) => (a.seq < b.seq ? -1 : 1))
    },
    release: async (parts) => {
      await pool.query(RELEASE, attemptsOf(parts))
    },
    begin: async (parts, { bot, leaseUntil, pace }) => {
      const { rows } = await pool.query<{ seq: string }>(begin(pace), [
        ...attemptsOf(parts),
        toDate(leaseUntil),
        bot,
      ])
      const begun = new Set(rows.map(({ seq }) => BigInt(seq)))
      return parts.filter(({ seq }) => begun.has(seq))
    },
    arrive: async (arrivals, at) => {
      await pool.query(ARRIVE, [
        ...attemptsOf(arrivals.map(({ part }) => part)),
        arrivals.map(({ receipt }) => receipt),
        toDate(at),
      ])
    },
  }
}

function claimedFromRow(row: ClaimRow): ClaimedPart {
  return {
    seq: BigInt(row.seq),
    messageId: row.message_id,
    address: row.address as Address,
    part: { index: row.index, of: row.of, payload: row.payload },
    attempt: row.attempts,
    failures: row.failures,
    waitMs: row.wait,
  }
}

function attemptsOf(parts: readonly ClaimedPart[]): [bigint[], number[]] {
  return [parts.map(({ seq }) => seq), parts.map(({ attempt }) => attempt)]
}

/** $1 and $2: the claims as a table. */
const CLAIMS = 'unnest($1::bigint[], $2::int[]) as c (seq, attempt)'
const IS_LATEST = 'p.seq = c.seq and p.attempts = c.attempt'

const RELEASE = `
  update outbox_part p set lease_until = null
  from ${CLAIMS} where ${IS_LATEST} and p.state = 'pending'`

/** $3: the receipts, $4: when. */
const ARRIVE = `
  update outbox_part p set state = 'sent', receipt = c.receipt, finished_at = $4, failure = null
  from unnest($1::bigint[], $2::int[], $3::text[]) as c (seq, attempt, receipt)
  where ${IS_LATEST}`

/**
 * The first unsent part of each address, where its time has come and nobody has it; an earlier one under
 * way holds the address, unless it waits for the next month's budget; a person who cannot be reached holds
 * it too. Nothing of a bot whose breaker is open, or for which a probe is under way. $1: the bot, $2: now,
 * $3: the lease, $4: how many, $5: the address. An array of the rows, and not a join, since the planner
 * takes the few rows of either for many and reads the whole table.
 */
function claim({ address, pace }: Due): string {
  return `
  update outbox_part p set attempts = attempts + 1, lease_until = $3
  where p.seq = any (array(
    select p.seq from outbox_part p
    where p.bot = $1 and p.finished_at is null and p.state = 'pending' and p.not_before <= $2
      ${address === undefined ? '' : 'and p.address = $5'}
      and (p.lease_until is null or p.lease_until <= $2)
      and not exists (
        select 1 from bot_pace where bot = $1 and trips > 0
          and greatest(paused_until, probing_until) > clock_timestamp())
      and not exists (
        select 1 from outbox_part earlier
        where earlier.address = p.address and earlier.seq < p.seq and earlier.finished_at is null
          and (earlier.failure is distinct from '${PUT_OFF}' or earlier.not_before <= $2))
      and not exists (
        select 1 from channel_account closed
        where closed.address = p.address and closed.revoked_at is null
          and closed.unreachable is not null)
    order by p.seq limit $4 for update skip locked))
  returning seq, message_id, index, "of", address, payload, attempts, failures, ${chatWait(pace)} as wait`
}

/** $3: the lease, $4: the bot. */
function begin(pace: Pace): string {
  return `
  update outbox_part p
  set state = 'sending', lease_until = $3, chat_busy_until = ${chatBusyUntil(pace)}
  from ${CLAIMS} where ${IS_LATEST} and p.state = 'pending'
    and not exists (select 1 from bot_pace where bot = $4 and paused_until > clock_timestamp())
  returning p.seq`
}

/** The moment until which what has left takes up the pace of the part's chat. */
const CHAT_BUSY_UNTIL = `(
  select last.chat_busy_until from outbox_part last
  where last.address = p.address and last.chat_busy_until is not null
  order by last.seq desc limit 1)`

/** How long the chat of a part still has to wait, in milliseconds. */
function chatWait(pace: Pace): string {
  const wait = ({ burst, everyMs }: ChatPace): string => `greatest(0, coalesce(
    extract(epoch from ${CHAT_BUSY_UNTIL} - clock_timestamp())::float8 * 1000, 0)
    - ${(burst - 1) * everyMs})`
  return byPace(pace, wait, '0::float8')
}

/** Until when the chat is taken up once the part has left. */
function chatBusyUntil(pace: Pace): string {
  const busy = ({ everyMs }: ChatPace): string => `
    greatest(${CHAT_BUSY_UNTIL}, clock_timestamp()) + interval '${everyMs} milliseconds'`
  return byPace(pace, busy, 'null::timestamptz')
}

/** What is taken of `outbox_part as p`, by the pace of groups or of other chats; a platform without such a pace takes anything. */
function byPace(
  { perChat, perGroup }: Pace,
  take: (pace: ChatPace) => string,
  otherwise: string,
): string {
  if (!perChat && !perGroup) return otherwise
  const isGroup = `exists (
    select 1 from chat_group g where g.address = p.address and g.unlinked_at is null)`
  const chat = perChat ? take(perChat) : otherwise
  const group = perGroup ? take(perGroup) : otherwise
  return `case when ${isGroup} then ${group} else ${chat} end`
}
