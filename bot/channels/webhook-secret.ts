import { createHash, timingSafeEqual } from 'node:crypto'

type Headers = Readonly<Record<string, string | string[] | undefined>>

/**
 * A check of the secret that a platform sends in `header` (lower case) with every webhook call. It
 * takes the same time whatever is wrong, the length included, because digests are compared. False
 * for a missing or repeated header, and always false when no secret is configured.
 */
export function createSecretCheck(
  header: string,
  secret: string | undefined,
): (headers: Headers) => boolean {
  const expected = digest(secret ?? '')
  const isConfigured = secret !== undefined && secret !== ''
  return (headers) => {
    const given = headers[header]
    const isEqual = timingSafeEqual(digest(typeof given === 'string' ? given : ''), expected)
    return isEqual && isConfigured && typeof given === 'string'
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest()
}
