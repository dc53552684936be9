import { join } from 'node:path'
import { valueOf } from '../../bot/shipped.ts'
import type { Transaction } from '../../core/ports.ts'
import { applySuccession } from '../../core/succession/apply-succession.ts'
import type { Succession, SuccessionPreview } from '../../core/succession/succession.ts'
import { readSuccessionFile } from '../../prisma/files/succession-file.ts'
import type { Known } from '../../prisma/files/succession-rules.ts'
import type { TestMemory } from './memory.ts'

/** The reorganisation that ships with the product. */
export const SHIPPED_SUCCESSION = join(
  import.meta.dirname,
  '../../prisma/campaigns/chi-lang/sap-xep-2025.yaml',
)

/** What a file of a reorganisation is read against. */
export async function knownIn(tx: Transaction): Promise<Known> {
  const campaigns = await tx.campaigns.listAll()
  const takingPart = await Promise.all(
    campaigns.map(async ({ campaign: { id } }) => {
      const codes = (await tx.units.list(id)).map(({ code }) => code)
      return [id, codes] as const
    }),
  )
  return {
    campaigns,
    units: await tx.units.list(),
    takingPart: new Map(takingPart),
    officials: new Set((await tx.officials.list({})).map(({ code }) => code)),
    chains: await tx.chains.list(),
  }
}

export async function shippedSuccession(memory: TestMemory): Promise<Succession> {
  return valueOf(await readSuccessionFile(SHIPPED_SUCCESSION, await memory.run(knownIn)))
}

/** Applies it, as the operator does. */
export async function applyShipped(memory: TestMemory): Promise<SuccessionPreview> {
  const succession = await shippedSuccession(memory)
  return memory.run((tx) => applySuccession(tx, succession))
}
