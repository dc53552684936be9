import type { Preview } from '../../../core/announcement/draft-announcement.ts'
import type { ChannelName } from '../../../core/delivery/channel.ts'
import type { Outcome } from '../../../core/refusal.ts'
import { textParts } from '../../channels/numbered-choices.ts'
import { PACE } from '../../channels/pace.ts'
import type { ShownPiece } from '../../texts/announcements.ts'
import { sayPreview } from '../../texts/announcements.ts'
import { PICTURE_NOT_SHOWN, sayShownPhoto } from '../../texts/notice-photos.ts'
import type { Answer } from '../turn.ts'
import { refused } from '../turn.ts'

/** Shows a draft, and asks for its count. */
export function preview(outcome: Outcome<Preview>): Answer {
  if (!outcome.ok) return refused(outcome.refusal)
  const { announcement, recipients, channels } = outcome.value
  const seconds = channels.map(
    ({ channel, people, parts }) => (people * parts.length) / PACE[channel].perSecond,
  )
  const minutes = Math.max(1, Math.ceil(Math.max(0, ...seconds) / 60))
  return {
    what: 'announcement-previewed',
    verbatim: true,
    text: sayPreview(outcome.value, { pieces: piecesOf(outcome.value), minutes }),
    ask: {
      topic: {
        kind: 'release-announcement',
        announcementId: announcement.id,
        recipients: recipients.length,
      },
      options: [],
    },
    ...shownPhoto(outcome.value),
  }
}

/** The photo itself, as soon as there is one to be looked at. */
function shownPhoto({ announcement: { code, photoId: id }, photo }: Preview): Pick<Answer, 'file'> {
  if (photo !== 'ready' || id === undefined) return {}
  const caption = sayShownPhoto(code)
  return { file: { id, caption, instead: PICTURE_NOT_SHOWN, picture: true } }
}

/** What the person of the preview would see on each channel; what is the same on several is shown once. */
function piecesOf({ channels, example: { message } }: Preview): readonly ShownPiece[] {
  const looks = new Map<string, { on: ChannelName[]; pieces: readonly Piece[] }>()
  for (const { channel, parts } of channels) {
    const pieces = parts.map(({ payload }) => pieceIn(payload))
    const key = JSON.stringify(pieces)
    const look = looks.get(key) ?? { on: [], pieces }
    looks.set(key, { ...look, on: [...look.on, channel] })
  }
  if (looks.size === 0 && 'choices' in message) {
    const photo = message.kind === 'picture'
    return textParts(message.text, message.choices.options, Number.MAX_SAFE_INTEGER).map(
      (text) => ({
        ...{ on: [], photo, text, number: 1, of: 1 },
      }),
    )
  }
  return [...looks.values()].flatMap(({ on, pieces }) =>
    pieces.map((piece, at) => ({ ...piece, on, number: at + 1, of: pieces.length })),
  )
}

type Piece = Pick<ShownPiece, 'photo' | 'text'>

/** A photo is known by its address or by the file that is uploaded. */
function pieceIn(payload: Readonly<Record<string, unknown>>): Piece {
  const words = payload['text'] ?? payload['caption']
  const photo = 'photo' in payload || 'fileId' in payload
  return { photo, text: typeof words === 'string' ? words : '' }
}
