import { Temporal } from 'temporal-polyfill'
import { workingCalendar } from '../../../core/calendar/working-days.ts'
import type { Campaign } from '../../../core/campaign/campaign.ts'
import type { Chased } from '../../../bot/documents/chasing-letter.ts'
import type { NominationFacts, NominationsFacts } from '../../../core/dossier/gather-nominations.ts'
import { deadlinesOf } from '../../../core/duty/deadline.ts'
import type { Nomination } from '../../../core/nomination/nomination.ts'
import type { PeriodSummary } from '../../../core/progress/summarize-period.ts'
import { summarizeContents } from '../../../core/progress/summary.ts'
import type { Report, ReportContent } from '../../../core/report/report.ts'
import type { Unit } from '../../../core/unit/unit.ts'
import { readPlanFile } from '../../../prisma/files/plan-file.ts'
import type { ReadResult } from '../../../prisma/files/problem.ts'
import { readUnitsFile } from '../../../prisma/files/units-file.ts'

const AT = Temporal.Instant.from('2025-10-15T02:00:00Z')
const ON = Temporal.PlainDate.from('2025-10-15')

/** A campaign of the repository with invented reports and nominations. */
export type Sample = {
  readonly campaign: Campaign
  readonly units: readonly Unit[]
  readonly office: Unit
  readonly reports: readonly Report[]
  readonly nominations: NominationsFacts
  readonly collective: NominationFacts
  readonly individual: NominationFacts
  readonly chasing: Chased
  readonly summary: PeriodSummary
}

export async function openSample(folder: string): Promise<Sample> {
  const units = valueOf(await readUnitsFile(`${folder}/units.csv`))
  const campaign = valueOf(await readPlanFile(`${folder}/plan.yaml`, units))
  const office = unitOf(units, campaign.office.unit)
  const [own, other] = [units[2], units[3]]
  const [award] = campaign.awards
  const deadlines = deadlinesOf(campaign, campaign.startsOn, workingCalendar([]))
  const deadline = deadlines.find(({ kind }) => kind === 'report')
  if (!own || !other || !award || !deadline) throw new Error(`${folder} is too small`)
  const reports = reportsOf(campaign, own)
  const lines = nominationsOf(campaign).map((nomination, at) => ({
    nomination,
    unit: at === 0 ? own : other,
    award,
  }))
  const facts = { campaign, on: ON, unit: own, award, reports }
  const [collective, individual] = lines
  if (!collective || !individual) throw new Error('no nominations')
  return {
    campaign,
    units,
    office,
    reports,
    nominations: { campaign, author: office, byOffice: true, on: ON, lines },
    collective: { ...facts, nomination: collective.nomination },
    individual: { ...facts, nomination: individual.nomination },
    chasing: {
      campaign,
      deadline,
      total: units.length,
      silent: units.slice(0, 6).map((unit) => ({ unit })),
    },
    summary: {
      campaign,
      period: '2025-10',
      total: units.length,
      silent: units.slice(5, 8),
      lateCodes: ['BC-0003'],
      contents: summarizeContents(campaign.contents, reports),
      nothingToReport: [{ unit: other, code: 'BC-0009', text: 'không phát sinh' }],
      initiatives: [{ unit: own, code: 'BC-0002', text: 'Lập tổ loa lưu động của thanh niên.' }],
      difficulties: [
        { unit: own, code: 'BC-0003', text: 'Loa thôn 5 hỏng. Đề nghị cấp kinh phí.' },
      ],
    },
  }
}

function nominationsOf({ id: campaignId, awards }: Campaign): readonly Nomination[] {
  const base = {
    campaignId,
    awardId: awards[0]?.id ?? '',
    unitCode: 'X',
    state: 'submitted' as const,
    figures: [],
    chain: { id: '', version: 1 },
    late: false,
    createdBy: '',
    createdAt: AT,
    stateSince: AT,
  }
  return [
    {
      ...base,
      id: '1',
      code: 'HS-001',
      nomineeKind: 'collective',
      nomineeName: 'Nhân dân và cán bộ thôn Làng Ngũa',
      achievement:
        'Tổ chức 12 hội nghị tuyên truyền với 1.450 lượt người dự. Vận động nhân dân hiến 300 m2 đất làm đường.',
    },
    {
      ...base,
      id: '2',
      code: 'HS-002',
      nomineeKind: 'individual',
      nomineeName: '=Nguyễn Thị Ưởng',
      position: 'Công chức Văn phòng - Thống kê',
      achievement: 'Có sáng kiến số hóa 320 hồ sơ kiến nghị của cử tri.',
    },
  ]
}

function reportsOf({ id: campaignId }: Campaign, unit: Unit): readonly Report[] {
  const says = (code: string, content: Partial<ReportContent>): Report => ({
    id: code,
    code,
    campaignId,
    unitCode: unit.code,
    officialId: '',
    period: '2025-10',
    late: false,
    state: 'submitted',
    version: 1,
    submittedAt: AT,
    content: {
      text: '',
      items: [],
      dates: [],
      places: [],
      contents: [],
      nothingToReport: false,
      ...content,
    },
  })
  const meetings = { quantity: 12, label: 'hội nghị', measure: 'meeting', approx: false }
  return [
    says('BC-0001', {
      text: 'Tổ chức 12 hội nghị tuyên truyền, 1450 lượt người dự.',
      items: [meetings, { quantity: 1450, label: 'lượt người dự', approx: false }],
      contents: [1],
    }),
    says('BC-0002', {
      text: 'Ra mắt tổ loa lưu động. Phát 3 buổi.',
      items: [
        { ...meetings, quantity: 2 },
        { quantity: 3, label: 'buổi phát', approx: true },
      ],
      contents: [1],
      initiative: 'Lập tổ loa lưu động của thanh niên',
    }),
    says('BC-0003', {
      text: 'Giải quyết 11/12 ý kiến cử tri. Khó khăn: loa thôn 5 hỏng.',
      items: [{ quantity: 11, of: 12, label: 'ý kiến cử tri', approx: false }],
      contents: [2, 3],
      difficulties: 'loa thôn 5 hỏng',
    }),
  ]
}

function unitOf(units: readonly Unit[], code: string): Unit {
  const found = units.find((unit) => unit.code === code)
  if (!found) throw new Error(`no unit ${code}`)
  return found
}

function valueOf<T>(result: ReadResult<T>): T {
  if (!result.ok) throw new Error('a fixture cannot be read')
  return result.value
}
