import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sayRefusal } from '../../../bot/texts/refusals.ts'
import { localDateOf } from '../../../core/calendar/local-time.ts'
import { loadCampaign, loadUnits } from '../../../core/campaign/load-campaign.ts'
import { DEFAULT_RULE } from '../../../core/council/council.ts'
import { checkDecision } from '../../../core/decision/record-decision.ts'
import { draftNomination } from '../../../core/nomination/draft-nomination.ts'
import { endorseNomination } from '../../../core/nomination/endorse-nomination.ts'
import { moveNomination } from '../../../core/nomination/move-nomination.ts'
import type { NominationAction } from '../../../core/nomination/nomination-action.ts'
import type { Nomination } from '../../../core/nomination/nomination.ts'
import { findVisibleNomination } from '../../../core/nomination/reach.ts'
import { requestEndorsement } from '../../../core/nomination/request-endorsement.ts'
import { transferNomination } from '../../../core/nomination/transfer-nomination.ts'
import { viewNomination } from '../../../core/nomination/view-nomination.ts'
import { loadOfficials } from '../../../core/official/load-officials.ts'
import type { Outcome, Refusal } from '../../../core/refusal.ts'
import { sweepReminders } from '../../../core/reminder/sweep-reminders.ts'
import { findOwnReport } from '../../../core/report/own-report.ts'
import { submitReport } from '../../../core/report/submit-report.ts'
import { withdrawReport } from '../../../core/report/withdraw-report.ts'
import { applySuccession } from '../../../core/succession/apply-succession.ts'
import type { Succession, SuccessionPreview } from '../../../core/succession/succession.ts'
import type { TestMemory } from '../../support/memory.ts'
import type { TestDatabase } from '../../support/database.ts'
import { link, loadedDatabase, openTestMemory } from '../../support/memory.ts'
import { applyShipped, shippedSuccession } from '../../support/succession.ts'

const OCTOBER = '2025-10-20T08:00:00+07:00'
const day = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso)
const refusalOf = <T>(outcome: Outcome<T>): Refusal | undefined =>
  outcome.ok ? undefined : outcome.refusal
const valueIn = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(outcome.refusal.reason)
  return outcome.value
}

/** Of xã Mai Sao, which went into xã Nhân Lý; of xã Nhân Lý; of Phòng Nội vụ; of Phòng Tư pháp, which ended. */
const CAST = { contact: 'CB-025', head: 'CB-026', sister: 'CB-027', office: 'CB-109' } as const
const CONTENT = {
  text: 'tổ chức 2 hội nghị tuyên truyền, 120 lượt người dự',
  ...{ items: [], dates: [], places: [], contents: [1], nothingToReport: false },
}

async function draft(
  memory: TestMemory,
  by: string,
  nominee: { collective?: string; individual?: string },
): Promise<Outcome<Nomination>> {
  const official = await memory.official(by)
  return memory.run((tx) =>
    draftNomination(tx, {
      official,
      nomineeKind: nominee.collective === undefined ? 'individual' : 'collective',
      nomineeName: nominee.collective ?? nominee.individual ?? '',
      achievement: `tham mưu nghị quyết, ${nominee.collective ?? nominee.individual ?? ''}`,
    }),
  )
}

/** Puts a nomination under appraisal. */
async function underAppraisal(memory: TestMemory, name: string): Promise<Nomination> {
  const [contact, head, office] = await Promise.all(
    [CAST.contact, CAST.head, CAST.office].map((code) => memory.official(code)),
  )
  if (!contact || !head || !office) throw new Error('nobody plays')
  const { id: nominationId } = valueIn(await draft(memory, CAST.contact, { individual: name }))
  valueIn(await memory.run((tx) => requestEndorsement(tx, contact, nominationId)))
  valueIn(await memory.run((tx) => endorseNomination(tx, head, nominationId)))
  for (const action of ['receive', 'appraise'] as const)
    valueIn(
      await memory.run((tx) => moveNomination(tx, { official: office, nominationId, action })),
    )
  return memory.run((tx) => tx.nominations.get(nominationId))
}

async function openDuties(memory: TestMemory, unitCode: string): Promise<number> {
  const open = await memory.run((tx) => tx.duties.listOpen(unitCode, localDateOf(tx.now)))
  return open.length
}

let from: TestDatabase
beforeAll(async () => {
  from = await loadedDatabase()
})
afterAll(() => from.drop())

describe('before it is applied, an October of 2025 is as the plan was issued', () => {
  let memory: TestMemory
  beforeAll(async () => {
    memory = await openTestMemory({ at: OCTOBER, from })
  })
  afterAll(() => memory.close())

  test('a commune nominates itself and its people, by the chain of the district', async () => {
    const collective = valueIn(await draft(memory, CAST.contact, { collective: 'UBND xã Mai Sao' }))
    expect(collective.chain.id).toBe('district-2024')
    const person = valueIn(await draft(memory, CAST.contact, { individual: 'Hoàng Thị Thử' }))
    expect(person.campaignId).toBe('chi-lang')
  })

  test('nothing is changed before its day', async () => {
    memory.clock.set('2025-06-30T23:59:59+07:00')
    expect((await applyShipped(memory)).obstacle).toEqual({
      kind: 'not-yet',
      on: day('2025-07-01'),
    })
    memory.clock.set(OCTOBER)
    const found = await memory.run((tx) => tx.campaigns.listAll())
    expect(found.map(({ campaign }) => campaign.id)).toEqual(['chi-lang'])
    expect(await openDuties(memory, 'CL-MAISAO')).toBeGreaterThan(0)
  })
})

describe('once it is applied', () => {
  let memory: TestMemory
  let preview: SuccessionPreview
  let old: Nomination
  let kept: Nomination
  let oldReport: string

  beforeAll(async () => {
    memory = await openTestMemory({ at: OCTOBER, from })
    await link(memory, CAST.head, { channel: 'zalo', chat: 'zalo:1:head' })
    const official = await memory.official(CAST.contact)
    const sent = await memory.run((tx) => submitReport(tx, { official, content: CONTENT }))
    oldReport = valueIn(sent).report.code
    old = await underAppraisal(memory, 'Hoàng Thị Thử')
    kept = valueIn(await draft(memory, CAST.contact, { individual: 'Lý Văn Nháp' }))
    await memory.run(sweepReminders)
    preview = await applyShipped(memory)
  })
  afterAll(() => memory.close())

  const run: TestMemory['run'] = (work) => memory.run(work)
  const act = async (code: string, action: NominationAction, note = {}) => {
    const official = await memory.official(code)
    return run((tx) => moveNomination(tx, { official, nominationId: old.id, action, note }))
  }

  test('it has done what it said beforehand', async () => {
    expect(preview.obstacle).toBeUndefined()
    expect(preview.underWay).toMatchObject([
      { code: kept.code, state: 'draft' },
      { code: old.code, unitCode: 'CL-MAISAO', state: 'under-appraisal' },
    ])
    const everybody = await run((tx) => tx.officials.list({}))
    expect(preview.movings.length + preview.waiting.length).toBe(everybody.length)
    expect(preview.dutiesEnding).toBeGreaterThan(100)
    const units = await run((tx) => tx.units.list('chi-lang-2025'))
    expect(units.filter(({ kind }) => kind === 'xa')).toHaveLength(6)
    for (const { validFrom, validTo } of units)
      expect([validFrom?.toString(), validTo]).toEqual(['2025-07-01', undefined])
    for (const { validTo } of await run((tx) => tx.units.list('chi-lang')))
      expect(validTo?.toString()).toBe('2025-06-30')
  })

  test('the successor campaign has the old plan’s words, its own award and the chain of 2025', async () => {
    const { campaign } = await run((tx) => tx.campaigns.get('chi-lang-2025'))
    const { campaign: before, superseded } = await run((tx) => tx.campaigns.get('chi-lang'))
    expect(campaign).toMatchObject({ supersedes: 'chi-lang', chain: 'commune-2025' })
    expect(campaign.contents).toEqual(before.contents)
    expect(campaign.awards[0]?.criteria).toEqual(before.awards[0]?.criteria)
    expect(campaign.awards.map(({ selectedFrom }) => selectedFrom)).toEqual([
      undefined,
      'giay-khen-xa',
      'giay-khen-xa',
    ])
    expect([before.endsOn.toString(), before.notice]).toEqual(['2025-06-30', undefined])
    expect(superseded).toMatchObject({ by: 'chi-lang-2025' })
    const current = await run((tx) => tx.campaigns.list())
    expect(current.map((one) => one.campaign.id)).toEqual(['chi-lang-2025'])
  })

  test('people are who they were, with their accounts, in the unit that took their own’s place', async () => {
    const head = await memory.official(CAST.head)
    expect(head).toMatchObject({ unitCode: 'CL25-NHANLY', roles: ['head'] })
    const linked = await run((tx) => tx.officials.findByAccount('zalo:1:head'))
    expect(linked?.official.id).toBe(head.id)
    expect((await memory.official(CAST.office)).unitCode).toBe('CL25-VHXH')
  })

  test('the old units owe nothing and nobody is reminded for them; the new ones owe theirs', async () => {
    expect(await openDuties(memory, 'CL-MAISAO')).toBe(0)
    expect(await openDuties(memory, 'CL25-NHANLY')).toBeGreaterThan(0)
    const reminders = await run((tx) => tx.reminders.list('chi-lang'))
    expect(reminders).toEqual([])
    memory.clock.set('2025-10-24T08:05:00+07:00')
    expect(await run(sweepReminders)).toBeGreaterThan(0)
    memory.clock.set(OCTOBER)
    const planned = await run((tx) => tx.reminders.list('chi-lang-2025'))
    expect(planned.every(({ duty }) => duty.unitCode.startsWith('CL25-'))).toBe(true)
  })

  test('a second time changes nothing', async () => {
    const count = () =>
      run(async (tx) => [
        (await tx.units.list()).length,
        (await tx.officials.list({})).length,
        await openDuties(memory, 'CL25-NHANLY'),
        await tx.audit.count('succession-applied', 'chi-lang-2025', tx.now.subtract({ hours: 1 })),
        await tx.decisions.tenures('chi-lang'),
      ])
    const before = await count()
    expect((await applyShipped(memory)).obstacle).toMatchObject({ kind: 'applied' })
    expect(await count()).toEqual(before)
  })

  test('the old files, loaded again, bring nothing back', async () => {
    const head = await memory.official(CAST.head)
    await run(async (tx) => {
      const { campaign } = await tx.campaigns.get('chi-lang')
      await loadCampaign(tx, { ...campaign, endsOn: day('2025-12-31') })
      const units = await tx.units.list('chi-lang')
      const asInFile = units.map(
        ({ code, name, fullName, kind, aliases, formerNames, groups, protocolOrder }) => ({
          ...{ code, name, fullName, kind, aliases, formerNames, groups, protocolOrder },
        }),
      )
      await loadUnits(tx, 'chi-lang', asInFile)
      const { code, name, address, position, roles, demonstration } = head
      const person = { code, name, address, position, roles, demonstration }
      await loadOfficials(tx, [{ ...person, unitCode: 'CL-MAISAO' }])
    })
    expect((await memory.official(CAST.head)).unitCode).toBe('CL25-NHANLY')
    expect(await openDuties(memory, 'CL-MAISAO')).toBe(0)
    const { validTo } = await run((tx) => tx.units.get('CL-MAISAO'))
    expect(validTo?.toString()).toBe('2025-06-30')
    const { campaign } = await run((tx) => tx.campaigns.get('chi-lang'))
    expect(campaign.endsOn.toString()).toBe('2025-06-30')
  })

  test.each([
    'UBND xã Mai Sao',
    'tap the xa Mai Sao',
    'UBND XÃ MAI SAO'.normalize('NFD'),
    'Hội Liên hiệp Phụ nữ xã Mai Sao',
    'Phòng Nội vụ huyện Chi Lăng',
  ])('%s is nominated by nobody, and the answer names act, law and day', async (collective) => {
    const refusal = refusalOf(await draft(memory, CAST.contact, { collective }))
    if (refusal?.reason !== 'unit-closed') throw new Error(refusal?.reason ?? 'drafted')
    expect(refusal.ended?.since).toBe('2025-07-01')
    expect(sayRefusal(refusal)).toMatch(
      /kết thúc hoạt động từ ngày 0?1\/7\/2025 \(.+\).*Thông tư 15\/2025\/TT-BNV.*cần kiểm tra/u,
    )
  })

  test('the commune of the same name as an old one is nominated; a person goes through the new unit', async () => {
    valueIn(await draft(memory, CAST.sister, { collective: 'UBND xã Nhân Lý' }))
    const person = valueIn(await draft(memory, CAST.contact, { individual: 'Vi Văn Thử' }))
    expect(person).toMatchObject({
      campaignId: 'chi-lang-2025',
      unitCode: 'CL25-NHANLY',
      awardId: 'giay-khen-xa',
      chain: { id: 'commune-2025', version: 1 },
    })
    const cited = await run((tx) => tx.nominations.citedReportIds(person.id))
    expect(cited).toHaveLength(0)
    expect(person.code).not.toBe(old.code)
  })

  test('nobody nominates for a unit that ended without a successor', async () => {
    const refusal = refusalOf(await draft(memory, 'CB-049', { individual: 'Vi Văn Thử' }))
    expect(refusal).toMatchObject({ reason: 'unit-closed', ended: { confirmed: false } })
  })

  test('a nomination under appraisal keeps its chain, and the successors work on it', async () => {
    const [contact, office, stranger] = await Promise.all(
      [CAST.sister, CAST.office, 'CB-029'].map((code) => memory.official(code)),
    )
    if (!contact || !office || !stranger) throw new Error('nobody plays')
    for (const official of [contact, office])
      expect(
        valueIn(await run((tx) => findVisibleNomination(tx, official, old.code))),
      ).toMatchObject({ id: old.id, chain: { id: 'district-2024' }, campaignId: 'chi-lang' })
    const unseen = await run((tx) => findVisibleNomination(tx, stranger, old.code))
    expect(refusalOf(unseen)).toMatchObject({ reason: 'nomination-not-found' })
    const view = await run((tx) => viewNomination(tx, old))
    expect([view.unit.code, view.heir?.code]).toEqual(['CL-MAISAO', 'CL25-NHANLY'])
    expect(view.holder).toBe('Phòng Văn hóa - Xã hội')
    const queued = await run((tx) =>
      tx.nominations.list('chi-lang-2025', { states: ['under-appraisal'], limit: 10 }),
    )
    expect(queued.map(({ id }) => id)).toEqual([old.id])
    const returned = valueIn(await act(CAST.office, 'return', { points: ['biên bản'] }))
    expect(returned.nomination.chain).toEqual(old.chain)
    valueIn(await act(CAST.head, 'withdraw'))
    expect(await openDuties(memory, 'CL-MAISAO')).toBe(0)
  })

  test('a draft that never left the old unit goes nowhere from there; the new unit drafts anew', async () => {
    const contact = await memory.official(CAST.contact)
    const asked = await run((tx) => requestEndorsement(tx, contact, kept.id))
    expect(refusalOf(asked)).toMatchObject({ findings: [{ rule: 'unit-not-valid' }] })
    const again = valueIn(await draft(memory, CAST.contact, { individual: 'Lý Văn Nháp' }))
    expect(again).toMatchObject({ unitCode: 'CL25-NHANLY', chain: { id: 'commune-2025' } })
    const admin = await memory.official('CB-112')
    const transferred = await run((tx) => transferNomination(tx, admin, kept.id))
    expect(refusalOf(transferred)).toMatchObject({ reason: 'nomination-not-found' })
  })

  test('old reports are read by the successors and changed by nobody', async () => {
    const sister = await memory.official(CAST.sister)
    const reports = await run((tx) =>
      tx.reports.list('chi-lang-2025', { unitCode: 'CL25-NHANLY', limit: 10 }),
    )
    expect(reports.map(({ code, unitCode }) => [code, unitCode])).toEqual([
      [oldReport, 'CL-MAISAO'],
    ])
    const found = await run((tx) => findOwnReport(tx, sister, oldReport))
    expect(refusalOf(found)).toMatchObject({ reason: 'report-inherited', unit: 'xã Mai Sao' })
    const [report] = reports
    const withdrawn = await run((tx) => withdrawReport(tx, sister, report?.id ?? ''))
    expect(withdrawn.ok).toBe(false)
    const sent = await run((tx) => submitReport(tx, { official: sister, content: CONTENT }))
    expect(valueIn(sent).report.code).not.toBe(oldReport)
  })
})

describe('a decision', () => {
  let memory: TestMemory
  let old: Nomination
  beforeAll(async () => {
    memory = await openTestMemory({ at: OCTOBER, from })
    await link(memory, CAST.head, { channel: 'zalo', chat: 'zalo:1:head' })
    old = await underAppraisal(memory, 'Hoàng Thị Thử')
    await applyShipped(memory)
    await memory.run(async (tx) => {
      const move = { action: 'find-eligible', from: old.state, to: 'awaiting-signature' } as const
      const by = (await memory.official(CAST.office)).id
      await tx.nominations.move(old.id, { ...move, by, at: tx.now, note: {} }, {})
    })
  })
  afterAll(() => memory.close())

  async function check(signer: string, signedOn: string): Promise<Outcome<unknown>> {
    const official = await memory.official(CAST.office)
    const signed = { number: '128/QĐ-UBND', signedOn: day(signedOn), signer, codes: [old.code] }
    return memory.run((tx) => checkDecision(tx, official, signed))
  }

  test('of the old chain, signed on the last day of the office, can still be entered', async () => {
    expect(refusalOf(await check('Chủ tịch Vi Nông Trường', '2025-06-30'))).toBeUndefined()
  })

  test.each([
    ['Chủ tịch Vi Nông Trường', '2025-07-01'],
    ['Chủ tịch UBND huyện', '2025-10-18'],
    ['VI NÔNG TRƯỜNG'.normalize('NFD'), '2025-10-18'],
  ])('signed by %s on %s is refused with the last day and the act', async (signer, on) => {
    expect(refusalOf(await check(signer, on))).toMatchObject({
      reason: 'nomination-blocked',
      findings: [
        {
          rule: 'signer-not-in-office',
          about: ['2025-06-30', 'Nghị quyết 1672/NQ-UBTVQH15 năm 2025'],
        },
      ],
    })
  })
})

describe('a reorganisation in part', () => {
  let memory: TestMemory
  beforeAll(async () => {
    memory = await openTestMemory({ at: OCTOBER, from })
  })
  afterAll(() => memory.close())

  /** Quan Sơn goes on unchanged, and somebody of it goes to the office. */
  async function inPart(): Promise<Succession> {
    const shipped = await shippedSuccession(memory)
    return {
      ...shipped,
      opens: shipped.opens.map((opening) => ({
        ...opening,
        unit: { ...opening.unit, name: opening.unit.name.replace('xã Quan Sơn', 'xã Hữu Kiên') },
        replaces: opening.replaces.filter((code) => code !== 'CL-QUANSON'),
      })),
      stays: ['CL-QUANSON'],
      officials: [{ code: 'CB-030', unitCode: 'CL25-VHXH', roles: ['appraiser'] }],
    }
  }

  test('waits for the council to close its session', async () => {
    const [member, opener] = [await memory.official('CB-044'), await memory.official('CB-111')]
    const id = await memory.run(async (tx) => {
      const session = {
        ...{ id: tx.chance.uuid(), campaignId: 'chi-lang', seats: 9, rule: DEFAULT_RULE },
        ...{ heldOn: day('2025-10-22'), votesBy: tx.now, openedBy: opener.id, openedAt: tx.now },
      }
      const agenda = { nominationIds: [], memberIds: [member.id], recusals: [] }
      await tx.council.open(session, agenda)
      return session.id
    })
    const succession = await inPart()
    const apply = () => memory.run((tx) => applySuccession(tx, succession))
    expect((await apply()).obstacle).toEqual({ kind: 'session-open', heldOn: day('2025-10-22') })
    await memory.run((tx) => tx.council.close(id, tx.now))
    expect((await apply()).obstacle).toBeUndefined()
  })

  test('leaves a unit that stays as it is, in the successor campaign', async () => {
    const unit = await memory.run((tx) => tx.units.get('CL-QUANSON'))
    expect([unit.validTo, unit.ending]).toEqual([undefined, undefined])
    const contact = await memory.official('CB-029')
    expect(contact.unitCode).toBe('CL-QUANSON')
    const open = await memory.run((tx) => tx.duties.listOpen('CL-QUANSON', localDateOf(tx.now)))
    expect(new Set(open.map(({ deadline }) => deadline.campaignId))).toEqual(
      new Set(['chi-lang-2025']),
    )
    valueIn(await draft(memory, 'CB-029', { collective: 'UBND xã Quan Sơn' }))
    const sent = await memory.run((tx) => submitReport(tx, { official: contact, content: CONTENT }))
    expect(valueIn(sent).campaign.id).toBe('chi-lang-2025')
  })

  test('sends who is named elsewhere with the roles there', async () => {
    const official = await memory.official('CB-030')
    expect(official).toMatchObject({ unitCode: 'CL25-VHXH', roles: ['appraiser'] })
  })
})
