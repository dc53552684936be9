import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { secureChance } from '../../../../bot/chance.ts'
import { movableClock } from '../../../../bot/clock.ts'
import { openLog } from '../../../../bot/log.ts'
import { openServer } from '../../../../bot/server.ts'
import { loadCalendars, loadChains, loadShippedCampaign, valueOf } from '../../../../bot/shipped.ts'
import { telegramHandsets, zaloHandsets } from '../../../../bot/simulator/handsets.ts'
import { addPage } from '../../../../bot/simulator/page.ts'
import { DEMONSTRATION_START } from '../../../../bot/simulator/shared-clock.ts'
import { phraseForGroup } from '../../../../bot/texts/groups.ts'
import { phraseNotice } from '../../../../bot/texts/notices.ts'
import type { Address } from '../../../../core/delivery/channel.ts'
import { loadOfficials } from '../../../../core/official/load-officials.ts'
import { registerOfficial } from '../../../../core/official/register-official.ts'
import type { Transactions } from '../../../../core/ports.ts'
import { openMemory } from '../../../../prisma/client.ts'
import { readOfficialsFile } from '../../../../prisma/files/officials-file.ts'
import { freshDatabase } from '../../../support/database.ts'
import { telegram, zalo } from '../stand-ins.ts'

export const ROOT = join(import.meta.dirname, '..', '..', '..', '..')
const CAMPAIGNS = join(ROOT, 'prisma', 'campaigns')
const CHI_LANG = join(CAMPAIGNS, 'chi-lang')
const FILES = join(ROOT, 'bot', 'simulator', 'page', 'browser')

/** An invented contact and an invented head of the shipped roster. */
export const CONTACT = 'CB-001'
export const HEAD = 'CB-002'

export type Reply = { readonly status: number; readonly body: string }

export type AskOptions = {
  readonly method?: 'GET' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}

const OWN = { host: 'localhost:8080', 'x-requested-with': 'thi-dua-page' }

/** A memory of its own with the shipped campaign and a few of its people, or none. */
export async function openTown({ people = true }: { people?: boolean } = {}) {
  const database = await freshDatabase()
  const clock = movableClock(DEMONSTRATION_START)
  const voice = {
    phrase: phraseNotice,
    phraseForGroup,
    render: () => undefined,
    restate: () => undefined,
    linkTo: () => undefined,
  }
  const memory = openMemory(database.url, 5, () => ({
    now: clock.now(),
    chance: secureChance,
    voice,
    bots: [],
  }))
  onTestFinished(async () => {
    await memory.close()
    await database.drop()
  })
  await loadCalendars(memory.transactions, join(CAMPAIGNS, 'calendars'))
  await loadChains(memory.transactions, join(CAMPAIGNS, '..', 'chains'))
  await loadShippedCampaign(memory.transactions, CHI_LANG, false)
  if (people) await loadFew(memory.transactions)
  return { clock, transactions: memory.transactions }
}

async function loadFew(transactions: Transactions): Promise<void> {
  const units = await transactions.run((tx) => tx.units.list())
  const roster = valueOf(await readOfficialsFile(join(CHI_LANG, 'officials.csv'), units))
  await transactions.run((tx) => loadOfficials(tx, roster.slice(0, 4)))
}

/** Both platforms with nobody behind the bot: what it says, a test says for it. */
export async function openPlatforms() {
  const platforms = { zalo: await zalo(), telegram: await telegram() }
  const botName = 'Bot Thi đua'
  const handsets = {
    zalo: zaloHandsets({ standIn: platforms.zalo, botId: '2', botName }),
    telegram: telegramHandsets({ standIn: platforms.telegram, botId: '1', botName }),
  }
  return { ...platforms, handsets }
}

/** The page on a server that is not opened yet. */
export function newPage() {
  const server = openServer(openLog('warn'))
  onTestFinished(() => server.close())
  const page = addPage(server.app, FILES)
  const ask = async (url: string, { method = 'GET', headers, body }: AskOptions = {}) => {
    const payload = body === undefined ? {} : { payload: body }
    const answer = await server.app.inject({
      method,
      url,
      headers: { ...OWN, ...headers },
      ...payload,
    })
    const reply: Reply = { status: answer.statusCode, body: answer.body }
    return reply
  }
  const tell = (url: string, content: unknown = {}) =>
    ask(url, { method: 'POST', body: JSON.stringify(content) })
  return { server, page, ask, tell }
}

/** The page, open, with the town and the platforms behind it. */
export async function openWholePage(options: { people?: boolean } = {}) {
  const town = await openTown(options)
  const platforms = await openPlatforms()
  const sweeps = { count: 0 }
  const made = newPage()
  made.page.open({
    ...town,
    handsets: platforms.handsets,
    fetch,
    wakeSweep: async () => {
      sweeps.count += 1
    },
  })
  return { ...town, ...platforms, ...made, sweeps }
}

/** Links an account with a code, as the bot does when the code is sent from that phone. */
export async function register(
  transactions: Transactions,
  account: { code: string; userKey: string },
): Promise<void> {
  await transactions.run(async (tx) => {
    const { code, userKey } = account
    const address = userKey as Address
    const outcome = await registerOfficial(tx, {
      code: code.replace('-', ''),
      channel: userKey.startsWith('zalo') ? 'zalo' : 'telegram',
      userKey,
      address,
    })
    if (!outcome.ok) throw new Error(outcome.refusal.reason)
  })
}
