/**
 * Why the queue cannot be opened: one Vietnamese sentence for the operator, naming the variable and
 * what to do. It never carries the credentials of a connection URL.
 */
export class QueueRefusal extends Error {
  override readonly name = 'QueueRefusal'
}

/** Host and port of a connection URL, or the path of a socket: what may be shown to an operator. */
export function placeOf(url: string): string {
  if (url.startsWith('/')) return url
  return (URL.canParse(url) && new URL(url).host) || 'máy này'
}

/** The short code of a connection failure ("ECONNREFUSED", "28P01", "NOAUTH"), without its message. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'UNKNOWN'
  if ('code' in error && typeof error.code === 'string') return error.code
  return /^[A-Z]{3,}(?= )/.exec(error.message)?.[0] ?? error.name
}
