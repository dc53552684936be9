import type { CheckedRow, RowProblem } from '../../core/nomination/draft-list.ts'
import { isTaken } from '../../core/nomination/draft-list.ts'
import type { Nomination } from '../../core/nomination/nomination.ts'
import { missingFields } from '../../core/nomination/nomination.ts'
import { shorten } from './people.ts'

const MOST_NAMED = 7

function sayProblem(problem: RowProblem): string {
  switch (problem.kind) {
    case 'no-name':
      return 'chưa đọc được họ tên, để lại'
    case 'same-row':
      return `trùng dòng ${problem.row}, để lại`
    case 'nominated':
      return `đã có ${problem.code}, để lại`
    case 'unit-closed':
      return `${problem.unit} không còn hoặc chưa hoạt động, để lại`
    case 'no-award':
      return 'hiện không nhận đề nghị cho đối tượng này, để lại'
    case 'no-achievement':
      return 'chưa có thành tích, lập nháp rồi bổ sung'
  }
}

function sayRow({ row, proposal, problem }: CheckedRow): string {
  const { nomineeName = '', position, achievement = '' } = proposal
  const who = [nomineeName, position].filter(Boolean).join(', ')
  const what = achievement === '' ? '' : `: ${shorten(achievement, 50)}`
  return `${row}. ${shorten(who === '' ? '(trống)' : who, 60)}${what}${problem ? ` [${sayProblem(problem)}]` : ''}`
}

/** Every row as it was read, the problems first where there are too many rows for a phone. */
export function sayCheckedList(rows: readonly CheckedRow[], taken: number): string {
  const shown =
    rows.length <= MOST_NAMED
      ? rows
      : [...rows.filter(({ problem }) => problem), ...rows.filter(({ problem }) => !problem)]
          .slice(0, MOST_NAMED)
          .sort((a, b) => a.row - b.row)
  const more = rows.length - shown.length
  const left = rows.filter((row) => !isTaken(row)).length
  return [
    `Đọc được ${rows.length} dòng, lập được ${taken} hồ sơ${left > 0 ? `, để lại ${left}` : ''}. Chưa lưu gì.`,
    ...shown.map(sayRow),
    ...(more > 0 ? [`… và ${more} dòng khác, không vướng gì.`] : []),
    taken === 0 ? 'Đề nghị sửa lại danh sách rồi gửi lại.' : 'Lập bản nháp?',
  ].join('\n')
}

/** The drafts that were opened, and what to do next. */
export function sayListDrafted(drafts: readonly Nomination[]): string {
  const lines = drafts
    .slice(0, MOST_NAMED)
    .map(
      (draft) =>
        `${draft.code} · ${draft.nomineeName}${missingFields(draft).length > 0 ? ' (còn thiếu thông tin)' : ''}`,
    )
  const more = drafts.length > MOST_NAMED ? [`… và ${drafts.length - MOST_NAMED} hồ sơ khác.`] : []
  return [
    `Đã lập ${drafts.length} bản nháp:`,
    ...lines,
    ...more,
    `Nhắn "trình ${drafts[0]?.code ?? 'HS-…'}" để xin ý kiến người đứng đầu từng hồ sơ.`,
  ].join('\n')
}
