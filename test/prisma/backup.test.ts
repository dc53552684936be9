import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyAudit } from '../../core/audit/verify-audit.ts'
import { sealAudit } from '../../core/audit/seal-audit.ts'
import { queueMessage } from '../../core/delivery/queue-message.ts'
import { submitReport } from '../../core/report/submit-report.ts'
import { backUp } from '../../prisma/backup.ts'
import { restore } from '../../prisma/restore.ts'
import type { TestDatabase } from '../support/database.ts'
import { copyOf, freshDatabase } from '../support/database.ts'
import type { TestMemory } from '../support/memory.ts'
import { link, openTestMemory } from '../support/memory.ts'

const CONTENT = {
  text: 'Tổ chức 2 hội nghị\nở "thôn 3" \\ # 🎉',
  items: [],
  dates: [],
  places: [],
  contents: [1],
  nothingToReport: false,
}

/** Every table with the rows it holds, whatever their order. */
async function contentsOf(url: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' and tablename <> '_prisma_migrations'`,
    )
    const contents: Record<string, string> = {}
    for (const { name } of rows) {
      const { rows: found } = await client.query<{ all: string }>(
        `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as all from "${name}" t`,
      )
      contents[name] = found[0]?.all ?? ''
    }
    return contents
  } finally {
    await client.end()
  }
}

describe('a backup', () => {
  let memory: TestMemory
  let folder: string
  let file: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'backup-'))
    file = join(folder, 'thi-dua.backup')
    memory = await openTestMemory({ at: '2025-10-20T08:00:00+07:00' })
    const { official, address } = await link(memory, 'CB-025', {
      channel: 'zalo',
      chat: 'zalo:1:a',
    })
    await memory.run(async (tx) => {
      await submitReport(tx, { official, content: CONTENT })
      const id = tx.chance.uuid()
      const { unitCode, id: officialId } = official
      const evidence = {
        id,
        unitCode,
        officialId,
        channel: 'zalo',
        kind: 'photo',
        ref: 'r',
      } as const
      await tx.evidence.insert({ ...evidence, receivedAt: tx.now })
      const bytes = Uint8Array.from({ length: 70_000 }, (_, n) => n % 256)
      await tx.evidence.saveBytes(id, { bytes, mediaType: 'image/jpeg', sha256: 'x' })
      await sealAudit(tx, 1_000)
      const text = { kind: 'text', text: 'đã nhận' } as const
      await queueMessage(tx, { channel: 'zalo', address }, text, { cause: 'reply' })
    })
    await memory.run((tx) => tx.audit.append({ kind: 'campaign-loaded', subject: 'c', data: {} }))
    await backUp(memory.database.url, file)
  }, 60_000)
  afterAll(async () => {
    await memory.close()
    await rm(folder, { recursive: true })
  })

  async function intoFresh(work: (database: TestDatabase) => Promise<void>): Promise<void> {
    const database = await freshDatabase()
    try {
      await work(database)
    } finally {
      await database.drop()
    }
  }

  test('brings every row back as it was, but what waited to be sent is uncertain', async () => {
    const before = await contentsOf(memory.database.url)
    await intoFresh(async ({ url }) => {
      await restore(url, file)
      const after = await contentsOf(url)
      expect({ ...after, outbox_part: '' }).toEqual({ ...before, outbox_part: '' })
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      const { rows } = await client.query('select state, failure from outbox_part')
      await client.end()
      expect(rows).toEqual([{ state: 'uncertain', failure: 'uncertain/restored' }])
    })
  })

  test('leaves a database that goes on: numbers follow, triggers and the audit chain hold', async () => {
    await intoFresh(async (database) => {
      await restore(database.url, file)
      const again = await openTestMemory({ at: '2025-10-21T08:00:00+07:00', from: database })
      const official = await again.official('CB-026')
      const second = await again.run((tx) => submitReport(tx, { official, content: CONTENT }))
      expect(second.ok && second.value.report.code).toBe('BC-0002')
      await again.run((tx) => sealAudit(tx, 1_000))
      const verdict = await verifyAudit(again.transactions)
      expect([verdict.unsealed, verdict.brokenAt]).toEqual([0, undefined])
      const client = new pg.Client({ connectionString: again.database.url })
      await client.connect()
      await expect(client.query('delete from audit_event')).rejects.toThrow('append-only')
      await expect(
        client.query(`update channel_account set official_id = gen_random_uuid()`),
      ).rejects.toThrow('foreign key')
      await client.end()
      await again.close()
    })
  })

  test('is readable by its owner alone, and holds the moment at which it began', async () => {
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    const other = join(folder, 'while-writing.backup')
    await memory.run(async (tx) => {
      await tx.audit.append({ kind: 'campaign-loaded', subject: 'during', data: {} })
      await backUp(memory.database.url, other)
    })
    expect(gunzipSync(await readFile(other)).toString()).not.toContain('during')
  })

  test.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 40)],
    [
      'with a row changed',
      (bytes: Buffer) => repacked(bytes, (text) => text.replace('Mai Sao', 'Mai Sáo')),
    ],
    [
      'with a row taken out',
      (bytes: Buffer) => repacked(bytes, (text) => text.replace(/\n\{[^\n]*\n/u, '\n')),
    ],
    [
      'without its end',
      (bytes: Buffer) => repacked(bytes, (text) => text.replace(/#[^\n]*\n$/u, '')),
    ],
    ['of something else', () => Buffer.from('PGDMP whatever')],
  ])('that is %s is refused, and nothing is written', async (_what, damage) => {
    const broken = join(folder, 'broken.backup')
    await writeFile(broken, damage(await readFile(file)))
    await intoFresh(async ({ url }) => {
      const empty = await contentsOf(url)
      await expect(restore(url, broken)).rejects.toThrow(/hỏng/u)
      expect(await contentsOf(url)).toEqual(empty)
    })
  })

  function repacked(bytes: Buffer, change: (text: string) => string): Buffer {
    const text = gunzipSync(bytes).toString()
    const changed = change(text)
    if (changed === text) throw new Error('nothing was changed')
    return gzipSync(changed)
  }

  test('of another version is refused with both versions named', async () => {
    const older = join(folder, 'older.backup')
    await intoFresh(async ({ url }) => {
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      await client.query(
        `insert into _prisma_migrations (id, checksum, migration_name, finished_at) values ('x', 'x', '20990101000000_later', now())`,
      )
      await client.end()
      await backUp(url, older)
    })
    await intoFresh(async ({ url }) => {
      await expect(restore(url, older)).rejects.toThrow('20990101000000_later')
    })
  })

  test('is not restored over people, and a missing file is named', async () => {
    const inUse = await copyOf(await closedCopy())
    await expect(restore(inUse.url, file)).rejects.toThrow('trống')
    await inUse.drop()
    await intoFresh(async ({ url }) => {
      await expect(restore(url, '/nowhere/x')).rejects.toThrow('/nowhere/x')
    })
  })

  async function closedCopy(): Promise<TestDatabase> {
    const other = await openTestMemory({ at: '2025-10-20T08:00:00+07:00' })
    await other.release()
    return other.database
  }
})
