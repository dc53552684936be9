import type { Plan } from '../../../core/delivery/bot.ts'

/**
 * Zalo Bot Platform, free plan ("Gói Cơ bản"), as reported on 26/9/2026; cần kiểm tra in Zalo Bot Creator
 * before launch. Whether what people write counts as well is not documented, so it is taken to.
 */
export const ZALO_FREE_PLAN = { messages: 3_000, users: 50, counts: 'both' } as const satisfies Plan
