import type { CouncilItem } from '../council/council.ts'
import type { Decision } from '../decision/decision.ts'
import { sameNumber } from '../decision/decision.ts'
import { nomineeKey } from '../nomination/likeness.ts'
import type { Nomination } from '../nomination/nomination.ts'
import { nominationCode } from '../nomination/nomination.ts'
import type { Official } from '../official/official.ts'
import type { Transaction } from '../ports.ts'
import type { EvidenceFile } from '../report/report-store.ts'
import type { Unit } from '../unit/unit.ts'
import type { TracedEvent } from './audit-store.ts'

/** What an event of a trace was about, by the code people know it by. */
export type TracedThing =
  | { readonly kind: 'decision'; readonly number: string }
  | { readonly kind: 'council' }
  | { readonly kind: 'nomination' | 'report'; readonly code: string }

export type TraceStep = TracedEvent & {
  readonly about: TracedThing
  /** Roster code of whoever did it; absent where nobody did. */
  readonly by?: string
  /** The messages that caused it, by their numbers in the inbox. */
  readonly inbox: readonly string[]
}

/** An award followed down from its decision to the first message. */
export type AwardTrace = {
  readonly nomination: Nomination
  readonly unit: Unit
  readonly decisions: readonly Decision[]
  /** The signed papers, with their hashes where the bytes are there. */
  readonly scans: readonly EvidenceFile[]
  readonly council?: CouncilItem
  /** Newest first. */
  readonly steps: readonly TraceStep[]
}

const MOST_NOMINATIONS = 2_000

/**
 * Follows every award that `wanted` names – a dossier's code, a decision's number or a nominee's name in
 * any spelling, of any campaign – down through decision, council, appraisal, endorsement and nomination
 * to the reports it rests on and the messages they came in. Empty where nothing is named so.
 */
export async function traceAward(tx: Transaction, wanted: string): Promise<readonly AwardTrace[]> {
  const officials = new Map((await tx.officials.list({})).map((one) => [one.id, one]))
  const traces: AwardTrace[] = []
  for (const nomination of await nominationsNamed(tx, wanted))
    traces.push(await traceOne(tx, nomination, officials))
  return traces
}

const CODE = /^\s*HS\s*-?\s*0*(\d{1,5})\s*$/iu

async function nominationsNamed(tx: Transaction, wanted: string): Promise<readonly Nomination[]> {
  const number = CODE.exec(wanted)?.[1]
  const found: Nomination[] = []
  for (const { campaign } of await tx.campaigns.list()) {
    if (number !== undefined) {
      const named = await tx.nominations.findByCode(campaign.id, nominationCode(Number(number)))
      found.push(...(named ? [named] : []))
    } else found.push(...(await namedIn(tx, campaign.id, wanted)))
  }
  return found
}

async function namedIn(
  tx: Transaction,
  campaignId: string,
  wanted: string,
): Promise<readonly Nomination[]> {
  const all = await tx.nominations.list(campaignId, { limit: MOST_NOMINATIONS })
  const decided: string[] = []
  for (const id of await tx.campaigns.line(campaignId))
    for (const { number, nominationIds } of await tx.decisions.list(id))
      if (sameNumber(number, wanted)) decided.push(...nominationIds)
  const key = nomineeKey(wanted)
  return all.filter(
    ({ id, nomineeName }) => decided.includes(id) || nomineeKey(nomineeName) === key,
  )
}

async function traceOne(
  tx: Transaction,
  nomination: Nomination,
  officials: ReadonlyMap<string, Official>,
): Promise<AwardTrace> {
  const decisions = await tx.decisions.listFor(nomination.id)
  const council = await tx.council.findResult(nomination.id)
  const things = await thingsOf(tx, nomination, decisions)
  const events = await tx.audit.listFor([...things.keys()])
  const ids = decisions.flatMap(({ scans }) => scans)
  return {
    nomination,
    unit: await tx.units.get(nomination.unitCode),
    decisions,
    scans: await tx.evidence.listFiles({ reportIds: [], ids }, 0),
    ...(council ? { council } : {}),
    steps: events.flatMap(({ event, ...place }): TraceStep[] => {
      const about = things.get(event.subject)
      // That a member voted concerns no dossier.
      if (!about || event.kind === 'council-voted') return []
      const by = event.actor === null ? undefined : officials.get(event.actor)?.code
      const inbox = inboxOf(event.data)
      return [{ event, ...place, about, inbox, ...(by === undefined ? {} : { by }) }]
    }),
  }
}

/** By their ids: the nomination, the one it continues, its decisions, its sessions, and its reports. */
async function thingsOf(
  tx: Transaction,
  { id, code, upwardOf }: Nomination,
  decisions: readonly Decision[],
): Promise<ReadonlyMap<string, TracedThing>> {
  const things = new Map<string, TracedThing>([[id, { kind: 'nomination', code }]])
  for (const decision of decisions)
    things.set(decision.id, { kind: 'decision', number: decision.number })
  const lower = upwardOf === undefined ? undefined : await tx.nominations.get(upwardOf)
  if (lower) things.set(lower.id, { kind: 'nomination', code: lower.code })
  for (const nominationId of [id, ...(lower ? [lower.id] : [])])
    for (const session of await tx.council.sessionsOf(nominationId))
      things.set(session, { kind: 'council' })
  for (const reportId of await tx.nominations.citedReportIds(id))
    things.set(reportId, { kind: 'report', code: (await tx.reports.get(reportId)).code })
  return things
}

function inboxOf(data: unknown): readonly string[] {
  if (typeof data !== 'object' || data === null || !('inbox' in data)) return []
  return Array.isArray(data.inbox) ? data.inbox.map(String) : []
}
