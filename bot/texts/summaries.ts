import type { PeriodSummary } from '../../core/progress/summarize-period.ts'
import { sayPeriod } from './moments.ts'
import { shorten } from './people.ts'

/** Difficulties and proposals of a period, each with its unit and the report's code. */
export function sayDifficulties({ period, difficulties, total, silent }: PeriodSummary): string {
  if (total === 0 && difficulties.length === 0)
    return `Chưa có kỳ báo cáo ${sayPeriod(period)} trong phong trào này. Kỳ khác, xin nhắn rõ tháng, năm.`
  const reported = `đã có báo cáo của ${total - silent.length}/${total} đơn vị`
  if (difficulties.length === 0)
    return `Chưa có báo cáo nào của ${sayPeriod(period)} nêu khó khăn, kiến nghị (${reported}).`
  const list = difficulties.map(
    ({ unit, code, text }) => `• ${unit.name} (${code}): ${shorten(text, 160)}`,
  )
  return `Khó khăn, kiến nghị ${sayPeriod(period)} (${difficulties.length}; ${reported}):\n${list.join('\n')}`
}
