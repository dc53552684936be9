import { hrtime } from 'node:process'

/** Milliseconds of the machine's monotonic clock, which all processes of a benchmark share. */
export function monotonicMs(): number {
  return Number(hrtime.bigint()) / 1e6
}
