import { describe, expect, test } from 'vitest'
import { HandlerFailure } from '../../jobs/handler-failure.ts'
import { reporter } from '../../jobs/report.ts'
import { retryBackoff } from '../../jobs/worker.ts'

const URL_WITH_PASSWORD = 'redis://demo:mat-khau-demo@queue.example:6379'

describe('a failure of the queue itself', () => {
  test('is told without what drivers hang on it and without credentials', () => {
    const { said, report } = reporting()
    const error = Object.assign(new Error(`cannot reach ${URL_WITH_PASSWORD}`), {
      code: 'ETIMEDOUT',
      command: { name: 'auth', args: ['mat-khau-demo'] },
    })
    report(error)
    expect(said).toHaveLength(1)
    expect(said[0]).toMatchObject({ message: 'cannot reach queue.example:6379', code: 'ETIMEDOUT' })
    expect(JSON.stringify(said[0], Object.getOwnPropertyNames(said[0]))).not.toContain('mat-khau')
  })

  test('is told by its code when it has no message', () => {
    const { said, report } = reporting()
    report(Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' }))
    expect(said[0]?.message).toBe('ECONNREFUSED')
  })

  test('is told once in thirty seconds however often it repeats', () => {
    const { said, report, clock } = reporting()
    for (clock.now = 0; clock.now <= 60_000; clock.now += 1_000) report(new Error('away'))
    report(new Error('something else'))
    expect(said.map(({ message }) => message)).toEqual(['away', 'away', 'away', 'something else'])
  })

  test('is told again when many others came between, so that memory stays small', () => {
    const { said, report } = reporting()
    report(new Error('away'))
    for (let other = 0; other < 200; other += 1) report(new Error(`other ${other}`))
    report(new Error('away'))
    expect(said).toHaveLength(202)
  })

  test('is told by its type when it is no error at all', () => {
    const { said, report } = reporting()
    report('Bà Hoàng Thị Demo')
    expect(said[0]?.message).toBe('string')
  })
})

describe('a failure of a handler', () => {
  test('is told every time', () => {
    const { said, report } = reporting()
    const failure = new HandlerFailure({ job: 'deliver', key: undefined, attempt: 2 }, 'thrown')
    report(failure)
    report(failure)
    expect(said).toEqual([failure, failure])
    expect(failure.message).toBe('deliver/ failed at attempt 2: string')
  })
})

test('retries come after 1, 2, 4 … 64 seconds and then no more', () => {
  const pauses = Array.from({ length: 9 }, (_, index) => retryBackoff(index + 1))
  expect(pauses).toEqual([1e3, 2e3, 4e3, 8e3, 16e3, 32e3, 64e3, undefined, undefined])
})

function reporting() {
  const clock = { now: 0 }
  const said: Error[] = []
  const report = reporter({
    url: URL_WITH_PASSWORD,
    now: () => clock.now,
    onError: (error) => said.push(error),
  })
  return { said, report, clock }
}
