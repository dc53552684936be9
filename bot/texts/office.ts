import type { Nomination } from '../../core/nomination/nomination.ts'
import type { Unit } from '../../core/unit/unit.ts'
import { sayNominee } from './nominations.ts'
import { shorten } from './people.ts'

export function sayAppraisalQueue(
  lines: readonly { nomination: Nomination; unit: Unit }[],
): string {
  if (lines.length === 0) return 'Không có hồ sơ nào đang chờ thẩm định.'
  const list = lines.map(
    ({ nomination, unit }) =>
      `${nomination.code} · ${unit.name} · ${shorten(sayNominee(nomination), 60)}`,
  )
  return `Hồ sơ chờ thẩm định (${lines.length}):\n${list.join('\n')}\nNhắn mã hồ sơ để xem.`
}
