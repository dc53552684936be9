/* global setTimeout, clearTimeout */

const SHOWN_MS = 3500

/**
 * Shows the bot's note on a press over the chat for a moment, as Telegram does; once, and not the one
 * that was there before the chat was opened.
 */
export function noteShower(place) {
  let last
  let hiding
  const show = (text) => {
    place.textContent = text
    place.hidden = false
    clearTimeout(hiding)
    hiding = setTimeout(() => (place.hidden = true), SHOWN_MS)
  }
  const take = (note = { id: '' }) => {
    if (last !== undefined && note.id !== last && note.text) show(note.text)
    last = note.id
  }
  take.forget = () => {
    last = undefined
    place.hidden = true
  }
  return take
}
