import { createHash } from 'node:crypto'
import type { Official } from '../official/official.ts'
import type { Transaction } from '../ports.ts'
import type { StoredFile } from './stored-file.ts'
import { KEPT } from './stored-file.ts'

/** A file as it was made, before it is stored. */
export type MadeFile = Pick<StoredFile, 'name' | 'mediaType' | 'bytes'>

/**
 * Stores a file that was made for an official, so that it can be sent and fetched for eight days.
 * Files whose time is over go in the same transaction. Audited by the file's kind, not its content.
 */
export async function keepFile(
  tx: Transaction,
  made: MadeFile,
  { official, paper }: { official: Official; paper: string },
): Promise<StoredFile> {
  await tx.files.dropExpired(tx.now)
  const sha256 = createHash('sha256').update(made.bytes).digest('hex')
  const file: StoredFile = {
    id: tx.chance.uuid(),
    ...made,
    sha256,
    createdFor: official.id,
    createdAt: tx.now,
    keptUntil: tx.now.add(KEPT),
  }
  await tx.files.insert(file)
  await tx.audit.append({
    kind: 'file-exported',
    subject: file.id,
    data: { paper, sha256 },
    actor: official.id,
  })
  return file
}
