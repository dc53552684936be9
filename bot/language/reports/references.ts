import type { Reading, Span } from '../writing/fold.ts'

const PAPER =
  'kh|ke hoach|qd|quyet dinh|nq|nghi quyet|cv|cong van|ttr|to trinh|tb|thong bao|ct|chi thi|nd|nghi dinh|tt|thong tu|hd|huong dan|de an|chuong trinh|luat|kl|ket luan|ctr'
const OF_DAY =
  '(?:,? ngay \\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}|,? ngay \\d{1,2} thang \\d{1,2}(?: nam \\d{4})?)?'

/** What bears a number or is named by one; none of it is a figure, nor the day of anything done. */
const REFERENCES: readonly RegExp[] = [
  // 112/KH-UBND, 06/2022/QH15, 18-NQ/TW, with the paper's own day
  new RegExp(
    `(?:\\bso:? ?)?(?<![\\d/])\\d{1,5}(?:/\\d{4})?[/-](?:kh|qd|nq|bc|ttr|cv|tb|ct|hd|nd|tt|bb|qh\\d{1,2}|kl|ctr|da|ubnd|hdnd|pnv|vp)(?:tw|lt|l)?(?:[-/][a-z]+\\d{0,2})*(?![a-z])${OF_DAY}`,
    'g',
  ),
  new RegExp(`\\b(?:${PAPER})(?: so)? \\d{1,5}(?!\\d|[.,/]\\d| ?(?:%|[a-z]))${OF_DAY}`, 'g'),
  new RegExp(`\\b(?:${PAPER}) so \\d{1,5}(?![\\d/])${OF_DAY}`, 'g'),
  // telephones, identity numbers
  /(?<![\d.,])(?:\+84|84|0)(?:[ .-]?\d){8,11}(?!\d)/g,
  /(?<![\d.,/])\d{12}(?!\d)/g,
  // "mã kích hoạt của em là 483920"
  /\bma (?:so|kich hoat|xac nhan|xac thuc|moi|dang ky|lien ket|otp|duoc cap)(?: [a-z]+){0,5}[ :]+\d{4,10}(?!\d)/g,
  // QL 1A, lớp 5B
  /\b(?:quoc lo|ql|tinh lo|duong tinh|dt)[ .]?\d{1,3}[a-z]?\b/g,
  /\blop \d{1,2}[a-h]\d?\b/g,
  /(?<![a-z])(?:https?:\/\/|www\.)\S+/g,
  // codes such as 8F3K2P
  /(?<![a-z\d])(?:[a-z]+\d+[a-z]+|\d+[a-z]+\d+[a-z]+)[a-z\d]*(?![a-z\d])/g,
  /(?<![a-z\d])[a-z]{1,4}-\d*[a-z]+\d[a-z\d]*/g,
  // invites: 4KQ7-WX2M
  /(?<![a-z\d])(?=[a-z\d-]*[a-z])(?=[a-z\d-]*\d)[a-z\d]{4}-[a-z\d]{4}(?![a-z\d])/g,
  // 1. 2) 3/ at the beginning of a line
  /(?<=^|\n) *(?:[-+*] *)?\d{1,2}(?:[.)](?!\d)|\/(?= ))/g,
  /\b(?:giai doan|nhiem ky) \d{4}(?: ?- ?\d{4})?/g,
]

/** Spans of a message whose digits name or number something: documents, telephones, roads, list marks. */
export function readReferences(folded: string): readonly Span[] {
  return REFERENCES.flatMap((pattern) =>
    [...folded.matchAll(pattern)].map((found) => ({
      start: found.index,
      end: found.index + found[0].length,
    })),
  )
}

export type PlaceMatch = Span & { readonly place: string }

const KIND = 'thon ban|thon|ban|xom|khoi pho|khoi|khu pho|khu dan cu|kdc|khu|to dan pho|tdp|to'
/** What may follow the last number of "thôn 3, 5 và 7"; anything else is counted by it. */
const LIST_GOES_ON =
  '(?![\\d/.]|,\\d| ?(?!(?:va|voi|to chuc|ra quan|tham gia|da|trao|co|o|tai|tuyen truyen|hop|phat|mo|trong|lam|don)\\b)[a-z]{2,})'
const NUMBERED = new RegExp(
  `(?<![a-z\\d]|\\b(?:moi|tung|cac|may|nhung) )(?:${KIND}) (?:so )?\\d{1,2}[a-h]?(?![\\d/.]|,\\d|[a-z]| ?%)(?<!\\b(?:can bo|truong|bi thu) (?:${KIND}) \\d{1,2}(?= (?:ng|nguoi|dong chi|luot)\\b))(?:(?: ?, ?| va | voi | & |-)(?:(?:${KIND}) )?\\d{1,2}${LIST_GOES_ON})*`,
  'g',
)
/** "Văn bản", "cán bộ" and the like begin no name. */
const NAMED =
  /(?<![a-z\d]|\d )(?<!\b(?:van|uy|can|bien|dia|phien) )(?:thon ban|thon|ban|xom|khu|khoi pho)(?= )/g
const CAPITALISED = /^(?: \p{Lu}\p{L}*){1,4}/u

function numberedPlaces(reading: Reading, masked: string): readonly PlaceMatch[] {
  return [...masked.matchAll(NUMBERED)].flatMap((found) => {
    const end = found.index + found[0].length
    const typed = reading.typed.slice(found.index, end)
    const kind = /^\D*/.exec(typed)?.[0] ?? ''
    return (typed.match(/\d+[a-zA-Z]?/g) ?? []).map((number) => ({
      ...{ start: found.index, end },
      place: kind + number,
    }))
  })
}

/** No part of a name. */
const NOT_A_NAME =
  '(?:em|toi|minh|nay|do|ta|kia|nha|da|deu|cung|van|moi|nghe|doi|truong|pho|co|khong|chua|nao|gi|the|va|voi|o|tai|cua|cho|vua|dang|duoc|hop|ra|len|lam|noi|trao|tham|tang|xom|lang nghe)'
/** What tells that a name has ended. */
const AFTER_NAME =
  '(?= (?:to chuc|ra quan|hop|da|co|tham gia|trao|tang|phat|mo|lam|ngay|hom|sang|chieu|toi|vao|voi|va|duoc|trong|don|ban|tuyen truyen|nop|bao cao|gop|xong|\\d)|,? ?\\d|[,.;:\\n)]|$)'
const LOWER_NAME = new RegExp(`^(?: (?!${NOT_A_NAME}\\b)[a-z]{2,6}){2}${AFTER_NAME}`)

/** "thon lang ngua to chuc …": two words, where nobody writes capitals and what follows is no name. */
const lowerName = (reading: Reading, after: number): string | undefined =>
  reading.marked || /\p{Lu}/u.test(reading.typed.slice(after))
    ? undefined
    : LOWER_NAME.exec(reading.folded.slice(after, after + 60))?.[0]

function namedPlaces(reading: Reading, masked: string): readonly PlaceMatch[] {
  return [...masked.matchAll(NAMED)].flatMap((found) => {
    const after = found.index + found[0].length
    const name =
      CAPITALISED.exec(reading.typed.slice(after, after + 40))?.[0] ?? lowerName(reading, after)
    if (name === undefined) return []
    const end = after + name.length
    return [{ start: found.index, end, place: reading.typed.slice(found.index, end) }]
  })
}

/** Hamlets, villages and quarters a message names, as written: "thôn 3 với thôn 7", "thôn Làng Ngũa". */
export function readPlaces(reading: Reading, masked: string): readonly PlaceMatch[] {
  return [...numberedPlaces(reading, masked), ...namedPlaces(reading, masked)].toSorted(
    (a, b) => a.start - b.start,
  )
}
