import { createInterface } from 'node:readline'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { LocalDate } from '../../core/calendar/local-time.ts'
import { localDateOf } from '../../core/calendar/local-time.ts'
import type { WorkingCalendar } from '../../core/calendar/working-days.ts'
import { setDeadline } from '../../core/duty/set-deadline.ts'
import type {
  DeadlineDays,
  DeadlineReading,
} from '../language/deadline-wording/deadline-reading.ts'
import { readDeadline } from '../language/deadline-wording/read-deadline.ts'
import { sayDay } from '../texts/moments.ts'
import { sayDays, sayDoubt } from '../texts/wordings.ts'
import type { Command } from './command.ts'
import { show, UsageRefusal } from './command.ts'
import { knownCalendar } from './known-calendar.ts'
import { pickCampaign } from './loading.ts'

/** From what wordings are reckoned that do not say it themselves. */
type Given = { readonly issuedOn: LocalDate; readonly anchor?: LocalDate }

/** A wording with what it means, and the question back where there is one. */
type Answer = {
  readonly text: string
  readonly reading: DeadlineReading
  readonly ask: string | null
}

/**
 * Reads wordings from standard input, one a line, so that an office can check a plan before it is
 * loaded: prints when each falls due, with both readings where there are two. A line that cannot be
 * read gets a sentence and stops nothing.
 */
const deadline: Command = {
  name: 'deadline',
  takes: '[--issued NGÀY] [--anchor NGÀY] [--json] < TỆP',
  does: 'đọc thử lời văn về hạn, mỗi dòng một câu: hạn là ngày nào, chỗ nào có hai cách hiểu',
  run: async (office) => {
    const { issued, anchor } = office.options
    const now = await office.transactions.run((tx) => Promise.resolve(tx.now))
    const given = {
      issuedOn: issued === undefined ? localDateOf(now) : dayOf(issued),
      ...(anchor === undefined ? {} : { anchor: dayOf(anchor) }),
    }
    const calendar = await knownCalendar(office)
    for await (const typed of createInterface({ input: office.typed })) {
      if (typed.trim() === '') continue
      const answer = answerTo(typed, given, calendar)
      office.say(office.json ? JSON.stringify(asJson(answer)) : asText(answer))
    }
  },
}

function answerTo(typed: string, given: Given, calendar: WorkingCalendar): Answer {
  try {
    const { text, ...context } = lineOf(typed, given)
    const reading = readDeadline(text, { ...context, calendar })
    return { text, reading, ask: sayDoubt(reading) ?? null }
  } catch (error) {
    if (!(error instanceof UsageRefusal)) throw error
    return { text: typed, reading: { alternatives: [] }, ask: error.message }
  }
}

const day = z.string().transform(dayOf)
const LINE = z.object({
  text: z.string(),
  issued_on: day.nullish(),
  anchor: day.nullish(),
})

function lineOf(typed: string, given: Given): Given & { readonly text: string } {
  if (!typed.trimStart().startsWith('{')) return { ...given, text: typed }
  const line = LINE.safeParse(jsonOf(typed))
  if (!line.success)
    throw new UsageRefusal(
      'Dòng này cần có dạng {"text":"…","issued_on":"2025-10-06","anchor":null}.',
    )
  const { text, issued_on: issuedOn, anchor } = line.data
  return { ...given, text, ...(issuedOn ? { issuedOn } : {}), ...(anchor ? { anchor } : {}) }
}

function jsonOf(typed: string): unknown {
  try {
    return JSON.parse(typed) as unknown
  } catch {
    return undefined
  }
}

/** A day as d/m/yyyy or ISO 8601. */
function dayOf(written: string): LocalDate {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(written.trim()) ?? []
  try {
    if (day === undefined) return Temporal.PlainDate.from(written.trim().slice(0, 10))
    const parts = { day: Number(day), month: Number(month), year: Number(year) }
    return Temporal.PlainDate.from(parts, { overflow: 'reject' })
  } catch {
    throw new UsageRefusal(`"${written}" không phải là một ngày có thật; viết như 30/11/2025.`)
  }
}

function asJson({ text, reading, ask }: Answer): object {
  return { text, ...plain(reading), alternatives: reading.alternatives.map(plain), ask }
}

function plain({ from, to, time }: DeadlineDays) {
  return {
    from: from?.toString() ?? null,
    to: to?.toString() ?? null,
    time: time?.toString({ smallestUnit: 'minute' }) ?? null,
  }
}

function asText({ text, reading, ask }: Answer): string {
  const days = (reading.from ?? reading.to) ? sayDays(reading) : 'chưa rõ'
  return [text, `  → ${days}`, ...(ask === null ? [] : [`  ? ${ask}`])].join('\n')
}

/** The office gives a day to what the plan leaves open, or another day to what it names. */
const deadlineSet: Command = {
  name: 'deadline set',
  takes: 'MÃ-HẠN NGÀY [--campaign MÃ]',
  does: 'đặt ngày cho một hạn mà kế hoạch chưa nêu, hoặc dời một hạn',
  run: async (office) => {
    const [ruleId, written] = office.words
    if (ruleId === undefined || written === undefined)
      throw new UsageRefusal('Dùng: npm run admin -- deadline set MÃ-HẠN NGÀY, ví dụ 30/6/2024.')
    const on = dayOf(written)
    const { campaign } = await pickCampaign(office)
    const set = await office.transactions.run((tx) => setDeadline(tx, campaign, { ruleId, on }))
    if (set.length === 0) {
      const ids = campaign.deadlines
        .filter(({ due }) => due.anchor !== 'period')
        .map(({ id }) => id)
      throw new UsageRefusal(
        `Không đặt ngày cho "${ruleId}" được. Các hạn đặt được: ${ids.join(', ')}.`,
      )
    }
    const told = set.map(({ id, dueOn }) => ({ deadline: id, dueOn: dueOn.toString() }))
    show(office, told, () => set.map(({ id, dueOn }) => `${id}: đến hết ${sayDay(dueOn)}.`))
  },
}

export const DEADLINES: readonly Command[] = [deadlineSet, deadline]
