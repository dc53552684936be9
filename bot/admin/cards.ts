import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { CARD_KINDS } from '../../core/card/card.ts'
import { gatherCard } from '../../core/card/gather-card.ts'
import { makeCard } from '../documents/cards/make-card.ts'
import { sayRefusal } from '../texts/refusals.ts'
import type { Command } from './command.ts'
import { show, UsageRefusal } from './command.ts'
import { pickCampaign } from './loading.ts'

const USAGE = `Dùng: npm run admin -- card ${CARD_KINDS.join('|')} [--unit MÃ] [--campaign MÃ] [--out TỆP.png]`

/** Draws a picture to be forwarded: units and numbers, nobody's name. */
const card: Command = {
  name: 'card',
  takes: `${CARD_KINDS.join('|')} [--unit MÃ] [--campaign MÃ] [--out TỆP.png]`,
  does: 'vẽ ảnh đếm ngược, tiến độ (chung hoặc của một đơn vị), cảm ơn',
  run: async (office) => {
    const kind = CARD_KINDS.find((known) => known === office.words[0])
    if (!kind) throw new UsageRefusal(USAGE)
    const { unit: code, out } = office.options
    const { campaign } = await pickCampaign(office)
    const gathered = await office.transactions.run(async (tx) => {
      const unit = (await tx.units.list(campaign.id)).find((known) => known.code === code)
      if (code !== undefined && !unit)
        throw new UsageRefusal(`Phong trào không có đơn vị nào có mã ${code}.`)
      return gatherCard(tx, { kind, campaign, ...(unit ? { unit } : {}) })
    })
    if (!gathered.ok) throw new UsageRefusal(sayRefusal(gathered.refusal))
    const made = await makeCard(gathered.value)
    const file = resolve(out ?? made.name)
    await writeFile(file, made.bytes)
    show(office, { card: kind, file, bytes: made.bytes.length }, () => [`Đã ghi ${file}.`])
  },
}

export const CARDS: readonly Command[] = [card]
