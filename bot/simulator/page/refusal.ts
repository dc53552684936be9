/** What the page is told when something cannot be done: one sentence for the person in front of it. */
export class PageRefusal extends Error {
  override readonly name = 'PageRefusal'
  readonly statusCode: number

  constructor(statusCode: 400 | 404 | 409 | 413 | 503, sentence: string) {
    super(sentence)
    this.statusCode = statusCode
  }
}
