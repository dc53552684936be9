import { isQuestion } from './answers.ts'

/** Ends of sentences; the point in "1.250" and in "16:30" is none. */
const SENTENCE = /(?<=[?!\n;])\s*|(?<=\.)\s+/u
const AND = /,?\s+(?:và|va|với lại|voi lai|đồng thời|dong thoi)\s+/iu

/** The sentences of a message; where it is one that asks, what "và" joins in it too. */
export function clausesOf(text: string): readonly string[] {
  const sentences = text
    .normalize('NFC')
    .split(SENTENCE)
    .filter((sentence) => sentence.trim() !== '')
  return sentences.flatMap((sentence) => (isQuestion(sentence) ? sentence.split(AND) : [sentence]))
}
