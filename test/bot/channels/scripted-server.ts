import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

/** One request as the server read it. */
export type Received = {
  readonly path: string
  /** The last step of the path: the method's name. */
  readonly method: string
  readonly contentType: string | undefined
  readonly body: unknown
}

/** An answer to send, or a way to send none. */
export type Reply =
  | { readonly status?: number; readonly json: unknown; readonly headers?: Record<string, string> }
  | { readonly status?: number; readonly html: string; readonly headers?: Record<string, string> }
  | { readonly status?: number; readonly bytes: Buffer; readonly headers?: Record<string, string> }
  /** `reset`: cut the connection; `reset-in-body`: after the headers; `hang`: never answer. */
  | 'reset'
  | 'reset-in-body'
  | 'hang'

export type ScriptedServer = {
  readonly url: string
  readonly received: Received[]
  /** What it answers from now on: one reply for ever, or what the function says. */
  answer(reply: Reply | ((request: Received) => Reply)): void
  /** How many connections were opened so far. */
  connections(): number
  close(): Promise<void>
}

/** A platform on loopback that does as it is told. */
export async function startScriptedServer(): Promise<ScriptedServer> {
  const received: Received[] = []
  const sockets = new Set<Socket>()
  let script: (request: Received) => Reply = () => ({ status: 500, html: 'no script' })
  let connections = 0
  const server = createServer((request, response) => {
    void readRequest(request).then((read) => {
      received.push(read)
      send(response, script(read))
    })
  })
  server.on('connection', (socket) => {
    connections += 1
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    answer: (reply) => (script = typeof reply === 'function' ? reply : () => reply),
    connections: () => connections,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function readRequest(request: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString('utf8')
  const path = request.url ?? ''
  return {
    path,
    method: path.slice(path.lastIndexOf('/') + 1),
    contentType: request.headers['content-type'],
    body: text === '' ? undefined : (JSON.parse(text) as unknown),
  }
}

function send(response: ServerResponse, reply: Reply): void {
  if (reply === 'hang') return
  if (reply === 'reset') {
    response.socket?.resetAndDestroy()
    return
  }
  if (reply === 'reset-in-body') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
    response.write('{"ok":true,"result":', () => response.socket?.resetAndDestroy())
    return
  }
  const [type, content] = contentOf(reply)
  response.writeHead(reply.status ?? 200, { 'content-type': type, ...reply.headers })
  response.end(content)
}

function contentOf(reply: Exclude<Reply, string>): [string, string | Buffer] {
  if ('json' in reply) return ['application/json', JSON.stringify(reply.json)]
  if ('html' in reply) return ['text/html', reply.html]
  return ['application/octet-stream', reply.bytes]
}

/** A port of this machine on which nothing listens. */
export async function closedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
