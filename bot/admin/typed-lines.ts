import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'

/** One line of what was typed or piped in: a plain text, or the fields of a JSON object. `number` counts from 1. */
export type TypedLine = { readonly number: number } & (
  | { readonly ok: true; readonly fields: { readonly text: string } & Fields }
  | { readonly ok: false; readonly problem: string }
)
type Fields = Readonly<Record<string, string>>

function fieldsOf(json: string): Fields | undefined {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return undefined
  }
  if (typeof value !== 'object' || value === null) return undefined
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, field]: [string, unknown]) =>
      typeof field === 'string' ? [[name, field]] : [],
    ),
  )
}

function readLine(line: string, number: number): TypedLine {
  if (!line.trimStart().startsWith('{')) return { number, ok: true, fields: { text: line } }
  const fields = fieldsOf(line)
  const text = fields?.['text']
  if (fields === undefined)
    return { number, ok: false, problem: `Dòng ${number}: không phải một đối tượng JSON.` }
  if (text === undefined)
    return { number, ok: false, problem: `Dòng ${number}: thiếu "text" là một chuỗi.` }
  return { number, ok: true, fields: { ...fields, text } }
}

/** The lines of what is typed until its end, empty ones left out. A line that begins with "{" is JSON. */
export async function* typedLines(input: Readable): AsyncGenerator<TypedLine> {
  let number = 0
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    number += 1
    if (line.trim() !== '') yield readLine(line, number)
  }
}
