import type { Official } from '../official/official.ts'
import { may } from '../permission.ts'
import type { Unit } from '../unit/unit.ts'

/** Whether the official may say anything about that unit's plan: it is the own unit, or the office enters it. */
export function isForUnit(by: Official, unit: Unit): boolean {
  return by.unitCode === unit.code || may(by, 'chase')
}
