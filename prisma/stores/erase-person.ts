import type { Instant } from '../../core/calendar/local-time.ts'
import type { Official } from '../../core/official/official.ts'
import { Prisma } from '../generated/client.ts'
import type { Db } from './rows.ts'
import { toDate } from './rows.ts'

/** Stands where a name or a position was. */
const NOBODY = '—'

/** The account `a` wrote the event `i`: in its own chat while it was this person's, or in a group. */
export const WROTE = Prisma.sql`
  (i.address = a.address or i.event->'from'->>'userKey' = a.user_key)
  and i.received_at >= a.linked_at and (a.revoked_at is null or i.received_at <= a.revoked_at)`

type Erasure = {
  readonly official: Official
  /** Codes of nominations that go with the person. */
  readonly nominations: readonly string[]
  readonly at: Instant
}

/** See `PersonalDataStore.erase`; the accounts go last, since they tell which messages were the person's. */
export async function erasePerson(db: Db, erasure: Erasure): Promise<void> {
  await eraseWritten(db, erasure)
  await eraseReceived(db, erasure)
  await eraseTold(db, erasure)
  await eraseNominations(db, erasure)
  await eraseAccess(db, erasure.official)
  await eraseNames(db, erasure)
}

/** The event's row stays, so that the platform's second delivery is still recognised and the balance holds. */
async function eraseWritten(db: Db, { official: { id }, at }: Erasure): Promise<void> {
  await db.$executeRaw`
    update inbox i set
      address = i.channel || ':erased', state = 'done', outcome = 'erased', retry_at = null,
      done_at = coalesce(i.done_at, ${toDate(at)}), words_dropped_at = ${toDate(at)},
      event = jsonb_build_object('kind', 'opaque', 'eventId', i.event_id, 'botId', i.bot_id,
        'at', i.event->'at', 'conversation',
        jsonb_build_object('address', i.channel || ':erased', 'kind', 'direct'))
    from channel_account a where a.official_id = ${id}::uuid and ${WROTE}`
  // A message is found by its chat; none comes from there any more.
  await db.$executeRaw`
    delete from report_message m using channel_account a, report r
    where a.official_id = ${id}::uuid and r.id = m.report_id and r.official_id = ${id}::uuid
      and starts_with(m.ref, a.address || ':')`
  await db.evidence.deleteMany({ where: { officialId: id, ...(await unused(db)) } })
  await db.evidence.updateMany({ where: { officialId: id }, data: { ref: '', caption: null } })
}

/** Photos and files that belong to nothing that is kept. */
async function unused(db: Db): Promise<Prisma.EvidenceWhereInput> {
  const plans = await db.unitPlan.findMany({ select: { evidenceIds: true } })
  const none = { none: {} }
  return {
    ...{ reportId: null, dossier: none, scans: none, announcements: none, praises: none },
    NOT: { id: { in: plans.flatMap(({ evidenceIds }) => evidenceIds) } },
  }
}

/** What was sent to the person, and copies of messages to others in which the name stands. */
async function eraseReceived(db: Db, { official: { id, name }, at }: Erasure): Promise<void> {
  await db.$executeRaw`
    update outbox_part p set
      state = case when p.state = 'pending' then 'cancelled' else p.state end,
      finished_at = coalesce(p.finished_at, ${toDate(at)}),
      payload = '{}', receipt = null, address = p.channel || ':erased'
    where p.state <> 'sending' and (p.official_id = ${id}::uuid or exists (
      select 1 from channel_account a where a.official_id = ${id}::uuid and p.address = a.address
        and p.queued_at >= a.linked_at and (a.revoked_at is null or p.queued_at <= a.revoked_at)))`
  await db.$executeRaw`
    update outbox_part set payload = '{}'
    where state not in ('pending', 'sending') and strpos(payload::text, ${name}) > 0`
  await db.reminder.updateMany({
    where: { officialId: id, state: 'due' },
    data: { state: 'cancelled', settledAt: toDate(at) },
  })
  await db.$executeRaw`
    delete from conversation c using channel_account a
    where a.official_id = ${id}::uuid and c.address = a.address and not exists (
      select 1 from channel_account other where other.address = a.address
        and other.official_id <> ${id}::uuid and other.revoked_at is null)`
}

/** Copies that tell others of the person; what was sent of them is on their phones. */
async function eraseTold(db: Db, { official: { name } }: Erasure): Promise<void> {
  const told = await db.$queryRaw<{ photo: string | null }[]>`
    select photo_id as photo from announcement where strpos(text, ${name}) > 0
    union select photo_id from praise where strpos(text, ${name}) > 0`
  await db.$executeRaw`
    update announcement set text = ${NOBODY}, photo_id = null where strpos(text, ${name}) > 0`
  await db.$executeRaw`
    update praise set text = ${NOBODY}, state = 'withdrawn', photo_id = null, photo_agreed = false
    where strpos(text, ${name}) > 0`
  const photos = told.flatMap(({ photo }) => photo ?? [])
  await db.storedFile.deleteMany({ where: { id: { in: photos } } })
  await db.evidence.deleteMany({ where: { id: { in: photos }, ...(await unused(db)) } })
}

async function eraseNominations(
  db: Db,
  { official: { unitCode }, nominations }: Erasure,
): Promise<void> {
  await db.nomination.updateMany({
    where: { unitCode, code: { in: [...nominations] } },
    data: { nomineeName: NOBODY, nomineeKey: '', position: null, achievement: NOBODY, figures: [] },
  })
}

async function eraseAccess(db: Db, { id }: Official): Promise<void> {
  const where = { officialId: id }
  await db.channelAccount.deleteMany({ where })
  await db.invite.deleteMany({ where })
  await db.roleGrant.deleteMany({ where })
  await db.officerPin.deleteMany({ where })
  await db.noticeOptOut.deleteMany({ where })
  await db.storedFile.deleteMany({ where: { createdFor: id } })
}

async function eraseNames(db: Db, { official: { id }, at }: Erasure): Promise<void> {
  await db.official.updateMany({ where: { deputyId: id }, data: { deputyId: null } })
  await db.official.update({
    where: { id },
    data: {
      ...{ name: NOBODY, position: NOBODY, address: 'đồng chí', active: false },
      ...{ ownAddress: null, phone: null, awayFrom: null, awayUntil: null, deputyId: null },
      erasedAt: toDate(at),
    },
  })
}
