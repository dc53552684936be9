import type { PeriodSummary } from '../../core/progress/summarize-period.ts'
import { sayPeriod } from './moments.ts'
import { shorten } from './people.ts'

/** Difficulties and proposals of a period, each with its unit and the report's code. */
export function sayDifficulties({ period, difficulties, total, silent }: PeriodSummary): string {
  const reported = `đã có báo cáo của ${total - silent.length}/${total} đơn vị`
  if (difficulties.length === 0)
    return `Chưa có báo cáo nào của ${sayPeriod(period)} nêu khó khăn, kiến nghị (${reported}).`
  const list = difficulties.map(
    ({ unit, code, text }) => `• ${unit.name} (${code}): ${shorten(text, 160)}`,
  )
  return `Khó khăn, kiến nghị ${sayPeriod(period)} (${difficulties.length}; ${reported}):\n${list.join('\n')}`
}
