import { element } from './elements.js'

const CHANNELS = [
  ['zalo', 'Zalo', 'Z'],
  ['telegram', 'Telegram', 'T'],
]

/** One line of the list: who it is, what is new, and which phones are registered. */
export function personRow({ code, name, roles, phones }, { chosen, unread }) {
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
