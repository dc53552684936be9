import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ChannelName, Phone, World } from '../support/world.ts'
import { openWorld } from '../support/world.ts'

// Dialogues in an invented commune; who speaks without marks is understood as well as who decomposes them.
const TAN_LAP = join(import.meta.dirname, '..', 'fixtures', 'campaigns', 'tan-lap-2026')
const OFFICE = 'Phòng Văn hóa - Xã hội'

const unmarked = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')
const decomposed = (text: string): string => text.normalize('NFD')

/** An official of another unit for each dialogue, on each channel. */
const CASTS: Record<
  ChannelName,
  { terse: string; newcomer: string; asking: string; vague: string }
> = {
  zalo: { terse: 'TL-01', newcomer: 'TL-04', asking: 'TL-08', vague: 'TL-10' },
  telegram: { terse: 'TL-05', newcomer: 'TL-07', asking: 'TL-20', vague: 'TL-23' },
}

let world: World
let officer: Phone
beforeAll(async () => {
  world = await openWorld({
    processes: 'within',
    clock: '2026-06-10T09:14:00+07:00',
    campaign: {
      plan: join(TAN_LAP, 'plan.yaml'),
      units: join(TAN_LAP, 'units.csv'),
      officials: join(TAN_LAP, 'officials.csv'),
    },
  })
  officer = await world.phone('zalo', 'TL-14')
  await officer.register()
})
afterAll(() => world.close())

async function newPhone(channel: ChannelName, official: string): Promise<Phone> {
  const phone = await world.phone(channel, official)
  await phone.register()
  return phone
}

describe.each(['zalo', 'telegram'] as const)('on %s', (channel) => {
  const cast = CASTS[channel]

  test('1. a terse expert says it all in one message', { timeout: 60_000 }, async () => {
    const expert = await newPhone(channel, cast.terse)
    const said = 'bc xóa nhà tạm: bàn giao 3 căn, thôn 5, 8/6, 180tr xã hội hóa'
    for (const spelling of [said, unmarked(said), decomposed(said)]) {
      const receipt = await expert.says(spelling)
      expect(receipt).toMatch(/✅ Đã ghi nhận BC-\d{4}, thôn /u)
      expect(receipt).toContain('Xóa nhà tạm, nhà dột nát')
      expect(receipt).toMatch(/3 c[aă]n/u)
      expect(receipt).toContain('180.000.000 đồng')
      expect(receipt).toMatch(/th[oô]n 5/u)
      expect(receipt).toContain('08/6/2026')
      expect(receipt).toContain('nhắn "sửa …"')
      expect(receipt).toContain('ảnh gửi tiếp ngay dưới đây')
      expect(receipt.split('\n').length).toBeLessThanOrEqual(6)
    }
  })

  test(
    '2 and 3. a hesitant newcomer is led to a report, and corrects it',
    { timeout: 60_000 },
    async () => {
      const newcomer = await newPhone(channel, cast.newcomer)
      const shown = await newcomer.says('dạ em mới nhận việc, em không biết báo cáo ở đâu ạ')
      expect(shown).toContain('ngay tại đây')
      expect(shown).toContain('Ví dụ')
      expect(shown).toContain('báo cáo quý II/2026, hạn 11:00 thứ Bảy 20/6/2026')

      const asked = await newcomer.says('hôm qua bên em có trao quà cho hộ nghèo')
      expect(asked).toContain('bản nháp')
      expect(asked).toContain('09/6/2026')
      expect(asked).toContain('số suất quà')

      const receipt = await newcomer.says('khoảng 20')
      expect(receipt).toMatch(/✅ Đã ghi nhận BC-\d{4}/u)
      expect(receipt).toContain('khoảng 20 suất quà')
      expect(receipt).toContain('09/6/2026')
      expect(receipt).toContain('báo cáo đầu tiên')

      const corrected = await newcomer.says(unmarked('nhầm rồi, 25 suất chứ k phải 20'))
      expect(corrected).toMatch(/Đã sửa BC-\d{4}: suất quà khoảng 20 → 25/u)
      expect(corrected).toContain('hoàn tác')
      expect(await newcomer.says('hoàn tác')).toContain('khoảng 20 suất quà')
    },
  )

  test(
    '4. a question in the middle is answered, and the bot comes back',
    { timeout: 60_000 },
    async () => {
      const phone = await newPhone(channel, cast.asking)
      const said = 'hôm qua ra quân tổng vệ sinh tại các thôn, 60 người tham gia'
      expect(await phone.says(said)).toContain('địa bàn thực hiện')
      for (const spelling of ['hạn nộp là ngày nào vậy', unmarked('hạn nộp là ngày nào vậy')]) {
        const answer = await phone.says(spelling)
        expect(answer).toContain('hạn 11:00 thứ Bảy 20/6/2026')
        expect(answer).toMatch(/Trở lại báo cáo đang soạn: .*địa bàn thực hiện/u)
      }
      const receipt = await phone.says(decomposed('thôn 3 với thôn 7'))
      expect(receipt).toMatch(/✅ Đã ghi nhận BC-\d{4}/u)
      expect(receipt).toContain('thôn 3, thôn 7')
      expect(receipt).toContain('60 người')
    },
  )

  test(
    '8. what is not understood reaches a person in three steps',
    { timeout: 60_000 },
    async () => {
      const phone = await newPhone(channel, cast.vague)
      await phone.says('8/6 trao 20 suất quà cho hộ nghèo ở thôn 2')
      const offered = await phone.says('cái hôm trước ấy')
      expect(offered).toContain('hôm trước')
      expect(offered).toMatch(/1.*BC-\d{4}[\s\S]*Việc khác/u)

      const kept = await phone.says('ko, cái chị Lan nói')
      expect(kept).toContain('giữ nguyên tin nhắn')
      expect(kept).toContain(`${OFFICE} xem và trả lời trước 10:00 thứ Năm 11/6/2026`)
      expect(kept).toContain('0900000901')
      const code = /T-\d+/u.exec(kept)?.[0] ?? ''

      const again = await phone.says('vẫn cái đó mà')
      expect(again).not.toBe(kept)
      const other = /T-\d+/u.exec(again)?.[0] ?? ''
      expect(JSON.parse((await world.admin('balance', '--json')).stdout)).toMatchObject({
        forPerson: 2,
        balanced: true,
      })

      expect(await officer.says('tin chờ')).toContain(code)
      const opened = await officer.says('1')
      expect(opened).toContain('cái chị Lan nói')
      expect(opened).toContain('Trước đó: "cái hôm trước ấy"')
      expect(await officer.says('1')).toContain(code)
      const before = phone.heard().length
      expect(await officer.says('Danh sách hộ nghèo, gửi trước thứ Năm.')).toContain(
        'Đã gửi trả lời',
      )
      expect(await phone.hears(before)).toContain(`${OFFICE} trả lời`)
      expect(phone.heard().at(-1)).toContain('Danh sách hộ nghèo')
      expect(await officer.says(`đóng ${other}`)).toContain(`Đã đóng ${other}`)
      expect(JSON.parse((await world.admin('balance', '--json')).stdout)).toMatchObject({
        forPerson: 0,
        waiting: 0,
        balanced: true,
      })
    },
  )
})
