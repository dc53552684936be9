import { setTimeout as sleep } from 'node:timers/promises'
import type { ZaloBotApi } from './api.ts'

const ASK_AGAIN_MS = 60_000

/**
 * Whether Zalo lets the bot into groups, as `can_join_groups` of getMe says (a beta that not every bot
 * has). Asked beside the work, each minute until the platform has answered; until then: no.
 */
export function watchGroups(api: Pick<ZaloBotApi, 'getMe'>, signal: AbortSignal): () => boolean {
  let open = false
  const ask = async (): Promise<void> => {
    while (!signal.aborted) {
      try {
        open = (await api.getMe()).can_join_groups === true
        return
      } catch {
        await sleep(ASK_AGAIN_MS, undefined, { signal, ref: false }).catch(() => undefined)
      }
    }
  }
  void ask()
  return () => open
}
