import type { Instant } from '../../core/calendar/local-time.ts'
import { sayMoment } from './moments.ts'

/** Said with a file. `what` names it: "Tờ trình (dự thảo)". */
export function sayFile(what: string): string {
  return `${what}. Số, ngày và chữ ký để trống; đề nghị kiểm tra trước khi trình.`
}

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
