import { readingOf } from '../writing/fold.ts'
import { readPaper } from './papers.ts'
import type { Context } from '../understanding.ts'

/** A line that names the paper a notice brings: "Kèm: 15/KH-UBND ngày 10/6/2025, về việc …, https://…". */
const ATTACHED = /^\s*(?:k[eè]m(?: theo)?|v[aă]n b[aả]n(?: k[eè]m)?)\s*:\s*(?<line>.+)$/imu
const LINK = /https?:\/\/\S+?(?=[\s,;)]|$)/u
const DIGEST = /(?<![\da-f])[\da-f]{64}(?![\da-f])/iu
/** "15/KH-UBND 10/6/2025": the day, without the word. */
const BARE_DAY = /(?<!ng[aà]y)( )(\d{1,2}[/.-]\d{1,2}[/.-]\d{4})(?![\d/])/iu
const SUMMARY = /(?:v\/v|về việc|ve viec|trích yếu:?|trich yeu:?)\s*(?<summary>.+?)\s*$/iu

export type NamedPaper = {
  readonly number: string
  readonly on?: string
  readonly summary?: string
  readonly link?: string
  readonly sha256?: string
}

/** The paper that a notice's text names on a line of its own, and the text without that line. */
export function readAttachedPaper(
  text: string,
  today: Context['today'],
): { text: string; paper?: NamedPaper } {
  const found = ATTACHED.exec(text.normalize('NFC'))
  const line = found?.groups?.['line'] ?? ''
  const link = LINK.exec(line)?.[0].replace(/[.!?]+$/u, '')
  const sha256 = DIGEST.exec(line)?.[0].toLowerCase()
  const words = line
    .replace(LINK, '')
    .replace(DIGEST, '')
    .replace(/sha-?256:?/iu, '')
    .replace(BARE_DAY, '$1ngày $2')
  const paper = readPaper(readingOf(words).folded, today)
  if (!found || !paper) return { text }
  const summary = SUMMARY.exec(words)?.groups?.['summary']?.replace(/[\s,;.]+$/u, '')
  return {
    text: text.normalize('NFC').replace(found[0], '').trim(),
    paper: {
      number: paper.number,
      ...(paper.on ? { on: paper.on.toString() } : {}),
      ...(summary ? { summary: `về việc ${summary}` } : {}),
      ...(link ? { link } : {}),
      ...(sha256 ? { sha256 } : {}),
    },
  }
}
