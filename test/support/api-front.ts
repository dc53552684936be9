import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One API root for several bots, as a platform has it: each call goes to the stand-in of the bot whose token it names. */
export type ApiFront = {
  readonly apiRoot: string
  /** Further calls with that token go there. */
  add(token: string, apiRoot: string): void
  close(): Promise<void>
}

export async function openApiFront(): Promise<ApiFront> {
  const roots = new Map<string, string>()
  const server = createServer((asked, answer) => {
    const { url = '/', method, headers } = asked
    const token = /^\/bot([^/]+)\//u.exec(url)?.[1] ?? ''
    const root = roots.get(decodeURIComponent(token))
    if (root === undefined) {
      answer.writeHead(404).end()
      return
    }
    const call = request(new URL(url, root), { method, headers }, (got) => {
      answer.writeHead(got.statusCode ?? 502, got.headers)
      got.pipe(answer)
    })
    call.on('error', () => answer.destroy())
    asked.pipe(call)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    apiRoot: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    add: (token, apiRoot) => void roots.set(token, apiRoot),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
