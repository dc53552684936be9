import { createHash } from 'node:crypto'

/** A file that goes along with a call. */
export type Upload = {
  /** The parameter that it is the value of. */
  readonly field: string
  readonly name: string
  readonly bytes: Uint8Array
}

export type Form = { readonly mediaType: string; readonly body: Uint8Array }

/**
 * Parameters and a file as multipart/form-data (RFC 7578), as Telegram takes uploads (Bot API, "Sending
 * files"). The boundary comes from the file's own digest: the same file makes the same bytes, and no
 * file contains its digest.
 */
export function multipart(fields: Readonly<Record<string, unknown>>, upload: Upload): Form {
  const boundary = createHash('sha256').update(upload.bytes).digest('hex')
  const head = (disposition: string): string =>
    `--${boundary}\r\ncontent-disposition: form-data; ${disposition}\r\n`
  const parts = Object.entries(fields).map(
    ([name, value]) =>
      `${head(`name="${name}"`)}\r\n${typeof value === 'string' ? value : JSON.stringify(value)}\r\n`,
  )
  const file = `${head(`name="${upload.field}"; filename="${quoted(upload.name)}"`)}content-type: application/octet-stream\r\n\r\n`
  return {
    mediaType: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([
      Buffer.from(parts.join('') + file),
      upload.bytes,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
  }
}

/** RFC 7578 §2 and the WHATWG's form encoding: what would end the quotes or the line is escaped. */
function quoted(name: string): string {
  return name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}
