import { FORMS_OF_ADDRESS, TITLES } from '../../../core/official/form-of-address.ts'
import { fold } from '../writing/fold.ts'

const ASKED =
  /\b(?:goi|xung ho|xung)\b(?: (?:voi|cho))?(?: (?:toi|em|minh))?(?: (?:la|bang))? (.+?)(?: (?:nhe|nha|a|thoi|di|duoc roi|cho than mat|cho tien))*$/

/**
 * How a person asks to be addressed: "gọi tôi là chị Hoa" → "chị Hoa", "anh", "đồng chí Chủ tịch"; typed
 * with or without marks. Only a word of address, a title of office and the person's own `name` are
 * taken, spelt as they should be; nothing for anything else.
 */
export function readFormOfAddress(text: string, name: string): string | undefined {
  const line = fold(text)
    .replace(/[^a-z]+/g, ' ')
    .trim()
  const asked = ASKED.exec(line)?.[1]
  if (asked === undefined) return undefined
  const word = FORMS_OF_ADDRESS.find((form) => `${asked} `.startsWith(`${fold(form)} `))
  const rest = word === undefined ? asked : asked.slice(fold(word).length).trim()
  if (word !== undefined && rest === '') return word
  const title = TITLES.find((known) => fold(known) === rest)
  const called = title ?? ownName(rest, name)
  if (called === undefined) return undefined
  return `${word ?? 'đồng chí'} ${called}`
}

/** The last words of the person's own name that were typed. */
function ownName(typed: string, name: string): string | undefined {
  const words = name.trim().split(/\s+/u)
  const count = typed.split(' ').length
  const own = words.slice(-count)
  return fold(own.join(' ')) === typed ? own.join(' ') : undefined
}
