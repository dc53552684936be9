import { lookup as systemLookup, type LookupAddress, type LookupAllOptions } from 'node:dns'
import { setMaxListeners } from 'node:events'
import type { LookupFunction } from 'node:net'
import { Agent, type Dispatcher } from 'undici'
import { isPrivateAddress } from './api-root.ts'

/**
 * What became of one HTTP request. `not-sent`: surely no byte of it left us (refused, DNS, TLS, or
 * given up in the queue). `no-answer`: it may have been read at the other end. The line is drawn
 * where undici hands a request to a connected socket, a moment before its first write.
 *
 * A kept-alive socket that the server closes at that very moment counts as `no-answer`: the reset
 * looks the same whether the server had read the request or not.
 */
export type Exchange =
  | {
      readonly kind: 'answered'
      readonly status: number
      readonly headers: Readonly<Record<string, string | string[] | undefined>>
      readonly body: Buffer
    }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'not-sent' }
  | { readonly kind: 'no-answer'; readonly cause: 'timeout' | 'reset' }

/** As much of an abort signal as is used here: Node's own, or the one in telegraf's signatures. */
export type StopSignal = {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void
  removeEventListener(type: 'abort', listener: () => void): void
}

export type ExchangeRequest = {
  readonly dispatcher: Dispatcher
  readonly url: URL
  readonly method: 'GET' | 'POST'
  /** What to send: JSON, unless `mediaType` says otherwise. */
  readonly body?: string | Uint8Array
  readonly mediaType?: string
  readonly signal?: StopSignal | undefined
  readonly timeoutMs: number
  /** A longer answer is cut off and given as `too-large`. */
  readonly maxBytes: number
}

/**
 * Keep-alive connections for a channel's calls. No pipelining: a reset must concern one request
 * only. Idle sockets are dropped after 4 s (or earlier, as the server asks), before the server
 * drops them, since a request written into a closing connection ends as uncertain.
 */
export function openDispatcher({
  connections = 40,
  lookup,
}: { readonly connections?: number; readonly lookup?: LookupFunction } = {}): Agent {
  return new Agent({
    connections,
    pipelining: 1,
    keepAliveTimeout: 4_000,
    connect: { timeout: 5_000, ...(lookup && { lookup }) },
  })
}

type Resolve = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

/** A look-up for media hosts that fails when any of a name's addresses is private. */
export function publicLookup(resolve: Resolve = systemLookup): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses
      if (error) callback(error, [])
      else if (first === undefined || addresses.some(({ address }) => isPrivateAddress(address)))
        callback(new Error('the name leads to no public address'), [])
      else if (options.all === true) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
  }
}

/** Makes one HTTP request at most, follows no redirect, never throws and never retries. */
export function exchange(request: ExchangeRequest): Promise<Exchange> {
  return new Promise((resolve) => {
    const { dispatcher, url, signal, mediaType = 'application/json' } = request
    if (signal?.aborted === true) {
      resolve({ kind: 'not-sent' })
      return
    }
    const attempt = new Attempt(request.maxBytes, (outcome) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', giveUp)
      resolve(outcome)
    })
    const giveUp = () => attempt.giveUp()
    const timer = setTimeout(giveUp, request.timeoutMs)
    // A signal shared by many requests, such as the product's own ending, is no leak to warn of.
    if (signal instanceof EventTarget) setMaxListeners(0, signal)
    signal?.addEventListener('abort', giveUp, { once: true })
    dispatcher.dispatch(
      {
        origin: url.origin,
        path: `${url.pathname}${url.search}`,
        method: request.method,
        body: request.body ?? null,
        headers: request.body === undefined ? {} : { 'content-type': mediaType },
      },
      attempt,
    )
  })
}

/** Undici's view of one request; `settle` is called exactly once. */
class Attempt implements Dispatcher.DispatchHandler {
  readonly #maxBytes: number
  readonly #settle: (outcome: Exchange) => void
  #isSettled = false
  #socket: Dispatcher.DispatchController | undefined
  #head: { status: number; headers: Record<string, string | string[] | undefined> } | undefined
  #chunks: Buffer[] = []
  #length = 0

  constructor(maxBytes: number, settle: (outcome: Exchange) => void) {
    this.#maxBytes = maxBytes
    this.#settle = settle
  }

  giveUp(): void {
    this.#end(this.#socket ? { kind: 'no-answer', cause: 'timeout' } : { kind: 'not-sent' })
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    const isOver = this.#isSettled || this.#socket !== undefined
    this.#socket = controller
    if (isOver) controller.abort(new Error('given up before it was written, or written before'))
  }

  onResponseStart(
    controller: Dispatcher.DispatchController,
    status: number,
    headers: Record<string, string | string[] | undefined>,
  ): void {
    this.#socket = controller
    this.#head = { status, headers }
    if (Number(headers['content-length']) > this.#maxBytes) this.#end({ kind: 'too-large' })
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#length += chunk.length
    if (this.#length > this.#maxBytes) this.#end({ kind: 'too-large' })
    else this.#chunks.push(chunk)
  }

  onResponseEnd(): void {
    if (this.#head === undefined) this.onResponseError()
    else this.#end({ kind: 'answered', ...this.#head, body: Buffer.concat(this.#chunks) })
  }

  onResponseError(): void {
    this.#end(this.#socket ? { kind: 'no-answer', cause: 'reset' } : { kind: 'not-sent' })
  }

  #end(outcome: Exchange): void {
    if (this.#isSettled) return
    this.#isSettled = true
    this.#chunks = outcome.kind === 'answered' ? this.#chunks : []
    this.#settle(outcome)
    if (outcome.kind !== 'answered') this.#socket?.abort(new Error('no longer waited for'))
  }
}
