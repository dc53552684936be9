import { decisionIn } from './heard.ts'
import type { Heard } from './heard.ts'
import { readingOf } from '../writing/fold.ts'
import { lineOf } from '../writing/message-line.ts'
import type { Intent } from '../understanding.ts'

const CLAUSE_ENDS = /[,;!\n]+|\.(?!\d)|\s[-–—]\s/u
const CODE = '(?:ho so )?(?:so )?\\d{1,5}'

/** What may be said before a decision without turning it: that the dossier was read, and how it was found. */
const FOUND_GOOD = new RegExp(
  `^(?=.*(?<!\\S)(?:roi|xong|ky|du|day du|tot|on|dat|hop le|dung|ro|dam bao|bao dam|phu hop|xung dang|nhat tri|dong y|thong nhat|tu cach|sau khi|ok|oke|khong co gi)(?!\\S))(?:(?:da|vang|ok|oke|em|toi|minh|vua|moi|xem|doc|kiem tra|ra soat|nghien cuu|doi chieu|ky|lai|xong|roi|thay|ho so|truong hop|nay|cua|${CODE}|giay to|thanh phan|thanh tich|minh chung|noi dung|tieu chuan|dieu kien|deu|rat|kha|day du|du|het|tat ca|tot|on|dat|hop le|hop ly|ro rang|ro|dung (?:roi|quy dinh|mau|doi tuong|theo)|chinh xac|xung dang|khong co gi|vuong mac|nua|thi|va|bot|tro ly|oi|nhe|a|dam bao|bao dam|quy dinh|theo|phu hop|dap ung|yeu cau|tieu chi|hoan chinh|hoan thien|chat luong|voi|nhat tri|dong y|thong nhat|y kien|de nghi(?= (?:cua|khen|nay))|tham dinh|to trinh|phong|noi vu|xa|don vi|sau khi|qua|xem xet|voi tu cach(?: (?:la|uy vien|thanh vien|thu ky|hoi dong|chuyen vien|chu tich))+|minh) ?)+$`,
)
/** What may be said before a return or a refusal: what the dossier lacks. */
const FOUND_WANTING = new RegExp(
  `^(?:(?:da|vang|ok|em|toi|minh|vua|moi|xem|doc|kiem tra|ra soat|ky|lai|xong|roi|thay|ho so|truong hop|nay|cua|${CODE}|con|chua|khong|thieu|sai|loi|lech|can|phai|duyet|trinh|dat|du|duoc|day du|hop le|khop|ro|ro rang|so sai|chung chung|so lieu|so|giay to|thanh phan|thanh tich|bao cao|minh chung|anh|chu ky|dau|con dau|xac nhan|bien ban|danh sach|to trinh|noi dung|phan|muc|nhieu|qua|rat|mot so|vai|cho|thi|nen|va|a|nhe|yeu cau|tieu chuan|dieu kien|quy dinh|theo|dung|mau) ?)+$`,
)
/** What may be said before something is given up. */
const GIVEN_UP =
  /^(?:(?:da|a|ma|oi|xin loi|toi|em|minh|anh|chi|bac|de do|de day|nham|lam|lon|roi|thoi|khong|ko|nua|bam|nhan|go|gui|nop|nhap|lam|ghi|can|muon|viec nay|cai nay|quen|chet) ?)+$/
/** A reason told behind a withdrawal or a refusal, about somebody or something. */
const REASON =
  /^(?:vi|do|tai|boi|anh|chi|ong|ba|co|chu|bac|dong chi|ca nhan|tap the|nguoi|nguoi nay|xa|don vi|em|ben|trung|ho so|truong hop|thanh tich|da|vua|chua du|chua dat|khong du|thieu|bi|dang bi|co don|khong \S+|chua \S+)\b/
/** What makes another thing of it: a condition, a question, a second thought. */
const TURNS =
  /(?<!\S)(?:neu|khi|bao gio|sao|nao|gi|may|khoan|thoi|dung (?:duyet|rut|huy|loai|bac|tu choi|voi|lam)|hay la|hoac|de toi|de em|hoi|khong biet|khong ro|chua biet|chua ro|chua chac|khong chac|khong phai|duoc khong|nhe anh|nhe chi|co duoc)(?!\S)/
const COURTESY =
  /^(?:(?:cam on|nhe|em|anh|chi|dong chi|tro ly|nhieu|a|da|vang|ok|oi|giup|voi|xin) ?)+$/

/** The same told before it. */
const WHY_BEFORE = /^(?:do|vi|boi vi|tai|xa|don vi|phong|ben em|ben toi|chi bo|tap the)\b/

const GIVES_A_REASON: ReadonlySet<Intent> = new Set<Intent>(['withdraw_nomination', 'reject'])

/**
 * The decision that one clause of a message is, word for word, where all the others only lead to it or
 * give its reason: "xem kỹ thấy đủ rồi, duyệt HS-016", "rút đề cử anh Thắng nhé, anh ấy chuyển công
 * tác". Nothing where a clause may turn it.
 */
export function decisionInClauses(heard: Heard): Intent | undefined {
  const clauses = heard.reading.typed
    .split(CLAUSE_ENDS)
    .map((typed) => readingOf(typed))
    .map((reading) => ({ ...heard, reading, line: lineOf(reading) }))
    .filter(({ line }) => line !== '')
  if (clauses.length < 2 || clauses.length > 4) return undefined
  const at = clauses.findIndex((clause) => decisionIn(clause) !== undefined)
  const clause = clauses[at]
  const decision = clause && decisionIn(clause)
  if (decision === undefined) return undefined
  const before = clauses.slice(0, at).every(({ line }) => leadsTo(decision, line))
  const after = clauses
    .slice(at + 1)
    .every((one) => isBeside(one.line, decision) || decisionIn(one) === decision)
  return before && after ? decision : undefined
}

function leadsTo(decision: Intent, line: string): boolean {
  if (decision === 'cancel') return GIVEN_UP.test(line)
  if (FOUND_GOOD.test(line)) return true
  if (GIVES_A_REASON.has(decision) && WHY_BEFORE.test(line)) return !TURNS.test(line)
  return (decision === 'reject' || decision === 'return_for_revision') && FOUND_WANTING.test(line)
}

function isBeside(line: string, decision: Intent): boolean {
  if (COURTESY.test(line)) return true
  return GIVES_A_REASON.has(decision) && REASON.test(line) && !TURNS.test(line)
}
