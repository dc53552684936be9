import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Dispatcher } from 'undici'
import { openDispatcher } from '../../bot/channels/http-exchange.ts'
import type { Address, Channel, OutboundMessage } from '../../core/delivery/channel.ts'
import { fixturesOf, RECEIVED_AT } from '../bot/channels/fixtures.ts'
import { mutated } from '../bot/channels/mutations.ts'
import { describeDelivery } from './channel-delivery-contract.ts'

export type ChannelUnderTest = {
  readonly name: Channel['name']
  readonly token: string
  readonly secretHeader: string
  /** Longest text of one message, in UTF-16 units. */
  readonly textLimit: number
  readonly address: Address
  /** What the platform answers to a message it took. */
  readonly accepted: { readonly json: unknown; readonly receipt: string }
  readonly create: (options: {
    readonly apiRoot: string
    readonly dispatcher: Dispatcher
    readonly secret?: string | undefined
  }) => Channel
}

const SECRET = 'bi-mat-dien-thu_0123456789'

/** What holds of every channel, whichever platform is behind it. */
export function describeChannelContract(subject: ChannelUnderTest): void {
  describe(`the ${subject.name} channel`, () => {
    describeAuthentication(subject)
    describeParsing(subject)
    describeRendering(subject)
    describeDelivery(subject)
  })
}

/** A channel for what needs no network; its root leads nowhere. */
function offline(subject: ChannelUnderTest, secret?: string): Channel {
  const dispatcher = openDispatcher()
  return subject.create({ apiRoot: 'http://127.0.0.1:9', dispatcher, secret })
}

function describeAuthentication(subject: ChannelUnderTest): void {
  const channel = offline(subject, SECRET)
  const { secretHeader: header } = subject

  test('a call with the secret is genuine', () => {
    expect(channel.authenticate({ [header]: SECRET })).toBe(true)
  })

  test.each([
    ['missing', {}],
    ['empty', { [header]: '' }],
    ['wrong, of the same length', { [header]: SECRET.replace('9', '8') }],
    ['wrong, shorter', { [header]: SECRET.slice(1) }],
    ['wrong, longer', { [header]: `${SECRET}0` }],
    ['in other letters', { [header]: SECRET.toUpperCase() }],
    ['sent twice', { [header]: [SECRET, SECRET] }],
    ['in another header', { authorization: SECRET }],
  ])('a call whose secret is %s is not', (_what, headers) => {
    expect(channel.authenticate(headers)).toBe(false)
  })

  test.each([undefined, ''])('with the secret %j configured no call is genuine', (secret) => {
    const open = offline(subject, secret)
    for (const headers of [{}, { [header]: '' }, { [header]: 'undefined' }]) {
      expect(open.authenticate(headers)).toBe(false)
    }
  })
}

function describeParsing(subject: ChannelUnderTest): void {
  const channel = offline(subject)
  const fixtures = fixturesOf(subject.name)
  const bodies = fixtures.map(({ body }) => body)

  test.each(fixtures)('$name: $what', ({ body, outcome }) => {
    expect(channel.parse(body, RECEIVED_AT)).toEqual(outcome)
  })

  test('a second delivery of an event is recognised by its id', () => {
    for (const body of bodies) {
      const again = channel.parse(structuredClone(body), RECEIVED_AT + 60_000)
      const first = channel.parse(body, RECEIVED_AT)
      expect(again.ok && again.event.eventId).toBe(first.ok && first.event.eventId)
    }
  })

  test('anything at all is answered, with what can be stored and counted', () => {
    const body = fc.oneof(fc.anything(), fc.jsonValue(), mutated(bodies))
    fc.assert(
      fc.property(body, fc.integer({ min: 0, max: 4e12 }), (given, receivedAt) => {
        const outcome = channel.parse(given, receivedAt)
        if (!outcome.ok) {
          expect(outcome.reason).toMatch(/^[A-Za-z0-9_.-]{1,48}$/)
          return
        }
        const { event } = outcome
        expect(event.eventId).not.toBe('')
        expect(event.at).toBeGreaterThanOrEqual(receivedAt - 7 * 86_400_000)
        expect(event.at).toBeLessThanOrEqual(receivedAt + 300_000)
        expect(event.conversation.address).toMatch(`${subject.name}:${channel.botId}:`)
        expect(event.eventId.length).toBeLessThanOrEqual(128)
        for (const text of stringsIn(event)) expect(text).not.toMatch(/\p{Surrogate}|\0/u)
      }),
      { numRuns: 3000 },
    )
  })

  test('a body nested beyond all reason is answered too', () => {
    let nested: unknown = {}
    for (let depth = 0; depth < 50_000; depth++) nested = { message: [nested] }
    expect(channel.parse(nested, RECEIVED_AT).ok).toBe(false)
  })
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(stringsIn)
}

function describeRendering(subject: ChannelUnderTest): void {
  const channel = offline(subject)
  const { textLimit } = subject
  const options = fc.array(fc.record({ key: fc.string(), label: fc.string({ maxLength: 80 }) }), {
    maxLength: 40,
  })
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.string({ unit: 'grapheme', minLength: 10, maxLength: 60 }).map((piece) => {
      return `${piece} `.repeat(Math.ceil((textLimit * 2.3) / piece.length))
    }),
  )
  const message = fc.oneof(
    fc.record({ text, options }).map(({ text, options }): OutboundMessage => {
      return { kind: 'text', text, choices: { id: 'a1B2c3', options } }
    }),
    text.map((caption): OutboundMessage => {
      return { kind: 'photo', url: 'https://anh.example.vn/1.jpg', caption }
    }),
  )

  test('parts are numbered, not empty, within the limit and the same every time', () => {
    fc.assert(
      fc.property(message, (given) => {
        const parts = channel.render(given)
        expect(channel.render(given)).toEqual(parts)
        expect(parts.map(({ index }) => index)).toEqual(parts.map((_part, index) => index))
        for (const { of, payload } of parts) {
          expect(of).toBe(parts.length)
          const said = String(payload.text ?? payload.caption ?? payload.photo)
          expect(said.trim()).not.toBe('')
          expect(said.length).toBeLessThanOrEqual(textLimit)
          expect(said).not.toMatch(/\p{Surrogate}/u)
        }
        expect(JSON.parse(JSON.stringify(parts))).toEqual(parts)
      }),
      { numRuns: 150 },
    )
  })

  test('a part that waits can be said by another channel in the same words', () => {
    fc.assert(
      fc.property(message, (given) => {
        for (const part of channel.render(given)) {
          const again = channel.restate(part)
          const said = again && channel.render(again)
          expect(said?.map(({ payload }) => payload.text ?? payload.caption)).toEqual([
            part.payload.text ?? part.payload.caption,
          ])
        }
      }),
      { numRuns: 50 },
    )
    expect(channel.restate({ index: 0, of: 1, payload: { method: 'elsewhere' } })).toBeUndefined()
  })

  test('what looks like markup is sent as it was typed', () => {
    const typed = '*đậm* _nghiêng_ <b>x</b> {red}đỏ{/red} [liên kết](https://example.vn) `mã`'
    const [part] = channel.render({ kind: 'text', text: typed })
    expect(part?.payload).toEqual({ method: 'sendMessage', text: typed })
  })

  test('the options stand as a numbered list at the end of the message', () => {
    const choices = {
      id: 'a1B2c3',
      options: [
        { key: 'gui', label: 'Gửi' },
        { key: 'sua', label: 'Sửa lại' },
      ],
    }
    const [part] = channel.render({ kind: 'text', text: 'Gửi báo cáo này?', choices })
    expect(part?.payload.text).toBe('Gửi báo cáo này?\n\n1. Gửi\n2. Sửa lại')
  })

  test('a photo keeps a short caption and gives a long one to messages of its own', () => {
    const url = 'https://anh.example.vn/1.jpg'
    const [alone, ...none] = channel.render({ kind: 'photo', url, caption: 'Lễ ra quân' })
    expect(alone?.payload).toEqual({ method: 'sendPhoto', photo: url, caption: 'Lễ ra quân' })
    expect(none).toEqual([])
    const caption = 'Chú thích dài. '.repeat(400)
    const [photo, ...texts] = channel.render({ kind: 'photo', url, caption })
    expect(photo?.payload).toEqual({ method: 'sendPhoto', photo: url })
    expect(texts.map(({ payload }) => payload.text).join(' ')).toBe(caption.trim())
  })
}
