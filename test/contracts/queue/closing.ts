import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { aMoment, type Bench, handling, latch } from './bench.ts'

/** What `close` promises, of a worker and of a queue. */
export function describeClosing(bench: () => Bench): void {
  describe('closing', () => {
    test('tells the handlers under way and waits for them', async () => {
      const queue = await bench().open()
      const events: string[] = []
      const deliver = async (_key: string | undefined, signal: AbortSignal) => {
        events.push('began')
        signal.addEventListener('abort', () => events.push('told'))
        await sleep(500)
        events.push('ended')
      }
      const worker = await queue.work(handling({ deliver }), { concurrency: 1 })
      await queue.wake('deliver', 'a')
      await expect.poll(() => events).toEqual(['began'])
      await queue.wake('deliver', 'b')
      await Promise.all([worker.close(), worker.close()])
      expect(events).toEqual(['began', 'told', 'ended'])
      expect(await queue.counts()).toMatchObject({ waiting: 1, active: 0 })
      expect(bench().problems).toEqual([])
    })

    test('keeps the wake of a handler that stops because it was told', async () => {
      const before = await bench().open()
      const began = latch()
      const deliver = async (_key: string | undefined, signal: AbortSignal) => {
        began.open()
        await sleep(200)
        signal.throwIfAborted()
      }
      await before.work(handling({ deliver }), { concurrency: 1 })
      await before.wake('deliver', 'a')
      await began.opened
      await before.close()
      const after = await bench().open()
      const seen: string[] = []
      await after.work(handling({ deliver: async (key) => void seen.push(key ?? '') }), {
        concurrency: 1,
      })
      await expect.poll(() => seen).toEqual(['a'])
      expect(bench().problems).toEqual([])
    })

    test('takes the wakes that a handler makes while it ends', async () => {
      const before = await bench().open()
      const began = latch()
      const sweep = async () => {
        began.open()
        await sleep(200)
        await before.wake('deliver', 'zalo')
      }
      await before.work(handling({ sweep }), { concurrency: 1 })
      await before.wake('sweep')
      await began.opened
      await before.close()
      const after = await bench().open()
      expect(await after.counts()).toMatchObject({ waiting: 1 })
      expect(bench().problems).toEqual([])
    })

    test('waits no longer than it may for a handler that does not end', async () => {
      const queue = await bench().open()
      const began = latch()
      const door = latch()
      const deliver = async () => {
        began.open()
        await door.opened
      }
      await queue.work(handling({ deliver }), { concurrency: 1, drainMs: 300 })
      await queue.wake('deliver', 'a')
      await began.opened
      const asked = performance.now()
      await queue.close()
      expect(performance.now() - asked).toBeLessThan(2_000)
      expect(bench().problems.map(String)).toEqual([
        'Error: 1 handlers did not end in time and were cut off',
      ])
      door.open()
      await aMoment()
    })

    test('is done at once when the server is away, and leaves nothing behind', async () => {
      const before = handles()
      const queue = await bench().open({ ensureMs: 100 })
      await queue.work(handling({}), { concurrency: 2 })
      await queue.every('sweep', 200)
      await aMoment()
      await bench().ground.gate.shut()
      await aMoment()
      const asked = performance.now()
      await queue.close()
      expect(performance.now() - asked).toBeLessThan(2_500)
      await expect.poll(handles, { timeout: 8_000 }).toBeLessThanOrEqual(before)
    })

    test('leaves no timer and no connection behind', async () => {
      const before = handles()
      const queue = await bench().open({ ensureMs: 100 })
      await queue.work(handling({}), { concurrency: 2 })
      await queue.every('sweep', 200)
      await queue.wake('deliver', 'a')
      await aMoment()
      expect(handles()).toBeGreaterThan(before)
      await queue.close()
      await queue.close()
      await expect.poll(handles, { timeout: 3_000 }).toBeLessThanOrEqual(before)
    })

    test('ends waking, which is reported and not thrown', async () => {
      const queue = await bench().open()
      await queue.close()
      await queue.wake('deliver', 'a')
      expect(bench().problems.map(String)).toEqual([
        'Error: deliver was woken after the queue was closed',
      ])
    })
  })
}

/** Sockets and timers that would keep this process alive, other than those of the test itself. */
function handles(): number {
  return process.getActiveResourcesInfo().filter((kind) => /^(TCP|Timeout|Connect)/.test(kind))
    .length
}
