import type { ClosedSession, Result } from '../../core/council/close-session.ts'
import type { CouncilRule, Counts, RecusalReason } from '../../core/council/council.ts'
import type { BallotView } from '../../core/council/ballot.ts'
import type { OpenedSession, PlannedSession } from '../../core/council/open-session.ts'
import type { CouncilProgress } from '../../core/council/read-progress.ts'
import type { UpwardPlan } from '../../core/council/select-upward.ts'
import type { LocalDate } from '../../core/calendar/local-time.ts'
import type { Nomination } from '../../core/nomination/nomination.ts'
import { sayDate, sayDay, sayMoment } from './moments.ts'
import { sayNominee } from './nominations.ts'
import { shorten } from './people.ts'

/** More than this is too much for a phone. */
const MOST_LISTED = 7

const REASONS: Record<RecusalReason, string> = {
  'own-unit': 'cùng đơn vị',
  nominee: 'là người được đề nghị',
  declared: 'đã báo không tham gia',
}

/** "trên 50% tổng số thành viên được biểu quyết (cần kiểm tra)". */
export function sayRule({ base, threshold, over, quorum, source }: CouncilRule): string {
  const share = over ? `trên ${threshold}%` : `từ ${threshold}%`
  const of = base === 'all' ? 'tổng số thành viên được biểu quyết' : 'số thành viên bỏ phiếu'
  return `${share} ${of}; họp hợp lệ khi có từ ${quorum}% bỏ phiếu (${source ?? 'cần kiểm tra'})`
}

function named({ code, ...nomination }: Nomination): string {
  return `${code} · ${shorten(sayNominee({ code, ...nomination }), 60)}`
}

function sayListed(nominations: readonly Nomination[]): string {
  const lines = nominations.slice(0, MOST_LISTED).map((one, index) => `${index + 1}. ${named(one)}`)
  const rest = nominations.slice(MOST_LISTED).map(({ code }) => code)
  return [...lines, ...(rest.length > 0 ? [`Và: ${rest.join(', ')}`] : [])].join('\n')
}

/** What a session would be, before the PIN opens it. */
export function sayPlanned({ session, nominations, members }: PlannedSession): string {
  return [
    `Kỳ họp ${sayDay(session.heldOn)}, nhận phiếu đến ${sayMoment(session.votesBy)}.`,
    `Hội đồng ${session.seats} thành viên, biểu quyết qua tin nhắn: ${members.length}.`,
    `Thông qua: ${sayRule(session.rule)}.`,
    `${nominations.length} hồ sơ:`,
    sayListed(nominations),
  ].join('\n')
}

/** The session is open. */
export function sayOpened({ session, nominations, members, unreachable }: OpenedSession): string {
  const names = unreachable.map(({ name }) => name).slice(0, 5)
  return [
    `Đã mở kỳ họp ${sayDay(session.heldOn)}: ${nominations.length} hồ sơ, đã gửi phiếu cho ${members.length - unreachable.length}/${session.seats} thành viên.`,
    ...(names.length > 0
      ? [`Chưa gửi được: ${names.join(', ')}; đề nghị liên hệ trực tiếp hoặc nhập phiếu tại họp.`]
      : []),
    'Xem ai chưa bỏ phiếu: "tình hình phiếu". Nhập phiếu tại họp: "phiếu họp HS-024: 5 đồng ý, 1 không". Kết thúc: "khóa phiếu".',
  ].join('\n')
}

function sayRecused({ recused }: BallotView): string {
  const own = recused.slice(0, 4).map(({ code, reason }) => `${code} (${REASONS[reason]})`)
  if (own.length === 0) return ''
  const more = recused.length > own.length ? ` và ${recused.length - own.length} hồ sơ khác` : ''
  return `; đồng chí không biểu quyết ${own.join(', ')}${more}`
}

/** One dossier to vote on; the digits follow as choices. */
export function sayBallot({ view, place, of }: BallotView): string {
  const { nomination, award } = view
  return [
    `Hồ sơ ${place}/${of}: ${nomination.code}, ${shorten(nomination.nomineeName, 60)}, ${award?.name ?? 'khen thưởng'}.`,
    'Nhắn 0 để xem hồ sơ.',
  ].join('\n')
}

/** The first word to a member, or a reminder of what is missing. */
export function sayVoteAsked(ballot: BallotView, reminder: boolean): string {
  const { heldOn, votesBy, of, open, recused } = ballot
  const first = reminder
    ? `Hội đồng đang chờ phiếu của đồng chí cho ${open} hồ sơ, hạn ${sayMoment(votesBy)}.`
    : `Kỳ họp ${sayDay(heldOn)} có ${of + recused.length} hồ sơ${sayRecused(ballot)}. Đề nghị biểu quyết trước ${sayMoment(votesBy)}.`
  return `${first}\n${sayBallot(ballot)}`
}

/** The dossier itself, for a member of the council. */
export function sayBallotCard({ view }: BallotView): string {
  const { nomination, unit, award, cited } = view
  return [
    `${nomination.code} · ${sayNominee(nomination)} · ${unit.name}`,
    `Đề nghị: ${award?.name ?? 'khen thưởng'}`,
    `Thành tích: ${shorten(nomination.achievement, 200)}`,
    cited.length > 0
      ? `Khớp báo cáo: ${cited.slice(0, 5).join(', ')}`
      : 'Chưa khớp báo cáo nào của đơn vị',
  ].join('\n')
}

/** A vote was noted; it is never said which. */
export function sayVoted(
  code: string,
  { votesBy, next }: { votesBy: string; next?: string },
): string {
  const noted = `Đã ghi phiếu kín cho ${code} (đổi được đến ${votesBy}, nhắn "biểu quyết ${code}").`
  return next === undefined
    ? `${noted}\nĐồng chí đã bỏ phiếu đủ các hồ sơ. Trân trọng cảm ơn.`
    : `${noted}\n${next}`
}

export const ALL_VOTED =
  'Đồng chí đã bỏ phiếu đủ các hồ sơ của kỳ họp. Cần đổi, nhắn "biểu quyết" kèm mã hồ sơ.'

export function sayRecusalNoted(code: string): string {
  return `Đã ghi: đồng chí không biểu quyết ${code}; việc này được nêu trong biên bản.`
}

/** Who has still to vote: never how anybody voted. */
export function sayProgress({ session, dossiers, missing }: CouncilProgress): string {
  const head = `Kỳ họp ${sayDay(session.heldOn)}, ${dossiers} hồ sơ, nhận phiếu đến ${sayMoment(session.votesBy)}.`
  if (missing.length === 0)
    return `${head}\nCác thành viên biểu quyết qua tin nhắn đã bỏ phiếu đủ. Kết thúc, nhắn "khóa phiếu".`
  const lines = missing
    .slice(0, MOST_LISTED)
    .map(({ member, open }) => `- ${member.name}: còn ${open} hồ sơ`)
  const more =
    missing.length > MOST_LISTED ? [`Và ${missing.length - MOST_LISTED} thành viên khác`] : []
  return [head, `Đang chờ phiếu của ${missing.length} thành viên:`, ...lines, ...more].join('\n')
}

const sayCounts = ({ agree, disagree, other }: Counts): string =>
  `đồng ý ${agree}, không đồng ý ${disagree}, ý kiến khác ${other}`

/** What the secretary is about to enter. */
export function sayVotesAsked(code: string, votes: Counts): string {
  return `Phiếu tại cuộc họp, ${code}: ${sayCounts(votes)}, cộng với phiếu qua tin nhắn.`
}

export function sayVotesEntered(code: string): string {
  return `Đã ghi phiếu tại cuộc họp cho ${code}. Cần sửa, nhắn lại trước khi khóa phiếu.`
}

export const CLOSE_ASKED =
  'Khóa phiếu: kiểm phiếu, xóa mối liên hệ giữa người và phiếu, chuyển hồ sơ theo kết quả. Sau đó không đổi phiếu được nữa.'

/** Why a nomination was passed over: the tally and nothing else. */
export function sayTally({ counts, entitled }: Result, heldOn: LocalDate): string {
  return `Hội đồng biểu quyết ngày ${sayDate(heldOn)}: ${sayCounts(counts)} trên ${entitled} thành viên được biểu quyết`
}

/** The result, without names. */
export function sayClosed({ session, results, left }: ClosedSession): string {
  const lines = results
    .slice(0, MOST_LISTED)
    .map(
      ({ nomination, counts, passed, quorate }) =>
        `- ${nomination.code}: ${counts.agree}/${counts.disagree}/${counts.other}, ${passed ? 'thông qua' : 'chưa thông qua'}${quorate ? '' : ' (chưa đủ số người bỏ phiếu, cần kiểm tra)'}`,
    )
  const more =
    results.length > MOST_LISTED
      ? [`Và ${results.length - MOST_LISTED} hồ sơ khác trong biên bản`]
      : []
  return [
    `Đã khóa phiếu kỳ họp ${sayDay(session.heldOn)}. Đồng ý/không đồng ý/ý kiến khác:`,
    ...lines,
    ...more,
    ...(left.length > 0 ? [`${left.length} hồ sơ không còn ở bước Hội đồng nên giữ nguyên.`] : []),
    `Tỷ lệ: ${sayRule(session.rule)}. Nhắn "xuất biên bản" để lấy dự thảo.`,
  ].join('\n')
}

export function sayUpwardAsked({ nomination, award }: UpwardPlan): string {
  return `Chọn ${named(nomination)} đề nghị ${award.name} (${award.source}). Việc khen ở cấp mình chờ kết quả cấp trên.`
}

export function sayUpward(code: string, upper: string, award: string): string {
  return `Đã chọn ${code} đề nghị ${award}; hồ sơ cấp trên là ${upper}.`
}

export const SESSION_EXAMPLE =
  'Đề nghị nhắn ngày họp và hạn bỏ phiếu, ví dụ: "mở kỳ họp hội đồng ngày 04/12, hạn phiếu 17:00 03/12: HS-024, HS-026". Không ghi mã thì lấy mọi hồ sơ đủ điều kiện.'
export const VOTES_EXAMPLE =
  'Đề nghị nhắn rõ số phiếu, ví dụ: "phiếu họp HS-024: 5 đồng ý, 1 không, 0 ý kiến khác".'
