import { createHash } from 'node:crypto'
import { strToU8, zipSync } from 'fflate'
import type { Instant } from '../../core/calendar/local-time.ts'
import { spreadsheet } from './spreadsheet.ts'

/** A file of an archive, with what it is. */
export type ArchivedFile = {
  /** Below the archive's root, with "/". */
  readonly path: string
  readonly bytes: Uint8Array
  readonly what: string
  /** Where it comes from: a report's code, "lập từ dữ liệu". */
  readonly from: string
}

/** Something that belongs to it and is not in it: on paper, too large, not fetched yet. */
export type AbsentFile = { readonly what: string; readonly from: string; readonly why: string }

const COLUMNS = [
  { title: 'STT', width: 12, align: 'center' },
  { title: 'Tệp', width: 60 },
  { title: 'Nội dung', width: 60 },
  { title: 'Nguồn', width: 30 },
  { title: 'SHA-256', width: 130 },
] as const

/**
 * Files as one ZIP archive with an index (`muc-luc.xlsx`) and their digests in the form that
 * `sha256sum -c` checks (`SHA256SUMS`). `at`: the moment that its entries carry.
 */
export async function archive(
  files: readonly ArchivedFile[],
  { title, absent, at }: { title: string; absent: readonly AbsentFile[]; at: Instant },
): Promise<Uint8Array> {
  const digested = files.map((file) => ({
    ...file,
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
  }))
  const rows = [
    ...digested.map(({ path, what, from, sha256 }) => [path, what, from, sha256]),
    ...absent.map(({ what, from, why }) => [`(${why})`, what, from, '']),
  ]
  const index = await spreadsheet({
    name: 'Mục lục',
    title,
    columns: COLUMNS,
    rows: rows.map((row, number) => [String(number + 1), ...row]),
  })
  const sums = digested.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('')
  const entries = digested.map(({ path, bytes }) => [path, bytes] as const)
  return zipSync(
    { ...Object.fromEntries(entries), 'muc-luc.xlsx': index, SHA256SUMS: strToU8(sums) },
    { mtime: new Date(at.epochMilliseconds) },
  )
}
