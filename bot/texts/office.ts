import type { Nomination } from '../../core/nomination/nomination.ts'
import type { Unit } from '../../core/unit/unit.ts'
import { sayNominee } from './nominations.ts'
import { shorten } from './people.ts'

/** Lines that are read on a phone at one glance; what is more is counted. */
const MOST_LISTED = 7

export function sayAppraisalQueue(
  lines: readonly { nomination: Nomination; unit: Unit }[],
): string {
  if (lines.length === 0) return 'Không có hồ sơ nào đang chờ thẩm định.'
  const list = lines
    .slice(0, MOST_LISTED)
    .map(
      ({ nomination, unit }) =>
        `${nomination.code} · ${unit.name} · ${shorten(sayNominee(nomination), 60)}`,
    )
  const rest = lines.length - MOST_LISTED
  if (rest > 0) list.push(`… và ${rest} hồ sơ nữa.`)
  return `Hồ sơ chờ thẩm định (${lines.length}):\n${list.join('\n')}\nNhắn mã hồ sơ để xem.`
}
