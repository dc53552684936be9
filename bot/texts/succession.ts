import type { NominationState } from '../../core/nomination/nomination.ts'
import type { Obstacle, Succession, SuccessionPreview } from '../../core/succession/succession.ts'
import { lastDayBefore, successorOf } from '../../core/succession/succession.ts'
import { sayAct } from './findings.ts'
import { sayDate, sayDay } from './moments.ts'
import { STATE_NAMES } from './nomination-words.ts'

const OBSTACLES: {
  [K in Obstacle['kind']]: (obstacle: Extract<Obstacle, { kind: K }>) => string
} = {
  applied: ({ on }) => `Việc sắp xếp từ ${sayDate(on)} đã được áp dụng; không có gì thay đổi.`,
  'not-yet': ({ on }) =>
    `Việc sắp xếp có hiệu lực từ ${sayDay(on)}; chạy lại lệnh này từ ngày đó. Chưa có gì thay đổi.`,
  'session-open': ({ heldOn }) =>
    `Kỳ họp Hội đồng ngày ${sayDate(heldOn)} còn mở: thư ký khóa kỳ họp trước, rồi chạy lại. Chưa có gì thay đổi.`,
}

/** Why nothing was done. */
export function sayObstacle(obstacle: Obstacle): string {
  const say = OBSTACLES[obstacle.kind] as (obstacle: Obstacle) => string
  return say(obstacle)
}

/** Exactly what applying a reorganisation does, line by line. */
export function saySuccession(preview: SuccessionPreview): readonly string[] {
  const { succession, movings, waiting, dutiesEnding } = preview
  const { title, source, on, campaign } = succession
  return [
    `${title} (${source}), từ ${sayDate(on)}.`,
    ...sayOpenings(preview),
    ...sayEndings(preview),
    `Phong trào ${campaign.supersedes} kết thúc hết ngày ${sayDate(lastDayBefore(succession))}; ${campaign.id} tiếp tục theo quy trình ${campaign.chain}.`,
    `Cán bộ: ${movings.length} người sang đơn vị mới, giữ tài khoản và lịch sử; ${waiting.length} người chờ phân công (officials load).`,
    ...sayHeads(preview),
    `Việc phải làm: ${dutiesEnding} việc của đơn vị cũ dừng cùng các tin nhắc; việc của đơn vị mới mở theo kế hoạch.`,
    ...sayUnderWay(preview),
  ]
}

function nameIn({ units, succession }: SuccessionPreview, code: string): string {
  const opened = succession.opens.find(({ unit }) => unit.code === code)?.unit
  return (opened ?? units.find((unit) => unit.code === code))?.name ?? code
}

function sayOpenings(preview: SuccessionPreview): readonly string[] {
  const { opens, stays } = preview.succession
  const lines = opens.map(({ unit, replaces, source, confirmed }) => {
    const names = replaces.map((code) => nameIn(preview, code)).join(', ')
    return `  ${unit.code} ${unit.fullName}${names === '' ? '' : ` ← ${names}`} (${sayAct(source, confirmed)})`
  })
  const staying = stays.map((code) => nameIn(preview, code)).join(', ')
  return [
    `Mở ${opens.length} đơn vị:`,
    ...lines,
    ...(staying === '' ? [] : [`Giữ nguyên ${stays.length} đơn vị: ${staying}.`]),
  ]
}

function sayEndings(preview: SuccessionPreview): readonly string[] {
  return preview.succession.ends.map(({ codes, source, confirmed }) => {
    const names = codes.map((code) => nameIn(preview, code)).join(', ')
    return `Kết thúc, chưa có đơn vị kế thừa, ${codes.length} đơn vị (${sayAct(source, confirmed)}): ${names}.`
  })
}

/** Heads of several units come together in one. */
function sayHeads(preview: SuccessionPreview): readonly string[] {
  const heads = preview.movings.filter(({ roles }) => roles.includes('head'))
  const crowded = [...new Set(heads.map(({ to }) => to))]
    .map((to) => ({ to, count: heads.filter((one) => one.to === to).length }))
    .filter(({ count }) => count > 1)
  if (crowded.length === 0) return []
  const names = crowded.map(({ to, count }) => `${nameIn(preview, to)} ${count}`).join(', ')
  return [`Cần soát vai trò người đứng đầu (nạp lại danh sách cán bộ): ${names}.`]
}

function sayUnderWay(preview: SuccessionPreview): readonly string[] {
  const { underWay, succession } = preview
  if (underWay.length === 0) return ['Không có hồ sơ nào đang xử lý.']
  return [
    `${underWay.length} hồ sơ đang xử lý giữ nguyên quy trình đã bắt đầu:`,
    ...underWay.map(
      ({ code, unitCode, state, collective, chain }) =>
        `  ${code} (${nameIn(preview, unitCode)}) ${STATE_NAMES[state]}, quy trình ${chain}${sayFate(succession, unitCode, { collective, draft: NOT_SUBMITTED.has(state) })}`,
    ),
  ]
}

/** It has not left its unit. */
const NOT_SUBMITTED: ReadonlySet<NominationState> = new Set<NominationState>([
  'draft',
  'awaiting-endorsement',
  'endorsed',
])

/** What becomes of it under the new order. */
function sayFate(
  succession: Succession,
  unitCode: string,
  { collective, draft }: { collective: boolean; draft: boolean },
): string {
  const to = successorOf(succession, unitCode)
  if (to === unitCode) return ''
  if (draft) return '; chưa trình, lập lại ở đơn vị mới'
  if (collective) return '; tập thể của đơn vị cũ không đủ điều kiện'
  return to === undefined ? '; đơn vị chưa có đơn vị kế thừa' : `; ${to} theo dõi tiếp`
}

/** What was done. */
export function saySuccessionApplied({ succession }: SuccessionPreview): string {
  const { campaign } = succession
  return `Đã áp dụng. Tiếp theo: npm run admin -- officials load TỆP (vai trò mới), signers add --campaign ${campaign.id}, rồi rehearse.`
}

/** How a campaign in whose place another goes on is shown. */
export function saySuperseded(by: string, on: Parameters<typeof sayDate>[0]): string {
  return `đã chuyển sang ${by} từ ${sayDate(on)}`
}
