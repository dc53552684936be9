import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sealAudit } from '../../core/audit/seal-audit.ts'
import { sealedEvents, verifyAudit } from '../../core/audit/verify-audit.ts'
import type { TestMemory } from '../support/memory.ts'
import { openTestMemory } from '../support/memory.ts'

describe('the audit chain', () => {
  let memory: TestMemory
  let tables: pg.Pool

  beforeAll(async () => {
    memory = await openTestMemory({ at: '2025-10-20T08:00:00+07:00' })
    tables = new pg.Pool({ connectionString: memory.database.url, max: 4 })
  })
  afterAll(async () => {
    await tables.end()
    await memory.close()
  })

  const record = (subject: string) =>
    memory.run((tx) => tx.audit.append({ kind: 'report-withdrawn', subject, data: {} }))
  const sealAll = async () => {
    let sealed = 0
    for (;;) {
      const more = await memory.run((tx) => sealAudit(tx, 3))
      if (more === 0) return sealed
      sealed += more
    }
  }
  const verdict = (known?: string) => verifyAudit(memory.transactions, known)

  test('every event is sealed once, also by several at once, and the chain holds', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => record(`subject-${n}`)))
    const sealed = await Promise.all([sealAll(), sealAll(), sealAll()])
    const { rows } = await tables.query<{ count: string }>('select count(*) from audit_event')
    expect(sealed.reduce((sum, one) => sum + one)).toBe(Number(rows[0]?.count))
    const { head, unsealed, brokenAt } = await verdict()
    expect([Number(head.position), unsealed, brokenAt]).toEqual([
      Number(rows[0]?.count),
      0,
      undefined,
    ])
  })

  test('an event that commits after later ones were sealed is sealed after them', async () => {
    const slow = await tables.connect()
    await slow.query('begin')
    await slow.query(
      `insert into audit_event (at, kind, subject, data) values (now(), 'report-withdrawn', 'slow', '{}')`,
    )
    await record('quick')
    await sealAll()
    await slow.query('commit')
    slow.release()
    expect((await verdict()).unsealed).toBe(1)
    expect(await sealAll()).toBe(1)
    expect(await verdict()).not.toHaveProperty('brokenAt')
    let last = ''
    for await (const { event } of sealedEvents(memory.transactions)) last = event?.subject ?? ''
    expect(last).toBe('slow')
  })

  test('the trail and the chain refuse change and deletion', async () => {
    for (const table of ['audit_event', 'audit_seal']) {
      await expect(tables.query(`delete from ${table}`)).rejects.toThrow('append-only')
      await expect(tables.query(`truncate ${table} cascade`)).rejects.toThrow('append-only')
    }
    await expect(tables.query(`update audit_event set actor = 'x'`)).rejects.toThrow('append-only')
    await expect(tables.query(`update audit_seal set hash = 'x'`)).rejects.toThrow('append-only')
  })

  /** What somebody with the right to switch triggers off can do, undone afterwards. */
  async function tampered(sql: string, check: () => Promise<void>): Promise<void> {
    const rogue = await tables.connect()
    try {
      await rogue.query(`create table kept_event as table audit_event`)
      await rogue.query(`create table kept_seal as table audit_seal`)
      await rogue.query(`set session_replication_role = replica; ${sql}`)
      await check()
      await rogue.query(`
        delete from audit_event; insert into audit_event select * from kept_event;
        delete from audit_seal; insert into audit_seal select * from kept_seal;
        drop table kept_event, kept_seal; set session_replication_role = origin`)
    } finally {
      rogue.release()
    }
  }

  test('a changed event is found at its place', async () => {
    await tampered(
      `update audit_event set subject = 'other' where id = (select event_id from audit_seal where position = 5)`,
      async () => expect((await verdict()).brokenAt).toBe(5n),
    )
  })

  test('an event that was taken away is found at its place', async () => {
    await tampered(
      `delete from audit_event where id = (select event_id from audit_seal where position = 4)`,
      async () => expect((await verdict()).brokenAt).toBe(4n),
    )
  })

  test('a link that was taken out with its event is found where it is missing', async () => {
    await tampered(
      `delete from audit_event where id = (select event_id from audit_seal where position = 6);
       delete from audit_seal where position = 6`,
      async () => expect((await verdict()).brokenAt).toBe(7n),
    )
  })

  test('an end that was cut off is found by a head that was kept elsewhere', async () => {
    const { head } = await verdict()
    expect((await verdict(head.hash)).holdsKnownHash).toBe(true)
    await tampered(
      `delete from audit_seal where position = (select max(position) from audit_seal)`,
      async () => {
        const cut = await verdict(head.hash)
        expect([cut.brokenAt, cut.holdsKnownHash]).toEqual([undefined, false])
      },
    )
  })
})
