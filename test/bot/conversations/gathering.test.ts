import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { gather, MOST_AT_ONCE } from '../../../bot/conversations/gathering.ts'
import type { ConversationState } from '../../../core/conversation/conversation.ts'
import { NOTHING_OPEN } from '../../../core/conversation/conversation.ts'
import type { Address, ChannelName, InboundEvent } from '../../../core/delivery/channel.ts'
import type { InboxEntry } from '../../../core/inbox/inbox-store.ts'

const START = Temporal.Instant.from('2026-06-15T02:00:00Z')
const after = (ms: number) => START.add({ milliseconds: ms })
const address = 'telegram:1:2' as Address

type Sent = { readonly ms: number; readonly text?: string; readonly album?: string }

function entryOf({ ms, text, album }: Sent, index: number): InboxEntry {
  const base = {
    eventId: String(index),
    botId: '1',
    conversation: { address, kind: 'direct' },
    at: after(ms).epochMilliseconds,
    from: { address, userKey: '2' },
    messageRef: String(index),
  } as const
  const event: InboundEvent =
    text === undefined
      ? { ...base, kind: 'media', media: 'photo', ref: 'r', ...(album ? { albumId: album } : {}) }
      : { ...base, kind: 'text', text }
  return { seq: BigInt(index + 1), event, receivedAt: after(ms), attempts: 0 }
}

/** Words, each sent so many milliseconds after the first. */
const said = (...pieces: readonly (readonly [ms: number, text: string])[]): readonly Sent[] =>
  pieces.map(([ms, text]) => ({ ms, text }))

function look(
  sent: readonly Sent[],
  atMs: number,
  { state, channel }: { state?: ConversationState; channel?: ChannelName } = {},
): string {
  const found = gather(sent.map(entryOf), {
    state: state ?? NOTHING_OPEN,
    channel: channel ?? 'telegram',
    now: after(atMs),
  })
  if (found.kind === 'wait') return `wait ${found.until.since(START).total('milliseconds')}`
  return found.kind === 'take' ? `take ${found.entries.length}` : 'nothing'
}

describe('what is answered together', () => {
  test.each([
    [
      'a whole report at once',
      [{ ms: 0, text: '15/10 tổ chức 2 hội nghị, 120 người' }],
      0,
      'take 1',
    ],
    ['any other message at once', [{ ms: 0, text: 'hạn nào' }], 0, 'take 1'],
    ['a fragment not before three seconds', [{ ms: 0, text: '3 hội nghị nhé' }], 2999, 'wait 3000'],
    ['a fragment that nothing followed', [{ ms: 0, text: '3 hội nghị nhé' }], 3000, 'take 1'],
    ['a fragment without marks', [{ ms: 0, text: '3 hoi nghi nhe' }], 10, 'wait 3000'],
    [
      'fragments that say what and when',
      said([0, 'hôm qua'], [900, '3 hội nghị nhé']),
      900,
      'take 2',
    ],
    [
      'a fragment and the sentence it belongs to',
      said([0, 'hôm qua'], [900, 'bên em tổ chức 3 hội nghị, 120 người']),
      900,
      'take 2',
    ],
    ['a fragment that "xong" ends', said([0, '3 hội nghị nhé'], [500, 'xong ạ']), 500, 'take 2'],
    [
      'a fragment before a question, which comes next',
      said([0, '3 hội nghị nhé'], [500, 'hạn nộp là ngày nào vậy']),
      500,
      'take 1',
    ],
    [
      'two fragments that came more than three seconds apart, one after the other',
      said([0, '3 hội nghị nhé'], [3500, '120 người']),
      3600,
      'take 1',
    ],
    [
      'the photos of an album',
      [
        { ms: 0, album: 'a' },
        { ms: 100, album: 'a' },
        { ms: 200, album: 'a' },
      ],
      3000,
      'take 3',
    ],
    ['a photo alone, on a channel that tells albums, at once', [{ ms: 0 }], 0, 'take 1'],
  ] as const)('%s', (_name, sent, atMs, expected) => {
    expect(look(sent, atMs)).toBe(expected)
  })

  test('a photo waits where the channel does not tell albums', () => {
    expect(look([{ ms: 0 }], 0, { channel: 'zalo' })).toBe('wait 3000')
  })

  test('the answer to an open question, and what follows a report, never wait', () => {
    const asked: ConversationState = {
      ...NOTHING_OPEN,
      questions: [
        {
          id: 'q',
          topic: { kind: 'report-gap', gap: 'figure' },
          options: [],
          askedAt: START.toString(),
        },
      ],
    }
    const at = START.toString()
    const followed = { reportId: 'r', receivedAt: at, writtenAt: at }
    const fragment = [{ ms: 7000, text: '3 hội nghị nhé' }]
    expect(look(fragment, 7000, { state: asked })).toBe('take 1')
    expect(look(fragment, 7000, { state: { ...NOTHING_OPEN, followed } })).toBe('take 1')
    const late = [{ ms: 8001, text: '3 hội nghị nhé' }]
    expect(look(late, 8001, { state: { ...NOTHING_OPEN, followed } })).toBe('wait 11001')
  })
})

test('whatever comes and whenever it is looked at: everything is taken once, in order, within three seconds', () => {
  const texts = ['hôm qua', '3 hội nghị nhé', 'ở thôn 5', 'xong', 'hạn nào', '1', 'ok', '']
  const sent = fc.record({
    gap: fc.nat(4000),
    text: fc.option(fc.oneof(fc.constantFrom(...texts), fc.string({ unit: 'binary' })), {
      nil: undefined,
    }),
    album: fc.option(fc.constantFrom('a', 'b'), { nil: undefined }),
  })
  fc.assert(
    fc.property(fc.array(sent, { maxLength: 12 }), fc.nat(800), (gaps, step) => {
      let ms = 0
      const entries = gaps.map(({ gap, text, album }, index) => {
        ms += gap
        return entryOf(
          { ms, ...(text === undefined ? {} : { text }), ...(album ? { album } : {}) },
          index,
        )
      })
      const taken: bigint[] = []
      for (let now = 0; taken.length < entries.length; now += step + 400) {
        const here = entries.filter(
          ({ seq, receivedAt }) =>
            !taken.includes(seq) && Temporal.Instant.compare(receivedAt, after(now)) <= 0,
        )
        const found = gather(here, { state: NOTHING_OPEN, channel: 'zalo', now: after(now) })
        if (found.kind === 'nothing') expect(here).toEqual([])
        if (found.kind === 'wait') {
          const waited = after(now).since(here[0]!.receivedAt).total('milliseconds')
          expect(waited).toBeLessThan(3000)
        }
        if (found.kind !== 'take') continue
        expect(found.entries.length).toBeLessThanOrEqual(MOST_AT_ONCE)
        taken.push(...found.entries.map(({ seq }) => seq))
      }
      expect(taken).toEqual(entries.map(({ seq }) => seq))
    }),
    { numRuns: 40 },
  )
})
