import type {
  DossierForm,
  DossierItem,
  DossierPart,
  DossierSubject,
} from '../../core/dossier/dossier.ts'
import type { DossierStore } from '../../core/dossier/dossier-store.ts'
import type { ChecklistStore } from '../../core/appraisal/checklist-store.ts'
import type { DossierItem as Row } from '../generated/client.ts'
import type { Db } from './rows.ts'
import { present, toDate, toInstant } from './rows.ts'

function subjectFromRow({ part, round, point }: Row): DossierSubject {
  if (part !== null) return { kind: 'part', part: part as DossierPart }
  return { kind: 'point', round: round ?? 0, point: point ?? 0 }
}

function itemFromRow(row: Row): DossierItem {
  return {
    id: row.id,
    nominationId: row.nominationId,
    subject: subjectFromRow(row),
    form: row.form as DossierForm,
    addedBy: row.addedBy,
    addedAt: toInstant(row.addedAt),
    ...present('evidenceId', row.evidenceId),
    ...present('text', row.text),
  }
}

export function dossierStore(db: Db): DossierStore {
  return {
    insert: async ({ subject, addedAt, ...item }) => {
      const about =
        subject.kind === 'part'
          ? { part: subject.part }
          : { round: subject.round, point: subject.point }
      await db.dossierItem.create({ data: { ...item, ...about, addedAt: toDate(addedAt) } })
    },
    list: async (nominationId) => {
      const rows = await db.dossierItem.findMany({
        where: { nominationId },
        orderBy: { addedAt: 'asc' },
      })
      return rows.map(itemFromRow)
    },
  }
}

export function checklistStore(db: Db): ChecklistStore {
  return {
    note: async (nominationId, { at, ...check }) => {
      await db.criterionCheck.create({ data: { ...check, nominationId, at: toDate(at) } })
    },
    list: async (nominationId) => {
      const rows = await db.criterionCheck.findMany({
        where: { nominationId },
        orderBy: { id: 'asc' },
      })
      return rows.map(({ criterion, met, by, at }) => ({ criterion, met, by, at: toInstant(at) }))
    },
  }
}
