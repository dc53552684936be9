import { join } from 'node:path'
import { applySuccession } from '../../core/succession/apply-succession.ts'
import { planSuccession } from '../../core/succession/plan-succession.ts'
import type { SuccessionPreview } from '../../core/succession/succession.ts'
import type { Transaction } from '../../core/ports.ts'
import { readSuccessionFile } from '../../prisma/files/succession-file.ts'
import type { Known } from '../../prisma/files/succession-rules.ts'
import { loadChains, valueOf } from '../shipped.ts'
import { sayObstacle, saySuccession, saySuccessionApplied } from '../texts/succession.ts'
import type { Command, Office } from './command.ts'
import { fileOf, show, UsageRefusal } from './command.ts'

/** A reorganisation of units, whole or not at all; a second time it changes nothing. */
const apply: Command = {
  name: 'succession apply',
  takes: 'sap-xep.yaml [--dry-run]',
  does: 'áp dụng sắp xếp đơn vị: đóng đơn vị cũ, mở đơn vị mới và phong trào kế tiếp; --dry-run: chỉ xem trước',
  flags: ['dry-run'],
  run: async (office) => {
    const file = fileOf(office, 'succession apply')
    await loadChains(office.transactions, join(office.root, 'prisma', 'chains'))
    const known = await office.transactions.run(readKnown)
    const succession = valueOf(await readSuccessionFile(file, known))
    const dry = office.flags.has('dry-run')
    const preview = await office.transactions.run((tx) =>
      dry ? planSuccession(tx, succession) : applySuccession(tx, succession),
    )
    const { obstacle } = preview
    if (obstacle && obstacle.kind !== 'applied' && !dry)
      throw new UsageRefusal(sayObstacle(obstacle))
    tell(office, preview, !dry && !obstacle)
  },
}

async function readKnown(tx: Transaction): Promise<Known> {
  const campaigns = await tx.campaigns.listAll()
  const takingPart = new Map<string, readonly string[]>()
  for (const { campaign } of campaigns) {
    const units = await tx.units.list(campaign.id)
    takingPart.set(
      campaign.id,
      units.map(({ code }) => code),
    )
  }
  return {
    campaigns,
    units: await tx.units.list(),
    takingPart,
    officials: new Set((await tx.officials.list({})).map(({ code }) => code)),
    chains: await tx.chains.list(),
  }
}

function tell(office: Office, preview: SuccessionPreview, applied: boolean): void {
  const { succession, obstacle, movings, waiting, dutiesEnding, underWay } = preview
  const data = {
    applied,
    obstacle: obstacle?.kind ?? null,
    campaign: succession.campaign.id,
    supersedes: succession.campaign.supersedes,
    on: succession.on.toString(),
    opens: succession.opens.map(({ unit, replaces }) => ({ unit: unit.code, replaces })),
    ends: succession.ends.flatMap(({ codes }) => codes),
    ...{ movings, waiting, dutiesEnding, underWay },
  }
  const done = applied ? saySuccessionApplied(preview) : 'Xem trước: chưa có gì thay đổi.'
  show(office, data, () =>
    obstacle?.kind === 'applied'
      ? [sayObstacle(obstacle)]
      : [...saySuccession(preview), ...(obstacle ? [sayObstacle(obstacle)] : []), done],
  )
}

export const SUCCEEDING: readonly Command[] = [apply]
