import type { SettingStore } from '../setting-store.ts'
import type { CouncilRule } from './council.ts'
import { DEFAULT_RULE } from './council.ts'

const nameOf = (campaignId: string): string => `council-rule:${campaignId}`

/** How votes count in the campaign's council: as its office set it, else the default, unconfirmed. */
export async function councilRule(
  settings: Pick<SettingStore, 'find'>,
  campaignId: string,
): Promise<CouncilRule> {
  const stored = await settings.find(nameOf(campaignId))
  return stored === undefined ? DEFAULT_RULE : (JSON.parse(stored) as CouncilRule)
}

/** Sets it for the sessions to come; an open one goes on by the rule it was opened with. */
export async function setCouncilRule(
  settings: Pick<SettingStore, 'set'>,
  campaignId: string,
  rule: CouncilRule,
): Promise<void> {
  await settings.set(nameOf(campaignId), JSON.stringify(rule))
}
