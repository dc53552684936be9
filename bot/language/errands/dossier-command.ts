import type { AppraisalAct } from '../../../core/conversation/conversation.ts'
import type { DossierPart } from '../../../core/dossier/dossier.ts'
import type { HoldCategory } from '../../../core/nomination/history.ts'
import type { Temporal } from 'temporal-polyfill'
import { lastDayOf, readDates } from '../dates/dates.ts'
import type { Reading } from '../writing/fold.ts'
import { fold, readingOf } from '../writing/fold.ts'

/** What an official does with dossiers that are named by their codes. */
export type DossierCommand =
  | {
      readonly kind: 'act'
      readonly act: AppraisalAct
      readonly codes: readonly string[]
      /** What stands behind it, in the officer's own words. */
      readonly words: string
    }
  | { readonly kind: 'tell'; readonly codes: readonly string[] }
  | { readonly kind: 'checklist' | 'compare' | 'card' | 'transfer'; readonly code: string }
  | {
      readonly kind: 'check'
      readonly code: string
      readonly criterion: number
      readonly met: boolean
    }
  | { readonly kind: 'paper'; readonly code: string; readonly parts: readonly DossierPart[] }
  | {
      readonly kind: 'point'
      readonly code?: string
      readonly point: number
      readonly words: string
    }
  | { readonly kind: 'resubmit'; readonly code?: string }

/** A dossier's code in folded text, and several of them. */
export const CODE = String.raw`(?:h\s?s|ho so)(?:\s*(?:so|-|:))?\s*\d{1,5}`
export const CODES = String.raw`(?<codes>${CODE}(?:\s*(?:,|;|va|\s)\s*(?:${CODE}|\d{1,5}(?!\s*[).\d/])))*)`
const ONE = `(?<codes>${CODE})`
const BECAUSE = String.raw`(?:\s*[:,.-]\s*|\s+(?:vi|do|ly do|boi vi)\s*:?\s+|\s+)`
const END = String.raw`(?:\s+(?:a|nhe|nha|roi))*\s*[.!]*\s*$`
const START = String.raw`^\s*(?:(?:da|toi|em|xin|de nghi|ket luan)\s+)*?`

type Reader = readonly [RegExp, (found: Found) => DossierCommand]
type Found = { readonly codes: readonly string[]; readonly groups: Groups; readonly words: string }
type Groups = Readonly<Record<string, string | undefined>>

const act =
  (name: AppraisalAct) =>
  ({ codes, words }: Found): DossierCommand => ({ kind: 'act', act: name, codes, words })
const first = ({ codes }: Found): string => codes[0] ?? ''
const pattern = (source: string): RegExp => new RegExp(source, 'u')

/** The first that fits counts; each wants a dossier's code, so that no report is taken for a command. */
const READERS: readonly Reader[] = [
  [
    pattern(`${START}(?:tra lai|tra ve|tra)(?: ho so)? ${CODES}(?:${BECAUSE}(?<words>.+))?$`),
    act('return'),
  ],
  [
    pattern(`${START}${CODES} (?:tra lai|tra ve|can bo sung)(?:${BECAUSE}(?<words>.+))?$`),
    act('return'),
  ],
  [
    pattern(
      `${START}${CODES} (?:khong|chua|ko) du (?:dieu kien|dk|tieu chuan)(?:${BECAUSE}(?<words>.+))?$`,
    ),
    act('find-ineligible'),
  ],
  [pattern(`${START}${CODES} (?:khong|ko) du${BECAUSE}(?<words>.+)$`), act('find-ineligible')],
  [pattern(`${START}${CODES} (?:du dieu kien|du dk)${END}`), act('find-eligible')],
  [pattern(`${START}du dieu kien ${CODES}${END}`), act('find-eligible')],
  [pattern(`${START}(?:tiep nhan|nhan du|nhan)(?: ho so)? ${CODES}${END}`), act('receive')],
  [pattern(`${START}tam dung ${CODES}(?:${BECAUSE}(?<words>.+))?$`), act('hold')],
  [pattern(`${START}(?:xu ly tiep|tiep tuc|bo tam dung)(?: xu ly)? ${CODES}${END}`), act('resume')],
  [
    pattern(`${START}(?:hoan tac|xem lai|bo ket luan)(?: ket luan)? ${CODES}${END}`),
    act('reconsider'),
  ],
  [
    pattern(`${START}trao(?: (?:khen )?thuong| giay khen| bang khen)? ${CODES}${END}`),
    act('award'),
  ],
  [pattern(`${START}${CODES} da (?:duoc )?trao(?: (?:khen )?thuong)?${END}`), act('award')],
  [pattern(`${START}trinh ky tiep(?: ho so)? ${CODES}${END}`), act('resume-lower')],
  [pattern(`${START}${CODES} (?:trinh ky tiep|cap tren khong khen)${END}`), act('resume-lower')],
  [pattern(`${START}(?:dua vao )?luu tru(?: ho so)? ${CODES}${END}`), act('archive')],
  [
    pattern(
      `${START}chuyen ${ONE} (?:sang|ve|den|cho) (?:xa|phuong|don vi|co quan) (?:moi|ke thua)${END}`,
    ),
    (f) => ({ kind: 'transfer', code: first(f) }),
  ],
  [
    pattern(`${START}(?:bao|thong bao|cong bo) ket qua ${CODES}${END}`),
    ({ codes }) => ({ kind: 'tell', codes }),
  ],
  [
    pattern(
      `${START}${ONE} tieu chuan (?<number>\\d{1,2})(?: la)? (?<verdict>khong dat|chua dat|dat)${END}`,
    ),
    (found) => ({
      kind: 'check',
      code: first(found),
      criterion: Number(found.groups['number']),
      met: found.groups['verdict'] === 'dat',
    }),
  ],
  [
    pattern(`${START}(?:tieu chuan|bang kiem) ${ONE}${END}`),
    (f) => ({ kind: 'checklist', code: first(f) }),
  ],
  [
    pattern(`${START}${ONE} (?:tieu chuan|bang kiem)${END}`),
    (f) => ({ kind: 'checklist', code: first(f) }),
  ],
  [
    pattern(`${START}(?:doi chieu|so sanh|kiem tra trung)(?: ho so)? ${ONE}${END}`),
    (f) => ({ kind: 'compare', code: first(f) }),
  ],
  [
    pattern(`${START}(?:nhan )?(?:du )?ban giay ${ONE}(?:${BECAUSE}(?<words>.+))?$`),
    (f) => ({ kind: 'paper', code: first(f), parts: partsNamed(f.words) }),
  ],
  [
    pattern(`${START}${ONE} (?:da )?(?:nhan )?(?:du )?ban giay(?:${BECAUSE}(?<words>.+))?$`),
    (f) => ({ kind: 'paper', code: first(f), parts: partsNamed(f.words) }),
  ],
  [
    pattern(
      `${START}(?:${ONE}\\s*[,:]?\\s*)?diem (?:so )?(?<number>\\d{1,2})(?:\\s*[:.,)-]\\s*|\\s+)(?<words>.+)$`,
    ),
    (f) => ({ kind: 'point', ...codeOf(f), point: Number(f.groups['number']), words: f.words }),
  ],
  [
    pattern(`${START}(?:gui lai|nop lai|bo sung xong|trinh lai)(?: ho so)?(?: ${ONE})?${END}`),
    (f) => ({ kind: 'resubmit', ...codeOf(f) }),
  ],
  [pattern(`^\\s*(?:xem )?${ONE}${END}`), (f) => ({ kind: 'card', code: first(f) })],
]

function codeOf({ codes }: Found): { code?: string } {
  const [code] = codes
  return code === undefined ? {} : { code }
}

/** The command a message gives; undefined for any message that is none. Words keep the officer's own spelling. */
export function readDossierCommand(text: string): DossierCommand | undefined {
  const reading = readingOf(text.replace(/\r?\n/gu, ' ; ').replace(/(?:;\s*)+$/u, ''))
  for (const [rule, read] of READERS) {
    const match = rule.exec(reading.folded)
    if (!match) continue
    const groups = match.groups ?? {}
    const codes = codesIn(groups['codes'] ?? '')
    return read({ codes, groups, words: typedTail(reading, groups['words']) })
  }
  return undefined
}

/** The codes that folded text of nothing but codes names, each once. */
export function codesIn(text: string): readonly string[] {
  const numbers = text.match(/\d+/gu) ?? []
  return [
    ...new Set(numbers.map((digits) => `HS-${digits.replace(/^0+(?=\d)/u, '').padStart(3, '0')}`)),
  ]
}

/** The words stand at the end of the message; folded and typed text are aligned. */
function typedTail({ typed, folded }: Reading, words: string | undefined): string {
  return words === undefined ? '' : typed.slice(folded.length - words.length).trim()
}

const PART_WORDS: readonly (readonly [RegExp, DossierPart])[] = [
  [/to trinh|danh sach|cong van|van ban de nghi/u, 'letter'],
  [/bao cao(?: thanh tich)?/u, 'report'],
  [/bien ban/u, 'minutes'],
  [/sang kien/u, 'initiative'],
]

/** The parts of a dossier that are named. */
export function partsNamed(words: string): readonly DossierPart[] {
  const folded = fold(words)
  return PART_WORDS.filter(([named]) => named.test(folded)).map(([, part]) => part)
}

const HOLD_WORDS: readonly (readonly [RegExp, HoldCategory])[] = [
  [/ky luat/u, 'discipline'],
  [/thanh tra|kiem tra|dieu tra|xac minh/u, 'inspection'],
  [/khieu nai|to cao|don thu|phan anh/u, 'complaint'],
]

/** The category of a hold that is named. Nothing else of what was said is kept. */
export function holdCategoryNamed(words: string): HoldCategory | undefined {
  const folded = fold(words)
  return HOLD_WORDS.find(([named]) => named.test(folded))?.[1]
}

const DUE =
  /[\s,;.]*(?:(?:thoi )?han(?: chot| cuoi| bo sung)?|truoc|cham nhat|den het|muon nhat)(?: la| den| het| ngay| vao)*\s*:?\s*(?:ngay )?\d{1,2}\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*\d{2,4})?[\s.;]*$/u
const POINT = /(?:^|[\s;])(\d{1,2})\s*[).:/-]\s+(?=\D)|(?:^|[\s;])(\d{1,2})\)\s*/gu

export type ReturnWords = {
  readonly points: readonly string[]
  /** The last day that counts. */
  readonly dueOn?: Temporal.PlainDate
}

/** "1) Danh sách 12 hộ 2) Ảnh tuyến đường, hạn 02/12": the points, and the last day for them. */
export function readReturn(words: string, today: Temporal.PlainDate): ReturnWords {
  const reading = readingOf(words)
  const due = DUE.exec(reading.folded)
  const body = due ? reading.typed.slice(0, due.index) : reading.typed
  const dueOn = due ? dayAhead(due[0], today) : undefined
  return { points: splitPoints(body), ...(dueOn ? { dueOn } : {}) }
}

/** The last day that a deadline names; without a year the nearest ahead. */
export function dayAhead(words: string, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const reading = readingOf(words)
  const [match] = readDates(reading, reading.folded, { today, looking: 'forward' })
  return match ? lastDayOf(match) : undefined
}

/** What is said to one of the points that a dossier was returned for. */
export type PointAnswer = { readonly point: number; readonly words: string }

const NUMBERED = /^\s*\d{1,2}\s*[).:/-]\s*(?=\D)/u
const SPOKEN_NUMBER = /(?:^|[\s;])(?:điểm|diem)\s+(?:số\s+|so\s+)?(\d{1,2})\s*[).:,-]?\s+(?=\D)/giu

/** "1. thu hồi 2 xe 2. ảnh gửi sau": lines that begin with numbers, each once; nothing for any other text. */
export function readNumbered(text: string): readonly PointAnswer[] {
  return NUMBERED.test(text) ? answersIn(text.trim(), POINT) : []
}

/** "Điểm 1: …", with what follows for further points. */
export function readPoints(text: string): readonly PointAnswer[] {
  return answersIn(text.normalize('NFC'), SPOKEN_NUMBER)
}

function answersIn(text: string, mark: RegExp): readonly PointAnswer[] {
  const starts = [...text.matchAll(mark)]
  const answers = starts.map((start, at) => ({
    point: Number(start[1] ?? start[2]),
    words: text
      .slice(start.index + start[0].length, starts[at + 1]?.index)
      .replace(/[\s;,]+$/u, ''),
  }))
  const isEachOnce = new Set(answers.map(({ point }) => point)).size === answers.length
  return isEachOnce ? answers.filter(({ words }) => words !== '') : []
}

function splitPoints(text: string): readonly string[] {
  const starts = [...text.matchAll(POINT)]
  const bodies =
    starts.length === 0
      ? text.split(/\s*;\s*/u)
      : starts.map((start, index) =>
          text.slice(start.index + start[0].length, starts[index + 1]?.index),
        )
  return bodies.map((body) => body.replace(/^[\s;,.·-]+|[\s;,.·-]+$/gu, '')).filter(Boolean)
}
