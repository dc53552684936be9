import type { AuditStore } from '../audit/audit-store.ts'
import type { CalendarStore } from '../calendar/calendar-store.ts'
import type { CampaignStore } from '../campaign/campaign-store.ts'
import type { QueueingWork } from '../delivery/queue-message.ts'
import type { DutyStore } from '../duty/duty-store.ts'
import type { InboxStore } from '../inbox/inbox-store.ts'
import type { NominationStore } from '../nomination/nomination-store.ts'
import type { AccountStore, OfficialStore } from '../official/official-store.ts'
import type { Transaction } from '../ports.ts'
import type { UnitStore } from '../unit/unit-store.ts'
import type { ChasingStore } from './chasing-store.ts'

/** All that looking at a deadline unit by unit works with: a transaction has it, a rehearsal in memory. */
export type StandingWork = Pick<Transaction, 'now'> & {
  readonly units: Pick<UnitStore, 'list'>
  readonly officials: Pick<OfficialStore, 'get' | 'list'>
  readonly accounts: Pick<AccountStore, 'listLinked'>
  readonly duties: Pick<DutyStore, 'listFor'>
  readonly chasing: Pick<ChasingStore, 'lastReminded' | 'draftingUnits'>
}

/** The same for the office's digests. */
export type DigestWork = QueueingWork &
  StandingWork & {
    readonly calendars: Pick<CalendarStore, 'load'>
    readonly campaigns: Pick<CampaignStore, 'list'>
    readonly accounts: Pick<AccountStore, 'findReachable' | 'listLinked'>
    readonly duties: Pick<DutyStore, 'listDeadlines' | 'listFor'>
    readonly chasing: Pick<ChasingStore, 'lastReminded' | 'draftingUnits' | 'claimDigest'>
    readonly nominations: Pick<NominationStore, 'countByState'>
    readonly inbox: Pick<InboxStore, 'balance'>
    readonly audit: Pick<AuditStore, 'head'>
  }
