import type { LoadedCampaign } from '../../core/campaign/campaign-store.ts'
import { loadCalendar } from '../../core/calendar/load-calendar.ts'
import { loadCampaign, loadUnits } from '../../core/campaign/load-campaign.ts'
import { loadOfficials } from '../../core/official/load-officials.ts'
import { retireOfficial } from '../../core/official/retire-official.ts'
import { readCalendarFile } from '../../prisma/files/calendar-file.ts'
import { readOfficialsFile } from '../../prisma/files/officials-file.ts'
import { readPlanFile } from '../../prisma/files/plan-file.ts'
import { readUnitsFile } from '../../prisma/files/units-file.ts'
import { valueOf } from '../shipped.ts'
import type { Command, Office } from './command.ts'
import { fileOf, show, UsageRefusal } from './command.ts'
import { campaignCheck } from './plan-check.ts'

const campaignLoad: Command = {
  name: 'campaign load',
  takes: 'plan.yaml',
  does: 'nạp hoặc cập nhật kế hoạch của một phong trào',
  run: async (office) => {
    const campaign = valueOf(await readPlanFile(fileOf(office, 'campaign load')))
    await office.transactions.run((tx) => loadCampaign(tx, campaign))
    const gaps = campaign.gaps.map((gap) => gap.label)
    show(office, { campaign: campaign.id, gaps }, () => [
      `Đã nạp phong trào "${campaign.shortTitle}" (${campaign.id}).`,
      ...(gaps.length > 0 ? [`Kế hoạch chưa có: ${gaps.join('; ')}.`] : []),
      'Tiếp theo: npm run admin -- units load TỆP',
    ])
  },
}

/** A year's days off, of the country or of one place; what the place has noted before stays. */
const calendarLoad: Command = {
  name: 'calendar load',
  takes: 'lich.yaml',
  does: 'nạp lịch nghỉ của một năm, hoặc ngày nghỉ riêng của địa phương',
  run: async (office) => {
    const year = valueOf(await readCalendarFile(fileOf(office, 'calendar load')))
    await office.transactions.run((tx) => loadCalendar(tx, [year]))
    const { daysOff, makeUpDays, localDaysOff } = year
    const counts = {
      daysOff: daysOff.length,
      makeUpDays: makeUpDays.length,
      localDaysOff: localDaysOff.length,
    }
    show(office, { year: year.year, ...counts }, () => [
      `Lịch năm ${year.year}: ${counts.daysOff} ngày nghỉ, ${counts.makeUpDays} ngày làm bù, ${counts.localDaysOff} ngày nghỉ riêng của địa phương.`,
    ])
  },
}

/** The campaign named with --campaign, or the only one that no other has superseded. */
export async function pickCampaign({ transactions, options }: Office): Promise<LoadedCampaign> {
  const wanted = options['campaign']
  const all = await transactions.run((tx) =>
    wanted === undefined ? tx.campaigns.list() : tx.campaigns.listAll(),
  )
  const fitting = wanted === undefined ? all : all.filter(({ campaign }) => campaign.id === wanted)
  const [found] = fitting
  if (found && fitting.length === 1) return found
  const ids = all.map(({ campaign }) => campaign.id).join(', ')
  if (all.length === 0)
    throw new UsageRefusal(
      'Chưa có phong trào nào. Nạp kế hoạch trước: npm run admin -- campaign load TỆP',
    )
  throw new UsageRefusal(`Hãy chọn phong trào bằng --campaign MÃ. Đang có: ${ids}.`)
}

const unitsLoad: Command = {
  name: 'units load',
  takes: 'units.csv|xlsx [--campaign MÃ]',
  does: 'nạp hoặc cập nhật các đơn vị tham gia phong trào',
  run: async (office) => {
    const units = valueOf(await readUnitsFile(fileOf(office, 'units load')))
    const { campaign } = await pickCampaign(office)
    const counts = await office.transactions.run((tx) => loadUnits(tx, campaign.id, units))
    show(office, counts, () => [
      `Đơn vị: thêm ${counts.added}, cập nhật ${counts.updated} (phong trào ${campaign.id}).`,
      'Tiếp theo: npm run admin -- officials load TỆP',
    ])
  },
}

const officialsLoad: Command = {
  name: 'officials load',
  takes: 'officials.csv|xlsx',
  does: 'nạp hoặc cập nhật danh sách cán bộ',
  run: async (office) => {
    const file = fileOf(office, 'officials load')
    const units = await office.transactions.run((tx) => tx.units.list())
    const entries = valueOf(await readOfficialsFile(file, units))
    const counts = await office.transactions.run((tx) => loadOfficials(tx, entries))
    show(office, counts, () => [
      `Cán bộ: thêm ${counts.added}, cập nhật ${counts.updated}.`,
      ...(counts.erased > 0
        ? [
            `Bỏ qua ${counts.erased} người đã xóa dữ liệu theo yêu cầu: hãy bỏ dòng của họ khỏi tệp.`,
          ]
        : []),
      'Tiếp theo: npm run admin -- invites issue',
    ])
  },
}

const officialsRetire: Command = {
  name: 'officials retire',
  takes: 'MÃ-CÁN-BỘ',
  does: 'gỡ tài khoản và ngừng nhắn cho cán bộ đã chuyển công tác (lịch sử vẫn giữ)',
  run: async (office) => {
    const [code] = office.words
    if (code === undefined)
      throw new UsageRefusal('Thiếu mã cán bộ. Dùng: npm run admin -- officials retire MÃ')
    const unlinked = await office.transactions.run(async (tx) => {
      const official = await tx.officials.findByCode(code)
      if (!official) throw new UsageRefusal(`Không có cán bộ nào có mã ${code}.`)
      return retireOfficial(tx, official)
    })
    show(office, { official: code, unlinked }, () => [
      `Đã ngừng với cán bộ ${code}; gỡ ${unlinked} tài khoản.`,
    ])
  },
}

export const LOADING: readonly Command[] = [
  campaignCheck,
  calendarLoad,
  campaignLoad,
  unitsLoad,
  officialsLoad,
  officialsRetire,
]
