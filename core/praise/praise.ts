import type { Choice } from '../delivery/channel.ts'
import type { Nomination, NominationState } from '../nomination/nomination.ts'
import type { Report } from '../report/report.ts'

/** asked: whoever it concerns has not answered. withdrawn: agreed first, and taken back. */
export type PraiseState = 'asked' | 'agreed' | 'declined' | 'withdrawn'

/** Somebody or something held up as an example (nêu gương, plan V.2). */
export type Praise = {
  readonly id: string
  /** "NG-001", running within the campaign. */
  readonly code: string
  readonly campaignId: string
  /** The report or nomination that it is drawn from. */
  readonly sourceCode: string
  readonly unitCode: string
  /** What would be told, to the word. */
  readonly text: string
  readonly authorId: string
  readonly state: PraiseState
  /** The photo that would go with it, and whether it may: to the words alone may be agreed. */
  readonly photoId?: string
  readonly photoAgreed: boolean
}

/** What may be praised: a unit's standing report, or a nomination that was decided and told. */
export type Praiseworthy =
  | { readonly kind: 'report'; readonly report: Report }
  | { readonly kind: 'nomination'; readonly nomination: Nomination }

const CONSENT_CHOICES: readonly Choice[] = [
  { key: 'agree', label: 'Đồng ý' },
  { key: 'decline', label: 'Không đồng ý' },
]
const PHOTO_CHOICES: readonly Choice[] = [
  { key: 'agree', label: 'Đồng ý cả nội dung và ảnh' },
  { key: 'agree-words', label: 'Chỉ đồng ý nội dung, không dùng ảnh' },
  { key: 'decline', label: 'Không đồng ý' },
]

/** What may be agreed to: with a photo also the words without it. */
export function consentChoices({ photoId }: Pick<Praise, 'photoId'>): readonly Choice[] {
  return photoId === undefined ? CONSENT_CHOICES : PHOTO_CHOICES
}

/** The photo, where it may be shown. */
export function agreedPhoto({ photoId, photoAgreed }: Praise): { readonly photoId?: string } {
  return photoAgreed && photoId !== undefined ? { photoId } : {}
}

/** 1 → "NG-001". */
export function praiseCode(number: number): string {
  return `NG-${String(number).padStart(3, '0')}`
}

/** The decision was made and its unit was told; before that nobody is an example. */
const DECIDED_AND_TOLD: ReadonlySet<NominationState> = new Set<NominationState>([
  'notified',
  'announced',
  'awarded',
  'archived',
])

export function isDecided({ state }: Pick<Nomination, 'state'>): boolean {
  return DECIDED_AND_TOLD.has(state)
}
