import { readingOf } from '../writing/fold.ts'
import { lineOf } from '../writing/message-line.ts'
import { wordPatterns } from '../writing/word-pattern.ts'

/** What the office asks about its units, beside who is silent. */
export type DeskQuestion =
  | {
      readonly kind: 'reported' | 'unregistered' | 'results' | 'dossiers' | 'silent-file' | 'roster'
    }
  /** Of the unit that is named beside it. */
  | { readonly kind: 'people' | 'reports' }
  /** By the number of one of the plan's contents. */
  | { readonly kind: 'content'; readonly number: number }

const UNITS =
  '(don vi|xa|thi tran|phong ban|phong|co quan|xa thi tran|nganh|noi|cac xa|cac don vi|cac phong|nhung xa|nhung don vi)'
const WHO = `(ai|nhung ai|${UNITS} nao|nhung ${UNITS} nao|bao nhieu ${UNITS}|may ${UNITS}|cac ${UNITS}|danh sach ${UNITS}|danh sach cac ${UNITS}|nhung ${UNITS}|so ${UNITS})`
const PERIOD =
  '[thang #|quy #|quy i|quy ii|quy iii|quy iv|thang nay|thang truoc|quy nay|nam #|nam nay|ky nay|tuan nay]'
const PLEASE = '[cho|xem|toi|em|minh|xin|muon|can|biet|lai|giup|hoi]*'
const END = '[roi|a|nhe|nhi|vay|the|di|voi|giup|khong|nua|ha]*$'
const SEND = '(nop|gui|bao cao|nop bao cao|gui bao cao|hoan thanh|hoan thanh bao cao|xong)'
const PHONE = '(so dien thoai|dien thoai|sdt|dt|so may|lien he|so lien he|dau moi|can bo dau moi)'

type Asked = DeskQuestion['kind']

/** In this order: what is to be made of a list comes before the list. */
const QUESTIONS: readonly (readonly [Asked, readonly RegExp[]])[] = [
  [
    'silent-file',
    wordPatterns(`
      (xuat|in|tai|lap|ket xuat) … (chua nop|chua gui|chua bao cao|cham nop|con no)
      (chua nop|chua gui|chua bao cao) … (excel|xlsx|file|bang tinh)`),
  ],
  [
    'unregistered',
    wordPatterns(`
      ^${PLEASE} ${WHO} [con|da|chua|co|ai|duoc|moi]* (dang ky|kich hoat|vao he thong|lien ket|ket noi) [tai khoan|tro ly|zalo|telegram|chua|bot]* ${END}
      ^${PLEASE} (con|co|da co) (may|bao nhieu|nhung) ${UNITS} [nao|da|chua]* (dang ky|kich hoat|lien ket|ket noi) [tai khoan|tro ly]* ${END}
      ^${PLEASE} (ty le|ti le|tinh hinh|tien do) (dang ky|kich hoat) [tai khoan|cac don vi|cac xa|tro ly]* ${END}`),
  ],
  [
    'reported',
    wordPatterns(`
      ^${PLEASE} ${WHO} [cua] [da|duoc]* ${SEND} [bao cao] ${PERIOD} (roi|xong) ${END}
      ^${PLEASE} ${WHO} (da|da co) ${SEND} [bao cao] ${PERIOD} ${END}
      ^${PLEASE} (danh sach|liet ke) (da|${UNITS} da) ${SEND} [bao cao] ${PERIOD} ${END}
      ^${PLEASE} (da co|co) (may|bao nhieu|nhung) ${UNITS} [nao|da]* ${SEND} [bao cao] ${PERIOD} ${END}`),
  ],
  [
    'content',
    wordPatterns(`
      noi dung [so|thu] # … (ai|${UNITS} nao|nhung ${UNITS} nao|co gi|ra sao|the nao|may ${UNITS}|bao nhieu ${UNITS}|duoc gi|nhung gi|ket qua)
      (ai|${UNITS} nao|ket qua|tong hop|tong hop ket qua|ket qua thuc hien) … noi dung [so|thu] #`),
  ],
  [
    'results',
    wordPatterns(`
      ^${PLEASE} (tong hop|tong ket|ket qua|so lieu|tong so lieu) [ket qua|so lieu|thuc hien|chung|bao cao|cua|cac|xa|don vi|toan|huyen|phong trao|toan xa|toan huyen|cong viec|hoat dong]* ${PERIOD} [cua|toan|huyen|xa|cac|don vi|phong trao|chung]* [den dau|ra sao|the nao|duoc gi|nhu the nao]* ${END}
      ^${PLEASE} ${PERIOD} (toan huyen|toan xa|ca huyen|cac xa|cac don vi|cac phong) [da|lam|duoc|co|thuc hien]* (gi|nhung gi|ket qua gi) ${END}
      ^${PLEASE} (toan huyen|toan xa|ca huyen|cac xa|cac don vi) ${PERIOD} [da|lam|duoc|co|thuc hien]* (gi|nhung gi|ket qua gi) ${END}`),
  ],
  [
    'people',
    wordPatterns(`
      ^${PLEASE} ${PHONE} [cua|can bo|dong chi|dau moi|anh|chi|nguoi|phu trach|chu tich|ben]* _
      _ … (xin|cho|cho xin|cho toi|cho em) ${PHONE} ${END}
      _ … ${PHONE} (la gi|bao nhieu|the nao|ai) ${END}
      _ … (ai|can bo nao|dong chi nao) [la|dang|duoc]* (phu trach|dau moi|lam dau moi|theo doi|bao cao|lien he) ${END}
      ^${PLEASE} (ai|can bo nao|dong chi nao) [la|dang|duoc]* (phu trach|dau moi|lam dau moi) [o|cua|ben|tai]* _`),
  ],
  [
    'reports',
    wordPatterns(`
      _ … [da|co]* (lam|lam duoc|bao cao|gui|nop|thuc hien|thuc hien duoc|co) [duoc|nhung]* (gi|nhung gi|ket qua gi|bao cao gi|viec gi) [trong|o]* ${PERIOD} ${END}
      ^${PLEASE} (ket qua|tinh hinh|hoat dong) [cua|ben]* (xa|thi tran|phong|ban|hoi) _ … ${END}`),
  ],
  [
    'roster',
    wordPatterns(`
      ^${PLEASE} (them|xoa|bot|sua|doi|cap nhat|thay|thay doi|bo) [danh sach|thong tin|ten|cho]* (nguoi dung|can bo|tai khoan|so dien thoai|dien thoai|chuc vu|dau moi|lanh dao)
      (dong chi|anh|chi|ong|ba|can bo) … (chuyen cong tac|nghi huu|nghi viec|thoi viec|chuyen di|luan chuyen|dieu dong)`),
  ],
]

/** A question is short; what is longer tells something. In words. */
const LONGEST = 16

const DOSSIERS = wordPatterns(`
  ^${PLEASE} (thong ke|tong hop|so luong|tinh hinh|bao nhieu) [cac|so|chung|ve]* (ho so|ho so khen|ho so khen thuong|ho so de nghi|de nghi khen thuong|khen thuong) [khen thuong|cua|cac|don vi|xa|toan|huyen|den nay|hien nay|trong nam|nam nay]* ${END}
  ^${PLEASE} (co|da co) (may|bao nhieu) (ho so|ho so khen thuong|ho so de nghi) [duoc|da]* [trinh|nop|gui|len] ${END}`)

/** Dossiers, plans, notices and the council have questions of their own. */
const [OTHER] = wordPatterns(
  '(ho so|khen|khen thuong|de cu|ke hoach|thong bao|kho khan|vuong mac|kien nghi|bieu quyet|phieu|hoi dong|quyet dinh|anh tien do|thiep|gia han)',
)
const [NUMBERED] = wordPatterns('noi dung [so|thu] #')

/**
 * What the message asks about the units of the campaign: who has reported, who is not registered, what
 * was done, whom to call. Undefined for every other message, also for who is silent, which has an
 * intent of its own.
 */
export function readDeskQuestion(text: string): DeskQuestion | undefined {
  const line = lineOf(readingOf(text))
  if (DOSSIERS.some((words) => words.test(line))) return { kind: 'dossiers' }
  if (line.split(' ').length > LONGEST || OTHER?.test(line)) return undefined
  const kind = QUESTIONS.find(([, patterns]) => patterns.some((words) => words.test(line)))?.[0]
  if (kind !== 'content') return kind && { kind }
  const number = Number(/\d+/u.exec(NUMBERED?.exec(line)?.[0] ?? '')?.[0])
  return Number.isInteger(number) ? { kind, number } : undefined
}
