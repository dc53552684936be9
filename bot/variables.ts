import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

/** 0 means without a bound. */
function count(what: string) {
  const sentence = `phải là ${what}, một số từ 0 trở lên (0: không giới hạn)`
  return z
    .string()
    .regex(/^\d{1,9}$/u, sentence)
    .transform(Number)
    .optional()
}

/** Every variable the product reads. An empty one counts as not set. */
export const VARIABLES = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(?:ql)?:\/\/.+/u, 'phải có dạng postgresql://người-dùng:mật-khẩu@máy:cổng/tên')
    .optional(),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\/.+/u, 'phải có dạng redis://máy:cổng')
    .optional(),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/u, 'phải là số cổng từ 0 đến 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'phải là số cổng từ 0 đến 65535')
    .default(8080),
  PUBLIC_URL: z
    .url({
      protocol: /^https?$/u,
      error: 'phải là địa chỉ đầy đủ, ví dụ https://thidua.example.vn',
    })
    .optional(),
  DATA_DIR: z.string().default('.data'),
  CLOCK: z
    .string()
    .refine(isInstant, 'phải là một thời điểm, ví dụ 2025-10-20T08:00:00+07:00')
    .transform((text) => Temporal.Instant.from(text))
    .optional(),
  NODE_ENV: z.string().optional(),
  FALLBACK_HOURS: count('số giờ làm việc'),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]+$/u, 'phải có dạng số:chuỗi-bí-mật như BotFather cấp')
    .optional(),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{1,256}$/u, 'phải gồm 1–256 chữ cái không dấu, chữ số, dấu _ hoặc -')
    .optional(),
  TELEGRAM_API_ROOT: z.url('phải là một địa chỉ đầy đủ').optional(),
  TELEGRAM_MODE: z.enum(['webhook', 'polling'], 'phải là webhook hoặc polling').optional(),
  TELEGRAM_BOT_NAME: z.string().regex(/^\w+$/u, 'là tên bot không có dấu @').optional(),
  ZALO_BOT_TOKEN: z
    .string()
    .regex(/^\d+:\S+$/u, 'phải có dạng số:chuỗi-bí-mật như Zalo Bot Creator cấp')
    .optional(),
  ZALO_BOT_TOKENS: z
    .string()
    .transform((text) => text.split(/[\s,;]+/u).filter((token) => token !== ''))
    .refine(
      (tokens) => tokens.length > 0 && tokens.every((token) => /^\d+:\S+$/u.test(token)),
      'phải gồm các mã dạng số:chuỗi-bí-mật, cách nhau bằng dấu phẩy',
    )
    .optional(),
  ZALO_MONTHLY_MESSAGES: count('số tin mỗi tháng của một bot'),
  ZALO_MOST_USERS: count('số người dùng của một bot'),
  ZALO_COUNTS: z.enum(['both', 'sent'], 'phải là both hoặc sent').optional(),
  ZALO_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\x21-\x7e]{8,256}$/u, 'phải gồm 8–256 ký tự không dấu, không có khoảng trắng')
    .optional(),
  ZALO_API_ROOT: z.url('phải là một địa chỉ đầy đủ').optional(),
  ZALO_MODE: z.enum(['webhook', 'polling'], 'phải là webhook hoặc polling').optional(),
  ZALO_BOT_NAME: z.string().optional(),
})

export type Values = z.infer<typeof VARIABLES>

function isInstant(text: string): boolean {
  try {
    Temporal.Instant.from(text)
    return true
  } catch {
    return false
  }
}
