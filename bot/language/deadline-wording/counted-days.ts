import type { LocalDate } from '../../../core/calendar/local-time.ts'
import { addWorkingDays, missingYears } from '../../../core/calendar/working-days.ts'
import type { Span } from '../writing/fold.ts'
import type { DeadlineReading, NamedDays, WordingContext } from './deadline-reading.ts'

const UNIT = '(?<unit>(?:ngay|hom|bua)(?: ?\\(? ?lam viec ?\\)?)?|tuan|thang|gio|h)\\b'
const COUNT = `(?<!\\bthem )(?<count>\\d{1,3}) ?${UNIT}`
const AT_LEAST = '(?:it nhat|toi thieu|khong it hon|khong duoi|cham nhat|muon nhat|tre nhat)'
const SINCE = '(?:ke tu|tinh tu|ke|tu|sau(?: khi)?)'

/** Ways to count days to or from something. `event` is what follows or stands between; a day in it is masked with #. */
const BEFORE: readonly RegExp[] = [
  new RegExp(`\\btruoc ${COUNT},? (?:tinh den|so voi|den)\\b(?<event>[^.;,]{2,70})`),
  new RegExp(`\\bcach (?<event>[^\\d.;]{2,70}?)[ ,]+(?:${AT_LEAST})(?: la)? ?${COUNT}`),
  new RegExp(
    `\\btruoc (?<event>[^\\d.;,]{2,70}?)(?:,? ${AT_LEAST}(?: la)?| khoang| la| truoc)? ${COUNT}(?! ${SINCE})`,
  ),
  new RegExp(
    `(?<!(?:dinh ky|bao cao|so ket|hang|moi) )\\b${COUNT} truoc(?= )(?<event>[^.;,]{2,70})`,
  ),
]
const AFTER: readonly RegExp[] = [
  new RegExp(
    `\\b(?:ke tu|tinh tu|tu) (?<event>(?:ngay|khi|luc) [^\\d.;]{2,70}?)[ ,]+(?:trong(?: thoi han| vong)?|cham nhat|khong qua|toi da|sau)?(?: la)? ?${COUNT}`,
  ),
  new RegExp(`${COUNT},? ${SINCE}\\b(?<event>[^.;,(]*)`),
  new RegExp(
    `\\bsau (?<event>[a-z][^\\d.;]{2,70}?)[ ,]+(?:cham nhat|khong qua|trong vong)?(?: la)? ?${COUNT}`,
  ),
]
/** "hai ba ngày nữa", "khoảng một tuần", "7-10 ngày": counts that leave open how many. */
const OPEN_COUNT =
  /\b(?:khoang|tam|chung|co|gan|hon|chua day) (?:chung )?(?:\d{1,3}|mot|hai|ba) ?(?:ngay|hom|bua|tuan|thang)\b(?! \d)|\b(?:mot|hai|ba|bon|nam|dam|\d{1,2} ?(?:-|den|toi|hoac)) ?(?:\d{1,2}|hai|ba|bon|nam|sau) (?:ngay|hom|bua|tuan|thang)(?! \d)/
export const isOpenCount = (folded: string): boolean => OPEN_COUNT.test(folded)

const FROM_NOW = new RegExp(
  `${COUNT} (?:nua|toi|sau|tiep theo)\\b|\\bsau ${COUNT.replace('count', 'count2').replace('unit', 'unit2')}`,
)
const BARE = new RegExp(
  `\\b(?:trong|vong|thoi han|khong qua|toi da|cham nhat|thoi gian|han)(?: vong| thoi han| la)? ${COUNT}`,
)

/** The document's own day: "kể từ ngày ký", "từ ngày ban hành Kế hoạch này". */
const ISSUE = /\b(?:ky|ban hanh|phat dong|phat hanh)\b/
const NOW = /^(?: ngay)? ?(?:nay|hom nay|bay gio|luc nay|thoi diem nay)\b/

type Counted = Span & {
  readonly reading: DeadlineReading
  /** The named day from which is counted. */
  readonly base?: NamedDays
}

/** A number of days counted from an event, from the document's day or from today, where the wording has one. */
export function readCountedDays(
  masked: string,
  days: readonly NamedDays[],
  context: WordingContext,
): Counted | undefined {
  const read = (
    found: RegExpExecArray | null,
    sign: 1 | -1,
    base?: LocalDate,
  ): Counted | undefined => {
    if (!found) return undefined
    const span = { start: found.index, end: found.index + found[0].length }
    const event = found.groups?.['event'] ?? ''
    const named = base ? undefined : dayWithin(days, span)
    const from = base ?? baseOf(event, named?.to, context)
    return {
      ...span,
      reading: counted(found, sign, from, context),
      ...(named ? { base: named } : {}),
    }
  }
  for (const pattern of BEFORE) {
    const found = pattern.exec(masked)
    if (found) return read(found, -1)
  }
  for (const pattern of AFTER) {
    const found = pattern.exec(masked)
    if (found) return read(found, 1)
  }
  const { anchor, issuedOn } = context
  const ahead = FROM_NOW.exec(masked)
  if (ahead) return read(ahead, 1, /\bsau\b/.test(ahead[0]) ? (anchor ?? issuedOn) : issuedOn)
  return read(BARE.exec(masked), 1)
}

function dayWithin(days: readonly NamedDays[], { start, end }: Span): NamedDays | undefined {
  return days.find((day) => start <= day.start && day.start < end)
}

function baseOf(
  event: string,
  named: LocalDate | undefined,
  { anchor, issuedOn }: WordingContext,
): LocalDate | undefined {
  if (named) return named
  if (NOW.test(event)) return issuedOn
  return anchor ?? (ISSUE.test(event) ? issuedOn : undefined)
}

function counted(
  { groups }: RegExpExecArray,
  sign: 1 | -1,
  base: LocalDate | undefined,
  { calendar, issuedOn }: WordingContext,
): DeadlineReading {
  const count = Number(groups?.['count'] ?? groups?.['count2']) * sign
  const unit = groups?.['unit'] ?? groups?.['unit2'] ?? ''
  if (base === undefined) return { alternatives: [], doubt: 'no-anchor' }
  if (unit === 'gio' || unit === 'h') {
    const to = base.add({ days: Math.ceil(Math.abs(count) / 24) * sign })
    return { alternatives: [{ to }], doubt: 'hours' }
  }
  if (unit.includes('lam viec')) {
    const to = addWorkingDays(calendar, base, count)
    const [earlier, later] = sign > 0 ? [base, to] : [to, base]
    const isKnown = missingYears(calendar, earlier, later).length === 0
    return {
      to,
      alternatives: [],
      ...(isKnown ? pastDoubt(to, issuedOn) : { doubt: 'unknown-calendar' as const }),
    }
  }
  const to = base.add({ [unit === 'tuan' ? 'weeks' : unit === 'thang' ? 'months' : 'days']: count })
  return { to, alternatives: [], ...pastDoubt(to, issuedOn) }
}

/** A last day before the document's own is a day that cannot be kept. */
export function pastDoubt(to: LocalDate | undefined, issuedOn: LocalDate): { doubt?: 'past' } {
  return to !== undefined && to.toString() < issuedOn.toString() ? { doubt: 'past' } : {}
}
