import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publishAnnouncements } from '../../../../core/announcement/publish-announcements.ts'
import type { Speaker, Talk } from '../../../support/talk.ts'
import { openTalk } from '../../../support/talk.ts'

let talk: Talk
let author: Speaker
let second: Speaker
let reader: Speaker

beforeAll(async () => {
  talk = await openTalk('2025-10-20T08:00:00+07:00')
  author = await talk.speaker('zalo', 'CB-113')
  second = await talk.speaker('telegram', 'CB-109')
  reader = await talk.speaker('zalo', 'CB-025')
})
afterAll(() => talk.close())

const sweep = () => talk.memory.run((tx) => publishAnnouncements(tx, 200))
const drafts = async (): Promise<number> => (await talk.rows(`select 1 from announcement`)).length

describe('whom a notice is for', () => {
  test.each([
    ['gửi thông báo cho xã Không Có: họp', '"xã Không Có"'],
    ['gui thong bao cho xa mai sao, xa Hoang Gia: hop', '"xa Hoang Gia"'],
    ['gửi thông báo cho cụm 7: họp', '"cụm 7"'],
    ['gửi thông báo cho đồng chí Hà Bảo Dũng: họp', '"đồng chí Hà Bảo Dũng"'],
    ['gửi thông báo cho các xã trừ xã Không Có: họp', '"xã Không Có"'],
    ['gửi thông báo lúc 25h cho các xã: họp', '"lúc 25h"'],
    ['gửi thông báo ngày 19/10 cho các xã: họp', '19/10/2026'],
    ['gửi thông báo cho các xã họp giao ban', '"các xã họp giao ban"'],
  ])('is asked about where it is not sure: %j', async (words, ...said) => {
    const before = await drafts()
    await author.says(words, 'Chưa soạn', ...said)
    expect(await drafts()).toBe(before)
  })

  test.each([
    [
      'gui thong bao cho dau moi cac xa tru Mai Sao, Bang Mac: hop',
      'đầu mối của các xã; trừ xã Bằng Mạc, xã Mai Sao.',
    ],
    ['gửi thông báo cho các xã Mai Sao, Bằng Mạc: họp', 'mọi cán bộ của xã Bằng Mạc, xã Mai Sao.'],
    ['gửi thông báo cho trường và xã Mai Sao: họp', 'mọi cán bộ của các trường, xã Mai Sao.'],
    ['thông báo cho lãnh đạo các xã, thị trấn: họp', 'lãnh đạo của các xã, các thị trấn.'],
    [
      'gửi thông báo cho Phòng Văn hóa và Thông tin: họp',
      'mọi cán bộ của Phòng Văn hóa và Thông tin.',
    ],
    ['gửi thông báo: họp', 'mọi cán bộ của phong trào.'],
  ])('is told back before it leaves: %j', async (words, told) => {
    await author.says(words, `Gửi tới: ${told}`)
  })

  test('is asked anew with the whole notice where the text was asked for', async () => {
    await author.says('gửi thông báo cho Phòng Tư pháp', 'nhắn nội dung')
    const shown = await author.says('gửi thông báo cho xã Mai Sao: họp', 'Người nhận: 2')
    expect(shown).not.toContain('gửi thông báo')
  })
})

describe('what confirms it', () => {
  test.each(['ok', 'gửi đi', 'đồng ý', '2', 'dung', 'gửi 3', 'gui 3 nguoi'])(
    'is its count alone, not %j',
    async (words) => {
      await author.says(words, 'Chưa gửi', 'Nhắn "gửi 2"')
    },
  )

  test('is its count also after an aside; without the question it is shown again first', async () => {
    await author.says('hạn', 'Trở lại việc đang dở')
    await author.says('thoi', 'Đã dừng')
    await author.says('gửi 2', 'Xem trước', 'Người nhận: 2')
    await author.says('gửi 2', 'Tin bắt đầu đi ngay')
    expect(await sweep()).toBe(2)
  })
})

describe('whoever gets notices', () => {
  test('switches optional ones off and on again by a sentence, and official ones stay', async () => {
    const optional = 'gửi tin tuyên truyền cho xã Mai Sao: mời đọc'
    await talk.speaker('telegram', 'CB-026')
    await reader.says('tat tin tuyen truyen', 'Đã tắt tin tuyên truyền')
    const muted = await author.says(optional, 'Người nhận: 1')
    expect(muted).toContain('Đã tắt tin tuyên truyền: 1')
    await author.says('gửi thông báo cho xã Mai Sao: họp', 'Người nhận: 2')
    await reader.says('bat lai tin tuyen truyen', 'Đã bật lại tin tuyên truyền')
    await author.says(optional, 'Người nhận: 2')
  })

  test('is told why it came, and whether it comes again', async () => {
    const why = await reader.says('vì sao tôi nhận tin này', 'Phòng Văn hóa và Thông tin')
    expect(why).toContain('các cán bộ trong diện cơ quan chọn')
    expect(why).toContain('Mỗi thông báo gửi một lần')
  })
})

describe('a notice that does not leave at once', () => {
  test('tells when it leaves and why not before, also to whoever asks what the unit was sent', async () => {
    talk.moveTo('2025-10-20T18:00:00+07:00')
    const morning =
      'Ngoài giờ hành chính Trợ lý không nhắn cán bộ; tin đi từ 07:00 thứ Ba 21/10/2025.'
    await author.says('gửi thông báo cho xã Mai Sao: nghỉ họp')
    const said = await author.says('gửi 2', morning)
    const code = /TB-\d+/u.exec(said)?.[0] ?? ''
    expect(await sweep()).toBe(0)
    await author.says(code, 'chờ gửi: 2', morning)
    await second.says('đã gửi gì cho xã Mai Sao', `${code} chờ gửi tới 2 người. ${morning}`)
    talk.moveTo('2025-10-25T09:00:00+07:00')
    expect(await sweep()).toBe(0)
    await author.says(
      code,
      'Ngày nghỉ Trợ lý không nhắn cán bộ; tin đi từ 07:00 thứ Hai 27/10/2025.',
    )
  })

  test('at the hour that was appointed leaves sooner only by a word, and never twice', async () => {
    talk.moveTo('2025-10-28T08:00:00+07:00')
    await sweep()
    await author.says('gui thong bao luc 15h cho xa mai sao: hop', 'gửi từ 15:00 thứ Ba 28/10/2025')
    const said = await author.says('gửi 2', 'giờ đã hẹn 15:00', 'gửi ngay TB-')
    const code = /TB-\d+/u.exec(said)?.[0] ?? ''
    expect(await sweep()).toBe(0)
    await author.says(`gửi ngay ${code}`, 'không chờ giờ hẹn nữa. Tin bắt đầu đi ngay')
    expect(await sweep()).toBe(2)
    talk.moveTo('2025-10-28T15:01:00+07:00')
    expect(await sweep()).toBe(0)
    await author.says(`gửi ngay ${code}`, 'không có giờ hẹn gửi nào đang chờ')
  })

  test('waits for its second person, who is told when it leaves; declined it can be sent anew', async () => {
    talk.moveTo('2025-10-28T18:00:00+07:00')
    const count = /Người nhận: (\d+)/u.exec(await author.says('gửi thông báo: họp'))?.[1] ?? ''
    await second.listens()
    await author.says(`gửi ${count}`, 'chờ đồng chí thứ hai')
    await second.hears('đề nghị gửi')
    await author.listens()
    await second.says('chưa gửi', 'Đã ghi nhận: chưa gửi')
    const declined = await author.hears('đề nghị chưa gửi', 'để xem và gửi lại')
    const code = /TB-\d+/u.exec(declined)?.[0] ?? ''
    await author.says(code, 'Xem trước')
    await author.says(`gửi ${count}`, 'chờ đồng chí thứ hai')
    await author.listens()
    await second.says('đồng ý gửi', 'tin đi từ 07:00 thứ Tư 29/10/2025')
    await author.hears('đã đồng ý gửi', 'tin đi từ 07:00 thứ Tư 29/10/2025')
    expect((await reader.heard()).length).toBeGreaterThan(0)
  })
})
