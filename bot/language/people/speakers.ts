import type { Reading } from '../writing/fold.ts'
import { readingOf } from '../writing/fold.ts'

/** How people older than the machine call themselves, as spelt and as typed without marks. */
const ONESELF = /(?<![\p{L}\d])(?:chị|anh|bác|chú|chi|bac|chu|tui|tau)(?![\p{L}\d])/giu
/** What somebody does himself, behind his word for "I". */
const DOES =
  /^ (?:gui|nop|bao|dang|ban|muon|can|xin|khong|ko|chua|da|se|vua|moi|lam|hoi|bam|ghi|go|nham|sua|rut|de|an|ve|di|tham gia|duoc|o|con|co|khen|tim|xem|ten|thuoc|nho|doi|biet|thay|nhac|len|xuong|hop|nhan|quen|den|the nao|ra sao|la (?:ai|dau moi|can bo)|khong)(?![a-z])/
/** Behind a word for whom something is done, what may follow "me". */
const FOR =
  /(?:cho|nhac|giup|bay|voi|cua|de|biet|ho|gui lai|noi voi|hieu|phia|ben|xa|don vi|phong|thon|truong) $/
const GOES_ON =
  /^(?:\s*$| (?:so|sdt|cai|xem|voi|nhe|a|cach|file|danh sach|to trinh|bien ban|bang|ban|ke hoach|tinh hinh|bo phieu|hoi|xin|mot|vao|cong van|thong bao|nop|gui|den|duyet|tong hop|bao cao|toi|di|nha|em|oi|the nao)(?![a-z])|[.,!?])/
/** Where the machine is called "em", or nobody is. */
const CALLS_IT_EM =
  /(?<![a-z])em (?:oi|a|nhe|nhi|ne)(?![a-z])|(?:^|[ ,](?:oi|nhe|a|ha|di|vay|roi|chua|nhi|day|khong|ko|k|the|nua|dau|lam|nhieu|qua|giup|day) ?)em(?=[ .!?,]*(?:$|[.!?,]))/g

/**
 * The message as one who calls himself "tôi" would write it: "mai chị gửi em nhé" is "mai tôi gửi em
 * nhé". Who calls himself "em" means somebody else by "anh", and is left as he writes.
 */
export function asOneself(reading: Reading): Reading {
  const { typed, folded } = reading
  const rest = folded.replace(CALLS_IT_EM, ' ')
  if (/(?<![a-z])(?:em|e|toi|minh)(?![a-z])/.test(rest)) return reading
  const said = typed.replace(ONESELF, (word, at: number) => {
    const [before, after] = [
      folded.slice(0, at),
      folded.slice(at + word.length, at + word.length + 24),
    ]
    return DOES.test(after) || (FOR.test(before) && GOES_ON.test(after)) ? 'tôi' : word
  })
  return said === typed ? reading : readingOf(said)
}
