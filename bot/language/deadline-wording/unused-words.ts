import type { Reading, Span } from '../writing/fold.ts'
import { mask } from '../writing/fold.ts'

/** Words that say of the day, hour or count beside them what `relationBefore` has read. */
const BINDING =
  'truoc|sau|hoac|va|trong|den|toi|het|ke|tinh|tu|bat dau|khong|qua|muon|cham|tre|som|hon|nhat|toi da|toi thieu|it' +
  '|la|luc|vao|thoi diem|thoi gian|thoi han|han|chot|cuoi|cung|nop|gui|ngay|hom|cua|cho|ket thuc|vong|khoang|tam|dip|ky niem|le' +
  '|quoc khanh|lam viec|sang|trua|chieu|dem|thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn'

/** How often something is due, which is no day. */
const RECURRENCE: readonly RegExp[] = [
  /\b(?:moi |hang |tung |dinh ky )*(?:\d+ |mot )?(?:ngay|tuan|thang|quy|nam) (?:1|01|mot) lan\b/g,
  /\b(?:moi|hang|tung|dinh ky|thuong ky|theo)(?: hang)? (?:ngay|tuan|thang|quy|nam|6 thang|06 thang)\b/g,
]
/** What is reported on, what is remembered, and words that only look like time. */
const ABOUT_SOMETHING_ELSE: readonly RegExp[] = [
  /\b(?:ky niem|chao mung|mung|huong toi|nhan dip|lap thanh tich)[^.,;#~@]*?\d{1,2}[/-]\d{1,2}(?:[/-]\d{4})?/g,
  /\b(?:bao cao|so ket|tong ket|ket qua|so lieu|ky|dot|cong tac|nhiem vu|dinh ky)(?: [a-z]+)? (?:tuan|thang|quy|nam|0?[369] thang)\b/g,
  /\b(?:han|ngay|thoi han|dot|lan|moc|muc)(?: chot| nop| gui)? cuoi(?: cung)?\b|\bcuoi cung\b/g,
  /\bsau (?:khi|do|day)\b|\btruoc (?:mat|day|do)\b|\bngay (?=(?:sau|khi|lap tuc|cho|ve|tai|de)\b)/g,
  /(?<!\b(?:truoc|sau|tu|den|toi|ke|qua) )\bngay (?!lam viec|hom|mai|kia|mot|nua|toi|sau|truoc|nay|do)(?=[a-z]{2,} )/g,
  /\bquy (?:dinh|trinh|che|mo|chuan|hoach|doi|uoc|vi|y|co quan|don vi)\b|\blam viec(?! (?:cuoi|dau))/g,
]
/** What has been read with the day, the hour or the count that it stands beside. */
const BESIDE: readonly RegExp[] = [
  /\b(?:truoc )?nua dem\b|\btrong(?: vong)? (?:\d|mot|hai|ba|bon|nam) (?:ngay)?[ :(]*(?=#)|\btuan (?:tu )?(?:ngay )?(?=#{6,})/g,
  /\btruoc (?:ngay|buoi|dip|le|phien|ky|hoi nghi|dai hoi)(?: [a-z]+){0,5}[ ,(]*(?=#)/g,
  new RegExp(`\\b(?:(?:${BINDING})\\b[ ,:(]*)+(?=[#~@])`, 'g'),
  /(?<=[#~@][ ,(]{0,3})(?:luc )?(?:sang|trua|chieu|toi|dem|thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn|nam (?:nay|sau|toi))\b/g,
]
/** Figures that count or number something else than time. */
const OTHER_FIGURES: readonly RegExp[] = [
  /\b(?:so|dieu|khoan|muc|phan|diem|phu luc|mau|bieu|chuong|dot|lan|lan thu|phong|to|thon|khu|khoa|tieu khu|nhom|bo tieu chi|cv|qd|kh|tb|gm|cong van|quyet dinh|ke hoach|thong bao)(?: so| thu)? ?\d+[a-z]?(?![\d/])/g,
  /\b\d+(?:[.,]\d+)* ?(?:bo|ban|ho so|don vi|xa|phuong|thon|nguoi|ca nhan|tap the|dieu|trieu|ty|%|de nghi|van ban|bieu|mau|phieu|trang|nhom|muc|bao cao|guong|mo hinh|noi dung|chi tieu|tieu chi|file|ban cung|ban mem|buoi|lan|dong chi)\b/g,
  /\b(?:giai doan|nhiem ky|nam hoc|khoa) \d{4} ?- ?\d{4}\b|\b\d+ nam (?:ngay|thanh lap|quoc khanh|truyen thong|cach mang|giai phong|chien thang)\b/g,
]

/** Words that speak of time when written with their marks. */
const MARKED =
  /(?<![\p{L}\d])(?:\d+|ngày|hôm|bữa|tuần|tháng|qu[ýí]|giờ|phút|sáng|trưa|chiều|tối|đêm|mai|mốt|kia|thứ|trước|sau|cuối|giữa|tết|rằm|nghỉ|riêng(?= (?:các|đối với|xã|đơn vị|những|thị trấn|phường|thôn|khối|ngành))|làm việc|trừ|không kể|không tính|kể cả|trở (?:đi|về|lại)|đổ (?:lại|về|đi)|thay vì|thay cho|không phải|chứ không|nhầm)(?![\p{L}])/giu
/** The same where no marks are typed; what is oftener another word is left out. */
const PLAIN =
  /(?<![a-z\d])(?:\d+|ngay|hom|bua|tuan|thang|quy|gio|phut|trua|chieu|mai|kia|thu (?:hai|ba|tu|nam|sau|bay|[2-7])|truoc|sau|cuoi|giua|tet|ngay nghi|ngay le|rieng(?= (?:cac|doi voi|xa|don vi|nhung|thi tran|phuong|thon|khoi|nganh))|lam viec|khong ke|khong tinh|ke ca|tro (?:di|ve|lai)|do (?:lai|ve)|thay vi|thay cho|khong phai|chu khong|nham)(?![a-z])/g

/**
 * Words of a wording that speak of time and that no reading has made use of, as they were typed: a
 * reading that leaves some over may have missed what matters. `masked` is the folded wording with
 * all that was read hidden behind #, ~ or @.
 */
export function unusedWords({ typed, marked }: Reading, masked: string): string | undefined {
  let rest = masked
  for (const pattern of [...OTHER_FIGURES, ...BESIDE, ...RECURRENCE, ...ABOUT_SOMETHING_ELSE])
    rest = mask(rest, spans(rest, pattern), ' ')
  const isLeft = ({ start, end }: Span) =>
    /[a-z\d]/.test(rest.slice(start, end)) && rest.slice(start, end) === masked.slice(start, end)
  const left = marked ? spans(typed, MARKED).filter(isLeft) : spans(rest, PLAIN)
  const [first] = left
  const last = left.at(-1)
  return first && last && typed.slice(first.start, last.end)
}

const spans = (text: string, pattern: RegExp): readonly Span[] =>
  [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }))
