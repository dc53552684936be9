import { describe, expect, test } from 'vitest'
import { readDeskQuestion } from '../../../../bot/language/errands/desk-question.ts'
import { fold } from '../../../../bot/language/writing/fold.ts'

const ASKED: readonly (readonly [string, readonly string[]])[] = [
  [
    'reported',
    ['Xã nào nộp rồi?', 'danh sách đơn vị đã nộp báo cáo tháng 10', 'có mấy xã gửi báo cáo rồi'],
  ],
  ['unregistered', ['Bao nhiêu đơn vị đã đăng ký?', 'ai chưa kích hoạt tài khoản']],
  ['results', ['Tổng hợp kết quả tháng 10', 'kết quả quý IV toàn huyện', 'toàn huyện làm được gì']],
  [
    'people',
    ['cho xin sđt xã Vân An', 'Ai là đầu mối xã Mai Sao?', 'xã Mai Sao ai phụ trách', 'đt Mai Sao'],
  ],
  ['reports', ['xã Mai Sao làm được gì rồi', 'Mai Sao báo cáo những gì trong tháng 10?']],
  ['dossiers', ['thống kê hồ sơ khen thưởng', 'Có bao nhiêu hồ sơ được trình']],
  ['silent-file', ['xuất danh sách chưa nộp ra excel', 'danh sách chưa nộp cho ra file']],
  ['roster', ['Thêm người dùng', 'đổi số điện thoại xã Mai Sao', 'chị Hoa xã Vân An nghỉ hưu']],
]

describe.each(ASKED)('%s', (kind, wordings) => {
  test.each(wordings)('%s', (text) => {
    for (const typed of [text, text.normalize('NFD'), fold(text), text.toLocaleUpperCase('vi')])
      expect(readDeskQuestion(typed)).toEqual({ kind })
  })
})

test('a content is asked for by its number', () => {
  expect(readDeskQuestion('nội dung 1 có những xã nào làm')).toEqual({ kind: 'content', number: 1 })
  expect(readDeskQuestion('ket qua noi dung so 4')).toEqual({ kind: 'content', number: 4 })
})

test.each([
  'ai chưa nộp',
  'còn mấy xã chưa nộp',
  'danh sách chưa nộp',
  'kết quả tháng 10: 3 hội nghị, 50 người',
  'gửi kết quả tháng 10',
  'tổng hợp khó khăn tháng 11',
  'ai đã nộp hồ sơ',
  'đơn vị nào đã ban hành kế hoạch',
  'gửi thông báo: chị Hoa nghỉ hưu',
  'gia hạn cho xã Mai Sao đến 28/10',
  'tôi muốn gặp cán bộ phụ trách',
  'em chưa có gì báo cáo',
])('“%s” is none', (text) => {
  expect(readDeskQuestion(text)).toBeUndefined()
})
