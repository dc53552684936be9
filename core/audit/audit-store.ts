import type { Instant } from '../calendar/local-time.ts'
import type { Head, Link, RecordedEvent } from './chain.ts'

/** What happened, by ids. Rows of earlier versions must go on parsing: kinds are added, never changed. */
export type AuditEvent =
  | {
      readonly kind: 'official-linked'
      readonly subject: string
      readonly data: { channel: string }
    }
  | {
      readonly kind: 'official-unlinked'
      readonly subject: string
      readonly data: { channel: string; why: string }
    }
  | {
      readonly kind: 'official-retired'
      readonly subject: string
      readonly data: { accounts: number }
    }
  | {
      readonly kind: 'registration-failed'
      readonly subject: string
      readonly data: { why: string }
    }
  | {
      readonly kind: 'invite-issued'
      readonly subject: string
      readonly data: { officialId: string }
    }
  | {
      readonly kind: 'report-submitted'
      readonly subject: string
      readonly data: { version: number; period: string; late: boolean }
    }
  | {
      readonly kind: 'report-revised'
      readonly subject: string
      readonly data: { version: number; why: string }
    }
  | {
      readonly kind: 'report-withdrawn'
      readonly subject: string
      readonly data: Record<string, never>
    }
  | {
      readonly kind: 'evidence-attached'
      readonly subject: string
      readonly data: { evidence: readonly string[] }
    }
  | {
      readonly kind: 'kept-settled'
      readonly subject: string
      readonly data: { how: 'answered' | 'reported' | 'closed' }
    }
  | {
      readonly kind: 'nomination-drafted'
      readonly subject: string
      readonly data: { award: string }
    }
  | {
      readonly kind: 'nomination-moved'
      readonly subject: string
      readonly data: { from: string; to: string; action?: string }
    }
  | {
      readonly kind: 'content-withheld'
      readonly subject: string
      readonly data: { why: string }
    }
  | {
      readonly kind: 'nomination-result-told'
      readonly subject: string
      readonly data: { state: string }
    }
  | {
      readonly kind: 'criterion-checked'
      readonly subject: string
      readonly data: { criterion: number; met: boolean }
    }
  | {
      readonly kind: 'dossier-added'
      readonly subject: string
      readonly data: { item: string; form: string }
    }
  | {
      readonly kind: 'announcement-drafted'
      readonly subject: string
      readonly data: Record<string, never>
    }
  | {
      readonly kind: 'announcement-released'
      readonly subject: string
      readonly data: { recipients: number }
    }
  | {
      readonly kind:
        | 'announcement-submitted'
        | 'announcement-declined'
        | 'announcement-stopped'
        | 'announcement-resumed'
        | 'announcement-hastened'
        | 'announcement-acknowledged'
      readonly subject: string
      readonly data: Record<string, never>
    }
  | {
      readonly kind: 'optional-notices-switched'
      readonly subject: string
      readonly data: { on: boolean }
    }
  | {
      readonly kind: 'deadline-set'
      readonly subject: string
      readonly data: { on: string }
    }
  | {
      readonly kind: 'deadline-moved'
      readonly subject: string
      readonly data: { from: string; to: string }
    }
  | {
      readonly kind: 'duty-promised'
      readonly subject: string
      readonly data: { unit: string; at: string }
    }
  | {
      readonly kind: 'duty-extended' | 'extension-requested'
      readonly subject: string
      readonly data: { unit: string; to: string }
    }
  | {
      readonly kind: 'plan-day-set'
      readonly subject: string
      readonly data: { on: string }
    }
  | {
      readonly kind: 'unit-plan-recorded' | 'unit-plan-corrected' | 'unit-plan-withdrawn'
      readonly subject: string
      readonly data: { unit: string; onBehalf: boolean }
    }
  | {
      readonly kind: 'extension-declined'
      readonly subject: string
      readonly data: { unit: string }
    }
  | {
      readonly kind: 'leave-taken'
      readonly subject: string
      readonly data: { from: string; until: string; deputy?: string }
    }
  | {
      readonly kind: 'leave-ended'
      readonly subject: string
      readonly data: Record<string, never>
    }
  | {
      readonly kind: 'handed-over'
      readonly subject: string
      readonly data: { successor: string }
    }
  | {
      readonly kind: 'units-nudged'
      readonly subject: string
      readonly data: { units: readonly string[] }
    }
  | {
      readonly kind: 'file-exported'
      readonly subject: string
      readonly data: { paper: string; sha256: string }
    }
  | {
      readonly kind: 'campaign-loaded'
      readonly subject: string
      readonly data: Record<string, never>
    }
  | {
      readonly kind: 'units-loaded'
      readonly subject: string
      readonly data: { added: number; updated: number }
    }
  | {
      readonly kind: 'officials-loaded'
      readonly subject: string
      readonly data: { added: number; updated: number }
    }
  | {
      readonly kind: 'group-code-issued'
      readonly subject: string
      readonly data: { campaign: string; cluster?: string }
    }
  | {
      readonly kind: 'group-linked'
      readonly subject: string
      readonly data: { channel: string; campaign: string }
    }
  | {
      readonly kind: 'group-link-failed'
      readonly subject: string
      readonly data: { why: string }
    }
  | {
      readonly kind: 'group-unlinked'
      readonly subject: string
      readonly data: { channel: string }
    }
  | {
      readonly kind: 'group-posts-switched'
      readonly subject: string
      readonly data: { on: boolean }
    }
  /** A person's invite code was typed where others read it, and is void. */
  | {
      readonly kind: 'invite-exposed'
      readonly subject: string
      readonly data: Record<string, never>
    }
  | {
      readonly kind: 'pin-code-issued' | 'pin-set' | 'pin-failed'
      readonly subject: string
      readonly data: Record<string, never>
    }
  | {
      readonly kind: 'council-opened'
      readonly subject: string
      readonly data: { nominations: readonly string[]; members: number }
    }
  /** That a member voted: neither how nor on what. */
  | {
      readonly kind: 'council-voted'
      readonly subject: string
      readonly data: Record<string, never>
    }
  | {
      readonly kind: 'council-recused'
      readonly subject: string
      readonly data: { session: string }
    }
  | {
      readonly kind: 'council-meeting-votes'
      readonly subject: string
      readonly data: { session: string; votes: number }
    }
  | {
      readonly kind: 'council-closed'
      readonly subject: string
      readonly data: { passed: number; of: number }
    }
  | {
      readonly kind: 'nomination-selected-upward'
      readonly subject: string
      readonly data: { upper: string }
    }
  | {
      readonly kind: 'decision-recorded'
      readonly subject: string
      readonly data: { nominations: readonly string[] }
    }
  | {
      readonly kind: 'decision-scanned'
      readonly subject: string
      readonly data: { evidence: readonly string[] }
    }
  | {
      readonly kind: 'decision-announced'
      readonly subject: string
      readonly data: { to: 'units' | 'everybody' }
    }
  | {
      readonly kind: 'decision-cancelled' | 'decision-revoked'
      readonly subject: string
      readonly data: Record<string, never>
    }
  | {
      readonly kind: 'calendar-approved'
      readonly subject: string
      readonly data: { notes: number }
    }
  | {
      readonly kind: 'praise-proposed'
      readonly subject: string
      readonly data: { source: string }
    }
  | {
      readonly kind: 'praise-answered'
      readonly subject: string
      readonly data: { state: string }
    }
  | {
      readonly kind: 'data-request-opened'
      readonly subject: string
      readonly data: { right: string }
    }
  | {
      readonly kind: 'data-request-decided'
      readonly subject: string
      readonly data: { state: string }
    }
  | {
      readonly kind: 'data-request-dropped'
      readonly subject: string
      readonly data: Record<string, never>
    }
  | {
      readonly kind: 'official-erased'
      readonly subject: string
      readonly data: { request?: string }
    }
  | {
      readonly kind: 'succession-applied'
      readonly subject: string
      readonly data: {
        supersedes: string
        on: string
        opened: readonly string[]
        officials: number
        duties: number
      }
    }
  | {
      readonly kind: 'unit-ended'
      readonly subject: string
      readonly data: { successor?: string }
    }
  | {
      readonly kind: 'official-moved'
      readonly subject: string
      readonly data: { from: string; to: string }
    }
  | {
      readonly kind: 'budget-warned'
      readonly subject: string
      readonly data: { used: number; limit: number }
    }
  | {
      readonly kind: 'bot-rests'
      readonly subject: string
      readonly data: { cause: string }
    }
  | {
      readonly kind: 'message-fell-back'
      readonly subject: string
      readonly data: { from: string }
    }
  | {
      readonly kind: 'loop-stopped'
      readonly subject: string
      readonly data: Record<string, never>
    }
  | {
      readonly kind: 'own-address-set'
      readonly subject: string
      readonly data: Record<string, never>
    }

/** A link of the chain with its event; without one, somebody took the event away. */
export type SealedEvent = Link & { readonly event: RecordedEvent | undefined }

/** An event with its place in the chain; without one it is not sealed yet. */
export type TracedEvent = { readonly event: RecordedEvent; readonly position?: bigint }

export interface AuditStore {
  /** `inbox`: the messages that caused it, by their numbers in the inbox; they stand in the event's data. */
  append(event: AuditEvent & { actor?: string; inbox?: readonly bigint[] }): Promise<void>
  /** Everything recorded of these subjects, newest first. */
  listFor(subjects: readonly string[]): Promise<readonly TracedEvent[]>
  /** The end of the chain as it is now. */
  head(): Promise<Head>
  /** How often that kind was recorded for the subject since the instant. */
  count(kind: AuditEvent['kind'], subject: string, since: Instant): Promise<number>
  /** The end of the chain, kept for the caller alone until the transaction ends. */
  lockChain(): Promise<Head>
  /** Events that are in the trail and not yet in the chain, earliest number first. */
  listUnsealed(limit: number): Promise<readonly RecordedEvent[]>
  countUnsealed(): Promise<number>
  seal(links: readonly Link[]): Promise<void>
  /** Links after that position, in order. */
  listSealed(after: bigint, limit: number): Promise<readonly SealedEvent[]>
}
