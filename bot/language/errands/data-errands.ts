import type { DataRight } from '../../../core/data-request/data-request.ts'
import { fold, readingOf } from '../writing/fold.ts'

/** What is said about a request by its code, or about all of them. Codes in the form the bot writes: YC-001. */
export type DataErrand =
  | { readonly kind: 'list' }
  | Of<'approve'>
  | Of<'finish'>
  | Of<'drop'>
  | Of<'status'>
  | (Of<'decline'> & { readonly reason: string })

type Of<K extends string> = { readonly kind: K; readonly code: string }

const CODE = '(?:yeu cau )?yc ?-? ?0*(?<n>\\d{1,5})'
const END = '(?: nhe| a| di| roi)?$'
const SAYS: readonly (readonly [Exclude<DataErrand['kind'], 'list' | 'decline'>, RegExp])[] = [
  [
    'approve',
    new RegExp(`^(?:toi )?(?:dong y|duyet|chap thuan|nhat tri)(?: voi)? ${CODE}${END}`, 'u'),
  ],
  ['finish', new RegExp(`^(?:da )?(?:xong|hoan thanh|sua xong|thuc hien xong) ${CODE}${END}`, 'u')],
  ['drop', new RegExp(`^(?:xin |toi )?(?:rut|huy|thoi|bo)(?: lai)? ${CODE}${END}`, 'u')],
  ['status', new RegExp(`^(?:xem )?${CODE}(?: (?:toi|den) dau(?: roi)?| the nao)?${END}`, 'u')],
]
const DECLINE = new RegExp(
  `^(?:tu choi|khong dong y|khong duyet|chua dong y) ${CODE}(?![\\d])\\s*(?:[:,-]|vi|do|ly do:?)?\\s*`,
  'u',
)
const LIST =
  /^(?:xem |danh sach |cac |mo )*(?:yeu cau|yc) (?:ve )?(?:du lieu|quyen du lieu|du lieu ca nhan|xoa du lieu)(?: dang cho| cho xu ly)?$/u

/** What the message does about requests for personal data; undefined for every other message. */
export function readDataErrand(text: string): DataErrand | undefined {
  const line = fold(text)
    .replace(/[?.!]+$/u, '')
    .trim()
  if (LIST.test(line)) return { kind: 'list' }
  for (const [kind, words] of SAYS) {
    const found = words.exec(line)
    if (found) return { kind, code: codeOf(found) }
  }
  const { typed, folded } = readingOf(text.trim())
  const declined = DECLINE.exec(folded)
  if (!declined) return undefined
  const reason = typed
    .slice(declined[0].length)
    .trim()
    .replace(/[.\s]+$/u, '')
  return { kind: 'decline', code: codeOf(declined), reason }
}

function codeOf(found: RegExpExecArray): string {
  return `YC-${(found.groups?.['n'] ?? '').padStart(3, '0')}`
}

const RIGHTS: readonly (readonly [DataRight, RegExp])[] = [
  ['withdraw', /\b(?:rut|thu hoi|huy|khong|khong con)\b.*\bdong y\b/u],
  ['erase', /\b(?:xoa|huy|go bo)\b/u],
  ['correct', /\b(?:sua|dinh chinh|cap nhat|thay doi|chinh sua)\b/u],
  ['view', /\b(?:xem|cho biet|ban sao|sao chep|tai|gui|cung cap|trich xuat|lay|muon biet)\b/u],
]

/** Which right over the own data a message uses; undefined where it only asks about them. `folded`: as `fold` gives it. */
export function readDataRight(folded: string): DataRight | undefined {
  return RIGHTS.find(([, words]) => words.test(folded))?.[0]
}
