import type { Instant } from '../calendar/local-time.ts'

/** The papers of a dossier: the letter with its list, the confirmed report, the minutes, an initiative's recognition. */
export const DOSSIER_PARTS = ['letter', 'report', 'minutes', 'initiative'] as const
export type DossierPart = (typeof DOSSIER_PARTS)[number]

/** What no dossier can do without. */
export const REQUIRED_PARTS: readonly DossierPart[] = ['letter', 'report', 'minutes']

/** A part of the dossier, or an answer to a point of a supplement in that round of returning it. */
export type DossierSubject =
  | { readonly kind: 'part'; readonly part: DossierPart }
  | { readonly kind: 'point'; readonly round: number; readonly point: number }

/** How it came: a photo or file in the chat, words, or on paper to the office. */
export type DossierForm = 'photo' | 'file' | 'text' | 'paper'

export type DossierItem = {
  readonly id: string
  readonly nominationId: string
  readonly subject: DossierSubject
  readonly form: DossierForm
  readonly evidenceId?: string
  readonly text?: string
  readonly addedBy: string
  readonly addedAt: Instant
}

/** The required parts that nobody has sent or handed in yet. */
export function missingParts(items: readonly DossierItem[]): readonly DossierPart[] {
  return REQUIRED_PARTS.filter(
    (part) => !items.some(({ subject }) => subject.kind === 'part' && subject.part === part),
  )
}

/** Numbers of the points, from 1, that have no answer yet in that round. */
export function openPoints(
  items: readonly DossierItem[],
  asked: { readonly round: number; readonly points: readonly string[] },
): readonly number[] {
  const answered = new Set(
    items.flatMap(({ subject }) =>
      subject.kind === 'point' && subject.round === asked.round ? [subject.point] : [],
    ),
  )
  return asked.points.map((_, index) => index + 1).filter((number) => !answered.has(number))
}
