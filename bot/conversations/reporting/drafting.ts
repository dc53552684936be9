import { openQuestions } from '../../../core/conversation/ask.ts'
import type { OpenQuestion, ReportDraft, Topic } from '../../../core/conversation/conversation.ts'
import type { ReportContent } from '../../../core/report/report.ts'
import { joinContents } from '../../../core/report/report.ts'
import { namesNoPlace, withoutCourtesy } from '../../language/reports/report-pieces.ts'
import type { Understanding } from '../../language/understanding.ts'
import { usualFigure } from '../../language/figures/usual-figures.ts'
import { ASK_FIGURE_AGAIN, DRAFT_DROPPED, sayDraftKept, sayGap } from '../../texts/drafts.ts'
import { contentOf } from './report-content.ts'
import type { Answer, Spoken, Turn } from '../turn.ts'

type Gap = Extract<Topic, { kind: 'report-gap' }>
type Asked = Required<Pick<Answer, 'text' | 'ask'>>

/** What a report lacks that is worth a question: the figure such work is told by, or where it was. */
export function gapOf(understood: Understanding): Gap | undefined {
  const { items, nothingToReport } = understood.report
  if (nothingToReport) return undefined
  const noun = items.length === 0 ? usualFigure(understood.text) : undefined
  if (noun !== undefined) return { kind: 'report-gap', gap: 'figure', noun }
  return namesNoPlace(understood) ? { kind: 'report-gap', gap: 'place' } : undefined
}

/** Keeps what was understood and asks for the one thing that is missing. */
export function openDraft(turn: Spoken, gap: Gap, evidenceIds: readonly string[]): Answer {
  const { period } = turn.understood.report
  const draft: ReportDraft = {
    gap: gap.gap,
    content: contentOf(turn.understood),
    messages: turn.messages,
    evidenceIds,
    officialId: turn.official.id,
    inboxSeq: String(turn.seq),
    since: turn.tx.now.toString(),
    ...(period === undefined ? {} : { namedPeriod: period }),
  }
  const { text, ask } = askFor(gap)
  return { what: 'draft', text: `${sayDraftKept(draft)} ${text}`, ask, state: { draft } }
}

function askFor(gap: Gap): Asked {
  return { text: sayGap(gap), ask: { topic: gap, options: [] } }
}

/** The question that is open about the draft, put again: one line that leads back to it. */
export function backToDraft({ state, tx }: Turn): Asked | undefined {
  const { draft } = state
  if (!draft) return undefined
  const open = openQuestions(state, tx.now).map(({ topic }) => topic)
  const gap = open.findLast((topic): topic is Gap => topic.kind === 'report-gap')
  const asked = askFor(gap ?? { kind: 'report-gap', gap: draft.gap })
  return { ...asked, text: `Trở lại báo cáo đang soạn: ${asked.text}` }
}

/** The draft with the answer to what it lacked, and what it still lacks. */
export type Filled = { readonly draft: ReportDraft; readonly gap?: Gap; readonly missed: boolean }

/** Takes in an answer. A bare number counts what was asked for; nothing is asked for a third time. */
export function fillIn(turn: Spoken, draft: ReportDraft, asked: Gap): Filled {
  const { content, read } = withAnswer(turn, draft, asked)
  const messages = [...draft.messages, ...turn.messages.map(({ ref }) => ({ ref, text: read }))]
  const filled = { ...draft, content, messages }
  const missed = asked.gap === 'figure' && content.items.length === 0
  if (missed && !asked.again) return { draft, gap: { ...asked, again: true }, missed }
  const gap = asked.gap === 'work' ? gapOf(turn.read(content.text)) : undefined
  return gap ? { draft: { ...filled, gap: gap.gap }, gap, missed } : { draft: filled, missed }
}

/** Asks for what a draft still lacks, in other words where it was asked for before. */
export function askOn({ draft, missed }: Filled, gap: Gap, question: OpenQuestion): Answer {
  const { text, ask } = askFor(gap)
  return {
    what: 'draft',
    text: missed ? ASK_FIGURE_AGAIN : text,
    ask,
    answered: question,
    state: { draft },
  }
}

function withAnswer(
  turn: Spoken,
  draft: ReportDraft,
  { gap, noun }: Gap,
): { content: ReportContent; read: string } {
  if (gap === 'work') {
    const understood = turn.read(`${draft.content.text}\n${turn.text}`)
    return { content: contentOf(understood), read: turn.text }
  }
  const own = contentOf(turn.understood)
  if (gap === 'figure' && own.items.length === 0) {
    const read = `${withoutCourtesy(turn.text)} ${noun ?? ''}`.trim()
    const counted = contentOf(turn.read(read))
    const answer = counted.items.length > 0 ? counted : own
    return { content: joinContents(draft.content, answer), read }
  }
  const places = own.places.length > 0 ? own.places : [turn.text.trim()]
  const answer = gap === 'place' ? { ...own, places } : own
  return { content: joinContents(draft.content, answer), read: turn.text }
}

/** "Hủy" while a report is being written: the person does not want it. */
export function dropDraft(question: OpenQuestion): Answer {
  return { what: 'draft-dropped', text: DRAFT_DROPPED, answered: question, state: { draft: null } }
}
