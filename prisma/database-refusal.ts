/**
 * The database cannot be used and an operator must act. The message is one Vietnamese sentence
 * that says what is wrong and what to do; it never holds a password or a connection address.
 */
export class DatabaseRefusal extends Error {
  override readonly name = 'DatabaseRefusal'
}

/** The code that the system (`EACCES`) or PostgreSQL (`28P01`) put on an error, if any. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
