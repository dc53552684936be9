import type { IncomingMessage } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Disturbance, FaultPlan } from './faults.ts'
import { gatewayPage, json, type Answer } from './loopback-server.ts'
import type { z } from 'zod'
import {
  checkFields,
  readFields,
  type FieldProblem,
  type Fields,
  type FormTypes,
} from './request-fields.ts'

/** What the platform says no to. `code` is its `error_code`. */
export class ApiRefusal extends Error {
  readonly code: number
  readonly parameters: Readonly<Record<string, number>> | undefined

  constructor(code: number, description: string, parameters?: Readonly<Record<string, number>>) {
    super(description)
    this.code = code
    this.parameters = parameters
  }
}

/** Returns what goes into `result`, or throws an `ApiRefusal`. `signal` aborts when the caller left. */
export type ApiMethod = (fields: Fields, signal: AbortSignal) => unknown

/** One call to the Bot API as it was received and answered. */
export type ApiCall = {
  readonly method: string
  /** Its parameters; an upload appears as its name and size. */
  readonly fields: Fields
  /** Milliseconds since the epoch, by the stand-in's clock, when it came. */
  readonly at: number
  /** What was answered: HTTP status and body, or how it was not answered. */
  readonly answer: { readonly status: number; readonly body: string } | 'dropped' | 'silent'
}

/**
 * A method whose fields are checked strictly before it runs. `describe` words the refusal of a field
 * as the platform does.
 */
export function strictMethods(describe: (problem: FieldProblem) => string) {
  return <Value>(
      schema: z.ZodType<Value>,
      run: (fields: Value, signal: AbortSignal) => unknown,
    ): ApiMethod =>
    (fields, signal) => {
      const checked = checkFields(schema, fields)
      if ('problem' in checked) throw new ApiRefusal(400, describe(checked.problem))
      return run(checked.value, signal)
    }
}

export type BotApiOptions<Fault> = {
  readonly clock: () => number
  readonly methods: ReadonlyMap<string, ApiMethod>
  /** The name in `methods` that a name in the path means. */
  readonly methodNamed: (asked: string) => string
  readonly formTypes: FormTypes
  /** Throws an `ApiRefusal` for a token that is not the bot's. */
  readonly checkToken: (token: string) => void
  readonly refuse: (refusal: ApiRefusal) => Answer
  readonly faults: FaultPlan<Fault>
  readonly disturb: (fault: Fault) => Disturbance
  /** The refusal of a call that comes too soon after others. */
  readonly gate: (method: string) => Answer | undefined
  readonly log: (call: ApiCall) => void
  /** Answers whatever is no API call (media). */
  readonly otherwise: (path: string) => Answer | undefined
}

const API_PATH = /^\/bot([^/]+)\/([^/]+)$/

/** The HTTP side of a Bot API: `/bot<token>/<method>`, with faults and a log of all calls. */
export function botApi<Fault>(options: BotApiOptions<Fault>) {
  return async (request: IncomingMessage, signal: AbortSignal): Promise<Answer> => {
    const path = decodeURI(new URL(request.url ?? '/', 'http://stand-in').pathname)
    const [, token, asked] = API_PATH.exec(path.replaceAll(/%3A/gi, ':')) ?? []
    if (token === undefined || asked === undefined) {
      return options.otherwise(path) ?? gatewayPage(404, '404 Not Found')
    }
    const at = options.clock()
    const method = options.methodNamed(asked)
    const fields = await readFields(request, options.formTypes)
    const answer = await answerOrDisturb(options, { token, method, fields, signal })
    options.log({ method, fields: withoutBytes(fields ?? {}), at, answer: summarize(answer) })
    return answer
  }
}

function chatNamedIn(fields: Fields | undefined): string | undefined {
  const chat = fields?.['chat_id']
  return typeof chat === 'string' || typeof chat === 'number' ? String(chat) : undefined
}

type Call = {
  readonly token: string
  readonly method: string
  readonly fields: Fields | undefined
  readonly signal: AbortSignal
}

async function answerOrDisturb<Fault>(options: BotApiOptions<Fault>, call: Call): Promise<Answer> {
  const fault = options.faults.takeForCall(call.method, chatNamedIn(call.fields))
  if (!fault) return answerCall(options, call)
  const { delayMs, accepted, answer } = options.disturb(fault)
  if (delayMs !== undefined) {
    // Ends early when the caller hangs up: the message is accepted all the same.
    await sleep(delayMs, undefined, { signal: call.signal }).catch(() => undefined)
  }
  const own = accepted ? await answerCall(options, call) : undefined
  return answer ?? own ?? { kind: 'dropped' }
}

async function answerCall<Fault>(options: BotApiOptions<Fault>, call: Call): Promise<Answer> {
  try {
    options.checkToken(call.token)
    const method = options.methods.get(call.method)
    if (!method) throw new ApiRefusal(404, 'Not Found')
    if (!call.fields) throw new ApiRefusal(400, 'Bad Request: body is not an object')
    const tooSoon = options.gate(call.method)
    if (tooSoon) return tooSoon
    return json(200, { ok: true, result: await method(call.fields, call.signal) })
  } catch (error) {
    if (error instanceof ApiRefusal) return options.refuse(error)
    throw error
  }
}

function withoutBytes(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      value instanceof File ? { name: value.name, size: value.size } : value,
    ]),
  )
}

function summarize(answer: Answer): ApiCall['answer'] {
  if (answer.kind !== 'reply') return answer.kind
  return { status: answer.status, body: String(answer.body) }
}

/** Keeps the last `limit` calls, oldest first. */
export function createCallLog(limit: number) {
  const calls: ApiCall[] = []
  return {
    calls: calls as readonly ApiCall[],
    add(call: ApiCall) {
      calls.push(call)
      // In one piece now and then: shifting a long array at every call costs more than the call.
      if (calls.length > limit * 1.1) calls.splice(0, calls.length - limit)
    },
    clear() {
      calls.length = 0
    },
  }
}
