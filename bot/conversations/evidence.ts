import type { OpenQuestion } from '../../core/conversation/conversation.ts'
import { openQuestions } from '../../core/conversation/ask.ts'
import type { InboundEvent } from '../../core/delivery/channel.ts'
import type { Linked } from '../../core/official/official-store.ts'
import { localDateOf } from '../../core/calendar/local-time.ts'
import type { Report } from '../../core/report/report.ts'
import { sayPeriod } from '../texts/moments.ts'
import { shorten } from '../texts/people.ts'
import type { Answer, Turn } from './turn.ts'
import { choice, refused } from './turn.ts'

type Media = Extract<InboundEvent, { kind: 'media' }>

/** A photo that follows a report within this time belongs to it. */
const FOLLOWS_WITHIN_MS = 30 * 60_000

/**
 * Keeps what was sent as evidence. A photo soon after a report joins it; any other is asked about,
 * or waits for the report that follows. The photos of one album get one answer.
 */
export async function keepEvidence(turn: Turn, linked: Linked, media: Media): Promise<Answer> {
  if (media.media === 'sticker' || media.ref === undefined) return { what: 'sticker' }
  const { tx, channel, state } = turn
  const { official } = linked
  const id = tx.chance.uuid()
  await tx.evidence.insert({
    id,
    unitCode: official.unitCode,
    officialId: official.id,
    channel,
    kind: media.media,
    ref: media.ref,
    ...(media.caption ? { caption: media.caption } : {}),
    receivedAt: tx.now,
  })
  const known = media.albumId !== undefined && media.albumId === state.album
  const album = media.albumId === undefined ? {} : { state: { album: media.albumId } }
  const waiting = openOrphans(turn)
  if (waiting)
    return {
      what: 'evidence-waiting',
      ...askWhichReport(await recent(turn, linked), [...waiting.evidenceIds, id], known),
      answered: waiting.question,
      ...album,
    }

  const reports = await recent(turn, linked)
  const [latest] = reports
  const fresh =
    latest && tx.now.epochMilliseconds - latest.submittedAt.epochMilliseconds < FOLLOWS_WITHIN_MS
  if (!latest || !fresh)
    return { what: 'evidence-waiting', ...askWhichReport(reports, [id], known), ...album }
  await attach(turn, [id], latest.id)
  const count = await tx.evidence.count(latest.id)
  const text = `Đã nhận ${NAMES[media.media]} cho ${latest.code} (tất cả ${count}).`
  return { what: `evidence:${latest.code}`, ...(known ? {} : { text }), ...album }
}

const NAMES = { photo: 'ảnh', voice: 'tin thoại', file: 'tệp' } as const

async function recent(turn: Turn, { official }: Linked): Promise<readonly Report[]> {
  const loaded = await turn.tx.campaigns.findForUnit(official.unitCode, localDateOf(turn.tx.now))
  if (!loaded) return []
  const { unitCode } = official
  const reports = await turn.tx.reports.list(loaded.campaign.id, { unitCode, limit: 10 })
  return reports.filter(
    (report) => report.state === 'submitted' && report.officialId === official.id,
  )
}

function askWhichReport(
  reports: readonly Report[],
  evidenceIds: readonly string[],
  quiet: boolean,
): Pick<Answer, 'text' | 'ask'> {
  const options = reports
    .slice(0, 3)
    .map(({ id, code, period, content }) =>
      choice(id, `${code} (${sayPeriod(period)}: ${shorten(content.text, 40)})`),
    )
  const ask = { topic: { kind: 'attach-evidence' as const, evidenceIds }, options }
  if (quiet) return { ask }
  const text =
    options.length === 0
      ? 'Đã giữ ảnh. Đồng chí nhắn nội dung việc đã làm, ảnh sẽ gắn vào báo cáo đó.'
      : 'Đã giữ ảnh. Ảnh này của báo cáo nào? (hoặc nhắn nội dung báo cáo mới)'
  return { text, ask }
}

function openOrphans(
  turn: Turn,
): { question: OpenQuestion; evidenceIds: readonly string[] } | undefined {
  const question = openQuestions(turn.state, turn.tx.now).findLast(
    ({ topic }) => topic.kind === 'attach-evidence',
  )
  if (question?.topic.kind !== 'attach-evidence') return undefined
  return { question, evidenceIds: question.topic.evidenceIds }
}

/** Photos that waited for a report join the one that was just made. */
export async function adoptOrphans(
  turn: Turn,
  reportId: string,
): Promise<{ count: number; answered?: OpenQuestion }> {
  const orphans = openOrphans(turn)
  if (!orphans) return { count: 0 }
  await attach(turn, orphans.evidenceIds, reportId)
  return { count: orphans.evidenceIds.length, answered: orphans.question }
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
