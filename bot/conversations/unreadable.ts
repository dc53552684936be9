import { localDateOf } from '../../core/calendar/local-time.ts'
import type { InboundEvent } from '../../core/delivery/channel.ts'
import { KEPT_VOICE, STICKER, UNREADABLE } from '../texts/help.ts'
import type { Answer, Turn } from './turn.ts'

type Opaque = Extract<InboundEvent, { kind: 'opaque' }>

/** A sticker says nothing that could be kept: how to say it is told once a day. */
export function sticker(turn: Turn): Answer {
  return onceADay(turn, STICKER)
}

/** A voice message is kept as evidence; its words have to be typed. */
export function adviseToType(kept: Answer): Answer {
  return kept.text === undefined ? kept : { ...kept, text: `${kept.text}\n${KEPT_VOICE}` }
}

/** Content the platform hid is explained to a known sender. */
export function tellUnreadable(turn: Turn, event: Opaque): Answer {
  if (event.from === undefined || event.conversation.kind === 'group') return { what: 'unreadable' }
  return onceADay(turn, UNREADABLE)
}

/** What cannot be read is explained, once a day at most. */
function onceADay({ tx, state }: Turn, text: string): Answer {
  const today = localDateOf(tx.now).toString()
  if (state.toldUnreadableOn === today) return { what: 'unreadable' }
  return { what: 'unreadable', text, state: { toldUnreadableOn: today } }
}
