import { createInterface } from 'node:readline'
import { Temporal } from 'temporal-polyfill'
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
import type { Command, Office } from './command.ts'
import { show, UsageRefusal } from './command.ts'
import { knownCalendar } from './known-calendar.ts'
import { pickCampaign } from './loading.ts'

const USAGE =
  'Dùng: npm run admin -- deadline [--issued NGÀY] [--anchor NGÀY] [--json] < TỆP; mỗi dòng một câu, hoặc {"text","issued_on","anchor"}.'

/** One wording and the days from which it is reckoned. */
type Line = { readonly text: string; readonly issuedOn: LocalDate; readonly anchor?: LocalDate }

/**
 * Reads wordings from standard input, one a line, so that an office can check a plan before it is
 * loaded: prints when each falls due, with both readings where there are two.
 */
const deadline: Command = {
  name: 'deadline',
  takes: '[--issued NGÀY] [--anchor NGÀY] [--json] < TỆP',
  does: 'đọc thử lời văn về hạn, mỗi dòng một câu: hạn là ngày nào, chỗ nào có hai cách hiểu',
  run: async (office) => {
    const now = await office.transactions.run((tx) => Promise.resolve(tx.now))
    const calendar = await knownCalendar(office)
    for await (const typed of createInterface({ input: process.stdin })) {
      if (typed.trim() === '') continue
      const line = lineOf(typed, office, localDateOf(now))
      office.say(office.json ? JSON.stringify(asJson(line, calendar)) : asText(line, calendar))
    }
  },
}

function lineOf(typed: string, { options }: Office, today: LocalDate): Line {
  const given = typed.trimStart().startsWith('{') ? fieldsOf(typed) : { text: typed }
  const anchor = given['anchor'] ?? options['anchor']
  return {
    text: given['text'] ?? '',
    issuedOn: dayOf(given['issued_on'] ?? options['issued']) ?? today,
    ...(anchor === undefined ? {} : { anchor: dayOf(anchor) ?? today }),
  }
}

function fieldsOf(typed: string): Readonly<Record<string, string>> {
  try {
    const parsed: unknown = JSON.parse(typed)
    const entries = Object.entries(parsed ?? {})
    return Object.fromEntries(
      entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    )
  } catch {
    throw new UsageRefusal(`Dòng này không phải JSON: ${typed}\n${USAGE}`)
  }
}

/** A day as d/m/yyyy or ISO 8601. */
function dayOf(written: string | undefined): LocalDate | undefined {
  if (written === undefined) return undefined
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(written.trim()) ?? []
  try {
    return day === undefined
      ? Temporal.PlainDate.from(written.trim().slice(0, 10))
      : Temporal.PlainDate.from(
          { day: Number(day), month: Number(month), year: Number(year) },
          { overflow: 'reject' },
        )
  } catch {
    throw new UsageRefusal(`"${written}" không phải là một ngày có thật. ${USAGE}`)
  }
}

const readingOf = ({ text, ...context }: Line, calendar: WorkingCalendar): DeadlineReading =>
  readDeadline(text, { ...context, calendar })

function asJson(line: Line, calendar: WorkingCalendar): object {
  const reading = readingOf(line, calendar)
  return {
    text: line.text,
    ...plain(reading),
    alternatives: reading.alternatives.map(plain),
    ask: sayDoubt(reading) ?? null,
  }
}

function plain({ from, to, time }: DeadlineDays) {
  return {
    from: from?.toString() ?? null,
    to: to?.toString() ?? null,
    time: time?.toString({ smallestUnit: 'minute' }) ?? null,
  }
}

function asText(line: Line, calendar: WorkingCalendar): string {
  const reading = readingOf(line, calendar)
  const days = (reading.from ?? reading.to) ? sayDays(reading) : 'chưa rõ'
  const doubt = sayDoubt(reading)
  return `${line.text}\n  → ${days}${doubt === undefined ? '' : `\n  ? ${doubt}`}`
}

/** The office gives a day to what the plan leaves open, or another day to what it names. */
const deadlineSet: Command = {
  name: 'deadline set',
  takes: 'MÃ-HẠN NGÀY [--campaign MÃ]',
  does: 'đặt ngày cho một hạn mà kế hoạch chưa nêu, hoặc dời một hạn',
  run: async (office) => {
    const [ruleId, written] = office.words
    const on = dayOf(written)
    if (ruleId === undefined || !on)
      throw new UsageRefusal('Dùng: npm run admin -- deadline set MÃ-HẠN NGÀY, ví dụ 30/6/2024.')
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
