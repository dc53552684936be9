/**
 * The bot's id, which both platforms write in front of the token's secret
 * (Telegram Bot API and Zalo Bot API: `<digits>:<secret>`), so that no call is needed to learn it.
 * Nothing when the token does not have that form.
 */
export function botIdOf(token: string): string | undefined {
  return /^(\d+):./.exec(token)?.[1]
}

/** The half of a token that must stay secret; the whole of it when it has no such form. */
export function secretHalfOf(token: string): string {
  return token.slice(token.indexOf(':') + 1)
}
