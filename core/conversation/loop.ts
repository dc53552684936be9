/** The same answer so often within this time is no conversation any more, but two machines that answer each other. */
export const MOST_SAME_ANSWERS = 20
export const LOOP_WITHIN = { minutes: 10 } as const

/** Whether the bot falls silent; `given`: how often the chat got that very answer within the time. */
export function isLooping(given: number): boolean {
  return given >= MOST_SAME_ANSWERS
}
