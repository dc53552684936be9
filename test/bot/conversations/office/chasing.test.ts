import { afterEach, beforeEach, test } from 'vitest'
import type { Speaker, Talk } from '../../../support/talk.ts'
import { openTalk } from '../../../support/talk.ts'

/** The report of October is due on Saturday the 25th at 16:30, that of November a month later. */
let talk: Talk
let office: Speaker
beforeEach(async () => {
  talk = await openTalk('2025-10-24T09:00:00+07:00')
  office = await talk.speaker('zalo', 'CB-109')
})
afterEach(() => talk.close())

test('before the day the office is told who still owes it', async () => {
  await office.says('ai chua nop', 'Báo cáo tháng 10/2025', 'hạn 16:30 thứ Bảy 25/10/2025')
})

test('on the Monday after it, and two weeks long, the office is told who is late', async () => {
  for (const day of ['2025-10-27', '2025-11-07']) {
    talk.moveTo(`${day}T08:05:00+07:00`)
    await office.says('ai chua nop', 'Báo cáo tháng 10/2025')
  }
  await office.says('ai chua nop bc t11', 'Báo cáo tháng 11/2025')
  talk.moveTo('2025-11-10T08:05:00+07:00')
  await office.says('ai chua nop', 'Báo cáo tháng 11/2025')
})

test('once nobody owes what has passed, the next day is looked at', async () => {
  talk.moveTo('2025-10-27T08:05:00+07:00')
  await talk.rows(
    `update duty set done_at = now(), done_by = 'test' where deadline_id like '%:report:2025-10'`,
  )
  await office.says('ai chua nop', 'Báo cáo tháng 11/2025')
})
