import type { z } from 'zod'

const KINDS: Readonly<Record<string, string>> = {
  string: 'một đoạn chữ',
  number: 'một số',
  int: 'một số nguyên',
  boolean: 'true hoặc false',
  array: 'một danh sách (mỗi dòng bắt đầu bằng "- ")',
  object: 'một nhóm "tên: giá trị"',
}

/** What is wrong with a value, in Vietnamese; `where` tells whether people see a cell or a key. */
export function issueSentence(issue: z.core.$ZodIssue, where: 'cell' | 'key'): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input !== undefined)
        return `Chỗ này cần ${KINDS[issue.expected] ?? issue.expected}.`
      return where === 'cell' ? 'Ô này còn trống.' : `Thiếu mục "${String(issue.path.at(-1))}".`
    case 'invalid_value':
      return `Chỉ nhận: ${issue.values.map(String).join(', ')}.`
    case 'unrecognized_keys':
      return `Không biết mục "${issue.keys.join('", "')}".`
    case 'too_small':
      return issue.origin === 'array'
        ? `Cần ít nhất ${issue.minimum} dòng.`
        : `Số nhỏ nhất là ${issue.minimum}.`
    case 'too_big':
      return `Số lớn nhất là ${issue.maximum}.`
    default:
      return issue.message
  }
}
