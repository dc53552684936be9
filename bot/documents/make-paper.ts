import type { LocalDate } from '../../core/calendar/local-time.ts'
import { localDateOf } from '../../core/calendar/local-time.ts'
import type { Campaign } from '../../core/campaign/campaign.ts'
import { gatherDossier } from '../../core/dossier/gather-dossier.ts'
import { gatherMinutes } from '../../core/council/gather-minutes.ts'
import type { NominationLine, NominationsFacts } from '../../core/dossier/gather-nominations.ts'
import { gatherNomination, gatherNominations } from '../../core/dossier/gather-nominations.ts'
import type { Paper } from '../../core/dossier/paper.ts'
import type { MadeFile } from '../../core/file/keep-file.ts'
import type { Deadline } from '../../core/duty/deadline.ts'
import type { Nomination } from '../../core/nomination/nomination.ts'
import type { Transaction } from '../../core/ports.ts'
import { summaryOf } from '../../core/progress/summarize-period.ts'
import type { Unit } from '../../core/unit/unit.ts'
import { achievementReport } from './achievement-report.ts'
import { chasingLetter } from './chasing-letter.ts'
import { decision } from './decision.ts'
import { dossierArchive } from './dossier.ts'
import { sayRule } from '../texts/council.ts'
import { sayDate } from '../texts/moments.ts'
import type { MinutesItem } from './minutes.ts'
import { minutes } from './minutes.ts'
import { nominationList, nominationSheet } from './nomination-list.ts'
import { nominationsLetter } from './nominations-letter.ts'
import { summary } from './summary.ts'

/** A paper, and about what: all nominations or a unit's, one nomination, a period of reports. */
export type PaperRequest = {
  readonly paper: Paper
  readonly campaign: Campaign
  readonly unitCode?: string
  readonly awardId?: string
  readonly nomination?: Nomination
  /** "2025-10", "2025-Q4"; absent: the period of today. */
  readonly period?: string
  /** Of a chasing letter: what is owed; absent: the report of the period. */
  readonly deadline?: Deadline
}

/** What a channel can carry, less what the archive itself needs. */
const MOST_EVIDENCE = 18 * 1024 * 1024

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const ZIP = 'application/zip'

/** File names hold no person's name: they travel in links and headers. */
const FILES: Readonly<Record<Paper, readonly [name: string, mediaType: string]>> = {
  'nominations-letter': ['to-trinh.docx', WORD],
  'nomination-list': ['danh-sach-trich-ngang.docx', WORD],
  'nomination-sheet': ['danh-sach-trich-ngang.xlsx', EXCEL],
  'achievement-report': ['bao-cao-thanh-tich.docx', WORD],
  minutes: ['bien-ban.docx', WORD],
  decision: ['quyet-dinh.docx', WORD],
  'chasing-letter': ['cong-van-don-doc.docx', WORD],
  summary: ['bao-cao-tong-hop.docx', WORD],
  dossier: ['ho-so.zip', ZIP],
}

/**
 * Reads what a paper is made of and writes it, in the caller's transaction and without changing
 * anything. Undefined when there is nothing to write it about: no nomination put forward, nobody who
 * owes a report.
 */
export async function makePaper(
  tx: Transaction,
  request: PaperRequest,
): Promise<MadeFile | undefined> {
  const bytes = await bytesOf(tx, request)
  if (!bytes) return undefined
  const [name, mediaType] = FILES[request.paper]
  const code = request.nomination?.code
  return { name: code === undefined ? name : `${code}-${name}`, mediaType, bytes }
}

function bytesOf(tx: Transaction, request: PaperRequest): Promise<Uint8Array | undefined> {
  switch (request.paper) {
    case 'nominations-letter':
      return aboutNominations(tx, request, nominationsLetter)
    case 'nomination-list':
      return aboutNominations(tx, request, nominationList)
    case 'nomination-sheet':
      return aboutNominations(tx, request, nominationSheet)
    case 'decision':
      return aboutNominations(tx, request, decision)
    case 'minutes':
      return minutesOf(tx, request)
    case 'achievement-report':
    case 'dossier':
      return aboutOne(tx, request)
    case 'chasing-letter':
      return aboutSilence(tx, request)
    case 'summary':
      return aboutReports(tx, request)
  }
}

async function aboutNominations(
  tx: Transaction,
  { campaign, unitCode, awardId }: PaperRequest,
  write: (facts: NominationsFacts) => Promise<Uint8Array>,
): Promise<Uint8Array | undefined> {
  const facts = await gatherNominations(tx, campaign, {
    ...(unitCode === undefined ? {} : { unitCode }),
    ...(awardId === undefined ? {} : { awardId }),
  })
  return facts.lines.length === 0 ? undefined : write(facts)
}

/** Of the session that was closed last; before any is, a form with what may come before the council. */
async function minutesOf(tx: Transaction, request: PaperRequest): Promise<Uint8Array | undefined> {
  const voted = await gatherMinutes(tx, request.campaign)
  if (!voted) return aboutNominations(tx, request, minutesBeforeTheVote)
  const { campaign } = request
  return minutes({
    campaign,
    on: voted.session.heldOn,
    heldAt: `ngày ${sayDate(voted.session.heldOn)}, tại ………`,
    threshold: sayRule(voted.session.rule),
    items: voted.lines.map(({ nomination, unit, award, tally }) => ({
      ...itemOf({ nomination, unit, ...(award ? { award } : {}) }),
      ...(tally ? { tally } : {}),
    })),
  })
}

function minutesBeforeTheVote({ campaign, on, lines }: NominationsFacts): Promise<Uint8Array> {
  return minutes({ campaign, on, items: lines.map(itemOf) })
}

function itemOf({ nomination, unit, award }: NominationLine): MinutesItem {
  return {
    code: nomination.code,
    nomineeKind: nomination.nomineeKind,
    nomineeName: nomination.nomineeName,
    unitName: unit.fullName,
    awardName: award?.name ?? '',
  }
}

async function aboutOne(
  tx: Transaction,
  { paper, campaign, nomination }: PaperRequest,
): Promise<Uint8Array | undefined> {
  if (!nomination) return undefined
  if (paper === 'achievement-report')
    return achievementReport(await gatherNomination(tx, campaign, nomination))
  const facts = await gatherDossier(tx, campaign, { nomination, mostBytes: MOST_EVIDENCE })
  return dossierArchive(facts, tx.now)
}

async function aboutReports(
  tx: Transaction,
  { campaign, period }: PaperRequest,
): Promise<Uint8Array> {
  return summary(await summaryOf(tx, campaign, period), await officeOf(tx, campaign))
}

async function aboutSilence(
  tx: Transaction,
  { campaign, period, deadline: named }: PaperRequest,
): Promise<Uint8Array | undefined> {
  const deadline = named ?? (await summaryOf(tx, campaign, period)).deadline
  if (!deadline) return undefined
  const duties = await tx.duties.listFor(deadline.id)
  const open = new Map(
    duties.filter(({ doneAt }) => !doneAt).map((duty) => [duty.unitCode, duty.extension?.to]),
  )
  const units = await tx.units.list(campaign.id)
  const silent = units.flatMap((unit) => {
    const extendedTo = open.get(unit.code)
    return open.has(unit.code) ? [{ unit, ...(extendedTo ? { extendedTo } : {}) }] : []
  })
  if (silent.length === 0) return undefined
  const chased = { campaign, deadline, total: duties.length, silent }
  return chasingLetter(chased, await officeOf(tx, campaign))
}

async function officeOf(
  tx: Transaction,
  campaign: Campaign,
): Promise<{ office: Unit; on: LocalDate }> {
  return { office: await tx.units.get(campaign.office.unit), on: localDateOf(tx.now) }
}
