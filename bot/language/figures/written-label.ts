import { fold } from '../writing/fold.ts'
import { MEASURES } from './measures.ts'
import type { Figure } from '../understanding.ts'

/** What people shorten when they count; in a list for others it is written out. */
const SHORTENED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{
      hn: 'hội nghị',
      ng: 'người',
      đb: 'đại biểu',
      db: 'đại biểu',
      cb: 'cán bộ',
      hs: 'học sinh',
    },
    ...{ cbcc: 'cán bộ công chức', ccvc: 'công chức viên chức', nlđ: 'người lao động' },
    ...{
      đvtn: 'đoàn viên thanh niên',
      ccb: 'cựu chiến binh',
      clb: 'câu lạc bộ',
      htx: 'hợp tác xã',
    },
    ...{ vb: 'văn bản', nq: 'nghị quyết', yk: 'ý kiến', ykct: 'ý kiến cử tri', đc: 'đồng chí' },
    ...{ txct: 'tiếp xúc cử tri', 'đ/c': 'đồng chí', 'd/c': 'đồng chí' },
  }),
)

/** By measure: of each wording without its marks what it is written like; undefined where several are. */
const WRITTEN = new Map(MEASURES.map(({ key, words }) => [key, byFolded(words)] as const))

function byFolded(words: readonly string[]): ReadonlyMap<string, string | undefined> {
  const written = new Map<string, string | undefined>()
  for (const word of words) {
    const folded = fold(word)
    written.set(folded, written.has(folded) && written.get(folded) !== word ? undefined : word)
  }
  return written
}

/**
 * What a figure counts, with short forms written out and with the marks that were not typed: "hn" → "hội
 * nghị", "buoi" → "buổi", since the label stands in lists and papers beside those of others. Words that
 * have marks, that the lexicon does not know as a whole, or that may be several, stay as they are.
 */
export function writtenLabel({ label, measure }: Pick<Figure, 'label' | 'measure'>): string {
  if (measure === undefined) return label
  const words = label.split(' ').map((word) => SHORTENED.get(word.toLocaleLowerCase('vi')) ?? word)
  const full = words.join(' ')
  if (fold(full) !== full.toLocaleLowerCase('vi')) return full
  return WRITTEN.get(measure)?.get(fold(full)) ?? full
}
