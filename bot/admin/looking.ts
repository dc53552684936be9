import { Temporal } from 'temporal-polyfill'
import { localDateOf, startOfDay } from '../../core/calendar/local-time.ts'
import { phaseOf } from '../../core/campaign/campaign.ts'
import { validOn } from '../../core/unit/unit.ts'
import type { LedgerFilter } from '../../core/delivery/outbox-store.ts'
import { CAUSES, PART_STATES } from '../../core/delivery/outbox-store.ts'
import { sayDate, sayMoment } from '../texts/moments.ts'
import { saySuperseded } from '../texts/succession.ts'
import type { Command, Office } from './command.ts'
import { show, UsageRefusal } from './command.ts'

const PHASES = {
  'not-started': 'chưa bắt đầu',
  running: 'đang chạy',
  ended: 'đã kết thúc',
} as const

/** Opening the database has applied the migrations; this says so. */
const migrate: Command = {
  name: 'migrate',
  takes: '',
  does: 'cập nhật cấu trúc cơ sở dữ liệu',
  run: async (office) => {
    show(office, { migrated: true }, () => ['Cấu trúc cơ sở dữ liệu đã ở bản mới nhất.'])
  },
}

const status: Command = {
  name: 'status',
  takes: '',
  does: 'xem phong trào, đơn vị, cán bộ, kênh và hàng đợi',
  run: async (office) => {
    const { config } = office
    const found = await office.transactions.run(async (tx) => {
      const campaigns = (await tx.campaigns.listAll()).map(({ campaign, superseded }) => ({
        id: campaign.id,
        title: campaign.title,
        phase: phaseOf(campaign, tx.now),
        supersedes: campaign.supersedes ?? null,
        supersededBy: superseded?.by ?? null,
        standing: superseded
          ? saySuperseded(superseded.by, superseded.on)
          : PHASES[phaseOf(campaign, tx.now)],
        endsOn: campaign.endsOn.toString(),
        ends: sayDate(campaign.endsOn),
        notice: campaign.notice ?? null,
        gaps: campaign.gaps.map((gap) => gap.label),
      }))
      const officials = await tx.officials.list({})
      const linked = await tx.accounts.countReachable(officials.map((official) => official.id))
      return {
        now: tx.now.toString(),
        moment: sayMoment(tx.now),
        campaigns,
        units: (await tx.units.list()).filter((unit) => validOn(unit, localDateOf(tx.now))).length,
        officials: officials.length,
        linked,
        inbox: await tx.inbox.balance(),
        outbox: await tx.outbox.summarize(),
      }
    })
    const channels = Object.entries(config.channels).map(
      ([name, channel]) => `${name} (${channel.mode})`,
    )
    show(office, { ...found, channels, simulated: config.simulated }, () => [
      `Thời điểm: ${found.moment}`,
      ...found.campaigns.flatMap(({ title, id, standing, supersededBy, ends, notice, gaps }) => [
        `${title} (${id}): ${standing}, đến hết ngày ${ends}.`,
        ...(notice === null ? [] : [`  ${notice}.`]),
        ...(gaps.length > 0 && supersededBy === null
          ? [`  Kế hoạch chưa có: ${gaps.join('; ')}.`]
          : []),
      ]),
      ...(found.campaigns.length === 0
        ? ['Chưa có phong trào nào: npm run admin -- campaign load TỆP']
        : []),
      `Đơn vị: ${found.units}. Cán bộ: ${found.officials}, đã đăng ký: ${found.linked}.`,
      `Kênh: ${channels.length > 0 ? channels.join(', ') : 'nền tảng thử (chưa đặt mã bot)'}.`,
      `Tin đến: ${found.inbox.received} = ${found.inbox.done} đã ghi nhận + ${found.inbox.waiting} đang xử lý + ${found.inbox.forPerson} chờ cán bộ xem.`,
      `Tin đi: ${
        Object.entries(found.outbox)
          .map(([state, count]) => `${state} ${count}`)
          .join(', ') || 'chưa có'
      }.`,
    ])
  },
}

const balance: Command = {
  name: 'balance',
  takes: '',
  does: 'đối chiếu: nhận = ghi nhận + chờ',
  run: async (office) => {
    const { received, done, waiting, forPerson } = await office.transactions.run((tx) =>
      tx.inbox.balance(),
    )
    const balanced = received === done + waiting + forPerson
    show(office, { received, done, waiting, forPerson, balanced }, () => [
      `Nhận ${received} = ghi nhận ${done} + đang xử lý ${waiting} + chờ cán bộ xem ${forPerson}: ${balanced ? 'khớp' : 'KHÔNG KHỚP'}.`,
    ])
  },
}

/** Messages that nobody understood, whole: they were kept for a person to read. */
const waiting: Command = {
  name: 'waiting',
  takes: '',
  does: 'đọc các tin nhắn đang chờ cán bộ xem',
  run: async (office) => {
    const kept = await office.transactions.run(async (tx) => {
      const entries = await tx.inbox.listForPerson(200)
      return Promise.all(
        entries.map(async ({ event, receivedAt }) => {
          const from = 'from' in event ? event.from : undefined
          const linked = from && (await tx.officials.findByAccount(from.userKey))
          return {
            at: sayMoment(receivedAt),
            official: linked ? `${linked.official.name} (${linked.official.unitCode})` : null,
            text: 'text' in event ? event.text : `[${event.kind}]`,
          }
        }),
      )
    })
    show(office, kept, () => [
      `Chờ cán bộ xem: ${kept.length}.`,
      ...kept.map(({ at, official, text }) => `${at} · ${official ?? 'chưa đăng ký'}: ${text}`),
    ])
  },
}

const FILTERS = ['unit', 'official', 'state', 'cause', 'since'] as const

/** The options as a filter of the ledger; undefined without any. Throws what is none in one sentence. */
function ledgerFilter({ options }: Office): LedgerFilter | undefined {
  if (!FILTERS.some((name) => options[name] !== undefined)) return undefined
  const { unit, official, since } = options
  const state = oneOf('state', PART_STATES, options['state'])
  const cause = oneOf('cause', CAUSES, options['cause'])
  return {
    limit: 500,
    ...(unit === undefined ? {} : { unitCode: unit }),
    ...(official === undefined ? {} : { official }),
    ...(state === undefined ? {} : { state }),
    ...(cause === undefined ? {} : { cause }),
    ...(since === undefined ? {} : { since: startOfDay(dayOf(since)) }),
  }
}

function oneOf<T extends string>(
  name: string,
  known: readonly T[],
  typed: string | undefined,
): T | undefined {
  if (typed === undefined) return undefined
  const found = known.find((value) => value === typed)
  if (found === undefined)
    throw new UsageRefusal(`--${name} là một trong: ${known.join(', ')}; nhận được "${typed}".`)
  return found
}

function dayOf(typed: string): Temporal.PlainDate {
  try {
    return Temporal.PlainDate.from(typed)
  } catch {
    throw new UsageRefusal(`--since cần một ngày dạng 2025-10-20; nhận được "${typed}".`)
  }
}

async function showLedger(office: Office, filter: LedgerFilter): Promise<void> {
  const entries = await office.transactions.run((tx) => tx.outbox.listLedger(filter))
  const plain = entries.map(({ queuedAt, finishedAt, ...entry }) => ({
    ...entry,
    queuedAt: queuedAt.toString(),
    finishedAt: finishedAt?.toString() ?? null,
  }))
  show(office, plain, () => [
    `Tin đi: ${entries.length}${entries.length === filter.limit ? ' (mới nhất)' : ''}.`,
    ...entries.map(
      (entry) =>
        `${sayMoment(entry.queuedAt)} · ${entry.official ?? '-'} (${entry.unitCode ?? '-'}) · ${entry.channel} · ${entry.cause} · ${entry.state} · phần ${entry.index + 1}/${entry.of} · lần ${entry.attempts}${entry.failure === undefined ? '' : ` · ${entry.failure}`}`,
    ),
  ])
}

/** What is uncertain is never sent again by itself: the operator sees it here. */
const deliveries: Command = {
  name: 'deliveries',
  takes: '[--unit MÃ] [--official MÃ] [--state …] [--cause …] [--since NGÀY]',
  does: 'xem tin đi theo trạng thái, các tin không chắc đã tới, hoặc từng tin theo điều kiện',
  run: async (office) => {
    const filter = ledgerFilter(office)
    if (filter) return showLedger(office, filter)
    const { states, uncertain } = await office.transactions.run(async (tx) => ({
      states: await tx.outbox.summarize(),
      uncertain: (await tx.outbox.listUncertain(100)).map((part) => ({
        ...part,
        at: part.at.toString(),
      })),
    }))
    show(office, { states, uncertain }, () => [
      ...Object.entries(states).map(([state, count]) => `${state}: ${count}`),
      ...uncertain.map(
        ({ messageId, channel, cause, at }) =>
          `Không chắc đã tới: ${messageId} · ${channel} · ${cause} · ${at}`,
      ),
    ])
  },
}

export const LOOKING: readonly Command[] = [status, balance, waiting, deliveries, migrate]
