import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openInbound } from '../../../bot/inbound.ts'
import type { Inbound } from '../../../bot/inbound.ts'
import { openLog } from '../../../bot/log.ts'
import { openMetrics } from '../../../bot/metrics.ts'
import { openChannels } from '../../../bot/open-channels.ts'
import type { ConversationState } from '../../../core/conversation/conversation.ts'
import { NOTHING_OPEN } from '../../../core/conversation/conversation.ts'
import type { Address } from '../../../core/delivery/channel.ts'
import type { TestMemory } from '../../support/memory.ts'
import { link, openTestMemory } from '../../support/memory.ts'

const TOKEN = '7000000001:stand-in-secret-half'
const BOT = '7000000001'
const FIXTURES = join(import.meta.dirname, '..', '..', 'fixtures', 'language')

/** What people have been seen to write, by what they meant. */
const { utterances } = JSON.parse(readFileSync(join(FIXTURES, 'utterances-dev.json'), 'utf8')) as {
  utterances: Record<string, readonly string[]>
}
/** Words that decide: said to an open question they are the explicit answer it wants. */
const DECIDES = new Set(['approve', 'reject', 'vote', 'return_for_revision'])
const PER_MEANING = 6

function sample(meanings: (meaning: string) => boolean): readonly string[] {
  return Object.entries(utterances)
    .filter(([meaning]) => meanings(meaning))
    .flatMap(([, texts]) => {
      const step = Math.max(1, Math.floor(texts.length / PER_MEANING))
      return texts.filter((_text, index) => index % step === 0)
    })
}

let memory: TestMemory
let inbound: Inbound
const channels = openChannels({
  // Nothing is sent: only what is read and decided matters here.
  telegram: { token: TOKEN, apiRoot: 'http://127.0.0.1:9', mode: 'polling' },
})
const telegram = [...channels.all.values()][0]!
let clockMs = Date.parse('2025-10-20T08:00:00+07:00')
let updates = 0

const addressOf = (chat: number): Address => `telegram:${BOT}:${chat}` as Address
const HEAD = 501
const CONTACT = 502
const AUTHOR = 503

beforeAll(async () => {
  memory = await openTestMemory({ at: '2025-10-20T08:00:00+07:00', channels: channels.all })
  inbound = openInbound({
    channels: channels.all,
    intake: memory.intake,
    transactions: memory.transactions,
    clock: memory.clock,
    lanes: 2,
    send: async () => undefined,
    wake: () => undefined,
    log: openLog('warn'),
    metrics: openMetrics(memory.transactions, memory.pace),
  })
  for (const [code, chat] of [
    ['CB-026', HEAD],
    ['CB-025', CONTACT],
    ['CB-113', AUTHOR],
  ] as const)
    await link(memory, code, { channel: 'telegram', chat: addressOf(chat) })
  await says(CONTACT, '15/10 tổ chức 2 hội nghị tuyên truyền, 120 lượt người dự')
  await says(CONTACT, 'đề nghị khen chị Hoàng Thị Thử, công chức văn phòng, tham mưu 3 nghị quyết')
  await says(CONTACT, '1')
  await says(CONTACT, 'rút BC-0001')
  await says(AUTHOR, 'gửi thông báo: Mời các đơn vị treo cờ ngày 06/01.')
}, 60_000)
afterAll(async () => {
  await channels.close()
  await memory.close()
})

/** Writes, and lets go by what a fragment would wait. */
async function says(chat: number, text: string): Promise<void> {
  updates += 1
  clockMs += 20_000
  memory.clock.set(new Date(clockMs).toISOString())
  const person = { id: chat, is_bot: false, first_name: 'x' }
  await inbound.take(telegram, {
    update_id: updates,
    message: {
      message_id: updates,
      date: Math.floor(clockMs / 1000),
      chat: { id: chat, type: 'private', first_name: 'x' },
      from: person,
      text,
    },
  })
  await inbound.drained()
  clockMs += 4_000
  memory.clock.set(new Date(clockMs).toISOString())
  await inbound.resume()
  await inbound.drained()
}

const stateOf = (chat: number): Promise<ConversationState> =>
  memory.run((tx) => tx.conversations.lock(addressOf(chat)))

/** Says each of them in the same situation, and gives those after which something had happened. */
async function sayEach(
  chat: number,
  texts: readonly string[],
  happened: () => Promise<unknown>,
  { open }: { open: boolean },
): Promise<readonly string[]> {
  const found = await stateOf(chat)
  const before = JSON.stringify(await happened())
  const fired: string[] = []
  for (const text of texts) {
    const questions = found.questions.map((question) => ({
      ...question,
      askedAt: new Date(clockMs).toISOString(),
    }))
    const state = open ? { ...NOTHING_OPEN, questions } : NOTHING_OPEN
    await memory.run((tx) => tx.conversations.save(addressOf(chat), state, tx.now))
    await says(chat, text)
    if (JSON.stringify(await happened()) !== before) {
      fired.push(text)
      break
    }
  }
  await memory.run((tx) => tx.conversations.save(addressOf(chat), found, tx.now))
  return fired
}

const nominations = async (): Promise<unknown> =>
  memory.run(async (tx) => {
    const [loaded] = await tx.campaigns.list()
    const listed = await tx.nominations.list(loaded?.campaign.id ?? '', { limit: 1000 })
    return listed.filter(({ state }) => state !== 'draft').map(({ code, state }) => [code, state])
  })
const withdrawn = async (): Promise<unknown> =>
  memory.run(async (tx) => {
    const [loaded] = await tx.campaigns.list()
    const report = await tx.reports.findByCode(loaded?.campaign.id ?? '', 'BC-0001')
    return report?.state
  })
const released = async (): Promise<unknown> =>
  memory.run(async (tx) => {
    const [loaded] = await tx.campaigns.list()
    return (
      await tx.announcements.list(loaded?.campaign.id ?? '', {
        states: ['awaiting-release', 'released', 'published'],
        limit: 10,
      })
    ).length
  })

describe.each([
  { who: 'a head', chat: HEAD, what: 'moves a nomination', happened: nominations },
  { who: 'a contact', chat: CONTACT, what: 'withdraws a report', happened: withdrawn },
  { who: 'an author', chat: AUTHOR, what: 'sends a notice', happened: released },
])('nothing that $who writes $what', { timeout: 180_000 }, ({ chat, happened }) => {
  test('while it is asked, unless it is the answer', async () => {
    expect((await stateOf(chat)).questions.length).toBeGreaterThan(0)
    const texts = sample((meaning) => !DECIDES.has(meaning))
    expect(texts.length).toBeGreaterThan(100)
    expect(await sayEach(chat, texts, happened, { open: true })).toEqual([])
  })

  test('while nothing is asked, whatever it is', async () => {
    const texts = [...sample((meaning) => DECIDES.has(meaning)), '1', 'đúng', 'đồng ý', '👍', 'ok']
    expect(await sayEach(chat, texts, happened, { open: false })).toEqual([])
  })
})

test('received = done + waiting + kept for a person, after each of any messages', async () => {
  const known = fc.constantFrom(...sample(() => true))
  const message = fc.oneof(known, fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }))
  await fc.assert(
    fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 6 }), async (texts) => {
      for (const text of texts) {
        await says(HEAD + 1000, text)
        await says(CONTACT, text)
        const balance = await memory.run((tx) => tx.inbox.balance())
        expect(balance).toMatchObject({ received: updates, waiting: 0 })
        expect(balance.done + balance.forPerson).toBe(updates)
      }
    }),
    { numRuns: 12 },
  )
})

test('an explicit answer does it', async () => {
  const before = JSON.stringify(await nominations())
  await says(HEAD, '1')
  expect(JSON.stringify(await nominations())).not.toBe(before)
})
