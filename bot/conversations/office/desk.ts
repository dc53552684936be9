import type { Campaign } from '../../../core/campaign/campaign.ts'
import { peopleByUnit } from '../../../core/chasing/list-silent-units.ts'
import { readRegistrations } from '../../../core/official/read-registration.ts'
import { may } from '../../../core/permission.ts'
import { summarizePeriod } from '../../../core/progress/summarize-period.ts'
import type { DeskQuestion } from '../../language/errands/desk-question.ts'
import { readDeskQuestion } from '../../language/errands/desk-question.ts'
import {
  sayContentReports,
  sayDossierCounts,
  sayRegistrations,
  sayReported,
  sayResults,
  sayRoster,
  sayUnitPeople,
} from '../../texts/desk.ts'
import { chase, pickDeadline } from './chasing.ts'
import { namedUnits } from '../units/named-units.ts'
import { reportsOf } from '../reporting/reading-reports.ts'
import type { Answer, Spoken } from '../turn.ts'
import { refused } from '../turn.ts'

type Asked = { readonly turn: Spoken; readonly campaign: Campaign }
type Answered = Promise<Answer | undefined> | Answer | undefined

/** What each question is answered with; undefined: it was not meant. */
const ANSWERS: Record<Exclude<DeskQuestion['kind'], 'content'>, (asked: Asked) => Answered> = {
  reported,
  unregistered,
  results,
  people,
  reports,
  dossiers,
  roster: ({ campaign }) => ({ what: 'roster', text: sayRoster(campaign) }),
  'silent-file': silentFile,
}

/**
 * What the office asks about its units in passing: who has reported, what was done, who is not
 * registered, whom to call. Undefined for every other message, and from whoever sees no other units.
 */
export async function hearDesk(turn: Spoken): Promise<Answer | undefined> {
  const { official, campaign, understood } = turn
  if (!campaign || !may(official, 'see-progress')) return undefined
  const question = readDeskQuestion(turn.text)
  if (!question || understood.report.items.length > 0) return undefined
  if (question.kind === 'content') return contentReports({ turn, campaign }, question.number)
  return ANSWERS[question.kind]({ turn, campaign })
}

async function reported({ turn, campaign }: Asked): Promise<Answer | undefined> {
  const { tx } = turn
  const deadline = await pickDeadline(turn, campaign.id)
  if (!deadline || (await namedUnits(turn)).length > 0) return undefined
  const { total, doneUnits } = await tx.duties.progress(deadline.id)
  const reports = await tx.reports.listStanding(campaign.id, deadline.subject)
  const done = (await tx.units.list(campaign.id))
    .filter(({ code }) => doneUnits.includes(code))
    .map((unit) => ({
      unit,
      codes: reports.filter(({ unitCode }) => unitCode === unit.code).map(({ code }) => code),
    }))
  const standing = { campaign, deadline, total }
  return { what: 'reported', text: sayReported({ standing, done }) }
}

async function unregistered({ turn, campaign }: Asked): Promise<Answer> {
  const registrations = await readRegistrations(turn.tx, campaign)
  return { what: 'registrations', text: sayRegistrations(registrations) }
}

async function results({ turn }: Asked): Promise<Answer> {
  const { tx, official, understood } = turn
  const outcome = await summarizePeriod(tx, official, understood.report.period)
  if (!outcome.ok) return refused(outcome.refusal)
  return { what: 'results', text: sayResults(outcome.value) }
}

async function dossiers({ turn, campaign }: Asked): Promise<Answer> {
  const counts = await turn.tx.nominations.countByState(campaign.id)
  return { what: 'dossier-counts', text: sayDossierCounts(counts) }
}

async function contentReports(
  { turn, campaign }: Asked,
  number: number,
): Promise<Answer | undefined> {
  const { tx, official, understood } = turn
  const content = campaign.contents.find((one) => one.number === number)
  const outcome = await summarizePeriod(tx, official, understood.report.period)
  if (!content || !outcome.ok) return undefined
  const { period } = outcome.value
  const units = new Map((await tx.units.list(campaign.id)).map((unit) => [unit.code, unit]))
  const reports = (await tx.reports.listStanding(campaign.id, period)).flatMap((report) => {
    const unit = units.get(report.unitCode)
    return unit && report.content.contents.includes(number) ? [{ unit, report }] : []
  })
  return { what: 'content-reports', text: sayContentReports({ content, period, reports }) }
}

async function people({ turn, campaign }: Asked): Promise<Answer | undefined> {
  const [unit] = await namedUnits(turn)
  if (!unit || !may(turn.official, 'chase')) return undefined
  const byUnit = await peopleByUnit(turn.tx, campaign)
  return { what: 'unit-people', text: sayUnitPeople(unit, byUnit.get(unit.code) ?? []) }
}

async function reports({ turn, campaign }: Asked): Promise<Answer | undefined> {
  const [unit] = await namedUnits(turn)
  return unit && reportsOf(turn, campaign.id, unit)
}

async function silentFile({ turn, campaign }: Asked): Promise<Answer | undefined> {
  const deadline = await pickDeadline(turn, campaign.id)
  return deadline && chase(turn, deadline.id, 'excel')
}
