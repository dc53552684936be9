import type { z } from 'zod'
import type { AwardOffer, Campaign, Ladder } from '../../core/campaign/campaign.ts'
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
  checkLadder(campaign.nominationLadder, ['nominationLadder'], refuse)
  checkLadder(campaign.reports?.ladder ?? [], ['reports', 'ladder'], refuse)
  if (units) checkOffices(campaign, units, refuse)
}

function checkAward(
  award: AwardOffer,
  index: number,
  { campaign, refuse }: { readonly campaign: Campaign; readonly refuse: Refuse },
): void {
  const { id, window, selectedFrom, nominees } = award
  if (campaign.awards.findIndex((other) => other.id === id) < index)
    refuse(['awards', index, 'id'], `Mã "${id}" đã dùng cho một hình thức khen thưởng ở trên.`)
  if (window && window.to.toString() < window.from.toString())
    refuse(['awards', index, 'window', 'to'], 'Ngày cuối đứng trước ngày đầu.')
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
