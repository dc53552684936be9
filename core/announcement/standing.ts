import type { Announcement, Leaving } from './announcement.ts'

/**
 * How far a notice came for one person. `uncertain`: it left and nobody can tell whether it arrived;
 * `unreachable`: no chat account that can be written to; `spared`: the duty was done before it left.
 */
export type Reached =
  'waiting' | 'on-its-way' | 'sent' | 'uncertain' | 'rejected' | 'unreachable' | 'spared'

export type Standing = {
  readonly officialId: string
  readonly unitCode: string
  readonly reached: Reached
  readonly acknowledged: boolean
}

export type UnitProgress = {
  readonly unitCode: string
  readonly name: string
  readonly total: number
  readonly sent: number
  readonly acknowledged: number
}

/** `enough`: for the next day, since they have got enough today. */
export type Waiting =
  | { readonly kind: 'moment'; readonly leaves: Leaving }
  | { readonly kind: 'photo' | 'release' | 'stopped' | 'enough' }

/** A notice in figures. `acknowledged` are among `sent` and `uncertain`. */
export type Progress = {
  readonly announcement: Announcement
  readonly total: number
  readonly count: Readonly<Record<Reached, number>>
  readonly acknowledged: number
  /** What those wait for whose message has not been queued; absent where nobody waits. */
  readonly waits?: Waiting
  /** By unit, in protocol order. */
  readonly units: readonly UnitProgress[]
}

/** Whether it may have been read: it arrived, or it left and was not heard of again. */
export function received({ reached }: Standing): boolean {
  return reached === 'sent' || reached === 'uncertain'
}
