import { z } from 'zod'
import type { Campaign } from '../../core/campaign/campaign.ts'
import type { Unit } from '../../core/unit/unit.ts'
import { code, identifier, localDate, phone, text } from './fields.ts'
import { deadlineRule, ladders } from './plan-deadlines.ts'
import { checkPlan } from './plan-rules.ts'
import type { ReadResult } from './problem.ts'
import { readYaml } from './yaml-file.ts'

/**
 * Reads a plan. Refuses what contradicts itself: a period or window that ends before it begins,
 * contents out of order, an award chosen from one that does not exist, and, where `units` are given,
 * an office that is not among them. What the plan leaves open stays open.
 */
export async function readPlanFile(
  file: string,
  units?: readonly Unit[],
): Promise<ReadResult<Campaign>> {
  return readYaml(
    file,
    plan.superRefine((campaign, context) => checkPlan(campaign, context, units)),
  )
}

const texts = z.array(text)

const content = z.strictObject({
  number: z.int().min(1),
  title: text,
  text,
  words: texts.min(1),
  source: text,
})

/** A paragraph of the plan itself: "KH mục II.1", "Kế hoạch 15/KH-UBND, phần B điểm 1". */
const OF_THE_PLAN = /^(?:KH|Kế hoạch)(?=[ ,]).*(?:mục|phần|điểm|tiêu đề)/iu

const nominee = z.enum(['collective', 'individual'])

const award = z.strictObject({
  id: identifier,
  name: text,
  form: z.enum(['giay-khen', 'bang-khen', 'cap-nha-nuoc']),
  authority: text,
  nominees: z.array(nominee).min(1),
  criteria: z.strictObject({
    collective: texts.min(1).exactOptional(),
    individual: texts.min(1).exactOptional(),
  }),
  selectedFrom: identifier.exactOptional(),
  quota: z
    .strictObject({
      collective: z.int().min(1).exactOptional(),
      individual: z.int().min(1).exactOptional(),
      source: text,
      confirmed: z.boolean().default(false),
    })
    .exactOptional(),
  source: text,
})

const note = z
  .strictObject({
    id: identifier,
    text,
    source: text,
    approver: text.exactOptional(),
    on: localDate.exactOptional(),
  })
  .refine(({ source, approver }) => approver !== undefined || OF_THE_PLAN.test(source), {
    path: ['source'],
    message:
      'Điều không có trong kế hoạch phải ghi nguồn (source) và người chịu trách nhiệm (approver); điều của kế hoạch ghi mục, ví dụ "KH mục II.1".',
  })

const plan = z.strictObject({
  id: identifier,
  title: text,
  shortTitle: text,
  supersedes: identifier.exactOptional(),
  issuer: text,
  office: z.strictObject({ unit: code, name: text, phone: phone.exactOptional() }),
  propagationOffice: code,
  number: text.exactOptional(),
  issuedOn: localDate.exactOptional(),
  issuedWording: text,
  signer: z.strictObject({ name: text, position: text }),
  parentPlan: text.exactOptional(),
  purpose: texts.min(1),
  requirements: texts,
  contents: z.array(content).min(1),
  startsOn: localDate,
  endsOn: localDate,
  periodWording: text,
  participants: texts.min(1),
  awards: z.array(award),
  chain: identifier.exactOptional(),
  deadlines: z.array(deadlineRule),
  ladders,
  anniversary: z.strictObject({ name: text, on: localDate, source: text }).exactOptional(),
  notes: z.array(note).default([]),
  escalatesToLeader: z.boolean().default(false),
  secondReleaseAbove: z.int().min(0).default(100),
  keepsWordsMonths: z.int().min(1).max(120).default(12),
  responsibilities: z.array(z.strictObject({ who: text, text, source: text })),
  recipients: texts,
  gaps: z.array(z.strictObject({ field: identifier, label: text, source: text })),
  notice: text.exactOptional(),
})
