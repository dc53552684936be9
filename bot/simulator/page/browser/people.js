import { element, fold } from './elements.js'
import { personRow } from './person-row.js'

/** The list of people to be, by unit. `onChoose` is called with a code. */
export function peopleList({ list, search, onlyRegistered, onChoose }) {
  const seen = new Map()
  let town = { units: [] }
  let chosen

  const everybody = () => town.units.flatMap(({ people }) => people)
  const find = (code) => everybody().find((person) => person.code === code)
  const unreadOf = (person) =>
    person.code === chosen ? 0 : heardBy(person) - (seen.get(person.code) ?? heardBy(person))
  const draw = () => {
    const words = fold(search.value).split(/\s+/u).filter(Boolean)
    const isWanted = (person, unit) =>
      matches(person, unit, words) && (!onlyRegistered.checked || isRegistered(person))
    drawUnits(list, town.units, {
      isWanted,
      rowOf: (person) => personRow(person, { chosen, unread: unreadOf(person) }),
    })
  }
  /** What the bot said before somebody was first seen, and what the chosen one hears, counts as read. */
  const noteSeen = () => {
    for (const person of everybody())
      if (!seen.has(person.code) || person.code === chosen) seen.set(person.code, heardBy(person))
  }

  search.addEventListener('input', draw)
  onlyRegistered.addEventListener('change', draw)
  list.addEventListener('click', ({ target }) => {
    const button = target.closest('button[data-code]')
    if (button) onChoose(button.dataset.code)
  })
  const redraw = () => {
    noteSeen()
    draw()
  }
  return {
    find,
    unitOf: (code) => town.units.find(({ people }) => people.includes(find(code))),
    show(next) {
      town = next
      redraw()
    },
    choose(code) {
      chosen = code
      redraw()
    },
    /** Scrolls the list, and nothing around it, to whoever was chosen. */
    reveal() {
      const row = list.querySelector('[aria-current]')
      if (row) list.scrollTop = row.offsetTop - list.clientHeight / 2
    },
  }
}

function drawUnits(list, units, { isWanted, rowOf }) {
  const groups = units
    .map((unit) => [unit.name, unit.people.filter((person) => isWanted(person, unit))])
    .filter(([, people]) => people.length > 0)
  const sections = groups.map(([name, people]) =>
    element('section', {}, element('h2', {}, name), ...people.map(rowOf)),
  )
  const none = element('p', { class: 'nobody' }, 'Không tìm thấy cán bộ nào.')
  list.replaceChildren(...(sections.length > 0 ? sections : [none]))
}

function heardBy({ phones }) {
  return Object.values(phones).reduce((total, { heard }) => total + heard, 0)
}

function isRegistered({ phones }) {
  return Object.values(phones).some(({ registered }) => registered)
}

function matches({ code, name, position, roles }, unit, words) {
  const text = fold([code, name, position, unit.name, ...roles].join(' '))
  return words.every((word) => text.includes(word))
}
