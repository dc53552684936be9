import type { Unit } from '../../core/unit/unit.ts'
import { sayAct } from './findings.ts'
import { sayDate } from './moments.ts'
import { capitalise } from './people.ts'

/** "Xã Mai Sao nay thuộc xã Nhân Lý, từ 01/7/2025 (Nghị quyết …)." */
export function sayFormerName(former: string, unit: Unit, old: Unit | undefined): string {
  const now = `${capitalise(former)} nay thuộc ${unit.name}`
  if (!old?.validTo || !old.ending) return `${now}.`
  const { source, confirmed } = old.ending
  return `${now}, từ ${sayDate(old.validTo.add({ days: 1 }))} (${sayAct(source, confirmed)}).`
}
