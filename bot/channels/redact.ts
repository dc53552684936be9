import { secretHalfOf } from './bot-token.ts'

/** Below this length a half token would blot out ordinary words; real ones have 35 characters and more. */
const SHORTEST_HALF = 8
const REDACTED = '[redacted]'

/** What the path of a call looks like on both platforms, so that a token we were never told is caught too. */
const TOKEN_IN_PATH = /\bbot\d+(?::|%(?:25)*3A)[^\s/?#"'<>\\]+/gi

/**
 * A function that takes every given secret out of a text: as it stands, percent-encoded (once or
 * more), escaped as in JSON, and the half after the colon alone; besides anything that looks like
 * a token in a path. The token stands in every URL of both platforms, so URLs, causes of network
 * errors and echoed error pages would show it.
 */
export function createRedactor(secrets: readonly (string | undefined)[]): (text: string) => string {
  const known = secrets.flatMap(formsOf).sort((a, b) => b.length - a.length)
  if (known.length === 0) return (text) => text.replace(TOKEN_IN_PATH, REDACTED)
  const anyKnown = new RegExp(known.map(inAnyEncoding).join('|'), 'g')
  return (text) => text.replace(anyKnown, REDACTED).replace(TOKEN_IN_PATH, REDACTED)
}

function formsOf(secret: string | undefined): string[] {
  if (secret === undefined || secret === '') return []
  const half = secretHalfOf(secret)
  return half.length < SHORTEST_HALF ? [secret] : [secret, half]
}

/** A pattern that finds the secret whichever of its characters were encoded. */
function inAnyEncoding(secret: string): string {
  return Array.from(secret, (character) => {
    const escapes = [`\\\\?${escapePattern(character)}`, percentEncoded(character)]
    return `(?:${[...escapes, unicodeEscaped(character)].join('|')})`
  }).join('')
}

function percentEncoded(character: string): string {
  const bytes = Array.from(Buffer.from(character, 'utf8'), hexPattern)
  return bytes.map((hex) => `%(?:25)*${hex}`).join('')
}

function unicodeEscaped(character: string): string {
  return Array.from({ length: character.length }, (_, index) => {
    const unit = character.charCodeAt(index)
    return `\\\\u${hexPattern(unit >> 8)}${hexPattern(unit & 0xff)}`
  }).join('')
}

/** Two hexadecimal digits in either case. */
function hexPattern(byte: number): string {
  const digits = byte.toString(16).padStart(2, '0')
  return digits.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)
}

function escapePattern(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}
