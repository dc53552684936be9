import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { readDataErrand, readDataRight } from '../../../../bot/language/errands/data-errands.ts'
import { fold } from '../../../../bot/language/writing/fold.ts'
import { understand } from '../../../../bot/language/understand.ts'

const CONTEXT = {
  ...{ today: Temporal.PlainDate.from('2025-10-20'), contents: [], units: [] },
  roles: ['contact'],
}

test.each([
  ['xóa thông tin của tôi', 'erase_me', 'erase'],
  ['xoa toi khoi he thong', 'erase_me', 'erase'],
  ['cho tôi xem dữ liệu của tôi', 'privacy', 'view'],
  ['cho em xin ban sao du lieu ca nhan', 'privacy', 'view'],
  ['tôi rút lại đồng ý', 'privacy', 'withdraw'],
  ['toi khong dong y cho luu du lieu cua toi nua', 'privacy', 'withdraw'],
  ['sửa thông tin cá nhân của tôi', 'privacy', 'correct'],
  ['quyền dữ liệu', 'privacy', undefined],
  ['dữ liệu của tôi được lưu thế nào', 'privacy', undefined],
])('%s uses the right %3$s', (text, intent, right) => {
  expect(understand(text, CONTEXT)).toMatchObject({ intent, sure: true })
  expect(readDataRight(fold(text.normalize('NFD')))).toBe(right)
})

test.each([
  ['đồng ý YC-001', { kind: 'approve', code: 'YC-001' }],
  ['duyet yc 12', { kind: 'approve', code: 'YC-012' }],
  [
    'Từ chối YC-001: hồ sơ đang xét.',
    { kind: 'decline', code: 'YC-001', reason: 'hồ sơ đang xét' },
  ],
  ['tu choi yc1', { kind: 'decline', code: 'YC-001', reason: '' }],
  ['xong YC-3', { kind: 'finish', code: 'YC-003' }],
  ['rút YC-001', { kind: 'drop', code: 'YC-001' }],
  ['YC-001 tới đâu rồi', { kind: 'status', code: 'YC-001' }],
  ['yêu cầu dữ liệu', { kind: 'list' }],
])('%s is about a request', (text, errand) => {
  expect(readDataErrand(text.normalize('NFD'))).toEqual(errand)
})

test.each([
  'đồng ý HS-001',
  'yc 3 đơn vị nộp báo cáo',
  'rút BC-0001',
  'xong',
  'đồng ý',
  '12/12 ý kiến',
])('%s is about no request', (text) => {
  expect(readDataErrand(text)).toBeUndefined()
})
