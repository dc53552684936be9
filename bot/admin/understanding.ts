import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { localDateOf, localTimeOf } from '../../core/calendar/local-time.ts'
import type { Campaign } from '../../core/campaign/campaign.ts'
import type { Role } from '../../core/official/role.ts'
import { ROLES } from '../../core/official/role.ts'
import type { Unit } from '../../core/unit/unit.ts'
import { READINGS } from '../conversations/intents.ts'
import { withholdReason } from '../language/safety/secret-content.ts'
import { understand } from '../language/understand.ts'
import type { Context, Understanding, UnitMatch } from '../language/understanding.ts'
import { matchUnit } from '../language/units/units.ts'
import { readShippedCampaign } from '../shipped.ts'
import { sayUnderstanding, sayUnitMatch } from '../texts/understanding.ts'
import type { Command, Office } from './command.ts'
import { UsageRefusal } from './command.ts'
import type { TypedLine } from './typed-lines.ts'
import { typedLines } from './typed-lines.ts'

/** A campaign and what its messages are read against; the arrays stay the same, indices hang on them. */
type Surroundings = { readonly campaign: Campaign; readonly units: readonly Unit[] }

/** The campaigns of the database, or the one that ships where none was loaded. */
async function surroundings({ transactions, root }: Office): Promise<readonly Surroundings[]> {
  const loaded = await transactions.run(async (tx) => {
    const campaigns = await tx.campaigns.list()
    return Promise.all(
      campaigns.map(async ({ campaign }) => ({
        campaign,
        units: await tx.units.list(campaign.id),
      })),
    )
  })
  if (loaded.length > 0) return loaded
  const folder = join(root, 'prisma', 'campaigns', 'chi-lang')
  return [await readShippedCampaign(folder)]
}

type Moment = { readonly today: Temporal.PlainDate; readonly time?: Temporal.PlainTime }

/** "2025-11-18", "2025-11-18T14:30" by the clock in Vietnam, or an instant with its offset. */
function momentOf(at: string): Moment | undefined {
  try {
    if (/(?:Z|[+-]\d\d:?\d\d)$/i.test(at) && at.includes('T')) {
      const instant = Temporal.Instant.from(at)
      return { today: localDateOf(instant), time: localTimeOf(instant) }
    }
    const today = Temporal.PlainDate.from(at)
    return at.includes(':') ? { today, time: Temporal.PlainTime.from(at) } : { today }
  } catch {
    return undefined
  }
}

/** What a message is read with; a sentence where a field cannot be used. */
type Settings = { readonly moment: Moment; readonly unit?: Unit; readonly role?: Role }

const allUnits = (places: readonly Surroundings[]) => places.flatMap(({ units }) => units)

function unitNamed(name: string, places: readonly Surroundings[]): Unit | undefined {
  const units = allUnits(places)
  const coded = units.find(({ code }) => code.toLowerCase() === name.toLowerCase())
  if (coded) return coded
  const { match, candidates } = matchUnit(name, units)
  const [named] = candidates
  return match === 'sure' ? units.find(({ code }) => code === named?.code) : undefined
}

type Given = Readonly<Partial<Record<string, string>>>

/** Throws a refusal with the sentence; `where` begins it. */
function settingsOf(given: Given, places: readonly Surroundings[], now: Moment): Settings {
  const { at, unit: unitName, role: roleName } = given
  const moment = at === undefined ? now : momentOf(at)
  if (moment === undefined)
    throw new UsageRefusal(`ngày "${String(at)}" không đọc được; viết như 2025-11-18.`)
  const unit = unitName === undefined ? undefined : unitNamed(unitName, places)
  if (unitName !== undefined && unit === undefined)
    throw new UsageRefusal(`không có đơn vị "${unitName}".`)
  const role = ROLES.find((known) => known === roleName)
  if (roleName !== undefined && role === undefined)
    throw new UsageRefusal(`không có vai trò "${roleName}"; có: ${ROLES.join(', ')}.`)
  return {
    moment,
    ...(unit === undefined ? {} : { unit }),
    ...(role === undefined ? {} : { role }),
  }
}

/** The unit's campaign on that day, else the one that runs then, else the last. */
function placeOf(places: readonly Surroundings[], { moment, unit }: Settings): Surroundings {
  const own = places.filter(({ units }) => unit === undefined || units.includes(unit))
  const day = moment.today.toString()
  const running = own.find(
    ({ campaign }) => campaign.startsOn.toString() <= day && day <= campaign.endsOn.toString(),
  )
  const found = running ?? own.at(-1) ?? places.at(-1)
  if (found === undefined) throw new UsageRefusal('Chưa có phong trào nào.')
  return found
}

function contextOf(places: readonly Surroundings[], settings: Settings): Context {
  const { campaign, units } = placeOf(places, settings)
  const { moment, role } = settings
  return {
    ...moment,
    contents: campaign.contents,
    units,
    ...(role === undefined ? {} : { roles: [role] }),
  }
}

const unitAsData = ({ match, candidates }: UnitMatch) => ({
  match,
  names: candidates.map(({ name }) => name),
})

/** As offices' own test sets expect it; what was not said is null. */
function asData({ text, intent, alternatives, units, report }: Understanding) {
  return {
    text,
    intent,
    alternatives,
    unit: unitAsData(units),
    report: {
      period: report.period ?? null,
      items: report.items.map(({ quantity, of, label, measure, approx }) => ({
        ...{ quantity, of: of ?? null, label, measure: measure ?? null, approx },
      })),
      dates: report.dates.map((date) =>
        date instanceof Temporal.PlainDate
          ? date.toString()
          : { from: date.from.toString(), to: date.to.toString() },
      ),
      contents: report.contents,
      difficulties: report.difficulties ?? null,
      initiative: report.initiative ?? null,
      nothingToReport: report.nothingToReport,
    },
  }
}

/** One line's answer, as data and as words. */
type Said = { readonly data: unknown; readonly lines: readonly string[] }

function readUnitName(text: string, { units }: Context): Said {
  const match = matchUnit(text, units)
  return { data: { text, unit: unitAsData(match) }, lines: [sayUnitMatch(text, match)] }
}

function readMessage(text: string, context: Context): Said {
  const understood = understand(text, context)
  const withheld = withholdReason(text, false)
  return {
    data: { ...asData(understood), ...(withheld === undefined ? {} : { withheld }) },
    lines: sayUnderstanding(understood, withheld, (intent) => READINGS[intent]),
  }
}

type Reader = {
  readonly places: readonly Surroundings[]
  readonly given: Given
  readonly now: Moment
  readonly read: (text: string, context: Context) => Said
}

function answer(line: TypedLine, { places, given, now, read }: Reader): Said {
  const refuse = (problem: string): Said => ({
    data: { line: line.number, error: problem },
    lines: [problem],
  })
  if (!line.ok) return refuse(line.problem)
  try {
    const settings = settingsOf({ ...given, ...line.fields }, places, now)
    return read(line.fields.text, contextOf(places, settings))
  } catch (error) {
    if (error instanceof UsageRefusal) return refuse(`Dòng ${line.number}: ${error.message}`)
    throw error
  }
}

/** Offices try their own wording with it: nothing is stored, nobody is told. */
const understandLines: Command = {
  name: 'understand',
  takes: '[--as VAI_TRÒ] [--unit MÃ] [--at NGÀY] [--units] < TỆP',
  does: 'xem Trợ lý hiểu từng dòng thế nào; --units: mỗi dòng là tên một đơn vị',
  flags: ['units'],
  run: async (office) => {
    const { options, flags, json, say, transactions } = office
    const instant = await transactions.run((tx) => Promise.resolve(tx.now))
    const { as, ...rest } = options
    const reader: Reader = {
      places: await surroundings(office),
      given: { ...rest, ...(as === undefined ? {} : { role: as }) },
      now: { today: localDateOf(instant), time: localTimeOf(instant) },
      read: flags.has('units') ? readUnitName : readMessage,
    }
    settingsOf(reader.given, reader.places, reader.now)
    for await (const line of typedLines(office.typed)) {
      const { data, lines } = answer(line, reader)
      if (json) say(JSON.stringify(data))
      else for (const words of lines) say(words)
    }
  },
}

export const UNDERSTANDING: readonly Command[] = [understandLines]
