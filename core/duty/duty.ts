import type { Instant, LocalDate } from '../calendar/local-time.ts'
import { instantOf, localTimeOf, startOfDay } from '../calendar/local-time.ts'
import type { Deadline } from './deadline.ts'

/** "3h chiều gửi": the moment by which an official promised it, and when it was said. */
export type DutyPromise = { readonly at: Instant; readonly by: string; readonly madeAt: Instant }

/** The office gave one unit more time, to the end of the deadline's own hour on that day. */
export type DutyExtension = {
  readonly to: LocalDate
  readonly by: string
  readonly at: Instant
  readonly reason: string
}

/** A line of the duty ledger: what one unit owes. Reminders, reports, promises and extensions hang on it. */
export type Duty = {
  readonly deadline: Deadline
  readonly unitCode: string
  readonly doneAt?: Instant
  readonly promise?: DutyPromise
  readonly extension?: DutyExtension
}

/** A day on which duties of a deadline are due: its own, or one to which some of them were extended. A duty is on one. */
export type DutyDay = Pick<Duty, 'deadline'> & { readonly extension?: Pick<DutyExtension, 'to'> }

/** The office set the day: one of its officials, or who runs the installation on its behalf. */
export type SetBy = { readonly official?: string }

export type DueDay = { readonly dueOn: LocalDate; readonly dueAt: Instant }

/** The day and the moment at which that is due; an extension runs to the deadline's own hour. */
export function dueDayOf({ deadline, extension }: DutyDay): DueDay {
  if (!extension) return { dueOn: deadline.dueOn, dueAt: deadline.dueAt }
  return { dueOn: extension.to, dueAt: instantOf(extension.to, localTimeOf(deadline.dueAt)) }
}

/** Whether the last day counts to its end. */
export function isWholeDay({ dueOn, dueAt }: Pick<DueDay, 'dueOn' | 'dueAt'>): boolean {
  return (
    startOfDay(dueOn.add({ days: 1 }))
      .since(dueAt)
      .total('seconds') <= 1
  )
}
