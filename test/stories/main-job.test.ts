import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeNeeding, findProgram } from '../support/needing.ts'
import type { RedisServer } from '../support/redis.ts'
import { startRedis } from '../support/redis.ts'
import { thoroughly } from '../support/thorough.ts'
import type { ChannelName, Phone, World } from '../support/world.ts'
import { eventually, openWorld } from '../support/world.ts'
import type { Cast } from './casts.ts'
import { CHI_LANG, TAN_LAP_2026 } from './casts.ts'

const CHANNELS: readonly ChannelName[] = ['zalo', 'telegram']

type Stage = { cast: Cast; processes: 'one' | 'two'; redis: boolean }

describe('one process, queue in PostgreSQL, the shipped campaign', () =>
  play({ cast: CHI_LANG, processes: 'one', redis: false }))
describeNeeding('redis-server', 'web and worker apart, queue in Redis', () =>
  play({ cast: thoroughly(TAN_LAP_2026, CHI_LANG), processes: 'two', redis: true }),
)
if (thoroughly(findProgram('redis-server') === undefined, true))
  describe('web and worker apart, another campaign from files', () =>
    play({ cast: TAN_LAP_2026, processes: 'two', redis: false }))

/** The whole main job, from a stranger to a nomination that has been submitted, in one world. */
function play({ cast, processes, redis }: Stage): void {
  let world: World
  let server: RedisServer | undefined
  const phones = new Map<string, Phone>()
  const phone = (code: string): Phone => phones.get(code) ?? fail(code)

  beforeAll(async () => {
    server = redis ? await startRedis() : undefined
    world = await openWorld({
      clock: cast.early,
      processes,
      ...(cast.files ? { campaign: cast.files } : {}),
      ...(server ? { redisUrl: server.url } : {}),
    })
    for (const [index, channel] of CHANNELS.entries()) {
      for (const code of [cast.contact[index], cast.head[index]])
        phones.set(code ?? '', await world.phone(channel, code ?? ''))
    }
    phones.set(cast.appraiser, await world.phone('zalo', cast.appraiser))
    phones.set(cast.owing, await world.phone('zalo', cast.owing))
    phones.set(cast.propagation, await world.phone('telegram', cast.propagation))
  })
  afterAll(async () => {
    await world.close()
    await server?.stop()
  })

  describe.each(CHANNELS.map((channel, index) => ({ channel, index })))(
    'on $channel',
    ({ index, channel }) => {
      const contact = (): Phone => phone(cast.contact[index] ?? '')
      const head = (): Phone => phone(cast.head[index] ?? '')

      test('a stranger can only register', async () => {
        const answer = await contact().says(cast.reports[0]?.says ?? '')
        expect(answer).toContain('mã đăng ký')
        expect(await contact().says('ABCD-1234')).toContain('mã đăng ký')
      })

      test('a code binds the account, is read back by name, and is undone by one word', async () => {
        const welcome = await contact().register()
        expect(welcome).toContain('hệ thống tự động')
        expect(welcome).toMatch(/Trợ lý lưu họ tên.*chỉ để phục vụ phong trào/u)
        expect(await contact().says('toi la ai')).toContain('Tài khoản này')
        expect(await contact().says('sai người')).toContain('Đã gỡ tài khoản')
        expect(await contact().says('toi la ai')).toContain('mã đăng ký')
      })

      test('the undone code is good for the right person', async () => {
        expect(await contact().registerAgain()).toContain('Đã đăng ký')
        expect(await head().register()).toContain('Đã đăng ký')
      })

      test('the deadlines are told with their weekday', async () => {
        expect(await contact().says('hạn nào')).toContain(cast.due)
        expect(await contact().says('han nao')).toContain(cast.due)
      })

      test.each(cast.reports)('"$says" is a report, stored and read back', async (report) => {
        const receipt = await contact().says(report.says)
        expect(receipt).toMatch(/Đã ghi nhận BC-\d{4}/u)
        expect(receipt).toContain(cast.period)
        for (const figure of report.figures) expect(receipt).toContain(figure)
        expect(receipt.split('\n').length).toBeLessThanOrEqual(6)
      })

      test('letters with separate marks say the same', async () => {
        const decomposed = (cast.reports[0]?.says ?? '').normalize('NFD')
        const receipt = await contact().says(decomposed)
        for (const figure of cast.reports[0]?.figures ?? []) expect(receipt).toContain(figure)
      })

      test('the duty is done, and another unit does not see it', async () => {
        expect(await contact().says('tôi còn nợ gì')).not.toContain(`báo cáo ${cast.period}`)
        expect(await contact().says('bao cao cua toi')).toMatch(/BC-\d{4}.*BC-\d{4}/su)
      })

      test('a photo joins the report it follows', async () => {
        expect(await contact().sendsPhoto()).toMatch(/Đã nhận ảnh cho BC-\d{4}/u)
      })

      test('a figure is corrected and the correction undone', async () => {
        const [figure] = (cast.reports[0]?.figures[1] ?? '').split(' ')
        const corrected = await contact().says(`nham, 133 chu khong phai ${figure ?? ''}`)
        expect(corrected).toMatch(new RegExp(`${figure ?? ''} → 133`, 'u'))
        expect(await contact().says('hoàn tác')).toContain('Bản cũ vẫn được lưu')
      })

      test('withdrawing asks first, and a plain number answers only that question', async () => {
        const list = await contact().says('báo cáo của tôi')
        const code = /BC-\d{4}/u.exec(list)?.[0] ?? ''
        expect(await contact().says(`rút ${code}`)).toMatch(/1.*Đúng, rút[\s\S]*2.*Không/u)
        expect(await contact().says('2')).toContain('giữ nguyên')
        expect(await contact().says(`rut ${code.toLowerCase()}`)).toContain(`Rút ${code}`)
        expect(await contact().says('1 ạ')).toContain(`Đã rút ${code}`)
        expect(await contact().says('1')).not.toContain('Đã rút')
      })

      test('a nomination goes to the head, who answers with one digit', async () => {
        const draft = await contact().says(cast.nomination.says)
        expect(draft).toMatch(/Đã lập nháp HS-\d{3}/u)
        expect(draft).toContain(cast.nomination.name)
        expect(draft).toContain(cast.nomination.award)
        const before = head().heard().length
        expect(await contact().says('1')).toContain('Chờ ý kiến người đứng đầu')
        expect(await head().hears(before)).toContain('xin ý kiến ')
        const told = contact().heard().length
        expect(await head().says('1')).toMatch(/Đã trình/u)
        expect(await contact().hears(told)).toMatch(/Đã trình/u)
        const code = /HS-\d{3}/u.exec(draft)?.[0] ?? ''
        expect(await contact().says(`${code} toi dau roi`)).toContain('đang giữ hồ sơ')
      })

      test("another unit's dossier is refused as if there were none", async () => {
        const other = await contact().says('HS-099 đến đâu rồi')
        expect(other).toContain('Không có hồ sơ HS-099')
      })

      test(`help names what can be said (${channel})`, async () => {
        expect(await contact().says('tro giup')).toContain('không phát sinh')
      })
    },
  )

  test('a unit does not see the dossier of another one that exists', async () => {
    const [first, second] = cast.contact
    const own = await phone(first).says('hồ sơ đến đâu')
    const code = /HS-\d{3}/u.exec(own)?.[0] ?? ''
    expect(await phone(second).says(`${code} đến đâu rồi`)).toContain(`Không có hồ sơ ${code}`)
  })

  test('the appraisers see what was submitted and who has not reported', async () => {
    const appraiser = phone(cast.appraiser)
    expect(await appraiser.register()).toContain('Đã đăng ký')
    expect(await appraiser.says('ho so cho tham dinh')).toContain(cast.nomination.name)
    expect(await appraiser.says('ai chưa nộp')).toMatch(/chưa nhận được|Chưa có ai/u)
  })

  test('an official without the right is told so', async () => {
    expect(await phone(cast.contact[0]).says('ai chưa nộp')).toContain('chưa có quyền')
  })

  test('a propagation notice goes to everybody after a preview', async () => {
    await world.moveTo(cast.clock)
    const author = phone(cast.propagation)
    await author.register()
    const draft = 'gửi thông báo: Mời các đơn vị treo cờ ngày 06/01.'
    const preview = await author.asks(draft, /Mời các đơn vị treo cờ ngày 06\/01\./u)
    expect(preview).toContain('chưa đăng ký')
    const count = /Nhắn "gửi (\d+)"/u.exec(preview)?.[1] ?? ''
    await author.asks(`gửi ${Number(count) + 1}`, /Chưa gửi/u)
    const second = phone(cast.appraiser)
    const before = second.heard().length
    const sent = await author.asks(`gửi ${count}`, /chờ đồng chí thứ hai|Đã xếp lịch/u)
    if (Number(count) > 100) {
      expect(sent).toContain('chờ đồng chí thứ hai')
      await eventually(
        () => second.heard().slice(before).join().includes('treo cờ'),
        'the second person is asked',
      )
      await second.asks('đồng ý gửi', /Đã đồng ý gửi/u)
    }
    const reader = phone(cast.contact[0])
    await eventually(
      () => reader.heard().some((text) => text.includes('Thông báo tuyên truyền')),
      'the notice arrives',
    )
    expect(reader.heard().filter((text) => text.includes('treo cờ')).length).toBe(1)
    await reader.asks('1', /đã nắm TB-001/u)
    await eventually(
      () =>
        author.heard().some((text) => text.includes('1. Đã nắm') && !text.includes('Xem trước')),
      'the author gets it too',
    )
    await author.asks('TB-001 tới đâu', /TB-001: đã gửi \d+\/\d+, 1 đã nắm/u)
  })

  test('a unit that owes is reminded at the hour of the ladder, one that is done is not', async () => {
    const owing = phone(cast.owing)
    await owing.register()
    const asks = (said: string): boolean => said.includes(`chưa nhận được ${cast.reminder.says}`)
    const reminder = (code: string) => phone(code).heard().findLast(asks)
    const before = reminder(cast.owing)
    await world.moveTo(cast.reminder.at)
    await eventually(() => reminder(cast.owing) !== before, 'the unit that owes is reminded')
    expect(reminder(cast.owing)).toContain('không phát sinh')
    await owing.asks('khong phat sinh', /đã ghi nhận|✅/iu)
    expect(reminder(cast.contact[0])).toBeUndefined()
    await owing.asks('vì sao tôi nhận tin này', /tin nhắc việc/u)
  })

  test('everything that came in is accounted for', async () => {
    const { stdout } = await world.admin('balance', '--json')
    expect(JSON.parse(stdout)).toMatchObject({ waiting: 0, balanced: true })
  })
}

function fail(code: string): never {
  throw new Error(`nobody plays ${code}`)
}
