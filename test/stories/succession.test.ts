import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { notifyKept } from '../../core/inbox/notify-kept.ts'
import { applyShipped } from '../support/succession.ts'
import type { Speaker, Talk } from '../support/talk.ts'
import { openTalk } from '../support/talk.ts'

/** An October of 2025: as the plan was issued, and then with the reorganisation of 01/7/2025 applied. */
let talk: Talk
let maiSao: Speaker
let maiSaoHead: Speaker
let nhanLy: Speaker
let justice: Speaker
let office: Speaker
let admin: Speaker
const codes = { report: '', collective: '', person: '' }

beforeAll(async () => {
  talk = await openTalk('2025-10-20T08:00:00+07:00')
  maiSao = await talk.speaker('zalo', 'CB-025')
  maiSaoHead = await talk.speaker('telegram', 'CB-026')
  nhanLy = await talk.speaker('telegram', 'CB-027')
  justice = await talk.speaker('zalo', 'CB-049')
  office = await talk.speaker('zalo', 'CB-109')
  admin = await talk.speaker('zalo', 'CB-112')
})
afterAll(() => talk.close())

const codeIn = (text: string): string => /(?:BC|HS)-\d+/u.exec(text)?.[0] ?? ''

async function nominate(who: string): Promise<string> {
  const code = codeIn(
    await maiSao.says(`đề nghị khen ${who}, tham mưu 3 nghị quyết`, 'Đã lập nháp'),
  )
  await maiSao.says('1', 'Chờ ý kiến')
  await maiSaoHead.says('1', 'Đã trình')
  await office.says(`nhận ${code}`, 'Đã tiếp nhận')
  await office.says(`${code} bản giấy`, 'Giấy tờ đã đủ')
  return code
}

async function stateOf(code: string): Promise<unknown> {
  const [row] = await talk.rows(`select state, chain_id from nomination where code = '${code}'`)
  return row
}

describe('before it is applied', () => {
  test('communes report and nominate as the plan was issued', async () => {
    await maiSao.says('tôi là ai', 'xã Mai Sao')
    codes.report = codeIn(
      await maiSao.says('báo cáo: tổ chức 2 hội nghị, 120 lượt người dự', 'BC-'),
    )
    codes.collective = await nominate('tập thể UBND xã Mai Sao')
    codes.person = await nominate('chị Hoàng Thị Thử, công chức văn phòng')
    await office.says('xã Mai Sao nộp chưa', 'Xã Mai Sao')
    await maiSao.says('cho tôi xem dữ liệu của tôi', 'YC-001')
  })
})

describe('once it is applied', () => {
  beforeAll(async () => {
    const { underWay } = await applyShipped(talk.memory)
    expect(underWay.map(({ code }) => code).toSorted()).toEqual([codes.collective, codes.person])
  })

  test('everybody is known, in the new unit, which owes from now on', async () => {
    await maiSao.says('tôi là ai', 'xã Nhân Lý')
    await maiSao.says('trợ giúp', 'Đã áp dụng sắp xếp từ 01/7/2025')
    await maiSao.says('tôi còn nợ gì', 'Xã Nhân Lý còn 2 việc', 'báo cáo tháng')
    await justice.says('đề nghị khen chị Vi Thị Thử', 'Phòng Tư pháp kết thúc', 'cần kiểm tra')
    expect(await talk.memory.run(notifyKept)).toBe(0)
    await office.says('yêu cầu dữ liệu', 'YC-001')
  })

  test('an old name is understood as its successor’s, and that is said', async () => {
    const act = 'từ 01/7/2025 (Nghị quyết 1672/NQ-UBTVQH15 năm 2025).'
    await office.says(
      'xã Mai Sao nộp chưa',
      'Xã Nhân Lý',
      `Xã Mai Sao nay thuộc xã Nhân Lý, ${act}`,
    )
    await office.says('mai sao nop chua', 'Xã Mai Sao nay thuộc xã Nhân Lý')
    await office.says('thi tran dong mo nop chua', `Thị trấn Đồng Mỏ nay thuộc xã Chi Lăng, ${act}`)
    expect(await office.says('xã Nhân Lý nộp chưa', 'Xã Nhân Lý:')).not.toContain('nay thuộc')
    const place = await nhanLy.says('báo cáo: họp dân ở xã Mai Sao, 40 người dự', 'xã Nhân Lý')
    expect(place).not.toContain('nay thuộc')
  })

  test('old reports are read by the successors and the office, and by nobody else', async () => {
    await nhanLy.says('báo cáo của xã cũ', codes.report, '120', 'nay thuộc xã Nhân Lý')
    await nhanLy.says('xem bao cao xa mai sao', codes.report)
    await nhanLy.says(`xem ${codes.report}`, 'xã Mai Sao', 'tổ chức 2 hội nghị')
    await nhanLy.says(`rút ${codes.report}`, 'xã Mai Sao', 'xem được, không sửa')
    await office.says('báo cáo của xã Mai Sao', codes.report)
    const stranger = await talk.speaker('zalo', 'CB-029')
    const refused = await stranger.says(`xem ${codes.report}`)
    expect(refused).not.toContain('hội nghị')
    await stranger.says('báo cáo của xã Mai Sao', 'chưa có quyền')
  })

  test('what is under appraisal goes on by its chain: the person’s does, the old collective’s does not', async () => {
    await nhanLy.says(`${codes.person} đến đâu rồi`, 'Hoàng Thị Thử', 'Phòng Văn hóa - Xã hội')
    await office.says('hồ sơ chờ thẩm định', codes.person, codes.collective)
    await office.says(`${codes.collective} đủ điều kiện`, 'Kết luận đủ điều kiện')
    await office.says(
      '1',
      'xã Mai Sao kết thúc hoạt động từ ngày 01/7/2025',
      'Thông tư 15/2025/TT-BNV',
      'cần kiểm tra',
    )
    await office.says(`${codes.person} đủ điều kiện`, 'Kết luận đủ điều kiện')
    await office.says('1', 'Đơn vị chưa được báo')
    expect(await stateOf(codes.person)).toEqual({ state: 'eligible', chain_id: 'district-2024' })
    expect(await stateOf(codes.collective)).toMatchObject({ state: 'under-appraisal' })
  })

  test('the old office signs nothing after its last day', async () => {
    const { id } = (await talk.memory.run((tx) =>
      tx.nominations.findByCode('chi-lang', codes.person),
    ))!
    const by = office.official.id
    const move = {
      action: 'send-for-signature',
      from: 'eligible',
      to: 'awaiting-signature',
    } as const
    await talk.memory.run((tx) =>
      tx.nominations.move(id, { ...move, by, at: tx.now, note: {} }, {}),
    )
    await office.says(
      `QĐ 128/QĐ-UBND ngày 18/10/2025, ${codes.person}, ký Chủ tịch UBND huyện Vi Nông Trường`,
      'người ký không giữ chức vụ đó vào ngày ký: chỉ đến hết ngày 30/6/2025',
      'Nghị quyết 1672/NQ-UBTVQH15',
    )
  })

  test('the administrator transfers the person’s to the new unit and chain, not the collective’s', async () => {
    await office.says(`chuyển ${codes.person} sang đơn vị mới`, 'Chuyển')
    await office.says('1', 'là việc của')
    await admin.says(`chuyển ${codes.collective} sang đơn vị mới`, 'Hồ sơ cũ dừng')
    await admin.says('1', 'xã Mai Sao kết thúc hoạt động', 'Thông tư 15/2025/TT-BNV')
    await maiSao.listens()
    await admin.says(`chuyen ${codes.person} ve xa moi`, 'Hoàng Thị Thử')
    const told = await admin.says('1', `Đã chuyển ${codes.person} sang xã Nhân Lý`)
    const next = /bản nháp (HS-\d+)/u.exec(told)?.[1] ?? ''
    await maiSao.hears(`Hồ sơ tiếp tục ở xã Nhân Lý: ${next}`)
    expect(await stateOf(codes.person)).toEqual({ state: 'transferred', chain_id: 'district-2024' })
    expect(await stateOf(next)).toEqual({ state: 'draft', chain_id: 'commune-2025' })
    const parts = await talk.rows(
      `select part from dossier_item d join nomination n on n.id = d.nomination_id where code = '${next}'`,
    )
    expect(parts.length).toBeGreaterThan(0)
    await maiSao.says(`trình ${next}`, 'Hoàng Thị Thử')
    await maiSao.says('1', 'Chờ ý kiến')
    await maiSaoHead.says('1', 'Đã trình')
    await admin.says(`chuyển ${next} sang đơn vị mới`, 'Chuyển')
    await admin.says('1', 'không phải chuyển')
  })

  test('a person of the old commune is nominated through the new one, by the chain of 2025', async () => {
    await nhanLy.says(
      'đề nghị khen tập thể UBND xã Mai Sao',
      'Xã Mai Sao kết thúc hoạt động',
      'qua xã Nhân Lý',
    )
    const code = await nominate('anh Vi Văn Thử, công chức địa chính')
    expect(await stateOf(code)).toEqual({ state: 'received', chain_id: 'commune-2025' })
  })
})
