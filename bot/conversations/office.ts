import { draftAnnouncement, releaseAnnouncement } from '../../core/announcement/announce.ts'
import { may } from '../../core/permission.ts'
import { ASK_ANNOUNCEMENT_TEXT, sayPreview, sayReleased } from '../texts/announcements.ts'
import type { Answer, Spoken } from './turn.ts'
import { choice, refused } from './turn.ts'

const SEND = [choice('send', 'Gửi'), choice('drop', 'Không gửi')]

/** "Gửi thông báo: …": shows exactly what will go out and to how many, and asks. */
export async function announce(turn: Spoken): Promise<Answer> {
  const { official, text } = turn
  if (!may(official, 'announce')) return refused({ reason: 'not-allowed', action: 'announce' })
  const content = /^[^:\n]{0,60}[:\n]\s*(?<content>[\s\S]+)$/u
    .exec(text)
    ?.groups?.['content']?.trim()
  if (!content)
    return {
      what: 'announcement-asked-for',
      text: ASK_ANNOUNCEMENT_TEXT,
      ask: { topic: { kind: 'announcement-text' }, options: [] },
    }
  return previewAnnouncement(turn, content)
}

export async function previewAnnouncement(turn: Spoken, content: string): Promise<Answer> {
  const outcome = await draftAnnouncement(turn.tx, turn.official, content)
  if (!outcome.ok) return refused(outcome.refusal)
  const announcementId = outcome.value.announcement.id
  return {
    what: 'announcement-previewed',
    text: sayPreview(outcome.value),
    ask: { topic: { kind: 'release-announcement', announcementId }, options: SEND },
  }
}

export async function release(turn: Spoken, announcementId: string, key: string): Promise<Answer> {
  if (key === 'drop')
    return { what: 'announcement-kept', text: 'Đã dừng, thông báo không được gửi.' }
  const outcome = await releaseAnnouncement(turn.tx, turn.official, announcementId)
  if (!outcome.ok) return refused(outcome.refusal)
  return {
    what: 'announcement-released',
    text: sayReleased(outcome.value.recipients),
    released: true,
  }
}
