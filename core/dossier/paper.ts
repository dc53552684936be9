import type { Official } from '../official/official.ts'
import { may } from '../permission.ts'
import type { Action } from '../refusal.ts'

/** What can be written from the data, each as a file. */
export const PAPERS = [
  'nominations-letter',
  'nomination-list',
  'nomination-sheet',
  'achievement-report',
  'minutes',
  'decision',
  'chasing-letter',
  'summary',
  'dossier',
] as const
export type Paper = (typeof PAPERS)[number]

/** Papers about one nomination. */
export const ABOUT_ONE: ReadonlySet<Paper> = new Set<Paper>(['achievement-report', 'dossier'])

/** What an official must be allowed to do to be given a paper about all units. */
const NEEDS: Readonly<Record<Paper, Action>> = {
  'nominations-letter': 'appraise',
  'nomination-list': 'appraise',
  'nomination-sheet': 'appraise',
  'achievement-report': 'appraise',
  minutes: 'appraise',
  decision: 'appraise',
  'chasing-letter': 'chase',
  summary: 'see-progress',
  dossier: 'appraise',
}

/** Papers that a unit writes for its own nominations, too. */
const OF_A_UNIT: ReadonlySet<Paper> = new Set<Paper>([
  'nominations-letter',
  'nomination-list',
  'nomination-sheet',
  'achievement-report',
  'dossier',
])

/** About whom an official may be given a paper: all units, the own one, or nobody — for lack of that right. */
export type PaperScope =
  | { readonly kind: 'campaign' }
  | { readonly kind: 'own-unit' }
  | { readonly kind: 'none'; readonly lacks: Action }

/** What of a paper the official's roles allow. */
export function scopeOfPaper(official: Official, paper: Paper): PaperScope {
  const action = NEEDS[paper]
  const ofCouncil = paper === 'minutes' && may(official, 'run-council')
  if (may(official, action) || ofCouncil) return { kind: 'campaign' }
  if (OF_A_UNIT.has(paper) && may(official, 'nominate')) return { kind: 'own-unit' }
  return { kind: 'none', lacks: action }
}
