/** Where in a file something stands, counted from 1: a character in YAML, a field in a table. */
export type Place = {
  readonly line: number
  readonly column: number
  /** A workbook's own name for it: "C7". */
  readonly cell?: string
  /** The column's heading as the file writes it. */
  readonly heading?: string
}

/** What an administrator has to mend in a file before it can be loaded. */
export type Problem = {
  readonly file: string
  /** Absent where the file as a whole is meant. */
  readonly place?: Place
  /** In Vietnamese, with what to do. */
  readonly message: string
}

export type ReadResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** The value, or all that is wrong with the file. */
export function readResult<T>(value: T, problems: readonly Problem[]): ReadResult<T> {
  return problems.length === 0 ? { ok: true, value } : refused(problems)
}

/** All that is wrong, in the order in which it stands in the file. */
export function refused<T>(problems: readonly Problem[]): ReadResult<T> {
  return { ok: false, problems: [...problems].sort(byPlace) }
}

export function failed<T>(file: string, message: string): ReadResult<T> {
  return refused([{ file, message }])
}

/** One line for the administrator: "don-vi.xlsx, ô C7 (loại): …", "don-vi.csv, dòng 7, cột 3 (loai): …". */
export function problemSentence({ file, place, message }: Problem): string {
  if (!place) return `${file}: ${message}`
  const where = place.cell ? `ô ${place.cell}` : `dòng ${place.line}, cột ${place.column}`
  const heading = place.heading ? ` (${place.heading})` : ''
  return `${file}, ${where}${heading}: ${message}`
}

function byPlace(a: Problem, b: Problem): number {
  const line = (a.place?.line ?? 0) - (b.place?.line ?? 0)
  return line === 0 ? (a.place?.column ?? 0) - (b.place?.column ?? 0) : line
}
