/* global document, setInterval */
import { dayOf, timeOf } from './bubbles.js'
import { tell } from './server.js'

/** The simulation's clock: it runs on by itself between two looks at the server's. */
export function clockPanel({ onTick, onMove }) {
  const weekday = document.getElementById('weekday')
  const time = document.getElementById('clock')
  const form = document.getElementById('jump-form')
  const jumpTo = document.getElementById('jump-to')
  const jump = document.getElementById('jump')
  const shown = document.getElementById('jump-shown')
  let ahead = 0

  const now = () => Date.now() + ahead
  const draw = () => {
    const at = now()
    weekday.textContent = dayOf(at)
    time.textContent = timeOf(at)
    time.dateTime = new Date(at).toISOString()
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

  document.getElementById('hour-on').addEventListener('click', () => move({ hours: 1 }))
  document.getElementById('day-on').addEventListener('click', nextDay)
  document.getElementById('try-clock').addEventListener('click', nextDay)
  // The field itself follows the browser's language, which may put the month first.
  const spellOut = () => {
    const at = Date.parse(`${jumpTo.value}+07:00`)
    shown.textContent = Number.isNaN(at) ? '' : `${timeOf(at)}, ${dayOf(at)}`
  }
  jumpTo.addEventListener('input', spellOut)
  jump.addEventListener('toggle', () => {
    if (jump.open) jumpTo.value = localOf(now())
    spellOut()
  })
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    await move({ to: jumpTo.value })
    jump.open = false
  })
  setInterval(draw, 1000)
  return { set }
}

/** "2025-10-20T07:45" in Vietnam, which is seven hours ahead of UTC all year. */
function localOf(at) {
  return new Date(at + 7 * 3_600_000).toISOString().slice(0, 16)
}
