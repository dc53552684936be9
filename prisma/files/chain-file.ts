import { z } from 'zod'
import type { ApprovalChain } from '../../core/nomination/chain.ts'
import { GATE_NAMES } from '../../core/nomination/gates/gate-name.ts'
import { NOMINATION_STATES } from '../../core/nomination/nomination.ts'
import { ROLES } from '../../core/official/role.ts'
import { localDate, text } from './fields.ts'
import type { ReadResult } from './problem.ts'
import { readYaml } from './yaml-file.ts'

/** Reads an approval chain. Refuses a chain in which two steps hold one state, or that ends before it begins. */
export async function readChainFile(file: string): Promise<ReadResult<ApprovalChain>> {
  return readYaml(file, chain)
}

const limit = z.strictObject({
  workingDays: z.int().min(1).max(365),
  source: text,
  confirmed: z.boolean(),
})

const step = z.strictObject({
  id: text,
  name: text,
  role: z.enum(ROLES),
  organisation: z.enum(['own-unit', 'campaign-office', 'issuer', 'named']),
  states: z.array(z.enum(NOMINATION_STATES)).min(1),
  gates: z.array(z.enum(GATE_NAMES)).default([]),
  limit: limit.exactOptional(),
})

const chain = z
  .strictObject({
    id: text,
    version: z.int().min(1),
    title: text,
    validFrom: localDate.exactOptional(),
    validTo: localDate.exactOptional(),
    source: text,
    steps: z.array(step).min(1),
  })
  .superRefine(({ steps, validFrom, validTo }, context) => {
    if (validFrom && validTo && validTo.toString() < validFrom.toString())
      context.addIssue({
        code: 'custom',
        path: ['validTo'],
        message: 'Ngày cuối đứng trước ngày đầu.',
      })
    const seen = new Set<string>()
    steps.forEach(({ states }, index) => {
      for (const state of states) {
        const message = `Trạng thái "${state}" đã thuộc một bước ở trên.`
        if (seen.has(state))
          context.addIssue({ code: 'custom', path: ['steps', index, 'states'], message })
        seen.add(state)
      }
    })
  })
