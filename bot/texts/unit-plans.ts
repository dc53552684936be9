import type { Campaign } from '../../core/campaign/campaign.ts'
import type { LocalDate } from '../../core/calendar/local-time.ts'
import type { Deadline } from '../../core/duty/deadline.ts'
import type { Unit } from '../../core/unit/unit.ts'
import type { Unplanned } from '../../core/unit-plan/list-unplanned-units.ts'
import type { RecordedPlan } from '../../core/unit-plan/record-unit-plan.ts'
import type { PlanPaper, UnitPlan } from '../../core/unit-plan/unit-plan.ts'
import { sayDayOff, sayDue } from './duties.ts'
import { sayDate, sayDay } from './moments.ts'
import { capitalise } from './people.ts'

/** How to say that a plan has been issued. */
export const HOW_TO_SAY_PLAN = 'nhắn "đã ban hành KH số 15/KH-UBND ngày 10/6"'

function sayPaper({ number, issuedOn }: PlanPaper): string {
  return `số ${number}, ban hành ngày ${sayDate(issuedOn)}`
}

/** The plan read back: number, day, who entered it, how to correct it. */
export function sayPlanRecorded({ plan, unit, before }: RecordedPlan, campaign: Campaign): string {
  const of = plan.onBehalf ? ` ${unit.name}` : ''
  const head = before ? 'Đã sửa' : 'Đã ghi nhận'
  const photos = plan.evidenceIds.length
  return [
    `✅ ${head} kế hoạch của ${unit.name}: ${sayPaper(plan)}.`,
    ...(before ? [`Trước khi sửa: ${sayPaper(before)}.`] : []),
    ...(plan.onBehalf ? [`${campaign.office.name} nhập thay đơn vị, theo bản giấy.`] : []),
    photos > 0
      ? `Ảnh, tệp kèm theo: ${photos}.`
      : 'Có ảnh bản đã ký, đồng chí gửi tiếp ngay sau tin này.',
    `Cần sửa, nhắn "sửa số KH${of} thành …", "sửa ngày KH${of} thành …"; cần rút, nhắn "rút KH${of && ` của${of}`}".`,
  ].join('\n')
}

/** Asked where the number or the day is missing. */
export function askPlanPaper(unit: Unit, number: string | undefined): string {
  return number === undefined
    ? `Kế hoạch của ${unit.name} có số bao nhiêu, ban hành ngày nào? Ví dụ: "15/KH-UBND ngày 10/6".`
    : `Kế hoạch ${number} của ${unit.name} ban hành ngày nào? Ví dụ: "10/6".`
}

/** How one unit stands: the plan that is recorded, or by when it is awaited. */
export function sayUnitPlan(
  unit: Unit,
  plan: UnitPlan | undefined,
  deadline: Deadline | undefined,
): string {
  const name = capitalise(unit.name)
  if (!plan)
    return `${name}: chưa nhận được kế hoạch của đơn vị, ${deadline ? sayDue(deadline) : 'chưa có hạn'}. Đã ban hành thì ${HOW_TO_SAY_PLAN}.`
  const entered = plan.onBehalf ? ' (cơ quan phụ trách nhập thay, theo bản giấy)' : ''
  return `${name}: ✅ đã có kế hoạch ${sayPaper(plan)}${entered}.`
}

/** "ai chưa ban hành kế hoạch" while no day is set. */
export function sayUnplanned({ rule, total, units }: Unplanned): string {
  const due = rule.due.anchor === 'none' ? 'chưa có hạn' : rule.wording
  const head = `${capitalise(rule.title)} (${due}): ${total - units.length}/${total} đơn vị đã ban hành`
  if (units.length === 0) return `${head}. Trân trọng cảm ơn các đơn vị.`
  return `${head}; chưa nhận được của ${units.length}: ${units.map(({ name }) => name).join(', ')}.\nĐặt hạn để Trợ lý nhắc: nhắn "hạn ban hành kế hoạch 30/6".`
}

/** The day that is about to be set, asked back. */
export function askPlanDay(
  on: LocalDate,
  { units }: Unplanned,
  workingDayBefore: LocalDate | undefined,
): string {
  return `Đặt hạn ban hành kế hoạch của đơn vị: đến hết ${sayDay(on)}?${sayDayOff(workingDayBefore)} ${units.length} đơn vị chưa ban hành sẽ được nhắc theo lịch của phong trào.`
}

export function sayPlanDaySet(deadline: Deadline): string {
  return `✅ Đã đặt hạn ban hành kế hoạch của đơn vị: ${sayDue(deadline)}. Nhắn "ai chưa ban hành kế hoạch" để theo dõi.`
}

export const ASK_PLAN_DAY =
  'Hạn ban hành kế hoạch là ngày nào? Đồng chí nhắn kèm ngày, ví dụ "hạn ban hành kế hoạch 30/6".'
export const PLAN_DAY_KEPT = 'Đã dừng, hạn ban hành kế hoạch giữ nguyên.'
export const ONE_UNIT_AT_A_TIME =
  'Mỗi kế hoạch là của một đơn vị. Đồng chí nhắn từng đơn vị, kèm số và ngày ban hành.'
export const HOW_TO_CORRECT_PLAN =
  'Đồng chí nhắn "sửa số KH thành 16" hoặc "sửa ngày KH thành 12/6" để sửa kế hoạch đã báo.'

/** The day by which plans are to be issued, for whoever asks. */
export function sayPlanDay(deadline: Deadline | undefined): string {
  if (!deadline)
    return 'Kế hoạch của đơn vị: chưa có hạn. Khi cơ quan phụ trách đặt hạn, Trợ lý sẽ báo.'
  return `Kế hoạch của đơn vị: ${sayDue(deadline)}.`
}

export function askWithdrawPlan(unit: Unit, plan: UnitPlan): string {
  return `Rút kế hoạch ${plan.number} (ngày ${sayDate(plan.issuedOn)}) của ${unit.name}? Việc này sẽ mở lại.`
}

export function sayPlanWithdrawn(unit: Unit, plan: UnitPlan): string {
  return `Đã rút kế hoạch ${plan.number} của ${unit.name}; việc ban hành kế hoạch lại đang chờ.`
}

/** Photos that followed the plan have joined it. */
export function sayPlanPhotos(added: number, plan: UnitPlan): string {
  return `Đã nhận ${added} ảnh, tệp cho kế hoạch ${plan.number}.`
}
