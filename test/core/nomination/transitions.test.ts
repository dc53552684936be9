import { describe, expect, test } from 'vitest'
import { sayRefusal } from '../../../bot/texts/refusals.ts'
import { NOMINATION_ACTIONS } from '../../../core/nomination/nomination-action.ts'
import { NOMINATION_STATES } from '../../../core/nomination/nomination.ts'
import { rule, TRANSITIONS, transitionOf } from '../../../core/nomination/transitions.ts'
import type { Role } from '../../../core/official/role.ts'
import { ROLES } from '../../../core/official/role.ts'

/** The way of a nomination, written down a second time: from, action, who, to. */
const WAY = `
draft request-endorsement contact+head awaiting-endorsement
draft withdraw contact+head withdrawn
draft transfer admin transferred
awaiting-endorsement endorse head endorsed
awaiting-endorsement decline head draft
awaiting-endorsement hold head+appraiser on-hold
awaiting-endorsement withdraw contact+head withdrawn
awaiting-endorsement transfer admin transferred
endorsed submit contact+head submitted
endorsed hold head+appraiser on-hold
endorsed withdraw contact+head withdrawn
endorsed transfer admin transferred
submitted receive appraiser received
submitted return appraiser returned
submitted hold head+appraiser on-hold
submitted withdraw contact+head withdrawn
submitted transfer admin transferred
received appraise appraiser under-appraisal
received return appraiser returned
received hold head+appraiser on-hold
received withdraw contact+head withdrawn
received transfer admin transferred
returned resubmit contact+head earlier
returned hold head+appraiser on-hold
returned withdraw contact+head withdrawn
returned transfer admin transferred
under-appraisal find-eligible appraiser eligible
under-appraisal find-ineligible appraiser ineligible
under-appraisal return appraiser returned
under-appraisal hold head+appraiser on-hold
under-appraisal withdraw contact+head withdrawn
under-appraisal transfer admin transferred
eligible put-before-council secretary before-council
eligible reconsider appraiser under-appraisal
eligible hold head+appraiser on-hold
eligible withdraw contact+head withdrawn
eligible transfer admin transferred
ineligible reconsider appraiser under-appraisal
ineligible archive appraiser+admin archived
on-hold resume head+appraiser earlier
before-council send-for-signature appraiser+secretary awaiting-signature
before-council pass-over secretary not-passed
before-council nominate-upward secretary nominated-upward
before-council hold head+appraiser on-hold
before-council withdraw contact+head withdrawn
before-council transfer admin transferred
not-passed archive appraiser+admin archived
awaiting-signature record-decision appraiser decided
awaiting-signature send-back-to-council secretary before-council
awaiting-signature nominate-upward secretary nominated-upward
awaiting-signature hold head+appraiser on-hold
awaiting-signature transfer admin transferred
decided notify appraiser notified
decided cancel-decision-entry appraiser awaiting-signature
decided hold head+appraiser on-hold
decided revoke appraiser revoked
nominated-upward record-decision appraiser decided
nominated-upward resume-lower appraiser awaiting-signature
nominated-upward withdraw appraiser withdrawn
nominated-upward revoke appraiser revoked
notified announce appraiser+propagation announced
notified revoke appraiser revoked
announced award contact+head+appraiser awarded
announced revoke appraiser revoked
awarded archive appraiser+admin archived
awarded revoke appraiser revoked
archived revoke appraiser revoked
`
const ROWS = WAY.trim()
  .split('\n')
  .map((line) => line.split(' ') as [string, string, string, string])

test.each(ROWS)('%s: %s is for %s and leads to %s', (from, action, roles, to) => {
  const row = TRANSITIONS.find((known) => known.from === from && known.action === action)
  expect(row).toMatchObject({ to, roles: roles.split('+') })
})

test('the table has no other row, and none twice', () => {
  expect(TRANSITIONS.map(({ from, action }) => `${from} ${action}`).sort()).toEqual(
    ROWS.map(([from, action]) => `${from} ${action}`).sort(),
  )
})

describe('every state, action and role', () => {
  const triples = NOMINATION_STATES.flatMap((state) =>
    NOMINATION_ACTIONS.flatMap((action) => ROLES.map((role) => ({ state, action, role }))),
  )

  test('is a listed transition, or refused with a sentence that names the dossier and the act', () => {
    const allowed = new Set(
      ROWS.flatMap(([from, action, roles]) =>
        roles.split('+').map((role) => `${from} ${action} ${role}`),
      ),
    )
    for (const { state, action, role } of triples) {
      const ruling = rule(state, action, [role])
      expect(ruling.ok, `${state} ${action} ${role}`).toBe(
        allowed.has(`${state} ${action} ${role}`),
      )
      if (ruling.ok) continue
      const about = { code: 'HS-024', state, action }
      const sentence =
        ruling.because === 'role'
          ? sayRefusal({ reason: 'nomination-not-yours', ...about })
          : sayRefusal({ reason: 'nomination-not-now', ...about })
      expect(sentence).toContain('HS-024')
      expect(sentence).not.toMatch(/undefined|null/u)
      expect(sentence.endsWith('.')).toBe(true)
    }
    expect(triples.length).toBe(22 * 28 * 9)
  })
})

test('withdrawn, revoked and transferred are ends: nobody can do anything more', () => {
  for (const state of ['withdrawn', 'revoked', 'transferred'] as const)
    for (const action of NOMINATION_ACTIONS) expect(transitionOf(state, action)).toBeUndefined()
})

test('a decision is never moved by who asked for it', () => {
  const unit: readonly Role[] = ['contact', 'head']
  for (const action of [
    'find-eligible',
    'record-decision',
    'send-for-signature',
    'receive',
  ] as const)
    for (const state of NOMINATION_STATES) expect(rule(state, action, unit).ok).toBe(false)
})
