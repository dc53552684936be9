import type { Paper } from '../../../core/dossier/paper.ts'

/** What names each paper, the more special first; read on folded text. */
const NAMES: readonly (readonly [Paper, RegExp])[] = [
  ['chasing-letter', /cong van|don doc/u],
  ['minutes', /bien ban/u],
  ['decision', /quyet dinh|(?<![a-z])qd(?![a-z])/u],
  ['achievement-report', /bao cao thanh tich|bctt/u],
  ['summary', /bao cao tong hop|tong hop/u],
  ['nomination-sheet', /excel|xlsx/u],
  ['nomination-list', /trich ngang|danh sach/u],
  ['nominations-letter', /to trinh|(?<![a-z])ttr(?![a-z])/u],
  ['dossier', /ho so|(?<![a-z])hs(?![a-z])|(?<![a-z])zip(?![a-z])/u],
]

/** Which paper a request for one names; undefined where it names none. `folded`: as `fold` gives it. */
export function readWantedPaper(folded: string): Paper | undefined {
  return NAMES.find(([, words]) => words.test(folded))?.[0]
}
