import { Temporal } from 'temporal-polyfill'
import type { ApprovalChain } from '../../core/nomination/chain.ts'
import type { ChainStore } from '../../core/nomination/chain-store.ts'
import type { Db } from './rows.ts'
import { toJson } from './rows.ts'

type Stored = Omit<ApprovalChain, 'validFrom' | 'validTo'> & {
  readonly validFrom?: string
  readonly validTo?: string
}

function chainFromJson(json: unknown): ApprovalChain {
  const { validFrom, validTo, ...rest } = json as Stored
  return {
    ...rest,
    ...(validFrom === undefined ? {} : { validFrom: Temporal.PlainDate.from(validFrom) }),
    ...(validTo === undefined ? {} : { validTo: Temporal.PlainDate.from(validTo) }),
  }
}

export function chainStore(db: Db): ChainStore {
  return {
    get: async ({ id, version }) => {
      const where = { id_version: { id, version } }
      return chainFromJson((await db.approvalChain.findUniqueOrThrow({ where })).body)
    },
    list: async () => {
      const rows = await db.approvalChain.findMany({ orderBy: [{ id: 'asc' }, { version: 'asc' }] })
      return rows.map(({ body }) => chainFromJson(body))
    },
    save: async (chains) => {
      const data = chains.map((chain) => ({
        id: chain.id,
        version: chain.version,
        body: toJson(chain),
      }))
      await db.approvalChain.createMany({ data, skipDuplicates: true })
    },
  }
}
