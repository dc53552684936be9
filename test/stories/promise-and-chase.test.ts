import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Phone, World } from '../support/world.ts'
import { eventually, openWorld } from '../support/world.ts'
import type { Players } from './casts.ts'
import { enter, TAN_LAP_2026 } from './casts.ts'

/** Friday, 19 June 2026: the last working day before the report is due on Saturday at 11:00. */
const DAY = '2026-06-19'
const at = (time: string): string => `${DAY}T${time}:00+07:00`

/** Who plays: a unit that promises on each channel, two silent ones, and the office on each channel. */
const CAST: Players = {
  thuong: { channel: 'zalo', code: 'TL-10' },
  uom: { channel: 'telegram', code: 'TL-05' },
  ngan: { channel: 'zalo', code: 'TL-01' },
  ruong: { channel: 'telegram', code: 'TL-17' },
  pan: { channel: 'telegram', code: 'TL-03' },
  then: { channel: 'zalo', code: 'TL-14' },
  soi: { channel: 'telegram', code: 'TL-16' },
}

let world: World
let the: (name: string) => Phone

const linesAbout = (phone: Phone, what: RegExp): readonly string[] =>
  phone.heard().filter((text) => what.test(text))

beforeAll(async () => {
  const { files } = TAN_LAP_2026
  world = await openWorld({
    processes: 'within',
    clock: at('07:20'),
    ...(files ? { campaign: files } : {}),
  })
  the = await enter(world, CAST)
}, 180_000)
afterAll(() => world.close())

describe('dialogue 5: a reminder, a promise, thanks', () => {
  test('the last working day is reminded of at the hour of the ladder', async () => {
    const reminded = ['thuong', 'uom', 'ngan']
    const before = reminded.map((name) => the(name).heard().length)
    await world.moveTo(at('07:31'))
    for (const [index, name] of reminded.entries()) {
      const reminder = await the(name).hears(before[index] ?? 0)
      expect(reminder).toMatch(/^Kính gửi/u)
      expect(reminder).toContain('Trợ lý chưa nhận được báo cáo quý II/2026')
      expect(reminder).toContain('không phát sinh')
    }
  })

  test('"vì sao?" names the duty, the rule, who set it and how it stops', async () => {
    const why = await the('uom').says('vi sao toi nhan tin nay')
    expect(why).toContain('báo cáo quý II/2026 của thôn Bản Đồn')
    expect(why).toContain('bậc ngày cuối')
    expect(why).toContain('Kế hoạch 15/KH-UBND')
    expect(why).toContain('không phát sinh')
  })

  test('a promise is noted with its hour, with marks, without, and decomposed', async () => {
    const noted = /Đã ghi nhận hẹn 15:00 hôm nay.*không nhắc thêm trước giờ đó/su
    expect(await the('thuong').says('đang họp, 3h chiều gửi nhé')).toMatch(noted)
    expect(await the('uom').says('dang hop, 3h chieu gui nhe')).toMatch(noted)
    expect(await the('uom').says('đang họp, 3h chiều gửi nhé'.normalize('NFD'))).toMatch(noted)
    expect(await the('uom').says('toi con no gi')).toContain('đã hẹn 15:00 hôm nay')
  })
})

describe('dialogue 9: the office chases', () => {
  test('the digest of the last days comes at eight', async () => {
    const before = the('then').heard().length
    await world.moveTo(at('08:01'))
    const digest = await the('then').hears(before)
    expect(digest).toMatch(/Tổng hợp ngày 19\/6\/2026/u)
    expect(digest).toMatch(/2 đã hẹn/u)
  })

  test.each([
    ['then', 'ai chưa nộp bc quý 2'],
    ['soi', 'ai chua nop bc q2'],
    ['then', 'ai chưa nộp bc quý 2'.normalize('NFD')],
  ])('%s sees who has not reported and why: "%s"', async (name, question) => {
    const list = await the(name).says(question)
    expect(list).toMatch(/Báo cáo quý II\/2026.*0\/\d+ đơn vị đã xong; chưa nhận được/u)
    expect(list).toMatch(/Đã hẹn \(2\).*thôn Bản Đồn/u)
    expect(list).toMatch(/Đã gửi tin, chưa trả lời \(3\).*thôn Nà Pàn/u)
    expect(list).toMatch(/Chưa đăng ký \(\d+\).*thôn Khuổi Lặp/u)
    expect(list).toMatch(/1.*Nhắc riêng 3 đơn vị/u)
  })

  test('the reason and the number of one unit, to the office alone', async () => {
    const unit = await the('then').says('tiến độ thôn Nà Pàn')
    expect(unit).toContain('đã gửi tin 07:3')
    expect(unit).toContain('0900000911')
    expect(await the('ngan').says('ai chưa nộp')).toContain('chưa có quyền')
  })

  test('the preview is what they will read, and only the right count sends it', async () => {
    await world.moveTo(at('11:40'))
    await the('then').says('ai chưa nộp bc q2')
    const preview = await the('then').says('2')
    expect(preview).toContain('chị Ngần (thôn Nà Pàn), 13:30 hôm nay')
    expect(preview).toContain('rất mong nhận được báo cáo quý II/2026 của thôn Nà Pàn')
    expect(preview).toContain('gửi 3')
    expect(await the('then').says('gửi 4')).toContain('Chưa gửi')
    expect(await the('then').says('gửi 3')).toMatch(
      // Whoever has had two messages today hears on the next working day.
      /Đã xếp lịch 2 tin lúc 13:30 hôm nay, 1 tin lúc 07:00 thứ Hai 22\/6\/2026/u,
    )
  })

  test('whoever reports before is not nudged, the other one hears the previewed words', async () => {
    expect(await the('ruong').says('ra quan tong ve sinh, 60 nguoi tham gia')).toContain('BC-')
    const before = the('ngan').heard().length
    await world.moveTo(at('13:31'))
    expect(await the('ngan').hears(before)).toContain('rất mong nhận được báo cáo quý II/2026')
    expect(linesAbout(the('ruong'), /rất mong/u)).toEqual([])
    expect(linesAbout(the('uom'), /rất mong/u)).toEqual([])
  })

  test('why the nudge came: the office asked for it', async () => {
    expect(await the('ngan').says('vì sao tôi nhận tin này')).toContain('đề nghị nhắc riêng')
  })

  test('the list goes out as a workbook and as a letter: a link here, a file there', async () => {
    await the('then').says('ai chưa nộp bc q2')
    expect(await the('then').says('xuất excel')).toMatch(/https?:\/\/\S+/u)
    await the('soi').says('ai chưa nộp bc q2')
    const before = the('soi').messages().length
    await the('soi').says('4')
    expect(the('soi').messages().length).toBeGreaterThan(before)
  })

  test('more time is given with a reason, and the unit is told', async () => {
    const before = the('ngan').heard().length
    const given = await the('then').says('gia hạn thôn Nà Pàn đến 25/6 vì mưa lũ')
    expect(given).toContain('11:00 thứ Năm 25/6/2026')
    expect(await the('ngan').hears(before)).toContain('mưa lũ')
    expect(await the('then').says('ai được gia hạn')).toContain('thôn Nà Pàn')
  })

  test('who asks for it is answered in words, with the reason that was asked', async () => {
    const asked = the('then').heard().length
    await the('ngan').says('xin gia hạn đến 26/6 vì nghẽn mạng')
    expect(await the('then').hears(asked)).toContain('nghẽn mạng')
    expect(await the('then').says('đồng ý gia hạn thế nào?')).not.toContain('Đã gia hạn')
    const agreed = await the('then').says('đồng ý gia hạn')
    expect(agreed).toContain('11:00 thứ Sáu 26/6/2026')
    expect(agreed).toContain('nghẽn mạng')

    const again = the('then').heard().length
    await the('uom').says('xin gia han den 26/6 vi nghen mang')
    await the('then').hears(again)
    expect(await the('then').says('không gia hạn cho thôn Bản Đồn')).toContain('hạn giữ nguyên')
  })
})

describe('dialogue 5, at the hour', () => {
  test('"không phát sinh" before the promised hour closes the duty', async () => {
    await world.moveTo(at('14:52'))
    const closed = await the('thuong').says('khong phat sinh')
    expect(closed).toContain('✅')
    expect(closed).toContain('không phát sinh')
  })

  test('the broken promise is reminded of once, the kept one not at all', async () => {
    const before = the('uom').heard().length
    await world.moveTo(at('15:01'))
    expect(await the('uom').hears(before)).toContain('Đã đến giờ hẹn')
    await world.moveTo(at('15:30'))
    await eventually(
      () => linesAbout(the('uom'), /giờ hẹn/u).length === 1,
      'the promised hour is said once',
    )
    expect(linesAbout(the('thuong'), /giờ hẹn/u)).toEqual([])
    expect(await the('then').says('tiến độ thôn Bản Đồn')).toContain(
      'đã hẹn 15:00 hôm nay, chưa nhận được',
    )
  })
})

describe('a deputy', () => {
  test('is named in one sentence, a given name that several bear is asked about', async () => {
    const taken = await the('ngan').says('nghỉ đến 22/6, anh Lưu thay')
    expect(taken).toContain('Quàng Thế Lưu')
    expect(taken).toContain('thứ Hai 22/6/2026')
    expect(await the('ngan').says('da di lam lai')).toContain('trở lại')
  })

  test('gets the whole desk on one page', async () => {
    const before = the('pan').heard().length
    const sent = await the('ngan').says('bàn giao công việc cho ông Pản')
    expect(sent).toContain('Đã gửi bảng bàn giao cho Lò Gia Pản')
    const page = await the('pan').hears(before)
    expect(page).toContain('Còn nợ')
    expect(page).toContain('đã được gia hạn')
  })
})

test('everything that came in is accounted for', async () => {
  const { stdout } = await world.admin('balance', '--json')
  expect(JSON.parse(stdout)).toMatchObject({ waiting: 0, balanced: true })
})
