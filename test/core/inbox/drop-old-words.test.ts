import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Address, InboundEvent } from '../../../core/delivery/channel.ts'
import { dropOldWords } from '../../../core/inbox/drop-old-words.ts'
import { reportKept } from '../../../core/inbox/settle-kept.ts'
import { submitReport } from '../../../core/report/submit-report.ts'
import type { TestMemory } from '../../support/memory.ts'
import { link, openTestMemory } from '../../support/memory.ts'

const CHAT = 'telegram:1:501' as Address
const STRANGER = 'telegram:1:999' as Address
const CONTENT = {
  ...{ text: 'Tổ chức 2 hội nghị', items: [], dates: [], places: [], contents: [1] },
  nothingToReport: false,
}
let memory: TestMemory

beforeAll(async () => {
  memory = await openTestMemory({ at: '2024-10-20T08:00:00+07:00' })
})
afterAll(() => memory.close())

let events = 0
async function write(text: string, from: Address, state: 'done' | 'for-person'): Promise<bigint> {
  events += 1
  const event: InboundEvent = {
    kind: 'text',
    ...{ eventId: `e${events}`, botId: '1', messageRef: `m${events}`, addressed: true, text },
    conversation: { address: from, kind: 'direct' },
    at: memory.clock.now().epochMilliseconds,
    from: { address: from, userKey: from, displayName: 'Tên hiển thị' },
  }
  await memory.intake.take('telegram', event, memory.clock.now())
  return memory.run(async (tx) => {
    const [entry] = await tx.inbox.listWaiting(from, tx.now, 1)
    if (!entry) throw new Error('nothing was taken in')
    await tx.inbox.finish(entry.seq, { state, what: 'said', at: tx.now })
    return entry.seq
  })
}

const wordsOf = async (seq: bigint): Promise<string> => {
  const { event } = await memory.run((tx) => tx.inbox.get(seq))
  return 'text' in event ? event.text : ''
}
const drop = (limit: number) => memory.run((tx) => dropOldWords(tx, limit))

test('words are dropped after the months of the campaign, a batch at a time, and nothing else is', async () => {
  const { official } = await link(memory, 'CB-025', { channel: 'telegram', chat: CHAT })
  const officer = await memory.official('CB-109')
  const kept = await write('cái chị Lan nói', CHAT, 'for-person')
  const old = [
    await write('tổ chức 2 hội nghị', CHAT, 'done'),
    await write('alo', STRANGER, 'done'),
    await write('cảm ơn', CHAT, 'done'),
  ]
  await memory.run((tx) =>
    submitReport(tx, {
      official,
      content: CONTENT,
      messages: [{ ref: `${CHAT}:m2`, text: 'tổ chức 2 hội nghị' }],
    }),
  )
  memory.clock.set('2025-10-20T07:59:59+07:00')
  const young = await write('hạn nào', CHAT, 'done')
  expect(await drop(10)).toBe(0)

  memory.clock.set('2025-10-20T08:00:01+07:00')
  const balance = await memory.run((tx) => tx.inbox.balance())
  expect(await drop(2)).toBe(2)
  expect(await drop(2)).toBe(1)
  expect(await drop(2)).toBe(0)
  for (const seq of old) expect(await wordsOf(seq)).toBe('')
  expect(await wordsOf(young)).toBe('hạn nào')
  expect(await memory.run((tx) => tx.inbox.balance())).toEqual(balance)

  // What waits for an officer is still there to be read, and can still become a report.
  expect(await wordsOf(kept)).toBe('cái chị Lan nói')
  const [campaign] = (await memory.run((tx) => tx.campaigns.list())).map((one) => one.campaign)
  if (!campaign) throw new Error('no campaign is loaded')
  const command = { officer, campaign, seq: kept, content: CONTENT }
  expect(await memory.run((tx) => reportKept(tx, command))).toMatchObject({ ok: true })
  expect(await drop(10)).toBe(1)

  // An edit still finds the report by its message, whose words are gone with it.
  const found = await memory.run((tx) => tx.reports.findBySource(`${CHAT}:m2`))
  expect(found).toMatchObject({ content: { text: CONTENT.text } })
})
