import type { Reading } from './fold.ts'
import { SHORT_FORMS } from './short-forms.ts'

/** How much of a message says what it wants; a longer one is a report and its beginning says so. */
const HEARD = 400

/**
 * The words of a message as rules look at them: folded, short forms written out, single spaces,
 * punctuation gone. A code such as "hs 24" becomes "ho so 24".
 */
export function lineOf({ folded }: Reading): string {
  const words = folded
    .slice(0, HEARD)
    .replace(/\bki\b/g, 'ky')
    .replace(/\bkh(?= (?:so )?\d|-)/g, 'ke hoach')
    .replace(/\b([a-z])\/([a-z])\b/g, '$1$2')
    .replace(/\b(bao|may) h\b/g, '$1 gio')
    .match(/[a-z]+|\d+(?:[.,/:]\d+)*|\//g)
  return (words ?? []).map((word) => SHORT_FORMS.get(word) ?? word).join(' ')
}
