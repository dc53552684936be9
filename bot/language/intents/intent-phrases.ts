import { ACCOUNT_PHRASES } from './phrases/account-phrases.ts'
import { NOMINATING_PHRASES } from './phrases/nominating-phrases.ts'
import { OFFICE_PHRASES } from './phrases/office-phrases.ts'
import { REPORTING_PHRASES } from './phrases/reporting-phrases.ts'
import type { Intent } from '../understanding.ts'

/**
 * How people say each thing: for messages of which a word is damaged, and for those that no rule
 * knows. New wordings go here first.
 */
export const INTENT_PHRASES: Readonly<Record<Intent, readonly string[]>> = {
  ...ACCOUNT_PHRASES,
  ...REPORTING_PHRASES,
  ...NOMINATING_PHRASES,
  ...OFFICE_PHRASES,
}
