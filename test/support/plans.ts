import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { shippedCalendars, valueOf } from '../../bot/shipped.ts'
import type { WorkingCalendar } from '../../core/calendar/working-days.ts'
import { workingCalendar } from '../../core/calendar/working-days.ts'
import type { Campaign } from '../../core/campaign/campaign.ts'
import type { Deadline } from '../../core/duty/deadline.ts'
import { deadlinesOf } from '../../core/duty/deadline.ts'
import { readPlanFile } from '../../prisma/files/plan-file.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const CAMPAIGNS = join(ROOT, 'prisma', 'campaigns')
const FIXTURES = join(ROOT, 'test', 'fixtures', 'campaigns')
const LONG_AGO = Temporal.PlainDate.from('2020-01-01')

export type Plans = {
  readonly chiLang: Campaign
  readonly tanLap: Campaign
  readonly calendar: WorkingCalendar
}

/** The plan that ships, the fixtures' one, and the calendar of the working days. */
export async function readPlans(): Promise<Plans> {
  return {
    chiLang: valueOf(await readPlanFile(join(CAMPAIGNS, 'chi-lang', 'plan.yaml'))),
    tanLap: valueOf(await readPlanFile(join(FIXTURES, 'tan-lap-2026', 'plan.yaml'))),
    calendar: workingCalendar(await shippedCalendars(join(CAMPAIGNS, 'calendars'))),
  }
}

/** The campaign's deadline of that subject, e.g. the period of a report. */
export function deadlineOn(
  campaign: Campaign,
  subject: string,
  calendar: WorkingCalendar,
): Deadline {
  const found = deadlinesOf(campaign, LONG_AGO, calendar).find((one) => one.subject === subject)
  if (!found) throw new Error(`${campaign.id} has no deadline ${subject}`)
  return found
}
