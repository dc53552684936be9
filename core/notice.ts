import type { Head } from './audit/chain.ts'
import type { AttachedPaper, Leaving } from './announcement/announcement.ts'
import type { Progress } from './announcement/standing.ts'
import type { Campaign, StageText } from './campaign/campaign.ts'
import type { Instant, LocalDate } from './calendar/local-time.ts'
import type { BudgetLevel } from './delivery/budget.ts'
import type { RestCause } from './delivery/breaker.ts'
import type { ChannelName, ChoiceSet } from './delivery/channel.ts'
import type { Standing } from './chasing/standing.ts'
import type { BallotView } from './council/ballot.ts'
import type { DataRequest } from './data-request/data-request.ts'
import type { Decision } from './decision/decision.ts'
import type { Deadline } from './duty/deadline.ts'
import type { DueDay, Duty } from './duty/duty.ts'
import type { Picture } from './file/stored-file.ts'
import type { GroupTotals } from './group/group.ts'
import type { NominationAction } from './nomination/nomination-action.ts'
import type { NominationView } from './nomination/view.ts'
import type { NominationState } from './nomination/nomination.ts'
import type { Handover } from './official/handover.ts'
import type { Leave } from './official/leave.ts'
import type { Official } from './official/official.ts'
import type { Praise } from './praise/praise.ts'
import type { Report } from './report/report.ts'
import type { Unit } from './unit/unit.ts'

/** How a reminder is worded: as the ladder's stage says, or because of what happened. */
export type ReminderWording = StageText | 'moved' | 'promise' | 'nudge'

export type RemindedDuty = DueDay & {
  readonly campaign: Campaign
  readonly deadline: Deadline
  readonly unit: Unit
  readonly wording: ReminderWording
  /** Day and time are over. */
  readonly overdue: boolean
  /** The due day is a day off: the working day before it. */
  readonly workingDayBefore?: LocalDate
  /** When the person was told another day, which holds no more. */
  readonly toldOn?: LocalDate
}

/** For the office: the units from which something has not come, in protocol order. */
export type OwingUnits = {
  readonly campaign: Campaign
  readonly deadline: Deadline
  readonly units: readonly Unit[]
}

/** How a campaign stands on a day, for the office that runs it. */
export type Digest = {
  readonly campaign: Campaign
  readonly today: LocalDate
  readonly standings: readonly Standing[]
  /** Nominations on their way, by state. */
  readonly dossiers: readonly { readonly state: NominationState; readonly count: number }[]
  /** Messages that wait for an officer to read them. */
  readonly waiting: number
  /** The end of the audit chain, told once a week so that it is known elsewhere. */
  readonly head?: Head
}

/** What core has to tell a person without being asked. Each has its sentence in bot/texts, or nothing compiles. */
export type Notice =
  | {
      readonly kind: 'reminder'
      readonly today: LocalDate
      /** The person's own, the most urgent first. */
      readonly duties: readonly RemindedDuty[]
      readonly lists: readonly OwingUnits[]
    }
  | {
      readonly kind: 'announcement'
      readonly campaign: Campaign
      readonly code: string
      readonly text: string
      readonly from: string
      readonly optional: boolean
      readonly paper?: AttachedPaper
      readonly picture?: Picture
      /** The notice that it corrects or reminds of. */
      readonly after?: { readonly kind: 'correction' | 'reminder'; readonly code: string }
      readonly choices: ChoiceSet
    }
  | {
      readonly kind: 'release-asked'
      readonly content: Extract<Notice, { kind: 'announcement' }>
      readonly author: Official
      readonly recipients: number
      readonly choices: ChoiceSet
    }
  | {
      readonly kind: 'release-decided'
      readonly code: string
      readonly by: Official
      /** Absent where it was declined. */
      readonly leaves?: Leaving
    }
  /** The photo of a draft is here: this is what everybody will see. */
  | {
      readonly kind: 'photo-came'
      readonly code: string
      readonly picture: Picture
      readonly recipients: number
    }
  /** The photo of a notice cannot be shown, so that it does not leave. */
  | { readonly kind: 'photo-lost'; readonly code: string }
  | { readonly kind: 'announcement-through'; readonly progress: Progress }
  | {
      readonly kind: 'endorsement-asked'
      readonly view: NominationView
      readonly on: LocalDate
      readonly choices: ChoiceSet
    }
  | {
      readonly kind: 'office-answer'
      readonly office: string
      /** What the person had written; empty where it was no text. */
      readonly question: string
      readonly text: string
    }
  | { readonly kind: 'kept-reported'; readonly office: string; readonly report: Report }
  | { readonly kind: 'kept-waiting'; readonly campaign: Campaign; readonly waiting: number }
  | { readonly kind: 'draft-stored'; readonly report: Report }
  | {
      /** A draft that its author has left: `endsOn` is the last day to submit it. */
      readonly kind: 'draft-waits'
      readonly view: NominationView
      readonly endsOn: LocalDate
    }
  | {
      /** `action`: what happened to it. */
      readonly kind: 'nomination-moved'
      readonly view: NominationView
      readonly action: NominationAction
    }
  | {
      /** `reminder`: it was asked for before. */
      readonly kind: 'vote-asked'
      readonly ballot: BallotView
      readonly reminder: boolean
      readonly choices: ChoiceSet
    }
  | {
      readonly kind: 'award-decided'
      readonly decision: Decision
      readonly award: NominationView
      /** The reader is the one who is awarded. */
      readonly isAwardee: boolean
    }
  | {
      readonly kind: 'decision-to-announce'
      readonly decision: Decision
      /** How many are awarded. */
      readonly awards: number
    }
  | ({ readonly kind: 'digest' } & Digest)
  | {
      readonly kind: 'duty-extended' | 'extension-declined'
      readonly campaign: Campaign
      readonly duty: Duty
      readonly unit: Unit
    }
  | {
      readonly kind: 'extension-asked'
      readonly campaign: Campaign
      readonly duty: Duty
      readonly unit: Unit
      readonly to: LocalDate
      readonly reason: string
      readonly from: Official
      readonly choices: ChoiceSet
    }
  | {
      readonly kind: 'consent-asked'
      readonly praise: Praise
      readonly office: string
      readonly picture?: Picture
      readonly choices: ChoiceSet
    }
  | { readonly kind: 'consent-given'; readonly praise: Praise }
  | {
      readonly kind: 'data-request-opened'
      readonly request: DataRequest
      readonly from: Official
      readonly unit: Unit
    }
  | {
      readonly kind: 'data-request-decided'
      readonly request: DataRequest
      readonly office: string
    }
  | { readonly kind: 'deputy-named'; readonly of: Official; readonly leave: Leave }
  | { readonly kind: 'deputy-released'; readonly of: Official }
  | { readonly kind: 'handover'; readonly from: Official; readonly page: Handover }
  | {
      /** A bot has used most of what its platform carries in a month. */
      readonly kind: 'channel-budget'
      readonly channel: ChannelName
      readonly used: number
      readonly limit: number
      readonly level: Exclude<BudgetLevel, 'free'>
      readonly renewsOn: LocalDate
    }
  | {
      /** The platform takes no messages of a bot for a while. */
      readonly kind: 'channel-rests'
      readonly channel: ChannelName
      readonly cause: Exclude<RestCause, 'flood'>
      /** When it is asked again. */
      readonly until: Instant
    }
  | {
      /** A chat sends the same over and over, as a machine does: the bot is silent there for a while. */
      readonly kind: 'loop-stopped'
      readonly channel: ChannelName
      /** Absent for somebody who is not registered. */
      readonly from?: { readonly official: Official; readonly unit: Unit }
    }
  | {
      /** Somebody could not register: the bot serves no more people. */
      readonly kind: 'channel-full'
      readonly channel: ChannelName
      readonly users: number
      readonly official: Official
      readonly unit: Unit
    }

/** What core has to tell a chat group, where nobody is addressed and nobody named. */
export type GroupNotice = { readonly kind: 'group-totals'; readonly totals: GroupTotals }
