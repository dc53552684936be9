import type { Wish } from '../../../core/announcement/draft-announcement.ts'
import { draftAnnouncement } from '../../../core/announcement/draft-announcement.ts'
import { localDateOf, localTimeOf } from '../../../core/calendar/local-time.ts'
import type { Topic } from '../../../core/conversation/conversation.ts'
import { may } from '../../../core/permission.ts'
import { readAttachedPaper } from '../../language/errands/attached-paper.ts'
import { readNoticeErrand, splitNotice } from '../../language/errands/notice-errands.ts'
import { readNoticeHead } from '../../language/errands/notice-head.ts'
import {
  ASK_ANNOUNCEMENT_TEXT,
  sayUnclearAudience,
  sayUnclearMoment,
  sayUnclearUnit,
} from '../../texts/announcements.ts'
import { ASK_TEXT_FOR_PHOTO } from '../../texts/notice-photos.ts'
import type { Meant } from './addressing.ts'
import { meantBy } from './addressing.ts'
import { openPhoto } from '../reporting/evidence.ts'
import { preview } from './previewing.ts'
import type { Answer, Spoken } from '../turn.ts'
import { refused } from '../turn.ts'

/** "Gửi thông báo" in whatever words: what stands before a colon says for whom and when. */
export async function announce(turn: Spoken): Promise<Answer> {
  if (!may(turn.official, 'announce')) return refused({ reason: 'not-allowed', action: 'announce' })
  const errand = readNoticeErrand(turn.text)
  return compose(turn, errand?.kind === 'compose' ? errand : splitNotice(turn.text))
}

/** What is to go out: what was said before the text, the text, and the photo that came with it. */
export type Composed = { readonly head: string; readonly text: string; readonly photoId?: string }

/**
 * Drafts the notice and shows exactly what will go out, to whom and when; asks for the text where it is
 * missing. A photo that was sent just before, without a word of what it is of, goes with it.
 */
export async function compose(turn: Spoken, { head, text, ...own }: Composed): Promise<Answer> {
  const { tx, official } = turn
  const photoId = own.photoId ?? openPhoto(turn)
  const photo = photoId === undefined ? {} : { photoId }
  const now = { today: localDateOf(tx.now), time: localTimeOf(tx.now) }
  const read = readNoticeHead(head, now)
  const meant = await meantBy(turn, read)
  if (!meant.ok) return unclear(meant)
  if (text === '')
    return {
      what: 'announcement-asked-for',
      text: photoId === undefined ? ASK_ANNOUNCEMENT_TEXT : ASK_TEXT_FOR_PHOTO,
      ask: { topic: { kind: 'announcement-text', head, ...photo }, options: [] },
    }
  const wish: Wish = {
    ...readAttachedPaper(text, now.today),
    audience: meant.audience,
    optional: read.optional,
    weekly: read.weekly,
    ...photo,
    ...(meant.sendAt ? { sendAt: meant.sendAt } : {}),
  }
  return preview(await draftAnnouncement(tx, official, wish))
}

/** The text that was asked for, or the whole notice said anew. */
export async function composeText(
  turn: Spoken,
  { head = '', photoId }: Extract<Topic, { kind: 'announcement-text' }>,
): Promise<Answer> {
  const errand = readNoticeErrand(turn.text)
  const isAnew = errand?.kind === 'compose' && errand.text !== ''
  const composed = isAnew ? errand : { head, text: turn.text }
  return compose(turn, { ...composed, ...(photoId === undefined ? {} : { photoId }) })
}

/** Nothing is drafted where it is not sure whom it would go to, or when. */
function unclear(meant: Extract<Meant, { ok: false }>): Answer {
  const what = 'announcement-unclear'
  if ('moment' in meant) return { what, text: sayUnclearMoment(meant.moment) }
  if (meant.unclear.length > 0) return { what, text: sayUnclearAudience(meant.unclear) }
  return { what, text: sayUnclearUnit(meant.several) }
}
