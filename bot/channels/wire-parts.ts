import type { WirePart } from '../../core/delivery/channel.ts'

/** Payloads as the numbered parts of one message. */
export function wireParts(payloads: readonly WirePart['payload'][]): readonly WirePart[] {
  return payloads.map((payload, index) => ({ index, of: payloads.length, payload }))
}
