import type { DossierItem } from './dossier.ts'

export interface DossierStore {
  insert(item: DossierItem): Promise<void>
  /** Everything that came in for a nomination, oldest first. */
  list(nominationId: string): Promise<readonly DossierItem[]>
}
