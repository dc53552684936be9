import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { findProgram } from './needing.ts'

/** The XML of a Word file's body. */
export function documentXml(docx: Uint8Array): string {
  return strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array())
}

/** The paragraphs of a Word file, in order, those of tables too; empty ones left out. */
export function paragraphsOf(docx: Uint8Array): readonly string[] {
  return [...documentXml(docx).matchAll(/<w:p>[\s\S]*?<\/w:p>/gu)]
    .map(([xml]) => textOf(xml))
    .filter((text) => text.trim() !== '')
}

/** The cells of a Word file's tables that have borders, row by row. */
export function tableRowsOf(docx: Uint8Array): readonly (readonly string[])[] {
  return [...documentXml(docx).matchAll(/<w:tr>[\s\S]*?<\/w:tr>/gu)]
    .filter(([xml]) => xml.includes('w:tcBorders'))
    .map(([xml]) => [...xml.matchAll(/<w:tc>[\s\S]*?<\/w:tc>/gu)].map(([cell]) => textOf(cell)))
}

function textOf(xml: string): string {
  return [...xml.matchAll(/<w:t(?: [^>]*)?>(?<text>[^<]*)<\/w:t>/gu)]
    .map((match) => unescaped(match.groups?.['text'] ?? ''))
    .join('')
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}

export type Printed = {
  readonly pages: number
  /** In points, as `pdfinfo` says it, of the first page. */
  readonly size: readonly [number, number]
  readonly text: string
  readonly fonts: readonly string[]
}

/** What LibreOffice makes of files when it prints them, in the order given. Starting it takes most of the time. */
export function print(
  files: readonly Uint8Array[],
  extension: 'docx' | 'xlsx',
): readonly Printed[] {
  const folder = mkdtempSync(join(tmpdir(), 'print-'))
  try {
    const names = files.map((_, at) => join(folder, `${at}.${extension}`))
    names.forEach((name, at) => writeFileSync(name, files[at] ?? ''))
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...names])
    return files.map((_, at) => inspect(join(folder, `${at}.pdf`)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function inspect(pdf: string): Printed {
  const info = run('pdfinfo', [pdf])
  const [, width, height] = /Page size:\s+([\d.]+) x ([\d.]+)/u.exec(info) ?? []
  return {
    pages: Number(/Pages:\s+(\d+)/u.exec(info)?.[1]),
    size: [Number(width), Number(height)],
    text: run('pdftotext', ['-layout', pdf, '-']).normalize('NFC'),
    fonts: run('pdffonts', [pdf]).split('\n').slice(2),
  }
}

function run(program: string, args: readonly string[]): string {
  const path = findProgram(program)
  if (path === undefined) throw new Error(`${program} is missing`)
  return execFileSync(path, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
}
