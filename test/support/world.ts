import { randomBytes } from 'node:crypto'
import { createServer } from 'node:net'
import type { TelegramStandIn } from '../../bot/simulator/telegram/stand-in.ts'
import { startTelegramStandIn } from '../../bot/simulator/telegram/stand-in.ts'
import type { ZaloStandIn } from '../../bot/simulator/zalo/stand-in.ts'
import { startZaloStandIn } from '../../bot/simulator/zalo/stand-in.ts'
import type { PhoneMessage } from '../../bot/simulator/phones.ts'
import { faultsOf } from '../bot/texts/courtesy.ts'
import { openApiFront } from './api-front.ts'
import { freshDatabase } from './database.ts'
import type { ProductProcess, Ran } from './product.ts'
import { callAdmin, startProduct, startWithin } from './product.ts'

export type ChannelName = 'telegram' | 'zalo'

/** Files of a campaign to load by `admin`; without them the shipped one is loaded by `--demo`. */
export type CampaignFiles = { plan: string; units: string; officials: string }

export type WorldOptions = {
  /** Where the movable clock starts, e.g. "2025-10-20T07:45:00+07:00". */
  clock?: string
  /** One process unless given, `web` and `worker` apart, or none: the product runs within the test. */
  processes?: 'one' | 'two' | 'within'
  redisUrl?: string
  campaign?: CampaignFiles
  /** Give up on a running product? Then the world has only its platforms and database. */
  start?: boolean
  /** Zalo and Telegram sends per second that the stand-ins take. */
  sendsPerSecond?: number
  /** The product's own embedded database in that folder, instead of one on the test's server. */
  dataDir?: string
  /** Whether Zalo lets the bot into groups; true unless given. */
  zaloGroups?: boolean
  /** Milliseconds before each further attempt of Zalo to push an event; it is lost after the last. */
  zaloRetriesMs?: readonly number[]
}

type Invite = { official: string; name: string; code: string; roles: string[] }

/** Both stand-in platforms, a database of its own, and the product between them, as real processes or within this one. */
export type World = {
  readonly telegram: TelegramStandIn
  readonly zalo: ZaloStandIn
  /** What the processes are started with; changes count from the next start on. */
  readonly env: Record<string, string>
  readonly databaseUrl: string
  readonly processes: readonly ProductProcess[]
  readonly webhookSecrets: Readonly<Record<ChannelName, string>>
  readonly port: number
  /** Starts the product's processes (again); SIGKILL to them when `cut` aborts, also on the way. */
  startUp(cut?: AbortSignal): Promise<void>
  /** SIGKILL to all of them. */
  pullThePlug(): Promise<void>
  /** Moves the simulation's clock forward and has everything due looked for at once. */
  moveTo(moment: string): Promise<void>
  /** A further bot of Zalo, which the product knows from its next start on. */
  furtherZalo(): Promise<ZaloStandIn>
  /** A phone of the official with that roster code; nobody is registered yet. */
  phone(channel: ChannelName, official: string, has?: PhoneOptions): Promise<Phone>
  /** Does an admin command beside the product. */
  admin(...words: string[]): Promise<Ran>
  /** Ends everything; fails when a process did not end well, or something was said that is not courteous. */
  close(): Promise<void>
}

export type PhoneOptions = {
  /** The person has written to the bot before. */
  readonly started?: true
  /** The bot of Zalo that the person writes to; the first unless given. */
  readonly zalo?: ZaloStandIn
}

export type Phone = {
  readonly channel: ChannelName
  readonly chatId: string
  /** Puts the bot into a new group, in which this person speaks. */
  makesGroup(): GroupPhone
  /** What is on the screen, oldest first. */
  messages(): readonly PhoneMessage[]
  /** Texts that the bot has sent. */
  heard(): readonly string[]
  /** Registers with the code issued for the official. */
  register(): Promise<string>
  /** Sends the same code once more. */
  registerAgain(): Promise<string>
  /** Writes, and gives the bot's next message. */
  says(text: string): Promise<string>
  /** Writes, and gives the answer that says this; something unasked may come before it. */
  asks(text: string, about: RegExp): Promise<string>
  /** Writes without waiting. */
  types(text: string): void
  /** Sends a photo, and gives the bot's next message. */
  sendsPhoto(caption?: string): Promise<string>
  /** Presses a button of the newest message that has one (Telegram). */
  presses(label: string): Promise<string>
  /** The next message of the bot after `count` of them. */
  hears(count: number): Promise<string>
}

/** A group, seen from one member's phone. */
export type GroupPhone = {
  readonly chatId: string
  heard(): readonly string[]
  /** Writes to the bot, called by its name, and gives its next message. */
  asks(text: string): Promise<string>
  /** Writes to the others in the group. */
  chats(text: string): void
  hears(count: number): Promise<string>
  /** Telegram: the group becomes a supergroup; gives the phone that shows it. */
  upgrades(): GroupPhone
}

const TELEGRAM_TOKEN = '7000000001:stand-in-secret-half'
const ZALO_TOKEN = '7000000000000000002:stand-in-secret-half'
const FURTHER_ZALO_TOKEN = '7000000000000000003:stand-in-secret-half'

export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const database = await freshDatabase()
  const port = await freePort()
  const webhookSecrets = { telegram: secret(), zalo: secret() }
  const start = Date.parse(options.clock ?? '2025-10-20T07:45:00+07:00')
  const clock = { ahead: start - Date.now() }
  const common = {
    clock: () => Date.now() + clock.ahead,
    random: Math.random,
    fetch: globalThis.fetch,
    ...(options.sendsPerSecond === undefined ? {} : { sendsPerSecond: options.sendsPerSecond }),
  }
  const hook = (channel: ChannelName) => ({
    url: `http://127.0.0.1:${port}/webhooks/${channel}`,
    secret: webhookSecrets[channel],
  })
  const telegram = await startTelegramStandIn({
    ...common,
    token: TELEGRAM_TOKEN,
    bot: { firstName: 'Bot Thi Đua', username: 'thi_dua_bot' },
    webhook: hook('telegram'),
    webhookRetryMs: 200,
  })
  const zalo = await startZaloStandIn({
    ...common,
    token: ZALO_TOKEN,
    bot: { displayName: 'Bot Thi Đua', canJoinGroups: options.zaloGroups ?? true },
    webhook: hook('zalo'),
    webhookRetriesMs: options.zaloRetriesMs ?? [200, 500, 1000, 2000, 4000],
  })
  const front = await openApiFront()
  const further: ZaloStandIn[] = []
  const env: Record<string, string> = {
    ...(options.dataDir === undefined
      ? { DATABASE_URL: database.url }
      : { DATA_DIR: options.dataDir }),
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    CLOCK: options.clock ?? '2025-10-20T07:45:00+07:00',
    TELEGRAM_BOT_TOKEN: TELEGRAM_TOKEN,
    TELEGRAM_WEBHOOK_SECRET: webhookSecrets.telegram,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    TELEGRAM_BOT_NAME: 'thi_dua_bot',
    ZALO_BOT_TOKEN: ZALO_TOKEN,
    ZALO_WEBHOOK_SECRET: webhookSecrets.zalo,
    ZALO_API_ROOT: zalo.apiRoot,
    ZALO_BOT_NAME: 'Bot Thi Đua',
    ...(options.redisUrl === undefined ? {} : { REDIS_URL: options.redisUrl }),
  }
  let processes: ProductProcess[] = []
  const begin = options.processes === 'within' ? startWithin : startProduct
  const roleSets = options.processes === 'two' ? [['web', 'poll'], ['worker']] : [[]]
  let issued: Promise<Map<string, Invite>> | undefined
  const invites = () => (issued ??= issueInvites(world))
  const phones: Phone[] = []

  const world: World = {
    telegram,
    zalo,
    env,
    port,
    databaseUrl: database.url,
    webhookSecrets,
    get processes() {
      return processes
    },
    startUp: async (cut) => {
      processes = []
      for (const roles of roleSets) {
        const demo = options.campaign ? [] : ['--demo']
        processes.push(await begin({ env, args: [...roles, ...demo], cut }))
      }
    },
    pullThePlug: async () => {
      await Promise.all(processes.map((process) => process.kill()))
    },
    moveTo: async (moment) => {
      const answer = await fetch(`http://127.0.0.1:${port}/simulator/clock`, {
        method: 'POST',
        headers: { 'x-requested-with': 'thi-dua-page', 'content-type': 'application/json' },
        body: JSON.stringify({ to: moment }),
      })
      if (!answer.ok) throw new Error(`the clock could not be moved: ${await answer.text()}`)
      clock.ahead = Date.parse(moment) - Date.now()
    },
    furtherZalo: async () => {
      const standIn = await startZaloStandIn({
        ...common,
        token: FURTHER_ZALO_TOKEN,
        bot: { displayName: 'Bot Thi Đua' },
      })
      further.push(standIn)
      front.add(ZALO_TOKEN, zalo.apiRoot)
      front.add(FURTHER_ZALO_TOKEN, standIn.apiRoot)
      Object.assign(env, { ZALO_API_ROOT: front.apiRoot, ZALO_BOT_TOKENS: FURTHER_ZALO_TOKEN })
      return standIn
    },
    phone: async (channel, official, has) => {
      const phone = await openPhone({ world, channel, official, invites, ...has })
      phones.push(phone)
      return phone
    },
    admin: (...words) => callAdmin(env, ...words),
    close: async () => {
      const codes = await Promise.all(processes.map((process) => process.stop()))
      await Promise.all([telegram, zalo, ...further, front].map((one) => one.close()))
      await database.drop()
      if (codes.some((code) => code !== 0 && code !== null))
        throw new Error(`a process ended with ${codes.join(', ')}`)
      checkCourtesy(phones)
    },
  }
  if (options.campaign) await loadFiles(world, options.campaign)
  if (options.start !== false) await world.startUp()
  return world
}

/** Whatever a story has made the bot say, it was said as official messages are. */
function checkCourtesy(phones: readonly Phone[]): void {
  const faulty = phones
    .flatMap((phone) => phone.heard())
    .flatMap((text) => faultsOf(text, 'list').map((fault) => `${fault} ← ${text}`))
  if (faulty.length > 0) throw new Error([...new Set(faulty)].join('\n'))
}

async function loadFiles(world: World, { plan, units, officials }: CampaignFiles): Promise<void> {
  const commands = [
    ['campaign', 'load', plan],
    ['units', 'load', units],
    ['officials', 'load', officials],
  ]
  for (const command of commands) {
    const { code, stderr } = await world.admin(...command)
    if (code !== 0) throw new Error(`admin ${command.join(' ')}: ${stderr}`)
  }
}

async function openPhone(parts: {
  world: World
  channel: ChannelName
  official: string
  invites: () => Promise<Map<string, Invite>>
  started?: true
  zalo?: ZaloStandIn
}): Promise<Phone> {
  const { world, channel, official, invites, started = false } = parts
  const { telegram } = world
  const zalo = parts.zalo ?? world.zalo
  const chatId =
    channel === 'telegram'
      ? String(telegram.createUser({ firstName: official, started }).id)
      : zalo.createUser({ displayName: official, started }).id
  const messages = (): readonly PhoneMessage[] =>
    channel === 'telegram' ? telegram.messages(Number(chatId)) : zalo.messages(chatId)
  const fromBot = () => messages().filter(({ from }) => from === 'bot')
  const heard = () => fromBot().map(({ text }) => text ?? '')
  const hears = async (count: number): Promise<string> => {
    await eventually(() => heard().length > count, `${official} on ${channel} hears from the bot`)
    return heard()[count] ?? ''
  }
  const answered = async (act: () => unknown): Promise<string> => {
    const before = heard().length
    act()
    return hears(before)
  }
  const write = (text: string): void => {
    if (channel === 'telegram') telegram.userSends(Number(chatId), text)
    else zalo.userSends(chatId, text)
  }
  let code = ''
  const sendCode = (): Promise<string> =>
    answered(() =>
      channel === 'zalo' ? write(code) : telegram.userStarts(Number(chatId), code.replace('-', '')),
    )
  return {
    channel,
    chatId,
    makesGroup: () =>
      groupPhone(world, {
        channel,
        member: chatId,
        group:
          channel === 'telegram'
            ? String(telegram.createGroup({ title: 'Nhóm', owner: Number(chatId) }))
            : zalo.createGroup(),
      }),
    messages,
    heard,
    hears,
    says: (text) => answered(() => write(text)),
    asks: async (text, about) => {
      const before = heard().length
      write(text)
      const answer = () =>
        heard()
          .slice(before)
          .find((said) => about.test(said))
      await eventually(() => answer() !== undefined, `${official} on ${channel} hears ${about}`)
      return answer() ?? ''
    },
    types: write,
    register: async () => {
      code = inviteOf(await invites(), official).code
      return sendCode()
    },
    registerAgain: () => sendCode(),
    sendsPhoto: (caption) =>
      answered(() => {
        const photo = { bytes: SMALL_JPEG, ...(caption === undefined ? {} : { caption }) }
        if (channel === 'telegram') telegram.userSendsPhoto(Number(chatId), photo)
        else zalo.userSendsPhoto(chatId, photo)
      }),
    presses: (label) =>
      answered(() => {
        const message = fromBot().findLast(({ buttons }) => buttons !== undefined)
        const button = message?.buttons?.flat().find((b) => b.label.includes(label))
        if (!message || button?.data === undefined) throw new Error(`no button "${label}"`)
        telegram.userPresses(Number(chatId), Number(message.id), button.data)
      }),
  }
}

type Membership = { channel: ChannelName; member: string; group: string }

function groupPhone(world: World, { channel, member, group }: Membership): GroupPhone {
  const { telegram, zalo } = world
  const shown = () =>
    channel === 'telegram' ? telegram.messages(Number(group)) : zalo.messages(group)
  const heard = () =>
    shown()
      .filter(({ from }) => from === 'bot')
      .map(({ text }) => text ?? '')
  const write = (text: string, mention: boolean): void => {
    if (channel === 'zalo') zalo.userSends(member, text, { group, mention })
    else telegram.userSends(Number(member), text, { group: Number(group), mention })
  }
  const hears = async (count: number): Promise<string> => {
    await eventually(() => heard().length > count, `the group on ${channel} hears from the bot`)
    return heard()[count] ?? ''
  }
  return {
    chatId: group,
    heard,
    hears,
    chats: (text) => write(text, false),
    asks: (text) => {
      const before = heard().length
      write(text, true)
      return hears(before)
    },
    upgrades: () => {
      const upgraded = String(telegram.upgradeGroup(Number(group)))
      return groupPhone(world, { channel, member, group: upgraded })
    },
  }
}

/** Issues the codes of a whole roster, by the official. */
async function issueInvites(world: World): Promise<Map<string, Invite>> {
  const { code, stdout, stderr } = await world.admin('invites', 'issue', '--json')
  if (code !== 0) throw new Error(stderr)
  return new Map((JSON.parse(stdout) as Invite[]).map((invite) => [invite.official, invite]))
}

/** Each is used once. */
function inviteOf(invites: Map<string, Invite>, official: string): Invite {
  const invite = invites.get(official)
  if (!invite) throw new Error(`${official} is not on the roster, or is registered`)
  invites.delete(official)
  return invite
}

/** Polls until the condition holds; fails with the sentence when it does not within a minute, on however busy a machine. */
export async function eventually(
  condition: () => boolean | Promise<boolean>,
  what: string,
  withinMs = 60_000,
): Promise<void> {
  const deadline = Date.now() + withinMs
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`not within ${withinMs} ms: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 15))
  }
}

function secret(): string {
  return randomBytes(18).toString('base64url')
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** Enough of a JPEG for a platform to take it as a picture. */
export const SMALL_JPEG = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
  'base64',
)
