import { fork, type Serializable } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Stage } from './stage.ts'

/** A program of ours in a process of its own, which ends when this process does. */
export type Program = {
  ask(message: Serializable): void
  /** The next thing it tells; rejects when it ends instead. */
  tells(): Promise<unknown>
}

export function startProgram(stage: Stage, name: string, ...args: string[]): Program {
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
