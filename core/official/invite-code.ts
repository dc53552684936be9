import { scrypt } from 'node:crypto'

/** No vowels and no look-alikes: nobody takes an 8 for a B. */
export const INVITE_ALPHABET = 'CDFGHJKMNPQRTVWXY346789'
export const INVITE_LENGTH = 8

/** Each half has a letter and a digit, as no word, abbreviation ("TTVHTTTT", "HDND MTTQ") or number has. */
const HALF = `(?=.{0,3}[0-9])(?=.{0,3}[a-z])[${INVITE_ALPHABET}]{4}`
const OF_A_WORD = '[\\p{L}\\p{M}\\p{N}]'
const CODE = new RegExp(`(?<!${OF_A_WORD})(${HALF})[\\s.-]?(${HALF})(?!${OF_A_WORD})`, 'iu')

/** The code within what someone typed, however spaced and in whatever case; undefined if there is none. */
export function findInviteCode(text: string): string | undefined {
  const match = CODE.exec(text)
  return match ? `${match[1] ?? ''}${match[2] ?? ''}`.toUpperCase() : undefined
}

/** "ABCD-EFGH", as it is printed and read out. */
export function displayInviteCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`
}

/**
 * A slow hash, so that a stolen table does not give the codes away. The salt is the installation's
 * and not the row's, because a row is found by its hash.
 */
export function hashInviteCode(code: string, salt: string): Promise<string> {
  return new Promise((resolve, reject) => {
    scrypt(code, salt, 32, { N: 4096, r: 8, p: 1 }, (error, key) => {
      if (error) reject(error)
      else resolve(key.toString('hex'))
    })
  })
}
