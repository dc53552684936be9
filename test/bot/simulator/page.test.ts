import { describe, expect, test } from 'vitest'
import { telegramUserOf, zaloUserOf } from '../../../bot/simulator/handsets.ts'
import { houseOfficials } from '../../../bot/simulator/inhabitants.ts'
import type { PersonView, TownView } from '../../../bot/simulator/page/views.ts'
import { issueInvites } from '../../../core/official/issue-invites.ts'
import { telegramCall, zaloCall } from './stand-ins.ts'
import {
  CONTACT,
  HEAD,
  newPage,
  openPlatforms,
  openTown,
  openWholePage,
  register,
} from './page/town.ts'

const PIXEL = Buffer.from([0xff, 0xd8, 0xff, 0xd9])

type Whole = Awaited<ReturnType<typeof openWholePage>>

const town = async ({ ask }: Whole) => JSON.parse((await ask('/simulator/town')).body) as TownView
const view = async ({ ask }: Whole, code: string) =>
  JSON.parse((await ask(`/simulator/people/${code}`)).body) as PersonView
const invite = async ({ tell }: Whole, code: string) =>
  (JSON.parse((await tell(`/simulator/people/${code}/invite`)).body) as { code: string }).code
const lineOf = ({ units }: TownView, code: string) =>
  units.flatMap(({ people }) => people).find((person) => person.code === code)

describe('who may use the page', () => {
  test('until everything is there it says that the product is starting, and comes again', async () => {
    const { ask, server } = newPage()
    const early = await server.app.inject({ url: '/', headers: { host: 'localhost' } })
    expect(early.statusCode).toBe(503)
    expect(early.headers['refresh']).toBe('1')
    expect(early.body).toContain('đang khởi động')
    expect((await ask('/simulator/town')).status).toBe(503)
  })

  test('it is served whole by our own server, without anything from elsewhere', async () => {
    const { ask } = await openWholePage()
    const { status, body } = await ask('/')
    expect(status).toBe(200)
    const files = new Set([...body.matchAll(/(?:src|href)="(\/[^"]+)"/gu)].map(([, path]) => path!))
    for (const file of files) {
      const part = await ask(file)
      expect(part.status, file).toBe(200)
      for (const [, name] of part.body.matchAll(/^import .* from '\.\/(.+)'$/gmu))
        files.add(`/simulator/page/${name!}`)
    }
    expect(files).toContain('/simulator/page/moments.js')
    expect(body).not.toMatch(/(?:src|href)="(?:https?:)?\/\//u)
    expect((await ask('/simulator/page/index.html')).status).toBe(404)
    expect((await ask('/simulator/page/..%2f..%2fpage.ts')).status).toBe(404)
  })

  test.each([
    ['another name for this machine (DNS rebinding)', { host: 'evil.example:8080' }],
    ['a proxy on this machine', { 'x-forwarded-for': '203.0.113.9' }],
    ['a page of another site', { origin: 'https://evil.example' }],
    ['a page of another port of this machine', { origin: 'http://localhost:3000' }],
    ['a form, which cannot say who it is', { 'x-requested-with': '' }],
  ])('a request by %s is turned away', async (_who, headers) => {
    const { ask } = newPage()
    const path = `/simulator/people/${CONTACT}/zalo/messages`
    const post = { method: 'POST', body: '{"text":"thử"}' } as const
    expect((await ask(path, { ...post, headers })).status).toBe(403)
    const own = { origin: 'http://localhost:8080' }
    expect((await ask(path, { ...post, headers: own })).status).toBe(503)
  })

  test('another computer sees nothing', async () => {
    const { server } = newPage()
    const remoteAddress = '192.0.2.7'
    const headers = { host: 'localhost:8080' }
    const answer = await server.app.inject({ url: '/', headers, remoteAddress })
    expect(answer.statusCode).toBe(403)
    expect(answer.body).toContain('chính máy')
  })
})

describe('what the page shows', () => {
  test('the campaign with its notice, the clock, and invented people by unit with their roles', async () => {
    const whole = await openWholePage()
    const shown = await town(whole)
    expect(shown.campaigns[0]?.notice).toContain('chưa áp dụng sắp xếp 01/7/2025')
    expect(Math.abs(shown.now - whole.clock.now().epochMilliseconds)).toBeLessThan(5000)
    expect(shown.invented).toBe(true)
    expect(shown.units[0]?.name).toBe('thị trấn Đồng Mỏ')
    expect(lineOf(shown, CONTACT)).toMatchObject({
      roles: ['cán bộ đầu mối'],
      phones: { zalo: { registered: false, heard: 0 }, telegram: { registered: false, heard: 0 } },
    })
  })

  test('nobody where no roster was loaded', async () => {
    expect((await town(await openWholePage({ people: false }))).units).toEqual([])
  })

  test('which phones are registered, and by whose code', async () => {
    const whole = await openWholePage()
    const { transactions, handsets } = whole
    const userKey = handsets.zalo.userKeyOf(CONTACT)
    await register(transactions, { code: await invite(whole, HEAD), userKey })
    expect(lineOf(await town(whole), CONTACT)?.phones.zalo?.registered).toBe(true)
    const { phones } = await view(whole, CONTACT)
    const head = lineOf(await town(whole), HEAD)
    expect(phones.zalo).toMatchObject({ registered: true, registeredAs: head?.name })
    expect(phones.telegram).toMatchObject({ registered: false })
  })

  test('an unknown person is nobody', async () => {
    const { ask, tell } = await openWholePage()
    expect((await ask('/simulator/people/CB-999')).status).toBe(404)
    expect((await tell('/simulator/people/CB-999/invite')).status).toBe(404)
    expect((await tell('/simulator/people/CB-999/zalo/messages', { text: 'a' })).status).toBe(404)
  })
})

describe('invite codes', () => {
  test('a code stays the same while it is good; a new one comes after it was used or voided', async () => {
    const whole = await openWholePage()
    const { transactions, handsets } = whole
    const first = await invite(whole, CONTACT)
    expect(first).toMatch(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/u)
    expect(await invite(whole, CONTACT)).toBe(first)
    await register(transactions, { code: first, userKey: handsets.zalo.userKeyOf(CONTACT) })
    const second = await invite(whole, CONTACT)
    expect(second).not.toBe(first)
    await transactions.run(async (tx) => {
      const officials = await tx.officials.list({})
      await issueInvites(
        tx,
        officials.filter(({ code }) => code === CONTACT),
      )
    })
    const third = await invite(whole, CONTACT)
    expect(third).not.toBe(second)
    await register(transactions, { code: third, userKey: handsets.telegram.userKeyOf(CONTACT) })
    expect(lineOf(await town(whole), CONTACT)?.phones).toMatchObject({
      zalo: { registered: true },
      telegram: { registered: true },
    })
  })

  test('two pages that ask at once get the same code', async () => {
    const whole = await openWholePage()
    const codes = await Promise.all([1, 2, 3].map(() => invite(whole, CONTACT)))
    expect(new Set(codes).size).toBe(1)
  })
})

describe('what people do', () => {
  test('a message goes from the phone to the platform, line breaks and all', async () => {
    const whole = await openWholePage()
    const text = 'tôi còn nợ gì\nhạn nào'
    for (const channel of ['zalo', 'telegram'] as const) {
      const path = `/simulator/people/${CONTACT}/${channel}/messages`
      expect((await whole.tell(path, { text })).status).toBe(200)
      expect((await view(whole, CONTACT)).phones[channel]?.messages).toMatchObject([
        { from: 'user', text },
      ])
    }
    expect(whole.zalo.messages(zaloUserOf(CONTACT))).toHaveLength(1)
    expect(whole.telegram.messages(telegramUserOf(CONTACT))).toHaveLength(1)
  })

  test('a message of nothing, too much or something else is refused', async () => {
    const { tell } = await openWholePage()
    const path = `/simulator/people/${CONTACT}/zalo/messages`
    for (const content of [{ text: ' \n ' }, { text: 'a'.repeat(4097) }, { texts: 'a' }, 'a'])
      expect((await tell(path, content)).status).toBe(400)
    expect((await tell(path, { text: 'a'.repeat(4096) })).status).toBe(200)
  })

  test('Start opens the bot with the code of the deep link', async () => {
    const whole = await openWholePage()
    const code = await invite(whole, CONTACT)
    await whole.tell(`/simulator/people/${CONTACT}/telegram/start`)
    const { messages } = (await view(whole, CONTACT)).phones.telegram!
    expect(messages).toMatchObject([{ text: `/start ${code.replace('-', '')}` }])
  })

  test('a button is pressed only while it is drawn, and the note on it is shown', async () => {
    const whole = await openWholePage()
    const press = (messageId: string, data: string) =>
      whole.tell(`/simulator/people/${CONTACT}/telegram/presses`, { messageId, data })
    await whole.tell(`/simulator/people/${CONTACT}/telegram/start`)
    await telegramCall(whole.telegram, 'sendMessage', {
      chat_id: telegramUserOf(CONTACT),
      text: 'Rút BC-0001?',
      reply_markup: { inline_keyboard: [[{ text: 'Không', callback_data: 'q.1' }]] },
    })
    const { messages } = (await view(whole, CONTACT)).phones.telegram!
    const { id } = messages.at(-1)!
    expect((await press(id, 'q.2')).status).toBe(409)
    expect((await press('1', 'q.1')).status).toBe(409)
    expect((await press(id, 'q.1')).status).toBe(200)
    const { queryId } = whole.telegram.presses()[0]!
    const text = 'Đã giữ nguyên.'
    await telegramCall(whole.telegram, 'answerCallbackQuery', { callback_query_id: queryId, text })
    expect((await view(whole, CONTACT)).phones.telegram?.note).toEqual({ id: queryId, text })
  })

  test('a picture goes out with its caption and is shown through the page', async () => {
    const whole = await openWholePage()
    const path = `/simulator/people/${CONTACT}/zalo/pictures?caption=${encodeURIComponent('hội nghị')}`
    const headers = { 'content-type': 'image/jpeg' }
    const sent = await whole.ask(path, { method: 'POST', headers, body: PIXEL })
    expect(sent.status).toBe(200)
    const [message] = (await view(whole, CONTACT)).phones.zalo!.messages
    expect(message).toMatchObject({ text: 'hội nghị', attachment: { kind: 'photo' } })
    const url = message!.attachment!.url!
    expect(url).toMatch(/^\/simulator\/media\/zalo\/[\w.]+$/u)
    const picture = await whole.server.app.inject({ url, headers: { host: 'localhost' } })
    expect(picture.rawPayload).toEqual(PIXEL)
    expect(picture.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
    })
  })

  test('what is no picture, or one above 5 MB, is refused with a sentence', async () => {
    const { ask } = await openWholePage()
    const path = `/simulator/people/${CONTACT}/telegram/pictures`
    const send = (type: string, body: Buffer) =>
      ask(path, { method: 'POST', headers: { 'content-type': type }, body })
    expect((await send('image/svg+xml', PIXEL)).status).toBe(400)
    expect((await send('text/html', PIXEL)).status).toBe(400)
    const large = await send('image/jpeg', Buffer.alloc(5 * 1024 * 1024 + 1))
    expect(large.status).toBe(413)
    expect(large.body).toContain('5 MB')
    expect((await send('image/jpeg', Buffer.alloc(5 * 1024 * 1024))).status).toBe(200)
  })
})

describe('the clock', () => {
  test('moves forward for everybody and has what is due looked for', async () => {
    const { tell, clock, sweeps, transactions } = await openWholePage()
    const moved = await tell('/simulator/clock', { next: 'working-day' })
    expect(moved.status).toBe(200)
    expect(clock.now().toString()).toMatch(/^2025-10-21T01:00:0/u)
    expect(sweeps.count).toBe(1)
    const kept = await transactions.run((tx) => tx.settings.find('simulation-clock'))
    expect(JSON.parse(kept ?? '{}')).toMatchObject({ aheadMs: clock.aheadMs })
  })

  test('refuses the past in a sentence, and what it does not understand', async () => {
    const { tell, sweeps } = await openWholePage()
    const past = await tell('/simulator/clock', { to: '2025-10-01T08:00' })
    expect(past.status).toBe(409)
    expect(past.body).toContain('chỉ chạy tới')
    expect((await tell('/simulator/clock', { hours: -1 })).status).toBe(400)
    expect((await tell('/simulator/clock', { hours: 1, to: 'x' })).status).toBe(400)
    expect(sweeps.count).toBe(0)
  })
})

describe('live updates', () => {
  test('a stream tells of messages and of the clock, and ends at once when the server closes', async () => {
    const whole = await openWholePage()
    await town(whole)
    const port = await whole.server.listen(0, '127.0.0.1')
    const answer = await fetch(`http://127.0.0.1:${port}/simulator/events`)
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
    let heard = ''
    const hear = async (what: string) => {
      while (!heard.includes(what)) heard += (await reader.read()).value ?? ''
    }
    whole.handsets.zalo.write(CONTACT, 'chào')
    await hear(`{"kind":"chat","person":"${CONTACT}","channel":"zalo"}`)
    await whole.tell('/simulator/clock', { hours: 1 })
    await hear('{"kind":"clock"}')
    const from = performance.now()
    await whole.server.close()
    expect(performance.now() - from).toBeLessThan(1000)
    await expect(reader.closed).resolves.toBeUndefined()
  })
})

describe('after a restart', () => {
  test('the people have the ids they had', () => {
    expect(zaloUserOf(CONTACT)).toBe('7704a465f55402a3')
    expect(telegramUserOf(CONTACT)).toBe(8_996_792_933)
  })

  test('whoever is registered takes messages on an empty phone; whoever never wrote does not', async () => {
    const { transactions } = await openTown()
    const before = await openPlatforms()
    await transactions.run((tx) => houseOfficials(tx, before.handsets))
    const userKey = before.handsets.telegram.userKeyOf(CONTACT)
    const [issued] = await transactions.run(async (tx) => {
      const officials = await tx.officials.list({})
      return issueInvites(
        tx,
        officials.filter(({ code }) => code === CONTACT),
      )
    })
    await register(transactions, { code: issued!.code, userKey })
    const { handsets, telegram, zalo } = await openPlatforms()
    await transactions.run((tx) => houseOfficials(tx, handsets))
    const text = 'Kính gửi đồng chí.'
    const send = (code: string) =>
      telegramCall(telegram, 'sendMessage', { chat_id: telegramUserOf(code), text })
    expect((await send(CONTACT)).body.ok).toBe(true)
    expect((await send(HEAD)).status).toBe(403)
    const stranger = await zaloCall(zalo, 'sendMessage', { chat_id: zaloUserOf(CONTACT), text })
    expect(stranger.body.ok).toBe(false)
    expect(handsets.telegram.wasKnown(CONTACT)).toBe(true)
    expect(handsets.zalo.wasKnown(CONTACT)).toBe(false)
  })
})
