import { element } from './elements.js'

/** The code with which the person registers: typed on Zalo, carried by the link on Telegram. */
export function inviteCard(place, { channel, onUse, onWantCode }) {
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
