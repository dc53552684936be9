import { join } from 'node:path'
import type { CampaignFiles, ChannelName, Phone, World } from '../support/world.ts'

const TAN_LAP = join(import.meta.dirname, '..', 'fixtures', 'campaigns', 'tan-lap-2026')

/** Who plays, by the name that the story calls them: their roster code, and where they are. */
export type Players = Readonly<Record<string, { channel: ChannelName; code: string }>>

/** Registers all of them, and gives each one's phone by name. */
export async function enter(world: World, players: Players): Promise<(name: string) => Phone> {
  const phones = new Map<string, Phone>()
  for (const [name, { channel, code }] of Object.entries(players)) {
    const phone = await world.phone(channel, code)
    await phone.register()
    phones.set(name, phone)
  }
  return (name) => {
    const phone = phones.get(name)
    if (!phone) throw new Error(`nobody plays ${name}`)
    return phone
  }
}

/** Who plays in the stories of a campaign, what they say, and what its plan makes of it. */
export type Cast = {
  readonly files?: CampaignFiles
  /** A working morning, at an hour at which nobody is written to unasked yet, and one at which people are. */
  readonly early: string
  readonly clock: string
  /** A unit's contact and head, twice: one pair for each channel. */
  readonly contact: readonly [string, string]
  readonly head: readonly [string, string]
  readonly appraiser: string
  readonly propagation: string
  /** A contact whose unit does not report. */
  readonly owing: string
  readonly reports: readonly {
    /** With and without marks: the same report. */
    readonly says: string
    readonly figures: readonly string[]
  }[]
  /** Of the period at `clock`. */
  readonly period: string
  readonly due: string
  /** A working-day morning on which the report is reminded of, and what the reminder names. */
  readonly reminder: { readonly at: string; readonly says: string }
  readonly nomination: { readonly says: string; readonly name: string; readonly award: string }
}

/** The campaign that ships: a district, monthly reports by the office's own setting. */
export const CHI_LANG: Cast = {
  early: '2025-10-20T06:50:00+07:00',
  clock: '2025-10-20T07:45:00+07:00',
  contact: ['CB-025', 'CB-027'],
  head: ['CB-026', 'CB-028'],
  appraiser: 'CB-109',
  propagation: 'CB-113',
  owing: 'CB-043',
  reports: [
    {
      says: '15/10 tổ chức 2 hội nghị tuyên truyền, 120 lượt người dự',
      figures: ['2 hội nghị', '120 lượt người'],
    },
    {
      says: 'ngay 16/10 tiep xuc cu tri, giai quyet 12/12 y kien',
      figures: ['12/12 ý kiến'],
    },
  ],
  period: 'tháng 10/2025',
  due: '16:30 thứ Bảy 25/10/2025',
  reminder: { at: '2025-10-22T08:01:00+07:00', says: 'báo cáo tháng 10/2025' },
  nomination: {
    says: 'đề nghị khen chị Hoàng Thị Thử, công chức văn phòng, tham mưu 3 nghị quyết đúng hạn',
    name: 'Hoàng Thị Thử',
    award: 'Giấy khen',
  },
}

/** The invented one: a commune, quarterly reports by its plan, other contents and awards. */
export const TAN_LAP_2026: Cast = {
  files: {
    plan: join(TAN_LAP, 'plan.yaml'),
    units: join(TAN_LAP, 'units.csv'),
    officials: join(TAN_LAP, 'officials.csv'),
  },
  early: '2026-06-15T06:50:00+07:00',
  clock: '2026-06-15T07:31:00+07:00',
  contact: ['TL-01', 'TL-05'],
  head: ['TL-03', 'TL-06'],
  appraiser: 'TL-14',
  propagation: 'TL-18',
  owing: 'TL-10',
  reports: [
    { says: 'ngày 10/6 bàn giao 3 căn nhà, 25 ngày công', figures: ['3 căn', '25 ngày công'] },
    { says: 'ngay 11/6 ra quan tong ve sinh, 60 nguoi tham gia', figures: ['60 người'] },
  ],
  period: 'quý II/2026',
  due: '11:00 thứ Bảy 20/6/2026',
  reminder: { at: '2026-06-19T07:31:00+07:00', says: 'báo cáo quý II/2026' },
  nomination: {
    says: 'đề nghị khen anh Lò Văn Thử, trưởng nhóm thợ, góp 25 ngày công dựng nhà',
    name: 'Lò Văn Thử',
    award: 'Giấy khen sơ kết',
  },
}
