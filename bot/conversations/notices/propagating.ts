import { approveCalendar, viewCalendar } from '../../../core/propagation/approve-calendar.ts'
import { fold } from '../../language/writing/fold.ts'
import { sayCalendar, sayCalendarApproved } from '../../texts/propagation.ts'
import type { Answer, Spoken } from '../turn.ts'
import { refused } from '../turn.ts'

const WHAT = 'lich (?:tuyen truyen|tin tuyen truyen)(?: giup| nhe| a)?[.!?]?$'
const VIEW = new RegExp(`^(?:xem |cho xem |cho toi xem |mo )?${WHAT}`, 'u')
const APPROVE = new RegExp(`^(?:toi )?(?:duyet|phe duyet|dong y|thong qua) ${WHAT}`, 'u')

/** "Lịch tuyên truyền", "duyệt lịch tuyên truyền"; undefined for every other message. */
export async function hearCalendar({ tx, official, text }: Spoken): Promise<Answer | undefined> {
  const line = fold(text).trim()
  if (VIEW.test(line)) {
    const outcome = await viewCalendar(tx, official)
    if (!outcome.ok) return refused(outcome.refusal)
    return { what: 'calendar', text: sayCalendar(outcome.value) }
  }
  if (!APPROVE.test(line)) return undefined
  const outcome = await approveCalendar(tx, official)
  if (!outcome.ok) return refused(outcome.refusal)
  return { what: 'calendar-approved', text: sayCalendarApproved(outcome.value), released: true }
}
