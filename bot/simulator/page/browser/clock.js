/* global document, setInterval */
import { dayOf, fieldValueOf, momentOf, timeOf } from './moments.js'
import { tell } from './server.js'

const byId = (id) => document.getElementById(id)

/**
 * The simulation's clock, which runs on by itself between two looks at the server's. `onTick` is given
 * the time of day every second; `onMove` is called when the clock was moved from here.
 */
export function clockPanel({ onTick, onMove }) {
  let ahead = 0
  const now = () => Date.now() + ahead
  const draw = () => {
    const at = now()
    byId('weekday').textContent = dayOf(at)
    byId('clock').textContent = timeOf(at)
    byId('clock').dateTime = new Date(at).toISOString()
    onTick(timeOf(at))
  }
  const set = (instant) => {
    ahead = instant - Date.now()
    draw()
  }
  const move = async (how) => {
    const moved = await tell('/clock', how)
    set(moved.now)
    onMove()
  }
  const nextDay = () => move({ next: 'working-day' })

  byId('hour-on').addEventListener('click', () => move({ hours: 1 }))
  byId('day-on').addEventListener('click', nextDay)
  byId('try-clock').addEventListener('click', nextDay)
  offerJump(now, (to) => move({ to }))
  setInterval(draw, 1000)
  return { set }
}

/** The small form for any moment to come. */
function offerJump(now, jumpTo) {
  const box = byId('jump')
  const field = byId('jump-to')
  // The field itself follows the browser's language, which may put the month first.
  const spellOut = () => {
    const at = momentOf(field.value)
    byId('jump-shown').textContent = Number.isNaN(at) ? '' : `${timeOf(at)}, ${dayOf(at)}`
  }
  field.addEventListener('input', spellOut)
  box.addEventListener('toggle', () => {
    if (box.open) field.value = fieldValueOf(now())
    spellOut()
  })
  byId('jump-form').addEventListener('submit', async (event) => {
    event.preventDefault()
    await jumpTo(field.value)
    box.open = false
  })
}
