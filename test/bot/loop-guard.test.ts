import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { LoopGuard } from '../../bot/loop-guard.ts'
import { openLoopGuard } from '../../bot/loop-guard.ts'
import { MOST_SAME_ANSWERS } from '../../core/conversation/loop.ts'
import type { Instant } from '../../core/calendar/local-time.ts'
import type { BotKey } from '../../core/delivery/bot.ts'
import type { Address } from '../../core/delivery/channel.ts'
import { queueParts } from '../../core/delivery/queue-message.ts'
import type { TestMemory } from '../support/memory.ts'
import { link, openTestMemory } from '../support/memory.ts'

const ECHO = 'zalo:1:echo' as Address
const bots = [
  { key: 'zalo:1', channel: 'zalo' },
  { key: 'telegram:7', channel: 'telegram' },
] as { key: BotKey; channel: 'zalo' | 'telegram' }[]

let memory: TestMemory
let seconds: number

/** One turn of a chat: the answer, unless the guard keeps it back. */
async function answers(
  guard: LoopGuard,
  text: string,
  { address = ECHO, came }: { address?: Address; came?: Instant } = {},
): Promise<boolean> {
  seconds += 1
  const minute = String(Math.floor(seconds / 60)).padStart(2, '0')
  memory.clock.set(`2025-10-20T08:${minute}:${String(seconds % 60).padStart(2, '0')}+07:00`)
  const parts = [{ index: 0, of: 1, payload: { method: 'sendMessage', text } }]
  const to = { channel: 'zalo', address } as const
  return memory.run(async (tx) => {
    const receivedAt = came ?? tx.now
    if (await guard.silences(tx, { ...to, userKey: address, receivedAt }, parts)) return false
    await queueParts(tx, to, parts, { cause: 'reply' })
    return true
  })
}

const notices = () =>
  memory.run(async (tx) => (await tx.outbox.listLedger({ limit: 20, cause: 'notice' })).length)

describe('a chat that is answered the same over and over', () => {
  beforeEach(async () => {
    memory = await openTestMemory({ at: '2025-10-20T08:00:00+07:00', bots })
    await link(memory, 'CB-109', { channel: 'telegram', chat: 'telegram:7:9' })
    await link(memory, 'CB-025', { channel: 'zalo', chat: ECHO })
    seconds = 0
  })
  afterEach(() => memory.close())

  test('is answered no more for a while, and the office is told once over another channel', async () => {
    const guard = openLoopGuard()
    const given: boolean[] = []
    for (let turn = 0; turn < MOST_SAME_ANSWERS + 4; turn += 1)
      given.push(await answers(guard, 'Trợ lý chưa rõ.'))
    expect(given.filter(Boolean).length).toBe(MOST_SAME_ANSWERS)
    expect(given.slice(MOST_SAME_ANSWERS)).toEqual([false, false, false, false])
    expect(await notices()).toBe(1)
    expect(await answers(guard, 'Hạn báo cáo là ngày 25.')).toBe(true)
    expect(await answers(guard, 'Trợ lý chưa rõ.', { address: 'zalo:1:other' as Address })).toBe(
      true,
    )
    seconds += 15 * 60
    expect(await answers(guard, 'Trợ lý chưa rõ.')).toBe(true)
  })

  test('may have sent a burst that was answered late: that is no loop', async () => {
    const guard = openLoopGuard()
    const came = memory.clock.now()
    for (let turn = 0; turn < 2 * MOST_SAME_ANSWERS; turn += 1)
      expect(await answers(guard, 'Hạn báo cáo là ngày 25.', { came })).toBe(true)
  })

  test('is recognised when it is answered by two turns, and across processes', async () => {
    const [one, two] = [openLoopGuard(), openLoopGuard()]
    let given = 0
    for (let turn = 0; turn < 4 * MOST_SAME_ANSWERS; turn += 1) {
      const guard = turn % 4 < 2 ? one : two
      if (await answers(guard, turn % 2 === 0 ? 'Một.' : 'Hai.')) given += 1
    }
    expect(given).toBe(2 * MOST_SAME_ANSWERS)
    expect(await notices()).toBe(1)
  })
})
