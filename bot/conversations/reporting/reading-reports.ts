import { may } from '../../../core/permission.ts'
import type { Unit } from '../../../core/unit/unit.ts'
import { sayReportList, sayReportsOf, sayWholeReport } from '../../texts/reports.ts'
import { plain } from '../units/named-units.ts'
import type { Answer, Spoken } from '../turn.ts'
import { refused } from '../turn.ts'

const MOST_LISTED = 5
/** Among so many of the unit's newest, those from before a reorganisation are looked for. */
const MOST_LOOKED_AT = 500

/** The unit's newest reports, with their codes; or the one that is named by its code, whole. */
export async function listReports(turn: Spoken): Promise<Answer> {
  const { tx, campaign, unit, understood } = turn
  if (!campaign) return refused({ reason: 'no-campaign' })
  const code = understood.codes.report
  if (code !== undefined) return wholeReport(turn, campaign.id, code)
  const reports = await tx.reports.list(campaign.id, { unitCode: unit.code, limit: MOST_LISTED })
  return { what: 'reports-listed', text: sayReportList(unit, reports) }
}

async function wholeReport(turn: Spoken, campaignId: string, code: string): Promise<Answer> {
  const report = await turn.tx.reports.findByCode(campaignId, code)
  if (!report || !(await mayRead(turn, report.unitCode)))
    return refused({ reason: 'report-not-found', code })
  const of = await turn.tx.units.get(report.unitCode)
  return { what: `report-shown:${code}`, text: sayWholeReport(report, of) }
}

/** The own unit's and those of the units in whose place it stands; the office reads all. */
async function mayRead({ tx, official, unit }: Spoken, unitCode: string): Promise<boolean> {
  if (may(official, 'see-progress')) return true
  return (await tx.units.line(unit.code)).includes(unitCode)
}

const ASKED =
  /^(?:(?:cho|toi|em|minh|xin) )*(?:(?:xem|doc|mo|tim|tra cuu|liet ke)(?: lai)? )?(?:(?:cac|nhung) )?bao cao (?:cu )?(?:cua )?(?<whose>\D{2,60}?)(?<old> cu)?$/u
const ONLY_CODE = /^(?:xem |mo |doc )?(?:bc|bao cao) ?\d+$/u
const OWN_OLD_UNIT = /^(?:xa|thi tran|don vi|co quan|phong|noi)$/u
const BEFORE = /^truoc (?:khi )?sap (?:xep|nhap)$/u

/**
 * "Báo cáo của xã cũ", "báo cáo xã Mai Sao": what was reported for a unit in whose place the own one
 * stands, or, to the office, for any unit; a code alone: that report. Undefined when the message asks for no such thing.
 */
export async function readReports(turn: Spoken): Promise<Answer | undefined> {
  const { campaign, text, understood } = turn
  const { report: code } = understood.codes
  if (campaign && code !== undefined && ONLY_CODE.test(plain(text)))
    return wholeReport(turn, campaign.id, code)
  return readReportsOf(turn)
}

async function readReportsOf(turn: Spoken): Promise<Answer | undefined> {
  const { whose, old } = ASKED.exec(plain(turn.text))?.groups ?? {}
  if (whose === undefined || !turn.campaign) return undefined
  if (BEFORE.test(whose) || (old !== undefined && OWN_OLD_UNIT.test(whose)))
    return inheritedReports(turn, turn.campaign.id)
  const units = await turn.tx.units.listLine(turn.campaign.id)
  const named = units.filter((unit) => namesOf(unit).includes(whose))
  const asked = old === undefined ? named[0] : named.find(({ ending }) => ending)
  // By its own name somebody of the unit rather begins a report.
  const isOwn = asked?.code === turn.unit.code && !may(turn.official, 'see-progress')
  if (!asked || isOwn) return undefined
  if (!(await mayRead(turn, asked.code)))
    return refused({ reason: 'not-allowed', action: 'see-progress' })
  return reportsOf(turn, turn.campaign.id, asked)
}

function namesOf({ name, fullName, aliases }: Unit): readonly string[] {
  return [name, fullName, ...aliases].map(plain)
}

/** The newest reports of a unit that the reader may see. */
export async function reportsOf({ tx }: Spoken, campaignId: string, asked: Unit): Promise<Answer> {
  const filter = { unitCode: asked.code, limit: MOST_LISTED }
  const reports = await tx.reports.list(campaignId, filter)
  const heir = asked.ending?.successor === undefined ? undefined : await tx.units.heir(asked.code)
  return { what: 'reports-listed', text: sayReportsOf(asked, reports, heir) }
}

/** Undefined for a unit that stands in nobody's place. */
async function inheritedReports(
  { tx, unit }: Spoken,
  campaignId: string,
): Promise<Answer | undefined> {
  const [, ...before] = await tx.units.line(unit.code)
  if (before.length === 0) return undefined
  const all = await tx.reports.list(campaignId, { unitCode: unit.code, limit: MOST_LOOKED_AT })
  const inherited = all.filter(({ unitCode }) => unitCode !== unit.code).slice(0, MOST_LISTED)
  const names = new Map<string, string>()
  for (const code of before) names.set(code, (await tx.units.get(code)).name)
  const named = { name: [...names.values()].join(', ') }
  return { what: 'reports-listed', text: sayReportsOf(named, inherited, unit) }
}
