/**
 * Writes one thing at a time by statements for many: what arrives while a statement runs is written by the
 * next. Each caller waits for the statement that holds its own, and learns of no other's failure.
 */
export function groupCommit<T>(
  write: (things: readonly T[]) => Promise<void>,
): (thing: T) => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  let next: { readonly things: T[]; readonly written: Promise<void> } | undefined
  return (thing) => {
    if (next) {
      next.things.push(thing)
      return next.written
    }
    const things = [thing]
    const written = last.then(() => {
      next = undefined
      return write(things)
    })
    next = { things, written }
    last = written.catch(() => undefined)
    return written
  }
}
