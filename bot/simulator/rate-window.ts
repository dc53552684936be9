/** At most `perSecond` calls in any sliding second; 0 when one more may pass, else milliseconds until one may. */
export type RateWindow = { take(): number }

/** @param clock milliseconds since the epoch. */
export function createRateWindow(perSecond: number, clock: () => number): RateWindow {
  const passedAt: number[] = []
  let oldest = 0
  return {
    take() {
      const now = clock()
      const earliest = passedAt[oldest]
      if (passedAt.length === perSecond && earliest !== undefined) {
        const wait = earliest + 1000 - now
        if (wait > 0) return wait
      }
      passedAt[oldest] = now
      oldest = (oldest + 1) % perSecond
      return 0
    },
  }
}
