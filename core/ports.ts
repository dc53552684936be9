import type { CampaignStore } from './campaign/campaign-store.ts'
import type { ChecklistStore } from './appraisal/checklist-store.ts'
import type { CalendarStore } from './calendar/calendar-store.ts'
import type { Instant } from './calendar/local-time.ts'
import type { AnnouncementStore } from './announcement/announcement-store.ts'
import type { AuditStore } from './audit/audit-store.ts'
import type { ChasingStore } from './chasing/chasing-store.ts'
import type { CouncilStore } from './council/council-store.ts'
import type { ConversationStore } from './conversation/conversation-store.ts'
import type { Bot } from './delivery/bot.ts'
import type { AlarmStore, BudgetStore } from './delivery/budget-store.ts'
import type { ChannelName, OutboundMessage, WirePart } from './delivery/channel.ts'
import type { DataRequestStore } from './data-request/data-request-store.ts'
import type { PersonalDataStore } from './data-request/personal-data-store.ts'
import type { DecisionStore } from './decision/decision-store.ts'
import type { OutboxStore } from './delivery/outbox-store.ts'
import type { DossierStore } from './dossier/dossier-store.ts'
import type { FileStore } from './file/file-store.ts'
import type { DutyStore } from './duty/duty-store.ts'
import type { GroupStore } from './group/group-store.ts'
import type { InboxStore } from './inbox/inbox-store.ts'
import type { ChainStore } from './nomination/chain-store.ts'
import type { NominationStore } from './nomination/nomination-store.ts'
import type { GroupNotice, Notice } from './notice.ts'
import type { AccountStore, InviteStore, OfficialStore } from './official/official-store.ts'
import type { Official } from './official/official.ts'
import type { PinStore } from './pin/pin-store.ts'
import type { PraiseStore } from './praise/praise-store.ts'
import type { PropagationStore } from './propagation/propagation-store.ts'
import type { ReminderStore } from './reminder/reminder-store.ts'
import type { EvidenceStore, ReportStore } from './report/report-store.ts'
import type { SettingStore } from './setting-store.ts'
import type { UnitPlanStore } from './unit-plan/unit-plan-store.ts'
import type { UnitStore } from './unit/unit-store.ts'

export interface Clock {
  now(): Instant
}

/** Randomness, handed in so that tests can repeat a run. */
export interface Chance {
  uuid(): string
  /** `length` letters drawn evenly from `alphabet`. */
  code(length: number, alphabet: string): string
}

/** What is remembered. All stores of one transaction succeed or fail together. */
export interface Stores {
  readonly campaigns: CampaignStore
  readonly calendars: CalendarStore
  readonly units: UnitStore
  readonly officials: OfficialStore
  readonly accounts: AccountStore
  readonly invites: InviteStore
  readonly reports: ReportStore
  readonly evidence: EvidenceStore
  readonly nominations: NominationStore
  readonly chains: ChainStore
  readonly dossiers: DossierStore
  readonly checklists: ChecklistStore
  readonly council: CouncilStore
  readonly decisions: DecisionStore
  readonly pins: PinStore
  readonly dataRequests: DataRequestStore
  readonly personalData: PersonalDataStore
  readonly duties: DutyStore
  readonly unitPlans: UnitPlanStore
  readonly reminders: ReminderStore
  readonly chasing: ChasingStore
  readonly announcements: AnnouncementStore
  readonly praises: PraiseStore
  readonly propagation: PropagationStore
  readonly groups: GroupStore
  readonly conversations: ConversationStore
  readonly inbox: InboxStore
  readonly outbox: OutboxStore
  readonly budgets: BudgetStore
  readonly alarms: AlarmStore
  readonly files: FileStore
  readonly audit: AuditStore
  readonly settings: SettingStore
}

/** Puts what core has to tell a person into words, and words into the parts a channel sends. */
export interface Voice {
  phrase(notice: Notice, to: Official): OutboundMessage
  phraseForGroup(notice: GroupNotice): OutboundMessage
  /** Undefined where the channel is not configured. */
  render(channel: ChannelName, message: OutboundMessage): readonly WirePart[] | undefined
  /** What a part says or shows that the channel has rendered, without its buttons; undefined for any other. */
  restate(channel: ChannelName, part: WirePart): OutboundMessage | undefined
  /** The address under which a stored file can be fetched until then; undefined where nobody can reach this installation. */
  linkTo(fileId: string, until: Instant): string | undefined
}

/** What a use case works with: one transaction, one moment, one voice. */
export interface Transaction extends Stores {
  readonly now: Instant
  readonly chance: Chance
  readonly voice: Voice
  /** The bots of this installation, in the order of its configuration. */
  readonly bots: readonly Bot[]
}

export interface Transactions {
  /** Runs `work` in one database transaction; whatever it throws undoes all of it. */
  run<T>(work: (tx: Transaction) => Promise<T>): Promise<T>
  /** For work of one statement, which is a transaction by itself: spares the other two. */
  single<T>(work: (tx: Transaction) => Promise<T>): Promise<T>
}
