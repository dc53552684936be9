import type { Instant } from '../calendar/local-time.ts'
import type { StoredFile } from './stored-file.ts'

/** `name`: without the ending, which the kind of picture gives. */
export type KeptPhoto = Pick<StoredFile, 'name' | 'createdFor' | 'createdAt' | 'keptUntil'>

export interface FileStore {
  insert(file: StoredFile): Promise<void>
  /**
   * Makes a stored file of a received photo, with the photo's own id, or keeps the one there is for longer.
   * False where the photo is not ready.
   */
  keepPhoto(photoId: string, file: KeptPhoto): Promise<boolean>
  /** Undefined when there is none, or it is no longer kept at that moment. */
  find(id: string, now: Instant): Promise<StoredFile | undefined>
  /** Forgets what is no longer kept. */
  dropExpired(now: Instant): Promise<void>
}
