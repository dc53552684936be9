import type { PhotoState } from '../../core/report/report-store.ts'

const PEOPLE_IN_PHOTO = 'Ảnh có hình người: chỉ gửi khi người ấy đã đồng ý.'

/** Stands in a message whose channel cannot show the picture. */
export const PICTURE_NOT_SHOWN =
  '(Tin có một ảnh kèm theo mà kênh này chưa hiển thị được; ai cần ảnh, xin hỏi cơ quan gửi tin.)'

/** Below the photo of a draft, as everybody will see it. */
export function sayPhotoCame({ code, recipients }: { code: string; recipients: number }): string {
  return `Ảnh kèm ${code} đã tải xong; người nhận thấy ảnh này cùng nội dung đã xem trước. Nhắn "gửi ${recipients}" để xác nhận, "bỏ ảnh ${code}" để gửi không kèm ảnh. ${PEOPLE_IN_PHOTO}`
}

/** The notice does not leave without the photo that its author wanted. */
export function sayPhotoLost(code: string): string {
  return `${code} chưa gửi: ảnh kèm không tải được, hoặc không phải ảnh JPEG, PNG dưới 10 MB. ${sayOtherPhoto(code)}`
}

/** How to go on with a notice whose photo is lost. */
export function sayOtherPhoto(code: string): string {
  return `Đề nghị gửi lại ảnh kèm dòng chữ "${code}", hoặc nhắn "bỏ ảnh ${code}" để gửi không kèm ảnh.`
}

const STATES: Record<PhotoState, (code: string) => string> = {
  ready: (code) =>
    `Ảnh kèm gửi đồng chí xem ở tin dưới đây. ${PEOPLE_IN_PHOTO} Nhắn "bỏ ảnh ${code}" nếu không kèm.`,
  waiting: (code) =>
    `Ảnh kèm đang được tải về, Trợ lý gửi đồng chí xem ngay khi xong; tin chỉ đi khi có ảnh. Nhắn "bỏ ảnh ${code}" nếu không kèm.`,
  unusable: (code) => `Ảnh kèm không tải được. ${sayOtherPhoto(code)}`,
}

/** In the preview: whether the photo can be looked at yet, and how to do without. */
export function sayPhotoState(photo: PhotoState, code: string): string {
  return STATES[photo](code)
}

/** Beside the photo in the preview. */
export function sayShownPhoto(code: string): string {
  return `Ảnh kèm ${code}.`
}

/** More photos came than a notice takes, or what is no photo. */
export const ONE_PHOTO = 'Mỗi thông báo kèm một ảnh; Trợ lý lấy ảnh đầu tiên.'
/** To whoever may send notices and has sent a photo without a word. */
export const PHOTO_FOR_NOTICE = 'Ảnh để kèm thông báo thì nhắn "gửi thông báo …: nội dung".'
export const NO_FILE =
  'Trợ lý chưa kèm được tệp vào thông báo, vì Zalo không nhận tệp. Văn bản thì ghi một dòng "Kèm: số, ngày, về việc …, đường dẫn"; ảnh thì gửi dưới dạng ảnh.'
export const ASK_TEXT_FOR_PHOTO =
  'Đã nhận ảnh kèm thông báo. Đồng chí nhắn nội dung trong tin tiếp theo; Trợ lý cho xem trước rồi mới gửi.'
