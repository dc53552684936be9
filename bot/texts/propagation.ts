import type { CalendarView, NoteState } from '../../core/propagation/approve-calendar.ts'
import { sayDay } from './moments.ts'
import { shorten } from './people.ts'

const STATES: Record<NoteState, string> = {
  open: 'chưa duyệt',
  halfway: 'chờ đồng chí thứ hai duyệt',
  approved: 'đã duyệt',
  sent: 'đã gửi',
}
/** Notes that are shown at once, the nearest that are still to come. */
const SHOWN = 7

/** What will go out when, each with its paragraph; nothing leaves that is not approved. */
export function sayCalendar({ campaign, notes, recipients }: CalendarView): string {
  const ahead = notes.filter(({ state }) => state !== 'sent')
  const lines = ahead.slice(0, SHOWN).map(({ note, on, state }) => {
    const by = note.approver === undefined ? '' : `; ${note.approver} chịu trách nhiệm`
    return `• ${sayDay(on)}: ${shorten(note.text, 110)} (${note.source}${by}) – ${STATES[state]}`
  })
  const more = ahead.length - lines.length
  const isOpen = ahead.some(({ state }) => state === 'open' || state === 'halfway')
  return [
    `Lịch tuyên truyền, ${shorten(campaign.shortTitle, 60)}: ${notes.length - ahead.length} đã gửi, ${ahead.length} sắp tới; hiện có ${recipients} người nhận (tin không bắt buộc).`,
    ...lines,
    ...(more > 0 ? [`Và ${more} tin sau đó.`] : []),
    ...(isOpen
      ? ['Nhắn "duyệt lịch tuyên truyền" để duyệt; chưa duyệt thì không tin nào đi.']
      : []),
  ].join('\n')
}

/** What was approved, and whether another person has to agree. */
export function sayCalendarApproved({ notes }: CalendarView): string {
  const approved = notes.filter(({ state }) => state === 'approved').length
  const halfway = notes.filter(({ state }) => state === 'halfway').length
  const second =
    halfway > 0
      ? ` ${halfway} tin gửi tới nhiều người nên cần đồng chí thứ hai cũng nhắn "duyệt lịch tuyên truyền".`
      : ''
  return `✅ Đã ghi nhận. ${approved} tin đã duyệt, mỗi ngày làm việc một tin, trong giờ hành chính.${second} Nhắn "lịch tuyên truyền" để xem.`
}
