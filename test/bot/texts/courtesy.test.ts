import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { renderTelegram } from '../../../bot/channels/telegram/message.ts'
import { renderZalo } from '../../../bot/channels/zalo/message.ts'
import { ZALO_TEXT_LIMIT } from '../../../bot/channels/zalo/zalo.ts'
import { faultsOf } from './courtesy.ts'
import type { Longest } from './longest.ts'
import { readLongest } from './longest.ts'
import type { Sample } from './sample.ts'
import { FOR_THE_OPERATOR, SAMPLES } from './samples.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const FOLDERS = {
  'chi-lang': join(ROOT, 'prisma', 'campaigns', 'chi-lang'),
  'tan-lap-2026': join(ROOT, 'test', 'fixtures', 'campaigns', 'tan-lap-2026'),
}

const FILES = readdirSync(join(ROOT, 'bot', 'texts'))
const HEARD = FILES.filter((file) => !FOR_THE_OPERATOR.includes(file.replace('.ts', '')))

type Say = (longest: Longest) => Sample
const FUNCTIONS = Object.entries(SAMPLES).flatMap(([file, samples]) =>
  Object.entries(samples as Record<string, Say>).map(([name, say]) => ({ file, name, say })),
)

test('every module of bot/texts is among the samples', () => {
  const files = FILES.map((file) => file.replace('.ts', ''))
  expect([...Object.keys(SAMPLES), ...FOR_THE_OPERATOR].sort()).toEqual(files.sort())
})

describe.each(Object.entries(FOLDERS))('with the longest data of %s', (_campaign, folder) => {
  let longest: Longest
  beforeAll(async () => {
    longest = await readLongest(folder)
  })

  test.each(FUNCTIONS)('$file: $name is courteous, whole and short', ({ say }) => {
    const { kind, texts } = say(longest)
    const faulty = texts.flatMap((text) => {
      const faults = faultsOf(text, kind)
      return faults.length > 0 ? [`${faults.join('; ')} ← ${text}`] : []
    })
    expect([...new Set(faulty)]).toEqual([])
  })

  test.each(FUNCTIONS)('$file: $name is one message on either channel', ({ say }) => {
    const { kind, texts } = say(longest)
    for (const text of kind === 'fragment' ? [] : texts) {
      const said = { kind: 'text', text } as const
      for (const parts of [renderTelegram(said), renderZalo(said, ZALO_TEXT_LIMIT)])
        expect(parts.map(({ payload }) => payload.text)).toEqual([text])
    }
  })
})

test.each(HEARD)('the constants of %s are courteous', async (file) => {
  const texts = Object.values((await import(join(ROOT, 'bot', 'texts', file))) as object)
    .flatMap((value: unknown) => (isTable(value) ? Object.values(value) : [value]))
    .filter((value) => typeof value === 'string')
    .filter((text) => !text.startsWith('<!doctype'))
  for (const text of texts) expect([text, faultsOf(text, 'message')]).toEqual([text, []])
})

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

describe('the checker', () => {
  test.each([
    ['đồng chí gửi chậm báo cáo', 'có từ trách'],
    ['Báo cáo đã quá hạn.', 'có từ trách'],
    ['Nhắc lần 3: chưa nhận được báo cáo.', 'có từ trách'],
    ['Hạn 16:30 thứ Hai 25/10/2025.', 'sai thứ'],
    ['Đã ghi nhận 🎉', 'biểu tượng'],
    ['Kính gửi đồng chí. Kính gửi đơn vị.', 'Kính gửi'],
    ['Trân trọng. Trân trọng cảm ơn.', 'trân trọng'],
    ['Của undefined', 'chỗ trống'],
    ['Đã ghi nhận'.normalize('NFD'), 'NFC'],
    ['Đã ghi nhận  báo cáo', 'thừa dấu'],
    ['Dài. '.repeat(80).trim() + '\n'.repeat(9) + 'a', 'cho một tin'],
    ['x'.repeat(2001), 'dài 2001'],
  ])('finds what is wrong with %j', (text, fault) => {
    expect(faultsOf(text, 'message').join()).toContain(fault)
  })

  test.each([
    'Gửi chậm nhất thứ Bảy 25/10/2025.',
    '✅ Đã ghi nhận. Trân trọng cảm ơn đồng chí.',
    'Nội dung: gửi chậm, quá hạn 🎉',
  ])('finds nothing wrong with %j', (text) => {
    expect(faultsOf(text, 'message')).toEqual([])
  })
})
