/**
 * What an official may cause and the product declines. A refusal is a value: the bot has a sentence
 * for each, with what to do next, and does not compile without it.
 */
export type Refusal =
  | { readonly reason: 'invite-unknown' }
  | { readonly reason: 'invite-expired' }
  | { readonly reason: 'invite-used' }
  | { readonly reason: 'too-many-attempts'; readonly minutes: number }
  | { readonly reason: 'account-taken'; readonly name: string }
  | { readonly reason: 'nothing-to-undo' }
  | { readonly reason: 'no-campaign' }
  | { readonly reason: 'campaign-not-started'; readonly startsOn: string }
  | { readonly reason: 'campaign-ended'; readonly endedOn: string }
  | { readonly reason: 'not-allowed'; readonly action: Action }
  | { readonly reason: 'report-not-found'; readonly code?: string }
  | { readonly reason: 'report-withdrawn'; readonly code: string }
  | { readonly reason: 'figure-not-found'; readonly code: string; readonly quantity?: number }
  | {
      readonly reason: 'figure-ambiguous'
      readonly code: string
      readonly labels: readonly string[]
    }
  | { readonly reason: 'no-earlier-version'; readonly code: string }
  | { readonly reason: 'nomination-not-found'; readonly code?: string }
  | { readonly reason: 'nomination-incomplete'; readonly code: string }
  | { readonly reason: 'nomination-moved-on'; readonly code: string }
  | { readonly reason: 'no-open-award' }
  | { readonly reason: 'no-head'; readonly code: string }
  | { readonly reason: 'announcement-moved-on' }

/** What a role may or may not do; see permission.ts. */
export type Action = 'report' | 'nominate' | 'endorse' | 'see-progress' | 'appraise' | 'announce'

export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

export function accept<T>(value: T): Outcome<T> {
  return { ok: true, value }
}

export function refuse<T>(refusal: Refusal): Outcome<T> {
  return { ok: false, refusal }
}
