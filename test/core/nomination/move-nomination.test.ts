import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { setDeadline } from '../../../core/duty/set-deadline.ts'
import { draftNomination } from '../../../core/nomination/draft-nomination.ts'
import { endorseNomination } from '../../../core/nomination/endorse-nomination.ts'
import { isWhole } from '../../../core/nomination/history.ts'
import type { Moved } from '../../../core/nomination/move-nomination.ts'
import { moveNomination } from '../../../core/nomination/move-nomination.ts'
import type { NominationAction } from '../../../core/nomination/nomination-action.ts'
import { requestEndorsement } from '../../../core/nomination/request-endorsement.ts'
import type { Nomination } from '../../../core/nomination/nomination.ts'
import type { Official } from '../../../core/official/official.ts'
import type { Outcome } from '../../../core/refusal.ts'
import type { TestMemory } from '../../support/memory.ts'
import { link, openTestMemory } from '../../support/memory.ts'

let memory: TestMemory
let contact: Official
let head: Official
let otherHead: Official

beforeAll(async () => {
  memory = await openTestMemory({ at: '2025-10-20T08:00:00+07:00' })
  contact = (await link(memory, 'CB-025', { channel: 'zalo', chat: 'zalo:1:contact' })).official
  head = (await link(memory, 'CB-026', { channel: 'zalo', chat: 'zalo:1:head' })).official
  otherHead = await memory.official('CB-028')
})
afterAll(() => memory.close())

const reason = <T>(outcome: Outcome<T>): string => (outcome.ok ? 'ok' : outcome.refusal.reason)
type Verb = (...args: Parameters<typeof endorseNomination>) => Promise<Outcome<Moved>>
const act = (verb: Verb, by: Official, { id }: Nomination) => memory.run((tx) => verb(tx, by, id))
const moving =
  (action: NominationAction): Verb =>
  (tx, official, nominationId) =>
    moveNomination(tx, { official, nominationId, action })
const declineNomination = moving('decline')
const withdrawNomination = moving('withdraw')
let people = 0
const state = async ({ id }: Nomination) => (await memory.run((tx) => tx.nominations.get(id))).state

/** Every draft is of somebody else: one person is nominated for one award once. */
async function draft(by = contact, achievement = 'tham mưu 3 nghị quyết'): Promise<Nomination> {
  people += 1
  const outcome = await memory.run((tx) =>
    draftNomination(tx, {
      official: by,
      nomineeKind: 'individual',
      nomineeName: `Hoàng Thị Thử ${'abcdefghijklmnopqrstuvwxyz'[people] ?? ''}`,
      achievement,
    }),
  )
  if (!outcome.ok) throw new Error(outcome.refusal.reason)
  return outcome.value
}

async function asked(): Promise<Nomination> {
  const nomination = await draft()
  await act(requestEndorsement, contact, nomination)
  return nomination
}

/** The unit's open duties, by what they are about. */
async function open(): Promise<string[]> {
  const on = memory.clock.now().toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDate()
  const duties = await memory.run((tx) => tx.duties.listOpen(contact.unitCode, on))
  return duties.map(({ deadline }) => deadline.kind)
}

describe('a nomination', () => {
  test('that lacks something is not sent to the head', async () => {
    const nomination = await draft(contact, '')
    expect(reason(await act(requestEndorsement, contact, nomination))).toBe('nomination-blocked')
    expect(await state(nomination)).toBe('draft')
  })

  test('of a unit whose head cannot be written to stays a draft', async () => {
    const alone = await memory.official('CB-029')
    const nomination = await draft(alone)
    expect(reason(await act(requestEndorsement, alone, nomination))).toBe('no-head')
    expect(await state(nomination)).toBe('draft')
  })

  test('goes to the head, whose word submits it and closes the duty', async () => {
    const nomination = await asked()
    expect(await state(nomination)).toBe('awaiting-endorsement')
    expect(await open()).toContain('nomination')
    expect(reason(await act(endorseNomination, head, nomination))).toBe('ok')
    expect(await state(nomination)).toBe('submitted')
    expect(await open()).not.toContain('nomination')
  })

  test('of the head is put to the head, whose declaration nobody else can give', async () => {
    const nomination = await draft(head)
    expect(reason(await act(requestEndorsement, head, nomination))).toBe('ok')
    expect(await state(nomination)).toBe('awaiting-endorsement')
    expect(reason(await act(moving('endorse'), head, nomination))).toBe('nomination-blocked')
    expect(reason(await act(endorseNomination, head, nomination))).toBe('ok')
    expect(await state(nomination)).toBe('submitted')
  })

  test('is endorsed neither by the contact nor by the head of another unit', async () => {
    const nomination = await asked()
    expect(reason(await act(endorseNomination, contact, nomination))).toBe('nomination-not-yours')
    expect(reason(await act(endorseNomination, otherHead, nomination))).toBe('nomination-not-found')
    expect(reason(await act(declineNomination, otherHead, nomination))).toBe('nomination-not-found')
    expect(await state(nomination)).toBe('awaiting-endorsement')
  })

  test('that the head declined is a draft again, with its history', async () => {
    const nomination = await asked()
    expect(reason(await act(declineNomination, head, nomination))).toBe('ok')
    expect(await state(nomination)).toBe('draft')
    expect(reason(await act(endorseNomination, head, nomination))).toBe('nomination-not-now')
    const moves = await memory.run((tx) => tx.nominations.moves(nomination.id))
    expect(moves.map(({ action }) => action)).toEqual(['request-endorsement', 'decline'])
    expect(isWhole(moves, 'draft')).toBe(true)
  })

  test('withdrawn after it was submitted opens the duty again, unless another one stands', async () => {
    const first = await asked()
    await act(endorseNomination, head, first)
    const standing = await memory.run((tx) =>
      tx.nominations.list(first.campaignId, {
        unitCode: first.unitCode,
        states: ['submitted'],
        limit: 100,
      }),
    )
    for (const [index, nomination] of standing.entries()) {
      expect(await open()).not.toContain('nomination')
      expect(reason(await act(withdrawNomination, contact, nomination))).toBe('ok')
      expect((await open()).includes('nomination')).toBe(index === standing.length - 1)
    }
  })

  test('gets one answer, though two heads give theirs at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const nomination = await asked()
      const outcomes = await Promise.all([
        act(endorseNomination, head, nomination),
        act(declineNomination, head, nomination),
        act(endorseNomination, head, nomination),
      ])
      expect(outcomes.map(reason).sort()).toEqual([
        'nomination-not-now',
        'nomination-not-now',
        'ok',
      ])
    }
  })
})

test('no nomination is taken outside the window, nor by who may not nominate', async () => {
  const draftAt = async (at: string, by: Official) => {
    memory.clock.set(at)
    const outcome = await memory.run((tx) =>
      draftNomination(tx, { official: by, nomineeKind: 'collective' }),
    )
    memory.clock.set('2025-10-20T08:00:00+07:00')
    return reason(outcome)
  }
  expect(await draftAt('2025-09-30T23:59:59+07:00', contact)).toBe('no-open-award')
  expect(await draftAt('2025-10-01T00:00:00+07:00', contact)).toBe('ok')
  expect(await draftAt('2025-12-31T23:59:59+07:00', contact)).toBe('ok')
  expect(await draftAt('2026-01-01T00:00:00+07:00', contact)).toBe('campaign-ended')
  const author = await memory.official('CB-113')
  expect(await draftAt('2025-10-20T08:00:00+07:00', author)).toBe('not-allowed')
})

test('the day of the ceremony, once the office has set it, is held against the limits of the steps', async () => {
  memory.clock.set('2025-12-22T08:00:00+07:00')
  const warned = async (): Promise<readonly string[]> => {
    const nomination = await draft()
    const outcome = await memory.run((tx) => requestEndorsement(tx, contact, nomination.id))
    return outcome.ok ? outcome.value.warnings.map(({ rule }) => rule) : [outcome.refusal.reason]
  }
  expect(await warned()).not.toContain('ceremony-missed')
  const { campaign } = (await memory.run((tx) => tx.campaigns.list()))[0]!
  const on = Temporal.PlainDate.from('2026-01-06')
  await memory.run((tx) => setDeadline(tx, campaign, { ruleId: 'le-trao', on }))
  expect(await warned()).toContain('ceremony-missed')
  memory.clock.set('2025-10-20T08:00:00+07:00')
  expect(await warned()).not.toContain('ceremony-missed')
})
