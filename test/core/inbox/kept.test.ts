import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answeredBy, keptCode } from '../../../core/inbox/kept-message.ts'
import { notifyKept } from '../../../core/inbox/notify-kept.ts'
import { answerKept, closeKept, reportKept } from '../../../core/inbox/settle-kept.ts'
import { NOTHING_OPEN } from '../../../core/conversation/conversation.ts'
import type { ReportDraft } from '../../../core/conversation/conversation.ts'
import type { Campaign } from '../../../core/campaign/campaign.ts'
import type { Address } from '../../../core/delivery/channel.ts'
import type { Official } from '../../../core/official/official.ts'
import { settleDrafts } from '../../../core/report/settle-drafts.ts'
import { workingCalendar } from '../../../core/calendar/working-days.ts'
import type { TestMemory } from '../../support/memory.ts'
import { link, openTestMemory } from '../../support/memory.ts'

const WRITER = 'telegram:1:501' as Address
const OFFICE = 'telegram:1:502'
let memory: TestMemory
let officer: Official
let writer: Official
let campaign: Campaign

beforeAll(async () => {
  memory = await openTestMemory({ at: '2025-10-20T07:30:00+07:00' })
  writer = (await link(memory, 'CB-025', { channel: 'telegram', chat: WRITER })).official
  officer = (await link(memory, 'CB-109', { channel: 'telegram', chat: OFFICE })).official
  const [loaded] = await memory.run((tx) => tx.campaigns.list())
  if (!loaded) throw new Error('no campaign is loaded')
  campaign = loaded.campaign
})
afterAll(() => memory.close())

let events = 0
/** A message of the writer that nobody understood. */
async function keep(text: string): Promise<bigint> {
  events += 1
  const event = {
    kind: 'text',
    eventId: String(events),
    botId: '1',
    conversation: { address: WRITER, kind: 'direct' },
    at: memory.clock.now().epochMilliseconds,
    from: { address: WRITER, userKey: WRITER },
    messageRef: String(events),
    text,
  } as const
  await memory.intake.take('telegram', event, memory.clock.now())
  return memory.run(async (tx) => {
    const seq = (await tx.inbox.listWaiting(WRITER, tx.now, 1))[0]?.seq ?? 0n
    await tx.inbox.finish(seq, { state: 'for-person', what: 'kept-for-person', at: tx.now })
    return seq
  })
}

const kept = async (): Promise<readonly bigint[]> =>
  (await memory.run((tx) => tx.inbox.listKept(campaign.id, 10))).map(({ seq }) => seq)
const balance = () => memory.run((tx) => tx.inbox.balance())

describe('a message kept for the office', () => {
  test.each([
    ['2025-10-20T07:59:00+07:00', '2025-10-20T10:00'],
    ['2025-10-20T08:00:00+07:00', '2025-10-21T10:00'],
    ['2025-10-24T16:00:00+07:00', '2025-10-27T10:00'],
    ['2025-10-25T07:00:00+07:00', '2025-10-27T10:00'],
  ])('at %s is answered by %s', (at, by) => {
    const moment = answeredBy(workingCalendar([]), Temporal.Instant.from(at))
    expect(moment.toZonedDateTimeISO('Asia/Ho_Chi_Minh').toString()).toContain(by)
  })

  test('is answered once, and moves from waiting to done', async () => {
    const seq = await keep('cái chị Lan nói')
    expect(await balance()).toMatchObject({ forPerson: 1 })
    const command = { officer, campaign, seq, text: 'Gửi trước thứ Năm.' }
    const answer = () => memory.run((tx) => answerKept(tx, command))
    expect(await answer()).toMatchObject({ ok: true, value: { writer: { id: writer.id } } })
    expect(await balance()).toMatchObject({ forPerson: 0, waiting: 0 })
    expect(await answer()).toMatchObject({
      refusal: { reason: 'kept-not-found', code: keptCode(seq) },
    })
  })

  test('is nobody else’s to settle', async () => {
    const seq = await keep('việc đó')
    const outcome = await memory.run((tx) => closeKept(tx, { officer: writer, campaign, seq }))
    expect(outcome).toMatchObject({ refusal: { reason: 'not-allowed', action: 'answer-kept' } })
    expect(await kept()).toEqual([seq])
    expect(await memory.run((tx) => closeKept(tx, { officer, campaign, seq }))).toMatchObject({
      ok: true,
    })
    expect(await kept()).toEqual([])
  })

  test('becomes a report of its writer’s unit', async () => {
    const seq = await keep('mấy cái băng rôn ở xã')
    const content = { ...NO_FACTS, text: 'mấy cái băng rôn ở xã' }
    const outcome = await memory.run((tx) => reportKept(tx, { officer, campaign, seq, content }))
    expect(outcome).toMatchObject({
      value: { report: { unitCode: writer.unitCode, officialId: writer.id } },
    })
    expect(await kept()).toEqual([])
  })

  test('is told to the office at 08:00 and 13:30 of working days, once', async () => {
    await keep('việc đó')
    const tellAt = (iso: string): Promise<number> => {
      memory.clock.set(iso)
      return memory.run(notifyKept)
    }
    expect(await tellAt('2025-10-21T07:59:00+07:00')).toBe(0)
    expect(await tellAt('2025-10-21T08:00:00+07:00')).toBe(1)
    expect(await tellAt('2025-10-21T08:15:00+07:00')).toBe(0)
    expect(await tellAt('2025-10-21T13:31:00+07:00')).toBe(1)
    expect(await tellAt('2025-10-25T08:00:00+07:00')).toBe(0)
    const at27 = '2025-10-27T08:00:00+07:00'
    memory.clock.set(at27)
    const both = await Promise.all([memory.run(notifyKept), memory.run(notifyKept)])
    expect(both.toSorted()).toEqual([0, 1])
  })
})

const NO_FACTS = {
  text: '',
  items: [],
  dates: [],
  places: [],
  contents: [],
  nothingToReport: false,
} as const

describe('a draft that nobody completes', () => {
  const draftOf = async (gap: ReportDraft['gap'], seq: bigint): Promise<ReportDraft> => ({
    gap,
    content: { ...NO_FACTS, text: 'trao quà cho hộ nghèo' },
    messages: [{ ref: `m${seq}`, text: 'trao quà cho hộ nghèo' }],
    evidenceIds: [],
    officialId: writer.id,
    inboxSeq: String(seq),
    since: memory.clock.now().toString(),
  })

  async function leave(gap: ReportDraft['gap']): Promise<void> {
    const seq = await keep('trao quà cho hộ nghèo')
    await memory.run(async (tx) => {
      await tx.inbox.finish(seq, { state: 'done', what: 'draft', at: tx.now })
      const state = { ...NOTHING_OPEN, draft: await draftOf(gap, seq) }
      await tx.conversations.lock(WRITER)
      await tx.conversations.save(WRITER, state, tx.now)
    })
  }
  const later = (hours: number): Promise<number> => {
    memory.clock.set(memory.clock.now().add({ hours }).toString())
    return memory.run((tx) => settleDrafts(tx, 10))
  }
  const countReports = () => memory.run((tx) => tx.reports.countBy(writer.id))

  test('is stored as it is after a day, and not before', async () => {
    await leave('figure')
    const before = await countReports()
    expect(await later(23)).toBe(0)
    expect(await later(2)).toBe(1)
    expect(await countReports()).toBe(before + 1)
    expect(await memory.run((tx) => tx.conversations.lock(WRITER))).toEqual(NOTHING_OPEN)
    expect(await later(0)).toBe(0)
  })

  test('is kept for the office where it does not say what was done', async () => {
    const [before, waiting] = [await countReports(), (await kept()).length]
    await leave('work')
    expect(await later(25)).toBe(1)
    expect(await countReports()).toBe(before)
    expect((await kept()).length).toBe(waiting + 1)
  })
})
