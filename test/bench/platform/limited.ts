/** Begins anew, with so many messages allowed in any sliding second; null: any number. */
export type Asked = { readonly allow: number | null }

/** What was accepted since the last question, in order: to which chat, and when by the monotonic clock. */
export type Arrived = {
  readonly chats: readonly number[]
  readonly atMs: readonly number[]
  readonly refused: number
}
