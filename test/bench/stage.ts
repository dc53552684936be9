import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where a benchmark takes place, and what has to be put away after it. */
export type Stage = {
  /** The project's folder. */
  readonly root: string
  /** A folder of this run, gone after it. */
  readonly folder: string
  /** Tells whoever waits what is being done. */
  readonly say: (line: string) => void
  /** To be put away at the end; what came last goes first. */
  later(putAway: () => Promise<void>): void
  /** Puts everything away; calling it again waits for the same. */
  clear(): Promise<void>
}

export async function openStage(root: string, say: (line: string) => void): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'thi-dua-bench-'))
  await chmod(folder, 0o711) // as root, the database server's account has to pass
  const things: (() => Promise<void>)[] = [() => rm(folder, { recursive: true, force: true })]
  let cleared: Promise<void> | undefined
  const clear = async (): Promise<void> => {
    for (let putAway = things.pop(); putAway; putAway = things.pop())
      await putAway().catch((error: unknown) => say(`could not be put away: ${String(error)}`))
  }
  return {
    root,
    folder,
    say,
    later: (putAway) => {
      things.push(putAway)
    },
    clear: () => (cleared ??= clear()),
  }
}
