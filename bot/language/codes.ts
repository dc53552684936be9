import type { Span } from './writing/fold.ts'

/** `code` in the form the bot writes: BC-0412, HS-024. */
export type CodeMatch = Span & { readonly kind: 'report' | 'nomination'; readonly code: string }

const WIDTH = { report: 4, nomination: 3 } as const
const PREFIX = { report: 'BC', nomination: 'HS' } as const

/** "BC-0412", "bc 412", "bc0412"; "bc 12 hội nghị" counts and is no code. */
const REPORT =
  /(?<![a-z\d/])bc(?:-(?<hyphened>\d{1,6})| ?(?:so |: ?)?(?<n>\d{3,6}))(?![\d/.,%]*\d| ?(?:hoi nghi|hn|buoi|cuoc|luot|nguoi|ho|cay|suat|trieu|tr)\b)/g
/** "HS-024", "hs 24", "hồ sơ số 24", "hồ sơ 24". */
const NOMINATION =
  /(?<![a-z\d/])(?:hs ?(?:-|so |: ?)? ?|ho so (?:so |hs ?-? ?)?)(?<n>\d{1,5})(?![\d/.,%]*\d|\/| ?(?:nguoi|em|chau|tap the|ca nhan|ho so)\b)/g

function matchesOf(folded: string, pattern: RegExp, kind: CodeMatch['kind']): readonly CodeMatch[] {
  return [...folded.matchAll(pattern)].map((found) => {
    const digits = found.groups?.['hyphened'] ?? found.groups?.['n']
    return {
      kind,
      start: found.index,
      end: found.index + found[0].length,
      code: `${PREFIX[kind]}-${String(Number(digits)).padStart(WIDTH[kind], '0')}`,
    }
  })
}

/** The codes of reports and nominations a message names, in the order written. `folded`: as `readingOf` gives it. */
export function readCodes(folded: string): readonly CodeMatch[] {
  return [
    ...matchesOf(folded, REPORT, 'report'),
    ...matchesOf(folded, NOMINATION, 'nomination'),
  ].toSorted((a, b) => a.start - b.start)
}
