import Fastify from 'fastify'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { BotKey } from '../core/delivery/bot.ts'
import type { Channel, ChannelName } from '../core/delivery/channel.ts'
import type { FetchFile } from './file-route.ts'
import { addFileRoute } from './file-route.ts'
import type { Inbound } from './inbound.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'

/** Real events are below 1 KB; larger bodies are refused before they are read to the end. */
const LARGEST_BODY = 256 * 1024

/** What answers requests, once the process is ready; until then every request is told to come again. */
export type Live = {
  readonly channels: ReadonlyMap<BotKey, Channel>
  readonly inbound: Inbound
  readonly metrics: Metrics
  readonly fetchFile: FetchFile
  /** Resolves when the database answers. */
  readonly ping: () => Promise<void>
}

export type Server = {
  readonly app: FastifyInstance
  /** Everything is in place: requests are answered from now on. */
  goLive(live: Live): void
  /** Binds the port; resolves with the one that was bound. Rejects when it is in use. */
  listen(port: number, host: string): Promise<number>
  close(): Promise<void>
}

/** The HTTP server: webhooks, health, metrics. Bodies are raw bytes until the sender is known to be genuine. */
export function openServer(log: Log): Server {
  const app = Fastify({ bodyLimit: LARGEST_BODY, logger: false, forceCloseConnections: 'idle' })
  let live: Live | undefined
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    const status = error.statusCode ?? 500
    if (status >= 500) log.problem('a request failed', error)
    return reply.code(status).send({ error: status >= 500 ? 'internal' : 'refused' })
  })
  for (const name of ['telegram', 'zalo'] as const) addWebhook(app, name, () => live)
  addHealth(app, () => live)
  addFileRoute(app, () => live?.fetchFile)
  return {
    app,
    goLive: (parts) => {
      live = parts
    },
    listen: async (port, host) => {
      const address = await app.listen({ port, host })
      return Number(new URL(address).port)
    },
    close: () => app.close(),
  }
}

/** `/webhooks/<channel>` is the first bot's; each has `/webhooks/<channel>/<bot id>` as well. */
function addWebhook(app: FastifyInstance, name: ChannelName, get: () => Live | undefined): void {
  const spokenTo = (request: FastifyRequest): Channel | undefined => {
    const { botId } = request.params as { botId?: string }
    const channels = [...(get()?.channels.values() ?? [])].filter((one) => one.name === name)
    return botId === undefined ? channels[0] : channels.find((one) => one.botId === botId)
  }
  for (const url of [`/webhooks/${name}`, `/webhooks/${name}/:botId`])
    addIntake(app, { url, spokenTo, get })
}

type Intake = {
  readonly url: string
  readonly spokenTo: (request: FastifyRequest) => Channel | undefined
  readonly get: () => Live | undefined
}

function addIntake(app: FastifyInstance, { url, spokenTo, get }: Intake): void {
  app.route({
    method: 'POST',
    url,
    // Before the body is read: whoever lacks the secret gets nothing parsed and nothing stored.
    onRequest: async (request, reply) => {
      const live = get()
      if (!live) return reply.code(503).header('retry-after', '5').send({ error: 'starting' })
      if (!spokenTo(request)?.authenticate(request.headers))
        return reply.code(401).send({ error: 'refused' })
    },
    handler: (request, reply) =>
      takeIn(request, reply, { channel: spokenTo(request), live: get() }),
  })
}

/** 200 once the event is stored; anything but 2xx asks the platform to send it again. */
async function takeIn(
  request: FastifyRequest,
  reply: FastifyReply,
  { channel, live }: { channel: Channel | undefined; live: Live | undefined },
): Promise<FastifyReply> {
  if (!live || !channel) return reply.code(503).send({ error: 'starting' })
  const bytes = bytesOf(request)
  if (bytes.length === 0) return reply.send({ ok: true })
  const body = parseJson(bytes)
  if (body === undefined) return reply.code(400).send({ error: 'not JSON' })
  await live.inbound.take(channel, body)
  return reply.send({ ok: true })
}

/** The body as it came; empty where there was none. */
export function bytesOf({ body }: FastifyRequest): Uint8Array {
  return body instanceof Uint8Array ? body : new Uint8Array()
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown
  } catch {
    return undefined
  }
}

function addHealth(app: FastifyInstance, get: () => Live | undefined): void {
  app.get('/health/live', async () => ({ live: true }))
  app.get('/health/ready', async (_request, reply) => {
    const live = get()
    const ready =
      live !== undefined &&
      (await live.ping().then(
        () => true,
        () => false,
      ))
    return reply.code(ready ? 200 : 503).send({ ready })
  })
  app.get('/metrics', async (request, reply) => {
    const live = get()
    if (!isOwnMachine(request)) return reply.code(404).send({ error: 'not found' })
    if (!live) return reply.code(503).send({ error: 'starting' })
    return reply.type(live.metrics.contentType).send(await live.metrics.expose())
  })
}

/** Whether the request comes from this machine itself, and not through a proxy on it. */
export function isOwnMachine(request: FastifyRequest): boolean {
  const { headers, socket } = request
  if (headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined) return false
  const from = socket.remoteAddress ?? ''
  return from === '::1' || /^(?:::ffff:)?127\./u.test(from)
}
