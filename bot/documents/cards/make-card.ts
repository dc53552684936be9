import type { Card } from '../../../core/card/card.ts'
import type { MadeFile } from '../../../core/file/keep-file.ts'
import { layOut } from './card-layout.ts'
import { drawPng } from './draw.ts'

const NAMES: Record<Card['kind'], string> = {
  countdown: 'dem-nguoc.png',
  progress: 'tien-do.png',
  'unit-progress': 'tien-do-don-vi.png',
  thanks: 'cam-on.png',
}

/** A card as a PNG of 1080 × 1080 pixels. */
export async function makeCard(card: Card): Promise<MadeFile> {
  const bytes = await drawPng(layOut(card))
  return { name: NAMES[card.kind], mediaType: 'image/png', bytes }
}
