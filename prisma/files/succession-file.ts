import { z } from 'zod'
import { ROLES } from '../../core/official/role.ts'
import type { Opening, Succession } from '../../core/succession/succession.ts'
import { code, identifier, localDate, phone, text } from './fields.ts'
import type { ReadResult } from './problem.ts'
import type { Known } from './succession-rules.ts'
import { checkSuccession } from './succession-rules.ts'
import { unitKind } from './units-file.ts'
import { readYaml } from './yaml-file.ts'

/**
 * Reads a reorganisation of units. Refuses what contradicts itself or `known`: a unit of the old campaign
 * that is named twice or not at all, codes that are taken or unknown, names that two units share, a chain
 * that does not decide on the day. One that is applied already is not compared with what it has changed.
 */
export async function readSuccessionFile(
  file: string,
  known: Known,
): Promise<ReadResult<Succession>> {
  return readYaml(
    file,
    succession.superRefine((value, context) => checkSuccession(value, context, known)),
  )
}

const codes = z.array(code)
const texts = z.array(text)
const act = { source: text, confirmed: z.boolean() }

const opening = z
  .strictObject({
    code,
    name: text,
    fullName: text,
    kind: unitKind,
    aliases: texts.default([]),
    formerNames: texts.default([]),
    parentCode: code.exactOptional(),
    groups: texts.default([]),
    replaces: codes.default([]),
    ...act,
  })
  .transform(({ replaces, source, confirmed, ...unit }) => ({
    ...{ replaces, source, confirmed },
    unit,
  }))

const award = z.strictObject({ of: identifier, id: identifier, name: text, authority: text })

const campaign = z.strictObject({
  supersedes: identifier,
  id: identifier,
  issuer: text,
  office: z.strictObject({ unit: code, name: text, phone: phone.exactOptional() }),
  propagationOffice: code,
  issuedWording: text,
  signer: z.strictObject({ name: text, position: text }),
  chain: identifier,
  participants: texts.min(1).exactOptional(),
  recipients: texts.exactOptional(),
  gaps: z.array(z.strictObject({ field: identifier, label: text, source: text })).exactOptional(),
  notice: text.exactOptional(),
  awards: z.array(award).default([]),
})

const official = z
  .strictObject({
    code,
    unit: code,
    position: text.exactOptional(),
    roles: z.array(z.enum(ROLES)).min(1).exactOptional(),
  })
  .transform(({ unit: unitCode, ...rest }) => ({ ...rest, unitCode }))

/** The file's order is the units' place in official lists. */
function inOrder(openings: readonly z.infer<typeof opening>[]): readonly Opening[] {
  return openings.map(({ unit, ...rest }, index) => ({
    ...rest,
    unit: { ...unit, protocolOrder: index + 1 },
  }))
}

const succession = z
  .strictObject({
    title: text,
    source: text,
    on: localDate,
    campaign,
    units: z.array(opening).min(1),
    ends: z.array(z.strictObject({ codes: codes.min(1), ...act })).default([]),
    stays: codes.default([]),
    officials: z.array(official).default([]),
  })
  .transform(({ units, ...rest }) => ({ ...rest, opens: inOrder(units) }))
