import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/** A box or a text of a card: what satori takes, by its own words. */
export type Node = {
  readonly type: 'div'
  readonly props: { readonly style: Style; readonly children?: string | readonly Node[] }
}
type Style = Readonly<Record<string, string | number>>

/** Square, in pixels: what Zalo and Telegram show without cropping. */
export const SIDE = 1080
const FAMILY = 'Be Vietnam Pro'
/** Whole fonts: subsets leave out ư, ơ and đ. */
const FACES = [
  { weight: 400, file: '400Regular/BeVietnamPro_400Regular.ttf' },
  { weight: 700, file: '700Bold/BeVietnamPro_700Bold.ttf' },
] as const

/** A box; several children want a direction. */
export function box(style: Style, ...children: readonly Node[]): Node {
  return { type: 'div', props: { style: { display: 'flex', ...style }, children } }
}

/** One text in one style, in NFC: fonts have no glyphs for loose marks. */
export function text(content: string, style: Style): Node {
  const props = { style: { display: 'flex', ...style }, children: content.normalize('NFC') }
  return { type: 'div', props }
}

/** Draws a card as PNG. The drawing library is loaded on first use, since that takes half a second. */
export async function drawPng(card: Node): Promise<Uint8Array> {
  const [svg, { Resvg }] = await Promise.all([drawSvg(card), import('@resvg/resvg-js')])
  return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng()
}

/** The same as SVG, in which letters are outlines. */
export async function drawSvg(card: Node): Promise<string> {
  const [{ default: satori }, fonts] = await Promise.all([import('satori'), loadFonts()])
  const root = card as unknown as Parameters<typeof satori>[0]
  return satori(root, { width: SIDE, height: SIDE, fonts: [...fonts] })
}

let loading: ReturnType<typeof readFonts> | undefined

function loadFonts(): ReturnType<typeof readFonts> {
  loading ??= readFonts()
  return loading
}

function readFonts() {
  return Promise.all(
    FACES.map(async ({ weight, file }) => {
      const url = import.meta.resolve(`@expo-google-fonts/be-vietnam-pro/${file}`)
      const data = await readFile(fileURLToPath(url))
      return { name: FAMILY, data, weight, style: 'normal' as const }
    }),
  )
}
