import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scratchFolder } from '../support/embedded-project.ts'
import type { Tables } from '../support/tables.ts'
import { openTables } from '../support/tables.ts'
import type { Phone, World } from '../support/world.ts'
import { eventually, openWorld } from '../support/world.ts'

const CAMPAIGN = join(import.meta.dirname, '..', '..', 'prisma', 'campaigns', 'chi-lang')
const PEOPLE = 350
const UNREGISTERED = 5
/** Zalo takes five messages a second, Telegram thirty. */
const ON_ZALO = 16
const BOTS = { telegram: 'telegram:7000000001', zalo: 'zalo:7000000000000000002' } as const
const NOTICE = 'Mời các đơn vị treo cờ từ ngày 05/01.'

const codeOf = (n: number): string => `BR-${String(n + 1).padStart(3, '0')}`

/** Invented people, marked as such; the first writes the notice, the second releases it. */
function writeRoster(file: string): void {
  const families = ['Lường', 'Vi', 'Hoàng', 'Nông', 'Lộc', 'Triệu', 'Đàm', 'Bế', 'Mã', 'Chu']
  const given = ['An', 'Bình', 'Chi', 'Dung', 'Giang', 'Hà', 'Khánh']
  const middle = ['Thử', 'Mẫu', 'Mô', 'Phỏng', 'Giả']
  const units = ['CL-DONGMO', 'CL-TTCHILANG', 'CL-BACTHUY']
  const lines = Array.from({ length: PEOPLE }, (_, n) => {
    const name = [families[n % 10], middle[Math.floor(n / 70)], given[Math.floor(n / 10) % 7]]
    const place = n === 0 ? 'CL-PVHTT' : n === 1 ? 'CL-PNV' : units[n % 3]
    const role = n === 0 ? 'propagation' : n === 1 ? 'appraiser' : 'contact'
    return `${codeOf(n)},${name.join(' ')},đồng chí,Công chức,${place ?? ''},${role},,có`
  })
  const head = 'mã,họ và tên,xưng hô,chức vụ,mã đơn vị,vai trò,điện thoại,dữ liệu mẫu'
  writeFileSync(file, `${[head, ...lines].join('\n')}\n`)
}

describe('a notice to 350 officials over both platforms, with everything going wrong', () => {
  let world: World
  let tables: Tables
  let phones: readonly Phone[]
  /** As if each had registered: 345 codes are a story of their own. */
  const link = (all: readonly Phone[]) => {
    const rows = all.map(
      ({ channel, chatId }, n) => `('${codeOf(n)}', '${channel}', '${BOTS[channel]}:${chatId}')`,
    )
    return tables.rows(
      `insert into channel_account (id, official_id, invite_id, channel, user_key, address, linked_at, last_seen_at)
       select gen_random_uuid(), o.id, gen_random_uuid(), a.channel, a.address, a.address, now(), now()
       from (values ${rows.join()}) as a (code, channel, address) join official o on o.code = a.code`,
    )
  }
  const metric = async (name: string): Promise<number> => {
    const text = await (await fetch(`http://127.0.0.1:${world.port}/metrics`)).text()
    const line = text.split('\n').find((one) => one.startsWith(name))
    return Number(line?.split(' ').at(-1))
  }
  const isNotice = (text: string): boolean =>
    text.startsWith('Kính gửi') && text.includes(`(Phòng Văn hóa`) && text.includes(NOTICE)
  const copies = (phone: Phone): number => phone.heard().filter(isNotice).length
  const arrived = (): number => phones.reduce((sum, phone) => sum + copies(phone), 0)

  beforeAll(async () => {
    const officials = join(await scratchFolder(), 'officials.csv')
    writeRoster(officials)
    const files = { plan: join(CAMPAIGN, 'plan.yaml'), units: join(CAMPAIGN, 'units.csv') }
    world = await openWorld({ processes: 'two', campaign: { ...files, officials } })
    tables = openTables(() => world.databaseUrl)
    const registered = Array.from({ length: PEOPLE - UNREGISTERED }, (_, n) => n)
    phones = await Promise.all(
      registered.map((n) => {
        const channel = n >= 2 && n < 2 + ON_ZALO ? 'zalo' : 'telegram'
        return world.phone(channel, codeOf(n), { started: true })
      }),
    )
    await link(phones)
  }, 120_000)
  afterAll(() => world.close())

  test(
    'arrives at each reachable person at most once, and is reported as it was',
    { timeout: 240_000 },
    async () => {
      const [author, second] = phones
      const [zalo, poor, ...telegram] = [phones[4], phones[8], ...phones.slice(-6)]
      if (!author || !second || !zalo || !poor) throw new Error('the roster is short')
      const [flooded, blocked, dropped, gateway, silent] = telegram.map(({ chatId }) => chatId)
      const { faults } = world.telegram
      faults.next({ kind: 'rate-limited', retryAfter: 2, chat: flooded ?? '' })
      faults.next({ kind: 'blocked', chat: blocked ?? '' })
      faults.next({ kind: 'dropped', chat: dropped ?? '' })
      faults.next({ kind: 'server-error', status: 502, chat: gateway ?? '' })
      faults.next({ kind: 'unanswered', chat: silent ?? '' })
      world.zalo.faults.next({ kind: 'dropped', chat: zalo.chatId })
      world.zalo.faults.next({ kind: 'quota-exceeded', chat: poor.chatId })

      const preview = await author.says(`gửi thông báo: ${NOTICE}`)
      expect(preview).toContain('và 343 người khác')
      expect(preview).toContain('chưa đăng ký hoặc đã chặn): 5:')
      expect(preview).toContain(`Dùng khoảng ${ON_ZALO}/3.000 tin Zalo tháng này`)
      const asked = second.heard().length
      expect(await author.says('gửi 350')).toContain('chờ đồng chí thứ hai')
      expect(await second.hears(asked)).toContain(NOTICE)
      expect(await second.says('1')).toContain('Đã đồng ý gửi TB-001 tới 350 người')

      const isResting = `select count(*) = 1 as holds from bot_pace where bot = '${BOTS.zalo}' and trips > 0`
      await tables.until(isResting, 60_000)
      const rested = arrived()
      await eventually(() => arrived() > rested, 'Telegram goes on meanwhile', 60_000)
      expect(await metric(`thi_dua_bot_rests{bot="${BOTS.zalo}",cause="quota"}`)).toBe(1)
      await world.pullThePlug()
      expect(arrived()).toBeLessThan(PEOPLE - UNREGISTERED)
      await tables.rows(`update bot_pace set paused_until = now() where bot = '${BOTS.zalo}'`)
      await world.startUp()
      await tables.until(
        `select count(*) filter (where state = 'pending') = 0 and count(*) = ${PEOPLE - UNREGISTERED} as holds
         from outbox_part where cause = 'announcement'`,
        120_000,
      )
      // The leases of what the plug left under way are over.
      await world.moveTo('2025-10-20T08:30:00+07:00')
      await tables.until(
        `select count(*) = 0 as holds from announcement where state <> 'published' or reported_at is null`,
        180_000,
      )

      const reached = await tables.rows<{ address: string; state: string }>(
        `select address, state from outbox_part where cause = 'announcement'`,
      )
      const stateOf = ({ chatId }: Phone): string | undefined =>
        reached.find(({ address }) => address.endsWith(`:${chatId}`))?.state
      expect(reached.length).toBe(PEOPLE - UNREGISTERED)
      for (const phone of phones) {
        expect(copies(phone)).toBeLessThanOrEqual(1)
        if (stateOf(phone) === 'sent') expect(copies(phone)).toBe(1)
        if (stateOf(phone) === 'rejected') expect(copies(phone)).toBe(0)
      }
      const count = (state: string): number => reached.filter((part) => part.state === state).length
      expect(count('sent') + count('uncertain') + count('rejected')).toBe(PEOPLE - UNREGISTERED)
      // Refused before the plug was pulled and written down after it: nobody knows, and it is listed.
      const refused = reached.find(({ address }) => address.endsWith(`:${blocked ?? ''}`))?.state
      expect(['rejected', 'uncertain']).toContain(refused)
      expect(count('rejected')).toBe(refused === 'rejected' ? 1 : 0)
      const { stdout } = await world.admin('deliveries', '--json')
      const listed = (JSON.parse(stdout) as { uncertain: { cause: string }[] }).uncertain
      expect(listed.filter(({ cause }) => cause === 'announcement').length).toBe(count('uncertain'))
      expect(count('uncertain')).toBeGreaterThanOrEqual(3)

      const onZalo = reached.filter(({ address }) => address.startsWith('zalo'))
      expect(await metric(`thi_dua_bot_month_messages{bot="${BOTS.zalo}",what="used"}`)).toBe(
        onZalo.filter(({ state }) => state !== 'rejected').length,
      )
      const alarms = (text: string): boolean => text.includes('Zalo báo đã hết hạn mức')
      expect(second.heard().filter(alarms).length).toBe(1)

      const told = (text: string): boolean => text.includes('Thông báo đã gửi xong')
      await eventually(() => author.heard().some(told), 'the author is told')
      const report = author.heard().find(told) ?? ''
      expect(report).toContain(`đã gửi ${count('sent')}/350`)
      expect(report).toContain(`không chắc đã tới: ${count('uncertain')}`)
      expect(report).toContain(`không nhận được tin: ${UNREGISTERED + count('rejected')}`)
    },
  )
})
