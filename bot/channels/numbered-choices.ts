import type { Choice } from '../../core/delivery/channel.ts'
import { normalizeText, splitText } from './split-text.ts'

const LONGEST_BUTTON = 40
const BETWEEN = '\n\n'

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' })

/** The options one per line, `1. label`, counted from 1: what a person types is the number he sees. */
export function numberedList(options: readonly Choice[]): string {
  return options.map(({ label }, index) => `${index + 1}. ${oneLine(label)}`.trim()).join('\n')
}

/** `1 · label`, shortened with an ellipsis to what fits on a phone's button. */
export function buttonLabel({ label }: Choice, optionIndex: number): string {
  const characters = Array.from(graphemes.segment(oneLine(label)), ({ segment }) => segment)
  const shown =
    characters.length <= LONGEST_BUTTON
      ? characters.join('')
      : `${characters
          .slice(0, LONGEST_BUTTON - 1)
          .join('')
          .trimEnd()}…`
  return shown === '' ? `${optionIndex + 1}` : `${optionIndex + 1} · ${shown}`
}

/**
 * The texts of the messages that carry `text` and, at the end of the last one, its options as a
 * numbered list. The list stays with the end of the text it belongs to; only a list that leaves no
 * room for it becomes messages of its own. Without whitespace the parts join to text and list.
 */
export function textParts(text: string, options: readonly Choice[], limit: number): string[] {
  const parts = splitText(text, limit)
  if (options.length === 0) return parts
  const list = numberedList(options)
  const question = parts.pop()
  if (question === undefined) return splitText(list, limit)
  const room = limit - list.length - BETWEEN.length
  if (room < limit / 4) return [...parts, question, ...splitText(list, limit)]
  const pieces = splitText(question, room)
  const ending = pieces.pop() ?? ''
  return [...parts, ...pieces, `${ending}${BETWEEN}${list}`]
}

function oneLine(label: string): string {
  return normalizeText(label).replace(/\s+/g, ' ').trim()
}
