import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest'
import { freshDatabase } from '../support/database.ts'
import { scratchFolder } from '../support/embedded-project.ts'
import { describeNeeding } from '../support/needing.ts'
import type { ProductProcess } from '../support/product.ts'
import { runAdmin, startAndFail, startProduct } from '../support/product.ts'
import { freePort, startRedis } from '../support/redis.ts'
import { openTables } from '../support/tables.ts'
import { thoroughly } from '../support/thorough.ts'
import type { World } from '../support/world.ts'
import { eventually, openWorld } from '../support/world.ts'

const ROOT = join(import.meta.dirname, '..', '..')
/** The product says that it ends within this time, whatever is under way. */
const STOPS_WITHIN_MS = 10_000
/** Methods with which a start would take a bot away from whoever runs it. */
const MEDDLING = /webhook|getUpdates|logOut|close/iu

/** Commands of running processes, other than this one, that have to do with the folder; by their numbers. */
function processesOf(folder: string): Record<string, string> {
  const numbers = readdirSync('/proc').filter((name) => /^\d+$/u.test(name))
  const found = numbers.flatMap((pid) => {
    const command = contentOf(join('/proc', pid, 'cmdline'))
    const all = `${command}${contentOf(join('/proc', pid, 'environ'))}`
    const concerned = Number(pid) !== process.pid && all.includes(folder)
    return concerned ? [[pid, command.replaceAll('\0', ' ')]] : []
  })
  return Object.fromEntries(found) as Record<string, string>
}

/** What the process has used so far, however busy the machine is with others. */
function processorSeconds(pid: number): number {
  const fields = contentOf(`/proc/${pid}/stat`)
    .replace(/^.*\) /su, '')
    .split(' ')
  const [user, system] = [Number(fields[11]), Number(fields[12])]
  return (user + system) / 100 // the kernel tells it in hundredths
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** Asks a process to end; gives its exit code and how long it took. */
async function stop(product: ProductProcess): Promise<{ code: number | null; ms: number }> {
  const begun = performance.now()
  const code = await product.stop()
  return { code, ms: performance.now() - begun }
}

/** A refusal: one sentence for the operator, exit code 1, nothing left running. */
async function expectRefusal(
  env: Readonly<Record<string, string>>,
  { says, hides = [], args = [] }: { says: RegExp; hides?: string[]; args?: string[] },
): Promise<void> {
  const folder = await scratchFolder()
  const { code, output } = await startAndFail({
    env: { DATA_DIR: join(folder, 'data'), PORT: '0', ...env },
    args,
  })
  expect({ code, output }).toMatchObject({ code: 1, output: expect.stringMatching(says) as string })
  expect(output.trim().split('\n').length).toBe(1)
  for (const hidden of hides) expect(output).not.toContain(hidden)
  expect(existsSync(join(folder, 'data'))).toBe(false)
  expect(processesOf(folder)).toEqual({})
}

describe('with nothing configured', () => {
  let dataDir: string
  let port: number
  let env: Record<string, string>

  beforeAll(async () => {
    dataDir = join(await scratchFolder(), 'data')
    port = await freePort()
    env = { DATA_DIR: dataDir, PORT: String(port) }
  })

  test('the first start says what takes long and ends with the page, on this machine only', async () => {
    const product = await startProduct({ env })
    expect(product.port).toBe(port)
    expect(product.output()).toContain('Lần chạy đầu tiên')
    expect(product.output()).toContain('Đã nạp phong trào mẫu')
    const page = await fetch(`http://127.0.0.1:${port}/`)
    expect(page.status).toBe(200)
    expect(page.headers.get('content-type')).toContain('text/html')
    const outside = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .find(({ internal, family }) => !internal && family === 'IPv4')
    if (outside)
      await expect(fetch(`http://${outside.address}:${port}/health/live`)).rejects.toThrow()
    expect(await stop(product)).toMatchObject({ code: 0 })
    expect(processesOf(dataDir)).toEqual({})
  })

  test('a later start takes less than 5 s of a processor, and admin works beside it', async () => {
    const product = await startProduct({ env })
    expect(processorSeconds(product.pid)).toBeLessThan(5)
    expect(product.output()).not.toContain('Lần chạy đầu tiên')
    const { code, stdout } = await runAdmin(env, 'status', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ simulated: true, units: 54, linked: 0 })
    expect((await fetch(`http://127.0.0.1:${port}/health/ready`)).status).toBe(200)

    await expectRefusal({ PORT: String(port) }, { says: new RegExp(`Cổng ${port} .*PORT=`, 'u') })
    const same = await startAndFail({ env })
    expect(same).toMatchObject({
      code: 1,
      output: expect.stringContaining(`Cổng ${port}`) as string,
    })
    expect((await fetch(`http://127.0.0.1:${port}/health/ready`)).status).toBe(200)
    expect(await stop(product)).toMatchObject({ code: 0 })
  })

  test('admin works alone and takes the database down again', async () => {
    const { code, stdout, stderr } = await runAdmin(env, 'balance', '--json')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(JSON.parse(stdout)).toMatchObject({ received: 0, balanced: true })
    expect(processesOf(dataDir)).toEqual({})
  })

  test('after kill -9 the server it left is found again', async () => {
    const first = await startProduct({ env })
    const left = (): string => contentOf(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'))
    const server = left().split('\n')[0]
    await first.kill()
    expect(Object.keys(processesOf(dataDir))).toContain(server)
    const second = await startProduct({ env })
    expect(left().split('\n')[0]).toBe(server)
    expect(await stop(second)).toMatchObject({ code: 0 })
    expect(processesOf(dataDir)).toEqual({})
  })

  test('asked to end while it begins it ends in time, and the next start finds all in order', async () => {
    const folder = join(await scratchFolder(), 'data')
    const own = { DATA_DIR: folder, PORT: '0' }
    for (const afterMs of thoroughly([700], [150, 700, 1500])) {
      const started = startProduct({ env: own }).catch(() => undefined)
      await eventually(() => Object.keys(processesOf(folder)).length > 0, 'it has begun')
      await new Promise((resolve) => setTimeout(resolve, afterMs))
      const node = Object.entries(processesOf(folder)).find(([, name]) => name.includes('main.js'))
      const begun = performance.now()
      process.kill(Number(node?.[0]), 'SIGTERM')
      const product = await started
      await product?.ended
      await eventually(() => Object.keys(processesOf(folder)).length === 0, 'nothing is left')
      expect(performance.now() - begun).toBeLessThan(STOPS_WITHIN_MS)
    }
    const product = await startProduct({ env: own })
    expect(await stop(product)).toMatchObject({ code: 0 })
  })

  test.each([
    ['SIGTERM to npm', 'SIGTERM', 'npm'],
    ['Ctrl-C to the whole group', 'SIGINT', 'group'],
    ['Ctrl-C, pressed three times', 'SIGINT', 'thrice'],
  ] as const)('%s ends everything', async (_what, signal, to) => {
    const npm = spawn('npm', ['start'], {
      cwd: ROOT,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...env },
    })
    const ended = once(npm, 'exit')
    let printed = ''
    for (const stream of [npm.stdout, npm.stderr])
      stream.setEncoding('utf8').on('data', (piece: string) => (printed += piece))
    await eventually(() => printed.includes('Đã sẵn sàng'), 'npm start is ready', 30_000)

    const begun = performance.now()
    for (let times = to === 'thrice' ? 3 : 1; times > 0; times -= 1)
      process.kill((to === 'npm' ? 1 : -1) * (npm.pid ?? 0), signal)
    await ended
    await eventually(
      () => Object.keys(processesOf(dataDir)).length === 0,
      'nothing is left',
      STOPS_WITHIN_MS,
    )
    expect(performance.now() - begun).toBeLessThan(STOPS_WITHIN_MS)
    expect(printed).toContain('Đang dừng…')
  })
})

describe('a start that cannot be', () => {
  test.each([
    ['PORT', { PORT: 'tám nghìn' }, /^Biến PORT .*/u],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://a:tám nghìn@b/c' }, /DATABASE_URL/u],
    ['a token without its secret', { ZALO_BOT_TOKEN: '1:tám' }, /ZALO_WEBHOOK_SECRET/u],
    [
      'a movable clock in production',
      { CLOCK: '2025-10-20T08:00:00+07:00', NODE_ENV: 'production' },
      /CLOCK/u,
    ],
  ])('for %s says so in one sentence without its value', async (_what, env, says) => {
    await expectRefusal({ ...env }, { says, hides: ['tám'] })
  })

  test('for an argument that nobody knows names it', async () => {
    await expectRefusal({}, { says: /wokrer/u, args: ['wokrer'] })
  })

  test('for a folder that cannot be made names it, and its port is free again', async () => {
    const folder = await scratchFolder()
    const inTheWay = join(folder, 'file')
    await writeFile(inTheWay, '')
    const port = await freePort()
    const env = { DATA_DIR: join(inTheWay, 'data'), PORT: String(port) }
    const { code, output } = await startAndFail({ env })
    expect({ code, lines: output.trim().split('\n').length }).toEqual({ code: 1, lines: 1 })
    expect(output).toContain(inTheWay)
    await expect(fetch(`http://127.0.0.1:${port}/health/live`)).rejects.toThrow()
    expect(processesOf(folder)).toEqual({})
  })

  test('for a wrong password does not print it', async () => {
    const url = new URL(inject('serverUrl'))
    url.password = 'mat-khau-sai'
    await expectRefusal(
      { DATABASE_URL: url.href },
      { says: /DATABASE_URL/u, hides: ['mat-khau-sai', new URL(inject('serverUrl')).password] },
    )
  })

  test('for a database that is not there, or whose server is not, names it', async () => {
    const url = new URL(inject('serverUrl'))
    const { password } = url
    url.pathname = '/khong-co'
    await expectRefusal({ DATABASE_URL: url.href }, { says: /khong-co/u, hides: [password] })
    url.port = String(await freePort())
    await expectRefusal(
      { DATABASE_URL: url.href },
      { says: new RegExp(url.port, 'u'), hides: [password] },
    )
  })

  test('for a database that cannot hold Vietnamese says how to make one', async () => {
    const name = `${inject('template')}_ascii`
    const client = new pg.Client({ connectionString: inject('serverUrl') })
    await client.connect()
    onTestFinished(async () => {
      await client.query(`drop database if exists "${name}" with (force)`)
      await client.end()
    })
    await client.query(
      `create database "${name}" encoding 'SQL_ASCII' locale_provider libc lc_collate 'C' lc_ctype 'C' template template0`,
    )
    const url = new URL(inject('serverUrl'))
    url.pathname = `/${name}`
    await expectRefusal(
      { DATABASE_URL: url.href },
      { says: /SQL_ASCII.*UTF8/u, hides: [url.password] },
    )
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::int as count from pg_stat_activity where datname = '${name}'`,
    )
    expect(rows).toEqual([{ count: 0 }])
  })

  describeNeeding('redis-server', 'for Redis', () => {
    test('that may throw work away says which setting', async () => {
      const redis = await startRedis({ 'maxmemory-policy': 'allkeys-lru' })
      onTestFinished(() => redis.stop())
      const database = await freshDatabase()
      onTestFinished(() => database.drop())
      await expectRefusal(
        { DATABASE_URL: database.url, REDIS_URL: redis.url },
        { says: /allkeys-lru.*noeviction/u },
      )
    })
  })
})

describe('between the platforms', () => {
  let world: World

  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  test('a start asks nothing of them and changes nothing', async () => {
    const stranger = await world.phone('zalo', 'người lạ')
    expect(await stranger.says('xin chào')).toContain('mã đăng ký')
    const calls = [...world.telegram.calls, ...world.zalo.calls].map(({ method }) => method)
    expect(calls.filter((method) => MEDDLING.test(method))).toEqual([])
  })

  test('with an answer on its way the end waits for it', async () => {
    const stranger = await world.phone('telegram', 'người lạ')
    world.telegram.faults.next({ kind: 'slow', delayMs: 1500, chat: stranger.chatId })
    stranger.types('xin chào')
    const tables = openTables(() => world.databaseUrl)
    await tables.until(`select exists (select 1 from outbox_part where state = 'sending') as holds`)
    const [ended] = await Promise.all(world.processes.map(stop))
    expect(ended?.code).toBe(0)
    expect(ended?.ms).toBeLessThan(STOPS_WITHIN_MS)
    expect(await tables.rows(`select 1 from outbox_part where state <> 'sent'`)).toEqual([])
    expect(stranger.heard().length).toBe(1)
    await world.startUp()
  })

  test('what came in before the end and was not answered is answered after it', async () => {
    const people = await Promise.all(
      Array.from({ length: 30 }, (_, n) => world.phone('telegram', `người lạ ${n}`)),
    )
    for (const person of people) person.types('xin chào')
    const [ended] = await Promise.all(world.processes.map(stop))
    expect(ended?.code).toBe(0)
    expect(ended?.ms).toBeLessThan(STOPS_WITHIN_MS)
    await world.startUp()
    await eventually(() => people.every((person) => person.heard().length > 0), 'all are answered')
    expect(people.map((person) => person.heard().length)).toEqual(people.map(() => 1))
  })

  test.each(['zalo', 'telegram'] as const)(
    'admin sets, shows and deletes the webhook of %s',
    async (channel) => {
      const { env } = world
      const standIn = world[channel]
      const url = `${env['PUBLIC_URL'] ?? ''}/webhooks/${channel}`
      standIn.useWebhook(undefined)
      const set = await runAdmin(env, 'webhook', 'set', channel)
      expect(set).toMatchObject({ code: 0, stderr: '' })
      expect(standIn.webhookInfo().url).toBe(url)
      const stranger = await world.phone(channel, 'người lạ')
      expect(await stranger.says('xin chào')).toContain('mã đăng ký')

      const shown = await runAdmin(env, 'webhook', 'show', channel, '--json')
      expect(JSON.parse(shown.stdout)).toMatchObject({ ok: true, url })
      expect(await runAdmin(env, 'webhook', 'delete', channel)).toMatchObject({ code: 0 })
      expect(standIn.webhookInfo().url).toBe('')
      for (const { stdout } of [set, shown]) {
        expect(stdout).not.toContain(world.webhookSecrets[channel])
        expect(stdout).not.toContain('stand-in-secret-half')
      }
    },
  )

  test('two bots of Zalo have people of their own, and each its address, budget and breaker', async () => {
    const { env, zalo } = world
    const bots = ['zalo:7000000000000000002', 'zalo:7000000000000000003'] as const
    const [first, second] = bots
    const tables = openTables(() => world.databaseUrl)
    const metric = async (name: string): Promise<number> => {
      const text = await (await fetch(`http://127.0.0.1:${world.port}/metrics`)).text()
      return Number(
        text
          .split('\n')
          .find((line) => line.startsWith(name))
          ?.split(' ')
          .at(-1),
      )
    }
    const used = (): Promise<number[]> =>
      Promise.all(bots.map((bot) => metric(`thi_dua_bot_month_messages{bot="${bot}",what="used"}`)))
    env['ZALO_MONTHLY_MESSAGES'] = String((await used())[0])
    await Promise.all(world.processes.map(stop))
    const further = await world.furtherZalo()
    await world.startUp()
    const root = `${env['PUBLIC_URL'] ?? ''}/webhooks/zalo`
    expect(await world.admin('webhook', 'set', 'zalo')).toMatchObject({ code: 0 })
    expect([zalo, further].map((one) => one.webhookInfo().url)).toEqual(
      bots.map((bot) => `${root}/${bot.slice('zalo:'.length)}`),
    )

    const issued = await world.admin('invites', 'issue', '--unit', 'CL-DONGMO', '--json')
    const codes = JSON.parse(issued.stdout) as { official: string; code: string }[]
    const bound = await tables.rows<{ code: string; bot: string }>(
      `select o.code, i.bot from invite i join official o on o.id = i.official_id`,
    )
    const codeFor = (bot: string): string => {
      const official = bound.find((one) => one.bot === bot)?.code
      return codes.find((one) => one.official === official)?.code ?? ''
    }
    const [left, right, astray] = [
      await world.phone('zalo', 'của bot thứ nhất'),
      await world.phone('zalo', 'của bot thứ hai', { zalo: further }),
      await world.phone('zalo', 'lạc sang bot thứ nhất'),
    ]
    expect(await astray.says(codeFor(second))).toContain('một bot Zalo khác')
    expect(await left.says(codeFor(first))).toContain('Đồng Mỏ')
    expect(await right.says(codeFor(second))).toContain('Đồng Mỏ')

    const level = (bot: string, name: string): Promise<number> =>
      metric(`thi_dua_bot_month_level{bot="${bot}",level="${name}"}`)
    expect([await level(first, 'essential'), await level(second, 'free')]).toEqual([1, 1])
    const log = (): string => world.processes.map((one) => one.output()).join('')
    await eventually(() => log().includes(`"bot":"${first}","level":"essential"`), 'it is logged')
    expect(log()).not.toContain(`"bot":"${second}"`)

    further.faults.next({ kind: 'quota-exceeded', times: 100 })
    right.types('trợ giúp')
    const rests = (bot: string): string => `thi_dua_bot_rests{bot="${bot}",cause="quota"}`
    await eventually(async () => (await metric(rests(second))) === 1, 'the second bot rests')
    const [before = 0, beside] = await used()
    await left.says('trợ giúp')
    expect(await used()).toEqual([before + 2, beside])
    further.faults.clear()
    const answered = right.heard().length
    await tables.rows(`update bot_pace set paused_until = now() where bot = '${second}'`)
    expect(await right.hears(answered)).toContain('báo cáo')
  })

  test('admin says how a webhook is set when it is asked otherwise', async () => {
    const asked = await runAdmin(world.env, 'webhook', 'sett', 'zalo')
    expect(asked).toMatchObject({ code: 1, stdout: '' })
    expect(asked.stderr).toContain('set|show|delete zalo|telegram')
  })
})

describe('with the embedded database and platforms that do not answer', () => {
  test('the end still comes in time, leaves no process, and what had left is uncertain', async () => {
    const dataDir = join(await scratchFolder(), 'data')
    const world = await openWorld({ dataDir })
    onTestFinished(() => world.close())
    const [asked, reminded] = await Promise.all([
      world.phone('telegram', 'CB-113'),
      world.phone('zalo', 'CB-027'),
    ])
    await Promise.all([asked.register(), reminded.register()])
    const platforms = [world.telegram, world.zalo]
    for (const { faults } of platforms) faults.next({ kind: 'unanswered', times: 20 })
    // A reminder hangs in the worker, an answer in the lane of its chat.
    await world.moveTo('2025-10-22T08:00:10+07:00')
    await eventually(() => reminded.heard().length === 2, 'the reminder has left')
    asked.types('hạn nào')
    await eventually(() => asked.heard().length === 2, 'the answer has left')
    const [ended] = await Promise.all(world.processes.map(stop))
    expect(ended?.code).toBe(0)
    expect(ended?.ms).toBeLessThan(STOPS_WITHIN_MS)
    expect(processesOf(dataDir)).toEqual({})

    for (const { faults } of platforms) faults.clear()
    const { stdout } = await runAdmin(world.env, 'deliveries', '--json')
    const { states } = JSON.parse(stdout) as { states: Record<string, number> }
    expect((states['uncertain'] ?? 0) + (states['sending'] ?? 0)).toBeGreaterThanOrEqual(2)
  })
})

describe('by polling', () => {
  test('messages come without a webhook, the webhook is shut, and the end comes in time', async () => {
    const world = await openWorld({ start: false })
    onTestFinished(() => world.close())
    world.zalo.useWebhook(undefined)
    world.telegram.useWebhook(undefined)
    const env: Record<string, string> = {
      ...world.env,
      ZALO_MODE: 'polling',
      TELEGRAM_MODE: 'polling',
    }
    for (const name of ['ZALO_WEBHOOK_SECRET', 'TELEGRAM_WEBHOOK_SECRET', 'PUBLIC_URL'])
      Reflect.deleteProperty(env, name)
    const product = await startProduct({ env, args: ['--demo'] })
    for (const channel of ['zalo', 'telegram'] as const) {
      const stranger = await world.phone(channel, 'người lạ')
      expect(await stranger.says('xin chào')).toContain('mã đăng ký')
      for (const secret of ['', 'undefined', world.webhookSecrets[channel]]) {
        const name =
          channel === 'zalo' ? 'x-bot-api-secret-token' : 'x-telegram-bot-api-secret-token'
        const answer = await fetch(`http://127.0.0.1:${world.port}/webhooks/${channel}`, {
          method: 'POST',
          headers: { [name]: secret },
          body: '{}',
        })
        expect(answer.status).toBe(401)
      }
    }
    const { code, ms } = await stop(product)
    expect(code).toBe(0)
    expect(ms).toBeLessThan(STOPS_WITHIN_MS)
    const calls = [...world.telegram.calls, ...world.zalo.calls].map(({ method }) => method)
    expect(calls.filter((method) => /webhook/iu.test(method))).toEqual([])
  })
})
