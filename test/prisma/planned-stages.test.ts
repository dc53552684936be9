import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sweepReminders } from '../../core/reminder/sweep-reminders.ts'
import { submitReport } from '../../core/report/submit-report.ts'
import { withdrawReport } from '../../core/report/withdraw-report.ts'
import type { TestMemory } from '../support/memory.ts'
import { openTestMemory } from '../support/memory.ts'

/** The report of November 2025 is due on Tuesday 25/11; its ladder begins on Thursday 20/11. */
const T3 = '2025-11-20T08:00:00+07:00'
const NOVEMBER = `deadline_id = 'chi-lang:report:2025-11'`
const NOTHING = {
  text: 'không phát sinh',
  items: [],
  dates: [],
  places: [],
  contents: [],
  nothingToReport: true,
}

describe('after everybody was planned for a stage, on the same day', () => {
  let memory: TestMemory
  let tables: pg.Pool

  beforeEach(async () => {
    memory = await openTestMemory({ at: T3 })
    tables = new pg.Pool({ connectionString: memory.database.url, max: 3 })
    await tables.query(`update official set active = false where code in ('CB-027')`)
    await memory.run(sweepReminders)
  })
  afterEach(async () => {
    await tables.end()
    await memory.close()
  })

  const sweep = () => memory.run(sweepReminders)

  test('nobody is planned again, and nobody changed is all that is looked at', async () => {
    expect([await sweep(), await sweep()]).toEqual([0, 0])
  })

  test('whoever comes to the roster, or back to it, is planned', async () => {
    await tables.query(`update official set active = true where code = 'CB-027'`)
    expect(await sweep()).toBeGreaterThan(0)
    expect(await sweep()).toBe(0)
  })

  test('whoever gets the role is planned', async () => {
    const { id } = await memory.official('CB-026')
    await tables.query(`delete from reminder where official_id = $1`, [id])
    await tables.query(`delete from role_grant where official_id = $1`, [id])
    expect(await sweep()).toBe(0)
    await tables.query(`insert into role_grant values ($1, 'contact')`, [id])
    expect(await sweep()).toBeGreaterThan(0)
  })

  test('a duty that is open again is planned', async () => {
    const { id } = await memory.official('CB-025')
    await tables.query(`delete from reminder where official_id = $1`, [id])
    const official = await memory.official('CB-025')
    const report = await memory.run((tx) => submitReport(tx, { official, content: NOTHING }))
    expect(await sweep()).toBe(0)
    const reportId = report.ok ? report.value.report.id : ''
    await memory.run((tx) => withdrawReport(tx, official, reportId))
    expect(await sweep()).toBeGreaterThan(0)
  })

  test('what another transaction had changed but not committed is planned once it is', async () => {
    const slow = await tables.connect()
    await tables.query('delete from reminder')
    await tables.query('delete from planned_stage')
    await tables.query(`update duty set done_at = now() where ${NOVEMBER}`)
    await slow.query('begin')
    await slow.query(`update duty set done_at = null where ${NOVEMBER}`)
    await sweep()
    const before = await tables.query(`select 1 from reminder where ${NOVEMBER}`)
    await slow.query('commit')
    slow.release()
    expect(before.rowCount).toBe(0)
    expect(await sweep()).toBeGreaterThan(0)
  })

  test('the next day everybody is looked at again', async () => {
    await tables.query(`delete from reminder where ${NOVEMBER}`)
    memory.clock.set('2025-11-21T08:00:00+07:00')
    expect(await sweep()).toBeGreaterThan(0)
  })
})
