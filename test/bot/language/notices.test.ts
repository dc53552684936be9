import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { readNoticeErrand } from '../../../bot/language/notice-errands.ts'
import { readAttachedPaper, readNoticeHead } from '../../../bot/language/notice-head.ts'

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
    expect(read).toMatchObject({ roles: ['contact'], kinds: ['xa'], weekly: true, owing: false })
    expect(read.to).not.toContain('Mai Sao')
    expect(read.except).toContain('xã Mai Sao và xã Vân Thủy')
    expect(read.moment?.on.toString()).toBe('2025-10-27')
    expect(read.moment?.at?.toString()).toBe('08:00:00')
  })

  test('the name of a unit is no moment', () => {
    const read = readNoticeHead('gửi thông báo cho xã Mai Sao', NOW)
    expect(read.moment).toBeUndefined()
    expect(read.to).toContain('xã Mai Sao')
  })

  test('who has not reported, and what need not be read', () => {
    expect(readNoticeHead('gui thong bao cho cac don vi chua nop bao cao', NOW).owing).toBe(true)
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
  expect(readAttachedPaper('Kèm: giấy mời', NOW.today)).toEqual({ text: 'Kèm: giấy mời' })
})
