import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'

const STARTING = `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Trợ lý thi đua</title>
<p>Trợ lý đang khởi động, trang sẽ tự mở lại sau giây lát…</p></html>`

const TYPES = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
} as const

/** The files the browser is given. They are sent as they lie in the project; nothing is built. */
const FILES: readonly `${string}.${keyof typeof TYPES}`[] = [
  'page.css',
  'people.css',
  'phones.css',
  'narrow.css',
  'main.js',
  'server.js',
  'elements.js',
  'moments.js',
  'people.js',
  'person-row.js',
  'phones.js',
  'composer.js',
  'invite-card.js',
  'bubbles.js',
  'notes.js',
  'clock.js',
  'pictures.js',
]

/** Serves the page at `/` and its files below `/simulator/page/`; until `isOpen`, a page that comes again. */
export function addFiles(app: FastifyInstance, folder: string, isOpen: () => boolean): void {
  const sendFile = (name: string) => readFile(join(folder, name))
  app.get('/', async (_request, reply) => {
    void reply.type(TYPES.html)
    if (!isOpen()) return reply.code(503).header('refresh', '1').send(STARTING)
    return reply.send(await sendFile('index.html'))
  })
  for (const name of FILES) {
    const type = name.endsWith('.css') ? TYPES.css : TYPES.js
    app.get(`/simulator/page/${name}`, async (_request, reply) =>
      reply.type(type).send(await sendFile(name)),
    )
  }
}
