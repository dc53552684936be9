import type { NomineeKind } from '../../../core/campaign/campaign.ts'
import { fold } from '../writing/fold.ts'

/** One row of a list of nominees as it was pasted, counted from 1 without the headings. */
export type ListRow = {
  readonly row: number
  readonly nomineeKind: NomineeKind
  readonly nomineeName?: string
  readonly position?: string
  readonly achievement?: string
  /** The form of award, in the words of the list. */
  readonly form?: 'giay-khen' | 'bang-khen'
}

type Column = 'number' | 'title' | 'name' | 'position' | 'unit' | 'kind' | 'form' | 'achievement'

const HEADINGS: readonly (readonly [RegExp, Column])[] = [
  [/^(?:stt|tt|so tt|so thu tu)$/u, 'number'],
  [/^(?:ong\/?ba|ong, ba|danh xung|ong\/ba\/chuc danh)$/u, 'title'],
  [
    /^(?:ho (?:va )?ten|ten|ten tap the.*|ca nhan|tap the|ho ten.*|ten (?:ca nhan|tap the|don vi).*)$/u,
    'name',
  ],
  [/^(?:chuc vu.*|chuc danh)$/u, 'position'],
  [/^(?:don vi.*|noi cong tac|co quan.*)$/u, 'unit'],
  [/^(?:phan loai.*|loai|doi tuong.*)$/u, 'kind'],
  [/^(?:hinh thuc.*|danh hieu.*)$/u, 'form'],
  [/^(?:thanh tich.*|noi dung.*|tom tat.*|ly do.*)$/u, 'achievement'],
]
const TITLE = /^(?:ong|ba|anh|chi|co|bac|dong chi|d\/c)$/u
const TITLE_BEFORE = /^(?:ông|bà|anh|chị|cô|đồng chí|đ\/c)\s+/iu
const COLLECTIVE =
  /^(?:tap the|ubnd|truong|phong|ban|chi bo|chi hoi|hoi|thon|to|tram|trung tam|van phong|cong an)\b/u
const SEPARATOR = /\t+|\s*\|\s*| {2,}/u
/** A spreadsheet puts one tab between two cells: where its headings are so, an empty cell keeps its place. */
const CELL_BY_CELL = / *\t *|\s*\|\s*| {2,}/u
const SPEAKS_OF_AWARDS = /khen|danh sach|trich ngang/u
/** Letters of a name and nothing else. */
const NAME = /^\p{L}[\p{L}'.]*(?:\s\p{L}[\p{L}'.]*){1,6}$/u

/**
 * Reads a list of nominees: pasted from a spreadsheet, cells parted by tabs, bars or runs of spaces, with
 * or without headings; or told in a sentence, one after a semicolon or a line. Undefined for a message that is no such list.
 */
export function readNominationList(text: string): readonly ListRow[] | undefined {
  return readTable(text) ?? readSentence(text)
}

/** "Đề nghị khen 2 đồng chí: Nguyễn Thị A, công chức; Trần Văn B, trưởng thôn 3". */
function readSentence(text: string): readonly ListRow[] | undefined {
  const flat = text.normalize('NFC')
  const at = flat.search(/:(?!\d)/u)
  if (at < 0 || !PROPOSES.test(fold(flat.slice(0, at)))) return undefined
  const parts = flat
    .slice(at + 1)
    .split(BETWEEN)
    .map((part) => part.replace(/^[-•*\s]+|[\s.]+$/gu, ''))
    .filter((part) => part !== '')
  const rows = parts.map((part, index) => {
    const cells = part.split(/\s*,\s*/u)
    return readRow(cells, guessColumns(cells), index + 1)
  })
  return rows.length > 1 && rows.every(isPerson) ? rows : undefined
}

/** A name with a position behind it, or written with capitals. */
function isPerson({ nomineeName, position, achievement }: ListRow): boolean {
  if (nomineeName === undefined) return false
  const capitals = nomineeName.split(' ').every((word) => /^\p{Lu}/u.test(word))
  return capitals || position !== undefined || achievement !== undefined
}

const PROPOSES =
  /(?:de nghi|de xuat|de cu|gioi thieu|xin) .*(?:khen|guong|danh sach|dong chi|ca nhan)/u
/** Between two of a list: a semicolon, a line, the next one's number. */
const BETWEEN = /;|\n|(?:^|\s)(?=\d{1,2}[.)]\s)/u

function readTable(text: string): readonly ListRow[] | undefined {
  const lines = text.normalize('NFC').split(/\r?\n/u)
  const parted = lines
    .map((line) => line.replaceAll('\u00A0', ' ').trimEnd().replace(/^ +/u, ''))
    .filter((line) => SEPARATOR.test(line.trim()))
  const [first = ''] = parted
  const headed = columnsOf(cellsOf(first, SEPARATOR))
  const separator = headed && !first.includes('\t\t') ? CELL_BY_CELL : SEPARATOR
  const tabular = parted.map((line) => cellsOf(line, separator))
  const rows = headed ? tabular.slice(1) : tabular
  const announced = lines.some(
    (line) => !SEPARATOR.test(line.trim()) && SPEAKS_OF_AWARDS.test(fold(line)),
  )
  if (rows.length === 0 || (!headed && rows.length < 2)) return undefined
  const read = rows.map((cells, index) => readRow(cells, headed ?? guessColumns(cells), index + 1))
  const named = read.filter(({ nomineeName }) => nomineeName !== undefined).length
  if (!headed && !announced && named < rows.length) return undefined
  return named === 0 ? undefined : read
}

function cellsOf(line: string, separator: RegExp): readonly string[] {
  return line.split(separator).map((cell) => cell.trim())
}

/** The columns a line of headings names; undefined where it is none. */
function columnsOf(cells: readonly string[]): readonly (Column | undefined)[] | undefined {
  const columns = cells.map((cell) => HEADINGS.find(([heading]) => heading.test(fold(cell)))?.[1])
  return columns.includes('name') && columns.filter(Boolean).length >= 2 ? columns : undefined
}

/** Without headings: number and title before the name, then position, then what the rest says. */
function guessColumns(cells: readonly string[]): readonly (Column | undefined)[] {
  const columns: Column[] = []
  for (const cell of cells) {
    const has = (column: Column): boolean => columns.includes(column)
    if (/^\d{1,3}[.)]?$/u.test(cell)) columns.push('number')
    else if (TITLE.test(fold(cell))) columns.push('title')
    else if (formOf(cell) && has('name')) columns.push('form')
    else if (!has('name')) columns.push('name')
    else if (!has('position') && cells.length > columns.length + 1 && !/\d/u.test(cell))
      columns.push('position')
    else columns.push('achievement')
  }
  return columns
}

function readRow(
  cells: readonly string[],
  columns: readonly (Column | undefined)[],
  row: number,
): ListRow {
  const of = (column: Column): string =>
    cells.filter((cell, index) => columns[index] === column && cell !== '').join(', ')
  const name = of('name')
    .replace(/^\d{1,3}[.)]\s*/u, '')
    .replace(TITLE_BEFORE, '')
  const kind = fold(of('kind'))
  const collective = kind.includes('tap the') || (kind === '' && COLLECTIVE.test(fold(name)))
  const position = of('position')
  const achievement = of('achievement')
  const form = formOf(of('form'))
  return {
    row,
    nomineeKind: collective ? 'collective' : 'individual',
    ...(collective || NAME.test(name) ? nonEmpty('nomineeName', name) : {}),
    ...nonEmpty('position', position),
    ...nonEmpty('achievement', achievement),
    ...(form ? { form } : {}),
  }
}

function nonEmpty<K extends string>(key: K, value: string): Partial<Record<K, string>> {
  return value === '' ? {} : ({ [key]: value } as Partial<Record<K, string>>)
}

function formOf(cell: string): 'giay-khen' | 'bang-khen' | undefined {
  const folded = fold(cell)
  if (/^(?:giay khen|gk)\b/u.test(folded)) return 'giay-khen'
  return /^(?:bang khen|bk)\b/u.test(folded) ? 'bang-khen' : undefined
}
