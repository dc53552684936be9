import { describe, expect, test } from 'vitest'
import { withholdReason } from '../../../../bot/language/safety/secret-content.ts'
import { fixture } from '../context.ts'

type Messages = Readonly<
  Record<'secret' | 'identityPhotos' | 'ordinary' | 'ordinaryPhotos', readonly string[]>
>

const { secret, identityPhotos, ordinary, ordinaryPhotos } = fixture<Messages>('secret-content')

describe.each([
  ['as typed', (text: string) => text],
  ['in NFD', (text: string) => text.normalize('NFD')],
])('%s', (_, change) => {
  test('a mark of secrecy is seen in words and in captions', () => {
    for (const pictured of [false, true])
      expect(secret.filter((text) => !withholdReason(change(text), pictured))).toEqual([])
  })

  test('a picture of an identity paper is known by its caption', () => {
    const reasons = identityPhotos.map((text) => withholdReason(change(text), true))
    expect(identityPhotos.filter((_text, at) => reasons[at] !== 'identity-paper')).toEqual([])
  })

  test('ordinary speech is kept', () => {
    expect(ordinary.filter((text) => withholdReason(change(text), false))).toEqual([])
    expect(ordinary.filter((text) => withholdReason(change(text), true))).toEqual([])
    expect(ordinaryPhotos.filter((text) => withholdReason(change(text), true))).toEqual([])
  })
})

test('words about an identity card without a picture are kept', () => {
  expect(withholdReason('em gửi CCCD của chị Hoa ở đâu', false)).toBeUndefined()
})

test('no labelled report or utterance is withheld', () => {
  const reports = ['reports-dev', 'reports-held-out'].flatMap(
    (name) => fixture<{ reports: readonly { text: string }[] }>(name).reports,
  )
  const utterances = ['utterances-dev', 'utterances-held-out'].flatMap((name) =>
    Object.values(fixture<{ utterances: Record<string, readonly string[]> }>(name).utterances),
  )
  const texts = [...reports.map(({ text }) => text), ...utterances.flat()]
  expect(texts.filter((text) => withholdReason(text, true) === 'secret-mark')).toEqual([])
})
