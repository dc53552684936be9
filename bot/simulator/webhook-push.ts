export type Webhook = { readonly url: string; readonly secret?: string | undefined }

export type PushOptions<Item> = {
  readonly fetch: typeof globalThis.fetch
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** How many requests may be open at the same moment. */
  readonly connections: number
  /** How long one request may take, in milliseconds. */
  readonly timeoutMs: number
  /** Items of one lane go one after the other, each after the 2xx for the one before. */
  readonly laneOf: (item: Item) => string
  readonly bodyOf: (item: Item) => unknown
  /** Milliseconds until the next attempt after `attempts` failed ones; undefined gives the item up. */
  readonly retryDelayMs: (attempts: number, item: Item) => number | undefined
  /** Asked once per item: true sends it in two requests at the same moment. */
  readonly isTwice: (item: Item) => boolean
  readonly onDelivered: (item: Item) => void
  readonly onFailed: (item: Item, reason: string) => void
}

type Lane<Item> = { readonly items: Item[]; attempts: number }

/** Pushes items to an address until it answers 2xx: lanes in parallel, each lane in order. */
export class WebhookPush<Item> {
  readonly #options: PushOptions<Item>
  readonly #lanes = new Map<string, Lane<Item>>()
  readonly #ready: string[] = []
  readonly #cuts = new Set<AbortController>()
  readonly #pauses = new Set<NodeJS.Timeout>()
  #open = 0
  #stopped = false

  constructor(options: PushOptions<Item>) {
    this.#options = options
  }

  push(item: Item): void {
    const name = this.#options.laneOf(item)
    const lane = this.#lanes.get(name)
    if (lane) {
      lane.items.push(item)
      return
    }
    this.#lanes.set(name, { items: [item], attempts: 0 })
    this.#enqueue(name)
  }

  /** Cuts what is under way and forgets the rest. */
  stop(): void {
    this.#stopped = true
    for (const pause of this.#pauses) clearTimeout(pause)
    for (const cut of this.#cuts) cut.abort()
    this.#lanes.clear()
  }

  #enqueue(name: string): void {
    this.#ready.push(name)
    this.#pump()
  }

  #pump(): void {
    while (!this.#stopped && this.#open < this.#options.connections) {
      const name = this.#ready.shift()
      const lane = name === undefined ? undefined : this.#lanes.get(name)
      const item = lane?.items[0]
      if (name === undefined || lane === undefined || item === undefined) return
      this.#open += 1
      void this.#deliver(name, lane, item)
    }
  }

  async #deliver(name: string, lane: Lane<Item>, item: Item): Promise<void> {
    const copies = lane.attempts === 0 && this.#options.isTwice(item) ? 2 : 1
    const posts = Array.from({ length: copies }, () => this.#post(item))
    const [failure] = await Promise.all(posts)
    this.#open -= 1
    if (this.#stopped) return
    if (failure === undefined) {
      this.#options.onDelivered(item)
      this.#advance(name, lane)
    } else {
      this.#options.onFailed(item, failure)
      this.#retry(name, lane, item)
    }
    this.#pump()
  }

  #retry(name: string, lane: Lane<Item>, item: Item): void {
    lane.attempts += 1
    const delay = this.#options.retryDelayMs(lane.attempts, item)
    if (delay === undefined) {
      this.#advance(name, lane)
      return
    }
    const pause = setTimeout(() => {
      this.#pauses.delete(pause)
      this.#enqueue(name)
    }, delay)
    this.#pauses.add(pause)
  }

  #advance(name: string, lane: Lane<Item>): void {
    lane.items.shift()
    lane.attempts = 0
    if (lane.items.length > 0) this.#ready.push(name)
    else this.#lanes.delete(name)
  }

  /** @returns why the address did not take it, or undefined when it answered 2xx. */
  async #post(item: Item): Promise<string | undefined> {
    const { fetch, url, headers, timeoutMs, bodyOf } = this.#options
    const cut = new AbortController()
    const timer = setTimeout(() => cut.abort(), timeoutMs)
    this.#cuts.add(cut)
    try {
      const response = await fetch(url, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(bodyOf(item)),
        signal: cut.signal,
      })
      await response.arrayBuffer()
      return response.ok ? undefined : `Wrong response from the webhook: ${response.status}`
    } catch {
      return cut.signal.aborted ? 'Read timeout expired' : 'Connection failed'
    } finally {
      clearTimeout(timer)
      this.#cuts.delete(cut)
    }
  }
}
