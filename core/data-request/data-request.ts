import type { Instant } from '../calendar/local-time.ts'

/** What people may ask about their data: a copy, a correction, erasure, or to take their consent back. */
export const DATA_RIGHTS = ['view', 'correct', 'erase', 'withdraw'] as const
export type DataRight = (typeof DATA_RIGHTS)[number]

/** approved: the office agrees and it is still to be carried out. dropped: the person took it back. */
export type DataRequestState = 'open' | 'approved' | 'declined' | 'done' | 'dropped'

export type DataRequest = {
  readonly id: string
  /** "YC-001", running within the campaign. */
  readonly code: string
  readonly campaignId: string
  readonly officialId: string
  readonly right: DataRight
  readonly state: DataRequestState
  readonly askedAt: Instant
  /** By when the law of that day has the office answer; absent where the product knows none. */
  readonly dueAt?: Instant
  /** Why it was declined, in the officer's words. */
  readonly reason?: string
}

/** 1 → "YC-001". */
export function dataRequestCode(number: number): string {
  return `YC-${String(number).padStart(3, '0')}`
}
