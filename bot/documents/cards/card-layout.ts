import type { Card, KindProgress } from '../../../core/card/card.ts'
import type { Campaign } from '../../../core/campaign/campaign.ts'
import { KIND_WORDS } from '../../../core/unit/unit.ts'
import { sayDuty } from '../../texts/duties.ts'
import { sayDay, sayPeriod } from '../../texts/moments.ts'
import { capitalise, shorten } from '../../texts/people.ts'
import type { Node } from './draw.ts'
import { box, SIDE, text } from './draw.ts'

const RED = '#b3131b'
const GOLD = '#f5c542'
const CREAM = '#fff8ea'
const INK = '#2b1d14'
const PALE = '#ead9bd'
/** Kinds of units with a bar of their own; the others share one. */
const MOST_BARS = 5
/** Longest names that fit. */
const LONGEST = { title: 130, event: 140, unit: 90, duty: 80 }

/** What a card looks like: the campaign above, who issues it below, and what it says between. */
export function layOut(card: Card): Node {
  return box(
    {
      ...{ width: SIDE, height: SIDE, flexDirection: 'column', backgroundColor: CREAM },
      ...{ fontFamily: 'Be Vietnam Pro', color: INK },
    },
    headOf(card.campaign),
    box(
      {
        ...{ flexGrow: 1, flexDirection: 'column', padding: '40px 80px' },
        ...{ alignItems: 'center', justifyContent: 'center', textAlign: 'center' },
      },
      ...middleOf(card),
    ),
    footOf(card.campaign),
  )
}

function headOf({ shortTitle }: Campaign): Node {
  return box(
    {
      ...{ backgroundColor: RED, padding: '44px 70px', justifyContent: 'center' },
      borderBottom: `12px solid ${GOLD}`,
    },
    text(shorten(shortTitle, LONGEST.title), {
      ...{ color: '#ffffff', fontSize: 44, fontWeight: 700, textAlign: 'center', lineHeight: 1.3 },
      textWrap: 'balance',
    }),
  )
}

function footOf({ issuer, office }: Campaign): Node {
  return box(
    { backgroundColor: PALE, padding: '26px 70px', justifyContent: 'center' },
    text(`${issuer} · ${office.name}`, { fontSize: 30 }),
  )
}

function middleOf(card: Card): readonly Node[] {
  switch (card.kind) {
    case 'countdown':
      return countdown(card)
    case 'progress':
      return progress(card)
    case 'unit-progress':
      return unitProgress(card)
    case 'thanks':
      return thanks(card)
  }
}

function countdown({ to, on, daysLeft }: Extract<Card, { kind: 'countdown' }>): readonly Node[] {
  const what = to ? to.name : 'Kết thúc thời gian thi đua'
  const line = text(shorten(what, LONGEST.event), {
    ...{ fontSize: 42, fontWeight: 700, textAlign: 'center', lineHeight: 1.35 },
    textWrap: 'balance',
  })
  const day = text(capitalise(sayDay(on)), { fontSize: 38, marginTop: 16, color: RED })
  if (daysLeft === 0) return [big('Hôm nay', 150), line, day]
  return [text('Còn', { fontSize: 46 }), big(String(daysLeft), 260), unitOf('ngày'), line, day]
}

function big(content: string, fontSize: number): Node {
  return text(content, { fontSize, fontWeight: 700, color: RED, lineHeight: 1.1 })
}

function unitOf(word: string): Node {
  return text(word, { fontSize: 46, marginBottom: 34 })
}

function progress({
  campaign,
  deadline,
  kinds,
}: Extract<Card, { kind: 'progress' }>): readonly Node[] {
  const done = sum(kinds, ({ done: own }) => own)
  const total = sum(kinds, ({ total: own }) => own)
  return [
    subject(capitalise(sayDuty(deadline, campaign))),
    big(`${done}/${total}`, 170),
    text('đơn vị đã gửi', { fontSize: 40, marginBottom: 34 }),
    ...fewBars(kinds).map(({ name, done: own, total: all }) => bar(name, own, all)),
  ]
}

function subject(content: string): Node {
  return text(shorten(content, LONGEST.duty), {
    fontSize: 46,
    fontWeight: 700,
    textWrap: 'balance',
  })
}

type Bar = { readonly name: string; readonly done: number; readonly total: number }

/** The kinds with most units by themselves, the others as one. */
function fewBars(kinds: readonly KindProgress[]): readonly Bar[] {
  const sorted = [...kinds].sort((a, b) => b.total - a.total)
  const shown = sorted.length <= MOST_BARS ? sorted : sorted.slice(0, MOST_BARS - 1)
  const rest = sorted.slice(shown.length)
  const bars = shown.map(({ kind, ...count }) => ({ name: capitalise(KIND_WORDS[kind]), ...count }))
  if (rest.length === 0) return bars
  const done = sum(rest, ({ done: own }) => own)
  return [...bars, { name: 'Đơn vị khác', done, total: sum(rest, ({ total }) => total) }]
}

function bar(name: string, done: number, total: number): Node {
  const width = total === 0 ? 0 : Math.round((done / total) * 100)
  return box(
    { width: '100%', alignItems: 'center', marginTop: 14 },
    text(name, { width: 220, fontSize: 34 }),
    box(
      { width: 540, height: 34, backgroundColor: PALE, borderRadius: 17 },
      box({ width: `${width}%`, height: 34, backgroundColor: RED, borderRadius: 17 }),
    ),
    text(`${done}/${total}`, { width: 160, fontSize: 34, justifyContent: 'flex-end' }),
  )
}

function unitProgress({
  unit,
  periods,
}: Extract<Card, { kind: 'unit-progress' }>): readonly Node[] {
  const done = periods.filter((period) => period.done).length
  return [
    subject(unit.fullName),
    big(`${done}/${periods.length}`, 170),
    text('kỳ báo cáo đã gửi', { fontSize: 40, marginBottom: 30 }),
    box(
      { flexWrap: 'wrap', justifyContent: 'center', gap: 16 },
      ...periods.map((period) => chip(sayPeriod(period.deadline.subject), period.done)),
    ),
  ]
}

function chip(label: string, done: boolean): Node {
  const colours = done ? { backgroundColor: RED, color: '#ffffff' } : { backgroundColor: PALE }
  return text(capitalise(label), {
    ...{ fontSize: 32, padding: '12px 26px', borderRadius: 30, border: `3px solid ${RED}` },
    ...colours,
  })
}

function thanks({
  campaign,
  deadline,
  unit,
  done,
}: Extract<Card, { kind: 'thanks' }>): readonly Node[] {
  const whom = unit ? shorten(unit.fullName, LONGEST.unit) : `${done} đơn vị`
  return [
    text('Trân trọng cảm ơn', { fontSize: 56, color: RED, fontWeight: 700, marginBottom: 40 }),
    text(whom, {
      ...{ fontSize: 68, fontWeight: 700, textAlign: 'center', lineHeight: 1.25 },
      textWrap: 'balance',
    }),
    text(`đã gửi ${sayDuty(deadline, campaign)}`, { fontSize: 44, marginTop: 40 }),
  ]
}

function sum<T>(all: readonly T[], of: (one: T) => number): number {
  return all.reduce((total, one) => total + of(one), 0)
}
