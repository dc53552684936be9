import { Temporal } from 'temporal-polyfill'
import type { Instant, LocalDate } from '../../../core/calendar/local-time.ts'
import { workingCalendar } from '../../../core/calendar/working-days.ts'
import type { AwardOffer, Campaign } from '../../../core/campaign/campaign.ts'
import type { Address } from '../../../core/delivery/channel.ts'
import type { PlannedDeadline } from '../../../core/duty/deadline.ts'
import { deadlinesOf } from '../../../core/duty/deadline.ts'
import type { ChatGroup } from '../../../core/group/group.ts'
import type { Nomination } from '../../../core/nomination/nomination.ts'
import type { NominationView } from '../../../core/nomination/view.ts'
import type { Official } from '../../../core/official/official.ts'
import type { Report } from '../../../core/report/report.ts'
import type { Submission } from '../../../core/report/submit-report.ts'
import type { Unit } from '../../../core/unit/unit.ts'
import { readOfficialsFile } from '../../../prisma/files/officials-file.ts'
import { readPlanFile } from '../../../prisma/files/plan-file.ts'
import type { ReadResult } from '../../../prisma/files/problem.ts'
import { readUnitsFile } from '../../../prisma/files/units-file.ts'

/** The longest that a campaign's real data have to say, one of each kind. */
export type Longest = {
  readonly campaign: Campaign
  readonly units: readonly Unit[]
  readonly unit: Unit
  readonly official: Official
  readonly award: AwardOffer
  readonly deadlines: readonly PlannedDeadline[]
  readonly report: Report
  readonly submission: Submission
  readonly nomination: Nomination
  readonly view: NominationView
  readonly group: ChatGroup
  readonly now: Instant
  readonly today: LocalDate
}

/** What an official may write at most before it is shortened. */
const LONG_WORDS =
  'Tổ chức hội nghị tuyên truyền, phổ biến kế hoạch phát động phong trào thi đua đến toàn thể cán bộ, công chức, viên chức, người lao động và nhân dân các thôn, tổ dân phố trên địa bàn; vận động các hộ hiến đất làm đường giao thông nông thôn'
const ISO = '2025-10-24T03:00:00Z'

/** Read from a campaign's own files. */
export async function readLongest(folder: string): Promise<Longest> {
  const units = valueOf(await readUnitsFile(`${folder}/units.csv`))
  const roster = valueOf(await readOfficialsFile(`${folder}/officials.csv`, units))
  const campaign = valueOf(await readPlanFile(`${folder}/plan.yaml`, units))
  const unit = longest(units, ({ name, fullName }) => name + fullName)
  const entry = longest(roster, ({ name, position, address }) => name + position + address)
  const official = { ...entry, id: 'o1', unitCode: unit.code }
  const award = longest(campaign.awards, ({ name, source }) => name + source)
  const now = Temporal.Instant.from(ISO)
  const report = reportOf(campaign, { unit, official })
  const deadlines = deadlinesOf(campaign, campaign.startsOn, workingCalendar([]))
  const due = deadlines.find(({ kind }) => kind === 'report')
  const nomination = nominationOf(campaign, { unit, award })
  return {
    campaign,
    units,
    unit,
    official,
    award,
    deadlines,
    report,
    submission: { report, campaign, afterEnd: true, ...(due ? { deadline: due } : {}) },
    nomination,
    view: viewOf(nomination, { campaign, unit, award }),
    group: groupOf(campaign, units),
    now,
    today: Temporal.PlainDate.from('2025-10-24'),
  }
}

function valueOf<T>(result: ReadResult<T>): T {
  if (result.ok) return result.value
  throw new Error(`${result.problems.length} problems in the file`)
}

function longest<T>(all: readonly T[], told: (one: T) => string): T {
  const [first, ...others] = all
  if (first === undefined) throw new Error('the file is empty')
  return others.reduce((best, one) => (told(one).length > told(best).length ? one : best), first)
}

function reportOf(
  campaign: Campaign,
  { unit, official }: { unit: Unit; official: Official },
): Report {
  const labels = ['lượt người tham dự hội nghị', 'suất quà cho hộ nghèo', 'ngày công lao động']
  return {
    id: 'r1',
    code: 'BC-10412',
    campaignId: campaign.id,
    unitCode: unit.code,
    officialId: official.id,
    period: '2025-10',
    late: true,
    state: 'withdrawn',
    version: 12,
    submittedAt: Temporal.Instant.from(ISO),
    content: {
      text: LONG_WORDS,
      items: labels.map((label) => ({ quantity: 1_234_567.5, label, approx: true })),
      dates: [{ from: '2025-10-01', to: '2025-10-23' }, '2025-10-24'],
      places: ['Trung tâm Học tập cộng đồng', 'Nhà văn hóa thôn', 'sân vận động'],
      contents: campaign.contents.map(({ number }) => number),
      nothingToReport: false,
    },
  }
}

function nominationOf(
  campaign: Campaign,
  { unit, award }: { unit: Unit; award: AwardOffer },
): Nomination {
  const at = Temporal.Instant.from(ISO)
  return {
    id: 'n1',
    code: 'HS-1024',
    campaignId: campaign.id,
    awardId: award.id,
    unitCode: unit.code,
    nomineeKind: 'individual',
    nomineeName: 'Nguyễn Hoàng Phương Thảo Nguyên',
    position: 'Phó Trưởng phòng Lao động - Thương binh và Xã hội',
    achievement: LONG_WORDS,
    figures: [],
    state: 'returned',
    chain: { id: 'chuoi', version: 1 },
    createdBy: 'o1',
    createdAt: at,
    stateSince: at,
    late: false,
  }
}

function viewOf(
  nomination: Nomination,
  parts: Pick<NominationView, 'campaign' | 'unit'> & { award: AwardOffer },
): NominationView {
  const texts = ['Danh sách các hộ hiến đất', 'Ảnh tuyến đường trước và sau', 'Biên bản họp xét']
  return {
    nomination,
    ...parts,
    holder: parts.campaign.office.name,
    since: nomination.stateSince,
    points: texts.map((text, index) => ({
      number: index + 1,
      text: `${text} có xác nhận của Ủy ban nhân dân và chữ ký của người lập`,
      open: true,
    })),
    supplementDueOn: Temporal.PlainDate.from('2025-11-05'),
    cited: ['BC-10287', 'BC-10301', 'BC-10302', 'BC-10303'],
    grounds: 'thành tích thuộc năm trước, chưa nằm trong thời gian của phong trào thi đua này',
    holdCategory: 'complaint',
  }
}

function groupOf(campaign: Campaign, units: readonly Unit[]): ChatGroup {
  const cluster = longest(['Cụm', ...units.flatMap(({ groups }) => groups)], (name) => name)
  return {
    id: 'g1',
    number: 1024,
    codeId: 'c1',
    campaignId: campaign.id,
    cluster,
    channel: 'telegram',
    address: 'telegram:1:-5' as Address,
    linkedAt: Temporal.Instant.from(ISO),
    postsTotals: true,
  }
}
