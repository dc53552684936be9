import type { Campaign } from '../../core/campaign/campaign.ts'
import type { Deadline } from '../../core/duty/deadline.ts'
import type { DutyProgress } from '../../core/duty/duty-store.ts'
import type { Nomination } from '../../core/nomination/nomination.ts'
import type { Unit } from '../../core/unit/unit.ts'
import { sayDuty, sayDue } from './duties.ts'
import { sayNominee } from './nominations.ts'
import { capitalise, shorten } from './people.ts'

export type UnitLine = { readonly unit: Unit; readonly linked: boolean }

/** Answer to "ai chưa nộp": how many are done, and who is not, with the first reason to look at. */
export function sayProgress(
  campaign: Campaign,
  deadline: Deadline,
  progress: DutyProgress,
  open: readonly UnitLine[],
): string {
  const done = progress.total - progress.openUnits.length
  const head = `${capitalise(sayDuty(deadline, campaign))} (${sayDue(deadline)}): ${done}/${progress.total} đơn vị đã xong.`
  if (open.length === 0) return `${head} Trân trọng cảm ơn các đơn vị.`
  const names = (linked: boolean): string[] =>
    open.filter((line) => line.linked === linked).map(({ unit }) => unit.name)
  const lines = [
    sayNames('Đã đăng ký, chưa nhận được báo cáo', names(true)),
    sayNames('Chưa có ai đăng ký với Trợ lý', names(false)),
  ]
  return [head, ...lines.filter(Boolean)].join('\n')
}

function sayNames(heading: string, names: readonly string[]): string {
  return names.length === 0 ? '' : `${heading} (${names.length}): ${names.join(', ')}.`
}

/** Answer to "tiến độ xã Quan Sơn". */
export function sayUnitProgress(
  campaign: Campaign,
  deadline: Deadline,
  line: UnitLine & { readonly done: boolean },
): string {
  const { unit, linked, done } = line
  const what = `${sayDuty(deadline, campaign)} (${sayDue(deadline)})`
  const registered = linked ? 'đã đăng ký với Trợ lý' : 'chưa có ai đăng ký với Trợ lý'
  const state = done ? `✅ đã có ${what}` : `chưa nhận được ${what}`
  return `${capitalise(unit.name)}: ${state}; ${registered}.`
}

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
