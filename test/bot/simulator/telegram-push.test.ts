import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { eventually, telegram, telegramCall, webhookReceiver } from './stand-ins.ts'

type Update = { readonly update_id: number; readonly message: { readonly text: string } }

async function withHoa(url: string, secret?: string) {
  const standIn = await telegram({ webhook: { url, secret } })
  return { standIn, id: standIn.createUser({ firstName: 'Hoa' }).id }
}

function texts(bodies: readonly unknown[]): string[] {
  return (bodies as Update[]).map(({ message }) => message.text)
}

test('an update comes as JSON with the secret in its header', async () => {
  const hook = await webhookReceiver()
  const { standIn, id } = await withHoa(hook.url, 's3cret_-')
  const { updateId } = standIn.userSends(id, 'xin chào')
  await eventually(() => expect(hook.requests).toHaveLength(1))
  expect(hook.requests[0]!.headers).toMatchObject({
    'content-type': 'application/json',
    'x-telegram-bot-api-secret-token': 's3cret_-',
  })
  expect(hook.bodies()).toMatchObject([{ update_id: updateId, message: { text: 'xin chào' } }])
})

test('what is not answered 2xx comes again with growing delay, and holds up its own chat only', async () => {
  const hook = await webhookReceiver(({ text }, count) =>
    text.includes('chậm') && count < 5 ? 503 : 200,
  )
  const { standIn, id } = await withHoa(hook.url)
  const other = standIn.createUser({ firstName: 'Sơn' }).id
  standIn.userSends(id, 'chậm')
  standIn.userSends(id, 'sau')
  standIn.userSends(other, 'riêng')
  await eventually(() => expect(standIn.webhookInfo().pending_update_count).toBe(0))
  const seen = texts(hook.bodies())
  expect(seen.indexOf('riêng')).toBeLessThan(seen.lastIndexOf('chậm'))
  expect(seen.at(-1)).toBe('sau')
  const times = hook.requests.filter(({ text }) => text.includes('chậm')).map(({ at }) => at)
  const gaps = times.slice(1).map((at, index) => at - times[index]!)
  expect(gaps).toHaveLength(4)
  for (const [index, gap] of gaps.entries()) expect(gap).toBeGreaterThan(15 * 2 ** index - 3)
})

test('a webhook that is not there gets its updates when it is', async () => {
  const { standIn, id } = await withHoa('http://127.0.0.1:1/hook')
  standIn.userSends(id, 'giữ lại')
  await eventually(() => expect(standIn.webhookInfo().last_error_message).toBe('Connection failed'))
  const hook = await webhookReceiver()
  standIn.useWebhook({ url: hook.url })
  await eventually(() => expect(texts(hook.bodies())).toEqual(['giữ lại']))
})

test.each([
  [{ max_connections: 3 }, 3],
  [{}, 40],
])('with %j at most %i requests are open at once', async (settings, most) => {
  let open = 0
  let widest = 0
  let fill = () => {}
  // Nobody is answered before the limit is reached, and a moment more in which it could be passed.
  const full = new Promise<void>((resolve) => (fill = resolve)).then(() => sleep(100))
  const hook = await webhookReceiver(async () => {
    widest = Math.max(widest, ++open)
    if (open === most) fill()
    await full
    open -= 1
    return 200
  })
  const standIn = await telegram()
  await telegramCall(standIn, 'setWebhook', { url: hook.url, ...settings })
  for (let person = 0; person < 90; person += 1) {
    standIn.userSends(standIn.createUser({ firstName: 'Người' }).id, 'a')
  }
  await eventually(() => expect(hook.requests).toHaveLength(90))
  expect(widest).toBe(most)
})

test('an update may come twice at once, and delivered ones may come again', async () => {
  const hook = await webhookReceiver()
  const { standIn, id } = await withHoa(hook.url)
  standIn.faults.next({ kind: 'pushed-twice', chat: id })
  const sent = [standIn.userSends(id, 'hai lần'), standIn.userSends(id, 'một lần')]
  await eventually(() => expect(standIn.webhookInfo().pending_update_count).toBe(0))
  standIn.redeliver(2)
  await eventually(() => expect(hook.requests).toHaveLength(5))
  const [double, single] = sent.map(({ updateId }) => updateId)
  expect((hook.bodies() as Update[]).map(({ update_id }) => update_id)).toEqual([
    double,
    double,
    single,
    double,
    single,
  ])
})

test('close stops the retries and frees the port at once', async () => {
  const hook = await webhookReceiver(() => 500)
  const { standIn, id } = await withHoa(hook.url)
  standIn.userSends(id, 'a')
  await eventually(() => expect(hook.requests.length).toBeGreaterThan(0))
  const from = performance.now()
  await standIn.close()
  expect(performance.now() - from).toBeLessThan(1000)
  const pushed = hook.requests.length
  await sleep(200)
  expect(hook.requests.length).toBeLessThanOrEqual(pushed + 1)
  await expect(telegramCall(standIn, 'getMe')).rejects.toThrow()
  expect((await telegram({ port: standIn.port })).port).toBe(standIn.port)
})

test('a port in use rejects with the reason', async () => {
  const standIn = await telegram()
  await expect(telegram({ port: standIn.port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
})
