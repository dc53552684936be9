import { localDateOf } from '../../../core/calendar/local-time.ts'
import { openQuestions } from '../../../core/conversation/ask.ts'
import type { Topic } from '../../../core/conversation/conversation.ts'
import type { Supplement } from '../../../core/dossier/add-to-dossier.ts'
import type { DossierPart } from '../../../core/dossier/dossier.ts'
import { addPart, answerPoint } from '../../../core/dossier/add-to-dossier.ts'
import { moveNomination } from '../../../core/nomination/move-nomination.ts'
import type { Nomination } from '../../../core/nomination/nomination.ts'
import { findVisibleNomination, rolesTowards } from '../../../core/nomination/reach.ts'
import { viewNomination } from '../../../core/nomination/view-nomination.ts'
import type { NominationView } from '../../../core/nomination/view.ts'
import type { Linked } from '../../../core/official/official-store.ts'
import { may } from '../../../core/permission.ts'
import type { Outcome } from '../../../core/refusal.ts'
import { readNumberAnswer } from '../../language/intents/answers.ts'
import type { PointAnswer } from '../../language/errands/dossier-command.ts'
import { partsNamed, readPoints } from '../../language/errands/dossier-command.ts'
import { readCodes } from '../../language/codes.ts'
import { fold, readingOf } from '../../language/writing/fold.ts'
import { sayFindings, sayParts } from '../../texts/findings.ts'
import { sayNominationState } from '../../texts/nominations.ts'
import { shorten } from '../../texts/people.ts'
import { askPhotoPoint, sayPointReceived } from '../../texts/supplements.ts'
import type { Kept } from '../reporting/evidence.ts'
import { answerEvidence } from '../reporting/evidence.ts'
import type { Answer, Spoken, Turn } from '../turn.ts'
import { choice, refused } from '../turn.ts'

const RESUBMIT = [choice('now', 'Gửi lại ngay'), choice('later', 'Để sau')]

/** The unit's dossier that was returned: the one named, or the one that is due first. */
export async function findReturned(
  turn: Pick<Spoken, 'tx' | 'official'>,
  code: string | undefined,
): Promise<Outcome<Nomination>> {
  const { tx, official } = turn
  if (code !== undefined) return findVisibleNomination(tx, official, code)
  const refusal = { reason: 'nomination-not-found' } as const
  const loaded = await tx.campaigns.findForUnit(official.unitCode, localDateOf(tx.now))
  if (!loaded) return { ok: false, refusal }
  const returned = await tx.nominations.list(loaded.campaign.id, {
    unitCode: official.unitCode,
    states: ['returned'],
    limit: 20,
  })
  const due = ({ supplementDueOn }: Nomination): string => supplementDueOn?.toString() ?? ''
  const [first] = [...returned].sort((a, b) => due(a).localeCompare(due(b)))
  return first ? { ok: true, value: first } : { ok: false, refusal }
}

/** "Điểm 1: …", perhaps with "điểm 2: …" behind it: the answers to points in words. */
export async function answerInWords(
  turn: Spoken,
  { code, point, words }: PointAnswer & { readonly code?: string },
): Promise<Answer> {
  const found = await findReturned(turn, code)
  if (!found.ok) return refused(found.refusal)
  const several = readPoints(turn.text)
  return answerPoints(turn, found.value.id, several.length > 1 ? several : [{ point, words }])
}

/** What was said after the bot had asked for the last open point. */
export function answerLastPoint(
  turn: Spoken,
  { nominationId, point }: Extract<Topic, { kind: 'supplement' }>,
): Promise<Answer> {
  return answerPoints(turn, nominationId, [{ point, words: turn.text }])
}

/** Keeps what was said to points of a returned dossier, or the reason why it cannot be. */
export async function answerPoints(
  { tx, official }: Spoken,
  nominationId: string,
  answers: readonly PointAnswer[],
): Promise<Answer> {
  let supplement: Supplement | undefined
  for (const { point, words } of answers) {
    const answer = { nominationId, point, form: 'text', text: words.trim() } as const
    const outcome = await answerPoint(tx, official, answer)
    if (!outcome.ok) return refused(outcome.refusal)
    supplement = outcome.value
  }
  const said = answers.map(({ words }) => words.trim()).join('; ')
  return supplement
    ? confirm(
        supplement,
        answers.map(({ point }) => point),
        `nội dung "${shorten(said, 60)}"`,
      )
    : { what: 'no-points' }
}

/** What was received for which points, and what is still open. */
function confirm(
  { nomination, open, points }: Supplement,
  answered: readonly number[],
  what: string,
): Answer {
  const [next] = open
  const received = sayPointReceived({ nomination, answered, what, open, points })
  if (next === undefined)
    return {
      what: `supplement:${nomination.code}`,
      text: received,
      ask: {
        topic: { kind: 'resubmit-nomination', nominationId: nomination.id },
        options: RESUBMIT,
      },
    }
  return {
    what: `supplement:${nomination.code}`,
    text: received,
    ...(open.length === 1
      ? {
          ask: {
            topic: { kind: 'supplement', nominationId: nomination.id, point: next },
            options: [],
          },
        }
      : {}),
  }
}

/** "Gửi lại HS-024", or the answer to the question that follows the last point. */
export async function resubmit(turn: Spoken, code: string | undefined): Promise<Answer> {
  const found = await findReturned(turn, code)
  return found.ok ? resubmitIt(turn, found.value.id, 'now') : refused(found.refusal)
}

export async function resubmitIt(turn: Spoken, nominationId: string, key: string): Promise<Answer> {
  const { tx, official } = turn
  const { code } = await tx.nominations.get(nominationId)
  if (key === 'later')
    return {
      what: 'supplement-kept',
      text: `Đã giữ phần bổ sung. Khi cần, nhắn "gửi lại ${code}".`,
    }
  const outcome = await moveNomination(tx, { official, nominationId, action: 'resubmit' })
  if (!outcome.ok) return refused(outcome.refusal)
  const view = await viewNomination(tx, outcome.value.nomination)
  const notes = sayFindings(outcome.value.warnings, localDateOf(tx.now))
  return {
    what: 'nomination-resubmitted',
    text: [`Đã gửi lại ${code}.`, sayNominationState(view), ...notes].join('\n'),
  }
}

type Photos = Kept & {
  /** What was written with them; empty where nothing was. */
  readonly caption: string
}

/**
 * Photos or files for a dossier: what stands under them names the point ("2", "điểm 2") or the part
 * ("biên bản HS-024"), or the bot asks which point they are for; while it asks, more are gathered.
 * Undefined where the unit has no dossier that waits for any.
 */
export async function takePhotos(
  turn: Turn,
  linked: Linked,
  photos: Photos,
): Promise<Answer | undefined> {
  const { tx } = turn
  const { official } = linked
  const { caption, ids } = photos
  if (ids.length === 0 || photos.kind === 'voice' || !may(official, 'nominate')) return undefined
  const code = dossierOf(photos)
  if (code === undefined && photos.about?.report !== undefined) return undefined
  const [part] = partsNamed(caption)
  if (part !== undefined && code !== undefined) return takePart(turn, linked, { ids, part, code })
  const found = await findReturned({ tx, official }, code)
  if (!found.ok || found.value.state !== 'returned') return undefined
  if ((await rolesTowards(tx, official, found.value)).length === 0) return undefined
  const view = await viewNomination(tx, found.value)
  const point = pointNamed(caption, view)
  if (point !== undefined) return place(turn, linked, { view, point, ids })
  if (caption !== '' && code === undefined) return undefined
  return askPoint(turn, view, ids)
}

/** The code below the photos, or of the card that they answer. */
function dossierOf({ caption, about }: Photos): string | undefined {
  const named = readCodes(readingOf(caption).folded).find(({ kind }) => kind === 'nomination')
  return named?.code ?? about?.nomination
}

/** Which point a caption names: "2", "điểm 2", "HS-024 điểm 2". */
export function pointNamed(caption: string, { points }: NominationView): number | undefined {
  const rest = fold(caption).replace(/(?:hs|ho so)\s*-?\s*\d{1,5}/u, ' ')
  const named = /diem (?:so )?(\d{1,2})(?!\d)/u.exec(rest)?.[1]
  const number = named === undefined ? readNumberAnswer(rest) : Number(named)
  return points.some((point) => point.number === number) ? number : undefined
}

function askPoint(turn: Turn, view: NominationView, ids: readonly string[]): Answer {
  const { nomination, points } = view
  const open = openQuestions(turn.state, turn.tx.now)
  const asked = open.findLast(({ topic }) => topic.kind === 'supplement-photos')
  const waiting = asked?.topic.kind === 'supplement-photos' ? asked.topic.evidenceIds : []
  const evidenceIds = [...waiting, ...ids]
  return {
    what: 'photo-point-asked',
    text: askPhotoPoint(nomination, evidenceIds.length),
    ...(asked ? { answered: asked } : {}),
    ask: {
      topic: { kind: 'supplement-photos', nominationId: nomination.id, evidenceIds },
      options: [
        ...points.map(({ number, text }) =>
          choice(String(number), `Điểm ${number}: ${shorten(text, 50)}`),
        ),
        choice('report', 'Ảnh của báo cáo'),
      ],
    },
  }
}

/** The point was chosen by its number, or the photos were for a report after all. */
export async function placePhotos(
  turn: Spoken,
  topic: Extract<Topic, { kind: 'supplement-photos' }>,
  key: string,
): Promise<Answer> {
  const ids = topic.evidenceIds
  if (key === 'report') return answerEvidence(turn, turn.linked, { ids, kind: 'photo' })
  const nomination = await turn.tx.nominations.get(topic.nominationId)
  const view = await viewNomination(turn.tx, nomination)
  return place(turn, turn.linked, { view, point: Number(key), ids })
}

type Placed = {
  readonly view: NominationView
  readonly point: number
  readonly ids: readonly string[]
}

async function place(
  { tx }: Turn,
  { official }: Linked,
  { view, point, ids }: Placed,
): Promise<Answer> {
  const nominationId = view.nomination.id
  let supplement: Supplement | undefined
  for (const evidenceId of ids) {
    const answer = { nominationId, point, form: 'photo', evidenceId } as const
    const outcome = await answerPoint(tx, official, answer)
    if (!outcome.ok) return refused(outcome.refusal)
    supplement = outcome.value
  }
  return supplement ? confirm(supplement, [point], `${ids.length} ảnh`) : { what: 'photo-gone' }
}

/** "Biên bản HS-024" under a photo: a part of the dossier. */
async function takePart(
  { tx }: Turn,
  { official }: Linked,
  { ids, part, code }: { ids: readonly string[]; part: DossierPart; code: string },
): Promise<Answer> {
  const found = await findVisibleNomination(tx, official, code)
  if (!found.ok) return refused(found.refusal)
  const nominationId = found.value.id
  let missing: readonly DossierPart[] = []
  for (const evidenceId of ids) {
    const outcome = await addPart(tx, official, { nominationId, part, form: 'photo', evidenceId })
    if (!outcome.ok) return refused(outcome.refusal)
    missing = outcome.value.missing
  }
  const rest = missing.length === 0 ? 'Giấy tờ đã đủ.' : `Còn thiếu: ${sayParts(missing)}.`
  return { what: 'part-added', text: `Đã nhận ${sayParts([part])} cho ${code}. ${rest}` }
}
