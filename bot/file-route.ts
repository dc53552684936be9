import type { FastifyInstance } from 'fastify'
import type { StoredFile } from '../core/file/stored-file.ts'
import type { AskedFile } from './file-links.ts'
import { FILE_GONE_PAGE } from './texts/files.ts'

/** The file that a genuine link leads to while it is valid; undefined for every other one. */
export type FetchFile = (asked: AskedFile) => Promise<StoredFile | undefined>

const FILE_ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u

/** A picture is shown, also by a platform that fetches it; anything else is saved. */
function showAs({ mediaType }: StoredFile): string {
  return /^image\/(?:png|jpeg)$/u.test(mediaType) ? 'inline' : 'attachment'
}

/**
 * `GET /files/:id?e=…&s=…`: a stored file. Whatever is wrong with the link — unknown,
 * altered, expired, or not ready yet — is answered by the same page, so that nobody learns which.
 */
export function addFileRoute(app: FastifyInstance, get: () => FetchFile | undefined): void {
  app.get<{ Params: { id: string }; Querystring: Record<string, unknown> }>(
    '/files/:id',
    async ({ params: { id }, query }, reply) => {
      // Kept by nobody on the way, and told to nobody by the browser.
      void reply.headers({
        'cache-control': 'private, no-store',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'x-robots-tag': 'noindex',
      })
      const { e, s } = query
      const isWhole = FILE_ID.test(id) && typeof e === 'string' && typeof s === 'string'
      const file = isWhole ? await get()?.({ id, e, s }) : undefined
      if (!file) return reply.code(404).type('text/html; charset=utf-8').send(FILE_GONE_PAGE)
      return reply
        .type(file.mediaType)
        .header('content-disposition', `${showAs(file)}; filename="${file.name}"`)
        .send(Buffer.from(file.bytes))
    },
  )
}
