import type { Unit } from '../unit/unit.ts'
import type { LegalTopic } from './legal.ts'

/** What a gate may find. Each has its sentence in bot/texts, or nothing compiles. */
export type RuleId =
  | 'incomplete'
  | 'unit-not-valid'
  | 'wrong-nominee-kind'
  | 'same-award-open'
  | 'achievement-awarded'
  | 'upward-pending'
  | 'namesake'
  | 'near-copy'
  | 'no-evidence'
  | 'figures-differ'
  | 'discipline-not-declared'
  | 'late'
  | 'dossier-gap'
  | 'dossier-incomplete'
  | 'points-missing'
  | 'points-open'
  | 'appraiser-is-nominee'
  | 'criterion-unmet'
  | 'grounds-missing'
  | 'category-missing'
  | 'already-told'
  | 'council-not-passed'
  | 'list-changed'
  | 'not-selected'
  | 'waits-upward'
  | 'over-quota'
  | 'more-leaders'
  | 'ceremony-missed'
  | 'decision-number-missing'
  | 'signer-not-in-office'

export type Severity = 'block' | 'warn'

/**
 * Where a rule comes from: the plan's paragraph on the award, a legal text of the day, or the work
 * itself (a step cannot be done without what it needs).
 */
export type RuleSource =
  | { readonly kind: 'plan' }
  | { readonly kind: 'law'; readonly topic: LegalTopic }
  | { readonly kind: 'work' }

export type Rule = {
  readonly severity: Severity
  readonly source: RuleSource
  /** Whether the office has checked the source. A rule that is not confirmed may only warn. */
  readonly confirmed: boolean
}

const WORK = { kind: 'work' } as const
const block: Rule = { severity: 'block', source: WORK, confirmed: true }
const warn: Rule = { severity: 'warn', source: WORK, confirmed: true }
const byLaw = (severity: Severity, topic: LegalTopic): Rule => ({
  severity,
  source: { kind: 'law', topic },
  confirmed: true,
})

export const RULES: Readonly<Record<RuleId, Rule>> = {
  incomplete: block,
  // That the unit does not exist on the day is a fact of its dates; the circular is quoted beside it.
  'unit-not-valid': byLaw('block', 'dissolved-unit'),
  'wrong-nominee-kind': { ...block, source: { kind: 'plan' } },
  'same-award-open': block,
  'achievement-awarded': byLaw('block', 'one-achievement'),
  'upward-pending': byLaw('block', 'one-achievement'),
  namesake: warn,
  'near-copy': warn,
  'no-evidence': warn,
  'figures-differ': warn,
  'discipline-not-declared': byLaw('block', 'discipline'),
  late: { ...warn, source: { kind: 'plan' } },
  'dossier-gap': warn,
  'dossier-incomplete': block,
  'points-missing': block,
  'points-open': block,
  'appraiser-is-nominee': block,
  'criterion-unmet': { ...warn, source: { kind: 'plan' } },
  'grounds-missing': block,
  'category-missing': block,
  'already-told': block,
  'council-not-passed': block,
  'list-changed': block,
  'not-selected': { ...block, source: { kind: 'plan' } },
  'over-quota': { ...warn, source: { kind: 'plan' } },
  'more-leaders': byLaw('warn', 'direct-workers'),
  'ceremony-missed': warn,
  'waits-upward': block,
  'decision-number-missing': block,
  'signer-not-in-office': block,
}

/** How hard a rule is now: what is not confirmed never blocks. */
export function severityOf({ severity, confirmed }: Rule): Severity {
  return confirmed ? severity : 'warn'
}

/** What a gate found, and about what: codes of reports and nominations, parts of a dossier, numbers of points. */
export type Finding = { readonly rule: RuleId; readonly about: readonly string[] }

export function found(rule: RuleId, ...about: readonly string[]): readonly Finding[] {
  return [{ rule, about }]
}

/** That a unit does not exist on the day: its name, and of its end the first day without it, the act, and whether that was checked. */
export function foundClosed({ name, validTo, ending }: Unit): readonly Finding[] {
  if (!validTo || !ending) return found('unit-not-valid', name)
  const since = validTo.add({ days: 1 }).toString()
  const { source, confirmed } = ending
  return found('unit-not-valid', name, since, source, ...(confirmed ? [] : [UNCHECKED]))
}

/** Stands behind a source that nobody has checked. */
export const UNCHECKED = 'unchecked'

export const NOTHING_FOUND: readonly Finding[] = []

export function blocks({ rule }: Finding): boolean {
  return severityOf(RULES[rule]) === 'block'
}
