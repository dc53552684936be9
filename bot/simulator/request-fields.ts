import type { IncomingMessage } from 'node:http'
import type { z } from 'zod'

export type Fields = Readonly<Record<string, unknown>>

/** How the text of a form or query field becomes a value; a field in none of these stays text. */
export type FormTypes = {
  readonly numbers: ReadonlySet<string>
  readonly booleans: ReadonlySet<string>
  readonly json: ReadonlySet<string>
  /** Fields of a form that the platform overlooks. */
  readonly overlooked: ReadonlySet<string>
  /** Whether files may come in a multipart form; else they are overlooked. */
  readonly uploads: boolean
}

/** What is wrong with one field; `name` is empty when the body as a whole is. */
export type FieldProblem = {
  readonly name: string
  readonly problem: 'unknown' | 'missing' | 'invalid'
}

const MOST_BYTES = 60 * 1024 * 1024

/**
 * Reads the parameters of an API call from the query, a JSON object, a form or a multipart upload
 * (its files as `File`). Undefined when the body is none of these or over 60 MB.
 */
export async function readFields(
  request: IncomingMessage,
  types: FormTypes,
): Promise<Fields | undefined> {
  const query = new URL(request.url ?? '/', 'http://stand-in').searchParams
  const asked = fromForm([...query], types)
  const body = await readBody(request)
  if (body === undefined) return undefined
  if (body.byteLength === 0) return asked
  const mediaType = request.headers['content-type'] ?? ''
  if (mediaType.startsWith('application/json')) {
    const object = parseObject(body.toString())
    return object && { ...asked, ...object }
  }
  const form = await parseForm(body, mediaType)
  return form && { ...asked, ...fromForm(form, types) }
}

/** Checks fields against a strict schema: no field too many, none missing, each of its type. */
export function checkFields<Value>(
  schema: z.ZodType<Value>,
  fields: Fields,
): { readonly value: Value } | { readonly problem: FieldProblem } {
  const checked = schema.safeParse(fields)
  if (checked.success) return { value: checked.data }
  const issue = checked.error.issues[0]
  if (issue?.code === 'unrecognized_keys') {
    return { problem: { name: [...issue.path, issue.keys[0] ?? ''].join('.'), problem: 'unknown' } }
  }
  const path = issue?.path ?? []
  const isMissing = path.length === 1 && isAbsent(fields[String(path[0])])
  return { problem: { name: path.join('.'), problem: isMissing ? 'missing' : 'invalid' } }
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}

async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.byteLength
    if (size <= MOST_BYTES) chunks.push(chunk)
  }
  return size > MOST_BYTES ? undefined : Buffer.concat(chunks)
}

function parseObject(text: string): Fields | undefined {
  const value = parseJson(text)
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : undefined
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function parseForm(
  body: Buffer,
  mediaType: string,
): Promise<[string, string | File][] | undefined> {
  try {
    const response = new Response(new Uint8Array(body), { headers: { 'content-type': mediaType } })
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- it buffers, which loopback and 60 MB can bear
    return [...(await response.formData())]
  } catch {
    return undefined
  }
}

function fromForm(entries: readonly (readonly [string, unknown])[], types: FormTypes): Fields {
  return Object.fromEntries(
    entries
      .filter(
        ([name, value]) =>
          !types.overlooked.has(name) && (types.uploads || !(value instanceof File)),
      )
      .map(([name, value]) => [name, typed(name, value, types)]),
  )
}

function typed(name: string, value: unknown, types: FormTypes): unknown {
  if (typeof value !== 'string') return value
  if (types.numbers.has(name) && /^-?\d+$/.test(value)) return Number(value)
  if (types.booleans.has(name) && /^(true|false)$/i.test(value)) return /^true$/i.test(value)
  return types.json.has(name) ? parseJson(value) : value
}
