import { correctAnnouncement } from '../../../core/announcement/follow-announcement.ts'
import { findAnnouncement } from '../../../core/announcement/find-announcement.ts'
import { changePhoto, showDraft } from '../../../core/announcement/show-draft.ts'
import { openQuestions } from '../../../core/conversation/ask.ts'
import type { Topic } from '../../../core/conversation/conversation.ts'
import type { Linked } from '../../../core/official/official-store.ts'
import { may } from '../../../core/permission.ts'
import type { Outcome } from '../../../core/refusal.ts'
import { accept, refuse } from '../../../core/refusal.ts'
import { readNoticeErrand } from '../../language/errands/notice-errands.ts'
import { readPraiseErrand } from '../../language/errands/praise-errand.ts'
import { ASK_TEXT_FOR_PHOTO, NO_FILE, ONE_PHOTO } from '../../texts/notice-photos.ts'
import { compose } from './composing.ts'
import type { Kept } from '../reporting/evidence.ts'
import { proposeOf } from './praising.ts'
import { preview } from './previewing.ts'
import type { Answer, Spoken, Turn } from '../turn.ts'
import { refused } from '../turn.ts'

/** What came, and the words that came with it. */
type Sent = { readonly kept: Kept; readonly spoken: Spoken | undefined }

/**
 * A photo for a notice, from whoever may send one: with the notice, its correction or its code below it, or
 * while one is being written. Undefined for every other photo.
 */
export async function takeNoticePhoto(
  turn: Turn,
  { official }: Linked,
  sent: Sent,
): Promise<Answer | undefined> {
  const [photoId] = sent.kept.ids
  if (photoId === undefined || sent.kept.kind === 'voice') return undefined
  if (!may(official, 'announce')) return undefined
  const answer = await putToNotice(turn, official, { ...sent, photoId })
  if (!answer) return undefined
  const remark = remarkOn(sent.kept)
  return remark === undefined ? answer : { ...answer, text: `${remark}\n${answer.text ?? ''}` }
}

function remarkOn({ ids, kind }: Kept): string | undefined {
  if (kind !== 'photo') return NO_FILE
  return ids.length > 1 ? ONE_PHOTO : undefined
}

type Photo = Sent & { readonly photoId: string }

async function putToNotice(
  turn: Turn,
  official: Linked['official'],
  { kept, spoken, photoId }: Photo,
): Promise<Answer | undefined> {
  const photo = kept.kind === 'photo' ? { photoId } : {}
  if (!spoken) return putToOpen(turn, official, photo)
  const { tx } = turn
  const errand = readNoticeErrand(spoken.text)
  if (errand?.kind === 'compose') return compose(spoken, { ...errand, ...photo })
  if (errand?.kind === 'correct')
    return preview(await correctAnnouncement(tx, official, { ...errand, ...photo }))
  if (errand?.kind === 'status') return putToDraft(spoken, errand.code, putPhoto, photo)
  const praise = readPraiseErrand(spoken.text)
  if (praise?.kind === 'propose')
    return proposeOf(
      spoken,
      praise,
      kept.kind === 'photo' ? { of: 'author', id: photoId } : undefined,
    )
  const asked = openTopic(turn, 'announcement-text')
  if (asked) return compose(spoken, { head: asked.head ?? '', text: spoken.text, ...photo })
  return undefined
}

/** Without a word it belongs to the notice that is being written. */
async function putToOpen(
  turn: Turn,
  official: Linked['official'],
  photo: { readonly photoId?: string },
): Promise<Answer | undefined> {
  const draft = openTopic(turn, 'release-announcement')
  if (draft) {
    const { announcementId } = draft
    return preview(await putPhoto(turn.tx, official, { announcementId, ...photo }))
  }
  const asked = openTopic(turn, 'announcement-text')
  if (!asked) return undefined
  return {
    what: 'announcement-asked-for',
    text: ASK_TEXT_FOR_PHOTO,
    ask: { topic: { ...asked, ...photo }, options: [] },
  }
}

/** A file that is no photo leaves the draft as it is. */
const putPhoto: typeof changePhoto = (tx, official, change) =>
  change.photoId === undefined
    ? showDraft(tx, official, change.announcementId)
    : changePhoto(tx, official, change)

/** The bot's own newest question, if it is about that. */
function openTopic<K extends Topic['kind']>(
  { state, tx }: Turn,
  kind: K,
): Extract<Topic, { kind: K }> | undefined {
  const own = openQuestions(state, tx.now).findLast(({ unasked }) => !unasked)
  return own?.topic.kind === kind ? (own.topic as Extract<Topic, { kind: K }>) : undefined
}

/** "Bỏ ảnh TB-003", or of the notice that is being written or looked at; undefined for any other message. */
export async function hearPhotoDrop(turn: Spoken): Promise<Answer | undefined> {
  const errand = readNoticeErrand(turn.text)
  if (errand?.kind !== 'drop-photo' || !may(turn.official, 'announce')) return undefined
  const asked = openTopic(turn, 'announcement-text')
  if (errand.code !== undefined || !asked) return putToDraft(turn, errand.code, changePhoto)
  return compose(turn, { head: asked.head ?? '', text: '' })
}

async function putToDraft(
  turn: Spoken,
  code: string | undefined,
  change: typeof changePhoto,
  photo: { readonly photoId?: string } = {},
): Promise<Answer> {
  const found = await draftMeant(turn, code)
  if (!found.ok) return refused(found.refusal)
  const put = { announcementId: found.value, ...photo }
  return preview(await change(turn.tx, turn.official, put))
}

async function draftMeant(turn: Spoken, code: string | undefined): Promise<Outcome<string>> {
  if (code === undefined) {
    const open = openTopic(turn, 'release-announcement')
    return open ? accept(open.announcementId) : refuse({ reason: 'announcement-not-found' })
  }
  const found = await findAnnouncement(turn.tx, turn.official, { code, states: [] })
  return found.ok ? accept(found.value.id) : found
}
