import { Temporal } from 'temporal-polyfill'
import { acknowledgeAnnouncement } from '../../core/announcement/acknowledge-announcement.ts'
import type { Audience } from '../../core/announcement/audience.ts'
import type { Wish } from '../../core/announcement/draft-announcement.ts'
import { draftAnnouncement } from '../../core/announcement/draft-announcement.ts'
import { findAnnouncement } from '../../core/announcement/find-announcement.ts'
import { correctAnnouncement, remindSilent } from '../../core/announcement/follow-announcement.ts'
import { progressOf } from '../../core/announcement/progress.ts'
import {
  declineForAnother,
  releaseAnnouncement,
  releaseForAnother,
} from '../../core/announcement/release-announcement.ts'
import { showDraft } from '../../core/announcement/show-draft.ts'
import { resumeAnnouncement, stopAnnouncement } from '../../core/announcement/stop-announcement.ts'
import { instantOf, localDateOf, localTimeOf } from '../../core/calendar/local-time.ts'
import type { Instant } from '../../core/calendar/local-time.ts'
import { openQuestions } from '../../core/conversation/ask.ts'
import type { OpenQuestion, Topic } from '../../core/conversation/conversation.ts'
import { clustersOf } from '../../core/group/group.ts'
import { may } from '../../core/permission.ts'
import { fold } from '../language/fold.ts'
import type { OfficeErrand } from '../language/notice-errands.ts'
import { readNoticeErrand } from '../language/notice-errands.ts'
import type { NoticeHead } from '../language/notice-head.ts'
import { readAttachedPaper, readNoticeHead } from '../language/notice-head.ts'
import { typedCount } from '../language/typed-count.ts'
import type { PromisedMoment } from '../language/understanding.ts'
import { ASK_TEXT_FOR_PHOTO } from '../texts/notice-photos.ts'
import type { SentLine } from '../texts/announcements.ts'
import {
  ANNOUNCEMENT_KEPT,
  ASK_SENT_TO_WHICH,
  ASK_ANNOUNCEMENT_TEXT,
  sayAcknowledged,
  sayDecision,
  sayOtherRecipients,
  sayProgress,
  sayReleased,
  sayResumed,
  saySentTo,
  sayStopped,
  sayUnclearUnit,
} from '../texts/announcements.ts'
import { pickDeadline } from './chasing.ts'
import { openPhoto } from './evidence.ts'
import { preview } from './previewing.ts'
import type { Answer, Spoken } from './turn.ts'
import { refused } from './turn.ts'

const LEDGER_LINES = 7

/** What is asked about notices, by whoever may send them; "đã nắm" by anybody. Undefined for any other message. */
export async function askNotices(turn: Spoken): Promise<Answer | undefined> {
  const errand = readNoticeErrand(turn.text)
  if (!errand) return undefined
  if (errand.kind === 'drop-photo') return undefined
  if (errand.kind === 'acknowledge') return acknowledgeInWords(turn, errand.code)
  return may(turn.official, 'announce') ? carryOutErrand(turn, errand) : undefined
}

async function carryOutErrand(
  turn: Spoken,
  errand: Exclude<OfficeErrand, { kind: 'drop-photo' }>,
): Promise<Answer> {
  const { tx, official } = turn
  switch (errand.kind) {
    case 'compose':
      return compose(turn, errand)
    case 'correct':
      return preview(await correctAnnouncement(tx, official, errand))
    case 'remind':
      return preview(await remindSilent(tx, official, errand.code))
    case 'status':
      return status(turn, errand.code)
    case 'sent-to':
      return sentTo(turn)
    case 'stop': {
      const outcome = await stopAnnouncement(tx, official, errand.code)
      if (!outcome.ok) return refused(outcome.refusal)
      return { what: 'announcement-stopped', text: sayStopped(outcome.value) }
    }
    case 'resume': {
      const outcome = await resumeAnnouncement(tx, official, errand.code)
      if (!outcome.ok) return refused(outcome.refusal)
      return { what: 'announcement-resumed', text: sayResumed(outcome.value), released: true }
    }
  }
}

/** "Gửi thông báo" in whatever words: what stands before a colon says for whom and when. */
export async function announce(turn: Spoken): Promise<Answer> {
  if (!may(turn.official, 'announce')) return refused({ reason: 'not-allowed', action: 'announce' })
  const errand = readNoticeErrand(turn.text)
  return compose(turn, errand?.kind === 'compose' ? errand : { head: turn.text, text: '' })
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
  if (text === '')
    return {
      what: 'announcement-asked-for',
      text: photoId === undefined ? ASK_ANNOUNCEMENT_TEXT : ASK_TEXT_FOR_PHOTO,
      ask: { topic: { kind: 'announcement-text', head, ...photo }, options: [] },
    }
  const now = { today: localDateOf(tx.now), time: localTimeOf(tx.now) }
  const read = readNoticeHead(head, now)
  const unclear = [read.to, read.except].flatMap((words) => {
    const { match, candidates } = turn.read(words).units
    return match === 'ambiguous' ? candidates.map(({ name }) => name) : []
  })
  if (unclear.length > 0)
    return { what: 'announcement-unit-unclear', text: sayUnclearUnit(unclear) }
  const wish: Wish = {
    ...readAttachedPaper(text, now.today),
    audience: await audienceOf(turn, read),
    optional: read.optional,
    weekly: read.weekly,
    ...photo,
    ...(read.moment ? { sendAt: momentOf(read.moment) } : {}),
  }
  return preview(await draftAnnouncement(tx, official, wish))
}

/** Without an hour: from the beginning of that day's office hours on. */
function momentOf({ on, at }: PromisedMoment): Instant {
  return instantOf(on, at ?? Temporal.PlainTime.from('07:00'))
}

async function audienceOf(turn: Spoken, head: NoticeHead): Promise<Audience> {
  const { tx, campaign } = turn
  const units = campaign ? await tx.units.list(campaign.id) : []
  const words = fold(head.to)
  const clusters = clustersOf(units).filter((name) => words.includes(fold(name)))
  const except = codesIn(turn, head.except)
  const named = clusters.length > 0 ? [] : codesIn(turn, head.to)
  const deadline = head.owing && campaign ? await pickDeadline(turn, campaign.id) : undefined
  return {
    ...(head.roles.length > 0 ? { roles: head.roles } : {}),
    ...(named.length > 0 ? { unitCodes: named } : {}),
    ...(head.kinds.length > 0 ? { kinds: head.kinds } : {}),
    ...(clusters.length > 0 ? { clusters } : {}),
    ...(deadline ? { owing: deadline.id } : {}),
    ...(except.length > 0 ? { except } : {}),
  }
}

function codesIn(turn: Spoken, words: string): readonly string[] {
  const { match, candidates } = turn.read(words).units
  return match === 'sure' ? candidates.map(({ code }) => code) : []
}

/** "gửi 45": only the count that was shown lets it leave. */
export async function confirm(
  { tx, official, text }: Spoken,
  question: OpenQuestion,
  topic: Extract<Topic, { kind: 'release-announcement' }>,
): Promise<Answer> {
  if (typedCount(text) === undefined)
    return { what: 'announcement-kept', text: ANNOUNCEMENT_KEPT, answered: question }
  if (typedCount(text) !== topic.recipients)
    return { what: 'count-differs', text: sayOtherRecipients(topic.recipients) }
  const outcome = await releaseAnnouncement(tx, official, topic.announcementId)
  if (!outcome.ok) return { ...refused(outcome.refusal), answered: question }
  const { announcement, recipients, askedOf } = outcome.value
  return {
    what: 'announcement-released',
    text: sayReleased(announcement, recipients, askedOf),
    released: true,
    answered: question,
  }
}

/** The second person has decided whether it leaves. */
export async function decideRelease(
  { tx, official }: Spoken,
  announcementId: string,
  key: string,
): Promise<Answer> {
  if (key !== 'release') {
    const outcome = await declineForAnother(tx, official, announcementId)
    if (!outcome.ok) return refused(outcome.refusal)
    return { what: 'release-declined', text: sayDecision(outcome.value.code, undefined) }
  }
  const outcome = await releaseForAnother(tx, official, announcementId)
  if (!outcome.ok) return refused(outcome.refusal)
  const { announcement, recipients } = outcome.value
  return {
    what: 'announcement-released',
    text: sayDecision(announcement.code, recipients),
    released: true,
  }
}

/** "TB-003 tới đâu"; an own draft is shown again, and can be sent. */
async function status({ tx, official }: Spoken, code: string): Promise<Answer> {
  const found = await findAnnouncement(tx, official, { code, states: [] })
  if (!found.ok) return refused(found.refusal)
  const { id, state, authorId } = found.value
  if (state === 'draft' && authorId === official.id)
    return preview(await showDraft(tx, official, id))
  return { what: 'announcement-status', text: sayProgress(await progressOf(tx, found.value)) }
}

/** "Đã gửi gì cho xã X": the unit's last unasked messages, from the ledger. */
async function sentTo({ tx, understood }: Spoken): Promise<Answer> {
  const [unit] = understood.units.match === 'sure' ? understood.units.candidates : []
  if (!unit) return { what: 'sent-to-which', text: ASK_SENT_TO_WHICH }
  const filter = { unitCode: unit.code, unasked: true, limit: LEDGER_LINES }
  const entries = await tx.outbox.listLedger(filter)
  const lines: SentLine[] = []
  for (const entry of entries) {
    const to =
      entry.official === undefined ? undefined : await tx.officials.findByCode(entry.official)
    lines.push({ entry, name: to?.name ?? '' })
  }
  return { what: 'sent-to', text: saySentTo(unit.name, lines) }
}

/** "1 = đã nắm". */
export async function acknowledge(
  { tx, official }: Spoken,
  announcementId: string,
): Promise<Answer> {
  const { code } = await acknowledgeAnnouncement(tx, official, announcementId)
  return { what: 'acknowledged', text: sayAcknowledged(code), toast: 'Đã nắm' }
}

/** "Đã nắm TB-003", or the notice that was asked about last; undefined where none was. */
async function acknowledgeInWords(
  turn: Spoken,
  code: string | undefined,
): Promise<Answer | undefined> {
  const { tx, campaign, state } = turn
  const asked = openQuestions(state, tx.now).findLast(
    ({ topic }) => topic.kind === 'acknowledge-announcement',
  )
  if (code !== undefined && campaign) {
    const found = await tx.announcements.findByCode(campaign.id, code)
    if (!found) return refused({ reason: 'announcement-not-found', code })
    return acknowledge(turn, found.id)
  }
  if (asked?.topic.kind !== 'acknowledge-announcement') return undefined
  return { ...(await acknowledge(turn, asked.topic.announcementId)), answered: asked }
}
