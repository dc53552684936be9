import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ChannelName, Phone, World } from '../support/world.ts'
import { eventually, openWorld } from '../support/world.ts'
import { TAN_LAP_2026 } from './casts.ts'

const CHANNELS: readonly ChannelName[] = ['zalo', 'telegram']

let world: World
let appraiser: Phone

beforeAll(async () => {
  const { clock, files } = TAN_LAP_2026
  world = await openWorld({ clock, processes: 'within', ...(files ? { campaign: files } : {}) })
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

/** Says something and gives the answer with all of these; a reminder may come between. */
async function heard(phone: Phone, words: string, ...parts: readonly string[]): Promise<string> {
  const before = phone.heard().length
  await phone.says(words)
  await told(phone, before, ...parts)
  const fits = (text: string): boolean => parts.every((part) => text.includes(part))
  return phone.heard().slice(before).find(fits) ?? ''
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
      const report = await heard(contact, 'ngày 10/6 vận động 12 hộ hiến đất làm đường', 'BC-')
      const cited = /BC-\d{4}/u.exec(report)?.[0] ?? ''
      const nominee = index === 0 ? 'Nguyễn Thị Hoa' : 'Trần Thị Lan'
      const draft = await heard(
        contact,
        `đề nghị khen chị ${nominee}, chi hội trưởng phụ nữ thôn 3, vận động 12 hộ hiến đất làm đường`.normalize(
          'NFD',
        ),
        'Đã lập nháp',
      )
      expect(draft).toContain(`Cá nhân: ${nominee}, chi hội trưởng phụ nữ thôn 3`)
      expect(draft).toContain(`khớp ${cited}`)
      expect(draft).toContain('Trình người đứng đầu đơn vị cho ý kiến?')
      code = codeIn(draft)
    })

    test('the head agrees by one digit, which is the declaration about discipline as well', async () => {
      const before = head.heard().length
      await heard(contact, '1 ạ', 'Chờ ý kiến người đứng đầu')
      await told(head, before, code, 'Nghị định 152/2025/NĐ-CP, hiệu lực 01/7/2025')
      const [office, unit] = [appraiser.heard().length, contact.heard().length]
      const agreed = await heard(head, '1', 'Đã trình')
      expect(agreed).toContain('Đã trình, chờ tiếp nhận')
      expect(agreed).toContain('không là căn cứ để xét khen công trạng')
      await told(appraiser, office, `trình hồ sơ ${code}`)
      await told(contact, unit, code, 'Đã trình')
    })

    test('the office receives it and sends it back, point by point and with a day', async () => {
      await heard(appraiser, 'hồ sơ chờ thẩm định', code)
      await heard(appraiser, code, 'Giấy tờ còn thiếu')
      const before = contact.heard().length
      await heard(appraiser, `nhận ${code}`, 'Đã tiếp nhận', 'Thời hạn: hết thứ')
      await told(contact, before, 'Đã tiếp nhận')
      const words = `trả ${code}: 1) Danh sách 12 hộ hiến đất 2) Ảnh tuyến đường hạn 25/6`
      await heard(appraiser, words, '2 điểm cần bổ sung, hạn hết thứ Năm 25/6/2026')
      await told(contact, before, '1) Danh sách 12 hộ hiến đất')
    })

    test('the contact asks where it is, and answers one point by a photo, one by words', async () => {
      const state = await heard(contact, `hs ${Number(code.slice(3))} toi dau roi`, code)
      expect(state).toContain('Đề nghị bổ sung')
      expect(state).toContain('Cần 2 điểm, hạn hết thứ Năm 25/6/2026')
      expect(state).toContain('2) Ảnh tuyến đường')
      const photo = await contact.sendsPhoto('2')
      expect(photo).toContain(`Đã nhận 1 ảnh cho điểm 2 (${code})`)
      expect(photo).toContain('Còn điểm 1: Danh sách 12 hộ hiến đất')
      const names = '1. ông Lò Văn A, bà Quàng Thị B, ông Cà Văn C'
      // Right after the card the numbers are its points; after anything else it is asked.
      if (index === 0) await heard(contact, names, 'đã bổ sung đủ 2 điểm')
      else {
        await heard(contact, 'tôi là ai', 'xã')
        await heard(contact, names, 'phần bổ sung', 'báo cáo mới')
        await heard(contact, '1', 'cho điểm 1', 'đã bổ sung đủ 2 điểm')
      }
      const before = appraiser.heard().length
      await heard(contact, '1', `Đã gửi lại ${code}`)
      await told(appraiser, before, code)
    })

    test('a dossier with a gap is not found eligible until the paper is ticked', async () => {
      await heard(appraiser, `${code} đủ điều kiện`, 'Kết luận đủ điều kiện')
      const blocked = `Chưa kết luận đủ điều kiện ${code} được`
      await heard(appraiser, '1', blocked, 'tờ trình kèm danh sách')
      await heard(appraiser, `${code} bản giấy`, 'Giấy tờ đã đủ')
      await heard(appraiser, `${code} đủ điều kiện`, 'Kết luận đủ điều kiện')
      await heard(appraiser, '1', 'Đơn vị chưa được báo')
    })

    test('what was decided can be undone until it is told, and is not seen by the unit before', async () => {
      await heard(appraiser, '2', 'Đơn vị chưa được báo')
      await heard(contact, `${code} đến đâu rồi`, 'Đang thẩm định')
      await heard(appraiser, `hoàn tác ${code}`, 'Đã bỏ kết luận')
      await heard(appraiser, `${code} đủ điều kiện`, 'Kết luận đủ điều kiện')
      await heard(appraiser, '1', 'Đơn vị chưa được báo')
      const before = contact.heard().length
      await heard(appraiser, '1', `Đã báo đơn vị kết quả ${code}`)
      await told(contact, before, 'Đủ điều kiện')
      await heard(appraiser, `hoàn tác ${code}`, 'đã báo cho đơn vị')
    })

    test('another unit gets the same refusal for a dossier as for none', async () => {
      const other = await world.phone(channel, index === 0 ? 'TL-10' : 'TL-23')
      await other.register()
      const real = await heard(other, `${code} đến đâu rồi`, 'Không có hồ sơ')
      const none = await heard(other, 'HS-999 đến đâu rồi', 'Không có hồ sơ')
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
  const read = await heard(contact, list, 'Đọc được')
  expect(read).toContain('Đọc được 4 dòng, lập được 3 hồ sơ, để lại 1. Chưa lưu gì.')
  expect(read).toContain('trùng dòng 1')
  expect(read).toContain('chưa có thành tích')
  await heard(contact, 'hồ sơ đến đâu', 'chưa có hồ sơ')
  await heard(contact, list, 'Chưa lưu gì')
  await heard(contact, '1', 'Đã lập 3 bản nháp')
  expect(await heard(contact, list, 'để lại 4')).toMatch(/đã có HS-\d{3}/u)
})

test('several at once are shown by number, and done only when the count is typed back', async () => {
  const contact = await world.phone('zalo', 'TL-18')
  const head = await world.phone('zalo', 'TL-19')
  await contact.register()
  await head.register()
  const codes: string[] = []
  for (const name of ['Cà Văn Một', 'Cà Văn Hai']) {
    const words = `đề nghị khen anh ${name}, viên chức, góp 22 ngày công cho ${name}`
    const draft = await heard(contact, words, 'Đã lập nháp')
    codes.push(codeIn(draft))
    const before = head.heard().length
    await heard(contact, '1', 'Chờ ý kiến')
    await told(head, before, 'xin ý kiến ')
    const [office, unit] = [appraiser.heard().length, contact.heard().length]
    await heard(head, '1', 'Đã trình')
    await told(contact, unit, 'Đã trình')
    await told(appraiser, office, 'trình hồ sơ')
  }
  const shown = await heard(appraiser, `tiếp nhận ${codes.join(', ')}`, 'Tiếp nhận 2 hồ sơ')
  expect(shown).toMatch(/1\. HS-\d{3}.*Cà Văn Một[\s\S]*2\. HS-\d{3}.*Cà Văn Hai/u)
  await heard(appraiser, '3', 'chưa làm gì')
  await heard(appraiser, `tiếp nhận ${codes.join(', ')}`, 'Tiếp nhận 2 hồ sơ')
  const received = await heard(appraiser, '2', 'Đã tiếp nhận')
  for (const code of codes) expect(received).toContain(`Đã tiếp nhận: ${code}`)
})

test('the office sets how votes count and who signs, and wrong words change nothing', async () => {
  const rule = ['--base', 'present', '--threshold', '90', '--quorum', '80']
  const set = await world.admin('council', 'rule', ...rule, '--source', 'Quy chế 5/QC-HĐ', '--json')
  expect(JSON.parse(set.stdout)).toMatchObject({
    rule: { base: 'present', threshold: 90, over: false, quorum: 80, source: 'Quy chế 5/QC-HĐ' },
  })
  const wrong = await world.admin('council', 'rule', '--base', 'nobody', '--threshold', '90')
  expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining('council rule')])
  const who = ['--position', 'Chủ tịch UBND xã', '--name', 'Lò Văn Mẫu', '--from', '2026-01-01']
  expect((await world.admin('signers', 'add', ...who)).stdout).toContain('Lò Văn Mẫu')
  const late = await world.admin('signers', 'add', ...who.slice(0, 4), '--to', '30/6/2026')
  expect([late.code, late.stderr]).toEqual([1, expect.stringContaining('yyyy-mm-dd')])
})

test('an award is traced by the name of its nominee, and the trail holds', async () => {
  const { code, stdout } = await world.admin('audit', 'trace', 'nguyen thi hoa', '--json')
  const { traces, holds } = JSON.parse(stdout) as {
    traces: { steps: { kind: string; inbox: string[] }[] }[]
    holds: boolean
  }
  expect([code, holds, traces.length]).toEqual([0, true, 1])
  expect(traces[0]?.steps.at(-1)).toMatchObject({
    kind: 'report-submitted',
    inbox: [expect.stringMatching(/^\d+$/u)],
  })
  expect((await world.admin('audit', 'trace', 'không ai cả')).code).not.toBe(0)
})

test('everything that came in is accounted for', async () => {
  const waiting = async (): Promise<number> => {
    const { stdout } = await world.admin('balance', '--json')
    return (JSON.parse(stdout) as { waiting: number }).waiting
  }
  await eventually(async () => (await waiting()) === 0, 'nothing waits')
})
