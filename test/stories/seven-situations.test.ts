import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Tables } from '../support/tables.ts'
import { openTables } from '../support/tables.ts'
import type { ChannelName, Phone, World } from '../support/world.ts'
import { eventually, openWorld, SMALL_JPEG } from '../support/world.ts'

// Where chat frameworks were measured wrong: each situation through the real adapters, on both channels.
const TAN_LAP = join(import.meta.dirname, '..', 'fixtures', 'campaigns', 'tan-lap-2026')
const CASTS: Record<ChannelName, readonly string[]> = {
  zalo: ['TL-01', 'TL-03', 'TL-04', 'TL-06', 'TL-07', 'TL-10', 'TL-11', 'TL-17'],
  telegram: ['TL-02', 'TL-05', 'TL-08', 'TL-12', 'TL-13', 'TL-20', 'TL-21', 'TL-23'],
}

type Stored = {
  code: string
  version: number
  content: { items: unknown[]; places: string[]; dates: string[] }
}

let world: World
let tables: Tables
beforeAll(async () => {
  world = await openWorld({
    clock: '2026-06-10T09:14:00+07:00',
    campaign: {
      plan: join(TAN_LAP, 'plan.yaml'),
      units: join(TAN_LAP, 'units.csv'),
      officials: join(TAN_LAP, 'officials.csv'),
    },
  })
  tables = openTables(() => world.databaseUrl)
})
afterAll(() => world.close())

/** The newest wording of everything that official has reported. */
function reportsOf(official: string): Promise<Stored[]> {
  return tables.rows<Stored>(
    `select r.code, r.version, v.content from report r
     join official o on o.id = r.official_id
     join report_version v on v.report_id = r.id and v.version = r.version
     where o.code = '${official}' order by r.code`,
  )
}

const settled = (): Promise<void> =>
  tables.until(`select count(*) = 0 as holds from inbox where state = 'waiting'`, 30_000)

function sendAlbum({ channel, chatId }: Phone, photos: number): void {
  for (let index = 0; index < photos; index += 1) {
    if (channel === 'zalo') world.zalo.userSendsPhoto(chatId, { bytes: SMALL_JPEG })
    else
      world.telegram.userSendsPhoto(Number(chatId), {
        bytes: SMALL_JPEG,
        albumId: `album-${chatId}`,
      })
  }
}

describe.each(['zalo', 'telegram'] as const)('on %s', { timeout: 90_000 }, (channel) => {
  const [happy, twice, restarted, edited, burst, aside, album, orphan] = CASTS[channel]

  async function phoneOf(official: string | undefined): Promise<Phone> {
    const phone = await world.phone(channel, official ?? '')
    await phone.register()
    return phone
  }

  test('a report is stored and read back', async () => {
    const phone = await phoneOf(happy)
    expect(await phone.says('8/6 trao 20 suất quà cho hộ nghèo ở thôn 2')).toMatch(/✅.*BC-\d{4}/u)
    expect(await reportsOf(happy ?? '')).toHaveLength(1)
  })

  test('an event delivered twice is one report and one answer', async () => {
    const phone = await phoneOf(twice)
    await phone.says('8/6 trao 21 suất quà cho hộ nghèo ở thôn 2')
    const heard = phone.heard().length
    if (channel === 'zalo') world.zalo.redeliver(1)
    else world.telegram.redeliver(1)
    expect(await phone.says('tôi là ai')).toContain('Tài khoản này')
    expect(phone.heard().length).toBe(heard + 1)
    expect(await reportsOf(twice ?? '')).toHaveLength(1)
  })

  test('a draft survives a cut, and so does a fragment that was waiting', async () => {
    const phone = await phoneOf(restarted)
    expect(await phone.says('hôm qua bên em có trao quà cho hộ nghèo')).toContain('số suất quà')
    await pullThePlug()
    await world.startUp()
    expect(await phone.says('khoảng 20')).toContain('khoảng 20 suất quà')
    await world.moveTo(await later(20))
    const heard = phone.heard().length
    phone.types('3 hội nghị nhé')
    await tables.until(`select count(*) = 1 as holds from inbox where state = 'waiting'`)
    await pullThePlug()
    await world.startUp()
    expect(await phone.hears(heard)).toContain('3 hội nghị')
    await settled()
    expect(phone.heard().length).toBe(heard + 1)
    expect(await reportsOf(restarted ?? '')).toHaveLength(2)
  })

  test('an edited or repeated message corrects the report, any other edit does nothing', async () => {
    const phone = await phoneOf(edited)
    await phone.says('8/6 trao 20 suất quà cho hộ nghèo ở thôn 2')
    const before = phone.heard().length
    if (channel === 'telegram') {
      const own = phone.messages().filter(({ from }) => from !== 'bot')
      const [code, message] = [own.at(-2), own.at(-1)]
      world.telegram.userEdits(Number(phone.chatId), Number(code?.id), 'rút báo cáo')
      const text = '8/6 trao 25 suất quà cho hộ nghèo ở thôn 2'
      world.telegram.userEdits(Number(phone.chatId), Number(message?.id), text)
    } else phone.types('sửa 20 thành 25')
    expect(await phone.hears(before)).toMatch(/20.*→.*25/u)
    await settled()
    expect(phone.heard().length).toBe(before + 1)
    const [stored, ...others] = await reportsOf(edited ?? '')
    expect(stored).toMatchObject({ version: 2, content: { items: [{ quantity: 25 }] } })
    expect(others).toEqual([])
  })

  test('a burst of short messages is one report', async () => {
    const phone = await phoneOf(burst)
    const before = phone.heard().length
    const pieces = [
      'hôm qua',
      'bên em tổ chức 3 hội nghị tuyên truyền',
      '120 lượt người dự',
      'ở thôn 5',
    ]
    for (const piece of pieces) phone.types(piece)
    await eventually(async () => {
      const [report] = await reportsOf(burst ?? '')
      return report?.content.places.length === 1
    }, 'the last piece is in the report')
    await settled()
    const [report, ...others] = await reportsOf(burst ?? '')
    expect(others).toEqual([])
    expect(report?.content).toMatchObject({
      items: [{ quantity: 3 }, { quantity: 120 }],
      dates: ['2026-06-09'],
      places: ['thôn 5'],
    })
    await eventually(() => phone.heard().length >= before + 1, 'the burst is answered')
    expect(phone.heard().length - before).toBeLessThanOrEqual(3)
  })

  test('a question in the middle is answered and not stored; two at once are both answered', async () => {
    const phone = await phoneOf(aside)
    expect(await phone.says('hôm qua bên em có trao quà cho hộ nghèo')).toContain('số suất quà')
    const answer = await phone.says('hạn nộp là ngày nào vậy')
    expect(answer).toContain('20/6/2026')
    expect(answer).toMatch(/Trở lại báo cáo đang soạn: .*số suất quà/u)
    const both = await phone.says('hạn nộp là ngày nào? tôi còn nợ gì?')
    expect(both).toContain('Các hạn sắp tới')
    expect(both).toContain('việc:')
    expect(await phone.says('20 ạ')).toContain('20 suất quà')
    expect(await reportsOf(aside ?? '')).toHaveLength(1)
  })

  test('a whole report with three photos right behind it is one report with three photos', async () => {
    const phone = await phoneOf(album)
    await phone.says('8/6 ra quân tổng vệ sinh ở thôn 3, 60 người tham gia')
    const before = phone.heard().length
    sendAlbum(phone, 3)
    expect(await phone.hears(before)).toMatch(/Đã nhận 3 ảnh cho BC-\d{4} \(tất cả 3\)/u)
    await settled()
    expect(phone.heard().length).toBe(before + 1)
    await tables.until(
      `
      select count(distinct e.id) = 3 and count(e.sha256) = 3 as holds from evidence e
      join report r on r.id = e.report_id join official o on o.id = r.official_id
      where o.code = '${album ?? ''}'`,
      60_000,
    )
  })

  test('photos that nobody can place are asked about once, and join the report that follows', async () => {
    const phone = await phoneOf(orphan)
    const before = phone.heard().length
    sendAlbum(phone, 2)
    expect(await phone.hears(before)).toContain('Đã giữ 2 ảnh')
    const receipt = await phone.says('8/6 ra quân tổng vệ sinh ở thôn 4, 30 người tham gia')
    expect(receipt).toContain('2 ảnh')
    expect(phone.heard().length).toBe(before + 2)
  })
})

test('everything that came in is accounted for', async () => {
  const { stdout } = await world.admin('balance', '--json')
  expect(JSON.parse(stdout)).toMatchObject({ waiting: 0, balanced: true })
})

/** Once the platforms' receipts are written down: what is cut in the middle of a send holds up its chat. */
async function pullThePlug(): Promise<void> {
  await tables.until(
    `select count(*) = 0 as holds from outbox_part where state in ('pending', 'sending')`,
  )
  await world.pullThePlug()
}

/** So many seconds after the newest event. */
async function later(seconds: number): Promise<string> {
  const [row] = await tables.rows<{ at: Date }>('select max(received_at) as at from inbox')
  return new Date((row?.at.getTime() ?? 0) + seconds * 1000).toISOString()
}
