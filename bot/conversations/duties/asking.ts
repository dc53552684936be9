import { muteNotices } from '../../../core/announcement/mute-notices.ts'
import { localDateOf } from '../../../core/calendar/local-time.ts'
import type { WorkingCalendar } from '../../../core/calendar/working-days.ts'
import { isWorkingDay, workingDayOnOrBefore } from '../../../core/calendar/working-days.ts'
import type { Campaign } from '../../../core/campaign/campaign.ts'
import { phaseOf } from '../../../core/campaign/campaign.ts'
import type { Deadline } from '../../../core/duty/deadline.ts'
import type { DeadlineRule } from '../../../core/duty/deadline-rule.ts'
import { dueDayOf } from '../../../core/duty/duty.ts'
import { undatedPlan } from '../../../core/unit-plan/undated-plan.ts'
import { owesPlan, unitPlanDeadlineId } from '../../../core/unit-plan/unit-plan.ts'
import { sayContactOffice, sayWho } from '../../texts/account.ts'
import { asksHowToReport } from '../../language/intents/vague.ts'
import { sayDeadlines, sayNextDuty, sayOpenDuties } from '../../texts/duties.ts'
import { sayGreeting, sayHelp, sayHowToReport } from '../../texts/help.ts'
import type { ToldDuty } from '../../texts/whys.ts'
import { sayWhyAnnounced, sayWhyOther, sayWhyReminded } from '../../texts/whys.ts'
import { sayAnnouncements, sayMuted } from '../../texts/announcements.ts'
import type { Answer, Spoken } from '../turn.ts'
import { refused } from '../turn.ts'

type Line = {
  deadline: Deadline
  workingDayBefore?: ReturnType<typeof localDateOf>
  overdue: boolean
}

function toLine(deadline: Deadline, calendar: WorkingCalendar, nowMs: number): Line {
  const overdue = deadline.dueAt.epochMilliseconds < nowMs
  if (isWorkingDay(calendar, deadline.dueOn)) return { deadline, overdue }
  return { deadline, overdue, workingDayBefore: workingDayOnOrBefore(calendar, deadline.dueOn) }
}

/** "Hạn nào": what is due next in the campaign, whether the unit is done with it or not. */
export async function deadlines(turn: Spoken): Promise<Answer> {
  const { tx, campaign } = turn
  if (!campaign) return refused({ reason: 'no-campaign' })
  if (phaseOf(campaign, tx.now) === 'ended')
    return refused({ reason: 'campaign-ended', endedOn: campaign.endsOn.toString() })
  const today = localDateOf(tx.now)
  const all = await tx.duties.listDeadlines(campaign.id, today)
  const [report] = all.filter(
    ({ kind, dueAt }) => kind === 'report' && dueAt.epochMilliseconds >= tx.now.epochMilliseconds,
  )
  const windows = all.filter(
    ({ kind, opensOn }) =>
      (kind === 'nomination' || kind === 'unit-plan') && opensOn.toString() <= today.toString(),
  )
  const calendar = await tx.calendars.load()
  const lines = [...(report ? [report] : []), ...windows].map((deadline) =>
    toLine(deadline, calendar, tx.now.epochMilliseconds),
  )
  const undated = await undatedPlan(tx, campaign)
  const dueNext = { lines, today, ...(undated ? { undated } : {}) }
  return { what: 'deadlines', text: sayDeadlines(campaign, dueNext) }
}

/** "Tôi còn nợ gì": the unit's open lines of the duty ledger. */
export async function duties(turn: Spoken): Promise<Answer> {
  const { tx, campaign, unit } = turn
  if (!campaign) return refused({ reason: 'no-campaign' })
  const calendar = await tx.calendars.load()
  const today = localDateOf(tx.now)
  const open = await tx.duties.listOpen(unit.code, today)
  const lines = open
    .filter(({ deadline }) => deadline.campaignId === campaign.id)
    .map((duty) => {
      const held = { ...duty.deadline, ...dueDayOf(duty) }
      return { ...toLine(held, calendar, tx.now.epochMilliseconds), duty }
    })
  const undated = await openUndatedPlan(turn, campaign)
  const owed = { lines, today, ...(undated ? { undated } : {}) }
  return { what: 'duties', text: sayOpenDuties(unit, campaign, owed) }
}

/** The unit's own plan, while it has no day and has not been issued. */
async function openUndatedPlan(
  { tx, unit }: Spoken,
  campaign: Campaign,
): Promise<DeadlineRule | undefined> {
  const rule = owesPlan(campaign, unit) ? await undatedPlan(tx, campaign) : undefined
  const id = unitPlanDeadlineId(campaign)
  if (!rule || id === undefined) return undefined
  return (await tx.unitPlans.find(id, unit.code)) ? undefined : rule
}

/** "Vì sao tôi nhận tin này": the last unasked message, the duty and the rule behind it. */
export async function whyThisMessage(turn: Spoken): Promise<Answer> {
  const last = await turn.tx.outbox.findLastUnasked(turn.official.id)
  return { what: 'why', text: await explain(turn, last) }
}

type Unasked = Awaited<ReturnType<Spoken['tx']['outbox']['findLastUnasked']>>

async function explain({ tx }: Spoken, last: Unasked): Promise<string> {
  if (last?.cause === 'reminder') {
    const duties: ToldDuty[] = []
    for (const told of await tx.reminders.listTold(last.messageId)) {
      const { campaign } = await tx.campaigns.get(told.duty.deadline.campaignId)
      const { name } = await tx.units.get(told.duty.unitCode)
      duties.push({ campaign, unitName: name, told })
    }
    return sayWhyReminded(duties)
  }
  if (last?.cause === 'announcement' && last.causeId !== undefined) {
    const announcement = await tx.announcements.get(last.causeId)
    const { authorId, campaignId } = announcement
    const author = await tx.officials.get(authorId)
    const { name } = await tx.units.get(author.unitCode)
    const { campaign } = await tx.campaigns.get(campaignId)
    return sayWhyAnnounced(announcement, name, campaign)
  }
  return sayWhyOther(last?.cause)
}

/** Notices released lately. */
export async function notices(turn: Spoken): Promise<Answer> {
  const { tx, campaign } = turn
  if (!campaign) return refused({ reason: 'no-campaign' })
  const released = await tx.announcements.list(campaign.id, {
    states: ['released', 'stopped', 'published'],
    limit: 3,
  })
  return { what: 'notices', text: sayAnnouncements(released) }
}

export function whoAmI({ official, unit }: Spoken): Answer {
  return { what: 'who', text: sayWho(official, unit) }
}

/** "Tắt tin tuyên truyền": optional notices stay away, official ones and reminders do not. */
export async function mute({ tx, official }: Spoken): Promise<Answer> {
  await muteNotices(tx, official, true)
  return { what: 'muted', text: sayMuted(true) }
}

/** "Bật lại tin tuyên truyền". */
export async function unmute({ tx, official }: Spoken): Promise<Answer> {
  await muteNotices(tx, official, false)
  return { what: 'unmuted', text: sayMuted(false) }
}

export function contactOffice({ campaign }: Spoken): Answer {
  return { what: 'contact', text: sayContactOffice(campaign) }
}

/** All that can be said; to who asks how to report, that alone and what is due next. */
export async function help(turn: Spoken): Promise<Answer> {
  const { tx, official, unit, campaign } = turn
  if (!asksHowToReport(turn.text) || !campaign)
    return { what: 'help', text: sayHelp(official, unit, campaign) }
  const open = await tx.duties.listOpen(unit.code, localDateOf(tx.now))
  const next = open
    .map(({ deadline }) => deadline)
    .find(({ campaignId, kind }) => campaignId === campaign.id && kind === 'report')
  const due = next && sayNextDuty(next, campaign)
  return { what: 'help', text: sayHowToReport(official, due) }
}

export function greet({ official, understood }: Spoken): Answer {
  return { what: 'greeting', text: sayGreeting(official, understood.thanks) }
}
