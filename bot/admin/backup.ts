import { backUp } from '../../prisma/backup.ts'
import { eraseAgain } from '../../core/data-request/erase-official.ts'
import { restore } from '../../prisma/restore.ts'
import type { Command } from './command.ts'
import { readErasures } from './data-requests.ts'
import { fileOf, show } from './command.ts'

/** Beside a running product or alone; the file holds personal data. */
const backupCommand: Command = {
  name: 'backup',
  takes: 'TỆP',
  does: 'sao lưu toàn bộ dữ liệu vào một tệp (chương trình vẫn chạy được)',
  run: async (office) => {
    const file = fileOf(office, 'backup')
    const rows = await backUp(office.databaseUrl, file)
    show(office, { file, rows }, () => [
      `Đã sao lưu ${rows} dòng vào ${file}. Tệp có dữ liệu cá nhân: hãy giữ như giữ cơ sở dữ liệu.`,
    ])
  },
}

const restoreCommand: Command = {
  name: 'restore',
  takes: 'TỆP [--erasures TỆP]',
  does: 'khôi phục bản sao lưu vào cơ sở dữ liệu trống (chương trình phải dừng)',
  run: async (office) => {
    const file = fileOf(office, 'restore')
    const { erasures } = office.options
    const gone = erasures ? await readErasures(erasures) : []
    const rows = await restore(office.databaseUrl, file)
    const erased = await office.transactions.run((tx) => eraseAgain(tx, gone))
    show(office, { file, rows, erased }, () => [
      `Đã khôi phục ${rows} dòng từ ${file}. Tin chưa kịp gửi lúc sao lưu được ghi là “không chắc đã tới” (admin deliveries), không tự gửi lại.`,
      ...(erased > 0 ? [`Đã xóa lại dữ liệu của ${erased} người theo danh sách.`] : []),
    ])
  },
}

export const BACKUP: readonly Command[] = [backupCommand, restoreCommand]
