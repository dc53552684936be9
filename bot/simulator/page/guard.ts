import type { FastifyReply, FastifyRequest } from 'fastify'
import { isOwnMachine } from '../../server.ts'

/** What the page's own script says with every request that changes something. */
export const PAGE_HEADER = { name: 'x-requested-with', value: 'thi-dua-page' } as const

/** A site that points its name to 127.0.0.1 still sends its own name here (DNS rebinding). */
const OWN_NAMES = new Set(['localhost', '127.0.0.1', '[::1]'])

const ONLY_HERE =
  'Trang chạy thử chỉ mở được trên chính máy đang chạy Trợ lý, tại địa chỉ http://localhost.'

/**
 * Lets only this machine's own page in: the people on it have no password, so neither another
 * computer nor a web page that happens to be open in the same browser may act for them. A foreign
 * page cannot send the header without asking first (Fetch Standard, CORS-preflight), and is not answered.
 */
export async function guardPage(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  if (isOwnMachine(request) && isOwnName(request) && isOwnPage(request)) return undefined
  return reply.code(403).type('text/plain; charset=utf-8').send(ONLY_HERE)
}

function isOwnName({ headers }: FastifyRequest): boolean {
  return OWN_NAMES.has((headers.host ?? '').toLowerCase().replace(/:\d+$/u, ''))
}

function isOwnPage({ method, headers }: FastifyRequest): boolean {
  const { origin, host } = headers
  if (origin !== undefined && origin !== `http://${host ?? ''}`) return false
  return method === 'GET' || method === 'HEAD' || headers[PAGE_HEADER.name] === PAGE_HEADER.value
}

/** Everything the page shows comes from its own server; nothing of it is kept or framed elsewhere. */
export const PAGE_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const
