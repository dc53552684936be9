import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What goes back to the caller; `dropped` closes the socket, `silent` never answers. */
export type Answer =
  | {
      readonly kind: 'reply'
      readonly status: number
      readonly mediaType: string
      readonly body: string | Uint8Array
    }
  | { readonly kind: 'dropped' }
  | { readonly kind: 'silent' }

/** `signal` aborts when the caller goes away before its answer. */
export type Answerer = (request: IncomingMessage, signal: AbortSignal) => Promise<Answer>

export type LoopbackServer = {
  readonly port: number
  /** `http://127.0.0.1:<port>`, once it listens. */
  readonly root: string
  /**
   * Listens on 127.0.0.1 only; port 0 takes a free one. Rejects with Node's own error
   * (`EADDRINUSE`, `EACCES`) when the port cannot be had.
   */
  listen(port: number, answer: Answerer): Promise<void>
  /** Frees the port and cuts every open connection at once. */
  close(): Promise<void>
}

/** @param body anything JSON can carry; fields that are undefined are left out. */
export function json(status: number, body: unknown): Answer {
  return { kind: 'reply', status, mediaType: 'application/json', body: JSON.stringify(body) }
}

/** The page of a gateway in front of the API: never JSON. */
export function gatewayPage(status: number, title: string): Answer {
  const body = `<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`
  return { kind: 'reply', status, mediaType: 'text/html', body }
}

export function createLoopbackServer(): LoopbackServer {
  const server = createServer()
  // Shorter than this and a client's kept-alive connection is closed under its next request.
  server.keepAliveTimeout = 60_000
  const portOf = () => (server.address() as AddressInfo).port
  return {
    get port() {
      return portOf()
    },
    get root() {
      return `http://127.0.0.1:${portOf()}`
    },
    async listen(port, answer) {
      server.on('request', (request, response) => void respond(request, response, answer))
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject)
        server.listen(port, '127.0.0.1', resolve)
      })
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answerer,
): Promise<void> {
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  try {
    write(request, response, await answer(request, gone.signal))
  } catch (error) {
    // The caller that left in the middle of its request needs no answer; anything else is a bug here.
    if (!gone.signal.aborted) write(request, response, gatewayPage(500, String(error)))
  }
}

function write(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  if (answer.kind === 'silent') return
  if (answer.kind === 'dropped') {
    request.socket.destroy()
    return
  }
  const body = typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body
  response.writeHead(answer.status, {
    'content-type': answer.mediaType,
    'content-length': body.byteLength,
  })
  response.end(body)
}
