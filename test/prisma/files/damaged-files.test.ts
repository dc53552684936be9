import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCalendarFile } from '../../../prisma/files/calendar-file.ts'
import { readOfficialsFile } from '../../../prisma/files/officials-file.ts'
import { readPlanFile } from '../../../prisma/files/plan-file.ts'
import type { ReadResult } from '../../../prisma/files/problem.ts'
import { readUnitsFile } from '../../../prisma/files/units-file.ts'
import { tempFile } from '../../support/temp-file.ts'

const FOLDER = 'prisma/campaigns'

const damage = fc.array(
  fc.record({
    at: fc.nat(),
    length: fc.nat({ max: 12 }),
    put: fc.stringMatching(/^[-:,;"'|>*&{}[\]#\t\n a0đ]{0,4}$/),
  }),
  { minLength: 1, maxLength: 4 },
)

type Reader = (file: string) => Promise<ReadResult<unknown>>

test.each<[string, Reader]>([
  ['chi-lang/plan.yaml', readPlanFile],
  ['calendars/2026.yaml', readCalendarFile],
  ['chi-lang/units.csv', readUnitsFile],
  ['chi-lang/officials.csv', (file) => readOfficialsFile(file, [])],
])('%s, damaged anywhere, is a value or problems that say where', async (name, read) => {
  const whole = await readFile(`${FOLDER}/${name}`, 'utf8')
  const ending = name.replace(/^.*\./, '')
  await fc.assert(
    fc.asyncProperty(damage, async (cuts) => {
      const damaged = cuts.reduce((text, { at, length, put }) => {
        const from = at % text.length
        return text.slice(0, from) + put + text.slice(from + length)
      }, whole)
      const result = await read(await tempFile(`damaged.${ending}`, damaged))
      if (result.ok) return
      expect(result.problems.length).toBeGreaterThan(0)
      const lines = damaged.split('\n').length
      for (const { place, message } of result.problems) {
        expect(message).toMatch(/[.]$/)
        expect(place?.line).toBeGreaterThan(0)
        expect(place?.line).toBeLessThanOrEqual(lines)
        expect(place?.column).toBeGreaterThan(0)
      }
    }),
    { numRuns: 40 },
  )
})
