import { z } from 'zod'
import { RHYTHMS } from '../../core/calendar/periods.ts'
import { AUDIENCES, STAGE_TEXTS } from '../../core/campaign/campaign.ts'
import type { Due } from '../../core/duty/deadline-rule.ts'
import { DEADLINE_KINDS } from '../../core/duty/deadline-rule.ts'
import { KIND_WORDS } from '../../core/unit/unit.ts'
import { code, identifier, localDate, localTime, text } from './fields.ts'

const days = z.int().min(1).max(3650)

const dayOfMonth = z.union([z.int().min(1).max(31), z.literal('last-working-day')], {
  error: 'Ghi ngày trong tháng, từ 1 đến 31 (31: ngày cuối tháng), hoặc last-working-day.',
})

/** A day is told in one of four ways; which keys belong together is checked by `wrongDue`. */
const due = z
  .strictObject({
    from: localDate.exactOptional(),
    to: localDate.exactOptional(),
    every: z.enum(RHYTHMS).exactOptional(),
    day: dayOfMonth.exactOptional(),
    monthsAfter: z.int().min(-11).max(12).default(0),
    before: text.exactOptional(),
    after: text.exactOptional(),
    days: days.exactOptional(),
    workingDays: days.exactOptional(),
    inclusive: z.boolean().default(true),
  })
  .superRefine((value, context) => {
    const message = wrongDue(value)
    if (message !== undefined) context.addIssue({ code: 'custom', message })
  })
  .transform(toDue)

type Written = {
  readonly from?: Extract<Due, { anchor: 'calendar' }>['from']
  readonly to?: Extract<Due, { anchor: 'calendar' }>['to']
  readonly every?: (typeof RHYTHMS)[number]
  readonly day?: number | 'last-working-day'
  readonly monthsAfter: number
  readonly before?: string
  readonly after?: string
  readonly days?: number
  readonly workingDays?: number
  readonly inclusive: boolean
}

function wrongDue({ from, to, every, day, before, after, days, workingDays }: Written) {
  const ways = [from ?? to, every, before, after].filter((way) => way !== undefined).length
  if (ways !== 1)
    return 'Ghi một trong bốn cách: "from"/"to", "every", "before" hoặc "after"; bỏ "due" nếu kế hoạch chưa nêu ngày.'
  if (every !== undefined && day === undefined) return 'Có "every" thì ghi cả "day".'
  if ((before ?? after) === undefined) return undefined
  const counts = [days, workingDays].filter((count) => count !== undefined).length
  return counts === 1 ? undefined : 'Ghi "days" (ngày) hoặc "workingDays" (ngày làm việc).'
}

function toDue(value: Written): Due {
  const { from, to, every, day, monthsAfter, before, after, inclusive } = value
  if (every !== undefined && day !== undefined)
    return { anchor: 'period', every, day, monthsAfter, inclusive }
  const event = before ?? after
  if (event === undefined)
    return { anchor: 'calendar', ...(from ? { from } : {}), ...(to ? { to } : {}), inclusive }
  const count = value.workingDays ?? value.days ?? 0
  const unit = value.workingDays === undefined ? 'calendar-day' : 'working-day'
  if (event === 'case') return { anchor: 'case', days: count, unit }
  return { anchor: 'event', event, days: before === undefined ? count : -count, unit }
}

const kinds = Object.keys(KIND_WORDS) as (keyof typeof KIND_WORDS)[]

const appliesTo = z.union(
  [
    z.enum(['every-unit', 'office', 'each-case', 'everybody']),
    z.strictObject({
      codes: z.array(code).min(1).exactOptional(),
      kinds: z.array(z.enum(kinds)).min(1).exactOptional(),
    }),
  ],
  {
    error:
      'Ghi every-unit, office, each-case, everybody, hoặc "codes" (mã đơn vị), "kinds" (loại đơn vị).',
  },
)

/** A deadline as the plan words it. Without `due` the plan names no day. */
export const deadlineRule = z
  .strictObject({
    id: identifier,
    kind: z.enum(DEADLINE_KINDS),
    title: text,
    wording: text,
    due: due.exactOptional(),
    time: localTime.exactOptional(),
    appliesTo,
    source: text,
    origin: z.enum(['plan', 'office']),
    award: identifier.exactOptional(),
    belongsToPreviousBefore: z.int().min(1).max(31).exactOptional(),
  })
  .transform(({ due, ...rule }) => ({ ...rule, due: due ?? ({ anchor: 'none' } as const) }))

const stage = z.strictObject({
  id: text,
  offset: z.int().min(-365).max(365),
  unit: z.enum(['working-day', 'calendar-day']),
  time: localTime,
  to: z.array(z.enum(AUDIENCES)).min(1),
  text: z.enum(STAGE_TEXTS),
  withinMinutes: z.int().min(1).exactOptional(),
})

/** A ladder for each kind of deadline that is reminded of. */
export const ladders = z.partialRecord(z.enum(DEADLINE_KINDS), z.array(stage))
