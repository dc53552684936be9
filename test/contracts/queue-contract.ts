import { describe } from 'vitest'
import { type Ground, useBench } from './queue/bench.ts'
import { describeClosing } from './queue/closing.ts'
import { describeFailures } from './queue/failures.ts'
import { describeOutages } from './queue/outages.ts'
import { describeSchedules } from './queue/schedules.ts'
import { describeWakes } from './queue/wakes.ts'

/** The one suite that every backend of the queue passes. */
export function queueContract(title: string, prepare: () => Promise<Ground>): void {
  describe(title, () => {
    const bench = useBench(prepare)
    describeWakes(bench)
    describeFailures(bench)
    describeSchedules(bench)
    describeOutages(bench)
    describeClosing(bench)
  })
}
