import { gatewayPage, json, type Answer } from './loopback-server.ts'

/**
 * What may go wrong on any platform. `accepted` says whether the person sees the message although
 * the caller never learns of it.
 */
export type CommonFault =
  | { readonly kind: 'refused'; readonly code: number; readonly description: string }
  /** A gateway's HTML page; `accepted` is false unless said. */
  | {
      readonly kind: 'server-error'
      readonly status: 500 | 502 | 503 | 504
      readonly accepted?: boolean
    }
  /** The socket closes without an answer; `accepted` is true unless said. */
  | { readonly kind: 'dropped'; readonly accepted?: boolean }
  /** Accepted, and the answer never comes. */
  | { readonly kind: 'unanswered' }
  /** Accepted, `ok: true`, and no message id. */
  | { readonly kind: 'without-receipt' }
  /** Accepted, HTTP 200, and a body that is no JSON. */
  | { readonly kind: 'not-json' }
  | { readonly kind: 'slow'; readonly delayMs: number }

/** A fault reduced to what the server does: wait, let the call happen or not, and answer otherwise. */
export type Disturbance = {
  readonly delayMs?: number
  readonly accepted: boolean
  readonly answer?: Answer
}

/** Which calls a fault meets: any, unless a method or chat is named; once, unless `times` says more. */
export type FaultTarget = {
  readonly method?: string
  readonly chat?: string | number
  readonly times?: number
}

/** Handed to the app twice at the same moment, as a platform does that missed our first 2xx. */
export type TwicePushed = { readonly kind: 'pushed-twice' }

export type Faults<Fault> = {
  /** Lays a fault in wait; several that fit one call strike one after the other, oldest first. */
  next(fault: FaultTarget & (Fault | TwicePushed)): void
  clear(): void
}

export type FaultPlan<Fault> = Faults<Fault> & {
  takeForCall(method: string, chat: string | undefined): Fault | undefined
  takeForPush(chat: string): boolean
}

type Waiting<Fault> = { readonly target: FaultTarget; readonly fault: Fault; left: number }

/** Nothing goes wrong until `next` is called. */
export function createFaultPlan<Fault extends { readonly kind: string }>(): FaultPlan<Fault> {
  const calls: Waiting<Fault>[] = []
  const pushes: Waiting<TwicePushed>[] = []
  return {
    next(fault) {
      const left = fault.times ?? 1
      if (isForPush(fault)) pushes.push({ target: fault, fault, left })
      else calls.push({ target: fault, fault, left })
    },
    clear() {
      calls.length = 0
      pushes.length = 0
    },
    takeForCall: (method, chat) => take(calls, method, chat),
    takeForPush: (chat) => take(pushes, undefined, chat) !== undefined,
  }
}

/** What a fault that every platform knows does to a call. `refuse` words a refusal as the platform does. */
export function disturb(
  fault: CommonFault,
  refuse: (code: number, description: string) => Answer,
): Disturbance {
  switch (fault.kind) {
    case 'refused':
      return { accepted: false, answer: refuse(fault.code, fault.description) }
    case 'server-error':
      return {
        accepted: fault.accepted ?? false,
        answer: gatewayPage(fault.status, `${fault.status} server error`),
      }
    case 'dropped':
      return { accepted: fault.accepted ?? true, answer: { kind: 'dropped' } }
    case 'unanswered':
      return { accepted: true, answer: { kind: 'silent' } }
    case 'without-receipt':
      return { accepted: true, answer: json(200, { ok: true, result: {} }) }
    case 'not-json':
      return { accepted: true, answer: gatewayPage(200, 'Welcome') }
    case 'slow':
      return { accepted: true, delayMs: fault.delayMs }
  }
}

function isForPush(
  fault: FaultTarget & { readonly kind: string },
): fault is FaultTarget & TwicePushed {
  return fault.kind === 'pushed-twice'
}

function take<Fault>(
  waiting: Waiting<Fault>[],
  method: string | undefined,
  chat: string | undefined,
): Fault | undefined {
  const index = waiting.findIndex(
    ({ target }) =>
      (target.method === undefined || target.method === method) &&
      (target.chat === undefined || String(target.chat) === chat),
  )
  const found = waiting[index]
  if (!found) return undefined
  found.left -= 1
  if (found.left <= 0) waiting.splice(index, 1)
  return found.fault
}
