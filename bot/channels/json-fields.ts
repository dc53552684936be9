/** A JSON object whose fields have not been looked at yet. */
export type Fields = Readonly<Record<string, unknown>>

/** The value as an object with fields; nothing for arrays, null and plain values. */
export function fieldsOf(value: unknown): Fields | undefined {
  return isFields(value) ? value : undefined
}

/** The value as a list; nothing for anything else. */
export function listOf(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined
}

/** The value as a string that is not empty. */
export function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** The value as an integer that a double holds exactly. Telegram's ids need 52 bits and fit. */
export function integerOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined
}

/**
 * An id that may come as a string or as a number: up to 128 printable ASCII characters. Anything
 * else is no id of theirs and would not fit into an index. A longer number has lost digits.
 */
export function idOf(value: unknown): string | undefined {
  if (typeof value === 'string') return PRINTABLE_ID.test(value) ? value : undefined
  return integerOf(value)?.toString()
}

/** Where a file is to be had: a URL or a file id, of bearable length. */
export function refOf(value: unknown): string | undefined {
  const ref = stringOf(value)
  return ref !== undefined && ref.length <= LONGEST_REF ? storableText(ref) : undefined
}

const PRINTABLE_ID = /^[!-~]{1,128}$/
const LONGEST_REF = 2048

/**
 * What a person wrote, fit for storage: half surrogate pairs and NUL, which PostgreSQL refuses,
 * become U+FFFD. The length in UTF-16 units stays, so that a platform's offsets still fit.
 */
export function storableText(text: string): string {
  return text.replace(UNSTORABLE, '\uFFFD')
}

// A lone surrogate is the only thing that \p{Surrogate} matches under the `u` flag.
const UNSTORABLE = /\p{Surrogate}|\0/gu

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
