import { acknowledgeAnnouncement } from '../../../core/announcement/acknowledge-announcement.ts'
import { findAnnouncement } from '../../../core/announcement/find-announcement.ts'
import {
  correctAnnouncement,
  remindSilent,
} from '../../../core/announcement/follow-announcement.ts'
import { hastenAnnouncement } from '../../../core/announcement/hasten-announcement.ts'
import { progressOf } from '../../../core/announcement/progress.ts'
import {
  declineForAnother,
  releaseAnnouncement,
  releaseForAnother,
} from '../../../core/announcement/release-announcement.ts'
import { showDraft } from '../../../core/announcement/show-draft.ts'
import {
  resumeAnnouncement,
  stopAnnouncement,
} from '../../../core/announcement/stop-announcement.ts'
import { openQuestions } from '../../../core/conversation/ask.ts'
import type { OpenQuestion, Topic } from '../../../core/conversation/conversation.ts'
import { may } from '../../../core/permission.ts'
import type { OfficeErrand } from '../../language/errands/notice-errands.ts'
import { readNoticeErrand } from '../../language/errands/notice-errands.ts'
import { fold } from '../../language/writing/fold.ts'
import { agreesLoosely, typedCount } from '../../language/figures/typed-count.ts'
import type { SentLine, WaitedFor } from '../../texts/notice-progress.ts'
import {
  sayHastened,
  sayProgress,
  sayResumed,
  saySentTo,
  sayStopped,
} from '../../texts/notice-progress.ts'
import {
  ANNOUNCEMENT_KEPT,
  ASK_SENT_TO_WHICH,
  sayAcknowledged,
  sayDecision,
  sayOtherRecipients,
  sayReleased,
} from '../../texts/announcements.ts'
import { compose } from './composing.ts'
import { preview } from './previewing.ts'
import type { Answer, Spoken } from '../turn.ts'
import { refused } from '../turn.ts'

const LEDGER_LINES = 5

/** What is asked about notices, by whoever may send them; "đã nắm" by anybody. Undefined for any other message. */
export async function askNotices(turn: Spoken): Promise<Answer | undefined> {
  const errand = readNoticeErrand(turn.text)
  if (!errand) return confirmLate(turn)
  if (errand.kind === 'drop-photo') return undefined
  if (errand.kind === 'acknowledge') return acknowledgeInWords(turn, errand.code)
  return may(turn.official, 'announce') ? carryOutErrand(turn, errand) : undefined
}

/** "Gửi 45" when the question is gone: the own draft that was written last is shown again, not sent. */
async function confirmLate(turn: Spoken): Promise<Answer | undefined> {
  const { tx, official, campaign, text } = turn
  const isCount = typedCount(text) !== undefined && fold(text).startsWith('gui')
  if (!isCount || !campaign || !may(official, 'announce')) return undefined
  const drafts = await tx.announcements.list(campaign.id, { states: ['draft'], limit: 10 })
  const own = drafts.find(({ authorId }) => authorId === official.id)
  return own && preview(await showDraft(tx, official, own.id))
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
    case 'hasten': {
      const outcome = await hastenAnnouncement(tx, official, errand.code)
      if (!outcome.ok) return refused(outcome.refusal)
      const { announcement, leaves } = outcome.value
      const text = sayHastened(announcement.code, leaves)
      return { what: 'announcement-hastened', text, released: true }
    }
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

/** "gửi 45": only the count that was shown lets it leave. */
export async function confirm(
  { tx, official, text }: Spoken,
  question: OpenQuestion,
  topic: Extract<Topic, { kind: 'release-announcement' }>,
): Promise<Answer> {
  const count = typedCount(text)
  if (count === undefined && !agreesLoosely(text))
    return { what: 'announcement-kept', text: ANNOUNCEMENT_KEPT, answered: question }
  if (count !== topic.recipients)
    return { what: 'count-differs', text: sayOtherRecipients(topic.recipients) }
  const outcome = await releaseAnnouncement(tx, official, topic.announcementId)
  if (!outcome.ok) return { ...refused(outcome.refusal), answered: question }
  const { announcement, recipients, ...released } = outcome.value
  return {
    what: 'announcement-released',
    text: sayReleased(announcement, recipients, released),
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
  const { announcement, ...released } = outcome.value
  return {
    what: 'announcement-released',
    text: sayDecision(announcement.code, released),
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
  const waiting: WaitedFor[] = []
  for (const { announcement, people } of await tx.announcements.listWaitingFor(unit.code)) {
    const { waits } = await progressOf(tx, announcement)
    if (waits) waiting.push({ announcement, people, waits })
  }
  return { what: 'sent-to', text: saySentTo(unit.name, { lines, waiting }) }
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
