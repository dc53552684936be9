import { Temporal } from 'temporal-polyfill'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { deadlinesOf } from '../../core/duty/deadline.ts'
import { NOTHING_OPEN } from '../../core/conversation/conversation.ts'
import type { Address } from '../../core/delivery/channel.ts'
import type { TestMemory } from '../support/memory.ts'
import { openTestMemory } from '../support/memory.ts'

let memory: TestMemory

beforeAll(async () => {
  memory = await openTestMemory({ at: '2025-10-20T08:00:00+07:00' })
})
afterAll(() => memory.close())

const chat = (name: string): Address => `zalo:1:${name}` as Address

describe('a transaction', () => {
  test('that throws leaves nothing', async () => {
    const failing = memory.run(async (tx) => {
      await tx.settings.set('half', 'made')
      throw new Error('in the middle')
    })
    await expect(failing).rejects.toThrow('in the middle')
    expect(await memory.run((tx) => tx.settings.find('half'))).toBeUndefined()
  })

  test('has one moment from its beginning to its end', async () => {
    const moments = await memory.run(async (tx) => {
      const first = tx.now
      memory.clock.set('2025-10-20T08:00:01+07:00')
      return [first, tx.now]
    })
    memory.clock.set('2025-10-20T08:00:00+07:00')
    expect(moments[0]).toBe(moments[1])
  })

  test('that deadlocks with another is run again, and both are done', async () => {
    const bothHoldOne = latch(2)
    const cross = (mine: Address, other: Address) =>
      memory.run(async (tx) => {
        await tx.conversations.lock(mine)
        bothHoldOne.arrive()
        await bothHoldOne.passed
        const state = await tx.conversations.lock(other)
        await tx.conversations.save(other, { ...NOTHING_OPEN, misses: state.misses + 1 }, tx.now)
      })
    await Promise.all([cross(chat('a'), chat('b')), cross(chat('b'), chat('a'))])
    const misses = await memory.run(async (tx) => [
      (await tx.conversations.lock(chat('a'))).misses,
      (await tx.conversations.lock(chat('b'))).misses,
    ])
    expect(misses).toEqual([1, 1])
  })

  test('holds a chat until it ends, and other chats not', async () => {
    const order: string[] = []
    const held = latch(1)
    const first = memory.run(async (tx) => {
      await tx.conversations.lock(chat('held'))
      held.arrive()
      await memory.run((other) => other.conversations.lock(chat('free')))
      order.push('first')
    })
    await held.passed
    const second = memory.run(async (tx) => {
      await tx.conversations.lock(chat('held'))
      order.push('second')
    })
    await Promise.all([first, second])
    expect(order).toEqual(['first', 'second'])
  })
})

describe('running numbers', () => {
  test('leave none out and give none twice, though many are drawn at once and some in vain', async () => {
    const draw = (fails: boolean) =>
      memory.run(async (tx) => {
        const [{ campaign } = fail()] = await tx.campaigns.list()
        const number = await tx.campaigns.nextNumber(campaign.id, 'report')
        if (fails) throw new Error('in vain')
        return number
      })
    const drawn = await Promise.allSettled(Array.from({ length: 40 }, (_, n) => draw(n % 4 === 0)))
    const numbers = drawn.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, n) => n + 1))
  })
})

describe("in whatever zone the server's clock runs", () => {
  const before = process.env['TZ']
  afterEach(() => {
    if (before === undefined) Reflect.deleteProperty(process.env, 'TZ')
    else process.env['TZ'] = before
  })

  test.each(['UTC', 'Asia/Ho_Chi_Minh', 'America/Los_Angeles', 'Pacific/Kiritimati'])(
    'days and moments come back as they went in: %s',
    async (zone) => {
      process.env['TZ'] = zone
      await memory.run(async (tx) => {
        const [{ campaign, trackedFrom } = fail()] = await tx.campaigns.list()
        await tx.duties.open(
          campaign.id,
          deadlinesOf(campaign, trackedFrom, await tx.calendars.load()),
        )
        const kept = await tx.duties.listDeadlines(
          campaign.id,
          Temporal.PlainDate.from('2025-10-01'),
        )
        const expected = deadlinesOf(campaign, trackedFrom, await tx.calendars.load())
        const readable = (all: typeof kept) =>
          all.map(({ id, opensOn, dueOn, dueAt }) => [
            id,
            String(opensOn),
            String(dueOn),
            String(dueAt),
          ])
        expect(readable(kept)).toEqual(readable(expected))
        expect(trackedFrom.toString()).toBe('2025-10-20')
      })
    },
  )
})

/** Passed once so many have arrived. */
function latch(count: number): { arrive(): void; passed: Promise<void> } {
  let left = count
  let open = (): void => undefined
  const passed = new Promise<void>((resolve) => (open = resolve))
  return {
    arrive: () => {
      left -= 1
      if (left <= 0) open()
    },
    passed,
  }
}

function fail(): never {
  throw new Error('no campaign is loaded')
}
