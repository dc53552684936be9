import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publishAnnouncements } from '../../../core/announcement/publish-announcements.ts'
import { releaseAnnouncement } from '../../../core/announcement/release-announcement.ts'
import { openDataRequest } from '../../../core/data-request/open-data-request.ts'
import { draftNomination } from '../../../core/nomination/draft-nomination.ts'
import { NOMINATION_STATES } from '../../../core/nomination/nomination.ts'
import type { Official } from '../../../core/official/official.ts'
import { answerPraise, withdrawPraise } from '../../../core/praise/answer-praise.ts'
import { draftPraise } from '../../../core/praise/draft-praise.ts'
import { findPraiseworthy, proposePraise } from '../../../core/praise/propose-praise.ts'
import { submitReport } from '../../../core/report/submit-report.ts'
import { readPraiseErrand } from '../../../bot/language/errands/praise-errand.ts'
import type { TestMemory } from '../../support/memory.ts'
import { link, openTestMemory } from '../../support/memory.ts'
import { openTables } from '../../support/tables.ts'

let memory: TestMemory
let contact: Official
let nominee: Official
let office: Official
let nomination = ''

const inState = (state: string) =>
  openTables(() => memory.database.url).rows(`update nomination set state = '${state}'`)
const find = (code: string) => memory.run((tx) => findPraiseworthy(tx, office, code))
const propose = (code: string, text = 'Nêu gương') =>
  memory.run((tx) => proposePraise(tx, office, { code, text }))
const draft = (code: string) => memory.run((tx) => draftPraise(tx, office, code))

beforeAll(async () => {
  memory = await openTestMemory({ at: '2025-10-20T08:15:00+07:00' })
  contact = (await link(memory, 'CB-025', { channel: 'telegram', chat: 'telegram:1:1' })).official
  nominee = (await link(memory, 'CB-026', { channel: 'telegram', chat: 'telegram:1:2' })).official
  office = (await link(memory, 'CB-113', { channel: 'telegram', chat: 'telegram:1:3' })).official
  const proposal = { nomineeKind: 'individual', nomineeName: `đ/c ${nominee.name}` } as const
  const drafted = await memory.run((tx) =>
    draftNomination(tx, { official: contact, ...proposal, achievement: 'số hóa hồ sơ' }),
  )
  nomination = drafted.ok ? drafted.value.code : ''
  await memory.run((tx) =>
    submitReport(tx, {
      official: contact,
      content: {
        ...{ text: 'Tổ chức 2 hội nghị', items: [], dates: [], places: [], contents: [1] },
        nothingToReport: false,
      },
    }),
  )
})
afterAll(() => memory.close())

describe('what is held up as an example', () => {
  test.each(NOMINATION_STATES)(
    'a nomination that is %s only if it is decided and told',
    async (state) => {
      await inState(state)
      const told = ['notified', 'announced', 'awarded', 'archived'].includes(state)
      expect(await find(nomination)).toMatchObject(
        told ? { ok: true } : { refusal: { reason: 'not-praiseworthy', code: nomination } },
      )
    },
  )

  test('is chosen by the propagation office alone', async () => {
    const outcome = await memory.run((tx) => findPraiseworthy(tx, contact, nomination))
    expect(outcome).toMatchObject({ refusal: { reason: 'not-allowed' } })
    expect(await find('BC-0777')).toMatchObject({ refusal: { reason: 'not-praiseworthy' } })
  })
})

describe('consent', () => {
  test('is asked of the person, and nothing can be sent before it is given', async () => {
    await inState('notified')
    const proposed = await propose(nomination)
    expect(proposed).toMatchObject({
      value: { praise: { code: 'NG-001' }, asked: [{ id: nominee.id }] },
    })
    expect(await draft('NG-001')).toMatchObject({ refusal: { reason: 'consent-missing' } })
    const praiseId = proposed.ok ? proposed.value.praise.id : ''
    const answer = (by: Official) =>
      memory.run((tx) => answerPraise(tx, by, { praiseId, consent: { words: true, photo: false } }))
    expect(await answer(office)).toMatchObject({ refusal: { reason: 'praise-not-found' } })
    expect(await answer(nominee)).toMatchObject({ value: { state: 'agreed' } })
    expect(await answer(nominee)).toMatchObject({ refusal: { reason: 'praise-answered' } })
    expect(await draft('NG-001')).toMatchObject({
      value: { announcement: { optional: true, text: 'Nêu gương' } },
    })
  })

  test('that is taken back stops what has not left, also when it is withdrawn as a data right', async () => {
    const drafted = await draft('NG-001')
    if (!drafted.ok) throw new Error('there is no draft')
    const { id } = drafted.value.announcement
    await openTables(() => memory.database.url).rows(
      `delete from announcement_recipient where official_id not in ('${contact.id}', '${nominee.id}')`,
    )
    expect(await memory.run((tx) => releaseAnnouncement(tx, office, id))).toMatchObject({
      ok: true,
    })
    await memory.run((tx) => publishAnnouncements(tx, 1))
    await memory.run((tx) => openDataRequest(tx, nominee, 'withdraw'))
    expect(await memory.run((tx) => tx.announcements.get(id))).toMatchObject({ state: 'stopped' })
    expect(await memory.run((tx) => publishAnnouncements(tx, 10))).toBe(0)
    const standings = await memory.run((tx) => tx.announcements.standings(id))
    expect(standings.map(({ reached }) => reached)).toEqual(['waiting', 'waiting'])
    expect(await draft('NG-001')).toMatchObject({ refusal: { reason: 'consent-missing' } })
  })

  test('for a report is the contacts’ to give, and a draft does not leave after it is taken back', async () => {
    expect(await propose('BC-0001', 'Xã nhà làm tốt')).toMatchObject({
      value: { praise: { code: 'NG-002' }, asked: [{ id: contact.id }] },
    })
    const praise = await memory.run((tx) => tx.praises.findByCode('chi-lang', 'NG-002'))
    const yes = { praiseId: praise?.id ?? '', consent: { words: true, photo: false } }
    await memory.run((tx) => answerPraise(tx, contact, yes))
    const drafted = await draft('NG-002')
    expect(await memory.run((tx) => withdrawPraise(tx, office, 'NG-002'))).toMatchObject({
      refusal: { reason: 'praise-not-found' },
    })
    expect(await memory.run((tx) => withdrawPraise(tx, contact, 'NG-002'))).toMatchObject({
      ok: true,
    })
    const id = drafted.ok ? drafted.value.announcement.id : ''
    expect(await memory.run((tx) => releaseAnnouncement(tx, office, id))).toMatchObject({
      ok: false,
    })
  })
})

test.each([
  ['nêu gương HS-001', { kind: 'propose', code: 'HS-001', text: '', photo: false }],
  [
    'neu guong bc 12: Xã nhà làm tốt',
    { kind: 'propose', code: 'BC-0012', text: 'Xã nhà làm tốt', photo: false },
  ],
  [
    'nêu gương BC-12 kèm ảnh: Xã nhà làm tốt',
    { kind: 'propose', code: 'BC-0012', text: 'Xã nhà làm tốt', photo: true },
  ],
  ['rut anh NG-1', { kind: 'withdraw-photo', code: 'NG-001' }],
  ['gửi NG-001', { kind: 'send', code: 'NG-001' }],
  ['rut ng 1', { kind: 'withdraw', code: 'NG-001' }],
  ['nêu gương điển hình 3 tập thể trong tháng', undefined],
  ['gửi 12', undefined],
])('%s is understood', (words, errand) => {
  expect(readPraiseErrand(words.normalize('NFD'))).toEqual(errand)
})
