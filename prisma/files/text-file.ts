import { readFile } from 'node:fs/promises'
import type { ReadResult } from './problem.ts'
import { failed } from './problem.ts'

/** The bytes of a file, or a sentence why there are none. */
export async function readBytes(file: string): Promise<ReadResult<Buffer>> {
  try {
    return { ok: true, value: await readFile(file) }
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    return failed(
      file,
      missing
        ? 'Không tìm thấy tệp. Kiểm tra lại đường dẫn.'
        : 'Không đọc được tệp. Kiểm tra quyền đọc và xem đây có phải là tệp không.',
    )
  }
}

/**
 * A text file as one form of Vietnamese: UTF-8 without a byte order mark, NFC, lines ending in a
 * line feed. Composed before parsing, so that columns are counted as a person sees the letters.
 */
export async function readText(file: string): Promise<ReadResult<string>> {
  const bytes = await readBytes(file)
  if (!bytes.ok) return bytes
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.value)
    return { ok: true, value: text.normalize('NFC').replace(/\r\n?/g, '\n') }
  } catch {
    return failed(
      file,
      'Tệp không ở dạng UTF-8. Trong Excel, chọn Lưu thành "CSV UTF-8" rồi nạp lại.',
    )
  }
}
