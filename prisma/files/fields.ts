import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

/** Text for comparing: without marks, case, spaces and punctuation. "Họ và tên" and "ho_va_ten" are one. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^a-z0-9]/g, '')
}

/** Text that must say something; runs of spaces become one. */
export const text = z
  .string()
  .transform((value) => value.replace(/\s+/gu, ' ').trim())
  .refine((value) => value !== '', { error: 'Không được để trống.' })

/** The code of a unit or an official, in capitals: codes are typed, so they keep to plain letters. */
export const code = z
  .string()
  .transform((value) => value.trim().toUpperCase())
  .refine((value) => /^[A-Z0-9](?:[A-Z0-9.-]{0,38}[A-Z0-9])?$/.test(value), {
    error: 'Mã chỉ gồm chữ cái không dấu, chữ số, dấu gạch nối, dấu chấm; nhiều nhất 40 ký tự.',
    abort: true,
  })

/** The name by which a file's parts speak of each other. */
export const identifier = z.string().refine((value) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value), {
  error: 'Chỉ dùng chữ thường không dấu, chữ số và dấu gạch nối, ví dụ "giay-khen-huyen".',
})

/** A day, as Vietnamese write it (d/m/yyyy) or as ISO 8601 does. */
export const localDate = z.string().transform((value, context) => {
  const date = parseDate(value.trim())
  if (date) return date
  context.addIssue({
    code: 'custom',
    message: `"${value}" không phải là một ngày có thật. Viết ngày/tháng/năm, ví dụ 25/10/2025.`,
  })
  return z.NEVER
})

/** A time of day: 16:30, 16h30, 8h. */
export const localTime = z.string().transform((value, context) => {
  const [, hour, minute] = /^(\d{1,2})(?:[:hg](\d{2})?)$/i.exec(value.trim()) ?? []
  if (hour !== undefined && Number(hour) < 24 && Number(minute ?? 0) < 60)
    return Temporal.PlainTime.from({ hour: Number(hour), minute: Number(minute ?? 0) })
  context.addIssue({
    code: 'custom',
    message: `"${value}" không phải là giờ trong ngày. Viết giờ:phút, ví dụ 16:30.`,
  })
  return z.NEVER
})

/** Several texts in one cell, between "|" or ";". A comma does not part them: it stands in names of offices. */
export const list = z.string().transform((value) =>
  value
    .split(/[|;\n]/)
    .map((part) => part.replace(/\s+/gu, ' ').trim())
    .filter((part) => part !== ''),
)

/** A whole number from 1. */
export const ordinal = z.string().transform((value, context) => {
  if (/^[1-9]\d{0,5}$/.test(value.trim())) return Number(value)
  context.addIssue({ code: 'custom', message: `"${value}" không phải là số nguyên từ 1.` })
  return z.NEVER
})

const YES = new Set(['co', 'x', 'yes', 'y', 'true', '1', 'dung'])
const NO = new Set(['khong', 'no', 'n', 'false', '0', 'sai'])

/** A cell that is ticked or not. */
export const yesNo = z.string().transform((value, context) => {
  const word = fold(value)
  if (YES.has(word) || NO.has(word)) return YES.has(word)
  context.addIssue({ code: 'custom', message: `"${value}" chưa rõ: ghi "có" hoặc "không".` })
  return z.NEVER
})

/** A telephone number of Vietnam, kept as ten digits; workbooks lose the leading zero of a number. */
export const phone = z.string().transform((value, context) => {
  const digits = value.replace(/[\s.()-]/g, '').replace(/^(?:\+?84|0)?(?=[2-9]\d{8,9}$)/, '0')
  if (/^0\d{9,10}$/.test(digits)) return digits
  context.addIssue({
    code: 'custom',
    message: 'Số điện thoại cần 10 chữ số, bắt đầu bằng 0 (hoặc +84).',
  })
  return z.NEVER
})

function parseDate(value: string): Temporal.PlainDate | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)
  const spoken = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(value)
  const [year, month, day] = iso ? iso.slice(1) : (spoken?.slice(1).reverse() ?? [])
  if (year === undefined) return undefined
  try {
    const parts = { year: Number(year), month: Number(month), day: Number(day) }
    return Temporal.PlainDate.from(parts, { overflow: 'reject' })
  } catch {
    return undefined
  }
}
