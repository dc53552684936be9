const ZONE = { timeZone: 'Asia/Ho_Chi_Minh' }
const TIME = new Intl.DateTimeFormat('vi-VN', { ...ZONE, hour: '2-digit', minute: '2-digit' })
const DAY = new Intl.DateTimeFormat('vi-VN', {
  ...ZONE,
  weekday: 'long',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
})

/** Instants, in milliseconds since the epoch, as people in Vietnam read them: "07:45". */
export const timeOf = (at) => TIME.format(at)
/** "Thứ Hai, 20/10/2025" */
export const dayOf = (at) => DAY.format(at)

/** What a field for a day and time holds: "2025-10-20T07:45". Vietnam is seven hours ahead of UTC all year. */
export function fieldValueOf(at) {
  return new Date(at + 7 * 3_600_000).toISOString().slice(0, 16)
}

/** The other way round; NaN for what is no moment. */
export function momentOf(fieldValue) {
  return Date.parse(`${fieldValue}+07:00`)
}
