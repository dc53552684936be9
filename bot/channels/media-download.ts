import type { Dispatcher } from 'undici'
import type { MediaResult } from '../../core/delivery/channel.ts'
import { exchange, type Exchange } from './http-exchange.ts'
import { readUrl } from './api-root.ts'

/** Telegram Bot API, getFile: up to 20 MB; the same for both channels. */
export const LARGEST_MEDIA = 20 * 1024 * 1024
const TIMEOUT_MS = 30_000
const MOST_REDIRECTS = 3

export type Download = {
  readonly dispatcher: Dispatcher
  readonly url: URL
  readonly signal: AbortSignal
  /** Asked before every request, redirects included. */
  readonly isAllowed: (url: URL) => boolean
}

/** Fetches a file from where it is allowed to come from, at most 20 MB. Never throws. */
export async function downloadMedia(download: Download, redirects = 0): Promise<MediaResult> {
  const { dispatcher, url, signal, isAllowed } = download
  if (!isAllowed(url) || redirects > MOST_REDIRECTS) return { status: 'refused', reason: 'host' }
  const outcome = await exchange({
    dispatcher,
    url,
    method: 'GET',
    signal,
    timeoutMs: TIMEOUT_MS,
    maxBytes: LARGEST_MEDIA,
  })
  if (outcome.kind === 'too-large') return { status: 'refused', reason: 'too-large' }
  if (outcome.kind !== 'answered') return { status: 'retry' }
  const next = redirectOf(outcome, url)
  if (next !== undefined) return downloadMedia({ ...download, url: next }, redirects + 1)
  return resultOf(outcome)
}

type Answer = Extract<Exchange, { kind: 'answered' }>

function resultOf({ status, headers, body }: Answer): MediaResult {
  if (status >= 200 && status < 300) {
    const declared = headers['content-type']
    const mediaType = mediaTypeOf(body, typeof declared === 'string' ? declared : '')
    return { status: 'fetched', bytes: body, mediaType }
  }
  if (status === 429 || status === 408 || status >= 500) return { status: 'retry' }
  return { status: 'refused', reason: 'gone' }
}

function redirectOf({ status, headers }: Answer, from: URL): URL | undefined {
  const { location } = headers
  if (status < 300 || status > 399 || typeof location !== 'string') return undefined
  return URL.canParse(location, from.href) ? new URL(location, from) : readUrl('about:blank')
}

/** How the formats that officials send begin. */
const SIGNATURES = [
  ['image/jpeg', /^\xFF\xD8\xFF/],
  ['image/png', /^\x89PNG/],
  ['image/webp', /^RIFF[^]{4}WEBP/],
  ['image/gif', /^GIF8/],
  ['application/pdf', /^%PDF-/],
  ['audio/ogg', /^OggS/],
  ['video/mp4', /^[^]{4}ftyp/],
  ['audio/aac', /^\xFF[\xF0\xF1\xF8\xF9]/],
] as const

/**
 * What the bytes are. Their beginning decides before the header, which Telegram always fills with
 * `application/octet-stream` and which any server may fill wrongly.
 */
function mediaTypeOf(bytes: Buffer, declared: string): string {
  const beginning = bytes.subarray(0, 16).toString('latin1')
  const known = SIGNATURES.find(([, signature]) => signature.test(beginning))
  const named = /^[a-z]+\/[a-z0-9.+-]+/i.exec(declared)?.[0].toLowerCase()
  return known?.[0] ?? named ?? 'application/octet-stream'
}
