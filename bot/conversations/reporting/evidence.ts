import type { OpenQuestion } from '../../../core/conversation/conversation.ts'
import { openQuestions } from '../../../core/conversation/ask.ts'
import { localDateOf } from '../../../core/calendar/local-time.ts'
import type { InboundEvent } from '../../../core/delivery/channel.ts'
import { may } from '../../../core/permission.ts'
import type { Linked } from '../../../core/official/official-store.ts'
import { findOwnReport } from '../../../core/report/own-report.ts'
import type { Report } from '../../../core/report/report.ts'
import type { Evidence } from '../../../core/report/report-store.ts'
import type { UnitPlan } from '../../../core/unit-plan/unit-plan.ts'
import { readCodes } from '../../language/codes.ts'
import { readingOf } from '../../language/writing/fold.ts'
import {
  askWhichReport,
  sayAttached,
  sayEvidenceInDraft,
  sayReportChoice,
} from '../../texts/evidence.ts'
import { PHOTO_FOR_NOTICE } from '../../texts/notice-photos.ts'
import { sayPlanPhotos } from '../../texts/unit-plans.ts'
import { backToDraft } from './drafting.ts'
import type { Answer, Spoken, Turn } from '../turn.ts'
import { choice, refused } from '../turn.ts'

type Media = Extract<InboundEvent, { kind: 'media' }>

/** What was kept of one message, or of an album. */
export type Kept = {
  readonly ids: readonly string[]
  readonly kind: Evidence['kind']
  /** The report or the dossier that the message answers was about. */
  readonly about?: { readonly report?: string; readonly nomination?: string }
}

/** A photo that follows a report within this time belongs to it. */
const FOLLOWS_WITHIN_MS = 30 * 60_000

/** Keeps what was sent as evidence; its bytes are fetched and hashed by a job. Nothing of a sticker is kept. */
export async function keepEvidence(
  { tx, channel }: Turn,
  { official }: Linked,
  sent: readonly Media[],
): Promise<Kept> {
  const ids: string[] = []
  let kept: Evidence['kind'] = 'photo'
  const about = await quotedIn(tx, sent)
  for (const { media, ref, caption } of sent) {
    if (media === 'sticker' || ref === undefined) continue
    const id = tx.chance.uuid()
    await tx.evidence.insert({
      id,
      unitCode: official.unitCode,
      officialId: official.id,
      channel,
      kind: media,
      ref,
      ...(caption ? { caption } : {}),
      receivedAt: tx.now,
    })
    ids.push(id)
    kept = media
  }
  return { ids, kind: kept, ...(about ? { about } : {}) }
}

/** What the message is about that a photo answers: a receipt, a dossier's card, or an own report (Telegram). */
async function quotedIn(tx: Turn['tx'], sent: readonly Media[]): Promise<Kept['about']> {
  for (const { conversation, repliesTo, answers } of sent) {
    const own = repliesTo && (await tx.reports.findBySource(`${conversation.address}:${repliesTo}`))
    if (own) return { report: own.code }
    const [first] = answers === undefined ? [] : readCodes(readingOf(answers).folded)
    if (first) return { [first.kind]: first.code }
  }
  return undefined
}

/**
 * One answer for one photo or one album: it joins the report whose receipt it answers, the one that is
 * being written, or the one that was just sent; any other is asked about, or waits for the report that
 * follows.
 */
export async function answerEvidence(turn: Turn, linked: Linked, kept: Kept): Promise<Answer> {
  const { tx, state } = turn
  if (kept.about?.report !== undefined && kept.ids.length > 0) {
    const found = await findOwnReport(tx, linked.official, kept.about.report)
    return found.ok ? join(turn, kept, found.value) : refused(found.refusal)
  }
  if (state.draft) {
    const evidenceIds = [...state.draft.evidenceIds, ...kept.ids]
    const back = backToDraft(turn)
    return {
      what: 'evidence-in-draft',
      text: [sayEvidenceInDraft(kept), back?.text].filter(Boolean).join('\n'),
      state: { draft: { ...state.draft, evidenceIds } },
    }
  }
  const waiting = openOrphans(turn)
  const reports = await recent(turn, linked)
  const plan = waiting ? undefined : await freshPlan(turn, linked, reports[0])
  if (plan) {
    await tx.unitPlans.attach(plan, kept.ids)
    return { what: 'evidence:unit-plan', text: sayPlanPhotos(kept.ids.length, plan) }
  }
  if (waiting)
    return {
      what: 'evidence-waiting',
      ...ask(reports, { ...kept, ids: [...waiting.evidenceIds, ...kept.ids] }),
      answered: waiting.question,
    }
  const [latest] = reports
  const fresh =
    latest && tx.now.epochMilliseconds - latest.submittedAt.epochMilliseconds < FOLLOWS_WITHIN_MS
  if (latest && fresh) return join(turn, kept, latest)
  const asked = ask(reports, kept)
  const isForNotice = may(linked.official, 'announce') && kept.kind === 'photo'
  const text = isForNotice ? `${asked.text}\n${PHOTO_FOR_NOTICE}` : asked.text
  return { what: 'evidence-waiting', ...asked, text }
}

async function join(turn: Turn, kept: Kept, report: Report): Promise<Answer> {
  await attach(turn, kept.ids, report.id)
  const total = await turn.tx.evidence.count(report.id)
  return { what: `evidence:${report.code}`, text: sayAttached(kept, report, total) }
}

/** The plan that the official has just recorded, where no report came after it. */
async function freshPlan(
  { tx }: Turn,
  { official }: Linked,
  latest: Report | undefined,
): Promise<UnitPlan | undefined> {
  const since = tx.now.subtract({ milliseconds: FOLLOWS_WITHIN_MS })
  const plan = await tx.unitPlans.findRecent(official.id, since)
  const reportedMs = latest?.submittedAt.epochMilliseconds ?? 0
  return plan && plan.recordedAt.epochMilliseconds > reportedMs ? plan : undefined
}

async function recent(turn: Turn, { official }: Linked): Promise<readonly Report[]> {
  const loaded = await turn.tx.campaigns.findForUnit(official.unitCode, localDateOf(turn.tx.now))
  if (!loaded) return []
  const { unitCode } = official
  const reports = await turn.tx.reports.list(loaded.campaign.id, { unitCode, limit: 10 })
  return reports.filter(
    (report) => report.state === 'submitted' && report.officialId === official.id,
  )
}

function ask(reports: readonly Report[], kept: Kept): Required<Pick<Answer, 'text' | 'ask'>> {
  const options = reports.slice(0, 3).map((report) => choice(report.id, sayReportChoice(report)))
  return {
    text: askWhichReport(kept, options.length > 0),
    ask: { topic: { kind: 'attach-evidence', evidenceIds: kept.ids }, options },
  }
}

/** Photos that came before anybody said what they are of. */
export function openOrphans(
  turn: Turn,
): { question: OpenQuestion; evidenceIds: readonly string[] } | undefined {
  const question = openQuestions(turn.state, turn.tx.now).findLast(
    ({ topic }) => topic.kind === 'attach-evidence',
  )
  if (question?.topic.kind !== 'attach-evidence') return undefined
  return { question, evidenceIds: question.topic.evidenceIds }
}

/** The photo that was sent last, of which nobody has said yet what it is of; for whoever may send notices. */
export function openPhoto(turn: Spoken): string | undefined {
  return may(turn.official, 'announce') ? openOrphans(turn)?.evidenceIds.at(-1) : undefined
}

/** What came with a report and what waited for one join it, now that it is made. */
export async function adoptEvidence(
  turn: Turn,
  reportId: string,
  own: readonly string[],
): Promise<{ count: number; answered?: OpenQuestion }> {
  const orphans = openOrphans(turn)
  const ids = [...(orphans?.evidenceIds ?? []), ...own]
  if (ids.length > 0) await attach(turn, ids, reportId)
  return { count: ids.length, ...(orphans ? { answered: orphans.question } : {}) }
}

/** The official has said to which report the photos belong. */
export async function attachTo(
  turn: Turn,
  evidenceIds: readonly string[],
  reportId: string,
): Promise<Answer> {
  const report = await turn.tx.reports.get(reportId)
  if (report.state === 'withdrawn')
    return refused({ reason: 'report-withdrawn', code: report.code })
  await attach(turn, evidenceIds, reportId)
  return {
    what: `evidence:${report.code}`,
    text: `Đã gắn ${evidenceIds.length} ảnh vào ${report.code}.`,
  }
}

async function attach(turn: Turn, ids: readonly string[], reportId: string): Promise<void> {
  await turn.tx.evidence.attach(ids, reportId)
  await turn.tx.audit.append({
    kind: 'evidence-attached',
    subject: reportId,
    data: { evidence: ids },
  })
}
