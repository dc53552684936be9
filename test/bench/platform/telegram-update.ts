/** A report as an official types it, in words that were never sent before. */
export function reportSentence(n: number): string {
  const day = String(1 + (n % 17)).padStart(2, '0')
  return `${day}/10 tổ chức ${2 + (n % 8)} hội nghị tuyên truyền, ${100 + n} lượt người dự`
}

/** An update with a private text message (Telegram Bot API, Update, Message), as JSON. */
export function textUpdate(message: {
  n: number
  chatId: number
  text: string
  date: number
}): string {
  const { n, chatId, text, date } = message
  const person = { id: chatId, first_name: `Người ${chatId}` }
  const start = /^\/start\b/.test(text)
  return JSON.stringify({
    update_id: 1_000_000 + n,
    message: {
      message_id: n,
      from: { ...person, is_bot: false, language_code: 'vi' },
      chat: { ...person, type: 'private' },
      date,
      text,
      ...(start && { entities: [{ type: 'bot_command', offset: 0, length: 6 }] }),
    },
  })
}
