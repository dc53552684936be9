import type { Answer } from './loopback-server.ts'
import { randomHex, type Random } from './random-ids.ts'

export type Media = { readonly bytes: Uint8Array; readonly mediaType: string }

/** Bytes that people and the bot sent, to be fetched under `/media/<name>`. */
export type MediaShelf = {
  /** @returns the name under which the bytes are served. */
  put(media: Media, extension: string): string
  get(name: string): Media | undefined
  /** The answer to `GET /media/<name>`, undefined for any other path. */
  answer(path: string): Answer | undefined
}

const MEDIA_PATH = /^\/media\/([\w.-]+)$/

/** Starts empty; nothing is kept on disk. */
export function createMediaShelf(random: Random): MediaShelf {
  const shelf = new Map<string, Media>()
  return {
    put(media, extension) {
      const name = `${randomHex(random, 24)}.${extension}`
      shelf.set(name, media)
      return name
    },
    get: (name) => shelf.get(name),
    answer(path) {
      const name = MEDIA_PATH.exec(path)?.[1]
      return name === undefined ? undefined : served(shelf.get(name))
    },
  }
}

/** The bytes themselves, or the 404 of a file server. */
export function served(media: Media | undefined): Answer {
  if (!media) return { kind: 'reply', status: 404, mediaType: 'text/plain', body: 'Not Found' }
  return { kind: 'reply', status: 200, mediaType: media.mediaType, body: media.bytes }
}

/** Fetches a file as the platform does that was given its URL; undefined when it cannot have one of `types`. */
export async function fetchMedia(
  fetch: typeof globalThis.fetch,
  url: string,
  types: RegExp,
): Promise<Media | undefined> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(10_000) })
    const mediaType = response.headers.get('content-type') ?? ''
    if (!response.ok || !types.test(mediaType)) return undefined
    return { bytes: new Uint8Array(await response.arrayBuffer()), mediaType }
  } catch {
    return undefined
  }
}
