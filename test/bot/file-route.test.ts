import Fastify from 'fastify'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fileLinks, followLink, lateFileLinks } from '../../bot/file-links.ts'
import { addFileRoute } from '../../bot/file-route.ts'
import { keepFile } from '../../core/file/keep-file.ts'
import { LINK_VALID } from '../../core/file/stored-file.ts'
import type { TestMemory } from '../support/memory.ts'
import { openTestMemory } from '../support/memory.ts'

const START = '2025-10-20T08:00:00+07:00'
const now = Temporal.Instant.from(START)
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

let memory: TestMemory
beforeAll(async () => {
  memory = await openTestMemory({ at: START })
})
afterAll(() => memory.close())

/** The route over a real database, with a file in it. */
async function openRoute() {
  memory.clock.set(START)
  const { transactions } = memory
  const links = lateFileLinks('https://thidua.example.vn/')
  await links.load(transactions)
  const app = Fastify()
  addFileRoute(app, () => (asked) => followLink(transactions, links, asked))
  const official = await memory.official('CB-001')
  const made = { name: 'to-trinh.docx', mediaType: DOCX, bytes: new Uint8Array([1, 2, 250]) }
  const file = await memory.run((tx) => keepFile(tx, made, { official, paper: 'letter' }))
  const link = links.linkTo(file.id, now.add(LINK_VALID)) ?? ''
  const get = (url: string) =>
    app.inject({ method: 'GET', url: url.replace(/^https:\/\/[^/]+/u, '') })
  return { file, link, get, links, official }
}

describe('a link to a file', () => {
  test('gives the file to be saved, and tells nothing about anybody', async () => {
    const { file, link, get, official } = await openRoute()
    expect(link).toMatch(/^https:\/\/thidua\.example\.vn\/files\/[\da-f-]{36}\?e=\d+&s=[\w-]{43}$/u)
    const answer = await get(link)
    expect(answer.statusCode).toBe(200)
    expect(answer.rawPayload).toEqual(Buffer.from([1, 2, 250]))
    expect(answer.headers).toMatchObject({
      'content-type': DOCX,
      'content-disposition': 'attachment; filename="to-trinh.docx"',
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
    })
    expect(link).not.toContain(official.id)
    expect(file.sha256).toMatch(/^[\da-f]{64}$/u)
  })

  test('that is altered, expired or unknown leads to one and the same page', async () => {
    const { file, link, get, links } = await openRoute()
    const unknown = links.linkTo('00000000-0000-4000-8000-000000000000', now.add(LINK_VALID)) ?? ''
    const wrong = [
      link.replace(/e=\d/u, 'e=9'),
      link.slice(0, -2),
      link.replace(/s=.*/u, 's='),
      link.replace(/\?.*/u, ''),
      `${link}&e=9999999999`,
      unknown,
      '/files/..%2f..%2fetc%2fpasswd?e=1&s=1',
    ]
    memory.clock.set(START)
    const answers = await Promise.all(wrong.map(get))
    memory.clock.set(now.add(LINK_VALID).toString())
    answers.push(await get(link))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 404))
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
    expect(answers[0]?.body).toContain('Liên kết không đúng hoặc đã hết hạn')
    expect(await memory.run((tx) => tx.files.find(file.id, now))).toBeDefined()
  })

  test('does not outlive the file, which goes when the next one is made', async () => {
    const { file, official } = await openRoute()
    memory.clock.set(now.add({ hours: 9 * 24 }).toString())
    const made = { name: 'x.zip', mediaType: 'application/zip', bytes: new Uint8Array() }
    await memory.run((tx) => keepFile(tx, made, { official, paper: 'dossier' }))
    expect(await memory.run((tx) => tx.files.find(file.id, now))).toBeUndefined()
  })

  test('is genuine only for the key, the file and the end it was made for', () => {
    const text = fc.string({ maxLength: 50 })
    fc.assert(
      fc.property(text, text, text, (id, e, s) => {
        expect(fileLinks('key', undefined).isGenuine({ id, e, s }, now)).toBe(false)
      }),
    )
  })

  test('of two processes of one installation opens at either, without an address there is none', async () => {
    const [one, other, none] = [
      lateFileLinks('http://a'),
      lateFileLinks('http://a'),
      lateFileLinks(undefined),
    ]
    for (const links of [one, other, none]) await links.load(memory.transactions)
    const link = new URL(one.linkTo('f', now.add({ hours: 1 })) ?? '')
    const asked = {
      id: 'f',
      e: link.searchParams.get('e') ?? '',
      s: link.searchParams.get('s') ?? '',
    }
    expect(other.isGenuine(asked, now)).toBe(true)
    expect(other.isGenuine({ ...asked, id: 'g' }, now)).toBe(false)
    expect(none.linkTo('f', now)).toBeUndefined()
  })
})
