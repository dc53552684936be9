import type { DeadlineKind } from '../../core/duty/deadline-rule.ts'

/** What each kind of deadline asks for, where the plan gives it no name of its own. */
export const DEADLINE_TITLES = {
  'unit-plan': 'kế hoạch của đơn vị',
  report: 'báo cáo định kỳ',
  'interim-review': 'báo cáo sơ kết',
  'final-review': 'báo cáo tổng kết',
  'campaign-end': 'ngày cuối của phong trào',
  nomination: 'hồ sơ đề nghị khen thưởng',
  'before-event': 'hồ sơ gửi trước sự kiện',
  step: 'giải quyết một bước của hồ sơ',
  supplement: 'hồ sơ bổ sung',
  'upward-submission': 'hồ sơ trình cấp trên',
  ceremony: 'lễ tổng kết, trao thưởng',
  statistics: 'báo cáo thống kê',
  archive: 'nộp lưu hồ sơ',
  'data-request': 'trả lời yêu cầu về dữ liệu cá nhân',
  'law-change': 'ngày quy định mới có hiệu lực',
} as const satisfies Record<DeadlineKind, string>
