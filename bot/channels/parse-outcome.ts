import type { InboundEvent, ParseOutcome } from '../../core/delivery/channel.ts'

export function accept(event: InboundEvent): ParseOutcome {
  return { ok: true, event }
}

/** Known and of no meaning to us. `reason` may name what came and is cut down to a label. */
export function ignore(reason: string): ParseOutcome {
  return { ok: false, disposition: 'ignore', reason: labelOf(reason) }
}

/** Of a shape we do not know. */
export function quarantine(reason: string): ParseOutcome {
  return { ok: false, disposition: 'quarantine', reason: labelOf(reason) }
}

/** A name that somebody else chose, in a form that cannot harm a metric or carry content. */
export function labelOf(name: string): string {
  const label = name.slice(0, 48).replace(/[^A-Za-z0-9_.-]+/g, '_')
  return label === '' ? 'unnamed' : label
}
