import type { ServerResponse } from 'node:http'
import type { ChannelName } from '../../../core/delivery/channel.ts'

/** What has changed; the page then asks for what it shows of that. */
export type Change =
  | { readonly kind: 'chat'; readonly person: string; readonly channel: ChannelName }
  | { readonly kind: 'clock' }

export type LiveUpdates = {
  /** Turns a response into an event stream that stays open until either side ends it. */
  attach(response: ServerResponse): void
  tell(change: Change): void
  /** Ends every stream, so that the server can close. */
  end(): void
}

/** Server-sent events (HTML Standard, 9.2) to every page that is open. */
export function createLiveUpdates(): LiveUpdates {
  const streams = new Set<ServerResponse>()
  return {
    attach(response) {
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        // A stream that has ended must not leave an idle connection for the server to wait on.
        connection: 'close',
      })
      response.write('retry: 1000\n\n')
      streams.add(response)
      response.once('close', () => streams.delete(response))
    },
    tell(change) {
      const event = `data: ${JSON.stringify(change)}\n\n`
      for (const stream of streams) stream.write(event)
    },
    end() {
      for (const stream of streams) stream.end()
      streams.clear()
    },
  }
}
