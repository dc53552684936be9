import type { LocalDate } from '../calendar/local-time.ts'

/** Days on which an official is away, both included, and who of the same unit stands in. */
export type Leave = {
  readonly from: LocalDate
  readonly until: LocalDate
  readonly deputyId?: string
}

/** Whether somebody is away on that day in Vietnam. A leave ends by itself. */
export function isAway(leave: Leave | undefined, on: LocalDate): leave is Leave {
  if (!leave) return false
  const day = on.toString()
  return leave.from.toString() <= day && day <= leave.until.toString()
}
