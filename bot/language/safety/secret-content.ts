import { isQuestion } from '../intents/answers.ts'
import type { Reading } from '../writing/fold.ts'
import { readingOf } from '../writing/fold.ts'

/** Why a message must not be kept: it bears a mark of state secrecy, or shows a person's identity paper. */
export type Withheld = 'secret-mark' | 'identity-paper'

/** A word for secrecy in folded text: where it stands, and how it was typed. */
type Mark = {
  readonly start: number
  readonly end: number
  readonly typed: string
  readonly before: string
  readonly after: string
}

const MARK = /(?<![a-z\d])(?:(?:toi|tuyet) )?mat(?![a-z\d])/g
const LETTER_BY_LETTER = /(?<![a-z])m(?:[ ._*-]+)a(?:[ ._*-]+)t(?![a-z])/g

/** "mật ong", "mật khẩu", "mật độ": other words that begin alike. */
const ANOTHER_WORD_AFTER =
  /^ ?(?:ong|khau|do|ma|mia|gau|thu|thiet|danh|vu|lenh|bao(?! cao)|dam|ngot|ngu|hoa|rung|heo|lon|ca|nghi)(?![a-z])/
/** Without marks "mat" is a face, a front or an eye as well. */
const FACE_AFTER =
  /^ ?(?:tran|bang|hang|troi|duong|tien|nuoc|dat|cau|san|phang|kinh|ca|na|mui|to quoc)(?![a-z])/
/** "bảo mật", "bí mật", "thân mật": other words that end alike. */
const ANOTHER_WORD_BEFORE =
  /(?:^|[^a-z])(?:bao|bi|than|co|tui|soi|viem|nuoi|lay|duong|ong|nuoc|giai|noi|rong|cham|can|chat|nghiem|tuan|huyen|qua|(?<!cong )van|(?<!chi )thi|duc|anh|chi|ba|dong chi) $/

/** Without marks "mat" is as often lost, face, eye or cool. */
const LOST_AFTER =
  /^ ?(?:toi (?:mui|mat|tai)|roi|het|luon|tich|trang|dau|mat|nuoc|dien|tien|gio|thoi|cong|mang|song|ket|bo|han|xe|vui|sach|bang|the|so(?! \d)|cai|may|tin hieu|do|chua)(?![a-z])/

const PAPER =
  '(?:van ban|tai lieu|cong van|ho so|bao cao|ke hoach|quyet dinh|chi thi|thong bao|to trinh|giay|phieu|danh sach|noi dung|thong tin|ban|tin|de an|nghi quyet|file|tep|so lieu)'
/** "văn bản mật", "đóng dấu mật", "độ mật: mật". */
const MARKED_PAPER = new RegExp(
  `(?:^|[^a-z])(?:${PAPER}(?: nay| kia| do)?(?: la| thuoc(?: loai| dien| do)?| loai| dang| che do| co dau| dong dau| muc)?|(?:dong |co |mang )?dau(?: do)?(?: la)?|do|muc(?: do)?|loai|che do|dien|hoa toc|thuong khan|khan),? ?[:-]? ?["'(\\[]*$`,
)
/** How secrets are spoken about where none is told: laws, training, what not to do. */
const SPOKEN_ABOUT =
  /(?<![a-z])(?:tuyen truyen|(?<!(?:khong|ko|cam|han che) )pho bien|tap huan|quan triet|boi duong|hoc tap|luat|quy dinh|bao ve|quan ly|cong tac|xu ly|tieu huy|phong ngua|(?:khong|ko|dung|cam|chua)(?: duoc| nen)? (?:co|phai|chua|gui|dang|chup|dua|nhan|tiep nhan)|phan biet|the nao la)(?![a-z])/

/** A paper said to be a state secret without bearing its mark. */
const STATE_SECRET = new RegExp(
  `(?<![a-z])${PAPER}(?: [a-z]+){0,2} (?:thuoc|la|chua|co)(?: [a-z]+){0,3}? bi mat (?:nha nuoc|quan su|quoc gia)`,
)

const isUpper = (text: string) => text !== text.toLowerCase() && text === text.toUpperCase()
const OPENS = /(?:^|\n)[^\p{L}\d\n]*$/u
const OPENS_BRACKET = /["'([{<«*]\s*$/
const CLOSES = /^\s*(?:$|\n|[:.,;!)\]}>»*"'|/–-])/

function marksIn({ typed, folded }: Reading, pattern: RegExp): readonly Mark[] {
  return [...folded.matchAll(pattern)].map((found) => {
    const [start, end] = [found.index, found.index + found[0].length]
    return {
      ...{ start, end, typed: typed.slice(start, end) },
      before: folded.slice(Math.max(0, start - 60), start),
      after: folded.slice(end, end + 20),
    }
  })
}

const spells = (typed: string) => /mật$/iu.test(typed)
/** "Mắt" and "mất" are spelt; "mat" is not. */
const isSpeltOtherwise = ({ typed }: Mark) => /[à-ỹ]/i.test(typed) && !spells(typed)

const isStandingAlone = ({ before, after }: Mark) =>
  (OPENS.test(before) || OPENS_BRACKET.test(before)) && CLOSES.test(after)

/** As it is stamped: a line or a bracket of its own, or in capitals among small letters. */
function isStamp(mark: Mark, all: Reading): boolean {
  const { typed, before, after } = mark
  const upper = isUpper(typed)
  if (isStandingAlone(mark)) return upper || spells(typed) || OPENS_BRACKET.test(before)
  if (!upper || isUpper(all.typed)) return upper && spells(typed) && !ANOTHER_WORD_AFTER.test(after)
  return (
    spells(typed) ||
    (typed.includes(' ') && !LOST_AFTER.test(after)) ||
    CLOSES.test(after) ||
    MARKED_PAPER.test(before)
  )
}

/** "Tối mật", "tuyệt mật": words with one meaning, if they are not "tôi mất". */
function isDegree({ typed, before, after }: Mark): boolean {
  if (!typed.includes(' ')) return false
  if (spells(typed)) return /^(?:tối|tuyệt|toi|tuyet)/iu.test(typed)
  return /^tuyet/i.test(typed) || (MARKED_PAPER.test(before) && !LOST_AFTER.test(after))
}

const isMarkedPaper = ({ typed, before, after }: Mark) =>
  MARKED_PAPER.test(before) && (spells(typed) || !LOST_AFTER.test(after))

/** "mật ong", "mat tran"; behind "tối mật" nothing makes another word. */
function isAnotherWord(typed: string, after: string): boolean {
  if (!spells(typed)) return ANOTHER_WORD_AFTER.test(after) || FACE_AFTER.test(after)
  return !typed.includes(' ') && ANOTHER_WORD_AFTER.test(after)
}

function bearsMark(reading: Reading): boolean {
  const apart = marksIn(reading, LETTER_BY_LETTER)
  if (apart.some(({ typed }) => isUpper(typed) || /ậ/i.test(typed))) return true
  const marks = marksIn(reading, MARK)
    .filter((mark) => !isSpeltOtherwise(mark))
    .filter(({ typed, after }) => !isAnotherWord(typed, after))
    .filter(({ before }) => !ANOTHER_WORD_BEFORE.test(before))
  if (marks.some((mark) => isStamp(mark, reading))) return true
  if (SPOKEN_ABOUT.test(reading.folded) || isQuestion(reading.typed)) return false
  return (
    STATE_SECRET.test(reading.folded) || marks.some((mark) => isDegree(mark) || isMarkedPaper(mark))
  )
}

const IDENTITY_PAPER =
  /(?<![a-z])(?:cccd|can cuoc|cmnd|cmtnd|cmt|chung minh (?:thu|nhan dan|nd|cua|mat|hai mat|2 mat)|(?:giay|the|so) chung minh(?! (?:thanh|hoat|ket|viec))|giay to tuy than|ho chieu|passport|vneid|giay khai sinh)(?![a-z])/
const ONLY_PROOF_OF_PERSON = /^[^a-z]*(?:anh |gui )*chung minh[^a-z]*$/
/** A photo of work done about identity cards shows no card. */
const WORK_ABOUT =
  /(?<![a-z])(?:cap|lam(?= (?:\d+ |cac |nhung )?(?:the |lai )?(?:cccd|can cuoc|cmnd|vneid|ho chieu|dinh danh))|tuyen truyen|ra quan|van dong|huong dan|ho tro|thu nhan|luu dong|kich hoat|cai dat|dang ky|tra the|phat the|trao the|hoi nghi|buoi|luot|tap huan|de an|chien dich|ra soat|thong ke|doi tuong|mang theo|nho mang)(?![a-z])/
/** What says that the card itself is in the picture. */
const THE_CARD_ITSELF =
  /(?<![a-z])(?:mat (?:truoc|sau)|(?:hai|2) mat|cua (?:toi|em|minh|chi|anh|ong|ba|dong chi)|(?:anh|chup|ban chup|scan|ban sao|photo|gui|kem) (?:the |anh )?(?:cccd|can cuoc|cmnd|cmt|chung minh)|\d{9,12})(?![a-z])/

function showsIdentityPaper({ folded }: Reading): boolean {
  if (ONLY_PROOF_OF_PERSON.test(folded)) return true
  if (!IDENTITY_PAPER.test(folded)) return false
  return THE_CARD_ITSELF.test(folded) || !WORK_ABOUT.test(folded)
}

/**
 * Whether a message must be refused before anything of it is kept, and why: a mark of secrecy (MẬT,
 * TỐI MẬT, TUYỆT MẬT, also spaced out or without marks) in any words, or a photo or file whose caption
 * says that it shows an identity paper. "Bảo mật", "mật ong", "mất mật khẩu" and talk about the rules on
 * state secrets are ordinary. `pictured`: the words are the caption of a photo or file.
 */
export function withholdReason(text: string, pictured: boolean): Withheld | undefined {
  const reading = readingOf(text)
  if (bearsMark(reading)) return 'secret-mark'
  return pictured && showsIdentityPaper(reading) ? 'identity-paper' : undefined
}
