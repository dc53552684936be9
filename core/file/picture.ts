import type { Transaction } from '../ports.ts'
import type { Picture } from './stored-file.ts'

/** A photo that the platform has not given for so long is lost. */
export const PHOTO_LOST_AFTER = { minutes: 30 } as const

/** A message may wait so long for its bot's next month. */
const SHOWN = { hours: 62 * 24 } as const
/** A day longer than its link. */
const KEPT = { hours: 63 * 24 } as const

/** The photo as messages show it; its bytes have to be kept before one leaves. */
export function pictureOf({ voice, now }: Pick<Transaction, 'voice' | 'now'>, id: string): Picture {
  const url = voice.linkTo(id, now.add(SHOWN))
  return { fileId: id, ...(url === undefined ? {} : { url }) }
}

/** Keeps the photo's bytes as long as a message that shows it may wait. False where they are not here. */
export async function keepPhoto(
  { files, now }: Pick<Transaction, 'files' | 'now'>,
  photoId: string,
  { name, createdFor }: { readonly name: string; readonly createdFor: string },
): Promise<boolean> {
  const times = { createdAt: now, keptUntil: now.add(KEPT) }
  return files.keepPhoto(photoId, { name, createdFor, ...times })
}
