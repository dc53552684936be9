/** Runs `run` for `id` as soon as no other run of that id is under way; see `oneAtATime`. */
export type RunInTurn = (id: string, run: () => Promise<void>) => Promise<void>

/**
 * Keeps the runs of one id from overlapping in this process, so that many wakes of one long drain
 * take two places of a worker and not all of them. A run asked for while another is under way
 * follows it; asked for once more while that one waits, it is the same one, because what waits has
 * not looked at the tables yet. Each caller learns only of its own run's failure.
 */
export function oneAtATime(): RunInTurn {
  const underWay = new Map<string, Promise<void>>()
  const waiting = new Set<string>()

  return async (id, run) => {
    if (waiting.has(id)) return
    const before = underWay.get(id)
    if (before !== undefined) {
      waiting.add(id)
      await before
      waiting.delete(id)
    }
    // No await between here and `set`: two runs would slip past each other.
    const mine = run()
    const settled = mine.then(ignore, ignore)
    underWay.set(id, settled)
    try {
      await mine
    } finally {
      if (underWay.get(id) === settled) underWay.delete(id)
    }
  }
}

function ignore(): void {
  // The failure belongs to whoever asked for that run.
}
