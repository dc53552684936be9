import type { DossierPart } from '../../core/dossier/dossier.ts'
import type { HoldCategory } from '../../core/nomination/history.ts'
import type { NominationAction } from '../../core/nomination/nomination-action.ts'
import type { MissingField, NominationState } from '../../core/nomination/nomination.ts'

/** Where a nomination is, in the words of the office. */
export const STATE_NAMES: Record<NominationState, string> = {
  draft: 'bản nháp của đơn vị',
  'awaiting-endorsement': 'chờ ý kiến người đứng đầu đơn vị',
  endorsed: 'người đứng đầu đã đồng ý, chưa trình',
  submitted: 'đã trình, chờ tiếp nhận',
  received: 'đã tiếp nhận',
  returned: 'đề nghị bổ sung',
  'under-appraisal': 'đang thẩm định',
  eligible: 'đủ điều kiện',
  ineligible: 'không đủ điều kiện',
  'on-hold': 'đang được xem xét thêm',
  'before-council': 'chờ Hội đồng xét',
  'not-passed': 'Hội đồng chưa thông qua',
  'awaiting-signature': 'đang trình ký',
  decided: 'đã có quyết định',
  'nominated-upward': 'đã đề nghị cấp trên khen thưởng',
  notified: 'đã thông báo quyết định',
  announced: 'đã công bố',
  awarded: 'đã trao thưởng',
  archived: 'đã lưu trữ',
  withdrawn: 'đã rút',
  revoked: 'quyết định đã bị hủy',
  transferred: 'đã chuyển sang đơn vị mới',
}

/** What can be done with it, as it follows "chưa … được". */
export const ACTION_NAMES: Record<NominationAction, string> = {
  'request-endorsement': 'xin ý kiến người đứng đầu',
  endorse: 'cho ý kiến đồng ý',
  decline: 'cho ý kiến không trình',
  submit: 'trình',
  receive: 'tiếp nhận',
  return: 'trả lại để bổ sung',
  resubmit: 'gửi lại sau bổ sung',
  appraise: 'thẩm định',
  'find-eligible': 'kết luận đủ điều kiện',
  'find-ineligible': 'kết luận không đủ điều kiện',
  reconsider: 'xem lại kết luận thẩm định',
  hold: 'tạm dừng',
  resume: 'xử lý tiếp',
  'put-before-council': 'đưa ra Hội đồng',
  'pass-over': 'ghi Hội đồng chưa thông qua',
  'send-for-signature': 'trình ký',
  'send-back-to-council': 'đưa lại Hội đồng',
  'nominate-upward': 'đề nghị cấp trên',
  'resume-lower': 'trình ký tiếp ở cấp mình',
  'record-decision': 'ghi quyết định',
  'cancel-decision-entry': 'bỏ phần ghi quyết định',
  notify: 'thông báo quyết định',
  announce: 'công bố',
  award: 'ghi đã trao',
  archive: 'lưu trữ',
  withdraw: 'rút',
  revoke: 'hủy quyết định',
  transfer: 'chuyển đơn vị',
}

export const FIELD_NAMES: Record<MissingField, string> = {
  nominee: 'họ tên, chức vụ hoặc tên tập thể',
  achievement: 'thành tích',
  award: 'hình thức khen',
}

export const PART_NAMES: Record<DossierPart, string> = {
  letter: 'tờ trình kèm danh sách',
  report: 'báo cáo thành tích có xác nhận',
  minutes: 'biên bản xét',
  initiative: 'giấy công nhận sáng kiến',
}

export const HOLD_NAMES: Record<HoldCategory, string> = {
  discipline: 'xem xét, thi hành kỷ luật',
  inspection: 'thanh tra, kiểm tra, xác minh',
  complaint: 'giải quyết khiếu nại, tố cáo',
}
