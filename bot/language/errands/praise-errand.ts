import { readingOf } from '../writing/fold.ts'

/** What is said about examples. Codes in the form the bot writes: HS-001, BC-0001, NG-001. */
export type PraiseErrand =
  | {
      readonly kind: 'propose'
      readonly code: string
      readonly text: string
      /** With a photo. */
      readonly photo: boolean
    }
  | { readonly kind: 'send' | 'withdraw' | 'withdraw-photo'; readonly code: string }

const PROPOSE =
  /^(?:xin |de nghi |soan )?(?:neu guong|guong dien hinh|tuyen duong)(?: dien hinh)?(?: tu| theo)? (?<kind>hs|bc) ?-? ?0*(?<n>\d{1,5})(?!\d)(?<photo>,? (?:kem|co|cung|dung)(?: theo| ca)? (?:anh|hinh)(?![a-z]))?\s*[:,-]?\s*/u
const OF_CODE =
  /^(?<does>gui|dang|phat|rut|thoi|huy) (?<photo>anh |hinh )?(?:neu guong )?ng ?-? ?0*(?<n>\d{1,5})(?: nhe| a)?[.!]?$/u
const DIGITS: Readonly<Record<string, number>> = { hs: 3, bc: 4 }

/** "nêu gương HS-001 kèm ảnh", with words of one's own behind a colon; "gửi NG-001", "rút NG-001", "rút ảnh NG-001"; undefined for any other message. */
export function readPraiseErrand(message: string): PraiseErrand | undefined {
  const { typed, folded } = readingOf(message.trim())
  const found = PROPOSE.exec(folded)
  if (found) {
    const { kind = '', n = '' } = found.groups ?? {}
    const code = `${kind.toUpperCase()}-${n.padStart(DIGITS[kind] ?? 3, '0')}`
    const photo = found.groups?.['photo'] !== undefined
    return { kind: 'propose', code, text: typed.slice(found[0].length).trim(), photo }
  }
  const { does, photo, n = '' } = OF_CODE.exec(folded)?.groups ?? {}
  if (does === undefined) return undefined
  const isSent = does === 'gui' || does === 'dang' || does === 'phat'
  const withdrawn = photo === undefined ? 'withdraw' : 'withdraw-photo'
  return { kind: isSent ? 'send' : withdrawn, code: `NG-${n.padStart(3, '0')}` }
}
