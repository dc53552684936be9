import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { aMoment, type Bench, handling } from './bench.ts'

/** What `every` promises. */
export function describeSchedules(bench: () => Bench): void {
  describe('a schedule', () => {
    test('wakes now and again and again', async () => {
      const queue = await bench().open()
      const ran: number[] = []
      const sweep = async () => void ran.push(performance.now())
      await queue.work(handling({ sweep }), { concurrency: 1 })
      const began = performance.now()
      await queue.every('sweep', 300)
      await expect.poll(() => ran.length, { timeout: 10_000 }).toBeGreaterThanOrEqual(5)
      expect((ran[0] ?? Infinity) - began).toBeLessThan(300)
      // Ticks stand on multiples of the interval; the first comes at once.
      expect((ran[4] ?? 0) - (ran[1] ?? 0)).toBeGreaterThan(3 * 300 - 150)
      expect((ran[4] ?? 0) - (ran[1] ?? 0)).toBeLessThan(3 * 300 + 400)
    })

    test('makes one of the ticks that no worker was there for', async () => {
      const queue = await bench().open()
      let ran = 0
      const sweep = async () => void (ran += 1)
      const worker = await queue.work(handling({ sweep }), { concurrency: 1 })
      await queue.every('sweep', 400)
      await expect.poll(() => ran).toBe(1)
      await worker.close()
      ran = 0
      await sleep(1_700)
      await queue.work(handling({ sweep }), { concurrency: 1 })
      await sleep(300)
      expect(ran).toBeGreaterThanOrEqual(1)
      expect(ran).toBeLessThanOrEqual(2)
    })

    test('keeps its overdue tick when it is said again at the next start', async () => {
      const before = await bench().open()
      let ran = 0
      const sweep = async () => void (ran += 1)
      await before.work(handling({ sweep }), { concurrency: 1 })
      await before.every('sweep', 1_000)
      await expect.poll(() => ran).toBe(1)
      await before.close()
      ran = 0
      await sleep(1_100)
      const after = await bench().open()
      await after.every('sweep', 1_000)
      await after.work(handling({ sweep }), { concurrency: 1 })
      await expect.poll(() => ran, { timeout: 350 }).toBe(1)
    })

    test('is the same however many processes say it', async () => {
      const queue = await bench().open()
      const others = await Promise.all([bench().open(), bench().open()])
      await Promise.all([queue, queue, ...others].map((one) => one.every('sweep', 60_000)))
      let ran = 0
      const sweep = async () => void (ran += 1)
      await queue.work(handling({ sweep }), { concurrency: 1 })
      await aMoment()
      expect(ran).toBeGreaterThanOrEqual(1)
      expect(await queue.counts()).toMatchObject({ waiting: 0, delayed: 1 })
    })

    test('takes a changed interval from the last who said it', async () => {
      const queue = await bench().open()
      let ran = 0
      const sweep = async () => void (ran += 1)
      await queue.work(handling({ sweep }), { concurrency: 1 })
      await queue.every('sweep', 60_000)
      await expect.poll(() => ran).toBe(1)
      await queue.every('sweep', 200)
      await expect.poll(() => ran, { timeout: 3_000 }).toBeGreaterThanOrEqual(4)
    })

    test('of a name that is gone from the product ends', async () => {
      const old = await bench().open()
      await old.every('sweep', 100)
      await old.close()
      const queue = await bench().open()
      const { deliver } = handling({})
      // @ts-expect-error a newer version of the product, which has another name for it
      await queue.work({ deliver }, { concurrency: 1 })
      await expect.poll(() => bench().problems.length).toBe(1)
      await aMoment()
      expect(await queue.counts()).toMatchObject({ waiting: 0, delayed: 0 })
    })
  })
}
