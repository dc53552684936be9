import type { CalendarStore } from '../calendar/calendar-store.ts'
import type { CampaignStore } from '../campaign/campaign-store.ts'
import type { QueueingWork } from '../delivery/queue-message.ts'
import type { DutyStore } from '../duty/duty-store.ts'
import type { UnitStore } from '../unit/unit-store.ts'
import type { GroupStore } from './group-store.ts'

/** All that telling groups works with. A transaction has it; a rehearsal has it in memory. */
export type GroupWork = Omit<QueueingWork, 'accounts'> & {
  readonly calendars: Pick<CalendarStore, 'load'>
  readonly campaigns: Pick<CampaignStore, 'list' | 'get'>
  readonly units: Pick<UnitStore, 'list'>
  readonly duties: Pick<DutyStore, 'listDeadlines' | 'progress'>
  readonly groups: Pick<GroupStore, 'list' | 'notePost'>
}
