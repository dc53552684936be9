import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import {
  readCouncilCommand,
  readDecisionCommand,
  readScanCaption,
} from '../../../../bot/language/errands/council-command.ts'

const TODAY = Temporal.PlainDate.from('2025-12-10')
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null))

test.each([
  [
    'mở kỳ họp hội đồng ngày 14/12, hạn phiếu 17:00 12/12: HS-024, HS-026',
    {
      kind: 'open',
      heldOn: '2025-12-14',
      votesBy: '2025-12-12T10:00:00Z',
      codes: ['HS-024', 'HS-026'],
    },
  ],
  [
    'mo ky hop hoi dong 14/12, hoi dong 9 thanh vien',
    { kind: 'open', heldOn: '2025-12-14', votesBy: '2025-12-13T10:00:00Z', codes: [], seats: 9 },
  ],
  ['mở phiên họp HĐND ngày 14/12', null],
  ['tình hình phiếu', { kind: 'progress' }],
  ['khóa phiếu', { kind: 'close' }],
  [
    'phiếu họp HS-024: 5 đồng ý, 1 không, 2 ý kiến khác',
    { kind: 'meeting-votes', code: 'HS-024', votes: { agree: 5, disagree: 1, other: 2 } },
  ],
  ['phiếu họp HS-024', { kind: 'meeting-votes', code: 'HS-024' }],
  ['tôi không biểu quyết HS-31', { kind: 'recuse', code: 'HS-031' }],
  ['biểu quyết HS-024', { kind: 'vote', code: 'HS-024' }],
  ['biểu quyết không đồng ý HS-024', { kind: 'vote', code: 'HS-024', vote: 'disagree' }],
  ['bieu quyet dong y hs 24', { kind: 'vote', code: 'HS-024', vote: 'agree' }],
  ['chọn HS-024 đề nghị Bằng khen tỉnh', { kind: 'upward', code: 'HS-024', form: 'bang-khen' }],
  ['chọn HS-024 đề nghị lại sau', null],
  ['tổ chức 2 hội nghị', null],
])('%s', (text, command) => {
  expect(plain(readCouncilCommand(text.normalize('NFD'), TODAY))).toEqual(command)
})

test.each([
  [
    'QĐ 128/QĐ-UBND ngày 08/12/2025, HS-024, HS-026, ký Chủ tịch Nguyễn Văn Mẫu',
    {
      kind: 'record',
      number: '128/QĐ-UBND',
      signedOn: '2025-12-08',
      signer: 'Chủ tịch Nguyễn Văn Mẫu',
      codes: ['HS-024', 'HS-026'],
    },
  ],
  ['quyet dinh so 128 hs 24', { kind: 'record', number: '128', codes: ['HS-024'] }],
  ['công bố QĐ 128', { kind: 'announce', number: '128' }],
  ['công bố quyết định số 128/QĐ-UBND', { kind: 'announce', number: '128/QĐ-UBND' }],
  ['đã trao QĐ 128', { kind: 'award', number: '128' }],
  ['da trao giay khen theo QD 128/QD-UBND', { kind: 'award', number: '128/QD-UBND' }],
  ['lưu trữ QĐ 128', { kind: 'archive', number: '128' }],
  ['bỏ nhập QĐ 128', { kind: 'cancel', number: '128' }],
  [
    'hủy QĐ 128 theo QĐ 140/QĐ-UBND ngày 20/12/2025 vì kê khai chưa đúng',
    { kind: 'revoke', number: '128', by: '140/QĐ-UBND', grounds: 'kê khai chưa đúng' },
  ],
  ['hủy QĐ 128', { kind: 'revoke', number: '128' }],
  ['tuyên truyền quyết định 128 của tỉnh tới 40 người', null],
])('%s', (text, command) => {
  expect(plain(readDecisionCommand(text, TODAY))).toEqual(command)
})

test.each([
  ['QĐ 128', '128'],
  ['bản ký quyết định số 128/QĐ-UBND', '128/QĐ-UBND'],
  ['scan qd 128', '128'],
  ['QĐ 128 ngày 08/12/2025, HS-024, ký Chủ tịch', undefined],
  ['treo 128 pano', undefined],
])('below a picture, “%s” names the decision %s', (caption, number) => {
  expect(readScanCaption(caption.normalize('NFD'))).toBe(number)
})
