import * as channels from '../../../bot/texts/channels.ts'
import { monthOf } from '../../../core/delivery/budget.ts'
import type { BotKey } from '../../../core/delivery/bot.ts'
import type { BudgetStanding } from '../../../core/delivery/read-budget.ts'
import type { Longest } from './longest.ts'
import { NOTICES } from './notice-samples.ts'
import { REFUSALS } from './refusal-samples.ts'
import { message, samplesOf } from './sample.ts'

export function budgetSample({ now }: Longest): BudgetStanding {
  const bot = { key: 'zalo:7000000000000000002' as BotKey, channel: 'zalo' } as const
  return { bot, month: monthOf(now), used: 2_520, limit: 3_000, level: 'warned' }
}

/** What is said of the channels themselves. */
export const CHANNEL_SAMPLES = samplesOf(channels, {
  sayChannelBudget: (longest) =>
    message(...NOTICES['channel-budget'](longest).map(channels.sayChannelBudget)),
  sayChannelRests: (longest) =>
    message(...NOTICES['channel-rests'](longest).map(channels.sayChannelRests)),
  sayChannelFull: (longest) =>
    message(...NOTICES['channel-full'](longest).map(channels.sayChannelFull)),
  sayLoopStopped: (longest) =>
    message(...NOTICES['loop-stopped'](longest).map(channels.sayLoopStopped)),
  sayBotFull: (longest) => message(...REFUSALS['bot-full'](longest).map(channels.sayBotFull)),
  sayOtherBot: (longest) => message(...REFUSALS['other-bot'](longest).map(channels.sayOtherBot)),
  sayForecast: (longest) => message(channels.sayForecast(budgetSample(longest), 600)),
})
