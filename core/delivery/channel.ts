/** Opaque: only the channel that made it may look inside. Form: `<channel>:<bot id>:<chat id>`. */
export type Address = string & { readonly __brand: 'Address' }

export type ChannelName = 'telegram' | 'zalo'

/** Who wrote. `userKey` (`<channel>:<bot id>:<user id>`) holds the bot's id, since it is unknown whether Zalo's user ids are the same for two bots. */
export type Identity = {
  readonly address: Address
  readonly userKey: string
  readonly displayName?: string
}

/** `label` stands in the numbered list of the text; its position, counted from 1, is its number. */
export type Choice = { readonly key: string; readonly label: string }
/** `id`: at most 16 letters and digits. It is all, with the option's index, that goes into a button. */
export type ChoiceSet = { readonly id: string; readonly options: readonly Choice[] }

export type OutboundMessage =
  | { readonly kind: 'text'; readonly text: string; readonly choices?: ChoiceSet }
  | { readonly kind: 'photo'; readonly url: string; readonly caption?: string }
  /**
   * A stored picture with words below it, after it where they are too long for a caption. `url`: where a
   * platform that fetches pictures finds it; `instead` is said where the picture cannot be shown.
   */
  | {
      readonly kind: 'picture'
      readonly fileId: string
      readonly url?: string
      readonly text: string
      readonly choices?: ChoiceSet
      readonly instead: string
    }
  /** A stored file. `instead` is said where the channel sends no files: where the file can be had. */
  | {
      readonly kind: 'document'
      readonly fileId: string
      readonly caption: string
      readonly instead: string
    }

/** One physical send, made once by `render` and stored, so that a retry sends the same bytes. */
export type WirePart = {
  readonly index: number
  readonly of: number
  readonly payload: Readonly<Record<string, unknown>>
}

/**
 * What became of one send. `uncertain` stands apart: the request left us and nobody can tell whether
 * the person saw it, so it is neither lost nor to be sent again.
 */
export type DeliveryResult =
  | { readonly status: 'sent'; readonly receipt: string }
  | {
      readonly status: 'retry-after'
      readonly delayMs: number
      readonly scope: 'recipient' | 'account'
      readonly reason: 'flood' | 'quota' | 'outage' | 'not-connected'
      /** How many such answers in a row a part may get before it counts as rejected. */
      readonly atMost?: number
    }
  | {
      readonly status: 'unreachable-recipient'
      readonly reason: 'blocked' | 'gone' | 'never-contacted' | 'kicked'
      readonly movedTo?: Address
    }
  | {
      readonly status: 'rejected'
      readonly scope: 'message' | 'account'
      /** The platform's error code; never its text, which may quote the message. */
      readonly code: string
    }
  | { readonly status: 'uncertain'; readonly cause: 'timeout' | 'reset' | 'bad-response' }

type InboundBase = {
  /** Unique per channel and bot; what makes a second delivery of the same event recognisable. */
  readonly eventId: string
  readonly botId: string
  readonly conversation: { readonly address: Address; readonly kind: 'direct' | 'group' }
  /** Milliseconds since the epoch, held within [received − 7 days, received + 5 minutes]. */
  readonly at: number
  /** What the platform wants acknowledged (Telegram: the callback query's id). */
  readonly ackRef?: string
  /** Numbers of identity papers were taken out of its words before it was stored. */
  readonly numbersHidden?: true
}

/** What a chat is told of. In a group that is only what was said to the bot: of the rest nothing is kept. */
export type InboundEvent = InboundBase &
  (
    | {
        readonly kind: 'text'
        readonly from: Identity
        readonly text: string
        /** The platform's id of the message, so that a later edit of it can be matched. */
        readonly messageRef: string
        /** The message of the same person that this one answers or quotes, where the platform tells. */
        readonly repliesTo?: string
        /** What the bot itself had said in the message that this one answers, where the platform tells. */
        readonly answers?: string
        /** Telegram's deep link: what followed `/start`. */
        readonly startPayload?: string
      }
    | {
        readonly kind: 'edit'
        readonly from: Identity
        readonly text: string
        readonly messageRef: string
      }
    | {
        readonly kind: 'choice'
        readonly from: Identity
        readonly setId: string
        readonly optionIndex: number
      }
    | {
        readonly kind: 'media'
        readonly from: Identity
        readonly media: 'photo' | 'voice' | 'sticker' | 'file'
        /** What the channel needs to fetch it: a Telegram file id, a Zalo URL. */
        readonly ref?: string
        readonly caption?: string
        readonly messageRef: string
        /** As with a text. */
        readonly repliesTo?: string
        readonly answers?: string
        readonly albumId?: string
      }
    /** Refused at the door: neither its words nor the way to its picture were kept. */
    | {
        readonly kind: 'withheld'
        readonly from: Identity
        readonly reason: 'secret-mark' | 'identity-paper'
        readonly albumId?: string
      }
    /** The platform hid the content (Zalo's *unsupported*). */
    | { readonly kind: 'opaque'; readonly from?: Identity }
    | {
        readonly kind: 'reachability'
        readonly reachable: boolean
        readonly reason?: 'blocked' | 'kicked'
      }
    | { readonly kind: 'moved'; readonly to: Address }
  )

export type ParseOutcome =
  | { readonly ok: true; readonly event: InboundEvent }
  /**
   * `ignore`: known and of no meaning to us. `quarantine`: of a shape we do not know.
   * `reason` is a label fit for a metric: an event name, never content.
   */
  | { readonly ok: false; readonly disposition: 'ignore' | 'quarantine'; readonly reason: string }

export type MediaResult =
  | { readonly status: 'fetched'; readonly bytes: Uint8Array; readonly mediaType: string }
  | { readonly status: 'refused'; readonly reason: 'host' | 'too-large' | 'gone' }
  | { readonly status: 'retry' }

/** One messaging platform, as the rest of the product sees it. */
export interface Channel {
  readonly name: ChannelName
  readonly botId: string
  /** Constant-time; true only for a genuine delivery. Runs before the body is parsed. */
  authenticate(headers: Readonly<Record<string, string | string[] | undefined>>): boolean
  /** Pure, total, never throws. `receivedAt`: milliseconds since the epoch. */
  parse(body: unknown, receivedAt: number): ParseOutcome
  /** Pure. Splits, numbers the choices, adds buttons where the platform has them. Same input, same parts. */
  render(message: OutboundMessage): readonly WirePart[]
  /** Pure: what a part of its own says or shows, without buttons; undefined for what it has not rendered. */
  restate(part: WirePart): OutboundMessage | undefined
  /** At most one HTTP request that can create a visible message. Never throws, never retries. */
  deliver(to: Address, part: WirePart, signal: AbortSignal): Promise<DeliveryResult>
  /** Best effort, never throws: answers a pressed button. A no-op where the platform has none. */
  acknowledge(ackRef: string, note?: string): Promise<void>
  /** Fetches what an official sent, from allowed hosts only, at most 20 MB. Never throws. */
  fetchMedia(ref: string, signal: AbortSignal): Promise<MediaResult>
}
