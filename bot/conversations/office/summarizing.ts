import { summarizePeriod } from '../../../core/progress/summarize-period.ts'
import { sayDifficulties } from '../../texts/summaries.ts'
import type { Answer, Spoken } from '../turn.ts'
import { refused } from '../turn.ts'

/** "Tổng hợp khó khăn tháng 11": each with its unit and report. */
export async function difficulties(turn: Spoken): Promise<Answer> {
  const { tx, official, understood } = turn
  const outcome = await summarizePeriod(tx, official, understood.report.period)
  if (!outcome.ok) return refused(outcome.refusal)
  return { what: 'difficulties', text: sayDifficulties(outcome.value) }
}
