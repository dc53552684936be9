import { createHmac, timingSafeEqual } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import type { Instant } from '../core/calendar/local-time.ts'
import type { StoredFile } from '../core/file/stored-file.ts'
import type { Transactions } from '../core/ports.ts'

/** Makes and checks the addresses under which a stored file can be fetched for a while. */
export type FileLinks = {
  /** Undefined where nobody can reach this installation. The address tells nothing but the file's id. */
  linkTo(fileId: string, until: Instant): string | undefined
  /** Whether the address is one that was made here and is still valid. Takes the same time for every wrong one. */
  isGenuine(asked: AskedFile, now: Instant): boolean
}

/** What a request for a file says: `e` when the link ends, in seconds since the epoch, `s` its signature. */
export type AskedFile = { readonly id: string; readonly e: string; readonly s: string }

/** Reads the file that a link leads to, if the link is genuine and both are still valid. */
export async function followLink(
  transactions: Transactions,
  links: FileLinks,
  asked: AskedFile,
): Promise<StoredFile | undefined> {
  return transactions.single(async (tx) =>
    links.isGenuine(asked, tx.now) ? tx.files.find(asked.id, tx.now) : undefined,
  )
}

const KEY_SETTING = 'file-link-key'

/** `publicUrl`: where people reach the server, without a slash at its end. */
export function fileLinks(key: string, publicUrl: string | undefined): FileLinks {
  const sign = (id: string, end: string): Buffer =>
    createHmac('sha256', key).update(`${id}.${end}`).digest()
  return {
    linkTo: (fileId, until) => {
      if (publicUrl === undefined) return undefined
      const end = String(Math.floor(until.epochMilliseconds / 1000))
      const signature = sign(fileId, end).toString('base64url')
      return `${publicUrl.replace(/\/+$/u, '')}/files/${fileId}?e=${end}&s=${signature}`
    },
    isGenuine: ({ id, e, s }, now) => {
      const expected = sign(id, e)
      const given = Buffer.from(s, 'base64url')
      const isSigned = given.length === expected.length && timingSafeEqual(given, expected)
      if (!isSigned || !/^\d{1,12}$/u.test(e)) return false
      const end = Temporal.Instant.fromEpochMilliseconds(Number(e) * 1000)
      return Temporal.Instant.compare(now, end) < 0
    },
  }
}

/**
 * Links whose key is read when the database is open: made once for the installation, the same for all
 * its processes. Until then nothing is linked and nothing is genuine.
 */
export function lateFileLinks(
  publicUrl: string | undefined,
): FileLinks & { load(transactions: Transactions): Promise<void> } {
  let links: FileLinks | undefined
  return {
    linkTo: (fileId, until) => links?.linkTo(fileId, until),
    isGenuine: (asked, now) => links?.isGenuine(asked, now) ?? false,
    load: async (transactions) => {
      const key = await transactions.run((tx) =>
        tx.settings.ensure(KEY_SETTING, `${tx.chance.uuid()}${tx.chance.uuid()}`),
      )
      links = fileLinks(key, publicUrl)
    },
  }
}
