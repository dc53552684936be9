import { element, fold } from './elements.js'

const CHANNELS = [
  ['zalo', 'Zalo', 'Z'],
  ['telegram', 'Telegram', 'T'],
]

/** The list of people to be, by unit. `onChoose` is called with a code. */
export function peopleList({ list, search, onlyRegistered, onChoose }) {
  const seen = new Map()
  let town
  let chosen

  const draw = () => {
    const words = fold(search.value).split(/\s+/u).filter(Boolean)
    const isWanted = (person, unit) =>
      matches(person, unit, words) && (!onlyRegistered.checked || isRegistered(person))
    const groups = town.units
      .map((unit) => [unit, unit.people.filter((person) => isWanted(person, unit))])
      .filter(([, people]) => people.length > 0)
    list.replaceChildren(
      ...groups.map(([unit, people]) =>
        element(
          'section',
          {},
          element('h2', {}, unit.name),
          ...people.map((person) => row(person, { chosen, unread: unreadOf(person) })),
        ),
      ),
    )
    if (groups.length === 0)
      list.append(element('p', { class: 'nobody' }, 'Không tìm thấy cán bộ nào.'))
  }

  const heardBy = ({ phones }) =>
    Object.values(phones).reduce((total, { heard }) => total + heard, 0)
  const unreadOf = (person) =>
    person.code === chosen ? 0 : heardBy(person) - (seen.get(person.code) ?? 0)

  search.addEventListener('input', draw)
  onlyRegistered.addEventListener('change', draw)
  list.addEventListener('click', ({ target }) => {
    const button = target.closest('button[data-code]')
    if (button) onChoose(button.dataset.code)
  })

  return {
    /** What the bot said before the page was opened counts as read. */
    show(next) {
      const isFirst = town === undefined
      town = next
      for (const person of town.units.flatMap(({ people }) => people)) {
        if (isFirst || person.code === chosen) seen.set(person.code, heardBy(person))
      }
      draw()
    },
    choose(code) {
      const person = this.find(code)
      if (person) seen.set(code, heardBy(person))
      chosen = code
      draw()
    },
    find(code) {
      return town?.units.flatMap(({ people }) => people).find((person) => person.code === code)
    },
    unitOf(code) {
      return town?.units.find(({ people }) => people.some((person) => person.code === code))
    },
    /** Scrolls the list, and nothing around it, to whoever was chosen. */
    reveal() {
      const row = list.querySelector('[aria-current]')
      if (row) list.scrollTop = row.offsetTop - list.clientHeight / 2
    },
  }
}

function isRegistered({ phones }) {
  return Object.values(phones).some(({ registered }) => registered)
}

function matches({ code, name, position, roles }, unit, words) {
  const text = fold([code, name, position, unit.name, ...roles].join(' '))
  return words.every((word) => text.includes(word))
}

function row({ code, name, roles, phones }, { chosen, unread }) {
  return element(
    'button',
    {
      type: 'button',
      class: 'person',
      'data-code': code,
      'data-testid': `person-${code}`,
      'aria-current': code === chosen ? 'true' : undefined,
    },
    element('span', { class: 'avatar', 'aria-hidden': 'true' }, initialsOf(name)),
    element(
      'span',
      { class: 'text' },
      element('span', { class: 'name' }, name),
      element('span', { class: 'roles' }, roles.join(', ')),
    ),
    element('span', { class: 'channels' }, unreadMark(unread), ...channelMarks(phones)),
  )
}

function unreadMark(unread) {
  if (unread <= 0) return undefined
  const label = `${unread} tin mới`
  return element('span', { class: 'unread', role: 'img', 'aria-label': label }, String(unread))
}

function channelMarks(phones) {
  return CHANNELS.filter(([channel]) => phones[channel]).map(([channel, name, letter]) => {
    const { registered } = phones[channel]
    const state = registered ? `đã đăng ký ${name}` : `chưa đăng ký ${name}`
    return element(
      'span',
      {
        class: `mark ${channel}`,
        'data-registered': registered,
        role: 'img',
        'aria-label': state,
        title: state,
      },
      letter,
    )
  })
}

/** "Nguyễn Thị Hoa" → "TH": the middle name tells more than the family name, which many share. */
function initialsOf(name) {
  return name
    .split(/\s+/u)
    .slice(-2)
    .map((word) => word.charAt(0))
    .join('')
}
