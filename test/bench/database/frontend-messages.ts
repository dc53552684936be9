export type Note = {
  readonly executed: (text: string) => void
  readonly waited: () => void
}

/**
 * Reads what a client sends to PostgreSQL on one connection (PostgreSQL documentation, Frontend/Backend
 * Protocol, Message Formats): a start-up message, then a letter, a length and a body for each message.
 */
export class FrontendReader {
  readonly #note: Note
  readonly #prepared = new Map<string, string>()
  readonly #portals = new Map<string, string>()
  #rest = Buffer.alloc(0)
  #isStarted = false

  constructor(note: Note) {
    this.#note = note
  }

  read(bytes: Buffer): void {
    this.#rest = Buffer.concat([this.#rest, bytes])
    for (;;) {
      const header = this.#isStarted ? 1 : 0
      if (this.#rest.length < header + 4) return
      const end = header + this.#rest.readInt32BE(header)
      if (this.#rest.length < end) return
      const letter = header === 0 ? '' : String.fromCharCode(this.#rest[0] ?? 0)
      this.#take(letter, this.#rest.subarray(header + 4, end))
      this.#isStarted = true
      this.#rest = this.#rest.subarray(end)
    }
  }

  /** Parse, Bind, Execute and Sync of the extended protocol; Query is all of them in one. */
  #take(letter: string, body: Buffer): void {
    const [first = '', second = ''] = body.toString('latin1').split('\0', 2)
    if (letter === 'P') this.#prepared.set(first, second)
    if (letter === 'B') this.#portals.set(first, this.#prepared.get(second) ?? '')
    if (letter === 'E') this.#note.executed(this.#portals.get(first) ?? '')
    if (letter === 'Q') this.#note.executed(first)
    if (letter === 'Q' || letter === 'S') this.#note.waited()
  }
}
