import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { Running } from '../../../bot/compose.ts'
import { start } from '../../../bot/compose.ts'
import { readConfig } from '../../../bot/config.ts'
import { openChromium } from '../../support/chromium.ts'
import type { TestDatabase } from '../../support/database.ts'
import { freshDatabase } from '../../support/database.ts'
import { describeNeeding } from '../../support/needing.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const REPORT = '15/10 tổ chức 2 hội nghị tuyên truyền, 120 lượt người dự'

type Channel = 'zalo' | 'telegram'

describeNeeding('chromium', 'the page in a browser', () => {
  let database: TestDatabase
  let product: Running
  let browser: Browser

  beforeAll(async () => {
    database = await freshDatabase()
    const config = readConfig({ DATABASE_URL: database.url, PORT: '0' })
    const roles = ['web', 'poll', 'worker'] as const
    product = await start({ config, roles, demo: true, root: ROOT, say: () => undefined })
    browser = await openChromium()
  })

  afterAll(async () => {
    await browser.close()
    await product.stop()
    await database.drop()
  })

  /** The page, ready to use; an error of its script, or of what the browser may not load, fails the test. */
  async function openPage(viewport = { width: 1280, height: 800 }): Promise<Page> {
    const page = await browser.newPage({ viewport })
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (line) => {
      const isAnswer = line.text().includes('the server responded with a status of')
      if (line.type() === 'error' && !isAnswer) complaints.push(line.text())
    })
    onTestFinished(async () => {
      await page.close()
      expect(complaints).toEqual([])
    })
    await page.goto(`http://localhost:${product.port}/`)
    await isDrawn(page)
    return page
  }

  describe('a commune contact', () => {
    test('registers on Zalo with the code, reports in one sentence and reads the receipt', async () => {
      const page = await openPage()
      await choose(page, 'mai sao dau moi')
      const code = /[A-Z0-9]{4}-[A-Z0-9]{4}/u.exec(
        await textOf(page.getByTestId('invite-zalo')),
      )?.[0]
      await page.getByTestId('use-invite-zalo').click()
      expect(await page.getByTestId('input-zalo').inputValue()).toBe(code)
      const welcome = await heard(page, 'zalo', () => page.getByTestId('input-zalo').press('Enter'))
      expect(welcome).toContain('một hệ thống tự động')
      expect(welcome).toContain('UBND xã Mai Sao')
      await page.getByTestId('standing-zalo').getByText('đã đăng ký', { exact: true }).waitFor()
      expect(await page.getByTestId('invite-zalo').isVisible()).toBe(false)

      await page.getByTestId('try-report').click()
      expect(await page.getByTestId('input-zalo').inputValue()).toBe(REPORT)
      const receipt = await heard(page, 'zalo', () => page.getByTestId('send-zalo').click())
      expect(receipt).toContain('BC-0001')
      expect(receipt).toContain('2 hội nghị')
      expect(receipt).toContain('120')
      expect(await page.getByTestId('phone-zalo').getByTestId('inline-button').count()).toBe(0)
    })

    test('adds a photo, which is shown and counted', async () => {
      const page = await openPage()
      await choose(page, 'mai sao dau moi')
      await page.getByTestId('photo-zalo').click()
      const answer = await heard(page, 'zalo', () =>
        page.getByTestId('sample-picture-zalo').click(),
      )
      expect(answer).toContain('Đã nhận ảnh cho BC-0001')
      const picture = "document.querySelector('[data-testid=messages-zalo] img')?.naturalWidth"
      await expect.poll(() => page.evaluate(picture)).toBe(960)
    })

    test('starts Telegram by the link, and takes a withdrawal back with a button', async () => {
      const page = await openPage()
      await choose(page, 'mai sao dau moi')
      const welcome = await heard(page, 'telegram', () =>
        page.getByTestId('use-invite-telegram').click(),
      )
      expect(welcome).toContain('UBND xã Mai Sao')
      const question = await heard(page, 'telegram', () => write(page, 'telegram', 'rút BC-0001'))
      expect(question).toContain('Rút BC-0001')
      const kept = await heard(page, 'telegram', () =>
        page.getByTestId('inline-button').filter({ hasText: 'Không' }).click(),
      )
      expect(kept).toContain('Đã giữ nguyên')
      const list = await heard(page, 'telegram', () => write(page, 'telegram', 'báo cáo của tôi'))
      expect(list).toContain('BC-0001')
      expect(list).not.toContain('đã rút')
    })

    test('sees the chat again after the page was loaded anew', async () => {
      const page = await openPage()
      await choose(page, 'mai sao dau moi')
      await page.reload()
      await page.getByTestId('messages-zalo').getByText('BC-0001').first().waitFor()
      expect(await textOf(page.getByTestId('who'))).toContain('xã Mai Sao')
    })
  })

  describe('the clock', () => {
    test('brings the reminder, and the list shows who has something to read', async () => {
      const page = await openPage()
      await choose(page, 'quan son dau moi')
      await heard(page, 'zalo', async () => {
        await page.getByTestId('use-invite-zalo').click()
        await page.getByTestId('send-zalo').click()
      })
      const reminded = await person(page)
      await choose(page, 'y tich dau moi')
      await page.getByTestId('search').fill('')
      await page.getByTestId('clock-next-day').click()
      await page.getByTestId('clock').getByText('08:00').waitFor()
      await page.getByTestId('clock-more').click()
      await page.getByTestId('clock-to').fill('2025-10-22T08:30')
      await page.getByTestId('clock-go').click()
      await page.getByTestId('clock').getByText('08:30').waitFor()
      const line = page.getByTestId(`person-${reminded}`)
      await line.getByLabel('1 tin mới').waitFor()
      await line.click()
      await page.getByTestId('messages-zalo').getByText('chưa nhận được').waitFor()
      expect(await line.getByLabel('tin mới').count()).toBe(0)
    })

    test('does not go back, and says so', async () => {
      const page = await openPage()
      await page.getByTestId('clock-more').click()
      await page.getByTestId('clock-to').fill('2025-10-01T08:00')
      const refused = page.waitForResponse((answer) => answer.url().endsWith('/simulator/clock'))
      await page.getByTestId('clock-go').click()
      expect((await refused).status()).toBe(409)
      await page.getByRole('alert').getByText('chỉ chạy tới').waitFor()
    })
  })

  describe('on a screen as wide as a phone', () => {
    test('one part is shown at a time and nothing is wider than the screen', async () => {
      const page = await openPage({ width: 390, height: 844 })
      const overflow = () => page.evaluate('document.documentElement.scrollWidth - innerWidth')
      const shows = (part: string) => page.getByTestId(part).isVisible()
      expect(await shows('people')).toBe(true)
      expect(await shows('phone-zalo')).toBe(false)
      expect(await overflow()).toBe(0)
      await choose(page, 'dong mo dau moi')
      expect(await shows('people')).toBe(false)
      expect(await shows('phone-zalo')).toBe(true)
      expect(await overflow()).toBe(0)
      await page.getByRole('button', { name: 'Telegram' }).click()
      expect(await shows('phone-telegram')).toBe(true)
      expect(await page.getByTestId('send-telegram').isVisible()).toBe(true)
      expect(await overflow()).toBe(0)
    })
  })
})

/** Becomes the first of the people whom the words find. */
async function choose(page: Page, words: string): Promise<void> {
  await page.getByTestId('search').fill(words)
  const name = await textOf(page.locator('.person .name').first())
  await page.locator('.person').first().click()
  await page.getByTestId('who').getByText(name).waitFor({ state: 'attached' })
  await isDrawn(page)
}

/** Resolves when the phones are those of whoever was chosen. */
async function isDrawn(page: Page): Promise<void> {
  const standing = page.getByTestId('standing-telegram').getByText('đăng ký')
  await standing.waitFor({ state: 'attached' })
}

/** The code of whoever one is. */
async function person(page: Page): Promise<string> {
  return new URL(page.url()).hash.slice(1)
}

async function write(page: Page, channel: Channel, text: string): Promise<void> {
  await page.getByTestId(`input-${channel}`).fill(text)
  await page.getByTestId(`send-${channel}`).click()
}

/** Acts, and gives the next message of the bot on that phone. */
async function heard(page: Page, channel: Channel, act: () => Promise<void>): Promise<string> {
  const fromBot = page.getByTestId(`messages-${channel}`).locator('[data-from=bot]')
  const before = await fromBot.count()
  await act()
  const next = fromBot.nth(before)
  await next.waitFor()
  return textOf(next)
}

async function textOf(part: Locator): Promise<string> {
  return (await part.textContent()) ?? ''
}
