import pg from 'pg'
import { createServer, type AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { checkDatabase } from '../../prisma/database.ts'
import { DatabaseRefusal } from '../../prisma/database-refusal.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const SECRET = 'rat-bi-mat'

function changed(change: (url: URL) => void): string {
  const url = new URL(database.url)
  change(url)
  return url.href
}

async function refusal(url: string): Promise<string> {
  const error: unknown = await checkDatabase(url).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(DatabaseRefusal)
  if (!(error instanceof DatabaseRefusal)) return ''
  const whole = `${error.message}${JSON.stringify(error)}${String(error.cause)}${error.stack ?? ''}`
  for (const secret of [SECRET, new URL(database.url).password, '://thi_dua']) {
    expect(secret).not.toBe('')
    expect(whole).not.toContain(secret)
  }
  expect(error.message).toMatch(/^[^\n]+\.$/)
  return error.message
}

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('serverUrl') })
  await client.connect()
  await client.query(sql)
  await client.end()
}

test('a UTF-8 database that knows Vietnamese letters is accepted', async () => {
  await expect(checkDatabase(database.url)).resolves.toBeUndefined()
})

describe('refused with a sentence that shows no password', () => {
  test('a server that does not run', async () => {
    const probe = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => probe.once('listening', resolve))
    const { port } = probe.address() as AddressInfo
    await new Promise((resolve) => probe.close(resolve))
    const sentence = await refusal(changed((url) => (url.port = String(port))))
    expect(sentence).toContain(`127.0.0.1:${port} không nhận kết nối`)
  })

  test('a server that never answers', async () => {
    const mute = createServer(() => undefined).listen(0, '127.0.0.1')
    await new Promise((resolve) => mute.once('listening', resolve))
    const { port } = mute.address() as AddressInfo
    const sentence = await refusal(changed((url) => (url.port = String(port))))
    expect(sentence).toContain('không trả lời trong 5 giây')
    mute.close()
  })

  test('a wrong password', async () => {
    const sentence = await refusal(changed((url) => (url.password = SECRET)))
    expect(sentence).toContain('không chấp nhận tên hoặc mật khẩu')
  })

  test('a missing password', async () => {
    expect(await refusal(changed((url) => (url.password = '')))).toContain('đòi mật khẩu')
  })

  test('a machine that does not exist', async () => {
    const sentence = await refusal(changed((url) => (url.hostname = 'khong-co.invalid')))
    expect(sentence).toContain('Không tìm thấy máy chủ khong-co.invalid')
  })

  test('a database that does not exist', async () => {
    const sentence = await refusal(changed((url) => (url.pathname = '/chua_tao')))
    expect(sentence).toContain('chưa có cơ sở dữ liệu “chua_tao”')
  })

  test.each(['', 'chi-lang', `mysql://a:${SECRET}@b/c`, `postgresql://a:${SECRET}@b:cong/d`])(
    'what is no PostgreSQL address: %j',
    async (text) => {
      expect(await refusal(text)).toContain('không phải địa chỉ PostgreSQL hợp lệ')
    },
  )

  test.each([
    ["encoding 'SQL_ASCII' lc_collate 'C' lc_ctype 'C'", 'bảng mã SQL_ASCII'],
    ["encoding 'UTF8' lc_collate 'C' lc_ctype 'C'", 'chữ hoa, chữ thường tiếng Việt'],
  ])('a database made with %s', async (options, said) => {
    const name = new URL(database.url).pathname.slice(1) + '_unfit'
    await onServer(`create database "${name}" template template0 locale_provider libc ${options}`)
    const sentence = await refusal(changed((url) => (url.pathname = `/${name}`)))
    await onServer(`drop database "${name}" with (force)`)
    expect(sentence).toContain(said)
    expect(sentence).toContain('CREATE DATABASE')
  })
})
