/** An hour: "8h", "8 giờ 30", "8:30"; also one that there is not, so that it can be asked about. */
const HOUR = String.raw`\d{1,2}(?: ?(?:h|gio|g)(?: ?(?:\d{1,2}|ruoi))?(?: ?(?:phut|p))?|:\d{2})`
const PART =
  '(?:(?:dau|cuoi) (?:gio|buoi|ngay)(?: sang| chieu)?|(?:sang|trua|chieu)(?: (?:som|nay|mai))?)'
const DATE = String.raw`(?:ngay )?\d{1,2}(?:[/.-]\d{1,2}(?:[/.-]\d{4})?| thang \d{1,2}(?: nam \d{4})?)`
const WEEKDAY = '(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)(?: tuan (?:nay|sau|toi))?'
const DAY = `(?:hom nay|ngay mai|ngay kia|${WEEKDAY}|${DATE})`
const AHEAD = String.raw`\d{1,3} (?:phut|tieng|gio|ngay) nua`
/** "mai" alone may begin a name: only behind an hour, or a word that leads up to a time. */
const BEHIND = `(?:${PART}|${DAY}|ngay \\d{1,2}|mai)`
const LEAD = '(?:vao luc|vao hoi|luc|vao|hen|tu luc)'
const WORD = `(?:${AHEAD}|${HOUR}|${PART}|${DAY})`

/** When a notice is to leave, in folded words: "lúc 8h sáng mai", "thứ Hai", "vào ngày 20/10". */
export const MOMENT = new RegExp(
  `(?<![a-z\\d])(?:${LEAD} (?:${WORD}|${BEHIND})|mai,? (?:luc )?${HOUR}|${HOUR}|${PART}|${DAY}|${AHEAD})(?:,? (?:cua )?(?:${WORD}|${BEHIND}))*(?![a-z\\d])`,
  'u',
)
