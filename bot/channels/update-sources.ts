import { CallError, type CallFailure } from './call-error.ts'
import { fieldsOf, integerOf, listOf } from './json-fields.ts'
import type { PollTurn, UpdateSource } from './polling.ts'
import { ALLOWED_UPDATES, type TelegramApi } from './telegram/api.ts'
import type { ZaloBotApi } from './zalo/api.ts'

/** Seconds. Telegram may be left in the middle of a wait: what it was about to send, it sends again. */
const TELEGRAM_WAIT = 25
/** Seconds. Zalo forgets what it has sent, so a wait is never cut short and must be short itself. */
const ZALO_WAIT = 5

/**
 * Telegram's updates by `getUpdates`. An update is confirmed by the offset of a later call (Telegram
 * Bot API, getUpdates), which is sent only after storing it, and only until one call has brought it
 * there: after a quiet week update ids may start anew, below an offset that was kept.
 */
export function telegramUpdates(api: TelegramApi): UpdateSource {
  let offset: number | undefined
  return {
    keepsUnconfirmed: true,
    next: async (signal) => {
      try {
        const updates: unknown = await api.callApi(
          'getUpdates',
          {
            timeout: TELEGRAM_WAIT,
            limit: 100,
            allowed_updates: ALLOWED_UPDATES,
            ...(offset !== undefined && { offset }),
          },
          { signal },
        )
        offset = undefined
        return turnOf(listOf(updates)?.filter((update) => updateIdOf(update) !== undefined))
      } catch (error) {
        return failedTurn(error, [401, 404])
      }
    },
    stored: (update) => {
      const updateId = updateIdOf(update)
      if (updateId !== undefined) offset = updateId + 1
    },
  }
}

/** Zalo's events by `getUpdates`: one at a time, and gone once read. */
export function zaloUpdates(api: ZaloBotApi): UpdateSource {
  return {
    keepsUnconfirmed: false,
    next: async () => {
      try {
        const event = await api.getUpdates({ timeout: ZALO_WAIT })
        return turnOf(event === undefined ? [] : (listOf(event) ?? [event]))
      } catch (error) {
        return failedTurn(error, [401])
      }
    },
    stored: () => {
      // Reading was confirming.
    },
  }
}

/** What has none cannot be confirmed and would come for ever. */
function updateIdOf(update: unknown): number | undefined {
  return integerOf(fieldsOf(update)?.update_id)
}

function turnOf(updates: readonly unknown[] | undefined): PollTurn {
  if (updates === undefined) return { kind: 'failed', cause: 'outage' }
  return updates.length === 0 ? { kind: 'quiet' } : { kind: 'updates', updates }
}

function failedTurn(error: unknown, unauthorized: readonly number[]): PollTurn {
  if (!(error instanceof CallError)) return { kind: 'failed', cause: 'outage' }
  const { failure } = error
  if (failure.kind === 'refused' && unauthorized.includes(failure.code)) {
    return { kind: 'unauthorized' }
  }
  const waitMs = 'retryAfterMs' in failure ? failure.retryAfterMs : undefined
  const cause = causeOf(failure)
  return { kind: 'failed', cause, ...(waitMs !== undefined && { waitMs }) }
}

function causeOf(failure: CallFailure): Extract<PollTurn, { kind: 'failed' }>['cause'] {
  if (failure.kind === 'not-sent' || failure.kind === 'no-answer') return 'not-connected'
  const code = failure.kind === 'refused' ? failure.code : failure.status
  if (code === 429) return 'flood'
  if (code === 409) return 'conflict'
  return code >= 500 || failure.kind === 'unreadable' ? 'outage' : 'refused'
}
