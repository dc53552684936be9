import type { CalendarStore } from '../calendar/calendar-store.ts'
import type { CampaignStore } from '../campaign/campaign-store.ts'
import type { OutboxStore } from '../delivery/outbox-store.ts'
import type { QueueingWork } from '../delivery/queue-message.ts'
import type { DutyStore } from '../duty/duty-store.ts'
import type { OfficialStore } from '../official/official-store.ts'
import type { UnitStore } from '../unit/unit-store.ts'
import type { ReminderStore } from './reminder-store.ts'

/**
 * All that reminding works with. A transaction has it; a rehearsal has it in memory, so that both go
 * through the very same use cases.
 */
export type ReminderWork = QueueingWork & {
  readonly calendars: Pick<CalendarStore, 'load'>
  readonly campaigns: Pick<CampaignStore, 'list'>
  readonly units: Pick<UnitStore, 'get'>
  readonly officials: Pick<OfficialStore, 'get'>
  readonly duties: Pick<DutyStore, 'listDueDays'>
  readonly reminders: Pick<
    ReminderStore,
    'plan' | 'planPromised' | 'claimDue' | 'settle' | 'postpone'
  >
  readonly outbox: Pick<OutboxStore, 'insert' | 'countUnasked'>
}
