import type { FastifyInstance } from 'fastify'
import { eachHandsets } from './handsets.ts'
import { addFiles } from './page/files.ts'
import { guardPage, PAGE_HEADERS } from './page/guard.ts'
import { openInvites } from './page/invites.ts'
import { createLiveUpdates } from './page/live-updates.ts'
import { PageRefusal } from './page/refusal.ts'
import type { OpenPage, PageParts } from './page/routes.ts'
import { addRoutes } from './page/routes.ts'

export type { PageParts }

export type Page = {
  /** From now on the page answers; before, it says that the product is starting. */
  open(parts: PageParts): void
}

/**
 * Adds the page on which a newcomer talks to the bot as different people, for this machine only. To be
 * called before the server listens, since no route can be added after. `folder` holds the files for
 * the browser. Every stream to a browser ends when the server closes.
 */
export function addPage(app: FastifyInstance, folder: string): Page {
  const updates = createLiveUpdates()
  let opened: OpenPage | undefined
  const open = (): OpenPage => {
    if (!opened) throw new PageRefusal(503, 'Trợ lý đang khởi động.')
    return opened
  }
  void app.register(async (scope) => {
    scope.addHook('onRequest', async (_request, reply) => void reply.headers(PAGE_HEADERS))
    scope.addHook('onRequest', guardPage)
    scope.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
      if (error instanceof PageRefusal)
        return reply.code(error.statusCode).send({ error: error.message })
      if (error.statusCode === 413) return reply.code(413).send({ error: 'Ảnh lớn quá 5 MB.' })
      throw error
    })
    addFiles(scope, folder, () => opened !== undefined)
    addRoutes(scope, open)
  })
  app.addHook('preClose', async () => updates.end())
  return {
    open: (parts) => {
      opened = { ...parts, updates, invites: openInvites(parts.transactions) }
      for (const phones of eachHandsets(parts.handsets)) {
        const { channel } = phones
        phones.onChange((person) => updates.tell({ kind: 'chat', person, channel }))
      }
    },
  }
}
