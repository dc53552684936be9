import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sayDay } from '../../bot/texts/moments.ts'
import { sayName } from '../../bot/texts/people.ts'
import { setCouncilRule } from '../../core/council/council-rule.ts'
import { DEFAULT_RULE } from '../../core/council/council.ts'
import { sayTrace } from '../../bot/texts/traces.ts'
import { sealAudit } from '../../core/audit/seal-audit.ts'
import { traceAward } from '../../core/audit/trace-award.ts'
import { verifyAudit } from '../../core/audit/verify-audit.ts'
import { localDateOf } from '../../core/calendar/local-time.ts'
import { remindVoters } from '../../core/council/remind-voters.ts'
import { pronounOf } from '../../core/official/form-of-address.ts'
import { issueSetupCodes } from '../../core/pin/issue-setup-codes.ts'
import type { ChannelName } from '../../core/delivery/channel.ts'
import type { Speaker, Talk } from '../support/talk.ts'
import { openTalk } from '../support/talk.ts'
import { CHI_LANG, TAN_LAP_2026 } from './casts.ts'

/** Eight nominations of three units, on both channels and both chains: from the first message to the award. */
const PIN = '482913'
const GIAY_KHEN = 'Giấy khen của Chủ tịch UBND huyện'

type Part = readonly [ChannelName, string]
type Unit = { readonly contact: Part; readonly head: Part }

/** Who plays it: the third unit's head is a member of the council. */
type Company = {
  readonly chain: string
  readonly at: string
  readonly files?: typeof TAN_LAP_2026.files
  readonly units: readonly [Unit, Unit, Unit]
  readonly office: Part
  readonly secretary: Part
  readonly propagation: Part
  /** Members who vote by chat, beside the third unit's head, and how many there are in all. */
  readonly voters: readonly [Part, Part]
  readonly members: number
  /** The rule of the council has its source: without a quorum nothing is closed. */
  readonly confirmed: boolean
}

const COMPANIES: readonly Company[] = [
  {
    chain: 'commune-2025',
    at: '2026-11-10T08:00:00+07:00',
    ...(TAN_LAP_2026.files ? { files: TAN_LAP_2026.files } : {}),
    units: [
      { contact: ['zalo', 'TL-01'], head: ['zalo', 'TL-03'] },
      { contact: ['telegram', 'TL-05'], head: ['telegram', 'TL-06'] },
      { contact: ['telegram', 'TL-12'], head: ['telegram', 'TL-13'] },
    ],
    office: ['zalo', TAN_LAP_2026.appraiser],
    secretary: ['zalo', TAN_LAP_2026.appraiser],
    propagation: ['zalo', TAN_LAP_2026.propagation],
    voters: [
      ['zalo', 'TL-15'],
      ['zalo', 'TL-17'],
    ],
    members: 3,
    confirmed: false,
  },
  {
    chain: 'district-2024',
    at: '2025-11-10T08:00:00+07:00',
    units: [
      { contact: ['telegram', 'CB-025'], head: ['zalo', 'CB-026'] },
      { contact: ['zalo', 'CB-027'], head: ['telegram', 'CB-028'] },
      { contact: ['zalo', 'CB-041'], head: ['telegram', 'CB-042'] },
    ],
    office: ['telegram', CHI_LANG.appraiser],
    secretary: ['zalo', 'CB-111'],
    propagation: ['telegram', CHI_LANG.propagation],
    voters: [
      ['zalo', 'CB-052'],
      ['telegram', 'CB-050'],
    ],
    members: 9,
    confirmed: true,
  },
]

/** An official of the second unit: its own contact. */
const AWARDEE = 'awardee'

const NOMINEES = [
  { unit: 0, name: 'Lò Văn Một', who: 'anh Lò Văn Một, trưởng nhóm thợ' },
  { unit: 0, name: 'Quàng Thị Hai', who: 'chị Quàng Thị Hai, chi hội trưởng' },
  { unit: 0, name: 'Tổ thợ xây', who: 'tập thể Tổ thợ xây' },
  { unit: 1, name: AWARDEE, who: '' },
  { unit: 1, name: 'Đèo Thị Năm', who: 'chị Đèo Thị Năm, thợ may' },
  { unit: 1, name: 'Nhóm đường hoa', who: 'tập thể Nhóm đường hoa' },
  { unit: 2, name: 'Vì Thị Bảy', who: 'cô Vì Thị Bảy, giáo viên' },
  { unit: 2, name: 'Tổ chuyên môn', who: 'tập thể Tổ chuyên môn' },
] as const
type Name = (typeof NOMINEES)[number]['name']

describe.each(COMPANIES)('on the chain $chain', (company) => {
  let talk: Talk
  let office: Speaker
  let secretary: Speaker
  let first: Speaker
  let second: Speaker
  let bc = ''
  const people = new Map<string, Speaker>()
  const codes = new Map<string, string>()

  beforeAll(async () => {
    talk = await openTalk(company.at, company.files)
    office = await join(company.office)
    secretary = await join(company.secretary)
    for (const { contact, head } of company.units) {
      await join(contact)
      await join(head)
    }
    await join(company.propagation)
    first = await join(company.voters[0])
    second = await join(company.voters[1])
    if (!company.confirmed) return
    const { campaign } = (await talk.memory.run((tx) => tx.campaigns.list()))[0]!
    await talk.memory.run((tx) =>
      setCouncilRule(tx.settings, campaign.id, { ...DEFAULT_RULE, source: 'Quy chế Hội đồng' }),
    )
    const to = localDateOf(talk.memory.clock.now()).add({ months: 1 })
    const tenure = { position: 'Chủ tịch', name: 'Nguyễn Văn Mẫu', validTo: to }
    await talk.memory.run((tx) => tx.decisions.addTenure(tx.chance.uuid(), campaign.id, tenure))
  })
  afterAll(() => talk.close())

  /** One official has one phone, whatever parts he or she plays. */
  async function join([channel, code]: Part): Promise<Speaker> {
    const known = people.get(code)
    if (known) return known
    const speaker = await talk.speaker(channel, code)
    people.set(code, speaker)
    return speaker
  }

  function person([, code]: Part): Speaker {
    const speaker = people.get(code)
    if (!speaker) throw new Error(`${code} takes no part`)
    return speaker
  }
  const contact = (unit: 0 | 1 | 2): Speaker => person(company.units[unit].contact)
  const head = (unit: 0 | 1 | 2): Speaker => person(company.units[unit].head)
  const codeOf = (name: Name): string => codes.get(name) ?? ''

  async function stateOf(name: Name): Promise<unknown> {
    const [row] = await talk.rows(`select state from nomination where code = '${codeOf(name)}'`)
    return row?.['state']
  }

  /** The words with which the year of the story is left out, as people do. */
  const day = (iso: string) => localDateOf(talk.memory.clock.now()).with(monthDay(iso))
  const year = company.at.slice(0, 4)

  test('a report comes first, and bears a nomination out', async () => {
    const report = await contact(0).says('báo cáo: ngày 9/11 góp 21 ngày công dựng nhà', 'BC-')
    bc = /BC-\d{4}/u.exec(report)?.[0] ?? ''
  })

  test('three units nominate three collectives and five individuals, and their heads agree', async () => {
    for (const [index, { unit, name, who }] of NOMINEES.entries()) {
      const whom = who === '' ? `đồng chí ${contact(1).official.name}, cán bộ` : who
      const words = `đề nghị khen ${whom}, góp ${21 + index} ngày công giúp ${name}`
      const draft = await contact(unit).says(words, 'Đã lập nháp')
      codes.set(name, /HS-\d{3}/u.exec(draft)?.[0] ?? '')
      if (index === 0) expect(draft).toContain(`khớp ${bc}`)
      await head(unit).listens()
      await contact(unit).says('1', 'Chờ ý kiến')
      await head(unit).hears(codeOf(name), 'xin ý kiến ')
      await head(unit).says('1', 'Đã trình')
    }
    expect(new Set(codes.values()).size).toBe(8)
    const [chain] = await talk.rows('select distinct chain_id from nomination')
    expect(chain).toEqual({ chain_id: company.chain })
  })

  test('a dossier of another unit is refused in the words for one that does not exist', async () => {
    const stranger = contact(1)
    for (const ask of [
      'HS-001',
      'hs 1 toi dau roi',
      'rút HS-001',
      'gửi lại HS-001',
      'trình HS-001',
    ])
      expect([ask, await stranger.says(ask)]).toEqual([
        ask,
        (await stranger.says(ask.replace(/HS-001|hs 1/u, 'HS-999'))).replaceAll('HS-999', 'HS-001'),
      ])
  })

  test('the office finds six eligible: one after a supplement, one after a hold; one is not, one is withdrawn', async () => {
    const [returned, held] = [codeOf('Lò Văn Một'), codeOf('Quàng Thị Hai')]
    for (const code of codes.values()) {
      await office.says(`nhận ${code}`, 'Đã tiếp nhận')
      await office.says(`${code} bản giấy`, 'Giấy tờ đã đủ')
    }
    await contact(0).listens()
    await office.says(`trả ${returned}: 1) Ảnh công trình, hạn 20/11`, '1 điểm cần bổ sung')
    await contact(0).hears('Ảnh công trình')
    await contact(0).says('điểm 1: công trình ở đầu thôn, đã bàn giao', 'đã bổ sung đủ')
    await contact(0).says('1', `Đã gửi lại ${returned}`)
    await office.says(`tạm dừng ${held}: đơn thư`, 'Tạm dừng')
    await office.says('1', 'Đã tạm dừng', 'chưa khen thưởng', 'Nghị định 152/2025/NĐ-CP, hiệu lực')
    const seen = await contact(0).says(`${held} đến đâu rồi`, 'Đang được xem xét thêm')
    expect(seen).not.toMatch(/đơn thư|khiếu nại|tố cáo|tạm dừng/iu)
    await office.says(`${held} đủ điều kiện`, 'nên chưa')
    await office.says(`xử lý tiếp ${held}`, 'Đã xử lý tiếp')
    await office.says(`${codeOf('Đèo Thị Năm')} không đủ vì chưa có xác nhận`, 'không đủ điều kiện')
    await office.says('1', 'Đơn vị chưa được báo')
    await office.says('2', 'Đơn vị chưa được báo')
    await contact(2).says(`rút ${codeOf('Tổ chuyên môn')}`, 'Rút')
    await contact(2).says('1', 'rút')
    const rest = NOMINEES.map(({ name }) => name).filter(
      (name) => name !== 'Đèo Thị Năm' && name !== 'Tổ chuyên môn',
    )
    const all = rest.map(codeOf).join(', ')
    await office.says(`${all} đủ điều kiện`, `Kết luận đủ điều kiện ${rest.length} hồ sơ`)
    await office.says(String(rest.length), 'Đơn vị chưa được báo')
    await office.says('2', 'Đơn vị chưa được báo')
    for (const name of rest) expect([name, await stateOf(name)]).toEqual([name, 'eligible'])
    expect(await stateOf('Đèo Thị Năm')).toBe('ineligible')
    expect(await stateOf('Tổ chuyên môn')).toBe('withdrawn')
  })

  test('a report that a conclusion rests on is changed only for a reason', async () => {
    await contact(0).says('nhầm, 22 chứ không phải 21', `${bc} đang được dùng để thẩm định`)
    await contact(0).says(`rút ${bc}`, bc)
    await contact(0).says('1', `${bc} đang được dùng để thẩm định`)
    const reason = `sửa ${bc}: ngày 9/11 góp 22 ngày công dựng nhà, lý do: cộng sót một tổ`
    const revised = await contact(0).says(reason, bc, '22 ngày công')
    expect(revised).not.toContain('1 tổ')
    const [version] = await talk.rows('select reason from report_version where version = 2')
    expect(version?.['reason']).toContain('cộng sót một tổ')
  })

  test('without a PIN nothing is opened; the PIN is set by a one-time code and kept nowhere', async () => {
    const opening = 'mở kỳ họp hội đồng ngày 04/12, hạn phiếu 17:00 03/12'
    await secretary.says(opening, 'cần mã PIN')
    for (const officer of new Set([office, secretary, person(company.propagation)])) {
      const issued = await talk.memory.run((tx) => issueSetupCodes(tx, [officer.official]))
      const once = issued[0]?.code ?? ''
      await officer.says('đặt mã PIN', 'mã một lần')
      await officer.says(`${once} 123456`, 'dễ đoán')
      await officer.says(`đặt mã PIN ${once} ${PIN}`, 'Đã đặt mã PIN')
      await officer.says(`đặt mã PIN ${once} ${PIN}`, 'Chưa có mã một lần')
    }
    const rule = company.confirmed ? 'Quy chế Hội đồng' : 'cần kiểm tra'
    const held = sayDay(day('12-04'))
    await secretary.says(opening, `Kỳ họp ${held}`, rule, '6 hồ sơ')
    await secretary.says(`6 ${PIN.replace('4', '5')}`, 'Mã chưa đúng')
    await secretary.says(`5 ${PIN}`, 'Chưa làm gì')
    await first.listens()
    await head(2).listens()
    await secretary.says(`6 ${PIN}`, 'Đã mở kỳ họp', `3/${company.members} thành viên`)
    await first.hears(`Kỳ họp ${held} có 6 hồ sơ. Đề nghị biểu quyết`, 'Hồ sơ 1/6')
    await head(2).hears(
      [
        `Kính gửi ${sayName(head(2).official)}. Kỳ họp ${held} có 6 hồ sơ; ${pronounOf(head(2).official)} không biểu quyết ${codeOf('Vì Thị Bảy')} (cùng đơn vị). Đề nghị biểu quyết trước 17:00 ${sayDay(day('12-03'))}.`,
        `Hồ sơ 1/5: ${codeOf('Lò Văn Một')}, Lò Văn Một, Giấy khen`,
      ].join('\n'),
      'Đồng ý',
    )
    const kept = await talk.rows(`select 1 from inbox where event::text ~ '${PIN}|123456'`)
    expect(kept).toEqual([])
    expect(await talk.rows(`select 1 from audit_event where data::text ~ '${PIN}'`)).toEqual([])
  })

  test('members vote in secret: by digits and buttons, in words, changed, and with the dossier shown', async () => {
    const own = codeOf('Vì Thị Bảy')
    const third = head(2)
    const card = await first.says('0', 'Thành tích:')
    expect(card).toContain(codeOf('Lò Văn Một'))
    await first.says(
      '2',
      `Đã ghi phiếu kín cho ${codeOf('Lò Văn Một')} (đổi được đến 17:00 ${sayDay(day('12-03'))}, nhắn`,
      `Hồ sơ 2/6: ${codeOf('Quàng Thị Hai')}`,
    )
    await first.says(`biểu quyết đồng ý ${codeOf('Lò Văn Một')}`, 'Đã ghi phiếu kín')
    // The head of the unit that put it forward takes no part in it, without a word of his or hers.
    await third.says('biểu quyết', 'Hồ sơ 1/5')
    await third.says(`biểu quyết đồng ý ${own}`, 'không tham gia biểu quyết')
    await third.says(`tôi không biểu quyết ${codeOf(AWARDEE)}`, 'không biểu quyết')
    for (let ballot = 1; ballot < 4; ballot += 1) await third.presses('Đồng ý', 'Đã ghi phiếu kín')
    await third.presses('Không đồng ý', 'đã bỏ phiếu đủ')
    const progress = await secretary.says('tình hình phiếu', 'Đang chờ phiếu của')
    expect(progress).not.toMatch(/đồng ý/u)
    const inbox = await talk.rows("select event from inbox where outcome = 'voted'")
    expect(inbox.length).toBeGreaterThan(5)
    for (const { event } of inbox) {
      const { text, optionIndex } = event as { text?: string; optionIndex?: number }
      expect([text ?? '', optionIndex ?? -1]).toEqual(['', -1])
    }
  })

  test('who has not voted is reminded, once a stage and without a word about votes', async () => {
    talk.moveTo(`${year}-12-02T17:01:00+07:00`)
    const ask = () => talk.memory.run(remindVoters)
    await second.listens()
    await head(2).listens()
    expect(await ask()).toBe(2)
    expect(await ask()).toBe(0)
    const reminded = await second.hears('Hội đồng đang chờ phiếu của', 'cho 6 hồ sơ')
    expect(reminded).not.toMatch(/(?:đã|chưa) đồng ý|phiếu thuận|\d+ phiếu/u)
    await expect(head(2).hears('Hội đồng đang chờ phiếu')).rejects.toThrow('did not hear')
  })

  test('the close counts, forgets who voted how, and moves each nomination; the meeting counts too', async () => {
    const five: Name[] = ['Lò Văn Một', 'Quàng Thị Hai', 'Tổ thợ xây', AWARDEE, 'Nhóm đường hoa']
    for (const name of five.slice(1))
      await first.says(`biểu quyết đồng ý ${codeOf(name)}`, `Đã ghi phiếu kín cho ${codeOf(name)}`)
    for (let ballot = 1; ballot < 6; ballot += 1) await second.says('1', 'Đã ghi phiếu kín')
    const own = codeOf('Vì Thị Bảy')
    await secretary.says(`phiếu họp ${own}: 9 đồng ý`, 'Phiếu tại cuộc họp')
    await secretary.says(PIN, 'nhiều hơn số thành viên')
    if (company.confirmed) await enterTheMeeting(five)
    await secretary.says('khóa phiếu', 'mã PIN')
    const closed = await secretary.says(PIN, 'Đã khóa phiếu kỳ họp')
    expect(closed).toContain(company.confirmed ? 'Quy chế Hội đồng' : 'cần kiểm tra')
    for (const name of five)
      expect([name, await stateOf(name)]).toEqual([name, 'awaiting-signature'])
    expect(await stateOf('Vì Thị Bảy')).toBe('not-passed')
    expect(await talk.rows('select 1 from ballot')).toEqual([])
    expect(await talk.rows('select 1 from council_member where voted')).toHaveLength(3)
  })

  /** Three of nine have voted by chat: too few, until the others' votes at the meeting are entered. */
  async function enterTheMeeting(agreed: readonly Name[]): Promise<void> {
    await secretary.says('khóa phiếu', 'mã PIN')
    await secretary.says(PIN, 'chưa đủ số thành viên bỏ phiếu')
    for (const name of agreed) {
      await secretary.says(`phiếu họp ${codeOf(name)}: 4 đồng ý, 1 không`, 'Phiếu tại cuộc họp')
      await secretary.says(PIN, 'Đã ghi phiếu tại cuộc họp')
    }
    await secretary.says(
      `phiếu họp ${codeOf('Vì Thị Bảy')}: 1 đồng ý, 6 không`,
      'Phiếu tại cuộc họp',
    )
    await secretary.says(PIN, 'Đã ghi phiếu tại cuộc họp')
  }

  test('one is selected upward; the others are decided, told and announced', async () => {
    const upward = codeOf('Tổ thợ xây')
    await secretary.says(`chọn ${upward} đề nghị Bằng khen`, 'đề nghị Bằng khen')
    await secretary.says(PIN, `Đã chọn ${upward}`)
    expect(await stateOf('Tổ thợ xây')).toBe('nominated-upward')
    talk.moveTo(`${year}-12-09T09:00:00+07:00`)
    const [a, b] = [codeOf('Lò Văn Một'), codeOf(AWARDEE)]
    const order = (named: string, signer = 'Chủ tịch Nguyễn Văn Mẫu', on = `08/12/${year}`) =>
      `QĐ 128/QĐ-UBND ngày ${on}, ${named}, ký ${signer}`
    await office.says(order(`${a}, ${upward}`), 'đang đề nghị cấp trên khen')
    if (company.confirmed) await office.says(order(a, 'Chủ tịch Lê Thị Khác'), 'người ký')
    await office.says(order(`${a}, ${b}`), '2 hồ sơ')
    await office.says(`2 ${PIN}`, `Đã ghi Quyết định số 128/QĐ-UBND ngày 08/12/${year}`)
    await contact(0).says(`${a} đến đâu rồi`, 'Đang trình ký')
    await office.says('bỏ nhập QĐ 128', 'trở lại bước trình ký')
    await office.says(PIN, 'Đã bỏ phần nhập')
    await office.says(order(`${a}, ${b}`), '2 hồ sơ')
    await office.says(`2 ${PIN}`, 'Đã ghi Quyết định')
    await contact(0).listens()
    await office.says('công bố QĐ 128', 'tới các đơn vị và người được khen')
    await office.says(PIN, 'Đã báo Quyết định')
    await contact(0).hears('Quyết định số 128/QĐ-UBND', 'Lò Văn Một')
    const { official } = contact(1)
    const award = company.files ? 'Giấy khen tổng kết của Chủ tịch UBND xã' : GIAY_KHEN
    await contact(1).hears(
      `Kính gửi ${sayName(official)}. Quyết định số 128/QĐ-UBND ngày 08/12/${year} tặng ${award} đồng chí ${official.name}. Trân trọng chúc mừng.`,
    )
    await office.says('bỏ nhập QĐ 128', 'chưa bỏ phần ghi quyết định được')
    await person(company.propagation).says('công bố QĐ 128', 'toàn thể')
    await person(company.propagation).says(PIN, 'Đã công bố')
    expect(await stateOf('Lò Văn Một')).toBe('announced')
  })

  test('the signed paper is kept, the award handed over and the file closed', async () => {
    await office.sendsPhoto('QĐ 999', 'Không có quyết định nào số 999')
    const kept = await office.sendsPhoto('QĐ 128', 'Đã lưu 1 ảnh bản ký của Quyết định số 128')
    expect(kept).toContain('mã băm')
    expect(await talk.rows('select 1 from decision_scan')).toHaveLength(1)
    await contact(0).says('đã trao QĐ 128')
    expect(await stateOf('Lò Văn Một')).toBe('announced')
    await office.says('đã trao QĐ 128', 'Ghi đã trao thưởng 2 hồ sơ', codeOf('Lò Văn Một'))
    await contact(1).listens()
    await office.says('2', 'Đã ghi trao thưởng')
    await contact(1).hears(codeOf(AWARDEE), 'Đã trao')
    await office.says(`lưu trữ ${codeOf(AWARDEE)}`, 'Đã đưa vào lưu trữ')
    expect([await stateOf('Lò Văn Một'), await stateOf(AWARDEE)]).toEqual(['awarded', 'archived'])
  })

  test('a name in the decision is followed down to the first message', async () => {
    await talk.memory.run((tx) => sealAudit(tx, 10_000))
    for (const wanted of ['lo van mot', codeOf('Lò Văn Một'), 'QĐ 128']) {
      const traces = await talk.memory.run((tx) => traceAward(tx, wanted))
      expect(traces.map(({ nomination }) => nomination.code)).toContain(codeOf('Lò Văn Một'))
    }
    const [trace] = await talk.memory.run((tx) => traceAward(tx, 'ông LÒ VĂN MỘT'))
    const steps = (trace?.steps ?? []).toReversed()
    const way = steps.map(({ event: { kind, data } }) => {
      const { action } = data as { action?: string }
      return action ?? kind
    })
    const milestones = [
      ...['report-submitted', 'nomination-drafted', 'endorse', 'submit', 'receive', 'return'],
      ...['resubmit', 'find-eligible', 'council-opened', 'council-closed', 'send-for-signature'],
      ...['decision-recorded', 'notify', 'announce', 'decision-scanned', 'award'],
    ]
    expect(way.filter((step, at) => milestones.includes(step) && way.indexOf(step) === at)).toEqual(
      expect.arrayContaining(milestones),
    )
    expect(way.indexOf('report-submitted')).toBe(0)
    expect(way).not.toContain('council-voted')
    const [first] = steps
    expect(first?.by).toBe(company.units[0].contact[1])
    expect(first?.position).toBeGreaterThan(0n)
    const [said] = await talk.rows(`select event from inbox where seq = ${first?.inbox[0] ?? '0'}`)
    expect(said?.['event']).toMatchObject({ text: 'báo cáo: ngày 9/11 góp 21 ngày công dựng nhà' })
    expect(trace?.scans).toHaveLength(1)
    const lines = trace ? sayTrace(trace) : []
    expect(lines.join('\n')).not.toMatch(/undefined|null|NaN/u)
    expect(await verifyAudit(talk.memory.transactions)).not.toHaveProperty('brokenAt')
  })

  test('what was awarded is not awarded again, however the name is spelt', async () => {
    const again = 'đề nghị khen ông Lò Văn Một, trưởng nhóm thợ, góp 21 ngày công giúp Lò Văn Một'
    const draft = await contact(0).says(again.normalize('NFD'), 'Đã lập nháp')
    const second = /HS-\d{3}/u.exec(draft)?.[0] ?? ''
    if (draft.includes('Đề nghị hình thức nào?')) await contact(0).says('2', 'Trình')
    await contact(0).says(`trình ${second}`)
    await contact(0).says(
      '1',
      `đã được khen ở ${codeOf('Lò Văn Một')}`,
      'Luật Thi đua, khen thưởng',
    )
    const [row] = await talk.rows(`select state from nomination where code = '${second}'`)
    expect(row).toEqual({ state: 'draft' })
  })

  test('what the level above does not award is decided below, and its continuation ends', async () => {
    const lower = codeOf('Tổ thợ xây')
    await office.says(`${lower} cấp trên không khen`, 'Thôi đề nghị cấp trên', lower)
    await office.says('1', 'Đã trở lại bước trình ký ở cấp mình')
    expect(await stateOf('Tổ thợ xây')).toBe('awaiting-signature')
    const [upper] = await talk.rows('select state from nomination where upward_of is not null')
    expect(upper).toEqual({ state: 'withdrawn' })
    const order = `QĐ 129/QĐ-UBND ngày 08/12/${year}, ${lower}, ký Chủ tịch Nguyễn Văn Mẫu`
    await office.says(order, '1 hồ sơ')
    await office.says(PIN, 'Đã ghi Quyết định số 129')
    expect(await stateOf('Tổ thợ xây')).toBe('decided')
  })

  test('one decision is revoked by a later one, and its history stays', async () => {
    await office.says('hủy QĐ 128 theo QĐ 140/QĐ-UBND vì kê khai chưa đúng', 'kê khai chưa đúng')
    await office.says(PIN, 'Đã ghi hủy')
    expect(await stateOf('Lò Văn Một')).toBe('revoked')
  })
})

function monthDay(text: string): { month: number; day: number } {
  const [month, day] = text.split('-').map(Number)
  return { month: month ?? 0, day: day ?? 0 }
}
