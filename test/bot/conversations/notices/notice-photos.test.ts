import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publishAnnouncements } from '../../../../core/announcement/publish-announcements.ts'
import { settlePhotos } from '../../../../core/announcement/settle-photos.ts'
import { askWaitingConsents } from '../../../../core/praise/propose-praise.ts'
import type { Speaker, Talk } from '../../../support/talk.ts'
import { openTalk } from '../../../support/talk.ts'

let talk: Talk
let author: Speaker
let reader: Speaker

beforeAll(async () => {
  talk = await openTalk('2025-10-20T08:00:00+07:00')
  author = await talk.speaker('telegram', 'CB-113')
  reader = await talk.speaker('zalo', 'CB-025')
})
afterAll(() => talk.close())

/** The platforms give the photos that they were asked for. */
async function photosArrive(mediaType = 'image/jpeg'): Promise<void> {
  const waiting = await talk.rows(`select id from evidence where state = 'waiting'`)
  await author.listens()
  await reader.listens()
  await talk.memory.run(async (tx) => {
    const file = { bytes: new Uint8Array([255, 216, 255]), mediaType, sha256: 'x' }
    for (const { id } of waiting) await tx.evidence.saveBytes(String(id), file)
    await settlePhotos(tx)
    await askWaitingConsents(tx)
  })
}

const sweep = () => talk.memory.run((tx) => publishAnnouncements(tx, 50))

/** How many pictures are on their way, or were sent, for that cause. */
const pictures = async (cause: string): Promise<number> => {
  const shown = `payload->>'method' in ('sendPhoto', 'sendStoredPhoto')`
  const rows = await talk.rows(`select 1 from outbox_part where ${shown} and cause = '${cause}'`)
  return rows.length
}

describe('a photo goes with a notice', () => {
  test('that is written below it, and is shown to its author when it is here', async () => {
    await author.sendsPhoto(
      'gui thong bao cho xa mai sao: mời treo cờ',
      'Zalo, ảnh, ',
      'Ảnh kèm đang được tải về',
      'Nhắn "gửi 2"',
    )
    await photosArrive()
    await author.hears('Ảnh kèm TB-001 đã tải xong', 'Nhắn "gửi 2"')
    await author.says('gửi 2', 'Đã xếp lịch gửi TB-001')
    await sweep()
    expect(await pictures('announcement')).toBe(1)
    await author.says('TB-001', 'đã gửi 0/2')
  })

  test('that asks for its text, which then may come without it', async () => {
    await author.says('gửi thông báo cho xã Mai Sao', 'nhắn nội dung')
    await author.sendsPhoto('', 'Đã nhận ảnh kèm thông báo')
    await author.says('Chỉnh trang khuôn viên', 'Zalo, ảnh, ')
    expect(await author.says('bo anh', 'Xem trước TB-002')).not.toContain('ảnh')
    await author.sendsPhoto('', 'Xem trước TB-002', 'Zalo, ảnh, ')
    await photosArrive()
    await author.hears('Ảnh kèm TB-002 đã tải xong')
    await author.says('dừng', 'Đã dừng')
    await author.says('tb 2', 'Xem trước TB-002', 'Ảnh kèm gửi đồng chí xem')
  })

  test('that is written just after it', async () => {
    await author.says('dừng')
    await author.sendsPhoto('', 'Ảnh để kèm thông báo')
    await author.says('gửi thông báo cho xã Mai Sao: họp lúc 8 giờ', 'Xem trước TB-003', 'ảnh, ')
    await author.says('gửi 2', 'Đã xếp lịch gửi TB-003')
    expect(await sweep()).toBe(0)
    await photosArrive('image/webp')
    await author.hears('TB-003 chưa gửi', 'JPEG, PNG')
    await author.sendsPhoto('TB-003', 'Xem trước TB-003', 'ảnh, ')
    await photosArrive()
    await author.says('gửi 2', 'Đã xếp lịch gửi TB-003')
    expect(await sweep()).toBe(2)
  })

  test('and a file does not, which is said', async () => {
    await author.says('gửi thông báo cho xã Mai Sao: họp lúc 9 giờ', 'Xem trước TB-004')
    const [said = ''] = await author.sends('file')
    expect(said).toContain('Trợ lý chưa kèm được tệp')
    expect(said).toContain('Xem trước TB-004')
    await author.says('dừng')
  })
})

describe('a photo of an example', () => {
  const praised = `select photo_agreed as agreed from praise order by number desc limit 1`

  test('is shown to whoever is asked, and goes out only with a consent of its own', async () => {
    await reader.says('15/10 tổ chức 2 hội nghị tuyên truyền, 120 lượt người dự', 'BC-0001')
    await author.says('nêu gương BC-1 kèm ảnh', 'không có ảnh nào dùng được')
    await reader.sendsPhoto('', 'Đã nhận ảnh cho BC-0001')
    await photosArrive()
    const before = await pictures('notice')
    await reader.listens()
    await author.says('nêu gương BC-1 kèm ảnh', 'Ảnh được hỏi ý kiến riêng')
    await reader.hears('Chỉ đồng ý nội dung, không dùng ảnh')
    expect(await pictures('notice')).toBe(before + 1)
    await reader.says('chỉ đồng ý nội dung, không dùng ảnh', 'không dùng ảnh (NG-001)')
    expect(await talk.rows(praised)).toEqual([{ agreed: false }])
    expect(await author.says('gửi NG-001', 'Xem trước')).not.toContain('ảnh, ')
    await author.sendsPhoto('', 'chỉ đi khi người ấy đồng ý')
  })

  test('waits for its bytes before anybody is asked, and can be taken back alone', async () => {
    await reader.listens()
    await author.sendsPhoto('nêu gương BC-1: Xã nhà làm tốt', 'Đã xin ý kiến')
    expect((await reader.heard()).at(-1)).not.toContain('Xã nhà làm tốt')
    await photosArrive()
    await reader.hears('Xã nhà làm tốt', 'Đồng ý cả nội dung và ảnh')
    await reader.says('đồng ý cả nội dung và ảnh', 'nêu gương kèm ảnh (NG-002)')
    await author.says('gửi NG-002', 'ảnh, ', 'Ảnh kèm gửi đồng chí xem')
    await reader.says('rút ảnh NG-002', 'Đã rút đồng ý dùng ảnh')
    expect(await author.says('gửi NG-002', 'Xem trước')).not.toContain('ảnh, ')
    await reader.says('rút NG-002', 'Đã rút đồng ý nêu gương')
    await author.says('gửi NG-002', 'chưa có đồng ý')
  })
})
