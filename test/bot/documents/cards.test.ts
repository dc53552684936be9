import { join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import { beforeAll, describe, expect, test } from 'vitest'
import { box, drawSvg, SIDE, text } from '../../../bot/documents/cards/draw.ts'
import { makeCard } from '../../../bot/documents/cards/make-card.ts'
import { readWantedCard } from '../../../bot/language/errands/wanted-card.ts'
import type { Card } from '../../../core/card/card.ts'
import type { Longest } from '../texts/longest.ts'
import { readLongest } from '../texts/longest.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const FOLDERS = [
  join(ROOT, 'prisma', 'campaigns', 'chi-lang'),
  join(ROOT, 'test', 'fixtures', 'campaigns', 'tan-lap-2026'),
]

function cardsOf({ campaign, deadlines, unit, official }: Longest): readonly Card[] {
  const reports = deadlines.filter(({ kind }) => kind === 'report').slice(0, 9)
  const [deadline] = reports
  if (!deadline) throw new Error(`no report is due in the campaign of ${official.code}`)
  const { anniversary: to, endsOn } = campaign
  const kinds = [
    { kind: 'xa', done: 18, total: 18 },
    { kind: 'truong', done: 0, total: 3 },
  ] as const
  return [
    { kind: 'countdown', campaign, to, on: to?.on ?? endsOn, daysLeft: 580 },
    { kind: 'countdown', campaign, to, on: to?.on ?? endsOn, daysLeft: 0 },
    { kind: 'progress', campaign, deadline, kinds },
    {
      kind: 'unit-progress',
      ...{ campaign, unit },
      periods: reports.map((one) => ({ deadline: one, done: true })),
    },
    { kind: 'thanks', campaign, deadline, unit, done: 1 },
    { kind: 'thanks', campaign, deadline, done: 41 },
  ]
}

describe.each(FOLDERS)('the cards of %s', (folder) => {
  let longest: Longest
  beforeAll(async () => {
    longest = await readLongest(folder)
  })

  test('are square pictures, the longest names included, and leave the edge of the foot free', async () => {
    for (const card of cardsOf(longest)) {
      const { bytes, name, mediaType } = await makeCard(card)
      const head = Buffer.from(bytes)
      expect(head.toString('latin1', 1, 4)).toBe('PNG')
      expect([head.readUInt32BE(16), head.readUInt32BE(20)]).toEqual([SIDE, SIDE])
      expect([name.endsWith('.png'), mediaType]).toEqual([true, 'image/png'])
      expect(colourAt(bytes, { x: 5, y: SIDE - 5 })).toEqual([234, 217, 189])
      expect(colourAt(bytes, { x: 5, y: 990 - 5 })).toEqual([255, 248, 234])
    }
  })
})

/** Red, green and blue of one pixel. */
function colourAt(png: Uint8Array, { x, y }: { x: number; y: number }): number[] {
  const href = `data:image/png;base64,${Buffer.from(png).toString('base64')}`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${SIDE}" height="${SIDE}"><image xlink:href="${href}" width="${SIDE}" height="${SIDE}"/></svg>`
  const { pixels, width } = new Resvg(svg, { font: { loadSystemFonts: false } }).render()
  return [...pixels.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)]
}

const outline = (content: string) =>
  drawSvg(
    box(
      { width: SIDE, height: SIDE, fontFamily: 'Be Vietnam Pro' },
      text(content, { fontSize: 90 }),
    ),
  )

test('every Vietnamese letter has a glyph of its own, composed or not', async () => {
  const letters = 'a ă â e ê i o ô ơ u ư y đ'.split(' ')
  const tones = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323']
  const drawn = new Map<string, string>()
  for (const letter of [...letters, ...letters.map((letter) => letter.toUpperCase())])
    for (const tone of letter.toLowerCase() === 'đ' ? [''] : tones) {
      const composed = (letter + tone).normalize('NFC')
      drawn.set(composed, await outline(composed))
      expect(await outline(composed.normalize('NFD'))).toBe(drawn.get(composed))
    }
  expect(new Set(drawn.values()).size).toBe(drawn.size)
  expect([...drawn.values()]).not.toContain(await outline(' '))
})

test.each([
  ['ảnh đếm ngược', 'countdown'],
  ['cho toi xin anh dem nguoc', 'countdown'],
  ['vẽ ảnh tiến độ tháng này', 'progress'],
  ['hình tiến độ xã Mai Sao', 'progress'],
  ['thiệp cảm ơn xã Mai Sao', 'thanks'],
  ['thiep cam on', 'thanks'],
])('%s asks for a picture', (words, kind) => {
  expect(readWantedCard(words.normalize('NFD'))).toBe(kind)
})

test.each([
  'cảm ơn anh',
  'tiến độ thế nào',
  'anh Hùng cảm ơn nhé',
  'em gửi ảnh rồi',
  'anh cam on nhe',
  'chào anh, cảm ơn anh',
])('%s asks for none', (words) => {
  expect(readWantedCard(words)).toBeUndefined()
})
