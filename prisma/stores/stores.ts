import type { Instant } from '../../core/calendar/local-time.ts'
import type { Stores } from '../../core/ports.ts'
import { announcementStore } from './announcement-store.ts'
import { alarmStore, budgetStore } from './budget-store.ts'
import { auditStore } from './audit-store.ts'
import { calendarStore } from './calendar-store.ts'
import { campaignStore } from './campaign-store.ts'
import { chainStore } from './chain-store.ts'
import { chasingStore } from './chasing-store.ts'
import { conversationStore } from './conversation-store.ts'
import { councilStore } from './council-store.ts'
import { dataRequestStore } from './data-request-store.ts'
import { decisionStore } from './decision-store.ts'
import { checklistStore, dossierStore } from './dossier-store.ts'
import { dutyStore } from './duty-store.ts'
import { groupStore } from './group-store.ts'
import { fileStore } from './file-store.ts'
import { inboxStore } from './inbox-store.ts'
import { nominationStore } from './nomination-store.ts'
import { accountStore, inviteStore, officialStore } from './official-store.ts'
import { outboxStore } from './outbox-store.ts'
import { personalDataStore } from './personal-data-store.ts'
import { pinStore } from './pin-store.ts'
import { praiseStore } from './praise-store.ts'
import { propagationStore } from './propagation-store.ts'
import { reminderStore } from './reminder-store.ts'
import { evidenceStore, reportStore } from './report-store.ts'
import type { Db } from './rows.ts'
import { settingStore } from './setting-store.ts'
import { unitPlanStore } from './unit-plan-store.ts'
import { unitStore } from './unit-store.ts'

/** All stores of one transaction. */
export function storesOn(db: Db, now: Instant): Stores {
  return {
    campaigns: campaignStore(db),
    calendars: calendarStore(db),
    units: unitStore(db),
    officials: officialStore(db, now),
    accounts: accountStore(db, now),
    invites: inviteStore(db),
    reports: reportStore(db),
    evidence: evidenceStore(db),
    nominations: nominationStore(db),
    chains: chainStore(db),
    dossiers: dossierStore(db),
    checklists: checklistStore(db),
    council: councilStore(db),
    decisions: decisionStore(db),
    pins: pinStore(db),
    dataRequests: dataRequestStore(db),
    personalData: personalDataStore(db),
    duties: dutyStore(db),
    unitPlans: unitPlanStore(db),
    reminders: reminderStore(db),
    chasing: chasingStore(db),
    announcements: announcementStore(db),
    praises: praiseStore(db),
    propagation: propagationStore(db),
    groups: groupStore(db),
    conversations: conversationStore(db),
    inbox: inboxStore(db),
    outbox: outboxStore(db),
    budgets: budgetStore(db),
    alarms: alarmStore(db),
    files: fileStore(db),
    audit: auditStore(db, now),
    settings: settingStore(db),
  }
}
