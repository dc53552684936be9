import { backUp } from '../../prisma/backup.ts'
import { restore } from '../../prisma/restore.ts'
import type { Command } from './command.ts'
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
  takes: 'TỆP',
  does: 'khôi phục bản sao lưu vào cơ sở dữ liệu trống (chương trình phải dừng)',
  run: async (office) => {
    const file = fileOf(office, 'restore')
    const rows = await restore(office.databaseUrl, file)
    show(office, { file, rows }, () => [
      `Đã khôi phục ${rows} dòng từ ${file}. Tin chưa kịp gửi lúc sao lưu được ghi là “không chắc đã tới” (admin deliveries), không tự gửi lại.`,
    ])
  },
}

export const BACKUP: readonly Command[] = [backupCommand, restoreCommand]
