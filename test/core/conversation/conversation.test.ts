import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { follows, NOTHING_OPEN, readState } from '../../../core/conversation/conversation.ts'

const question = (topic: Record<string, unknown>) => ({
  id: 'q',
  topic,
  options: [],
  askedAt: '2026-06-15T02:00:00Z',
})

describe('a stored state', () => {
  test('of a chat that nobody wrote in has nothing open', () => {
    expect(readState({})).toEqual(NOTHING_OPEN)
  })

  test('of this version is taken as it is', () => {
    const state = {
      ...NOTHING_OPEN,
      misses: 1,
      questions: [question({ kind: 'announcement-text' })],
    }
    expect(readState(state)).toEqual(state)
  })

  test('of the first version is brought up to this one', () => {
    const questions = [question({ kind: 'endorse-nomination', nominationId: 'n' })]
    expect(readState({ version: 1, misses: 1, questions })).toEqual({
      version: 2,
      misses: 1,
      questions,
    })
  })

  test('of the first version asks no more which figure was meant, and says so', () => {
    const questions = [question({ kind: 'correct-figure', reportId: 'r', from: 2, to: 3 })]
    expect(readState({ version: 1, misses: 0, questions })).toEqual({
      ...NOTHING_OPEN,
      interrupted: true,
    })
  })

  test.each([
    ['of a newer version', { version: 3, questions: [question({ kind: 'new' })], misses: 0 }],
    ['of no version', { questions: [] }],
    ['that is none', 'x'],
    ['that is missing', null],
  ])('%s is closed, never guessed at', (_name, stored) => {
    expect(readState(stored)).toEqual({ ...NOTHING_OPEN, interrupted: true })
  })

  test('with a question of an unknown kind loses that question alone', () => {
    const known = question({ kind: 'announcement-text' })
    const state = { ...NOTHING_OPEN, questions: [known, question({ kind: 'from-the-future' })] }
    expect(readState(state)).toEqual({ ...NOTHING_OPEN, questions: [known], interrupted: true })
  })
})

describe('what follows a report', () => {
  const at = (ms: number) => Temporal.Instant.from('2026-06-15T02:00:00Z').add({ milliseconds: ms })
  const followed = { reportId: 'r', receivedAt: at(0).toString(), writtenAt: at(0).toString() }
  const came = (received: number, written = received): boolean =>
    follows({ followed }, { receivedAt: at(received), writtenAtMs: at(written).epochMilliseconds })

  test('within eight seconds belongs to it', () => {
    expect([came(0), came(8000), came(8001)]).toEqual([true, true, false])
  })

  test('was also written then: what a platform hands over late does not', () => {
    expect(came(10, 60_000)).toBe(false)
  })
})
