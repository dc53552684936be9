import { writeFile } from 'node:fs/promises'
import { Temporal } from 'temporal-polyfill'
import type { LocalDate } from '../../core/calendar/local-time.ts'
import { localDateOf } from '../../core/calendar/local-time.ts'
import { readRehearsalState } from '../../core/reminder/rehearsal/rehearsal-state.ts'
import type { Rehearsal } from '../../core/reminder/rehearsal/rehearse-campaigns.ts'
import { rehearseCampaigns } from '../../core/reminder/rehearsal/rehearse-campaigns.ts'
import type { Budgets } from '../../core/reminder/rehearsal/summarize-rehearsal.ts'
import { summarizeRehearsal } from '../../core/reminder/rehearsal/summarize-rehearsal.ts'
import { ZALO_FREE_PLAN } from '../channels/zalo/plan.ts'
import { rehearsalCalendar } from '../documents/rehearsal-calendar.ts'
import { spreadsheet } from '../documents/spreadsheet.ts'
import { COLUMNS, sayRehearsal, sayRehearsedRows, sayRehearsalTitle } from '../texts/rehearsal.ts'
import type { Command, Office } from './command.ts'
import { UsageRefusal } from './command.ts'
import { rehearsalData } from './rehearsal-data.ts'

const FORMATS = ['table', 'json', 'xlsx', 'ics'] as const
type Format = (typeof FORMATS)[number]

/** Says before launch what would go out to whom and why. Nothing is written but the file that was asked for. */
const rehearse: Command = {
  name: 'rehearse',
  takes: '[--from NGÀY] [--to NGÀY] [--format table|json|xlsx|ics] [--out TỆP]',
  does: 'diễn tập: mọi tin nhắc sẽ gửi, gửi ai, khi nào, vì sao; không gửi gì',
  run: async (office) => {
    const format = formatOf(office)
    const rehearsal = await play(office)
    const summary = summarizeRehearsal(rehearsal, await budgetsOf(office))
    const say = (text: string) => put(office, text)
    switch (format) {
      case 'json':
        return say(JSON.stringify(rehearsalData(rehearsal, summary), null, 2))
      case 'table':
        return say(sayRehearsal(rehearsal, summary).join('\n'))
      case 'ics':
        return save(office, Buffer.from(rehearsalCalendar(rehearsal)), 'ics')
      case 'xlsx':
        return save(office, await workbook(rehearsal), 'xlsx')
    }
  },
}

async function play({ transactions, options }: Office): Promise<Rehearsal> {
  const from = dayOf(options, 'from')
  const to = dayOf(options, 'to')
  if (from && to && Temporal.PlainDate.compare(to, from) < 0)
    throw new UsageRefusal('Ngày cuối (--to) đứng trước ngày đầu (--from).')
  const { state, chance, voice } = await transactions.run(async (tx) => ({
    state: await readRehearsalState(tx, from ?? localDateOf(tx.now)),
    chance: tx.chance,
    voice: tx.voice,
  }))
  return rehearseCampaigns(state, { chance, voice }, to)
}

/** What the channels' bots carry in a month, together; Zalo's free plan before any is configured. */
async function budgetsOf({ transactions }: Office): Promise<Budgets> {
  const bots = await transactions.run((tx) => Promise.resolve(tx.bots))
  const zalo = bots.filter(({ channel }) => channel === 'zalo')
  if (zalo.length === 0) return { zalo: ZALO_FREE_PLAN.messages }
  const carried = zalo.reduce((sum, { plan }) => sum + (plan?.messages ?? Infinity), 0)
  return { zalo: carried }
}

function formatOf({ options, json }: Office): Format {
  const asked = options['format'] ?? (json ? 'json' : 'table')
  const format = FORMATS.find((one) => one === asked)
  if (format) return format
  throw new UsageRefusal(`--format chỉ nhận ${FORMATS.join(', ')}; không có "${asked}".`)
}

/** A day as 2025-10-22 or 22/10/2025. */
function dayOf(options: Office['options'], name: 'from' | 'to'): LocalDate | undefined {
  const text = options[name]
  if (text === undefined) return undefined
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/u.exec(text) ?? []
  try {
    if (day === undefined) return Temporal.PlainDate.from(text)
    const fields = { day: Number(day), month: Number(month), year: Number(year) }
    return Temporal.PlainDate.from(fields, { overflow: 'reject' })
  } catch {
    throw new UsageRefusal(
      `--${name} phải là một ngày, ví dụ 2025-10-22 hoặc 22/10/2025; không đọc được "${text}".`,
    )
  }
}

function workbook(rehearsal: Rehearsal): Promise<Uint8Array> {
  return spreadsheet({
    name: 'Diễn tập',
    title: sayRehearsalTitle(rehearsal),
    columns: COLUMNS,
    rows: sayRehearsedRows(rehearsal),
  })
}

/** To the file that was named, else to the screen. */
async function put(office: Office, text: string): Promise<void> {
  const { out } = office.options
  if (out === undefined) office.say(text)
  else await save(office, Buffer.from(`${text}\n`), 'txt')
}

async function save(office: Office, bytes: Uint8Array, kind: string): Promise<void> {
  const file = office.options['out'] ?? `dien-tap.${kind}`
  try {
    await writeFile(file, bytes)
  } catch {
    throw new UsageRefusal(`Không ghi được tệp "${file}". Hãy chọn tệp khác bằng --out.`)
  }
  office.say(`Đã ghi ${file}.`)
}

export const REHEARSING: readonly Command[] = [rehearse]
