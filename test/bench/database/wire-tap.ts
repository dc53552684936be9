import { once } from 'node:events'
import { connect, createServer, type AddressInfo } from 'node:net'
import { FrontendReader } from './frontend-messages.ts'

/** A way to the database that notes what the product asks of it. */
export type WireTap = {
  /** The same URL by way of the tap. */
  through(url: string): string
  /** Begins a new note. */
  reset(): void
  /** How often each statement was executed since, by its text. */
  readonly statements: ReadonlyMap<string, number>
  /** How often an answer was waited for since. */
  roundTrips(): number
  close(): Promise<void>
}

/** Opens a tap on the server of `target`. It slows what goes through it: count with it, do not time. */
export async function openWireTap(target: string): Promise<WireTap> {
  const { hostname, port } = new URL(target)
  const statements = new Map<string, number>()
  let waits = 0
  const note = {
    executed: (text: string) => void statements.set(text, (statements.get(text) ?? 0) + 1),
    waited: () => void (waits += 1),
  }
  const server = createServer((near) => {
    const far = connect(Number(port), hostname)
    const reader = new FrontendReader(note)
    near.on('data', (bytes) => reader.read(bytes))
    near.pipe(far)
    far.pipe(near)
    near.on('error', () => far.destroy())
    far.on('error', () => near.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    through: (url) => {
      const own = new URL(url)
      own.host = `127.0.0.1:${(server.address() as AddressInfo).port}`
      return own.href
    },
    reset: () => {
      statements.clear()
      waits = 0
    },
    statements,
    roundTrips: () => waits,
    close: async () => {
      server.close()
    },
  }
}
