import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { readNoticeErrand } from '../../../../bot/language/errands/notice-errands.ts'
import { readAttachedPaper } from '../../../../bot/language/errands/attached-paper.ts'
import { readAddressed, readNoticeHead } from '../../../../bot/language/errands/notice-head.ts'

const NOW = {
  today: Temporal.PlainDate.from('2025-10-22'),
  time: Temporal.PlainTime.from('09:00'),
}

describe('what is asked about notices', () => {
  test.each([
    ['gửi thông báo: Mời treo cờ', { kind: 'compose', head: 'gửi thông báo', text: 'Mời treo cờ' }],
    [
      'gui thong bao cho cac xa luc 8:00 thu hai: mời họp 9:30',
      { kind: 'compose', head: 'gui thong bao cho cac xa luc 8:00 thu hai', text: 'mời họp 9:30' },
    ],
    [
      'Gửi tin tuyên truyền\nNgày 6/1',
      { kind: 'compose', head: 'Gửi tin tuyên truyền', text: 'Ngày 6/1' },
    ],
    [
      'mai 8h gửi giúp thông báo này cho các xã: họp',
      { kind: 'compose', head: 'mai 8h gửi giúp thông báo này cho các xã', text: 'họp' },
    ],
    ['thông báo cho các xã: họp', { kind: 'compose', head: 'thông báo cho các xã', text: 'họp' }],
    ['gửi ngay TB-003', { kind: 'hasten', code: 'TB-003' }],
    ['bỏ ảnh', { kind: 'drop-photo' }],
    ['bo anh tb 3', { kind: 'drop-photo', code: 'TB-003' }],
    ['dừng thông báo', { kind: 'stop' }],
    ['dung TB-003', { kind: 'stop', code: 'TB-003' }],
    ['gửi tiếp tb3 nhé', { kind: 'resume', code: 'TB-003' }],
    ['nhắc lại TB-12', { kind: 'remind', code: 'TB-012' }],
    ['TB-003 tới đâu?', { kind: 'status', code: 'TB-003' }],
    ['thong bao so 3 den dau roi', { kind: 'status', code: 'TB-003' }],
    ['đính chính TB-003: lùi sang 9h', { kind: 'correct', code: 'TB-003', text: 'lùi sang 9h' }],
    ['đã gửi gì cho xã Mai Sao?', { kind: 'sent-to' }],
    ['da gui gi cho xa mai sao', { kind: 'sent-to' }],
    ['đã nắm', { kind: 'acknowledge' }],
    ['em đã nắm TB-003 ạ', { kind: 'acknowledge', code: 'TB-003' }],
  ])('%j', (text, errand) => {
    expect(readNoticeErrand(text)).toEqual(errand)
    expect(readNoticeErrand(text.normalize('NFD'))?.kind).toBe(errand.kind)
  })

  test.each([
    'dừng',
    'Thực hiện thông báo 15/TB-UBND, xã đã tổ chức 3 hội nghị',
    'đã gửi thông báo đến 12 thôn: 300 người dự',
    'gửi thông báo rồi',
    'có thông báo gì mới không',
    'gửi 45',
    'nhắc lại sau',
  ])('%j is about none', (text) => {
    expect(readNoticeErrand(text)).toBeUndefined()
  })
})

describe('whom and when the words before a notice say', () => {
  test('roles, kinds, exclusions, the hour and the rhythm', () => {
    const head =
      'gửi thông báo cho đầu mối các xã, lúc 8h thứ Hai, hằng tuần, trừ xã Mai Sao và xã Vân Thủy'
    const read = readNoticeHead(head, NOW)
    const to = [{ roles: ['contact'], kinds: ['xa'], owing: false, whole: true }]
    expect(read).toMatchObject({ to, weekly: true })
    expect(read.except).toEqual(['xã Mai Sao và xã Vân Thủy'])
    expect(read.moment?.on.toString()).toBe('2025-10-27')
    expect(read.moment?.at?.toString()).toBe('08:00:00')
  })

  test('the name of a unit is no moment', () => {
    const read = readNoticeHead('gửi thông báo cho xã Mai Sao', NOW)
    expect(read.moment).toBeUndefined()
    expect(read.to).toMatchObject([{ words: 'xã Mai Sao', whole: false }])
  })

  test.each([
    ['gửi thông báo lúc 8h sáng mai cho xã Mai Sao', '2025-10-23T08:00:00', ['xã Mai Sao']],
    ['gui thong bao 8h30 sang mai cho dau moi', '2025-10-23T08:30:00', ['dau moi']],
    [
      'thông báo cho lãnh đạo các xã, thị trấn chiều thứ Hai',
      '2025-10-27T13:30:00',
      ['lãnh đạo các xã', 'thị trấn'],
    ],
    ['mai 8h gui giup thong bao nay cho cac xa', '2025-10-23T08:00:00', ['cac xa']],
    ['gửi thông báo cho các xã', undefined, ['các xã']],
    ['gui thong bao toi Mai Sao', undefined, ['Mai Sao']],
  ])('%j leaves then, to those', (head, moment, to) => {
    const read = readNoticeHead(head, NOW)
    const { on, at } = read.moment ?? {}
    expect(on && at && on.toPlainDateTime(at).toString()).toBe(moment)
    expect(read.to.map(({ words }) => words)).toEqual(to)
  })

  test.each(['lúc 25h', 'hằng ngày', 'mỗi tháng'])('%j is no moment and no rhythm', (words) => {
    expect(readNoticeHead(`gửi thông báo ${words} cho các xã`, NOW).unclear).toBe(words)
  })

  test.each([
    ['lãnh đạo các xã và thị trấn', { roles: ['head'], kinds: ['xa', 'thi-tran'], whole: true }],
    ['đầu mối 21 xã', { roles: ['contact'], kinds: ['xa'], whole: true }],
    ['các đơn vị chưa nộp báo cáo tháng 10', { owing: true, whole: true }],
    ['toàn thể anh chị em', { kinds: [], whole: true }],
    ['xã Không Có', { kinds: [], whole: false }],
    ['cụm 7', { whole: false }],
    ['đồng chí Nguyễn Văn Thử', { whole: false }],
    ['các xã họp giao ban', { kinds: ['xa'], whole: false }],
  ])('%j is for', (words, addressed) => {
    for (const typed of [words, words.normalize('NFD')])
      expect(readAddressed(typed)).toMatchObject(addressed)
  })

  test('who has not reported, and what need not be read', () => {
    const [owing] = readNoticeHead('gui thong bao cho cac don vi chua nop bao cao', NOW).to
    expect(owing).toMatchObject({ owing: true, whole: true })
    expect(readNoticeHead('gửi tin tuyên truyền', NOW).optional).toBe(true)
    expect(readNoticeHead('gửi thông báo', NOW).optional).toBe(false)
  })
})

test('a paper is read from a line of its own, and leaves the text', () => {
  const sha256 = 'ab'.repeat(32)
  const line = `Kèm: 15/KH-UBND ngày 10/6/2025, về việc treo cờ, https://example.vn/kh15.pdf, SHA-256: ${sha256}`
  expect(readAttachedPaper(`Đề nghị treo cờ.\n${line}`, NOW.today)).toEqual({
    text: 'Đề nghị treo cờ.',
    paper: {
      number: '15/KH-UBND',
      on: '2025-06-10',
      summary: 'về việc treo cờ',
      link: 'https://example.vn/kh15.pdf',
      sha256,
    },
  })
  const bare = 'Họp.\nvan ban kem: 15/kh-ubnd 10/6/2025 v/v treo co, https://example.vn/a.pdf.'
  for (const typed of [bare, bare.normalize('NFD')])
    expect(readAttachedPaper(typed, NOW.today)).toEqual({
      text: 'Họp.',
      paper: {
        number: '15/KH-UBND',
        on: '2025-06-10',
        summary: 'về việc treo co',
        link: 'https://example.vn/a.pdf',
      },
    })
  expect(readAttachedPaper('Kèm: giấy mời', NOW.today)).toEqual({ text: 'Kèm: giấy mời' })
})
