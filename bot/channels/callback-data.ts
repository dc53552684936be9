/** Version of the form, so that buttons of an older release are recognised as such and not misread. */
const FORM = /^c1:([A-Za-z0-9]{1,16}):(0|[1-9]\d{0,3})$/

/** Which option of which set of choices a button stands for; `optionIndex` counts from 0. */
export type ButtonTarget = { readonly setId: string; readonly optionIndex: number }

/**
 * What a button carries: `c1:<set id>:<index>`, at most 24 bytes, well within the 1–64 bytes of
 * Telegram Bot API, InlineKeyboardButton.callback_data. Throws a RangeError for an id that is not
 * 1–16 letters and digits, since such a button could never be read again.
 */
export function callbackData({ setId, optionIndex }: ButtonTarget): string {
  const data = `c1:${setId}:${optionIndex}`
  if (!FORM.test(data)) throw new RangeError('a choice set needs an id of 1-16 letters and digits')
  return data
}

/** The target of a pressed button; nothing when we did not make the button. */
export function readCallbackData(data: unknown): ButtonTarget | undefined {
  const [, setId, index] = (typeof data === 'string' ? FORM.exec(data) : null) ?? []
  return setId === undefined ? undefined : { setId, optionIndex: Number(index) }
}
