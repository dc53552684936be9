import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paragraphsOf, tableRowsOf } from '../support/office-files.ts'
import { thoroughly } from '../support/thorough.ts'
import type { ChannelName, Phone, World } from '../support/world.ts'
import { eventually, openWorld } from '../support/world.ts'
import type { Cast } from './casts.ts'
import { CHI_LANG, TAN_LAP_2026 } from './casts.ts'

const CASTS = [
  { title: 'the shipped campaign', cast: CHI_LANG },
  { title: 'another campaign from files', cast: TAN_LAP_2026 },
]

describe.each(thoroughly(CASTS.slice(0, 1), CASTS))('papers of $title', ({ cast }) => play(cast))

function play(cast: Cast): void {
  let world: World
  let contact: Phone, head: Phone, appraiser: Phone, stranger: Phone
  let code = ''
  const folder = mkdtempSync(join(tmpdir(), 'papers-'))

  async function joined(channel: ChannelName, official: string): Promise<Phone> {
    const phone = await world.phone(channel, official)
    await phone.register()
    return phone
  }

  beforeAll(async () => {
    world = await openWorld({
      processes: 'within',
      clock: cast.clock,
      ...(cast.files ? { campaign: cast.files } : {}),
    })
    contact = await joined('zalo', cast.contact[0])
    head = await joined('telegram', cast.head[0])
    appraiser = await joined('telegram', cast.appraiser)
    stranger = await joined('zalo', cast.owing)
    for (const { says } of cast.reports) await contact.says(says)
    code = /HS-\d+/u.exec(await contact.says(cast.nomination.says))?.[0] ?? ''
    const before = head.heard().length
    await contact.says('1')
    await head.hears(before)
    const [told, asked] = [contact.heard().length, appraiser.heard().length]
    await head.says('1')
    // Both are told of the submission; what is asked of them later must not be taken for that.
    await Promise.all([contact.hears(told), appraiser.hears(asked)])
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true })
    await world.close()
  })

  /** Asks on Telegram, and gives the file that comes, whatever else is said meanwhile. */
  async function asksFor(phone: Phone, words: string) {
    const before = phone.messages().length
    phone.types(words)
    const found = () =>
      phone
        .messages()
        .slice(before)
        .find(({ attachment }) => attachment)
    await eventually(() => found() !== undefined, words)
    const { text = '', attachment } = found() ?? {}
    const answer = await fetch(attachment?.url ?? '')
    const bytes = new Uint8Array(await answer.arrayBuffer())
    return { text, name: attachment?.name ?? '', bytes }
  }

  /** Writes, and gives the answer in which that stands, whatever reminder comes meanwhile. */
  async function says(phone: Phone, words: string, part: string | RegExp): Promise<string> {
    const before = phone.heard().length
    phone.types(words)
    const found = () =>
      phone
        .heard()
        .slice(before)
        .find((text) => text.search(part) >= 0)
    await eventually(() => found() !== undefined, words)
    return found() ?? ''
  }

  test('the office is sent the letter as a file, with the nominee in its list', async () => {
    const { text, name, bytes } = await asksFor(appraiser, 'xuất tờ trình')
    expect(text).toContain('Tờ trình đề nghị khen thưởng kèm danh sách (dự thảo)')
    expect(name).toBe('to-trinh.docx')
    expect(paragraphsOf(bytes)).toContain('DỰ THẢO')
    expect(tableRowsOf(bytes).map((row) => row[2])).toContain(cast.nomination.name)
    expect(tableRowsOf(bytes).map((row) => row.at(-1))).toContain(code)
  })

  test.each([
    ['xuat danh sach trich ngang', 'danh-sach-trich-ngang.docx'],
    ['xuất biên bản', 'bien-ban.docx'],
    ['xuất quyết định'.normalize('NFD'), 'quyet-dinh.docx'],
    ['soạn công văn đôn đốc', 'cong-van-don-doc.docx'],
    ['xuat cong van don doc', 'cong-van-don-doc.docx'],
    ['xuất báo cáo tổng hợp', 'bao-cao-tong-hop.docx'],
  ])('"%s" gives %s', async (words, name) => {
    expect((await asksFor(appraiser, words)).name).toBe(name)
  })

  test('the spreadsheet opens as one', async () => {
    const { bytes } = await asksFor(appraiser, 'xuất excel')
    const rows = await readSheet(Buffer.from(bytes))
    expect(rows.flat()).toContain(cast.nomination.name)
  })

  test('on Zalo the unit gets a link to its own dossier, whose digests are right', async () => {
    const said = await says(contact, `xuất hồ sơ ${code}`, /http:/u)
    const link = /http:\S+/u.exec(said)?.[0] ?? ''
    expect(link).toMatch(/\/files\/[\da-f-]{36}\?e=\d+&s=[\w-]+$/u)
    const answer = await fetch(link)
    expect(answer.headers.get('content-disposition')).toContain(`${code}-ho-so.zip`)
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
    const sums = strFromU8(files['SHA256SUMS'] ?? new Uint8Array())
      .trim()
      .split('\n')
    expect(sums.length).toBeGreaterThanOrEqual(3)
    for (const line of sums) {
      const [sha256, path = ''] = line.split('  ')
      expect(
        createHash('sha256')
          .update(files[path] ?? '')
          .digest('hex'),
      ).toBe(sha256)
    }
    const report = paragraphsOf(files['02-bao-cao-thanh-tich.docx'] ?? new Uint8Array()).join('\n')
    expect(report).toContain(cast.nomination.name)
    expect(report).toMatch(/\(BC-\d+.*\)|\[Tác giả bổ sung minh chứng\]/u)
    expect((await fetch(`${link}0`)).status).toBe(404)
  })

  test('another unit is refused the dossier in the words of one that does not exist', async () => {
    const real = await says(stranger, `xuất hồ sơ ${code}`, code)
    const invented = await says(stranger, 'xuất hồ sơ HS-777', 'HS-777')
    expect(real.replace(code, 'X')).toBe(invented.replace('HS-777', 'X'))
    expect(real).not.toContain('http')
  })

  test('a unit is not given what is the office’s, nor a letter without nominations', async () => {
    await says(contact, 'xuất quyết định', 'chưa có quyền')
    await says(contact, 'xuất biên bản', 'chưa có quyền')
    await says(stranger, 'xuất tờ trình', 'Chưa có hồ sơ đề nghị khen thưởng')
    const links = [contact, stranger].flatMap((phone) =>
      phone.heard().filter((t) => t.includes('http')),
    )
    expect(links).toHaveLength(1)
  })

  test('the admin command writes the same papers', async () => {
    const out = join(folder, 'to-trinh.docx')
    const campaign = cast.files ? 'tan-lap-2026' : 'chi-lang'
    const where = ['--campaign', campaign, '--out', out]
    const ran = await world.admin('export', 'nominations-letter', ...where)
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    const rows = tableRowsOf(new Uint8Array(readFileSync(out)))
    expect(rows.map((row) => row[2])).toContain(cast.nomination.name)
    const wrong = await world.admin('export', 'dossier', '--nomination', 'HS-777', ...where)
    expect(wrong.code).toBe(1)
    expect(wrong.stderr).toContain('HS-777')
    const unknown = await world.admin('export', 'tờ trình')
    expect(unknown.stderr).toContain('Dùng: npm run admin -- export')
  })

  test('a picture is a photo in the chat on either platform', async () => {
    const isPhoto = (phone: Phone) => () =>
      phone.messages().some(({ attachment }) => attachment?.kind === 'photo')
    appraiser.types('ảnh tiến độ')
    contact.types('anh dem nguoc')
    for (const phone of [appraiser, contact]) {
      await eventually(isPhoto(phone), 'a photo')
      const photo = phone.messages().find(({ attachment }) => attachment?.kind === 'photo')
      expect(photo?.text).toContain('chuyển tiếp được vào nhóm')
      const bytes = Buffer.from(await (await fetch(photo?.attachment?.url ?? '')).arrayBuffer())
      expect(bytes.toString('latin1', 1, 4)).toBe('PNG')
    }
  })

  // Once is enough: nothing of it depends on the campaign.
  if (cast.files) return
  test('a person sees the own data after the office agrees, and is erased after it agrees again', async () => {
    await says(stranger, 'ảnh tiến độ xã Vân An', 'chưa có quyền')
    expect(await says(stranger, 'cho tôi xem dữ liệu của tôi', 'YC-001')).toContain('cần kiểm tra')
    await says(appraiser, 'yêu cầu dữ liệu', 'YC-001')
    const before = stranger.heard().length
    await says(appraiser, 'đồng ý YC-001', '✅ YC-001')
    const copy = () =>
      stranger
        .heard()
        .slice(before)
        .find((text) => text.includes('/files/'))
    await eventually(() => copy() !== undefined, 'the copy')
    const link = /http:\S+/u.exec(copy() ?? '')?.[0] ?? ''
    const sheet = Buffer.from(await (await fetch(link)).arrayBuffer())
    expect((await readSheet(sheet)).flat()).toContain('cho tôi xem dữ liệu của tôi')

    await says(stranger, 'xoa thong tin cua toi', 'YC-002')
    await says(appraiser, 'dong y yc 2', 'admin erase YC-002')
    const rehearsed = await world.admin('erase', 'YC-002', '--dry-run', '--json')
    expect(JSON.parse(rehearsed.stdout)).toMatchObject({ erased: false, holdings: { accounts: 1 } })
    expect(await world.admin('erase', 'YC-002')).toMatchObject({ code: 0, stderr: '' })
    await says(stranger, 'tôi là ai', 'mã đăng ký')
    expect((await fetch(link)).status).toBe(404)
  })
}
