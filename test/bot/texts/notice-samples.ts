import type { Progress } from '../../../core/announcement/standing.ts'
import type { Silence } from '../../../core/chasing/silence.ts'
import type { SilentUnit, Standing } from '../../../core/chasing/standing.ts'
import type { Duty } from '../../../core/duty/duty.ts'
import { NOMINATION_ACTIONS } from '../../../core/nomination/nomination-action.ts'
import { NOMINATION_STATES } from '../../../core/nomination/nomination.ts'
import type { NominationView } from '../../../core/nomination/view.ts'
import type { Notice, RemindedDuty, ReminderWording } from '../../../core/notice.ts'
import type { Handover } from '../../../core/official/handover.ts'
import { dataRequests } from './data-right-samples.ts'
import { praisesOf } from './praise-samples.ts'
import { ballotOf, decisionOf } from './council-facts.ts'
import type { Longest } from './longest.ts'

type NoticeOf<K extends Notice['kind'], N = Notice> = N extends { kind: infer Own }
  ? K extends Own
    ? N & { readonly kind: K }
    : never
  : never

/** Each notice; one without does not compile. */
export const NOTICES: {
  readonly [K in Notice['kind']]: (longest: Longest) => readonly NoticeOf<K>[]
} = {
  reminder: (longest) =>
    remindersOf(longest).map((duty) => ({
      kind: 'reminder',
      today: longest.today,
      duties: [duty],
      lists: [],
    })),
  announcement: (longest) => announcementsOf(longest),
  'release-asked': (longest) =>
    announcementsOf(longest).map((content) => ({
      kind: 'release-asked',
      content,
      author: longest.official,
      recipients: 350,
      choices: { id: 'a', options: [] },
    })),
  'consent-asked': ({ campaign, official }) =>
    praisesOf(official.id).map((praise) => ({
      kind: 'consent-asked',
      ...{ praise, office: campaign.office.name, choices: { id: 'a', options: [] } },
    })),
  'consent-given': ({ official }) =>
    praisesOf(official.id).map((praise) => ({ kind: 'consent-given', praise })),
  'data-request-opened': ({ official, unit, now }) =>
    dataRequests(now).map((request) => ({
      kind: 'data-request-opened',
      ...{ request, unit, from: official },
    })),
  'data-request-decided': ({ campaign, now }) =>
    dataRequests(now).map((request) => ({
      kind: 'data-request-decided',
      ...{ request, office: campaign.office.name },
    })),
  'release-decided': ({ official, now }) =>
    [{}, { leaves: { at: now, because: 'off-hours' } } as const].map((decided) => ({
      kind: 'release-decided',
      ...{ code: 'TB-003', by: official, ...decided },
    })),
  'photo-came': () => [
    { kind: 'photo-came', code: 'TB-003', picture: { fileId: 'f' }, recipients: 350 },
  ],
  'photo-lost': () => [{ kind: 'photo-lost', code: 'TB-003' }],
  'announcement-through': (longest) => [
    { kind: 'announcement-through', progress: progressSample(longest) },
  ],
  'endorsement-asked': ({ view, today }) => [
    { kind: 'endorsement-asked', view, on: today, choices: { id: 'a', options: [] } },
  ],
  'channel-budget': ({ today }) =>
    (['warned', 'essential'] as const).map((level) => ({
      kind: 'channel-budget',
      ...{ channel: 'zalo', used: 2_850, limit: 3_000, level, renewsOn: today },
    })),
  'channel-rests': ({ now }) =>
    (['quota', 'account'] as const).map((cause) => ({
      kind: 'channel-rests',
      ...{ channel: 'zalo', cause, until: now },
    })),
  'loop-stopped': ({ official, unit }) => [
    { kind: 'loop-stopped', channel: 'zalo' },
    { kind: 'loop-stopped', channel: 'telegram', from: { official, unit } },
  ],
  'channel-full': ({ official, unit }) => [
    { kind: 'channel-full', channel: 'zalo', users: 50, official, unit },
  ],
  'draft-waits': ({ view, today }) => [{ kind: 'draft-waits', view, endsOn: today }],
  'nomination-moved': (longest) =>
    statesOf(longest).flatMap((view) =>
      NOMINATION_ACTIONS.map((action) => ({ kind: 'nomination-moved', view, action })),
    ),
  'office-answer': ({ campaign, report }) => [
    {
      kind: 'office-answer',
      office: campaign.office.name,
      question: report.content.text,
      text: 'Đơn vị gửi bản chụp có dấu đỏ là được.',
    },
  ],
  'kept-reported': ({ campaign, report }) => [
    { kind: 'kept-reported', office: campaign.office.name, report },
  ],
  'kept-waiting': ({ campaign }) => [{ kind: 'kept-waiting', campaign, waiting: 12 }],
  'draft-stored': ({ report }) => [{ kind: 'draft-stored', report }],
  digest: (longest) => [
    {
      kind: 'digest',
      campaign: longest.campaign,
      today: longest.today,
      standings: standingsOf(longest).slice(0, 2),
      dossiers: [
        { state: 'submitted', count: 12 },
        { state: 'returned', count: 3 },
      ],
      waiting: 4,
      head: { position: 123_456n, hash: '9f'.repeat(32) },
    },
  ],
  'vote-asked': (longest) =>
    [false, true].map((reminder) => ({
      kind: 'vote-asked',
      ballot: ballotOf(longest),
      reminder,
      choices: { id: 'a', options: [] },
    })),
  'award-decided': (longest) =>
    [false, true].map((isAwardee) => ({
      kind: 'award-decided',
      decision: decisionOf(longest),
      award: longest.view,
      isAwardee,
    })),
  'decision-to-announce': (longest) => [
    { kind: 'decision-to-announce', decision: decisionOf(longest), awards: 12 },
  ],
  'duty-extended': (longest) =>
    dutiesOf(longest).map((line) => ({ kind: 'duty-extended', ...line })),
  'extension-declined': (longest) =>
    dutiesOf(longest).map((line) => ({ kind: 'extension-declined', ...line })),
  'extension-asked': (longest) =>
    dutiesOf(longest).map((line) => ({
      kind: 'extension-asked',
      ...line,
      to: longest.today,
      reason: 'mưa lũ kéo dài, chia cắt nhiều thôn, mất điện và mất liên lạc trên diện rộng',
      from: longest.official,
      choices: { id: 'a', options: [] },
    })),
  'deputy-named': ({ official, today }) => [
    { kind: 'deputy-named', of: official, leave: { from: today, until: today } },
  ],
  'deputy-released': ({ official }) => [{ kind: 'deputy-released', of: official }],
  handover: (longest) => [{ kind: 'handover', from: longest.official, page: handoverOf(longest) }],
}

const WORDINGS = {
  full: 0,
  short: 0,
  'last-day': 0,
  overdue: 0,
  list: 0,
  promise: 0,
  nudge: 0,
  moved: 0,
} as const satisfies Record<ReminderWording, 0>

/** Every deadline of the campaign, reminded of in every wording, before and after its day. */
export function remindersOf({
  campaign,
  deadlines,
  unit,
  today,
}: Longest): readonly RemindedDuty[] {
  return deadlines.flatMap((deadline) =>
    (Object.keys(WORDINGS) as ReminderWording[]).flatMap((wording) =>
      [false, true].map((overdue) => ({
        campaign,
        deadline,
        unit,
        wording,
        overdue,
        dueOn: deadline.dueOn,
        dueAt: deadline.dueAt,
        workingDayBefore: deadline.dueOn.subtract({ days: 1 }),
        toldOn: today,
      })),
    ),
  )
}

export function statesOf({ view }: Longest): readonly NominationView[] {
  return NOMINATION_STATES.map((state) => ({ ...view, nomination: { ...view.nomination, state } }))
}

/** Each deadline as a unit owes it: with more time given and an hour promised. */
export function dutiesOf({ campaign, deadlines, unit, now, today }: Longest) {
  return deadlines.map((deadline) => {
    const extension = {
      to: deadline.dueOn.add({ days: 5 }),
      by: 'o1',
      at: now,
      reason: 'mưa lũ kéo dài, chia cắt nhiều thôn',
    }
    const promise = { at: now.add({ hours: 48 }), by: 'o1', madeAt: now }
    const duty: Duty = { deadline, unitCode: unit.code, extension, promise }
    return { campaign, duty, unit, today }
  })
}

const SILENCES: {
  readonly [W in Silence['why']]: (longest: Longest) => Extract<Silence, { why: W }>
} = {
  extended: ({ now }) => ({ why: 'extended', to: now }),
  promised: ({ now }) => ({ why: 'promised', at: now }),
  'promise-passed': ({ now }) => ({ why: 'promise-passed', at: now }),
  'on-leave': ({ today, official }) => ({ why: 'on-leave', until: today, deputy: official }),
  drafting: () => ({ why: 'drafting' }),
  'never-linked': () => ({ why: 'never-linked' }),
  unreachable: () => ({ why: 'unreachable' }),
  unanswered: ({ now }) => ({ why: 'unanswered', since: now }),
  'not-asked': () => ({ why: 'not-asked' }),
}

/** Every reason why a unit may be silent. */
export function silencesOf(longest: Longest): readonly Silence[] {
  return Object.values(SILENCES).map((make: (longest: Longest) => Silence) => make(longest))
}

/** Of every report: nobody silent, a few units, all of them. */
export function standingsOf(longest: Longest): readonly Standing[] {
  const { campaign, units, official } = longest
  const reasons = silencesOf(longest).slice(0, 7)
  return dutiesOf(longest)
    .filter(({ duty }) => duty.deadline.kind === 'report')
    .flatMap(({ duty }) =>
      [0, 7, units.length].map((count) => ({
        campaign,
        deadline: duty.deadline,
        total: units.length,
        done: units.length - count,
        silent: units.slice(0, count).flatMap((unit, index): SilentUnit[] => {
          const silence = reasons[index % reasons.length]
          const people = [{ official: { ...official, phone: '0900 000 901' }, accounts: [] }]
          return silence ? [{ unit, duty, silence, people }] : []
        }),
      })),
    )
}

export function handoverOf(longest: Longest): Handover {
  const { campaign, unit, today, nomination, report } = longest
  return {
    campaign,
    unit,
    today,
    duties: dutiesOf(longest)
      .slice(0, 3)
      .map(({ duty }) => duty),
    drafts: [nomination],
    underWay: [nomination, nomination],
    reports: [report, report],
  }
}

/** Every way in which a notice begins, with and without a paper. */
export function announcementsOf({
  campaign,
  unit,
  today,
}: Longest): readonly Extract<Notice, { kind: 'announcement' }>[] {
  const notice = {
    kind: 'announcement',
    ...{ campaign, from: unit.name, code: 'TB-003', optional: false },
    text: 'Đề nghị các đơn vị trang trí trước ngày 25/10.',
    choices: { id: 'a', options: [] },
  } as const
  return [
    notice,
    { ...notice, optional: true },
    { ...notice, after: { kind: 'correction', code: 'TB-002' } },
    { ...notice, after: { kind: 'reminder', code: 'TB-002' } },
    {
      ...notice,
      paper: { number: '15/KH-UBND', on: today.toString(), summary: 'về việc cổ động' },
    },
  ]
}

/** A notice that is on its way, some of it not received. */
export function progressSample({ campaign, unit }: Longest): Progress {
  return {
    announcement: {
      ...{ id: 'a', code: 'TB-003', campaignId: campaign.id, authorId: 'o', audience: {} },
      text: 'Đề nghị các đơn vị trang trí trước ngày 25/10.',
      ...{ optional: false, weekly: false, state: 'released' },
    },
    total: 350,
    count: {
      ...{ waiting: 10, 'on-its-way': 9, sent: 312, uncertain: 2 },
      ...{ rejected: 1, unreachable: 15, spared: 1 },
    },
    acknowledged: 290,
    units: Array.from({ length: 9 }, () => ({
      ...{ unitCode: unit.code, name: unit.name, total: 9, sent: 8, acknowledged: 7 },
    })),
  }
}
