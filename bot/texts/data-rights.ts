import type { Campaign } from '../../core/campaign/campaign.ts'
import type { DataLaw } from '../../core/data-request/data-law.ts'
import type { PendingRequest } from '../../core/data-request/decide-data-request.ts'
import type {
  DataRequest,
  DataRequestState,
  DataRight,
} from '../../core/data-request/data-request.ts'
import type { OpenedRequest } from '../../core/data-request/open-data-request.ts'
import type { Holdings } from '../../core/data-request/personal-data-store.ts'
import type { Notice } from '../../core/notice.ts'
import { sayLaw } from './findings.ts'
import { sayMoment } from './moments.ts'

const RIGHTS: Record<DataRight, string> = {
  view: 'xem dữ liệu của mình',
  correct: 'sửa thông tin cá nhân',
  erase: 'xóa dữ liệu cá nhân',
  withdraw: 'rút lại đồng ý',
}

const STATES: Record<DataRequestState, string> = {
  open: 'đang chờ cơ quan trả lời',
  approved: 'đã được đồng ý, đang thực hiện',
  declined: 'cơ quan chưa thực hiện được',
  done: 'đã thực hiện xong',
  dropped: 'đã rút',
}

/** Requests that are listed before the rest is counted. */
const LISTED = 7

/** What is kept of people, and how each right is used. `law`: the one in force today. */
export function sayPrivacy(campaign: Campaign | undefined, law: DataLaw | undefined): string {
  const office = campaign?.office.name ?? 'cơ quan phụ trách'
  return [
    `Trợ lý đang lưu: họ tên, chức vụ, đơn vị, vai trò, tài khoản nhắn tin này, các tin nhắn và báo cáo đồng chí gửi; ${office} dùng cho phong trào.`,
    'Nhắn "cho tôi xem dữ liệu của tôi", "sửa thông tin cá nhân của tôi", "xóa thông tin của tôi" hoặc "tôi rút lại đồng ý": Trợ lý chuyển cơ quan và báo ngày trả lời.',
    ...(law ? [`Căn cứ: ${sayLaw(law)}.`] : []),
  ].join('\n')
}

/** The request is with the office: its code, by when it is answered, and on what ground. */
export function sayRequestOpened({ request, campaign, law, again }: OpenedRequest): string {
  const { code, right, state } = request
  const what = again
    ? `Yêu cầu ${code} (${RIGHTS[right]}) ${STATES[state]}.`
    : `✅ Đã chuyển ${campaign.office.name} yêu cầu ${code}: ${RIGHTS[right]}.`
  const now =
    right === 'withdraw'
      ? ' Tin tuyên truyền không bắt buộc và việc nêu gương đồng chí đã dừng ngay.'
      : ''
  return `${what}${now}${sayClock(request, law)} Thôi yêu cầu, nhắn "rút ${code}".`
}

function sayClock({ dueAt, state }: DataRequest, law: DataLaw | undefined): string {
  if (!dueAt || state !== 'open') return ''
  return ` Cơ quan trả lời chậm nhất ${sayMoment(dueAt)}${law ? ` (${sayLaw(law)})` : ''}.`
}

/** What is held about the person, in figures; the copy itself comes from the office. */
export function sayHoldings({ accounts, written, received, reports }: Holdings): string {
  return `Trợ lý đang lưu về đồng chí: họ tên, chức vụ, đơn vị, vai trò; ${accounts} tài khoản nhắn tin; ${written} tin đã nhắn, ${received} tin đã nhận; ${reports} báo cáo. Bản sao gửi đồng chí sau khi cơ quan đồng ý.`
}

export function sayRequestDropped({ code }: DataRequest): string {
  return `Đã rút yêu cầu ${code}. Dữ liệu giữ nguyên.`
}

/** To whoever asks where an own request stands. */
export function sayRequestStands(request: DataRequest): string {
  const reason = request.reason === undefined ? '' : ` Lý do: ${request.reason}.`
  return `${request.code} (${RIGHTS[request.right]}): ${STATES[request.state]}.${reason}${sayClock(request, undefined)}`
}

/** To the officers who may answer. */
export function sayRequestToOffice({
  request,
  from,
  unit,
}: Extract<Notice, { kind: 'data-request-opened' }>): string {
  const { code, right } = request
  return `${from.name} (${unit.name}) yêu cầu ${RIGHTS[right]}: ${code}.${sayClock(request, undefined)} Nhắn "đồng ý ${code}" hoặc "từ chối ${code}: lý do"; "yêu cầu dữ liệu" để xem danh sách.`
}

/** To the person, when the office has decided. */
export function sayRequestDecided({
  request,
  office,
}: Extract<Notice, { kind: 'data-request-decided' }>): string {
  const { code, right, state, reason = '' } = request
  if (state === 'declined')
    return `Yêu cầu ${code} (${RIGHTS[right]}): ${office} chưa thực hiện được. Lý do: ${reason}. Cần trao đổi thêm, đề nghị liên hệ trực tiếp.`
  return `Yêu cầu ${code}: ${office} đã đồng ý. ${NEXT[right]}`
}

const NEXT: Record<DataRight, string> = {
  view: 'Bản sao dữ liệu gửi kèm ngay dưới tin này.',
  correct: 'Thông tin được sửa trong danh sách cán bộ; xong, nhắn "tôi là ai" để xem lại.',
  erase:
    'Họ tên, chức vụ, tài khoản và lời các tin nhắn sẽ được xóa; báo cáo của đơn vị và hồ sơ đã có quyết định được giữ theo quy định lưu trữ.',
  withdraw: 'Trợ lý không nhắn tin cho đồng chí nữa. Tham gia lại, đề nghị xin mã đăng ký mới.',
}

/** To the officer who decided. */
export function sayRequestSettled({ code, right, state }: DataRequest): string {
  const next =
    state !== 'approved'
      ? ''
      : right === 'erase'
        ? ` Việc xóa do quản trị thực hiện bằng lệnh "admin erase ${code}".`
        : ` Sửa xong trong danh sách cán bộ, nhắn "xong ${code}".`
  return `✅ ${code} (${RIGHTS[right]}): ${STATES[state]}. Người yêu cầu được báo.${next}`
}

/** The office's queue. */
export function sayRequests(pending: readonly PendingRequest[]): string {
  if (pending.length === 0) return 'Không có yêu cầu nào về dữ liệu cá nhân đang chờ.'
  const lines = pending.slice(0, LISTED).map(({ request, from }) => sayLine(request, from.name))
  const more = pending.length - lines.length
  const rest = more > 0 ? [`Và ${more} yêu cầu khác.`] : []
  return [
    `Yêu cầu về dữ liệu cá nhân (${pending.length}):`,
    ...lines,
    ...rest,
    'Nhắn "đồng ý" hoặc "từ chối … : lý do" kèm mã.',
  ].join('\n')
}

/** One request on one line, for the chat and for the operator. */
export function sayLine({ code, right, state, dueAt }: DataRequest, name: string): string {
  const due = dueAt && state === 'open' ? `, trả lời chậm nhất ${sayMoment(dueAt)}` : ''
  return `• ${code} · ${name}: ${RIGHTS[right]}, ${STATES[state]}${due}`
}

export const COPY_CAPTION =
  'Bản sao dữ liệu Trợ lý đang lưu về đồng chí. Đề nghị không chuyển tiếp.'
