/* global ResizeObserver */
import { element } from './elements.js'
import { dayOf, timeOf } from './moments.js'

const FORGOTTEN = 'Máy vừa khởi động lại; tin cũ vẫn lưu trong hệ thống.'
const QUIET = 'Chưa có tin nhắn.'

/**
 * The messages of one phone. What is drawn already stays, so that a screen reader speaks only what is
 * new. `onPress` is called with a message and one of its buttons.
 */
export function bubbles(container, onPress) {
  let drawn = new Map()
  const toEnd = stayAtEnd(container)

  return {
    clear() {
      drawn = new Map()
      container.replaceChildren()
    },
    show({ messages, forgotten }) {
      const before = drawn.size
      const parts = partsOf({ messages, forgotten })
      const kept = new Map()
      for (const { key, signature, make } of parts) {
        const old = drawn.get(key)
        const node = old?.signature === signature ? old.node : make(onPress)
        if (old && old.node !== node) old.node.replaceWith(node)
        kept.set(key, { node, signature })
      }
      for (const [key, { node }] of drawn) if (!kept.has(key)) node.remove()
      for (const { node } of kept.values()) if (!node.isConnected) container.append(node)
      drawn = kept
      if (kept.size > before) toEnd()
    },
  }
}

/**
 * Keeps the newest message in sight when the box or a picture in it grows, unless the reader has
 * scrolled back. Gives the function that goes to the end in any case.
 */
function stayAtEnd(container) {
  let isAtEnd = true
  const toEnd = () => (container.scrollTop = container.scrollHeight)
  const follow = () => {
    if (isAtEnd) toEnd()
  }
  container.addEventListener('scroll', () => {
    const { scrollTop, clientHeight, scrollHeight } = container
    isAtEnd = scrollTop + clientHeight > scrollHeight - 40
  })
  container.addEventListener('load', follow, true)
  new ResizeObserver(follow).observe(container)
  return () => {
    isAtEnd = true
    toEnd()
  }
}

/** The day lines and bubbles from top to bottom; of one key and signature each looks the same. */
function partsOf({ messages, forgotten }) {
  const parts = []
  if (forgotten) parts.push(line('forgotten', 'note', FORGOTTEN))
  else if (messages.length === 0) parts.push(line('quiet', 'note', QUIET))
  let day
  for (const message of messages) {
    if (dayOf(message.at) !== day) {
      day = dayOf(message.at)
      parts.push(line(`day ${day}`, 'day', day))
    }
    const make = (onPress) => bubble(message, onPress)
    parts.push({ key: message.id, signature: JSON.stringify(message), make })
  }
  return parts
}

function line(key, kind, text) {
  return { key, signature: text, make: () => element('p', { class: kind }, text) }
}

function bubble(message, onPress) {
  const { from, at, text, attachment, buttons = [], editedAt } = message
  const mark = editedAt === undefined ? timeOf(at) : `đã sửa ${timeOf(editedAt)}`
  const rows = buttons.map((row) =>
    element(
      'div',
      { class: 'row' },
      ...row.map((button) => inlineButton(button, () => onPress(message, button))),
    ),
  )
  return element(
    'article',
    { class: `message ${from}`, 'data-testid': 'message', 'data-from': from },
    element(
      'div',
      { class: 'bubble' },
      attachment ? attached(attachment) : undefined,
      text === undefined ? undefined : element('p', { class: 'words' }, text),
      element('time', {}, mark),
    ),
    ...(rows.length > 0 ? [element('div', { class: 'keyboard' }, ...rows)] : []),
  )
}

function attached({ kind, url, name }) {
  if (kind === 'photo' && url !== undefined) return element('img', { src: url, alt: 'Ảnh đã gửi' })
  if (kind === 'sticker') return element('p', { class: 'sticker' }, name ?? 'nhãn dán')
  return element('p', { class: 'file' }, `📎 ${name ?? (kind === 'voice' ? 'tin thoại' : 'tệp')}`)
}

function inlineButton({ label, data, url }, press) {
  if (data === undefined)
    return element('a', { href: url, rel: 'noreferrer', target: '_blank' }, label)
  const button = element('button', { type: 'button', 'data-testid': 'inline-button' }, label)
  button.addEventListener('click', press)
  return button
}
