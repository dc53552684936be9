import { scrypt, timingSafeEqual } from 'node:crypto'

/** Digits of the one-time code that allows to set a PIN. */
export const SETUP_CODE_LENGTH = 8
export const DIGITS = '0123456789'

/** Wrong tries before an officer has to wait, and for how many minutes. */
export const MOST_WRONG = 5
export const LOCKED_MINUTES = 60

/** What is kept of a secret: a slow hash with a salt of its own. */
export type Sealed = { readonly hash: string; readonly salt: string }

/** A slow hash: a stolen table does not give six digits away at once. */
export async function seal(secret: string, salt: string): Promise<Sealed> {
  return { hash: (await derive(secret, salt)).toString('hex'), salt }
}

/** Whether the secret is the one that was sealed. Takes as long for any wrong one. */
export async function opens(secret: string, { hash, salt }: Sealed): Promise<boolean> {
  return timingSafeEqual(await derive(secret, salt), Buffer.from(hash, 'hex'))
}

function derive(secret: string, salt: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(secret, salt, 32, { N: 16_384, r: 8, p: 1 }, (error, key) => {
      if (error) reject(error)
      else resolve(key)
    })
  })
}

/** What is tried first by whoever finds a phone: one digit throughout, or digits in a row. */
export function isWeak(pin: string): boolean {
  const digits = Array.from(pin, Number)
  const steps = digits.slice(1).map((digit, index) => digit - (digits[index] ?? 0))
  return steps.every((step) => step === steps[0]) && [-1, 0, 1].includes(steps[0] ?? 0)
}
