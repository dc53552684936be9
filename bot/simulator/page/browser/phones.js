import { bubbles } from './bubbles.js'
import { startComposer } from './composer.js'
import { element, template } from './elements.js'
import { inviteCard } from './invite-card.js'
import { noteShower } from './notes.js'
import { tell } from './server.js'

const PLATFORMS = {
  zalo: { name: 'Zalo', about: 'không có nút, trả lời bằng chữ hoặc số' },
  telegram: { name: 'Telegram', about: 'có nút bấm dưới tin nhắn' },
}

/**
 * One phone, in the hand of whoever `holder()` names. `onWantCode` is called when the reader asks for
 * a code that is not issued without asking.
 */
export function phone({ channel, botName, holder, onWantCode }) {
  const root = template('phone')
  const find = (selector) => root.querySelector(selector)
  const path = () => `/people/${encodeURIComponent(holder())}/${channel}`
  const chat = bubbles(find('.messages'), (message, { data }) =>
    tell(`${path()}/presses`, { messageId: message.id, data }),
  )
  const note = noteShower(find('.toast'))
  const composer = startComposer({ find, path })
  const invite = inviteCard(find('.invite'), {
    channel,
    onUse: (code) => (channel === 'telegram' ? tell(`${path()}/start`) : composer.fill(code)),
    onWantCode,
  })

  name(find, root, { channel, botName })
  return {
    root,
    fill: composer.fill,
    /** Another person takes the phone: nothing of the one before may be used any more. */
    clear() {
      chat.clear()
      composer.write('')
      find('.standing').textContent = ''
      invite.show({ isNeeded: false })
      note.forget()
    },
    show(view, { office, invite: code }) {
      chat.show(view)
      find('.standing').textContent = standingOf(view)
      invite.show({ isNeeded: !view.registered, code, office })
      note(view.note)
    },
    showTime(text) {
      find('.phone-time').textContent = text
    },
  }
}

function name(find, root, { channel, botName }) {
  const { name: platform, about } = PLATFORMS[channel]
  root.classList.add(channel)
  root.dataset.testid = `phone-${channel}`
  find('.caption').append(platform, element('span', {}, about))
  find('.bot').textContent = botName
  find('.messages').setAttribute('aria-label', `Tin nhắn ${platform}`)
  find('textarea').setAttribute('aria-label', `Soạn tin ${platform}`)
  for (const part of root.querySelectorAll('[data-part]'))
    part.dataset.testid = `${part.dataset.part}-${channel}`
}

function standingOf({ registered, registeredAs }) {
  if (registeredAs !== undefined) return `đã đăng ký cho ${registeredAs}`
  return registered ? 'đã đăng ký' : 'chưa đăng ký'
}
