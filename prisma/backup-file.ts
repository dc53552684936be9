import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { codeOf, DatabaseRefusal } from './database-refusal.ts'

/**
 * The file of a backup: gzip over lines of text. A line that begins with "#" is about the file, as JSON:
 * first what it is, then before each table its name, last how many rows it holds and the SHA-256 of all
 * lines before. Every other line is a row, as PostgreSQL writes it as JSON; it is never parsed on the way.
 */
export const FORMAT = 'thi-dua-bot backup 1'

export type Opening = { readonly format: string; readonly migrations: readonly string[] }
export type Closing = { readonly rows: number; readonly sha256: string }

/** A line of the file that is not about it: a row of a table. */
export type BackupRow = { readonly table: string; readonly json: string }

export function metaLine(value: Opening | Closing | { table: string }): string {
  return `#${JSON.stringify(value)}\n`
}

/** Adds up the lines as they are written or read. */
export type Tally = { rows: number; readonly hash: Hash }

export function startTally(): Tally {
  return { rows: 0, hash: createHash('sha256') }
}

/** Reads the whole file once and refuses one that is damaged, cut short or none of ours. */
export async function checkBackup(file: string): Promise<Opening> {
  let opening: Opening | undefined
  for await (const line of readBackup(file)) opening ??= 'format' in line ? line : undefined
  if (!opening) throw new DatabaseRefusal(notOurs(file))
  return opening
}

/** The opening, then the rows, in order; refuses (at its end at the latest) a damaged file. */
export async function* readBackup(file: string): AsyncGenerator<Opening | BackupRow> {
  const tally = startTally()
  let table: string | undefined
  let closing: Closing | undefined
  for await (const line of linesOf(file)) {
    if (closing) throw new DatabaseRefusal(damaged(file))
    const meta = line.startsWith('#') ? readMeta(file, line) : undefined
    if (meta && 'sha256' in meta) {
      closing = meta
      continue
    }
    tally.hash.update(`${line}\n`)
    if (meta && 'table' in meta) table = meta.table
    else if (meta) yield meta
    else if (table === undefined) throw new DatabaseRefusal(notOurs(file))
    else {
      tally.rows += 1
      yield { table, json: line }
    }
  }
  const { rows, hash } = tally
  if (closing?.rows !== rows || closing.sha256 !== hash.digest('hex'))
    throw new DatabaseRefusal(damaged(file))
}

function readMeta(file: string, line: string): Opening | Closing | { table: string } {
  const value: unknown = parseJson(line.slice(1))
  if (typeof value !== 'object' || value === null) throw new DatabaseRefusal(damaged(file))
  if ('format' in value && value.format !== FORMAT) throw new DatabaseRefusal(notOurs(file))
  return value as Opening | Closing | { table: string }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file)
  const unpacked = createGunzip()
  source.on('error', (error) => unpacked.destroy(error))
  const lines = createInterface({ input: source.pipe(unpacked), crlfDelay: Infinity })
  try {
    yield* lines
  } catch (error) {
    if (codeOf(error) === 'ENOENT')
      throw new DatabaseRefusal(`Không có tệp ${file}: hãy kiểm tra lại đường dẫn.`)
    throw new DatabaseRefusal(notOurs(file))
  } finally {
    source.destroy()
  }
}

function notOurs(file: string): string {
  return `Tệp ${file} không phải bản sao lưu do “admin backup” ghi, hoặc đã hỏng: hãy dùng bản sao lưu khác.`
}

function damaged(file: string): string {
  return `Bản sao lưu ${file} đã hỏng hoặc thiếu phần cuối: hãy dùng bản sao lưu khác; chưa có gì được ghi vào cơ sở dữ liệu.`
}
