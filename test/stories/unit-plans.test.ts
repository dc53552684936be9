import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Phone, World } from '../support/world.ts'
import { eventually, openWorld } from '../support/world.ts'
import type { Players } from './casts.ts'
import { enter } from './casts.ts'

/** A Monday. The plan names no day for the units' own plans; the office sets Thursday, 30 October. */
const START = '2025-10-20T07:45:00+07:00'
const DAY = 'đến hết thứ Năm 30/10/2025'

/** Who plays: a contact and somebody of the office on each channel, and a contact who stays silent. */
const CAST: Players = {
  maiSao: { channel: 'zalo', code: 'CB-025' },
  nhanLy: { channel: 'telegram', code: 'CB-027' },
  silent: { channel: 'telegram', code: 'CB-043' },
  appraiser: { channel: 'zalo', code: 'CB-109' },
  admin: { channel: 'telegram', code: 'CB-112' },
}

let world: World
let the: (name: string) => Phone

const hasHeard = (name: string, what: RegExp): boolean =>
  the(name)
    .heard()
    .some((text) => what.test(text))

beforeAll(async () => {
  world = await openWorld({ processes: 'within', clock: START })
  the = await enter(world, CAST)
}, 180_000)
afterAll(() => world.close())

describe('before the office has set a day', () => {
  test('the plan is owed all the same, and listed', async () => {
    expect(await the('maiSao').says('tôi còn nợ gì')).toContain('kế hoạch của đơn vị: chưa có hạn')
    expect(await the('nhanLy').says('han nao')).toContain('kế hoạch của đơn vị: chưa có hạn')
    const list = await the('admin').says('ai chua ban hanh ke hoach')
    expect(list).toMatch(/chưa có hạn.*0\/\d+ đơn vị đã ban hành.*xã Mai Sao/su)
    expect(await the('maiSao').says('ai chưa ban hành kế hoạch')).toContain('chưa có quyền')
  })

  test('only the office sets it, and only by a yes', async () => {
    expect(await the('maiSao').says('hạn ban hành kế hoạch 30/10')).toContain('chưa có quyền')
    expect(await the('appraiser').says('hạn ban hành kế hoạch 30/10')).toContain(DAY)
    expect(await the('appraiser').says('không')).toContain('giữ nguyên')
    expect(await the('admin').says('han ban hanh ke hoach 30/10')).toContain(DAY)
    expect(await the('admin').presses('Đúng')).toMatch(/✅ Đã đặt hạn.*30\/10\/2025/su)
  })
})

describe('once the day is set', () => {
  test('it is among what is due and owed', async () => {
    expect(await the('maiSao').says('hạn nào')).toContain(`kế hoạch của đơn vị: ${DAY}`)
    expect(await the('nhanLy').says('toi con no gi')).toContain(`kế hoạch của đơn vị: ${DAY}`)
  })

  test('one sentence closes it, a photo after it joins it', async () => {
    const read = await the('maiSao').says('xã Mai Sao đã ban hành KH số 15/KH-UBND ngày 10/6/2025')
    expect(read).toContain('✅ Đã ghi nhận kế hoạch của xã Mai Sao: số 15/KH-UBND')
    expect(read).toContain('ngày 10/6/2025')
    expect(read.split('\n').length).toBeLessThanOrEqual(6)
    expect(await the('maiSao').sendsPhoto()).toContain('kế hoạch 15/KH-UBND')
    expect(await the('maiSao').says('tôi còn nợ gì')).not.toContain('kế hoạch')
  })

  test('a photo before it too, without marks, the own unit implied, the day asked for', async () => {
    await the('nhanLy').sendsPhoto()
    expect(await the('nhanLy').says('da ban hanh ke hoach so 8/KH-UBND')).toContain('ngày nào')
    const read = await the('nhanLy').says('12/6')
    expect(read).toContain('kế hoạch của xã Nhân Lý: số 8/KH-UBND')
    expect(read).toContain('12/6/2025')
    expect(read).toContain('kèm theo: 1')
  })

  test('it is corrected by a sentence, and withdrawn by a yes', async () => {
    expect(await the('maiSao').says('sửa số KH thành 16')).toMatch(
      /số 16\/KH-UBND.*\n.*số 15\/KH-UBND/u,
    )
    expect(await the('nhanLy').says('sua ngay kh thanh 13/6')).toContain('13/6/2025')
    expect(await the('nhanLy').says('rut ke hoach')).toContain('Rút kế hoạch 8/KH-UBND')
    expect(await the('nhanLy').says('1')).toContain('Đã rút kế hoạch')
    expect(await the('nhanLy').says('toi con no gi')).toContain('kế hoạch của đơn vị')
  })

  test('nobody speaks for another unit but the office, which is said', async () => {
    const words = 'xã Quan Sơn đã ban hành KH số 7/KH-UBND ngày 5/6/2025 (bản giấy)'
    expect(await the('maiSao').says(words)).toContain('kế hoạch của đơn vị mình')
    const entered = await the('appraiser').says(words)
    expect(entered).toContain('kế hoạch của xã Quan Sơn: số 7/KH-UBND')
    expect(entered).toContain('nhập thay đơn vị')
  })

  test('told while a report is being written, it is not taken for what the report lacks', async () => {
    const asked = await the('silent').says('tặng quà cho các gia đình chính sách')
    expect(asked).toContain('Đã lưu bản nháp')
    const standing = await the('appraiser').says('tiến độ các đơn vị')
    expect(standing).toMatch(/đang soạn/iu)
    const read = await the('silent').says('đã ban hành KH số 9/KH-UBND ngày 1/7/2025')
    expect(read).toContain('số 9/KH-UBND')
    expect(await the('silent').says('rút kế hoạch')).toContain('Rút kế hoạch 9/KH-UBND')
    expect(await the('silent').presses('Đúng')).toContain('Đã rút kế hoạch')
  })

  test('a day of issue that is yet to come is not taken', async () => {
    expect(await the('nhanLy').says('đã ban hành KH số 8/KH-UBND ngày 30/12/2025')).toContain(
      'chưa tới',
    )
  })
})

describe('the office chases', () => {
  test('the open units are listed with why they are silent, and nudged after a preview', async () => {
    const list = await the('appraiser').says('ai chưa ban hành kế hoạch')
    expect(list).toMatch(/Kế hoạch của đơn vị .*: 2\/\d+ đơn vị đã xong; chưa nhận được/u)
    expect(list).toMatch(/Chưa nhắc \(\d+\).*xã Nhân Lý/u)
    expect(list).toMatch(/Chưa đăng ký \(\d+\)/u)
    expect(list).not.toContain('xã Mai Sao')
    expect(list).toMatch(/3.*Xuất Excel.*4.*Soạn công văn đôn đốc/su)
    expect(await the('appraiser').says('4')).toContain('Công văn đôn đốc')
    const preview = await the('appraiser').says('nhắc xã Nhân Lý ban hành kế hoạch')
    expect(preview).toContain('rất mong nhận được kế hoạch của đơn vị của xã Nhân Lý')
    expect(preview).toContain('đã ban hành KH số')
    expect(await the('appraiser').says('gửi 1')).toContain('Đã xếp lịch 1 tin')
  })

  test('the ladder reminds who still owes it, seven days before, and the digest counts it', async () => {
    await world.moveTo('2025-10-23T08:01:00+07:00')
    await eventually(
      () => hasHeard('silent', /chưa nhận được kế hoạch của đơn vị/u),
      'who owes the plan is reminded',
      60_000,
    )
    await eventually(
      () => hasHeard('appraiser', /Tổng hợp ngày.*Kế hoạch của đơn vị.*2\/\d+ đơn vị đã xong/su),
      'the digest counts the plans',
      60_000,
    )
    expect(hasHeard('maiSao', /chưa nhận được kế hoạch/u)).toBe(false)
  }, 150_000)
})

test('everything that came in is accounted for', async () => {
  const { stdout } = await world.admin('balance', '--json')
  expect(JSON.parse(stdout)).toMatchObject({ waiting: 0, balanced: true })
})
