/** What the load generator is asked to do; one message of its parent each. */
export type Load =
  | {
      readonly kind: 'updates'
      readonly to: Webhook
      /** Private chats; each has at most one update under way. At least as many as connections. */
      readonly chats: readonly number[]
      /** Number of the first update: its update_id, and what makes its sentence new. */
      readonly first: number
      readonly pattern: Closed | Open
      /** Said in turn instead of a report: one text for each chat. */
      readonly texts?: readonly string[]
    }
  /** `count` messages straight into the platform, without any bot: what platform and load can do. */
  | { readonly kind: 'sink-alone'; readonly count: number; readonly connections: number }

export type Webhook = {
  readonly url: string
  readonly secret: string
  /** Seconds since the epoch, as the platform stamps its messages. */
  readonly date: number
}

/** Each connection sends its next update when the reply to the last one is there. */
export type Closed = {
  readonly kind: 'closed'
  readonly connections: number
  readonly count: number
  readonly withinMs: number
}

/** Updates leave at their time, whether earlier ones are answered or not. */
export type Open = {
  readonly kind: 'open'
  /** Milliseconds before each update. */
  readonly gapsMs: readonly number[]
}

export type Loaded = {
  /** Updates sent and answered. */
  readonly replies: number
  /** From the first update to the last reply. */
  readonly elapsedMs: number
  /** From update to reply, one for each; for an open pattern from when the update was due. */
  readonly latenciesMs: readonly number[]
}

export type Outcome = { readonly done: Loaded } | { readonly failed: string }
