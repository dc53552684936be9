import { describe, expect, test } from 'vitest'
import { HandlerFailure } from '../../../jobs/handler-failure.ts'
import { aMoment, type Bench, handling } from './bench.ts'

/** A sentence such as an official might write, of which nothing may leave the tables. */
const PERSONAL = 'Bà Hoàng Thị Demo 0900000000 báo cáo'

/** What happens when a handler fails. */
export function describeFailures(bench: () => Bench): void {
  const backoff = (failures: number) => (failures < 3 ? 30 : undefined)

  describe('a failing handler', () => {
    test('is tried again with a pause, then given up, and the worker goes on', async () => {
      const queue = await bench().open()
      const asked: number[] = []
      const done: string[] = []
      const deliver = async (key?: string) => {
        if (key === 'bad') throw new RangeError(PERSONAL)
        done.push(key ?? '')
      }
      const pauses = (failures: number) => {
        asked.push(failures)
        return backoff(failures)
      }
      await queue.work(handling({ deliver }), { concurrency: 1, backoff: pauses })
      await queue.wake('deliver', 'bad')
      await expect.poll(() => asked).toEqual([1, 2, 3])
      await queue.wake('deliver', 'good')
      await expect.poll(() => done).toEqual(['good'])
      await aMoment()
      expect(asked).toEqual([1, 2, 3])
    })

    test('that mends in time has its wake done', async () => {
      const queue = await bench().open()
      let tries = 0
      const deliver = async () => {
        tries += 1
        if (tries < 3) throw new Error(PERSONAL)
      }
      await queue.work(handling({ deliver }), { concurrency: 1, backoff })
      await queue.wake('deliver', 'a')
      await expect.poll(() => tries).toBe(3)
      await expect.poll(() => queue.counts()).toMatchObject({ waiting: 0, delayed: 0, active: 0 })
    })

    test('is reported by name, key, attempt and kind of error, and by nothing a person wrote', async () => {
      const queue = await bench().open()
      const error = Object.assign(new RangeError(PERSONAL), { code: 'P2002' })
      const deliver = async () => {
        throw error
      }
      await queue.work(handling({ deliver }), { concurrency: 1, backoff: () => undefined })
      await queue.wake('deliver', '17')
      await expect.poll(() => bench().problems.length).toBe(1)
      const [problem] = bench().problems
      expect(problem).toBeInstanceOf(HandlerFailure)
      expect(problem?.message).toBe('deliver/17 failed at attempt 1: RangeError P2002')
      expect(problem).toMatchObject({ run: { job: 'deliver', key: '17', attempt: 1 } })
      expect(problem?.stack).toContain('failures.ts')
      await expect.poll(() => queue.counts()).toMatchObject({ failed: 1 })
      const everywhere = `${problem?.stack} ${JSON.stringify(problem)} ${await bench().ground.stored()}`
      expect(everywhere).toContain('RangeError P2002')
      for (const word of PERSONAL.split(' ')) expect(everywhere).not.toContain(word)
    })

    test('has one retry waiting for each key, however many wakes failed', async () => {
      const queue = await bench().open()
      let failed = 0
      const deliver = async () => {
        failed += 1
        throw new Error(PERSONAL)
      }
      await queue.work(handling({ deliver }), { concurrency: 2, backoff: () => 60_000 })
      for (let more = 1; more <= 4; more += 1) {
        await queue.wake('deliver', 'a')
        await expect.poll(() => failed).toBe(more)
      }
      await expect.poll(() => queue.counts()).toMatchObject({ failed: 4, delayed: 1 })
    })
  })

  test('a wake that no handler is for is reported and dropped', async () => {
    const queue = await bench().open()
    await queue.wake('deliver', 'a')
    const { sweep } = handling({})
    // @ts-expect-error an older version of the product, which knows fewer names
    await queue.work({ sweep }, { concurrency: 1 })
    await expect
      .poll(() => bench().problems.map(String))
      .toEqual(['Error: no handler is named deliver'])
    await expect
      .poll(() => queue.counts())
      .toEqual({ waiting: 0, active: 0, delayed: 0, failed: 0 })
  })
}
