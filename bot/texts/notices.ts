import type { Notice } from '../../core/notice.ts'
import type { ChoiceSet, OutboundMessage } from '../../core/delivery/channel.ts'
import type { Picture } from '../../core/file/stored-file.ts'
import type { Official } from '../../core/official/official.ts'
import { sayAnnouncement, sayReleaseAsked, sayReleaseDecided } from './announcements.ts'
import { sayDeputyNamed, sayDeputyReleased, sayHandover } from './absences.ts'
import { sayChannelBudget, sayChannelFull, sayChannelRests, sayLoopStopped } from './channels.ts'
import { sayDigest } from './chasing.ts'
import { sayExtensionAsked, sayExtensionDeclined, sayUnitExtended } from './extensions.ts'
import type { NominationAction } from '../../core/nomination/nomination-action.ts'
import type { NominationView } from '../../core/nomination/view.ts'
import { answeringUnit, viewFor } from '../../core/nomination/view.ts'
import { sayVoteAsked } from './council.ts'
import { sayRequestDecided, sayRequestToOffice } from './data-rights.ts'
import { sayAwarded, sayToAnnounce } from './decisions.ts'
import { sayDraftStored } from './drafts.ts'
import { sayOfficeAnswer } from './kept.ts'
import { sayPeriod } from './moments.ts'
import { sayProgress } from './notice-progress.ts'
import { PICTURE_NOT_SHOWN, sayPhotoCame, sayPhotoLost } from './notice-photos.ts'
import { sayDraftWaits, sayEndorsementAsked, sayMoved } from './nominations.ts'
import { sayName, sayTo, shorten } from './people.ts'
import { sayConsentAsked, sayConsentGiven } from './praise.ts'
import { sayReminder } from './reminders.ts'

type Sentences = {
  [K in Notice['kind']]: (notice: Extract<Notice, { kind: K }>, to: Official) => OutboundMessage
}

function text(content: string): OutboundMessage {
  return { kind: 'text', text: content }
}

/** Words below a picture, where there is one. */
function shown(
  picture: Picture | undefined,
  { text: words, choices }: { text: string; choices?: ChoiceSet },
): OutboundMessage {
  const message = { text: words, ...(choices ? { choices } : {}) }
  return picture
    ? { kind: 'picture', ...picture, ...message, instead: PICTURE_NOT_SHOWN }
    : { kind: 'text', ...message }
}

/** Every unasked message. One without its sentence does not compile. */
const SENTENCES: Sentences = {
  reminder: (notice, to) => text(sayReminder(notice, to)),
  announcement: (notice, to) =>
    shown(notice.picture, { text: sayAnnouncement(notice, to), choices: notice.choices }),
  'release-asked': (notice, to) =>
    shown(notice.content.picture, { text: sayReleaseAsked(notice, to), choices: notice.choices }),
  'photo-came': ({ picture, ...notice }, to) =>
    shown(picture, { text: `Kính gửi ${sayName(to)}. ${sayPhotoCame(notice)}` }),
  'photo-lost': ({ code }, to) => text(`Kính gửi ${sayName(to)}. ${sayPhotoLost(code)}`),
  'release-decided': (notice, to) => text(`Kính gửi ${sayName(to)}. ${sayReleaseDecided(notice)}`),
  'announcement-through': ({ progress }, to) =>
    text(`Kính gửi ${sayName(to)}. Thông báo đã gửi xong.\n${sayProgress(progress)}`),
  digest: (notice, to) => text(sayDigest(notice, to)),
  'duty-extended': (notice, to) => text(`Kính gửi ${sayName(to)}. ${sayUnitExtended(notice)}`),
  'extension-declined': (notice, to) =>
    text(`Kính gửi ${sayName(to)}. ${sayExtensionDeclined(notice)}`),
  'extension-asked': ({ to: day, reason, choices, ...line }, to) => ({
    kind: 'text',
    text: `Kính gửi ${sayName(to)}. ${sayExtensionAsked(line, day, reason)}`,
    choices,
  }),
  'consent-asked': (notice, to) =>
    shown(notice.picture, {
      text: `Kính gửi ${sayName(to)}. ${sayConsentAsked(notice)}`,
      choices: notice.choices,
    }),
  'consent-given': ({ praise }, to) => text(`Kính gửi ${sayName(to)}. ${sayConsentGiven(praise)}`),
  'data-request-opened': (notice, to) =>
    text(`Kính gửi ${sayName(to)}. ${sayRequestToOffice(notice)}`),
  'data-request-decided': (notice, to) =>
    text(`Kính gửi ${sayName(to)}. ${sayRequestDecided(notice)}`),
  'deputy-named': ({ of, leave }, to) =>
    text(`Kính gửi ${sayName(to)}. ${sayDeputyNamed(of, leave)}`),
  'deputy-released': ({ of }, to) => text(`Kính gửi ${sayName(to)}. ${sayDeputyReleased(of)}`),
  handover: ({ from, page }, to) =>
    text(`Kính gửi ${sayName(to)}. ${from.name} bàn giao công việc.\n${sayHandover(page)}`),
  'channel-budget': (notice, to) => text(`Kính gửi ${sayName(to)}. ${sayChannelBudget(notice)}`),
  'channel-rests': (notice, to) => text(`Kính gửi ${sayName(to)}. ${sayChannelRests(notice)}`),
  'loop-stopped': (notice, to) => text(`Kính gửi ${sayName(to)}. ${sayLoopStopped(notice)}`),
  'channel-full': (notice, to) => text(`Kính gửi ${sayName(to)}. ${sayChannelFull(notice)}`),
  'endorsement-asked': ({ view, on, choices }, to) => ({
    kind: 'text',
    text: `Kính gửi ${sayName(to)}.\n${sayEndorsementAsked(view, on)}`,
    choices,
  }),
  'office-answer': ({ office, question, text: answer }, to) =>
    text(sayOfficeAnswer({ office, question, answer }, to)),
  'kept-reported': ({ office, report }, to) =>
    text(
      `Kính gửi ${sayName(to)}. ${office} đã ghi nhận tin nhắn của đồng chí thành báo cáo ${report.code} (${sayPeriod(report.period)}): ${shorten(report.content.text, 120)}\nSai chỗ nào, nhắn "sửa ${report.code}: …".`,
    ),
  'kept-waiting': ({ waiting, campaign }, to) =>
    text(
      `Kính gửi ${sayName(to)}. Có ${waiting} tin nhắn đang chờ ${campaign.office.name} xem. Nhắn "tin chờ" để xem và trả lời tại đây.`,
    ),
  'draft-stored': ({ report }, to) =>
    text(`Kính gửi ${sayName(to)}. ${sayDraftStored(report.code, report.content.text)}`),
  'draft-waits': ({ view, endsOn }, to) =>
    text(`Kính gửi ${sayName(to)}.\n${sayDraftWaits(view, endsOn)}`),
  'vote-asked': ({ ballot, reminder, choices }, to) => ({
    kind: 'text',
    text: `Kính gửi ${sayName(to)}. ${sayVoteAsked(ballot, reminder)}`,
    choices,
  }),
  'award-decided': ({ decision, award, isAwardee }, to) =>
    text(`Kính gửi ${sayName(to)}. ${sayAwarded(decision, award, isAwardee)}`),
  'decision-to-announce': ({ decision, awards }, to) =>
    text(`Kính gửi ${sayName(to)}. ${sayToAnnounce(decision, awards)}`),
  'nomination-moved': ({ view, action }, to) =>
    text(`Kính gửi ${sayName(to)}.\n${sayMoved(viewFor(view, to), forReader(view, action, to))}`),
}

/** A nomination that has left its unit is news to the office; to the unit it is where it is now. */
function forReader(view: NominationView, action: NominationAction, to: Official): NominationAction {
  return action === 'submit' && to.unitCode === answeringUnit(view).code ? 'endorse' : action
}

/** Somebody else's words, which stay as they are. */
const VERBATIM: ReadonlySet<Notice['kind']> = new Set<Notice['kind']>([
  'announcement',
  'release-asked',
  'office-answer',
])

/** Phrases a notice for one person, in the word of address that the person chose. */
export function phraseNotice(notice: Notice, to: Official): OutboundMessage {
  const say = SENTENCES[notice.kind] as (notice: Notice, to: Official) => OutboundMessage
  const message = say(notice, to)
  if (!('text' in message) || VERBATIM.has(notice.kind)) return message
  return { ...message, text: sayTo(to, message.text) }
}
