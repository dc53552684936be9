import { afterAll, beforeAll, expect, test } from 'vitest'
import { draftAnnouncement } from '../../core/announcement/draft-announcement.ts'
import { releaseAnnouncement } from '../../core/announcement/release-announcement.ts'
import { changePhoto } from '../../core/announcement/show-draft.ts'
import type { BotKey } from '../../core/delivery/bot.ts'
import { ZALO_TOKEN } from '../bot/simulator/stand-ins.ts'
import type { TestDatabase } from '../support/database.ts'
import { loadedDatabase } from '../support/memory.ts'
import type { Person, Stage } from './stage.ts'
import { setStage } from './stage.ts'

const MONDAY = '2025-10-20T08:00:00+07:00'
const ZALO = `zalo:${ZALO_TOKEN.split(':')[0] ?? ''}` as BotKey
/** The smallest of all PNG pictures. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const LONG = 'Mời các đơn vị treo cờ và trang trí cổ động. '.repeat(30).trim()

let loaded: TestDatabase
beforeAll(async () => {
  loaded = await loadedDatabase()
})
afterAll(() => loaded.drop())

/** A photo that came from the author and whose bytes are still at the platform. */
async function receivedPhoto(stage: Stage, { official }: Person): Promise<string> {
  return stage.memory.run(async (tx) => {
    const id = tx.chance.uuid()
    const { unitCode, id: officialId } = official
    const sent = { channel: 'zalo', kind: 'photo', ref: 'x', receivedAt: tx.now } as const
    await tx.evidence.insert({ id, unitCode, officialId, ...sent })
    return id
  })
}

const arrives = (stage: Stage, id: string, bytes: Uint8Array = PNG) =>
  stage.memory.run((tx) =>
    tx.evidence.saveBytes(id, { bytes, mediaType: 'image/png', sha256: 'x' }),
  )

/** A notice with a photo to these people, as its author has confirmed it. */
async function released(stage: Stage, author: Person, to: readonly Person[], text: string) {
  const photoId = await receivedPhoto(stage, author)
  const unitCodes = to.map(({ official }) => official.unitCode)
  const audience = { unitCodes, roles: ['contact'] as const }
  const id = await stage.memory.run(async (tx) => {
    const wish = { text, audience, optional: false, weekly: false, photoId }
    const drafted = await draftAnnouncement(tx, author.official, wish)
    if (!drafted.ok) throw new Error(drafted.refusal.reason)
    return drafted.value.announcement.id
  })
  const outcome = await stage.memory.run((tx) => releaseAnnouncement(tx, author.official, id))
  return { id, photoId, outcome }
}

test('a notice waits for the bytes of its photo, and then each platform shows it once', async () => {
  const stage = await setStage(loaded, { at: MONDAY })
  const author = await stage.person('CB-113')
  const onTelegram = await stage.person('CB-025')
  const onZalo = await stage.person('CB-027', 'zalo')
  const readers = [onTelegram, onZalo]
  const { photoId, outcome } = await released(stage, author, readers, 'Mời treo cờ.')
  expect(outcome.ok).toBe(true)
  await stage.tick('2025-10-20T08:05:00+07:00')
  expect(readers.map(({ heard }) => heard())).toEqual([[], []])

  await arrives(stage, photoId)
  await stage.tick('2025-10-20T08:06:00+07:00')
  await stage.tick('2025-10-20T08:07:00+07:00')
  for (const { heard, pictures } of readers) {
    expect([heard().length, pictures()]).toEqual([1, 1])
    expect(heard()[0]).toContain('Mời treo cờ.')
  }
  // Longer than one caption of Telegram's: the photo first, the words behind it.
  const second = await released(stage, author, readers, LONG)
  await arrives(stage, second.photoId)
  await stage.tick('2025-10-20T08:08:00+07:00')
  await stage.tick('2025-10-20T08:08:30+07:00')
  expect(onTelegram.heard().slice(1)).toEqual(['', expect.stringContaining(LONG)])
  expect(onZalo.heard().slice(1)).toEqual([expect.stringContaining(LONG)])
  expect(readers.map(({ pictures }) => pictures())).toEqual([2, 2])
  expect(await stage.tables.rows(`select 1 from outbox_part where state <> 'sent'`)).toEqual([])
})

test('a notice whose photo is lost goes back to its author, and leaves without it', async () => {
  const stage = await setStage(loaded, { at: MONDAY })
  const author = await stage.person('CB-113')
  const reader = await stage.person('CB-025')
  const { id, photoId } = await released(stage, author, [reader], 'Mời treo cờ.')
  await stage.memory.run((tx) => tx.evidence.refuse(photoId))
  await stage.tick('2025-10-20T08:05:00+07:00')
  await stage.tick('2025-10-20T08:06:00+07:00')
  expect(reader.heard()).toEqual([])
  expect(author.heard()).toEqual([
    expect.stringContaining('TB-001 chưa gửi: ảnh kèm không tải được'),
  ])
  const release = () => stage.memory.run((tx) => releaseAnnouncement(tx, author.official, id))
  expect(await release()).toMatchObject({ refusal: { reason: 'photo-lost' } })
  await stage.memory.run((tx) => changePhoto(tx, author.official, { announcementId: id }))
  expect(await release()).toMatchObject({ ok: true })
  await stage.tick('2025-10-20T08:07:00+07:00')
  expect([reader.heard().length, reader.pictures()]).toEqual([1, 0])
})

test('a photo that its platform never gives is lost after half an hour; the draft’s author is shown one that came', async () => {
  const stage = await setStage(loaded, { at: MONDAY })
  const author = await stage.person('CB-113')
  const reader = await stage.person('CB-025')
  await released(stage, author, [reader], 'Mời treo cờ.')
  await stage.tick('2025-10-20T08:29:00+07:00')
  expect(author.heard()).toEqual([])
  await stage.tick('2025-10-20T08:31:00+07:00')
  expect(author.heard().length).toBe(1)

  const photoId = await receivedPhoto(stage, author)
  await stage.memory.run(async (tx) => {
    const draft = await tx.announcements.findByCode('chi-lang', 'TB-001')
    await changePhoto(tx, author.official, { announcementId: draft?.id ?? '', photoId })
  })
  await arrives(stage, photoId)
  await stage.run('fetch-evidence')
  await stage.run('deliver')
  expect([author.heard().at(-1), author.pictures()]).toEqual([
    expect.stringContaining('Ảnh kèm TB-001 đã tải xong'),
    1,
  ])
})

test('what could not be delivered takes its photo along to the person’s other chat', async () => {
  const stage = await setStage(loaded, { at: MONDAY, pace: { perSecond: 5 } })
  const author = await stage.person('CB-113')
  const elsewhere = await stage.person('CB-025')
  stage.at('2025-10-20T08:00:01+07:00')
  const stuck = await stage.person('CB-025', 'zalo')
  const onTelegram = await stage.person('CB-027', 'zalo')
  stage.at('2025-10-20T08:00:02+07:00')
  const blocked = await stage.person('CB-027')
  stage.zalo.faults.next({ kind: 'quota-exceeded', times: 1_000 })
  stage.telegram.faults.next({ kind: 'rate-limited', retryAfter: 86_400, chat: chatOf(blocked) })
  const { photoId } = await released(stage, author, [stuck, blocked], 'Mời treo cờ.')
  await arrives(stage, photoId)
  await stage.tick('2025-10-20T08:00:03+07:00')
  stage.zalo.faults.clear()
  await stage.tables.rows(
    `update bot_pace set paused_until = now() + interval '1 day' where bot = '${ZALO}'`,
  )
  await stage.tick('2025-10-20T14:30:00+07:00')
  expect([elsewhere.heard().length, elsewhere.pictures()]).toEqual([1, 1])
  await stage.tables.rows(`update bot_pace set paused_until = now() where bot = '${ZALO}'`)
  await stage.run('deliver')
  expect([onTelegram.heard().length, onTelegram.pictures()]).toEqual([1, 1])
  expect(onTelegram.heard()[0]).toContain('Mời treo cờ.')
  expect([stuck.heard(), blocked.heard()]).toEqual([[], []])
})

function chatOf({ address }: Person): string {
  return address.split(':').at(-1) ?? ''
}
