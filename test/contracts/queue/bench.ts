import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { openQueue, type Queue, type QueueOptions } from '../../../jobs/queue.ts'
import type { WakeHandler } from '../../../jobs/worker.ts'
import type { Gate } from '../../support/gate.ts'

/** The datastore under a contract, real, with a way to take it away. */
export interface Ground {
  kind: QueueOptions['backend']['kind']
  gate: Gate
  /** Throws away all that queues keep there, as an operator's mistake would. */
  empty(): Promise<void>
  /** All that queues keep there, as text. */
  stored(): Promise<string>
  close(): Promise<void>
}

export type Name = 'sweep' | 'deliver'

/** What one test works with: queues of one new name, closed after it. */
export interface Bench {
  ground: Ground
  /** The name of its queues. */
  name: string
  /** What was reported to `onError` by any of the queues. */
  problems: Error[]
  /** Another queue object as another process would have it. */
  open(changes?: Partial<QueueOptions>): Promise<Queue<Name>>
}

/** Prepares the ground once and a bench before each test of the suite it is called in. */
export function useBench(prepare: () => Promise<Ground>): () => Bench {
  let ground: Ground
  let bench: Bench
  let queues: Queue<Name>[]

  beforeAll(async () => {
    ground = await prepare()
  })
  beforeEach(() => {
    const name = `test-${randomBytes(6).toString('hex')}`
    const problems: Error[] = []
    queues = []
    bench = {
      ground,
      name,
      problems,
      async open(changes = {}) {
        const queue = await openQueue<Name>({
          backend: { kind: ground.kind, url: ground.gate.url },
          name,
          now: Date.now,
          onError: (error) => problems.push(error),
          ...changes,
        })
        queues.push(queue)
        return queue
      },
    }
  })
  afterEach(async () => {
    await ground.gate.open()
    await Promise.all(queues.map((queue) => queue.close()))
  })
  afterAll(() => ground.close())

  return () => bench
}

/** Handlers of which a test cares for some. */
export function handling(some: Partial<Record<Name, WakeHandler>>): Record<Name, WakeHandler> {
  return { sweep: idle, deliver: idle, ...some }
}

/** A door that somebody opens later. */
export interface Latch {
  readonly opened: Promise<void>
  open(): void
}

export function latch(): Latch {
  let open = (): void => undefined
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { opened, open: () => open() }
}

/** Long enough for a wake that should not come to have come. */
export async function aMoment(): Promise<void> {
  await sleep(400)
}

async function idle(): Promise<void> {
  // Wakes of this name do not matter to the test.
}
