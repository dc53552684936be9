/* global document, fetch, addEventListener, EventSource, setTimeout, clearTimeout */

/** Every request that changes something carries this, which a foreign page cannot send. */
const OWN = { 'x-requested-with': 'thi-dua-page' }
const REOPEN_MS = 1000

/** What the server or the network refuses, as one sentence. Shown to the reader unless it is caught. */
class Refusal extends Error {}

addEventListener('unhandledrejection', (event) => {
  if (!(event.reason instanceof Refusal)) return
  event.preventDefault()
  showSentence(event.reason.message)
})

let hiding

function showSentence(sentence) {
  const alert = document.getElementById('alert')
  alert.textContent = sentence
  alert.hidden = false
  clearTimeout(hiding)
  hiding = setTimeout(() => (alert.hidden = true), 6000)
}

async function call(path, init) {
  const answer = await fetch(`/simulator${path}`, init).catch(() => {
    throw new Refusal('Không kết nối được với Trợ lý. Có thể chương trình đã dừng.')
  })
  const isJson = (answer.headers.get('content-type') ?? '').includes('json')
  const body = isJson ? await answer.json() : {}
  if (answer.ok) return body
  throw new Refusal(body.error ?? `Máy chủ từ chối yêu cầu (${answer.status}).`)
}

export function ask(path) {
  return call(path)
}

export function tell(path, content = {}) {
  const headers = { ...OWN, 'content-type': 'application/json' }
  return call(path, { method: 'POST', headers, body: JSON.stringify(content) })
}

export function upload(path, blob) {
  return call(path, { method: 'POST', headers: { ...OWN, 'content-type': blob.type }, body: blob })
}

/** Calls `onChange` for every change, and `onOpen` whenever the stream was opened, again or for the first time. */
export function listen(to) {
  const events = new EventSource('/simulator/events')
  events.addEventListener('message', ({ data }) => to.onChange(JSON.parse(data)))
  events.addEventListener('open', to.onOpen)
  // The browser comes back by itself from a lost connection, but not from a server that is starting.
  events.addEventListener('error', () => {
    if (events.readyState === EventSource.CLOSED) setTimeout(() => listen(to), REOPEN_MS)
  })
}
