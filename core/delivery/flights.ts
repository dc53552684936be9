/** Work under way at once, and who waits for it to become less. */
export interface Flights {
  readonly size: number
  /** The first failure of what has landed; it tears down nothing else. */
  readonly failure: Error | undefined
  /** Resolves when the work has ended, well or not. */
  board(work: Promise<unknown>): Promise<void>
  /** Resolves as soon as at most so many are under way. */
  atMost(count: number): Promise<void>
}

type Waiting = { readonly count: number; readonly go: () => void }

export function openFlights(): Flights {
  let size = 0
  let failure: Error | undefined
  const waiting = new Set<Waiting>()
  const land = (): void => {
    size -= 1
    for (const one of waiting) {
      if (size > one.count) continue
      waiting.delete(one)
      one.go()
    }
  }
  const crash = (error: unknown): void => {
    failure ??= error instanceof Error ? error : new Error('sending failed', { cause: error })
    land()
  }
  return {
    get size() {
      return size
    },
    get failure() {
      return failure
    },
    board: (work) => {
      size += 1
      return work.then(land, crash)
    },
    atMost: (count) =>
      size <= count ? Promise.resolve() : new Promise((go) => void waiting.add({ count, go })),
  }
}
