import { Temporal } from 'temporal-polyfill'
import type { Topic } from '../../../core/conversation/conversation.ts'
import { handoverOf, handOver } from '../../../core/official/send-handover.ts'
import type { Official } from '../../../core/official/official.ts'
import { endLeave, takeLeave } from '../../../core/official/take-leave.ts'
import { fold } from '../../language/writing/fold.ts'
import { matchPerson } from '../../language/people/people.ts'
import {
  ASK_LEAVE_DAYS,
  askWhichColleague,
  sayBack,
  sayHandedOver,
  sayHandover,
  sayLeaveTaken,
  sayNoColleague,
} from '../../texts/absences.ts'
import type { Answer, Spoken } from '../turn.ts'
import { choice, refused } from '../turn.ts'

type Wish = Extract<Topic, { kind: 'choose-colleague' }>['for']

/** "Nghỉ đến 20/12, chị Hoa thay". */
export async function leave(turn: Spoken): Promise<Answer> {
  const { from, until, deputy } = turn.understood.leave ?? {}
  if (!until) return { what: 'leave-days-asked', text: ASK_LEAVE_DAYS }
  const wish = {
    kind: 'leave',
    until: until.toString(),
    ...(from ? { from: from.toString() } : {}),
  } as const
  return deputy === undefined ? goOnLeave(turn, wish) : withColleague(turn, deputy, wish)
}

/** "Đã đi làm lại". */
export async function back({ tx, official }: Spoken): Promise<Answer> {
  const outcome = await endLeave(tx, official)
  if (!outcome.ok) return refused(outcome.refusal)
  return { what: 'back-from-leave', text: sayBack(outcome.value.deputy) }
}

/** "Bàn giao cho chị Hoa" sends the page; "bàn giao" alone shows it. */
export async function handover(turn: Spoken): Promise<Answer> {
  const named = SUCCESSOR.exec(turn.text.normalize('NFC'))?.groups?.['name']
  if (named !== undefined) return withColleague(turn, named, { kind: 'handover' })
  const page = await handoverOf(turn.tx, turn.official)
  if (!page.ok) return refused(page.refusal)
  return { what: 'handover-shown', text: sayHandover(page.value) }
}

const SUCCESSOR =
  /(?:bàn giao|ban giao|chuyển giao|chuyen giao)(?:\s+\S+){0,4}?\s+cho\s+(?<name>[^,.;\n]+)/iu

/** Whom a name means among the people of the unit; a name that several bear is asked about. */
async function withColleague(turn: Spoken, named: string, wish: Wish): Promise<Answer> {
  const { tx, official } = turn
  const people = await tx.officials.list({ unitCode: official.unitCode })
  const colleagues = people.filter(({ id }) => id !== official.id)
  const { match, candidates } = matchPerson(withoutTail(named), colleagues)
  const [first] = candidates
  if (match === 'none' || !first)
    return { what: 'colleague-unknown', text: sayNoColleague(named, colleagues) }
  if (match === 'sure' || candidates.length === 1) return carryOut(turn, first.id, wish)
  return {
    what: 'colleague-asked',
    text: askWhichColleague(named),
    ask: {
      topic: { kind: 'choose-colleague', for: wish },
      options: candidates.slice(0, 7).map(describe),
    },
  }
}

function describe({ id, name, position }: Official) {
  return choice(id, `${name}, ${position}`)
}

/** "chị Hoa nhé", "anh Nam ạ": courtesy after the name is none of it. */
function withoutTail(named: string): string {
  const words = named.trim().split(/\s+/u)
  while (TAILS.has(fold(words.at(-1) ?? ''))) words.pop()
  return words.join(' ')
}

const TAILS = new Set(['nhe', 'nha', 'a', 'ah', 'roi', 'giup', 'em', 'toi'])

function carryOut(turn: Spoken, colleagueId: string, wish: Wish): Promise<Answer> {
  return wish.kind === 'leave' ? goOnLeave(turn, wish, colleagueId) : send(turn, colleagueId)
}

async function goOnLeave(
  { tx, official }: Spoken,
  wish: Extract<Wish, { kind: 'leave' }>,
  deputyId?: string,
): Promise<Answer> {
  const outcome = await takeLeave(tx, official, {
    until: Temporal.PlainDate.from(wish.until),
    ...(wish.from === undefined ? {} : { from: Temporal.PlainDate.from(wish.from) }),
    ...(deputyId === undefined ? {} : { deputyId }),
  })
  if (!outcome.ok) return refused(outcome.refusal)
  return { what: 'leave-taken', text: sayLeaveTaken(outcome.value) }
}

async function send({ tx, official, campaign }: Spoken, successorId: string): Promise<Answer> {
  const outcome = await handOver(tx, official, successorId)
  if (!outcome.ok) return refused(outcome.refusal)
  const office = campaign?.office.name ?? 'cơ quan phụ trách'
  return { what: 'handed-over', text: sayHandedOver(outcome.value.successor, office) }
}

/** The person has said which colleague is meant. */
export function chooseColleague(
  turn: Spoken,
  topic: Extract<Topic, { kind: 'choose-colleague' }>,
  key: string,
): Promise<Answer> {
  return carryOut(turn, key, topic.for)
}
