import { samplePicture } from './pictures.js'
import { tell, upload } from './server.js'

/** The line in which one writes. Enter sends, Shift+Enter begins a new line. */
export function startComposer({ find, path }) {
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

/** As high as its text, up to about five lines; a line that is not shown has no height to measure. */
function fit(input) {
  input.style.height = ''
  if (input.scrollHeight > 0) input.style.height = `${Math.min(input.scrollHeight + 2, 120)}px`
}
