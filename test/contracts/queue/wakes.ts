import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aMoment, type Bench, handling, latch } from './bench.ts'

/** What a wake promises, delayed or not. */
export function describeWakes(bench: () => Bench): void {
  describe('a wake', () => {
    test('runs the handler of its name with its key', async () => {
      const queue = await bench().open()
      const seen: unknown[] = []
      const noting = (name: string) => async (key?: string) => void seen.push([name, key])
      await queue.work({ sweep: noting('sweep'), deliver: noting('deliver') }, { concurrency: 2 })
      await queue.wake('sweep')
      await expect.poll(() => seen.length).toBe(1)
      await queue.wake('deliver', 'zalo')
      await expect
        .poll(() => seen)
        .toEqual([
          ['sweep', undefined],
          ['deliver', 'zalo'],
        ])
      expect(bench().problems).toEqual([])
    })

    test('is one with the wakes of its name and key that still wait', async () => {
      const queue = await bench().open()
      for (const key of ['a', 'b', 'a', 'a', 'b']) await queue.wake('deliver', key)
      await queue.wake('sweep', 'a')
      expect(await queue.counts()).toMatchObject({ waiting: 3 })
      const seen: string[] = []
      const deliver = async (key?: string) => void seen.push(key ?? '')
      await queue.work(handling({ deliver }), { concurrency: 1 })
      await aMoment()
      expect(seen).toEqual(['a', 'b'])
    })

    test('that comes while its handler runs leads to one more run afterwards', async () => {
      const queue = await bench().open()
      const door = latch()
      let started = 0
      let atOnce = 0
      let mostAtOnce = 0
      const deliver = async () => {
        started += 1
        mostAtOnce = Math.max(mostAtOnce, (atOnce += 1))
        if (started === 1) await door.opened
        atOnce -= 1
      }
      await queue.work(handling({ deliver }), { concurrency: 4 })
      await queue.wake('deliver', 'zalo')
      await expect.poll(() => started).toBe(1)
      for (let more = 0; more < 5; more += 1) await queue.wake('deliver', 'zalo')
      await aMoment()
      expect(started).toBe(1)
      door.open()
      await expect.poll(() => started).toBe(2)
      await aMoment()
      expect({ started, mostAtOnce }).toEqual({ started: 2, mostAtOnce: 1 })
    })

    test('of one key does not wait for a long run of another', async () => {
      const queue = await bench().open()
      const door = latch()
      const done: string[] = []
      const deliver = async (key?: string) => {
        if (key === 'slow') await door.opened
        done.push(key ?? '')
      }
      await queue.work(handling({ deliver }), { concurrency: 4 })
      for (let more = 0; more < 8; more += 1) {
        await queue.wake('deliver', 'slow')
        await sleep(20)
      }
      await queue.wake('deliver', 'quick')
      await expect.poll(() => done).toEqual(['quick'])
      door.open()
    })

    test('is never lost, however wakes and runs fall together', { timeout: 60_000 }, async () => {
      const queue = await bench().open()
      const written = new Map<string, number>()
      const read = new Map<string, number>()
      let pause = 0
      const deliver = async (key = '') => {
        const seen = written.get(key) ?? 0
        await sleep(pause)
        read.set(key, Math.max(seen, read.get(key) ?? 0))
      }
      await queue.work(handling({ deliver }), { concurrency: 3 })
      await (await bench().open()).work(handling({ deliver }), { concurrency: 3 })
      const step = fc.record({ key: fc.constantFrom('a', 'b', 'c'), rest: fc.nat(15) })
      const steps = fc.array(step, { minLength: 1, maxLength: 25 })
      await fc.assert(
        fc.asyncProperty(steps, fc.nat(20), async (all, handlerMs) => {
          pause = handlerMs
          for (const { key, rest } of all) {
            written.set(key, (written.get(key) ?? 0) + 1)
            await queue.wake('deliver', key)
            await sleep(rest)
          }
          await expect.poll(() => read, { timeout: 5_000 }).toEqual(written)
        }),
        { numRuns: 12 },
      )
    })
  })

  describe('a delayed wake', () => {
    test('runs no earlier than asked and at most half a second late', async () => {
      const queue = await bench().open()
      const ran: number[] = []
      const deliver = async () => void ran.push(performance.now())
      await queue.work(handling({ deliver }), { concurrency: 1 })
      const asked = performance.now()
      await queue.wake('deliver', 'a', { delayMs: 700 })
      await expect.poll(() => ran.length, { timeout: 5_000 }).toBe(1)
      const waited = (ran[0] ?? 0) - asked
      expect(waited).toBeGreaterThanOrEqual(699)
      expect(waited).toBeLessThan(700 + 500 + 400)
    })

    test('is one with those of its key that fall due in the same half second', async () => {
      const noon = Math.ceil(Date.now() / 500) * 500
      const queue = await bench().open({ now: () => noon })
      for (const delayMs of [60_001, 60_250, 60_500]) await queue.wake('deliver', 'a', { delayMs })
      await queue.wake('deliver', 'a', { delayMs: 60_501 })
      await queue.wake('deliver', 'b', { delayMs: 60_001 })
      expect(await queue.counts()).toMatchObject({ delayed: 3, waiting: 0 })
    })

    test('does not hold up a wake for now', async () => {
      const queue = await bench().open()
      let ran = 0
      const deliver = async () => void (ran += 1)
      await queue.work(handling({ deliver }), { concurrency: 1 })
      await queue.wake('deliver', 'a', { delayMs: 60_000 })
      await queue.wake('deliver', 'a')
      await expect.poll(() => ran).toBe(1)
      expect(await queue.counts()).toMatchObject({ delayed: 1 })
    })
  })

  describe('two workers', () => {
    test('share the wakes and run each once', async () => {
      const first = await bench().open()
      const second = await bench().open()
      const runs: [worker: string, key: string][] = []
      const by = (worker: string) => async (key?: string) => {
        runs.push([worker, key ?? ''])
        await sleep(10)
      }
      await first.work(handling({ deliver: by('first') }), { concurrency: 2 })
      await second.work(handling({ deliver: by('second') }), { concurrency: 2 })
      const keys = Array.from({ length: 60 }, (_, index) => `${index}`)
      await Promise.all(keys.map((key) => first.wake('deliver', key)))
      await expect.poll(() => runs.length, { timeout: 10_000 }).toBe(60)
      await aMoment()
      expect(runs.map(([, key]) => key).sort()).toEqual([...keys].sort())
      expect(new Set(runs.map(([worker]) => worker)).size).toBe(2)
    })
  })
}
