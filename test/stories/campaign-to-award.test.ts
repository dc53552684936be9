import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Phone, World } from '../support/world.ts'
import { eventually, openWorld } from '../support/world.ts'
import { TAN_LAP_2026 } from './casts.ts'

/** Eight nominations of three units, on both channels: from the first message to the award. */
let world: World
let office: Phone
const people = new Map<string, Phone>()
const codes = new Map<string, string>()

const PIN = '482913'
const UNITS = [
  { contact: 'TL-01', head: 'TL-03', channel: 'zalo' },
  { contact: 'TL-05', head: 'TL-06', channel: 'telegram' },
  { contact: 'TL-20', head: 'TL-21', channel: 'telegram' },
] as const

const NOMINEES = [
  { unit: 0, name: 'Lò Văn Một', who: 'anh Lò Văn Một, trưởng nhóm thợ' },
  { unit: 0, name: 'Quàng Thị Hai', who: 'chị Quàng Thị Hai, chi hội trưởng' },
  { unit: 0, name: 'Tổ thợ xây', who: 'tập thể Tổ thợ xây' },
  { unit: 1, name: 'Cà Văn Bốn', who: 'anh Cà Văn Bốn, thợ mộc' },
  { unit: 1, name: 'Đèo Thị Năm', who: 'chị Đèo Thị Năm, thợ may' },
  { unit: 1, name: 'Nhóm đường hoa', who: 'tập thể Nhóm đường hoa' },
  { unit: 2, name: 'Vì Thị Bảy', who: 'cô Vì Thị Bảy, giáo viên' },
  { unit: 2, name: 'Tổ chuyên môn', who: 'tập thể Tổ chuyên môn' },
] as const

beforeAll(async () => {
  const { files } = TAN_LAP_2026
  world = await openWorld({
    clock: '2026-11-10T08:00:00+07:00',
    processes: 'one',
    ...(files ? { campaign: files } : {}),
  })
  office = await join('zalo', TAN_LAP_2026.appraiser)
  for (const { contact, head, channel } of UNITS) {
    await join(channel, contact)
    await join(channel, head)
  }
  await join('telegram', 'TL-13')
  await join('zalo', 'TL-15')
  await join('zalo', 'TL-17')
  await join('zalo', 'TL-18')
}, 120_000)
afterAll(() => world.close())

async function join(channel: 'zalo' | 'telegram', official: string): Promise<Phone> {
  const phone = await world.phone(channel, official)
  await phone.register()
  people.set(official, phone)
  return phone
}

function phoneOf(official: string): Phone {
  const phone = people.get(official)
  if (!phone) throw new Error(`${official} has no phone`)
  return phone
}

const codeOf = (name: string): string => codes.get(name) ?? ''

/** Waits until the phone has heard, after that many messages, one with all of these, and gives it. */
async function told(phone: Phone, after: number, ...parts: readonly string[]): Promise<string> {
  const fits = (text: string): boolean => parts.every((part) => text.includes(part))
  await eventually(() => phone.heard().slice(after).some(fits), parts.join(' … '))
  return phone.heard().slice(after).find(fits) ?? ''
}

async function heard(phone: Phone, words: string, ...parts: readonly string[]): Promise<string> {
  const before = phone.heard().length
  phone.types(words)
  return told(phone, before, ...parts)
}

/** Rows of the database beside the product, as whoever steals it would read them. */
async function rows(sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: world.databaseUrl })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

async function stateOf(name: string): Promise<unknown> {
  const found = await rows(`select state from nomination where code = '${codeOf(name)}'`)
  return found[0]?.['state']
}

test('three units nominate three collectives and five individuals, and their heads agree', async () => {
  for (const { unit, name, who } of NOMINEES) {
    const { contact, head } = UNITS[unit]
    const [author, boss] = [phoneOf(contact), phoneOf(head)]
    const words = `đề nghị khen ${who}, góp ${21 + NOMINEES.findIndex((one) => one.name === name)} ngày công giúp ${name}`
    const draft = await heard(author, words, 'Đã lập nháp')
    codes.set(name, /HS-\d{3}/u.exec(draft)?.[0] ?? '')
    const before = boss.heard().length
    await heard(author, '1', 'Chờ ý kiến')
    await told(boss, before, codeOf(name), 'xin ý kiến đồng chí')
    await heard(boss, '1', 'Đã trình')
  }
  expect(new Set(codes.values()).size).toBe(8)
}, 120_000)

test('the office finds six eligible: one after a supplement, one after a hold; one is not, one is withdrawn', async () => {
  const [first, second] = [codeOf('Lò Văn Một'), codeOf('Quàng Thị Hai')]
  for (const code of codes.values()) {
    await heard(office, `nhận ${code}`, 'Đã tiếp nhận')
    await heard(office, `${code} bản giấy`, 'Giấy tờ đã đủ')
  }
  const author = phoneOf('TL-01')
  const before = author.heard().length
  await heard(office, `trả ${first}: 1) Ảnh công trình, hạn 20/11`, '1 điểm cần bổ sung')
  await told(author, before, 'Ảnh công trình')
  await heard(author, 'điểm 1: công trình ở đầu thôn, đã bàn giao', 'đã bổ sung đủ')
  await heard(author, '1', `Đã gửi lại ${first}`)
  await heard(office, `tạm dừng ${second}: đơn thư`, 'Tạm dừng')
  await heard(office, '1', 'Đã tạm dừng')
  await heard(office, `xử lý tiếp ${second}`, 'Đã xử lý tiếp')
  await heard(office, `${codeOf('Đèo Thị Năm')} không đủ vì chưa có xác nhận`, 'không đủ điều kiện')
  await heard(office, '1', 'Đơn vị chưa được báo')
  await heard(office, '2', 'Đơn vị chưa được báo')
  await heard(phoneOf('TL-20'), `rút ${codeOf('Tổ chuyên môn')}`, 'Rút')
  await heard(phoneOf('TL-20'), '1', 'rút')
  const rest = NOMINEES.map(({ name }) => name).filter(
    (name) => name !== 'Đèo Thị Năm' && name !== 'Tổ chuyên môn',
  )
  const all = rest.map(codeOf).join(', ')
  await heard(office, `${all} đủ điều kiện`, `Kết luận đủ điều kiện ${rest.length} hồ sơ`)
  await heard(office, String(rest.length), 'Đơn vị chưa được báo')
  await heard(office, '2', 'Đơn vị chưa được báo')
  for (const name of rest) expect([name, await stateOf(name)]).toEqual([name, 'eligible'])
  expect(await stateOf('Đèo Thị Năm')).toBe('ineligible')
  expect(await stateOf('Tổ chuyên môn')).toBe('withdrawn')
}, 120_000)

test('without a PIN nothing is opened; the PIN is set by a one-time code and kept nowhere', async () => {
  const opening = 'mở kỳ họp hội đồng ngày 04/12, hạn phiếu 17:00 03/12'
  await heard(office, opening, 'cần mã PIN')
  for (const code of ['TL-14', 'TL-18']) {
    const issued = world.admin('pins', 'issue', '--official', code, '--json')
    const [{ code: once } = { code: '' }] = JSON.parse(issued.stdout) as { code: string }[]
    const phone = phoneOf(code)
    await heard(phone, 'đặt mã PIN', 'mã một lần')
    await heard(phone, `${once} 123456`, 'dễ đoán')
    await heard(phone, `đặt mã PIN ${once} ${PIN}`, 'Đã đặt mã PIN')
    await heard(phone, `đặt mã PIN ${once} ${PIN}`, 'Chưa có mã một lần')
  }
  await heard(office, opening, 'Kỳ họp thứ Sáu 04/12/2026', 'cần kiểm tra', '6 hồ sơ')
  await heard(office, `6 ${PIN.replace('4', '5')}`, 'Mã chưa đúng')
  await heard(office, `5 ${PIN}`, 'Chưa làm gì')
  const before = phoneOf('TL-17').heard().length
  await heard(office, `6 ${PIN}`, 'Đã mở kỳ họp', '3/3 thành viên')
  await told(phoneOf('TL-17'), before, 'Kỳ họp thứ Sáu 04/12/2026 có 6 hồ sơ', 'Hồ sơ 1/6')
  const kept = await rows(
    `select event::text, outcome from inbox where event::text ~ '${PIN}|123456'`,
  )
  expect(kept).toEqual([])
  expect(await rows(`select 1 from audit_event where data::text ~ '${PIN}'`)).toEqual([])
}, 120_000)

test('three members vote in secret: by digits and buttons, in words, changed, and with the dossier shown', async () => {
  const [first, second, third] = [phoneOf('TL-13'), phoneOf('TL-15'), phoneOf('TL-17')]
  const card = await heard(third, '0', 'Thành tích:')
  expect(card).toContain(codeOf('Lò Văn Một'))
  await heard(third, '2', `Đã ghi phiếu kín cho ${codeOf('Lò Văn Một')}`, 'Hồ sơ 2/6')
  await heard(third, `biểu quyết đồng ý ${codeOf('Lò Văn Một')}`, 'Đã ghi phiếu kín')
  await heard(
    first,
    `tôi không biểu quyết ${codeOf('Cà Văn Bốn')}`,
    'Đã ghi: đồng chí không biểu quyết',
  )
  for (let ballot = 1; ballot < 6; ballot += 1) await first.presses('Không đồng ý')
  await told(first, 0, 'đã bỏ phiếu đủ')
  for (let ballot = 1; ballot < 6; ballot += 1) await heard(second, '1', 'Đã ghi phiếu kín')
  const progress = await heard(office, 'tình hình phiếu', 'Đang chờ phiếu của')
  expect(progress).not.toMatch(/đồng ý/u)
  const inbox = await rows("select event from inbox where outcome = 'voted'")
  expect(inbox.length).toBeGreaterThan(10)
  for (const { event } of inbox) {
    const { text, optionIndex } = event as { text?: string; optionIndex?: number }
    expect([text ?? '', optionIndex ?? -1]).toEqual(['', -1])
  }
}, 120_000)

test('the close counts, forgets who voted how, and moves each nomination; the meeting counts too', async () => {
  const five = ['Lò Văn Một', 'Quàng Thị Hai', 'Tổ thợ xây', 'Cà Văn Bốn', 'Nhóm đường hoa']
  for (const name of five.slice(1)) {
    const words = `biểu quyết đồng ý ${codeOf(name)}`
    await heard(phoneOf('TL-17'), words, `Đã ghi phiếu kín cho ${codeOf(name)}`)
  }
  await heard(office, `phiếu họp ${codeOf('Vì Thị Bảy')}: 9 đồng ý`, 'Phiếu tại cuộc họp')
  await heard(office, PIN, 'nhiều hơn số thành viên')
  await heard(office, 'khóa phiếu', 'mã PIN')
  const closed = await heard(office, PIN, 'Đã khóa phiếu kỳ họp')
  expect(closed).toContain('cần kiểm tra')
  for (const name of five) expect([name, await stateOf(name)]).toEqual([name, 'awaiting-signature'])
  expect(await stateOf('Vì Thị Bảy')).toBe('not-passed')
  expect(await rows('select 1 from ballot')).toEqual([])
  expect(await rows('select 1 from council_member where voted')).toHaveLength(3)
}, 120_000)

test('one is selected upward; the others are decided, told, announced, and one decision is revoked', async () => {
  const upward = codeOf('Tổ thợ xây')
  await heard(office, `chọn ${upward} đề nghị Bằng khen`, 'đề nghị Bằng khen')
  await heard(office, PIN, `Đã chọn ${upward}`)
  expect(await stateOf('Tổ thợ xây')).toBe('nominated-upward')
  await world.moveTo('2026-11-12T09:00:00+07:00')
  const [a, b] = [codeOf('Lò Văn Một'), codeOf('Cà Văn Bốn')]
  const order = (codes: string): string =>
    `QĐ 128/QĐ-UBND ngày 11/11/2026, ${codes}, ký Chủ tịch Nguyễn Văn Mẫu`
  await heard(office, order(`${a}, ${upward}`), 'đang đề nghị cấp trên khen')
  await heard(office, order(`${a}, ${b}`), '2 hồ sơ')
  await heard(office, `2 ${PIN}`, 'Đã ghi Quyết định số 128/QĐ-UBND ngày 11/11/2026')
  await heard(phoneOf('TL-01'), `${a} đến đâu rồi`, 'Đang trình ký')
  await heard(office, 'bỏ nhập QĐ 128', 'trở lại bước trình ký')
  await heard(office, PIN, 'Đã bỏ phần nhập')
  await heard(office, order(`${a}, ${b}`), '2 hồ sơ')
  await heard(office, `2 ${PIN}`, 'Đã ghi Quyết định')
  const before = phoneOf('TL-01').heard().length
  await heard(office, 'công bố QĐ 128', 'tới các đơn vị và người được khen')
  await heard(office, PIN, 'Đã báo Quyết định')
  await told(phoneOf('TL-01'), before, 'Quyết định số 128/QĐ-UBND', 'Lò Văn Một')
  await heard(office, 'bỏ nhập QĐ 128', 'chưa bỏ phần ghi quyết định được')
  await heard(phoneOf('TL-18'), 'công bố QĐ 128', 'toàn thể')
  await heard(phoneOf('TL-18'), PIN, 'Đã công bố')
  await told(phoneOf('TL-20'), 0, 'Quyết định số 128/QĐ-UBND', 'Cà Văn Bốn')
  expect(await stateOf('Lò Văn Một')).toBe('announced')
  await heard(office, 'hủy QĐ 128 theo QĐ 140/QĐ-UBND vì kê khai chưa đúng', 'kê khai chưa đúng')
  await heard(office, PIN, 'Đã ghi hủy')
  expect(await stateOf('Lò Văn Một')).toBe('revoked')
}, 120_000)
