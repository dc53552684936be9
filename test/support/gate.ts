import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A way to a server that can be shut: to whoever goes through it the server is away then. */
export interface Gate {
  /** The same URL by way of the gate. */
  url: string
  /** Cuts all connections and refuses new ones. */
  shut(): Promise<void>
  /** Lets connections through again. */
  open(): Promise<void>
}

/** Opens a gate on a free loopback port before the server of `target`, a URL with host and port. */
export async function openGate(target: string): Promise<Gate> {
  const to = new URL(target)
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(Number(to.port), to.hostname)
    near.pipe(far)
    far.pipe(near)
    tie(near, far, sockets)
    tie(far, near, sockets)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const url = new URL(target)
  url.host = `127.0.0.1:${port}`
  return {
    url: url.href,
    async shut() {
      if (!server.listening) return
      server.close()
      for (const socket of sockets) socket.destroy()
      await once(server, 'close')
    },
    async open() {
      if (server.listening) return
      server.listen(port, '127.0.0.1')
      await once(server, 'listening')
    },
  }
}

/** Has `other` end with `one`, and keeps `one` among the living. */
function tie(one: Socket, other: Socket, living: Set<Socket>): void {
  living.add(one)
  one.on('error', () => other.destroy())
  one.on('close', () => {
    living.delete(one)
    other.destroy()
  })
}
