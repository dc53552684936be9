/* global document, location, history, setInterval */
import { clockPanel } from './clock.js'
import { afterQuiet, element } from './elements.js'
import { peopleList } from './people.js'
import { phone } from './phones.js'
import { ask, listen, tell } from './server.js'

const byId = (id) => document.getElementById(id)

const phones = new Map()
/** Those for whom a code may be issued without asking: the invented, and whom the reader asked for. */
const mayIssue = new Set()
/** The code of whoever the reader is. */
let person
let latest = 0

const people = peopleList({
  list: byId('people'),
  search: byId('search'),
  onlyRegistered: byId('only-registered'),
  onChoose: (code) => {
    choose(code)
    const [first] = phones.keys()
    if (first && paneShown() === 'people') showPane(first)
  },
})
const clock = clockPanel({
  onTick: (time) => phones.forEach((each) => each.showTime(time)),
  onMove: () => refreshAll(),
})

const paneShown = () => document.body.dataset.pane

/** Which part a narrow screen shows; a wide one shows all. */
function showPane(name) {
  document.body.dataset.pane = name
  for (const button of document.querySelectorAll('[data-show]'))
    button.setAttribute('aria-pressed', String(button.dataset.show === name))
}

function showTown(town) {
  const notices = town.campaigns.map(({ notice }) => notice).filter(Boolean)
  byId('campaign').textContent = town.campaigns.map(({ shortTitle }) => shortTitle).join(' · ')
  byId('campaign').title = town.campaigns.map(({ title }) => title).join('\n')
  byId('notice').textContent = [...new Set(notices)].map((notice) => `${notice}.`).join(' ')
  byId('invented').textContent = town.invented
    ? 'Mọi người trong danh sách là hư cấu, chỉ để chạy thử; không có tin nào gửi ra ngoài máy này.'
    : 'Danh sách do cơ quan nạp; tin nhắn ở đây chỉ là mô phỏng, không gửi tới ai.'
  document.body.classList.toggle('nobody-here', town.units.length === 0)
  byId('empty').hidden = town.units.length > 0
  clock.set(town.now)
  people.show(town)
  if (phones.size === 0) addPhones(town.bots)
  if (person === undefined) chooseFirst(town)
}

function addPhones(bots) {
  byId('only-clock').hidden = Object.keys(bots).length > 0
  for (const [channel, botName] of Object.entries(bots)) {
    const holder = () => person
    const onWantCode = () => {
      mayIssue.add(person)
      void showPerson()
    }
    const made = phone({ channel, botName, holder, onWantCode })
    phones.set(channel, made)
    byId('phones').append(made.root)
  }
}

/** Whom the address names, else the first on the list. */
function chooseFirst(town) {
  const named = decodeURIComponent(location.hash.slice(1))
  const code = people.find(named) ? named : town.units[0]?.people[0]?.code
  if (code !== undefined) choose(code)
  people.reveal()
}

function choose(code) {
  const found = people.find(code)
  if (!found) return
  if (code !== person) phones.forEach((each) => each.clear())
  person = code
  people.choose(code)
  history.replaceState(null, '', `#${encodeURIComponent(code)}`)
  const { name, position, roles } = found
  byId('who').replaceChildren(
    'Đang vào vai ',
    element('strong', {}, name),
    `, ${position}, ${people.unitOf(code).name} (${roles.join(', ')})`,
  )
  void showPerson()
}

/** Draws what is on the person's phones now, unless something newer was asked for meanwhile. */
async function showPerson() {
  if (person === undefined) return
  const turn = (latest += 1)
  const code = person
  const path = `/people/${encodeURIComponent(code)}`
  const view = await ask(path)
  const isStranger = Object.values(view.phones).some(({ registered }) => !registered)
  const mayAsk = view.invented || mayIssue.has(code)
  const invite = isStranger && mayAsk ? (await tell(`${path}/invite`)).code : undefined
  if (turn !== latest) return
  for (const [channel, each] of phones)
    each.show(view.phones[channel], { office: view.office, invite })
}

async function refreshTown() {
  showTown(await ask('/town'))
}

async function refreshAll() {
  await refreshTown()
  await showPerson()
}

function addSuggestions() {
  for (const button of document.querySelectorAll('[data-show]'))
    button.addEventListener('click', () => showPane(button.dataset.show))
  for (const button of document.querySelectorAll('[data-fill]'))
    button.addEventListener('click', () => {
      const [first] = phones.keys()
      if (first && paneShown() === 'people') showPane(first)
      const target = phones.get(paneShown()) ?? phones.get(first)
      target?.fill(button.dataset.fill)
    })
}

addSuggestions()
showPane('people')
const soonTown = afterQuiet(250, refreshTown)
const soonPerson = afterQuiet(20, showPerson)
listen({
  onOpen: () => void refreshAll(),
  onChange: (change) => {
    if (change.kind === 'chat' && change.person === person) soonPerson()
    soonTown()
  },
})
// The clock is also moved, and people are loaded, from outside this page.
setInterval(refreshTown, 15_000)
