import type { Card } from '../../core/card/card.ts'
import type { Paper } from '../../core/dossier/paper.ts'
import type { Instant } from '../../core/calendar/local-time.ts'
import { sayMoment } from './moments.ts'

const NAMES: Readonly<Record<Paper, string>> = {
  'nominations-letter': 'Tờ trình đề nghị khen thưởng kèm danh sách (dự thảo)',
  'nomination-list': 'Danh sách trích ngang (dự thảo)',
  'nomination-sheet': 'Danh sách trích ngang, bảng Excel (dự thảo)',
  'achievement-report':
    'Báo cáo thành tích (dự thảo); câu nào chưa có báo cáo làm căn cứ được đánh dấu để tác giả bổ sung',
  minutes: 'Biên bản họp Hội đồng (dự thảo)',
  decision: 'Quyết định khen thưởng (dự thảo)',
  'chasing-letter': 'Công văn đôn đốc kèm danh sách đơn vị (dự thảo)',
  summary: 'Báo cáo tổng hợp (dự thảo); mỗi số liệu kèm mã báo cáo gốc',
  dossier: 'Bộ hồ sơ (tệp nén): dự thảo, báo cáo gốc, minh chứng, mục lục và mã kiểm tra',
}

/** Said with each picture; all of them may be passed on. */
export const CARD_CAPTIONS: Readonly<Record<Card['kind'], string>> = {
  countdown: 'Ảnh đếm ngược. Đồng chí chuyển tiếp được vào nhóm.',
  progress: 'Ảnh tiến độ chung: chỉ có số đơn vị. Đồng chí chuyển tiếp được vào nhóm.',
  'unit-progress': 'Ảnh tiến độ của đơn vị.',
  thanks: 'Ảnh cảm ơn. Đồng chí chuyển tiếp được vào nhóm.',
}

/** Said with a file. */
export function sayFile(paper: Paper): string {
  return `${NAMES[paper]}. Số, ngày và chữ ký để trống; đề nghị kiểm tra trước khi trình.`
}

/** Why there is no file. */
export function sayNothingFor(paper: Paper): string {
  if (paper === 'chasing-letter') return 'Không có đơn vị nào cần đôn đốc.'
  return 'Chưa có hồ sơ đề nghị khen thưởng nào được trình để lập văn bản này. Xem hồ sơ, nhắn "hồ sơ chờ thẩm định".'
}

export const ASK_WHICH_PAPER =
  'Đồng chí cần văn bản nào? Nhắn, ví dụ: "xuất tờ trình", "xuất danh sách", "xuất excel", "xuất biên bản", "xuất quyết định", "soạn công văn đôn đốc", "xuất báo cáo tổng hợp" hoặc "xuất hồ sơ HS-024".'

export const ASK_WHICH_NOMINATION =
  'Đồng chí cần hồ sơ nào? Nhắn kèm mã, ví dụ: "xuất hồ sơ HS-024" hoặc "xuất báo cáo thành tích HS-024".'

/** Where a channel sends no files: the link, or who has the file. */
export function sayWhereFile(
  link: string | undefined,
  { until, office }: { until: Instant; office: string },
): string {
  if (link === undefined)
    return `Kênh này không gửi được tệp và hệ thống chưa có địa chỉ tải tệp. Đồng chí nhận tệp tại ${office}.`
  return `Tải tệp (đến ${sayMoment(until)}; không chuyển tiếp liên kết này): ${link}`
}

/** Who opens a link that leads nowhere, or no longer. */
export const FILE_GONE_PAGE = `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Không mở được tệp</title>
<body style="font: 1.1rem/1.6 system-ui, sans-serif; max-width: 34rem; margin: 4rem auto; padding: 0 1rem">
<h1 style="font-size: 1.4rem">Không mở được tệp</h1>
<p>Liên kết không đúng hoặc đã hết hạn. Liên kết tải tệp dùng được trong 7 ngày.</p>
<p>Đồng chí nhắn lại cho Trợ lý, ví dụ: <b>xuất tờ trình</b>, để nhận liên kết mới.</p>
</body>
</html>
`
