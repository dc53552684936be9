import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Serializable } from 'node:child_process'
import type { Stage } from '../stage.ts'
import type { Load, Loaded, Outcome } from './load.ts'

export type Platform = {
  /** What `TELEGRAM_API_ROOT` points to. */
  readonly apiRoot: string
  /** Makes a load; one at a time. Rejects when a reply was lost. */
  load(load: Load): Promise<Loaded>
}

/** Starts the platform's two sides, each a process of its own: where replies arrive, and who writes. */
export async function startPlatform(stage: Stage): Promise<Platform> {
  const sink = startProgram(stage, 'bot-api-sink')
  const { port } = (await sink.tells()) as { port: number }
  const apiRoot = `http://127.0.0.1:${port}`
  const generator = startProgram(stage, 'load-generator', apiRoot)
  await generator.tells()
  return {
    apiRoot,
    load: async (load) => {
      const outcome = generator.tells()
      generator.ask(load)
      const told = (await outcome) as Outcome
      if ('failed' in told) throw new Error(told.failed)
      return told.done
    },
  }
}

type Program = {
  ask(message: Serializable): void
  /** The next thing it tells; rejects when it ends instead. */
  tells(): Promise<unknown>
}

/** A program of ours, which ends by itself when this process does. */
function startProgram(stage: Stage, name: string, ...args: string[]): Program {
  const child = fork(join(stage.root, 'dist', 'bench', `${name}.js`), args, { execArgv: [] })
  const ended = once(child, 'exit')
  stage.later(async () => {
    if (child.connected) child.disconnect()
    await ended
  })
  return {
    ask: (message) => void child.send(message),
    tells: async () => {
      const ending = ended.then(() => Promise.reject(new Error(`the program ${name} has ended`)))
      const [told] = (await Promise.race([once(child, 'message'), ending])) as [unknown]
      return told
    },
  }
}
