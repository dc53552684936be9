import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Speaker, Talk } from '../../../support/talk.ts'
import { openTalk } from '../../../support/talk.ts'

/** Mai Sao has registered and reported, no other unit has. */
let talk: Talk
let office: Speaker
let commune: Speaker
beforeEach(async () => {
  talk = await openTalk('2025-10-20T09:00:00+07:00')
  office = await talk.speaker('zalo', 'CB-109')
  commune = await talk.speaker('telegram', 'CB-025')
  await commune.says('15/10 to chuc 2 buoi tuyen truyen bau cu quoc hoi, 45 nguoi du', 'BC-0001')
})
afterEach(() => talk.close())

test('who has reported is told with the codes, and who has not is one sentence away', async () => {
  for (const asked of ['xa nao gui bao cao roi', 'danh sách đơn vị đã nộp', 'ai nop roi'])
    await office.says(asked, '1/54 đơn vị đã xong: xã Mai Sao (BC-0001)', 'ai chưa nộp')
  await office.says('ai chua nop', 'chưa nhận được 53')
})

test('what was done is told content by content, with its reports', async () => {
  for (const asked of ['tong hop thang 10', 'kết quả tháng 10 toàn huyện'])
    await office.says(
      asked,
      'Kết quả tháng 10/2025 (1/54',
      'BC-0001',
      '2 buổi tuyên truyền · 45 người dự',
    )
  await office.says('tổng hợp tháng 9', 'Chưa có kết quả nào của tháng 9/2025')
})

test('a content is followed to the units that worked on it', async () => {
  await office.says('nội dung 1 có những xã nào làm', 'Nội dung 1', 'xã Mai Sao (BC-0001)')
  await office.says('ket qua noi dung 4', 'Nội dung 4', 'chưa có báo cáo nào')
})

test('who is not registered is counted and named', async () => {
  for (const asked of ['bao nhieu don vi da dang ky', 'xã nào chưa đăng ký'])
    await office.says(asked, 'Đã có người đăng ký: 1/54', 'Chưa có (53)', 'xã Vân An')
})

test('the people of a unit are told with telephone and channel', async () => {
  for (const asked of ['so dien thoai xa mai sao', 'xã Mai Sao ai phụ trách', 'sđt cán bộ mai sao'])
    await office.says(asked, 'Hà Bảo Dũng', '0900000013', 'đã đăng ký Telegram')
})

test('the reports of a unit are found by what it did, by its code alone one of them', async () => {
  await office.says('mai sao lam gi trong thang 10', 'Báo cáo của xã Mai Sao', 'BC-0001')
  await office.says('BC-0001', 'BC-0001, xã Mai Sao, tháng 10/2025', 'tuyen truyen bau cu')
  await commune.says('bc-0001', 'BC-0001, xã Mai Sao, tháng 10/2025')
})

test('the list of silent units is made as a file by name, too', async () => {
  await office.says('xuất danh sách chưa nộp ra excel', '53 đơn vị')
})

test('a change of people is told where it belongs', async () => {
  await office.says('đồng chí Dũng xã Mai Sao chuyển công tác', 'quản trị hệ thống')
})

test('a unit is told nothing of others', async () => {
  for (const asked of ['tổng hợp tháng 10 toàn huyện', 'số điện thoại xã Vân An']) {
    await commune.listens()
    expect(await commune.says(asked)).not.toMatch(/0900|Kết quả tháng 10/u)
  }
})

test('more time is about what was named, and a day too early is refused before the reason', async () => {
  await office.says('gia hạn báo cáo cho xã Mai Sao đến 28/10', 'không còn việc nào đang chờ')
  await office.says('gia han ho so cho xa Mai Sao den 28/10', '31/12/2025')
  await office.says('gia hạn báo cáo cho xã Vân An đến 28/10', 'lý do')
})

test('a digit is no achievement, a unit is written as it is called, and what waits is said again', async () => {
  const draft = await commune.says('de xuat khen thuong tap the xa mai sao', 'Xã Mai Sao')
  expect(draft).toContain('thành tích tiêu biểu')
  await commune.says('1', 'thành tích tiêu biểu')
  await commune.says('ly do: van dong 12 ho hien dat lam duong', 'Thành tích: van dong 12 ho')
  await commune.says('ok nhe', 'Đang chờ đồng chí: trình hồ sơ', '1 = Trình ngay; 2 = Để sau')
})

test('more time is asked for by days, and a head who asks what to sign is shown what waits', async () => {
  const head = await talk.speaker('zalo', 'CB-026')
  await head.says('ho so nao cho toi ky', 'không có hồ sơ nào chờ đồng chí cho ý kiến')
  const asking = await talk.speaker('zalo', 'CB-039')
  await asking.says('xin lui han bao cao 3 ngay vi mat dien', 'Phòng Nội vụ', '28/10/2025')
})

test('a question is never stored as a report', async () => {
  for (const asked of ['báo cáo này thuộc nội dung nào', 'báo cáo thì cần ghi gì'])
    expect(await commune.says(asked)).not.toContain('Đã ghi nhận')
  await commune.says('thang nay xa khong co hoi nghi nao, chi treo 3 bang ron', 'Đã ghi nhận')
})

test('what follows an announced period is of that period, and nothing new only where nothing is', async () => {
  await commune.says('khong phat sinh', 'Đơn vị đã có báo cáo tháng 10/2025')
  await commune.says('gửi báo cáo tháng 9', 'báo cáo tháng 9/2025')
  await commune.says('khong phat sinh', 'Đã ghi nhận', 'tháng 9/2025')
  talk.moveTo('2025-10-20T10:30:00+07:00')
  await commune.says('gui bao cao thang 9', 'báo cáo tháng 9/2025')
  talk.moveTo('2025-10-20T13:30:00+07:00')
  await commune.says('treo 5 bang ron tuyen truyen', 'Đã ghi nhận', 'tháng 10/2025')
})

test('a head who asks where a dossier is, and for whom it waits, is asked at once; the office counts', async () => {
  const head = await talk.speaker('zalo', 'CB-026')
  await commune.says(
    'đề nghị khen đồng chí Hoàng Văn Thử, Bí thư Đoàn xã, đã vận động 40 thanh niên hiến máu',
    'HS-001',
  )
  await commune.says('1', 'Chờ ý kiến người đứng đầu')
  await office.says('thong ke ho so khen thuong', 'Chưa có hồ sơ')
  for (const asked of ['hs nao cho y kien', 'hồ sơ đến đâu rồi', 'hs-001'])
    await head.says(asked, 'HS-001 xin ý kiến đồng chí', '1. Đồng ý trình')
  await head.says('1', 'HS-001')
  await office.says('thong ke ho so khen thuong', 'Hồ sơ đề nghị khen thưởng: 1')
  await office.says('HS-001 thiếu xác nhận của công an, đề nghị bổ sung', 'trả HS-001: 1)')
})
