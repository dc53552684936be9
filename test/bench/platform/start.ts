import { startProgram } from '../program.ts'
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
