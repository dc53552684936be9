import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { thoroughly } from '../support/thorough.ts'
import type { ChannelName, GroupPhone, Phone, World } from '../support/world.ts'
import { eventually, openWorld } from '../support/world.ts'
import { TAN_LAP_2026 } from './casts.ts'

/** Before the first reminder of the quarter is due, which would come in between. */
const MORNING = '2026-06-12T09:00:00+07:00'

/** "CDFG-7346" within what the bot said. */
const CODE = /[A-Z0-9]{4}-[A-Z0-9]{4}/u

describe.each(thoroughly<ChannelName[]>(['telegram'], ['telegram', 'zalo']))(
  'a group on %s',
  (channel) => {
    let world: World
    let office: Phone
    let contact: Phone
    let group: GroupPhone
    /** Linked too, until it removed the bot. */
    let left: GroupPhone | undefined
    const codeFor = async (words: string): Promise<string> =>
      CODE.exec(await office.says(words))?.[0] ?? ''

    beforeAll(async () => {
      world = await openWorld({
        processes: 'within',
        clock: MORNING,
        campaign: TAN_LAP_2026.files!,
      })
      office = await world.phone(channel, 'TL-16')
      contact = await world.phone(channel, 'TL-01')
      await office.register()
      await contact.register()
      group = contact.makesGroup()
    })
    afterAll(() => world.close())

    test('is told to write in private as long as nobody has linked it', async () => {
      expect(await group.asks('tiến độ')).toContain('nhắn riêng')
      expect(await group.asks('bao cao thang 6: ban giao 3 can nha')).toContain('nhắn riêng')
      expect(await contact.says('báo cáo của tôi')).toContain('Chưa có báo cáo nào')
    })

    test('gets its code from the office alone, once and for a cluster that exists', async () => {
      expect(await contact.says('mã nhóm')).toContain('chưa có quyền liên kết nhóm')
      expect(await office.says('ma nhom cum ngoai le')).toContain('Cụm vùng cao')
      const answer = await office.says('ma nhom cum vung cao')
      expect(answer).toMatch(CODE)
      expect(answer).toContain('Cụm vùng cao')
      expect(await office.says(CODE.exec(answer)?.[0] ?? '')).toContain('mã liên kết nhóm')
    })

    test('that shows a personal code voids it, and links nobody', async () => {
      const { stdout } = await world.admin('invites', 'issue', '--json', '--unit', 'T03')
      const invites = JSON.parse(stdout) as { code: string }[]
      expect(await group.asks(invites[0]?.code ?? '')).toContain('không dùng trong nhóm')
      const late = await world.phone(channel, 'TL-05')
      expect(await late.says(invites[0]?.code ?? '')).toContain('chưa đúng')
      expect(await group.asks('CDF7-G346')).toContain('chưa đúng')
    })

    test('is linked by a code, by nothing but that code, and only once', async () => {
      const code = await codeFor('mã nhóm cụm vùng cao')
      expect(await group.asks(code)).toMatch(/^✅.*Cụm vùng cao/u)
      expect(await group.asks(code)).toMatch(/^✅/u)
      expect(await contact.makesGroup().asks(code)).toContain('đã được dùng')
    })

    test('hears totals and thanks when it asks, and no names of people', async () => {
      expect(await group.asks('tiến độ thế nào rồi')).toContain('đã nhận 0/3 đơn vị')
      await contact.says('ngày 10/6 bàn giao 3 căn nhà')
      const answer = await group.asks('may don vi da nop roi')
      expect(answer).toContain('đã nhận 1/3 đơn vị')
      expect(answer).toContain('cảm ơn thôn Nà Pàn')
      expect(answer).not.toMatch(/Ngần|Khánh/u)
      expect(await group.asks('đề nghị khen chị Hoa')).toContain('nhắn riêng')
    })

    test('is not answered, and nothing is kept of it, unless the bot is called', async () => {
      const before = group.heard().length
      group.chats('báo cáo: bàn giao 5 căn nhà')
      expect(await group.asks('tiến độ')).toContain('1/3')
      expect(group.heard().length).toBe(before + 1)
      expect(await contact.says('báo cáo của tôi')).not.toContain('5 căn')
    })

    if (channel === 'telegram')
      test('that becomes a supergroup keeps its link, and one that removes the bot is marked', async () => {
        const another = office.makesGroup()
        expect(await another.asks(await codeFor('mã nhóm'))).toMatch(/^✅/u)
        left = another.upgrades()
        await eventually(
          async () => /đã nhận 1\/\d+ đơn vị/u.test(await left!.asks('tiến độ')),
          'the link has followed the group',
        )
        expect(await office.says('danh sách nhóm')).toContain('(2)')
        world.telegram.removeBot(Number(left.chatId), Number(office.chatId))
        await eventually(
          async () => (await office.says('danh sách nhóm')).includes('đã rời nhóm'),
          'the office sees that the bot has left',
        )
      })

    test('hears of totals at the end of the week and after the deadline, each once', async () => {
      const [before, said] = [group.heard().length, left?.heard().length]
      await world.moveTo('2026-06-19T15:01:00+07:00')
      expect(await group.hears(before)).toContain('đã nhận 1/3 đơn vị')
      await world.moveTo('2026-06-22T08:01:00+07:00')
      expect(await group.hears(before + 1)).toContain('hạn 11:00 thứ Bảy 20/6/2026')
      await world.moveTo('2026-06-22T14:01:00+07:00')
      expect(await group.asks('tiến độ')).toContain('1/3')
      expect(group.heard().length).toBe(before + 3)
      expect(left?.heard().length).toBe(said)
    })

    test('may be silenced and unlinked by the office only, there and in private', async () => {
      expect(await group.asks('tắt tin nhóm')).toContain('chưa có quyền')
      const list = await office.says('danh sách nhóm')
      expect(list).toContain('Cụm vùng cao')
      const number = /^(\d+) · .*Cụm vùng cao/mu.exec(list)?.[1] ?? ''
      expect(await office.says(`tat tin nhom ${number}`)).toContain('đã tắt tin tổng số')
      expect(await office.says(`bat tin nhom ${number}`)).toContain('đã bật tin tổng số')
      expect(await office.says('bỏ liên kết nhóm 999')).toContain('Không có nhóm 999')
      expect(await office.says(`bo lien ket nhom ${number}`)).toContain('Đã bỏ liên kết')
      expect(await group.asks('tiến độ')).toContain('nhắn riêng')
      expect(await office.says('danh sách nhóm')).not.toContain('Cụm vùng cao')
    })
  },
)
