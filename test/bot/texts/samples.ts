import { understand } from '../../../bot/language/understand.ts'
import * as absences from '../../../bot/texts/absences.ts'
import * as account from '../../../bot/texts/account.ts'
import * as announcements from '../../../bot/texts/announcements.ts'
import * as chasing from '../../../bot/texts/chasing.ts'
import * as deadlines from '../../../bot/texts/deadlines.ts'
import * as drafts from '../../../bot/texts/drafts.ts'
import * as duties from '../../../bot/texts/duties.ts'
import * as evidence from '../../../bot/texts/evidence.ts'
import * as extensions from '../../../bot/texts/extensions.ts'
import * as files from '../../../bot/texts/files.ts'
import * as findings from '../../../bot/texts/findings.ts'
import * as formerNames from '../../../bot/texts/former-names.ts'
import * as groups from '../../../bot/texts/groups.ts'
import * as help from '../../../bot/texts/help.ts'
import * as kept from '../../../bot/texts/kept.ts'
import * as moments from '../../../bot/texts/moments.ts'
import * as words from '../../../bot/texts/nomination-words.ts'
import * as nominations from '../../../bot/texts/nominations.ts'
import * as noticePhotos from '../../../bot/texts/notice-photos.ts'
import * as noticeProgress from '../../../bot/texts/notice-progress.ts'
import * as notices from '../../../bot/texts/notices.ts'
import * as people from '../../../bot/texts/people.ts'
import * as propagation from '../../../bot/texts/propagation.ts'
import * as refusals from '../../../bot/texts/refusals.ts'
import * as reminders from '../../../bot/texts/reminders.ts'
import * as reports from '../../../bot/texts/reports.ts'
import * as summaries from '../../../bot/texts/summaries.ts'
import * as whys from '../../../bot/texts/whys.ts'
import { PART_STATES } from '../../../core/delivery/outbox-store.ts'
import type { Leaving } from '../../../core/announcement/announcement.ts'
import type { Progress, Waiting } from '../../../core/announcement/standing.ts'
import type { OutboundMessage } from '../../../core/delivery/channel.ts'
import { PAPERS } from '../../../core/dossier/paper.ts'
import { ladderFor } from '../../../core/duty/deadline.ts'
import { NOMINATION_ACTIONS } from '../../../core/nomination/nomination-action.ts'
import type { Notice } from '../../../core/notice.ts'
import { ROLES } from '../../../core/official/role.ts'
import type { CalendarView } from '../../../core/propagation/approve-calendar.ts'
import type { Refusal } from '../../../core/refusal.ts'
import { APPRAISAL_SAMPLES } from './appraisal-samples.ts'
import { budgetSample, CHANNEL_SAMPLES } from './channel-samples.ts'
import { COUNCIL_SAMPLES } from './council-samples.ts'
import { PRAISE_SAMPLES } from './praise-samples.ts'
import { DATA_RIGHT_SAMPLES } from './data-right-samples.ts'
import { DESK_SAMPLES } from './desk-samples.ts'
import type { Longest } from './longest.ts'
import {
  announcementsOf,
  dutiesOf,
  handoverOf,
  NOTICES,
  progressSample,
  remindersOf,
  silencesOf,
  standingsOf,
  statesOf,
} from './notice-samples.ts'
import { aboutOf, REFUSALS, ruleIds } from './refusal-samples.ts'
import { READINESS_SAMPLES } from './readiness-samples.ts'
import { fragment, list, message, samplesOf } from './sample.ts'
import { UNIT_PLAN_SAMPLES, undatedOf } from './unit-plan-samples.ts'

const NOTE_STATES = ['open', 'halfway', 'approved', 'sent'] as const

/** The calendar with every note in each state. */
function calendarsOf({ campaign, today }: Longest): readonly CalendarView[] {
  const [shipped] = campaign.notes
  const note = shipped ?? { id: 'a', text: 'x'.repeat(300), source: 'Công văn 5/CV', approver: 'A' }
  return NOTE_STATES.map((state) => ({
    ...{ campaign, recipients: 350 },
    notes: Array.from({ length: 12 }, () => ({ note, on: today, state })),
  }))
}

/** The digest and the handover are lists, looked at by themselves. */
const ONE_GLANCE = (Object.keys(NOTICES) as Notice['kind'][]).filter(
  (kind) => kind !== 'digest' && kind !== 'handover',
)

const LINK = `https://thidua.example.vn/files/${'0'.repeat(36)}?e=1761264000&s=${'a'.repeat(43)}`

/** A notice that leaves at once, or at any moment for any reason. */
function leavingsOf(at: Longest['now']): readonly Leaving[] {
  return (['now', 'appointed', 'off-hours', 'day-off'] as const).map((because) => ({ at, because }))
}

function waitingsOf(at: Longest['now']): readonly Waiting[] {
  const others = (['photo', 'release', 'stopped', 'enough'] as const).map((kind) => ({ kind }))
  return [...leavingsOf(at).map((leaves) => ({ kind: 'moment', leaves }) as const), ...others]
}

/** A notice for which somebody waits, for whatever reason. */
function progressesOf(longest: Longest): readonly Progress[] {
  const progress = progressSample(longest)
  return [progress, ...waitingsOf(longest.now).map((waits) => ({ ...progress, waits }))]
}

const textOf = (said: OutboundMessage): string => ('text' in said ? said.text : '')

/** What is written on the operator's terminal and into his tables; nobody hears it in a chat. */
export const FOR_THE_OPERATOR = ['rehearsal', 'succession', 'traces', 'understanding', 'wordings']

/** Every module of bot/texts: a new function without a sample does not compile, a new module fails the test. */
export const SAMPLES = {
  ...APPRAISAL_SAMPLES,
  ...UNIT_PLAN_SAMPLES,
  ...COUNCIL_SAMPLES,
  ...DATA_RIGHT_SAMPLES,
  ...DESK_SAMPLES,
  ...PRAISE_SAMPLES,
  propagation: samplesOf(propagation, {
    sayCalendar: (longest) => list(...calendarsOf(longest).map(propagation.sayCalendar)),
    sayCalendarApproved: (longest) =>
      message(...calendarsOf(longest).map(propagation.sayCalendarApproved)),
  }),
  'notice-progress': samplesOf(noticeProgress, {
    sayLeaving: ({ now }) => fragment(...leavingsOf(now).map(noticeProgress.sayLeaving)),
    sayHastened: ({ now }) =>
      message(...leavingsOf(now).map((leaves) => noticeProgress.sayHastened('TB-003', leaves))),
    sayProgress: (longest) => message(...progressesOf(longest).map(noticeProgress.sayProgress)),
    sayStopped: (longest) => message(noticeProgress.sayStopped(progressSample(longest))),
    sayResumed: (longest) => message(...progressesOf(longest).map(noticeProgress.sayResumed)),
    saySentTo: ({ unit, official, now }) =>
      list(
        noticeProgress.saySentTo(unit.name, { lines: [], waiting: [] }),
        ...waitingsOf(now).map((waits) =>
          noticeProgress.saySentTo(unit.name, {
            lines: [],
            waiting: [{ announcement: { code: 'TB-003' }, people: 2, waits }],
          }),
        ),
        ...[PART_STATES.slice(0, 3), PART_STATES.slice(3)].map((states) =>
          noticeProgress.saySentTo(unit.name, {
            waiting: waitingsOf(now).map((waits) => ({
              ...{ announcement: { code: 'TB-003' }, people: 2, waits },
            })),
            lines: states.map((state) => ({
              name: official.name,
              entry: {
                ...{ messageId: 'a', index: 0, of: 1, channel: 'zalo', cause: 'reminder', state },
                ...{ attempts: 1, queuedAt: now, failure: 'budget/put-off' },
              },
            })),
          }),
        ),
      ),
  }),
  'notice-photos': samplesOf(noticePhotos, {
    sayPhotoCame: () => message(noticePhotos.sayPhotoCame({ code: 'TB-003', recipients: 350 })),
    sayPhotoLost: () => message(noticePhotos.sayPhotoLost('TB-003')),
    sayOtherPhoto: () => fragment(noticePhotos.sayOtherPhoto('TB-003')),
    sayPhotoState: () =>
      fragment(
        ...(['waiting', 'ready', 'unusable'] as const).map((photo) =>
          noticePhotos.sayPhotoState(photo, 'TB-003'),
        ),
      ),
    sayShownPhoto: () => message(noticePhotos.sayShownPhoto('TB-003')),
  }),
  channels: CHANNEL_SAMPLES,
  readiness: READINESS_SAMPLES,
  absences: samplesOf(absences, {
    sayLeaveTaken: ({ today, official }) =>
      message(
        ...[true, false].map((deputyUnreachable) =>
          absences.sayLeaveTaken({
            leave: { from: today, until: today },
            deputy: official,
            deputyUnreachable,
          }),
        ),
        absences.sayLeaveTaken({ leave: { from: today, until: today }, deputyUnreachable: false }),
      ),
    sayDeputyNamed: ({ official, today }) =>
      message(absences.sayDeputyNamed(official, { from: today, until: today })),
    sayDeputyReleased: ({ official }) => message(absences.sayDeputyReleased(official)),
    sayBack: ({ official }) => message(absences.sayBack(official), absences.sayBack(undefined)),
    sayHandover: (longest) => list(absences.sayHandover(handoverOf(longest))),
    sayHandedOver: ({ official, campaign }) =>
      message(absences.sayHandedOver(official, campaign.office.name)),
    sayNoColleague: ({ official, report }) =>
      message(
        absences.sayNoColleague(
          report.content.text,
          Array.from({ length: 9 }, () => official),
        ),
      ),
    askWhichColleague: ({ official }) => message(absences.askWhichColleague(official.name)),
  }),
  account: samplesOf(account, {
    sayRole: () => fragment(...ROLES.map((role) => account.sayRole(role))),
    sayWelcome: ({ official, unit, campaign }) =>
      message(
        account.sayWelcome({ official, unit }, campaign),
        account.sayWelcome({ official, unit }, undefined),
      ),
    sayWho: ({ official, unit }) =>
      message(account.sayWho({ ...official, roles: ['contact', 'appraiser', 'secretary'] }, unit)),
    sayOwnAddress: ({ official }) => message(account.sayOwnAddress(official)),
    sayContactOffice: ({ campaign }) =>
      message(account.sayContactOffice(campaign), account.sayContactOffice(undefined)),
  }),
  announcements: samplesOf(announcements, {
    sayAnnouncement: (longest) =>
      message(
        ...announcementsOf(longest).map((notice) =>
          announcements.sayAnnouncement(notice, longest.official),
        ),
      ),
    sayPaper: ({ today }) =>
      fragment(
        announcements.sayPaper({ number: '15/KH-UBND' }),
        announcements.sayPaper({
          ...{ number: '15/KH-UBND', on: today.toString(), summary: 'về việc cổ động' },
          ...{ link: LINK, sha256: 'a'.repeat(64) },
        }),
      ),
    sayPreview: (longest) => {
      const { announcement } = progressSample(longest)
      const recipients = Array.from({ length: 350 }, () => longest.official)
      const [notice] = announcementsOf(longest)
      const shown = notice ? announcements.sayAnnouncement(notice, longest.official) : ''
      const example = { to: longest.official, message: { kind: 'text', text: shown } } as const
      const part = { index: 0, of: 2, payload: { text: shown } }
      const channels = [{ channel: 'zalo', people: 300, parts: [part, part] }] as const
      const pieces = [1, 2].map((number) => ({
        ...{ on: ['telegram', 'zalo'] as const, photo: true, text: shown, number, of: 2 },
      }))
      const preview = { announcement, recipients, unreachable: recipients, muted: 3, example }
      const budgets = [{ standing: budgetSample(longest), more: 600 }]
      const named = { to: [longest.unit.name], except: [longest.unit.name] }
      const facts = { ...preview, named, channels, budgets }
      return list(
        announcements.sayPreview(facts, { pieces: pieces.slice(0, 1), minutes: 2 }),
        announcements.sayPreview(
          { ...facts, unreachable: [], budgets: [] },
          { pieces: [], minutes: 1 },
        ),
      )
    },
    sayOtherRecipients: () => message(announcements.sayOtherRecipients(350)),
    sayReleased: ({ official, now }) =>
      message(
        ...leavingsOf(now).flatMap((leaves) =>
          [[], [official, official]].map((askedOf) =>
            announcements.sayReleased({ code: 'TB-003', sendAt: now }, 350, { askedOf, leaves }),
          ),
        ),
      ),
    sayReleaseAsked: (longest) =>
      message(
        ...announcementsOf(longest).map((content) =>
          announcements.sayReleaseAsked(
            {
              kind: 'release-asked',
              ...{ content, author: longest.official, recipients: 350 },
              choices: content.choices,
            },
            longest.official,
          ),
        ),
      ),
    sayReleaseDecided: ({ official, now }) =>
      message(
        ...[{}, ...leavingsOf(now).map((leaves) => ({ leaves }))].map((decided) =>
          announcements.sayReleaseDecided({
            kind: 'release-decided',
            ...{ code: 'TB-003', by: official, ...decided },
          }),
        ),
      ),
    sayDecision: ({ now }) =>
      message(
        ...leavingsOf(now).map((leaves) =>
          announcements.sayDecision('TB-003', { recipients: 350, leaves }),
        ),
        announcements.sayDecision('TB-003', undefined),
      ),
    sayAcknowledged: () => message(announcements.sayAcknowledged('TB-003')),
    sayMuted: () => message(announcements.sayMuted(true), announcements.sayMuted(false)),
    sayUnclearUnit: ({ unit }) => message(announcements.sayUnclearUnit([unit.name, unit.name])),
    sayUnclearAudience: ({ unit }) =>
      message(announcements.sayUnclearAudience([unit.name, unit.name])),
    sayUnclearMoment: () =>
      message(...['lúc 25h', '2026-10-19'].map(announcements.sayUnclearMoment)),
    sayAnnouncements: (longest) => {
      const { announcement } = progressSample(longest)
      const one = { ...announcement, text: longest.report.content.text }
      return list(
        announcements.sayAnnouncements([]),
        announcements.sayAnnouncements([one, one, one]),
      )
    },
  }),
  chasing: samplesOf(chasing, {
    saySending: () => message(chasing.saySending(12)),
    saySilence: (longest) =>
      fragment(...silencesOf(longest).map((silence) => chasing.saySilence(silence, longest.today))),
    sayStanding: (longest) =>
      list(
        ...standingsOf(longest).map((standing) =>
          chasing.sayStanding(standing, { today: longest.today, phones: true }),
        ),
      ),
    sayUnitStanding: (longest) =>
      message(
        ...standingsOf(longest).flatMap((standing) =>
          longest.units.map((unit) =>
            chasing.sayUnitStanding(standing, unit, { today: longest.today, phones: true }),
          ),
        ),
      ),
    sayDigest: (longest) =>
      list(...NOTICES.digest(longest).map((one) => chasing.sayDigest(one, longest.official))),
    sayNudgeTargets: () => fragment(chasing.sayNudgeTargets(12)),
    // Several messages, each of which is looked at as a reminder.
    sayNudgePreview: (longest) =>
      fragment(chasing.sayNudgePreview(nudgesOf(longest), longest.today)),
    sayNudgesQueued: (longest) =>
      message(chasing.sayNudgesQueued(nudgesOf(longest), longest.today)),
    sayOtherCount: () => message(chasing.sayOtherCount(12)),
    sayNobodyToNudge: (longest) =>
      list(
        ...standingsOf(longest)
          .slice(0, 2)
          .map(({ silent }) => chasing.sayNobodyToNudge(silent, longest.today)),
      ),
    saySilentUnitsFile: (longest) =>
      message(...standingsOf(longest).map((standing) => chasing.saySilentUnitsFile(standing))),
    sayLostContacts: ({ units, official }) =>
      list(
        chasing.sayLostContacts([]),
        chasing.sayLostContacts(
          units.slice(0, 20).map((unit, index) => ({
            unit,
            loss: index % 2 === 0 ? ('never-linked' as const) : ('blocked' as const),
            official: { ...official, phone: '0900 000 901' },
          })),
        ),
      ),
  }),
  deadlines: samplesOf(deadlines, {}),
  drafts: samplesOf(drafts, {
    sayDraftKept: ({ report, now }) =>
      message(
        drafts.sayDraftKept({
          gap: 'figure',
          content: report.content,
          messages: [],
          evidenceIds: [],
          officialId: 'o1',
          inboxSeq: '1',
          since: now.toString(),
        }),
      ),
    sayGap: () =>
      message(
        ...(['place', 'work', 'figure'] as const).map((gap) =>
          drafts.sayGap({ kind: 'report-gap', gap, noun: 'suất quà' }),
        ),
      ),
    sayDraftStored: ({ report }) =>
      message(drafts.sayDraftStored(report.code, report.content.text)),
  }),
  duties: samplesOf(duties, {
    sayDuty: ({ deadlines: all, campaign }) =>
      fragment(...all.map((deadline) => duties.sayDuty(deadline, campaign))),
    sayDue: ({ deadlines: all }) => fragment(...all.map((deadline) => duties.sayDue(deadline))),
    sayDayOff: () => fragment('Hạn.' + duties.sayDayOff(undefined)),
    sayDeadlines: ({ campaign, deadlines: all, today }) =>
      list(
        duties.sayDeadlines(campaign, { lines: [], today, ...undatedOf(campaign) }),
        duties.sayDeadlines(campaign, { lines: linesOf(all).slice(0, 4), today }),
      ),
    sayOpenDuties: (longest) => {
      const { campaign, unit, today } = longest
      const lines = dutiesOf(longest)
        .slice(0, 7)
        .map(({ duty }, index) => ({
          deadline: duty.deadline,
          duty,
          overdue: index % 2 === 0,
          workingDayBefore: today,
        }))
      return list(
        duties.sayOpenDuties(unit, campaign, { lines: [], today, ...undatedOf(campaign) }),
        duties.sayOpenDuties(unit, campaign, { lines, today }),
      )
    },
    sayNextDuty: ({ deadlines: all, campaign }) =>
      fragment(...all.map((deadline) => duties.sayNextDuty(deadline, campaign))),
    sayDutyDue: (longest) =>
      fragment(...dutiesOf(longest).map(({ duty }) => duties.sayDutyDue(duty))),
    sayPromised: (longest) =>
      message(
        ...dutiesOf(longest).map(({ campaign, duty, today }) =>
          duties.sayPromised(campaign, duty, today),
        ),
      ),
  }),
  evidence: samplesOf(evidence, {
    sayAttached: ({ report }) =>
      message(...SENT.map((sent) => evidence.sayAttached(sent, report, 9))),
    sayEvidenceInDraft: () => message(...SENT.map(evidence.sayEvidenceInDraft)),
    askWhichReport: () =>
      message(
        ...SENT.flatMap((sent) => [true, false].map((has) => evidence.askWhichReport(sent, has))),
      ),
    sayReportChoice: ({ report }) => fragment(evidence.sayReportChoice(report)),
  }),
  extensions: samplesOf(extensions, {
    sayUnitExtended: (longest) => message(...dutiesOf(longest).map(extensions.sayUnitExtended)),
    sayExtensionGiven: (longest) => message(...dutiesOf(longest).map(extensions.sayExtensionGiven)),
    sayExtensionAsked: (longest) =>
      message(
        ...dutiesOf(longest).map((line) =>
          extensions.sayExtensionAsked(line, longest.today, longest.report.content.text),
        ),
      ),
    sayExtensionDeclined: (longest) =>
      message(...dutiesOf(longest).map(extensions.sayExtensionDeclined)),
    sayExtensionRequested: ({ campaign, today }) =>
      message(extensions.sayExtensionRequested(campaign.office.name, today)),
    sayExtensions: (longest) =>
      list(extensions.sayExtensions([]), extensions.sayExtensions(dutiesOf(longest).slice(0, 7))),
  }),
  files: samplesOf(files, {
    sayFile: () => message(...PAPERS.map(files.sayFile)),
    sayNothingFor: () => message(...PAPERS.map(files.sayNothingFor)),
    sayWhereFile: ({ now, campaign }) =>
      message(
        ...[LINK, undefined].map((link) =>
          files.sayWhereFile(link, { until: now, office: campaign.office.name }),
        ),
      ),
  }),
  findings: samplesOf(findings, {
    sayLaw: () => fragment(),
    citeLaw: ({ today }) => fragment(`Căn cứ${findings.citeLaw('discipline', today)}`),
    sayAct: () => fragment(),
    sayParts: () => fragment(),
    sayFinding: ({ today }) =>
      fragment(
        ...ruleIds().map((rule) => findings.sayFinding({ rule, about: aboutOf(rule) }, today)),
      ),
    sayFindings: ({ today }) =>
      fragment(
        ...findings.sayFindings(
          ruleIds().map((rule) => ({ rule, about: aboutOf(rule) })),
          today,
        ),
      ),
  }),
  'former-names': samplesOf(formerNames, {
    sayFormerName: ({ unit, today }) =>
      fragment(
        formerNames.sayFormerName(unit.name, unit, undefined),
        formerNames.sayFormerName(unit.name, unit, {
          ...unit,
          validTo: today,
          ending: { source: 'Nghị quyết 1672/NQ-UBTVQH15 năm 2025', confirmed: false },
        }),
      ),
  }),
  groups: samplesOf(groups, {
    phraseForGroup: (longest) =>
      message(
        ...groupTotals(longest).map((totals) =>
          textOf(groups.phraseForGroup({ kind: 'group-totals', totals })),
        ),
      ),
    sayGroupTotals: (longest) => message(...groupTotals(longest).map(groups.sayGroupTotals)),
    sayGroupCode: ({ campaign, group, now }) =>
      message(
        groups.sayGroupCode({
          code: 'CDF7G346',
          campaign,
          expiresAt: now,
          ...(group.cluster === undefined ? {} : { cluster: group.cluster }),
        }),
      ),
    sayGroupLinked: ({ campaign, group }) => message(groups.sayGroupLinked({ group, campaign })),
    sayGroupUnlinked: ({ group }) => message(groups.sayGroupUnlinked(group)),
    sayGroupPosts: ({ group }) =>
      message(groups.sayGroupPosts(group), groups.sayGroupPosts({ ...group, postsTotals: false })),
    sayGroups: ({ campaign, group }) =>
      list(
        groups.sayGroups(campaign, []),
        groups.sayGroups(
          campaign,
          Array.from({ length: 20 }, () => ({ ...group, unreachable: 'kicked' })),
        ),
      ),
  }),
  help: samplesOf(help, {
    sayHelp: ({ official, unit, campaign }) =>
      list(
        help.sayHelp({ ...official, roles: ROLES }, unit, campaign),
        help.sayHelp(official, unit, undefined),
      ),
    sayGreeting: ({ official }) =>
      message(help.sayGreeting(official, true), help.sayGreeting(official, false)),
    sayHowToReport: ({ official, deadlines: all, campaign }) =>
      message(
        help.sayHowToReport(official, undefined),
        ...all.map((deadline) =>
          help.sayHowToReport(official, duties.sayNextDuty(deadline, campaign)),
        ),
      ),
    sayGapOfMeaning: (longest) =>
      message(...['hôm qua', 'thôn 3'].map((text) => help.sayGapOfMeaning(read(text, longest)))),
    askWhichThing: () =>
      message(help.askWhichThing(undefined), help.askWhichThing('cái hôm trước')),
  }),
  kept: samplesOf(kept, {
    sayHandedOver: ({ campaign, now }) =>
      message(
        ...[true, false].flatMap((again) =>
          [campaign, undefined].map((of) =>
            kept.sayHandedOver(of, { code: 'T-1024', by: now, again }),
          ),
        ),
      ),
    sayKeptList: (longest) =>
      message(kept.sayKeptList([], 0), kept.sayKeptList([keptOf(longest)], 12)),
    sayKeptChoice: (longest) => fragment(kept.sayKeptChoice(keptOf(longest))),
    sayKept: (longest) => list(kept.sayKept(keptOf(longest), ['cái hôm trước ấy'])),
    askKeptAnswer: ({ official }) => message(kept.askKeptAnswer('T-1024', official.name)),
    sayKeptAnswered: ({ official }) => message(kept.sayKeptAnswered('T-1024', official.name)),
    sayKeptReported: ({ unit }) => message(kept.sayKeptReported('T-1024', 'BC-10412', unit.name)),
    sayKeptClosed: () => message(kept.sayKeptClosed('T-1024')),
    sayOfficeAnswer: ({ campaign, report, official }) =>
      message(
        ...['', report.content.text].map((question) =>
          kept.sayOfficeAnswer(
            { office: campaign.office.name, question, answer: 'Bản chụp có dấu đỏ là được.' },
            official,
          ),
        ),
      ),
  }),
  moments: samplesOf(moments, {
    sayDay: ({ today }) => fragment(moments.sayDay(today)),
    sayDate: ({ today }) => fragment(moments.sayDate(today)),
    sayMoment: ({ now }) => fragment(moments.sayMoment(now)),
    sayNear: ({ now, today }) => fragment(moments.sayNear(now, today)),
    sayTime: ({ now }) => fragment(moments.sayTime(now)),
    sayPeriod: () => fragment(...['2025-10', '2025-Q4', '2025-H1', '2025'].map(moments.sayPeriod)),
    sayNumber: () => fragment(moments.sayNumber(1_234_567.5)),
  }),
  'nomination-words': samplesOf(words, {}),
  nominations: samplesOf(nominations, {
    askMissing: ({ nomination }) =>
      message(
        nominations.askMissing('nominee', nomination),
        nominations.askMissing('nominee', { ...nomination, nomineeKind: 'collective' }),
        nominations.askMissing('achievement', nomination),
        nominations.askMissing('award', nomination),
      ),
    sayNominee: ({ nomination }) =>
      fragment(
        nominations.sayNominee(nomination),
        nominations.sayNominee({ ...nomination, nomineeName: '' }),
      ),
    sayDraft: ({ view, award }) =>
      message(nominations.sayDraft(view), nominations.sayDraft(view, award)),
    sayEndorsementAsked: ({ view, today }) => message(nominations.sayEndorsementAsked(view, today)),
    sayThematicNote: ({ today }) => fragment(nominations.sayThematicNote(today)),
    sayNominationState: (longest) =>
      message(...statesOf(longest).map((view) => nominations.sayNominationState(view))),
    sayTransferAsked: ({ nomination }) => message(nominations.sayTransferAsked(nomination)),
    sayTransferred: ({ nomination, unit }) =>
      message(nominations.sayTransferred(nomination, nomination, unit.name)),
    sayDraftWaits: ({ view, today }) =>
      message(
        nominations.sayDraftWaits(view, today),
        nominations.sayDraftWaits(
          { ...view, nomination: { ...view.nomination, achievement: '', awardId: '' } },
          today,
        ),
      ),
    sayMoved: (longest) =>
      message(
        ...statesOf(longest).flatMap((view) =>
          NOMINATION_ACTIONS.map((action) => nominations.sayMoved(view, action)),
        ),
      ),
    sayNominationChoice: ({ nomination }) => fragment(nominations.sayNominationChoice(nomination)),
    sayNominationList: ({ nomination }) =>
      list(
        nominations.sayNominationList([]),
        nominations.sayNominationList(Array.from({ length: 7 }, () => nomination)),
      ),
    // The plan's own words, to the letter.
    sayCriteria: ({ campaign }) => fragment(nominations.sayCriteria(campaign)),
  }),
  notices: samplesOf(notices, {
    phraseNotice: (longest) =>
      message(
        ...ONE_GLANCE.flatMap((kind) =>
          NOTICES[kind](longest).map((notice) =>
            textOf(notices.phraseNotice(notice, longest.official)),
          ),
        ),
      ),
  }),
  people: samplesOf(people, {
    sayName: ({ official }) => fragment(people.sayName(official)),
    sayTo: ({ official }) => fragment(people.sayTo(official, 'Đồng chí nhắn "tôi còn nợ gì".')),
    capitalise: ({ unit }) => fragment(people.capitalise(unit.name)),
    shorten: ({ report }) => fragment(people.shorten(report.content.text, 60)),
  }),
  refusals: samplesOf(refusals, {
    sayRefusal: (longest) =>
      message(
        ...(Object.keys(REFUSALS) as Refusal['reason'][]).flatMap((reason) =>
          REFUSALS[reason](longest).map(refusals.sayRefusal),
        ),
      ),
  }),
  reminders: samplesOf(reminders, {
    sayReminder: (longest) => {
      const { today, official, campaign, units } = longest
      const [first, second] = remindersOf(longest)
      const deadline = longest.deadlines[0]
      if (!first || !second || !deadline) return message()
      const lists = [{ campaign, deadline, units }]
      const both = { kind: 'reminder', today, duties: [first, second], lists: [] } as const
      return list(
        reminders.sayReminder(both, official),
        reminders.sayReminder({ kind: 'reminder', today, duties: [], lists }, official),
      )
    },
  }),
  reports: samplesOf(reports, {
    sayFigure: ({ report }) => fragment(...report.content.items.map(reports.sayFigure)),
    sayReceipt: ({ submission, unit }) =>
      message(
        reports.sayReceipt(submission, unit, 12),
        reports.sayReceipt({ ...submission, afterEnd: false }, unit, 0),
      ),
    sayReportList: ({ report, unit }) =>
      list(
        reports.sayReportList(unit, []),
        reports.sayReportList(
          unit,
          Array.from({ length: 5 }, () => report),
        ),
      ),
    sayReportsOf: ({ report, unit, today }) =>
      list(
        reports.sayReportsOf(unit, [], unit),
        reports.sayReportsOf({ name: unit.name, validTo: today }, []),
        reports.sayReportsOf(
          unit,
          Array.from({ length: 5 }, () => report),
          unit,
        ),
      ),
    sayWholeReport: ({ report, unit }) => list(reports.sayWholeReport(report, unit)),
    sayCorrection: ({ report }) =>
      message(
        ...report.content.items.map(({ label, quantity }) =>
          reports.sayCorrection(report, { label, from: quantity, to: quantity + 1 }),
        ),
      ),
    sayReportedDate: ({ report }) => fragment(...report.content.dates.map(reports.sayReportedDate)),
    sayAddition: ({ report }) => message(reports.sayAddition(report, report.content)),
    sayHowToCorrect: ({ report }) => message(reports.sayHowToCorrect(report)),
    sayGist: ({ report }) => fragment(reports.sayGist(report.content)),
    sayRevision: ({ report }) => message(reports.sayRevision(report, report)),
  }),
  summaries: samplesOf(summaries, {
    sayDifficulties: ({ campaign, units, unit, report }) => {
      const remark = { unit, code: report.code, text: report.content.text }
      const nothing = {
        campaign,
        period: '2025-10',
        total: units.length,
        silent: [],
        lateCodes: [],
      }
      const summary = { ...nothing, nothingToReport: [], contents: [], initiatives: [] }
      return list(
        summaries.sayDifficulties({ ...summary, difficulties: [] }),
        summaries.sayDifficulties({
          ...summary,
          difficulties: Array.from({ length: 7 }, () => remark),
        }),
      )
    },
  }),
  whys: samplesOf(whys, {
    sayWhyReminded: (longest) =>
      message(
        whys.sayWhyReminded([]),
        ...dutiesOf(longest).flatMap(({ campaign, duty, unit }) =>
          REMINDED_FOR.map((reason) => {
            const [stage] = ladderFor(campaign, duty.deadline)
            const told = { duty, reason, stage: stage?.id ?? '' }
            return whys.sayWhyReminded([{ campaign, unitName: unit.name, told }])
          }),
        ),
      ),
    sayWhyAnnounced: (longest) => {
      const { announcement } = progressSample(longest)
      const follows = { kind: 'reminder', announcementId: 'a' } as const
      const all = [
        announcement,
        { ...announcement, weekly: true, optional: true, audience: { roles: ['head'] as const } },
        { ...announcement, follows },
      ]
      const { campaign, unit } = longest
      return message(...all.map((one) => whys.sayWhyAnnounced(one, unit.name, campaign)))
    },
    sayWhyOther: () =>
      message(
        ...(['notice', 'digest', 'announcement', 'reply', undefined] as const).map((cause) =>
          whys.sayWhyOther(cause),
        ),
      ),
  }),
}

const REMINDED_FOR = ['contact', 'head', 'deputy', 'promise', 'moved', 'nudge'] as const

const SENT = (['photo', 'voice', 'file'] as const).flatMap((kind) => [
  { kind, ids: ['e1'] },
  { kind, ids: ['e1', 'e2', 'e3'] },
])

function keptOf({ official, unit, now, report }: Longest) {
  const { name: writer } = official
  return { code: 'T-1024', at: now, writer, unit: unit.name, text: report.content.text }
}

function read(text: string, { today, campaign, units }: Longest) {
  return understand(text, { today, contents: campaign.contents, units })
}

function linesOf(deadlines: Longest['deadlines']) {
  return deadlines.map((deadline, index) => ({
    deadline,
    overdue: index % 2 === 0,
    workingDayBefore: deadline.dueOn.subtract({ days: 1 }),
  }))
}

function nudgesOf(longest: Longest) {
  const { campaign, units, official, now } = longest
  const [none, few] = standingsOf(longest)
  const [reminder] = NOTICES.reminder(longest)
  const message = reminder
    ? notices.phraseNotice(reminder, official)
    : ({ kind: 'text', text: 'Nhắc.' } as const)
  const nudges = units.slice(0, 7).map((unit) => ({ unit, to: official, message, dueAt: now }))
  const [deadline] = longest.deadlines
  if (!deadline) throw new Error('the campaign has no deadline')
  return { campaign, deadline, nudges, left: (few ?? none)?.silent ?? [] }
}

function groupTotals({ campaign, deadlines: all, units, group: { cluster } }: Longest) {
  const within = cluster === undefined ? {} : { cluster }
  const reportsDue = all.filter(({ kind }) => kind === 'report')
  return reportsDue.flatMap((deadline) =>
    [0, 1, units.length - 1, units.length].map((count) => ({
      campaign,
      deadline,
      ...within,
      total: units.length,
      done: units.slice(0, count),
    })),
  )
}
