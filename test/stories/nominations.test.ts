import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ChannelName, Phone, World } from '../support/world.ts'
import { eventually, openWorld } from '../support/world.ts'
import { TAN_LAP_2026 } from './casts.ts'

const CHANNELS: readonly ChannelName[] = ['zalo', 'telegram']

let world: World
let appraiser: Phone

beforeAll(async () => {
  const { clock, files } = TAN_LAP_2026
  world = await openWorld({ clock, processes: 'one', ...(files ? { campaign: files } : {}) })
  appraiser = await world.phone('zalo', TAN_LAP_2026.appraiser)
  await appraiser.register()
})
afterAll(() => world.close())

/** Waits until the phone has heard, after that many messages, one with all of these. */
async function told(phone: Phone, after: number, ...parts: readonly string[]): Promise<void> {
  await eventually(
    () =>
      phone
        .heard()
        .slice(after)
        .some((text) => parts.every((part) => text.includes(part))),
    parts.join(' … '),
  )
}

/** The first dossier's code in a text. */
const codeIn = (text: string): string => /HS-\d{3}/u.exec(text)?.[0] ?? ''

describe.each(CHANNELS.map((channel, index) => ({ channel, index })))(
  'from the nomination to the appraisal, on $channel',
  ({ channel, index }) => {
    let contact: Phone
    let head: Phone
    let code = ''

    beforeAll(async () => {
      contact = await world.phone(channel, TAN_LAP_2026.contact[index] ?? '')
      head = await world.phone(channel, TAN_LAP_2026.head[index] ?? '')
      await contact.register()
      await head.register()
    })

    test('one message becomes a draft, matched to what the unit has reported', async () => {
      const report = await contact.says('ngày 10/6 vận động 12 hộ hiến đất làm đường')
      const cited = /BC-\d{4}/u.exec(report)?.[0] ?? ''
      const nominee = index === 0 ? 'Nguyễn Thị Hoa' : 'Trần Thị Lan'
      const draft = await contact.says(
        `đề nghị khen chị ${nominee}, chi hội trưởng phụ nữ thôn 3, vận động 12 hộ hiến đất làm đường`.normalize(
          'NFD',
        ),
      )
      expect(draft).toContain(`Cá nhân: ${nominee}, chi hội trưởng phụ nữ thôn 3`)
      expect(draft).toContain(`khớp ${cited}`)
      expect(draft).toContain('Trình người đứng đầu đơn vị cho ý kiến?')
      code = codeIn(draft)
    })

    test('the head agrees by one digit, which is the declaration about discipline as well', async () => {
      const before = head.heard().length
      expect(await contact.says('1 ạ')).toContain('Chờ ý kiến người đứng đầu')
      const question = await head.hears(before)
      expect(question).toContain(code)
      expect(question).toContain('Nghị định 152/2025/NĐ-CP, hiệu lực 01/7/2025')
      const [office, unit] = [appraiser.heard().length, contact.heard().length]
      const agreed = await head.says('1')
      expect(agreed).toContain('Đã trình, chờ tiếp nhận')
      expect(agreed).toContain('không là căn cứ để xét khen công trạng')
      await told(appraiser, office, `trình hồ sơ ${code}`)
      await told(contact, unit, code, 'Đã trình')
    })

    test('the office receives it and sends it back, point by point and with a day', async () => {
      expect(await appraiser.says('hồ sơ chờ thẩm định')).toContain(code)
      expect(await appraiser.says(code)).toContain('Giấy tờ còn thiếu')
      const before = contact.heard().length
      expect(await appraiser.says(`nhận ${code}`)).toMatch(/Đã tiếp nhận.*Thời hạn: hết thứ/su)
      await told(contact, before, 'Đã tiếp nhận')
      const returned = await appraiser.says(
        `trả ${code}: 1) Danh sách 12 hộ hiến đất 2) Ảnh tuyến đường hạn 25/6`,
      )
      expect(returned).toContain('2 điểm cần bổ sung, hạn hết thứ Năm 25/6/2026')
      await told(contact, before, '1) Danh sách 12 hộ hiến đất')
    })

    test('the contact asks where it is, and answers one point by a photo, one by words', async () => {
      const state = await contact.says(`hs ${Number(code.slice(3))} toi dau roi`)
      expect(state).toContain('Đề nghị bổ sung')
      expect(state).toContain('Cần 2 điểm, hạn hết thứ Năm 25/6/2026')
      expect(state).toContain('2) Ảnh tuyến đường')
      const photo = await contact.sendsPhoto('2')
      expect(photo).toContain(`Đã nhận 1 ảnh cho điểm 2 (${code})`)
      expect(photo).toContain('Còn điểm 1: Danh sách 12 hộ hiến đất')
      const names = await contact.says('ông Lò Văn A, bà Quàng Thị B, ông Cà Văn C')
      expect(names).toContain('đã bổ sung đủ 2 điểm')
      const before = appraiser.heard().length
      expect(await contact.says('1')).toContain(`Đã gửi lại ${code}`)
      await told(appraiser, before, code)
    })

    test('a dossier with a gap is not found eligible until the paper is ticked', async () => {
      expect(await appraiser.says(`${code} đủ điều kiện`)).toContain('Kết luận đủ điều kiện')
      const blocked = await appraiser.says('1')
      expect(blocked).toContain(`Chưa kết luận đủ điều kiện ${code} được`)
      expect(blocked).toContain('tờ trình kèm danh sách')
      expect(await appraiser.says(`${code} bản giấy`)).toContain('Giấy tờ đã đủ')
      await appraiser.says(`${code} đủ điều kiện`)
      expect(await appraiser.says('1')).toContain('Đơn vị chưa được báo')
    })

    test('what was decided can be undone until it is told, and is not seen by the unit before', async () => {
      expect(await appraiser.says('2')).toContain('Đơn vị chưa được báo')
      expect(await contact.says(`${code} đến đâu rồi`)).toContain('Đang thẩm định')
      expect(await appraiser.says(`hoàn tác ${code}`)).toContain('Đã bỏ kết luận')
      await appraiser.says(`${code} đủ điều kiện`)
      await appraiser.says('1')
      const before = contact.heard().length
      expect(await appraiser.says('1')).toContain(`Đã báo đơn vị kết quả ${code}`)
      await told(contact, before, 'Đủ điều kiện')
      expect(await appraiser.says(`hoàn tác ${code}`)).toContain('đã báo cho đơn vị')
    })

    test('another unit gets the same refusal for a dossier as for none', async () => {
      const other = await world.phone(channel, index === 0 ? 'TL-10' : 'TL-23')
      await other.register()
      const real = await other.says(`${code} đến đâu rồi`)
      const none = await other.says('HS-999 đến đâu rồi')
      expect(real.replaceAll(code, 'HS-999')).toBe(none)
    })
  },
)

test('a list pasted from a spreadsheet is read row by row, and stored only when confirmed', async () => {
  const contact = await world.phone('telegram', 'TL-20')
  await contact.register()
  const list = [
    'Danh sách đề nghị khen thưởng',
    'STT   Họ và tên            Chức vụ        Thành tích',
    '1     Đèo Thị Thử          Giáo viên      Vận động 25 ngày công dựng nhà',
    '2     Lò Văn Mẫu           Giáo viên      Sửa 3 căn nhà',
    `3     ${'Đèo Thị Thử'.normalize('NFD')}          Giáo viên      Vận động 25 ngày công dựng nhà`,
    '4     Quàng Văn Nháp       Nhân viên',
  ].join('\n')
  const read = await contact.says(list)
  expect(read).toContain('Đọc được 4 dòng, lập được 3 hồ sơ, để lại 1. Chưa lưu gì.')
  expect(read).toContain('trùng dòng 1')
  expect(read).toContain('chưa có thành tích')
  expect(await contact.says('hồ sơ đến đâu')).toContain('chưa có hồ sơ')
  expect(await contact.says(list)).toContain('Chưa lưu gì')
  expect(await contact.says('1')).toContain('Đã lập 3 bản nháp')
  expect(await contact.says(list)).toMatch(/để lại 4[\s\S]*đã có HS-\d{3}/u)
})

test('several at once are shown by number, and done only when the count is typed back', async () => {
  const contact = await world.phone('zalo', 'TL-18')
  const head = await world.phone('zalo', 'TL-19')
  await contact.register()
  await head.register()
  const codes: string[] = []
  for (const name of ['Cà Văn Một', 'Cà Văn Hai']) {
    const draft = await contact.says(
      `đề nghị khen anh ${name}, viên chức, góp 22 ngày công cho ${name}`,
    )
    codes.push(codeIn(draft))
    const before = head.heard().length
    await contact.says('1')
    await head.hears(before)
    const [office, unit] = [appraiser.heard().length, contact.heard().length]
    expect(await head.says('1')).toContain('Đã trình')
    await told(contact, unit, 'Đã trình')
    await told(appraiser, office, 'trình hồ sơ')
  }
  const shown = await appraiser.says(`tiếp nhận ${codes.join(', ')}`)
  expect(shown).toMatch(/1\. HS-\d{3}.*Cà Văn Một[\s\S]*2\. HS-\d{3}.*Cà Văn Hai/u)
  expect(await appraiser.says('3')).toContain('chưa làm gì')
  await appraiser.says(`tiếp nhận ${codes.join(', ')}`)
  const received = await appraiser.says('2')
  for (const code of codes) expect(received).toContain(`Đã tiếp nhận: ${code}`)
})

test('everything that came in is accounted for', async () => {
  await eventually(
    () =>
      (JSON.parse(world.admin('balance', '--json').stdout) as { waiting: number }).waiting === 0,
    'nothing waits',
  )
})
