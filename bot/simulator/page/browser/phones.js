import { bubbles, template, toaster } from './bubbles.js'
import { element } from './elements.js'
import { samplePicture } from './pictures.js'
import { tell, upload } from './server.js'

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
  const toast = toaster(find('.toast'))
  const composer = startComposer({ find, path })
  const invite = inviteCard(find('.invite'), {
    channel,
    onUse: (code) => (channel === 'telegram' ? tell(`${path()}/start`) : composer.fill(code)),
    onWantCode,
  })
  let lastNote

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
      lastNote = undefined
    },
    show(view, { office, invite: code }) {
      const isFirst = lastNote === undefined
      chat.show(view)
      find('.standing').textContent = standingOf(view)
      invite.show({ isNeeded: !view.registered, code, office })
      const note = view.note ?? { id: '' }
      if (!isFirst && note.id !== lastNote && note.text) toast(note.text)
      lastNote = note.id
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

/** The line in which one writes. Enter sends, Shift+Enter begins a new line. */
function startComposer({ find, path }) {
  const input = find('textarea')
  const write = (text) => {
    input.value = text
    fit(input)
  }
  const fill = (text) => {
    write(text)
    input.focus()
  }
  const send = async () => {
    const text = input.value
    if (text.trim() === '') return
    write('')
    await tell(`${path()}/messages`, { text }).catch((refusal) => {
      write(text)
      throw refusal
    })
  }
  find('.composer').addEventListener('submit', (event) => {
    event.preventDefault()
    void send()
  })
  input.addEventListener('input', () => fit(input))
  input.addEventListener('keydown', (event) => {
    // While a Vietnamese input method composes, Enter belongs to it.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    void send()
  })
  offerPictures(find, async (picture) => {
    const caption = encodeURIComponent(input.value.trim())
    await upload(`${path()}/pictures?caption=${caption}`, picture)
    write('')
  })
  return { fill, write }
}

/** What is written already goes along as the picture's caption. */
function offerPictures(find, send) {
  const file = find('.picture')
  const menu = find('.attach')
  const sendAndClose = async (picture) => {
    menu.open = false
    if (picture) await send(picture)
  }
  find('.own-picture').addEventListener('click', () => file.click())
  find('.sample-picture').addEventListener('click', async () => sendAndClose(await samplePicture()))
  file.addEventListener('change', async () => {
    const [picture] = file.files
    await sendAndClose(picture).finally(() => (file.value = ''))
  })
}

/** The code with which the person registers: typed on Zalo, carried by the link on Telegram. */
function inviteCard(place, { channel, onUse, onWantCode }) {
  const button = place.querySelector('button')
  const words = place.querySelector('p')
  const useLabel = channel === 'telegram' ? 'Bắt đầu' : 'Điền vào ô nhắn'
  const lead = channel === 'telegram' ? 'Liên kết mời mang mã ' : 'Mã mời của đồng chí: '
  let current
  button.addEventListener('click', () => (current === undefined ? onWantCode() : onUse(current)))
  return {
    show({ isNeeded, code, office }) {
      place.hidden = !isNeeded
      if (!isNeeded) return
      current = code
      button.textContent = code === undefined ? 'Cấp mã mới' : useLabel
      if (code === undefined)
        words.textContent = 'Cấp mã mới thì mã đã phát mà chưa dùng sẽ hết hiệu lực.'
      else words.replaceChildren(lead, element('strong', {}, code), ` (cán bộ nhận từ ${office})`)
    },
  }
}

/** As high as its text, up to about five lines; a line that is not shown has no height to measure. */
function fit(input) {
  input.style.height = ''
  if (input.scrollHeight > 0) input.style.height = `${Math.min(input.scrollHeight + 2, 120)}px`
}
