import { statfs } from 'node:fs/promises'
import { checkReadiness } from '../../core/readiness/check-readiness.ts'
import type { Readiness } from '../../core/readiness/check-readiness.ts'
import type { Bot, BotKey } from '../../core/delivery/bot.ts'
import { requireBotId } from '../bots.ts'
import { tokensOf } from '../channel-config.ts'
import type { ChannelConfig } from '../channel-config.ts'
import { checkBot } from '../channels/bot-check.ts'
import type { BotCheck } from '../channels/bot-check.ts'
import { ZALO_FREE_PLAN } from '../channels/zalo/plan.ts'
import { openDispatcher } from '../channels/http-exchange.ts'
import { CHANNEL_NAMES } from '../texts/channels.ts'
import type { Finding } from '../texts/readiness.ts'
import { sayCampaignReadiness, sayPlanReadiness } from '../texts/readiness.ts'
import type { Command, Office } from './command.ts'
import { show } from './command.ts'

/** Clocks that differ by more make deadlines fall due at another moment than people read. */
const MOST_SKEW_MS = 30_000
const REACH_WITHIN_MS = 5_000
/** Below the first the database may come to a stop soon, below the second it is time to look. */
const LEAST_DISK_MB = 200
const LITTLE_DISK_MB = 2_000

const LEVELS = { ok: '✓', warning: '!', blocks: '✗' } as const satisfies Record<
  Finding['level'],
  string
>

/** Looks at everything that has to be right before people are invited. Changes nothing. */
const doctor: Command = {
  name: 'doctor',
  takes: '',
  does: 'kiểm tra trước khi mời cán bộ: cấu hình, cơ sở dữ liệu, hàng đợi, bot, đồng hồ, danh sách, gói, ổ đĩa',
  takesAsIs: true,
  run: async (office) => {
    const readiness = await readReadiness(office)
    const findings = [
      ...checkConfig(office),
      await checkDatabase(office),
      await checkQueue(office),
      ...(await checkBots(office)),
      ...(await checkAddress(office)),
      ...(await checkDisk(office)),
      ...(readiness ? sayReadiness(readiness) : []),
    ]
    const blocks = findings.some(({ level }) => level === 'blocks')
    const { pending } = office
    const names = readiness && namesOf(readiness)
    show(office, { ready: !blocks, findings, pendingMigrations: pending, ...names }, () => [
      ...findings.map(({ level, area, text }) => `${LEVELS[level]} ${area}: ${text}`),
      blocks
        ? 'Chưa thể bắt đầu: hãy xử lý các dòng có dấu ✗ rồi chạy lại.'
        : 'Có thể bắt đầu. Các dòng có dấu ! nên được xem lại.',
    ])
    if (blocks) office.fail()
  },
}

/** Undefined where the database lacks migrations, so that its tables cannot be read. */
async function readReadiness(office: Office): Promise<Readiness | undefined> {
  if (office.pending.length > 0) return undefined
  return office.transactions.run((tx) =>
    checkReadiness({ ...tx, bots: botsToLaunch(office, tx.bots) }),
  )
}

function sayReadiness({ campaigns, plans }: Readiness): readonly Finding[] {
  const ofCampaigns = campaigns.length > 0 ? campaigns.flatMap(sayCampaignReadiness) : [noCampaign]
  return [...ofCampaigns, ...plans.flatMap(sayPlanReadiness)]
}

/** Those of the configuration; until Zalo is configured, one bot on the free plan. */
function botsToLaunch({ config }: Office, bots: readonly Bot[]): readonly Bot[] {
  if (config.channels.zalo) return bots
  const zalo: Bot = { key: 'zalo:' as BotKey, channel: 'zalo', plan: ZALO_FREE_PLAN }
  return [...bots.filter(({ channel }) => channel !== 'zalo'), zalo]
}

const noCampaign: Finding = {
  area: 'phong trào',
  level: 'blocks',
  text: 'Chưa có phong trào nào chưa kết thúc: nạp kế hoạch bằng "campaign load".',
}

/** Whom a program has to write to: everybody who is left out, and not only the first. */
function namesOf({ campaigns, plans }: Readiness) {
  return {
    plans: plans.map(({ leftOut, ...plan }) => ({
      ...plan,
      leftOut: leftOut.map(({ code, name, unitCode }) => ({
        official: code,
        name,
        unit: unitCode,
      })),
    })),
    campaigns: campaigns.map(({ campaign, noContact, noHead, noPhone }) => ({
      campaign: campaign.id,
      noContact: noContact.map(({ code }) => code),
      noHead: noHead.map(({ code }) => code),
      noPhone: noPhone.map(({ code }) => code),
    })),
  }
}

function checkConfig({ config }: Office): readonly Finding[] {
  const area = 'cấu hình'
  const names = Object.entries(config.channels).map(
    ([name, channel]) => `${name} (${channel.mode}, ${tokensOf(channel).length} bot)`,
  )
  const found: Finding[] = []
  if (names.length === 0)
    found.push({
      area,
      level: 'warning',
      text: 'Chưa đặt mã bot nào: sản phẩm chạy thử với nền tảng giả. Đặt ZALO_BOT_TOKEN trước khi mời cán bộ.',
    })
  else if (config.clock)
    found.push({
      area,
      level: 'blocks',
      text: 'CLOCK đang đặt nên đồng hồ không phải giờ thật; hãy bỏ CLOCK.',
    })
  else if (!config.production)
    found.push({ area, level: 'warning', text: 'Nên đặt NODE_ENV=production trên máy chủ thật.' })
  if (found.length > 0) return found
  return [{ area, level: 'ok', text: `Đọc được; kênh: ${names.join(', ')}.` }]
}

/** Opening the database has checked the server; what is left is its structure and its clock. */
async function checkDatabase({ databaseTime, pending }: Office): Promise<Finding> {
  const area = 'cơ sở dữ liệu'
  if (pending.length > 0)
    return {
      area,
      level: 'blocks',
      text: `Còn ${pending.length} bước cập nhật cấu trúc chưa chạy (${pending.join(', ')}): hãy sao lưu máy chủ cơ sở dữ liệu nếu đã có dữ liệu, chạy "npm run admin -- migrate" hoặc khởi động lại sản phẩm, rồi chạy lại lệnh này để kiểm tra cả danh sách.`,
    }
  const before = Date.now()
  const at = await databaseTime()
  const skewMs = Math.abs(at.epochMilliseconds - (before + Date.now()) / 2)
  if (skewMs > MOST_SKEW_MS)
    return {
      area,
      level: 'blocks',
      text: `Đồng hồ máy chủ cơ sở dữ liệu lệch ${Math.round(skewMs / 1000)} giây so với máy này; hãy đồng bộ giờ (NTP) cả hai.`,
    }
  return { area, level: 'ok', text: 'Trả lời, cấu trúc ở bản mới nhất, đồng hồ khớp.' }
}

async function checkQueue({ config, queueProblem }: Office): Promise<Finding> {
  const where = config.redisUrl === undefined ? 'PostgreSQL' : 'Redis'
  const problem = await queueProblem()
  return problem === undefined
    ? { area: 'hàng đợi', level: 'ok', text: `Trả lời (${where}).` }
    : { area: 'hàng đợi', level: 'blocks', text: problem }
}

async function checkBots({ config: { channels } }: Office): Promise<readonly Finding[]> {
  const dispatcher = openDispatcher({ connections: 1 })
  const asked = (['zalo', 'telegram'] as const).flatMap((name) => {
    const channel = channels[name]
    return channel ? tokensOf(channel).map((token) => ({ name, channel, token })) : []
  })
  try {
    return await Promise.all(
      asked.map(async ({ name, channel, token }) => {
        const check = await checkBot(name, { token, apiRoot: channel.apiRoot, dispatcher })
        const bot = requireBotId(name, token)
        return sayBot({ bot, name: CHANNEL_NAMES[name], channel, check })
      }),
    )
  } finally {
    await dispatcher.destroy()
  }
}

function sayBot(asked: {
  bot: string
  name: string
  channel: ChannelConfig
  check: BotCheck
}): Finding {
  const { bot, name, channel, check } = asked
  const area = `bot ${name} ${bot}`
  if (!check.ok)
    return {
      area,
      level: 'blocks',
      text: `${name} không nhận mã bot hoặc không trả lời (${check.code}); hãy kiểm tra mã bot và kết nối mạng.`,
    }
  const hasWebhook = check.webhook !== ''
  if (hasWebhook !== (channel.mode === 'webhook'))
    return {
      area,
      level: 'blocks',
      text: hasWebhook
        ? `Đang ở chế độ polling nhưng ${name} vẫn giữ một webhook; chạy "webhook delete ${name.toLowerCase()}".`
        : `Chưa đặt webhook nên chưa nhận được tin; chạy "webhook set ${name.toLowerCase()}".`,
    }
  const called = check.name === undefined ? '' : ` là "${check.name}"`
  return { area, level: 'ok', text: `Trả lời${called}, ${channel.mode} đúng.` }
}

/** Whether the public address leads to a running product. */
async function checkAddress({ config }: Office): Promise<readonly Finding[]> {
  const { publicUrl, channels } = config
  const area = 'PUBLIC_URL'
  if (publicUrl === undefined) {
    const needed = Object.values(channels).some(({ mode }) => mode === 'webhook')
    return needed ? [{ area, level: 'blocks', text: 'Chưa đặt PUBLIC_URL.' }] : []
  }
  const reached = await fetch(`${publicUrl}/health/live`, {
    signal: AbortSignal.timeout(REACH_WITHIN_MS),
    redirect: 'error',
  }).then(
    ({ ok }) => ok,
    () => false,
  )
  const level = reached ? 'ok' : 'warning'
  const said = reached
    ? `${publicUrl} trả lời.`
    : `${publicUrl}/health/live chưa trả lời: sản phẩm chưa chạy, hoặc proxy, tường lửa, chứng chỉ https cần kiểm tra.`
  return [{ area, level, text: said }]
}

/** The embedded database lives on this disk; a server of the operator's own is looked after elsewhere. */
async function checkDisk({ config }: Office): Promise<readonly Finding[]> {
  if (config.databaseUrl !== undefined) return []
  const area = 'ổ đĩa'
  const { bavail, bsize } = await statfs(config.dataDir)
  const freeMb = Math.floor((bavail * bsize) / 1024 ** 2)
  const level = freeMb < LEAST_DISK_MB ? 'blocks' : freeMb < LITTLE_DISK_MB ? 'warning' : 'ok'
  const next = level === 'ok' ? '' : ' Hãy dọn bớt hoặc chuyển DATA_DIR sang ổ khác.'
  return [{ area, level, text: `Còn trống ${freeMb} MB ở ${config.dataDir}.${next}` }]
}

export const DOCTOR: readonly Command[] = [doctor]
