import type { Instant } from '../calendar/local-time.ts'
import type { StoredFile } from './stored-file.ts'

export interface FileStore {
  insert(file: StoredFile): Promise<void>
  /** Undefined when there is none, or it is no longer kept at that moment. */
  find(id: string, now: Instant): Promise<StoredFile | undefined>
  /** Forgets what is no longer kept. */
  dropExpired(now: Instant): Promise<void>
}
