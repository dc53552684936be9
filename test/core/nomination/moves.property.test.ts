import { Temporal } from 'temporal-polyfill'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { draftNomination } from '../../../core/nomination/draft-nomination.ts'
import { isWhole } from '../../../core/nomination/history.ts'
import { moveNomination } from '../../../core/nomination/move-nomination.ts'
import type { NominationAction } from '../../../core/nomination/nomination-action.ts'
import { NOMINATION_ACTIONS } from '../../../core/nomination/nomination-action.ts'
import { rule, TRANSITIONS } from '../../../core/nomination/transitions.ts'
import type { Official } from '../../../core/official/official.ts'
import type { TestMemory } from '../../support/memory.ts'
import { openTestMemory } from '../../support/memory.ts'

let memory: TestMemory
let cast: readonly Official[]

beforeAll(async () => {
  memory = await openTestMemory({ at: '2025-10-20T08:00:00+07:00' })
  const everybody = await memory.run((tx) => tx.officials.list({}))
  const withRole = (role: Official['roles'][number]): Official[] =>
    everybody.filter(({ roles }) => roles.includes(role)).slice(0, 1)
  const own = [await memory.official('CB-025'), await memory.official('CB-026')]
  const others = [await memory.official('CB-027'), await memory.official('CB-028')]
  const offices = (['appraiser', 'secretary', 'admin', 'propagation', 'viewer'] as const).flatMap(
    withRole,
  )
  cast = [...own, ...offices, ...others]
})
afterAll(() => memory.close())

/** All that any gate could ask for, or nothing of it. */
const NOTES = [
  {},
  {
    note: {
      noDiscipline: true,
      points: ['ảnh'],
      grounds: 'căn cứ',
      holdCategory: 'discipline',
      decisionNumber: '128/QĐ-UBND',
    },
    council: { passed: true, listAgrees: true, selectedUpward: true },
    decision: {
      number: '128/QĐ-UBND',
      signedOn: Temporal.PlainDate.from('2025-10-20'),
      signerInOffice: true,
    },
  },
] as const

let count = 0

async function open(): Promise<string> {
  count += 1
  const nomineeName = `Hoàng Thị Thử ${count.toString(26).replace(/\d/gu, (digit) => 'qrstuvwxyz'[Number(digit)] ?? '')}`
  const [official] = cast
  if (!official) throw new Error('nobody plays')
  const drafted = await memory.run((tx) =>
    draftNomination(tx, {
      official,
      nomineeKind: 'individual',
      nomineeName,
      achievement: `việc ${nomineeName}`,
    }),
  )
  if (!drafted.ok) throw new Error(drafted.refusal.reason)
  return drafted.value.id
}

test('random acts of random people never reach an unlawful state, and never lose history', async () => {
  const step = fc.record({
    action: fc.constantFrom(...NOMINATION_ACTIONS),
    fitting: fc.option(fc.nat(100), { nil: undefined, freq: 6 }),
    who: fc.nat(100),
    brings: fc.constantFrom(NOTES[0], NOTES[1], NOTES[1], NOTES[1]),
  })
  let moved = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 8, maxLength: 22, size: 'max' }),
      async (steps) => {
        const id = await open()
        for (const { action, fitting, who, brings } of steps) {
          const before = await read(id)
          const rows = TRANSITIONS.filter((row) => row.from === before.nomination.state)
          const row = fitting === undefined ? undefined : rows[fitting % rows.length]
          const act: NominationAction = row?.action ?? action
          const suiting = cast.filter(({ roles }) =>
            row?.roles.some((role) => roles.includes(role)),
          )
          const people = suiting.length > 0 ? suiting : cast
          const official = people[who % people.length]
          if (!official) continue
          const outcome = await memory.run((tx) =>
            moveNomination(tx, { official, nominationId: id, action: act, ...brings }),
          )
          const after = await read(id)
          expect(after.moves.slice(0, before.moves.length)).toEqual(before.moves)
          expect(isWhole(after.moves, after.nomination.state)).toBe(true)
          if (!outcome.ok) {
            expect(after).toEqual(before)
            continue
          }
          moved += 1
          expect(after.moves.length).toBe(before.moves.length + 1)
          expect(rule(before.nomination.state, act, official.roles).ok).toBe(true)
        }
      },
    ),
    { numRuns: 25 },
  )
  expect(moved).toBeGreaterThan(15)
}, 120_000)

function read(id: string) {
  return memory.run(async (tx) => ({
    nomination: await tx.nominations.get(id),
    moves: await tx.nominations.moves(id),
  }))
}
