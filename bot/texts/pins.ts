/** How the PIN is asked for below what it will do; several dossiers want their count as well. */
export function sayAuthorise(what: string, count: number): string {
  const how =
    count > 1
      ? `Nhắn số hồ sơ (${count}) rồi mã PIN, ví dụ "${count} ······"`
      : 'Nhắn mã PIN của đồng chí'
  return `${what}\n${how} để thực hiện; nhắn "thôi" để dừng.`
}

export function sayCountDiffers(count: number): string {
  return `Chưa làm gì: cần nhắn số hồ sơ (${count}) rồi mã PIN. Đề nghị nhắn lại.`
}

export const ASK_SETUP =
  'Đề nghị nhắn mã một lần (8 số, do quản trị hệ thống cấp) rồi mã PIN mới (6 số) trong một tin, cách nhau bằng dấu cách. Trợ lý không lưu nội dung tin đó.'
export const PIN_SET =
  'Đã đặt mã PIN. Trợ lý hỏi mã này khi ghi quyết định, việc của Hội đồng và khi gửi tin cho nhiều người. Đề nghị xóa tin có mã trên máy của đồng chí.'
export const PIN_UNASKED =
  'Không có việc nào đang chờ mã PIN; tin vừa nhắn không được lưu nội dung. Đề nghị nhắn lại lệnh trước.'
export const STOPPED = 'Đã dừng, chưa làm gì.'
