import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import type { Move } from '../../../core/nomination/history.ts'
import { earlierState, isWhole } from '../../../core/nomination/history.ts'
import type { NominationAction } from '../../../core/nomination/nomination-action.ts'
import { NOMINATION_ACTIONS } from '../../../core/nomination/nomination-action.ts'
import type { NominationState } from '../../../core/nomination/nomination.ts'
import { NOMINATION_STATES } from '../../../core/nomination/nomination.ts'
import { rule, statesFor, TRANSITIONS } from '../../../core/nomination/transitions.ts'
import type { Role } from '../../../core/official/role.ts'
import { ROLES } from '../../../core/official/role.ts'

/** Anything at all, or (`fitting`) one of the things that can be done where the nomination is. */
type Attempt = {
  readonly action: NominationAction
  readonly role: Role
  readonly fitting: number | undefined
}

const attempts = fc.array(
  fc.record({
    action: fc.constantFrom(...NOMINATION_ACTIONS),
    role: fc.constantFrom(...ROLES),
    fitting: fc.option(fc.nat(1000), { nil: undefined, freq: 8 }),
  }),
  { maxLength: 60, size: 'max' },
)
const AT = Temporal.Instant.from('2026-06-15T00:00:00Z')

/** Ends come up seldom, so that long ways are walked. */
function choose(
  { action, role, fitting }: Attempt,
  state: NominationState,
): [NominationAction, Role] {
  if (fitting === undefined) return [action, role]
  const rows = TRANSITIONS.filter(
    (row) =>
      row.from === state &&
      (fitting % 19 === 0 || (row.to !== 'withdrawn' && row.to !== 'transferred')),
  )
  const row = rows[fitting % rows.length]
  return row ? [row.action, row.roles[0] ?? role] : [action, role]
}

/** Walks the table as the use case does: what is refused changes nothing. */
function walk(tries: readonly Attempt[]): { state: NominationState; moves: readonly Move[] } {
  let state: NominationState = 'draft'
  const moves: Move[] = []
  for (const attempt of tries) {
    const [action, role] = choose(attempt, state)
    const ruling = rule(state, action, [role])
    if (!ruling.ok) continue
    const next = target(ruling.transition.to, state, moves)
    moves.push({ action, from: state, to: next, by: role, at: AT, note: {} })
    state = next
  }
  return { state, moves }
}

function target(
  to: NominationState | 'earlier',
  state: NominationState,
  moves: readonly Move[],
): NominationState {
  if (to !== 'earlier') return to
  const earlier =
    state === 'returned' || state === 'on-hold' ? earlierState(moves, state) : undefined
  if (earlier === undefined) throw new Error(`${state} has no earlier state`)
  return earlier
}

test('whatever is tried, the history joins from the draft to where it is, and nothing of it is lost', () => {
  fc.assert(
    fc.property(attempts, attempts, (first, second) => {
      const before = walk(first)
      const after = walk([...first, ...second])
      expect(isWhole(after.moves, after.state)).toBe(true)
      expect(after.moves.slice(0, before.moves.length)).toEqual(before.moves)
      expect(NOMINATION_STATES).toContain(after.state)
    }),
  )
})

test('nobody is decided upon who was not endorsed, submitted, appraised and passed before', () => {
  const ORDER: readonly NominationState[] = [
    'awaiting-endorsement',
    'endorsed',
    'submitted',
    'received',
    'under-appraisal',
    'eligible',
    'before-council',
  ]
  let decisions = 0
  fc.assert(
    fc.property(attempts, (tries) => {
      const { moves } = walk(tries)
      const reached = ['draft', ...moves.map(({ to }) => to)]
      const decided = reached.indexOf('decided')
      if (decided < 0) return
      decisions += 1
      let at = 0
      for (const state of ORDER) {
        const next = reached.indexOf(state, at)
        expect(next).toBeGreaterThan(-1)
        expect(next).toBeLessThan(decided)
        at = next
      }
    }),
    { numRuns: 1000, seed: 20261122 },
  )
  expect(decisions).toBeGreaterThan(20)
})

test('held and returned in any order, it comes back to where it was', () => {
  const pausable = statesFor('hold').filter((state) => statesFor('return').includes(state))
  const start = (from: NominationState, action: NominationAction, to: NominationState): Move => ({
    action,
    from,
    to,
    by: 'x',
    at: AT,
    note: {},
  })
  for (const state of pausable) {
    const returned = start(state, 'return', 'returned')
    const held = start('returned', 'hold', 'on-hold')
    expect(earlierState([returned, held], 'on-hold')).toBe('returned')
    const resumed = start('on-hold', 'resume', 'returned')
    expect(earlierState([returned, held, resumed], 'returned')).toBe(state)
  }
  expect(pausable.length).toBeGreaterThan(2)
})
