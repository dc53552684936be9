import type { PersonalData } from '../../core/data-request/personal-data-store.ts'
import type { MadeFile } from '../../core/file/keep-file.ts'
import type { Official } from '../../core/official/official.ts'
import type { Unit } from '../../core/unit/unit.ts'
import { sayRole } from '../texts/account.ts'
import { sayMoment } from '../texts/moments.ts'
import { spreadsheet } from './spreadsheet.ts'

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A copy of what is held about a person, one thing a line, newest first within its kind. */
export async function personalDataSheet(
  { official, unit }: { official: Official; unit: Unit },
  { accounts, written, reports }: PersonalData,
): Promise<MadeFile> {
  const rows = [
    ['Họ tên', '', official.name],
    ['Chức vụ', '', official.position],
    ['Đơn vị', '', unit.fullName],
    ['Vai trò', '', official.roles.map(sayRole).join(', ')],
    ['Xưng hô', '', official.address],
    ...(official.phone === undefined ? [] : [['Điện thoại', '', official.phone]]),
    ...accounts.map(({ channel, linkedAt }) => ['Tài khoản', sayMoment(linkedAt), channel]),
    ...reports.map(({ code, at, text }) => [`Báo cáo ${code}`, sayMoment(at), text]),
    ...written.map(({ at, text }) => ['Tin đã nhắn', sayMoment(at), text]),
  ]
  const bytes = await spreadsheet({
    name: 'Dữ liệu cá nhân',
    title: 'Dữ liệu Trợ lý thi đua đang lưu về người nhận tệp này',
    columns: [
      { title: 'Loại', width: 40 },
      { title: 'Thời điểm', width: 50 },
      { title: 'Nội dung', width: 160 },
    ],
    rows,
  })
  return { name: 'du-lieu-ca-nhan.xlsx', mediaType: MEDIA_TYPE, bytes }
}
