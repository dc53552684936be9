import type { z } from 'zod'
import type { AwardOffer, Campaign, Ladder } from '../../core/campaign/campaign.ts'
import type { LocalDate } from '../../core/calendar/local-time.ts'
import type { DeadlineRule } from '../../core/duty/deadline-rule.ts'
import type { Unit } from '../../core/unit/unit.ts'

type Refuse = (path: readonly (string | number)[], message: string) => void

/** Adds an issue for each place where the parts of a plan do not fit together. */
export function checkPlan(
  campaign: Campaign,
  context: z.core.$RefinementCtx,
  units: readonly Unit[] | undefined,
): void {
  const refuse: Refuse = (path, message) =>
    context.addIssue({ code: 'custom', path: [...path], message })
  if (campaign.endsOn.toString() < campaign.startsOn.toString())
    refuse(['endsOn'], 'Ngày kết thúc đứng trước ngày bắt đầu.')
  campaign.contents.forEach(({ number }, index) => {
    if (number !== index + 1)
      refuse(
        ['contents', index, 'number'],
        `Nội dung đứng thứ ${index + 1} phải mang số ${index + 1}.`,
      )
  })
  campaign.awards.forEach((award, index) => checkAward(award, index, { campaign, refuse }))
  campaign.deadlines.forEach((rule, index) => checkDeadline(rule, index, { campaign, refuse }))
  for (const [kind, ladder] of Object.entries(campaign.ladders))
    checkLadder(ladder, ['ladders', kind], refuse)
  if (units) checkOffices(campaign, units, refuse)
}

type Plan = { readonly campaign: Campaign; readonly refuse: Refuse }

function checkDeadline(rule: DeadlineRule, index: number, { campaign, refuse }: Plan): void {
  const at = (...path: string[]) => ['deadlines', index, ...path]
  const { id, kind, due, award } = rule
  const before = campaign.deadlines.slice(0, index)
  if (before.some((other) => other.id === id))
    refuse(at('id'), `Mã "${id}" đã dùng cho một hạn ở trên.`)
  if (due.anchor === 'calendar' && due.from && due.to && isBefore(due.to, due.from))
    refuse(at('due', 'to'), 'Ngày cuối đứng trước ngày đầu.')
  if (due.anchor === 'event' && !hasDay(campaign, due.event))
    refuse(
      at('due'),
      `"${due.event}" phải là issued, campaign-end, case hoặc mã của một hạn ghi bằng "from"/"to".`,
    )
  if (award !== undefined && !campaign.awards.some((other) => other.id === award))
    refuse(at('award'), `Không có hình thức khen thưởng nào mang mã "${award}".`)
  if ((kind === 'nomination') !== (award !== undefined))
    refuse(at(), 'Hạn đề nghị khen thưởng (nomination), và chỉ hạn đó, ghi "award".')
  if (before.some((other) => isSameDuty(other, rule)))
    refuse(at(), 'Đã có một hạn ở trên cho cùng hình thức khen thưởng hoặc cùng nhịp báo cáo.')
}

/** Two rules whose deadlines could not be told apart. */
function isSameDuty(a: DeadlineRule, b: DeadlineRule): boolean {
  if (a.kind !== b.kind) return false
  if (a.award !== undefined && a.award === b.award) return true
  const isPeriodic = a.due.anchor === 'period' && b.due.anchor === 'period'
  return a.kind === 'report' && isPeriodic && a.due.every === b.due.every
}

/** A day may be counted from what has one, or from what the office has still to set. */
function hasDay(campaign: Campaign, event: string): boolean {
  if (event === 'issued' || event === 'campaign-end') return true
  const anchor = campaign.deadlines.find(({ id }) => id === event)?.due.anchor
  return anchor === 'calendar' || anchor === 'none'
}

function isBefore(a: LocalDate, b: LocalDate): boolean {
  return a.toString() < b.toString()
}

function checkAward(award: AwardOffer, index: number, { campaign, refuse }: Plan): void {
  const { id, selectedFrom, nominees } = award
  if (campaign.awards.findIndex((other) => other.id === id) < index)
    refuse(['awards', index, 'id'], `Mã "${id}" đã dùng cho một hình thức khen thưởng ở trên.`)
  const known = campaign.awards.some((other) => other.id === selectedFrom)
  if (selectedFrom !== undefined && (!known || selectedFrom === id))
    refuse(
      ['awards', index, 'selectedFrom'],
      `Không có hình thức khen thưởng khác mang mã "${selectedFrom}".`,
    )
  for (const kind of ['collective', 'individual'] as const)
    if (award.criteria[kind] && !nominees.includes(kind))
      refuse(
        ['awards', index, 'criteria', kind],
        `Có tiêu chuẩn nhưng "nominees" không có "${kind}".`,
      )
}

function checkLadder(ladder: Ladder, path: readonly string[], refuse: Refuse): void {
  ladder.forEach(({ id }, index) => {
    if (ladder.findIndex((other) => other.id === id) < index)
      refuse([...path, index, 'id'], `Bậc nhắc "${id}" đã có ở trên.`)
  })
}

function checkOffices(campaign: Campaign, units: readonly Unit[], refuse: Refuse): void {
  const has = (code: string): boolean => units.some((unit) => unit.code === code)
  const message = 'Không có đơn vị nào mang mã này trong danh sách đơn vị.'
  if (!has(campaign.office.unit)) refuse(['office', 'unit'], message)
  if (!has(campaign.propagationOffice)) refuse(['propagationOffice'], message)
}
