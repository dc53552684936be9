import type { Instant, LocalDate } from '../calendar/local-time.ts'
import type { LinkedAccount, Official } from '../official/official.ts'

/** Somebody who answers for a unit, with the chat accounts that are linked now. */
export type Answerable = {
  readonly official: Official
  readonly accounts: readonly LinkedAccount[]
  /** On leave until the end of that day; who stands in, if anybody does. */
  readonly away?: { readonly until: LocalDate; readonly deputy?: Official }
}

/** Why nothing has come of a unit that owes something. Each wants another treatment. */
export type Silence =
  /** Owes nothing before that moment: the office gave more time. */
  | { readonly why: 'extended'; readonly to: Instant }
  /** Said when it will come. */
  | { readonly why: 'promised'; readonly at: Instant }
  /** Said so, and the moment has passed. */
  | { readonly why: 'promise-passed'; readonly at: Instant }
  | { readonly why: 'on-leave'; readonly until: LocalDate; readonly deputy?: Official }
  /** Began to report; something is missing. */
  | { readonly why: 'drafting' }
  /** Nobody of the unit has registered. */
  | { readonly why: 'never-linked' }
  /** Whoever registered has blocked the bot, or left. */
  | { readonly why: 'unreachable' }
  /** Was written to, and has not answered. */
  | { readonly why: 'unanswered'; readonly since: Instant }
  /** Nobody has asked yet. */
  | { readonly why: 'not-asked' }

export type SilenceFacts = {
  readonly people: readonly Answerable[]
  readonly extendedTo?: Instant
  readonly promisedAt?: Instant
  /** When the unit was last reminded of this duty. */
  readonly remindedAt?: Instant
  readonly drafting: boolean
}

/** The first reason that explains a unit's silence, in the order in which the office can act on them. */
export function diagnose(facts: SilenceFacts, now: Instant): Silence {
  const { people, extendedTo, promisedAt, remindedAt } = facts
  if (extendedTo && isBefore(now, extendedTo)) return { why: 'extended', to: extendedTo }
  if (promisedAt && isBefore(now, promisedAt)) return { why: 'promised', at: promisedAt }
  if (facts.drafting) return { why: 'drafting' }
  const leave = leaveOf(people)
  if (leave) return leave
  if (people.every(({ accounts }) => accounts.length === 0)) return { why: 'never-linked' }
  if (!people.some(isReachable)) return { why: 'unreachable' }
  if (promisedAt) return { why: 'promise-passed', at: promisedAt }
  return remindedAt ? { why: 'unanswered', since: remindedAt } : { why: 'not-asked' }
}

/** On leave is a unit of which everybody is; who reports is then the first one's deputy. */
function leaveOf(people: readonly Answerable[]): Silence | undefined {
  const [first] = people.filter(({ official }) => official.roles.includes('contact'))
  if (!first?.away) return undefined
  const { until, deputy } = first.away
  return { why: 'on-leave', until, ...(deputy ? { deputy } : {}) }
}

export function isReachable({ accounts }: Answerable): boolean {
  return accounts.some(({ unreachable }) => unreachable === undefined)
}

function isBefore(a: Instant, b: Instant): boolean {
  return a.epochMilliseconds < b.epochMilliseconds
}

/** Whether a message may help: somebody can read it, and nothing was agreed that it would break into. */
export function wantsNudge({ why }: Silence): boolean {
  switch (why) {
    case 'extended':
    case 'promised':
    case 'never-linked':
    case 'unreachable':
      return false
    case 'promise-passed':
    case 'on-leave':
    case 'drafting':
    case 'unanswered':
    case 'not-asked':
      return true
  }
}
