import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openGate } from '../../support/gate.ts'
import { type Bench, handling, latch } from './bench.ts'

/** What becomes of the queue when its storage, its server or a worker is lost. */
export function describeOutages(bench: () => Bench): void {
  test('a lost storage is made again while the process runs on', async () => {
    const queue = await bench().open({ ensureMs: 200 })
    const other = await bench().open({ ensureMs: 200 })
    let swept = 0
    const delivered: string[] = []
    const sweep = async () => void (swept += 1)
    const deliver = async (key?: string) => void delivered.push(key ?? '')
    await queue.work(handling({ sweep, deliver }), { concurrency: 2 })
    await queue.every('sweep', 300)
    await expect.poll(() => swept).toBeGreaterThanOrEqual(2)
    for (let round = 1; round <= 2; round += 1) {
      await bench().ground.empty()
      swept = 0
      await other.wake('deliver', `after loss ${round}`)
      await expect.poll(() => delivered, { timeout: 8_000 }).toContain(`after loss ${round}`)
      await expect.poll(() => swept, { timeout: 8_000 }).toBeGreaterThanOrEqual(2)
    }
  })

  test('a server that goes away and comes back ends nothing', async () => {
    const queue = await bench().open({ ensureMs: 500 })
    const { gate } = bench().ground
    let swept = 0
    const delivered: string[] = []
    const taken = latch()
    const door = latch()
    const deliver = async (key?: string) => {
      taken.open()
      await door.opened
      delivered.push(key ?? '')
    }
    const sweep = async () => void (swept += 1)
    await queue.work(handling({ sweep, deliver }), { concurrency: 4 })
    await queue.every('sweep', 300)
    await queue.wake('deliver', 'under way')
    await taken.opened
    await expect.poll(() => swept).toBeGreaterThanOrEqual(1)

    await gate.shut()
    const asked = performance.now()
    await queue.wake('deliver', 'while away')
    await expect(queue.counts()).rejects.toThrow()
    expect(performance.now() - asked).toBeLessThan(1_000)
    expect(bench().problems.length).toBeGreaterThan(0)
    door.open()
    await expect.poll(() => delivered).toContain('under way')
    await sleep(1_500)

    swept = 0
    await gate.open()
    await expect.poll(() => swept, { timeout: 15_000 }).toBeGreaterThanOrEqual(2)
    await queue.wake('deliver', 'afterwards')
    await expect.poll(() => delivered, { timeout: 5_000 }).toContain('afterwards')
  })

  test('a server that is away is reported now and then, not at every try', async () => {
    const queue = await bench().open({ ensureMs: 50 })
    await queue.work(handling({}), { concurrency: 2 })
    await bench().ground.gate.shut()
    for (let more = 0; more < 40; more += 1) {
      await queue.wake('deliver', `${more}`)
      await sleep(50)
    }
    expect(bench().problems.length).toBeGreaterThan(0)
    expect(bench().problems.length).toBeLessThan(12)
  })

  test('a worker that vanishes in the middle of a run does not hold up later wakes', async () => {
    const own = await openGate(bench().ground.gate.url)
    const vanishing = await bench().open({ backend: { kind: bench().ground.kind, url: own.url } })
    const door = latch()
    const taken = latch()
    const stuck = async () => {
      taken.open()
      await door.opened
    }
    await vanishing.work(handling({ deliver: stuck }), { concurrency: 1 })
    await vanishing.wake('deliver', 'zalo')
    await taken.opened
    await own.shut()

    const queue = await bench().open()
    let ran = 0
    await queue.work(handling({ deliver: async () => void (ran += 1) }), { concurrency: 1 })
    await queue.wake('deliver', 'zalo')
    await expect.poll(() => ran).toBe(1)
    door.open()
  })
}
