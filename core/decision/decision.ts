import type { Instant, LocalDate } from '../calendar/local-time.ts'
import { wordsKey } from '../nomination/likeness.ts'

/** A decision as it was signed on paper and recorded by the office. */
export type Decision = {
  readonly id: string
  readonly campaignId: string
  /** As written: "128/QĐ-UBND". */
  readonly number: string
  /** The day it was signed, in Vietnam. */
  readonly signedOn: LocalDate
  /** Office and name, as written: "Chủ tịch Nguyễn Văn A". */
  readonly signer: string
  readonly recordedBy: string
  readonly recordedAt: Instant
  /** When units and awardees were told; until then it can be taken back. */
  readonly notifiedAt?: Instant
  /** When it was announced to all. */
  readonly announcedAt?: Instant
  /** Number of the decision that revoked it. */
  readonly revokedBy?: string
  readonly nominationIds: readonly string[]
  /** Pictures of the signed paper, kept as evidence: their ids. */
  readonly scans: readonly string[]
}

/** By which decision one is revoked, and why, in the officer's own words. */
export type Revocation = { readonly by: string; readonly grounds: string }

/** Who held an office that signs, and when; both days included, absent: without end. */
export type OfficeTenure = {
  readonly position: string
  readonly name: string
  readonly validFrom?: LocalDate
  readonly validTo?: LocalDate
  /** The act by which the office itself came to its end. */
  readonly endedBy?: string
}

/** "128/QĐ-UBND", "qd 128" and "128" are one number: what stands before the stroke, and what stands behind it if it is told. */
export function sameNumber(a: string, b: string): boolean {
  const [first, second] = [a, b].map(numberKey)
  if (first === second) return true
  const [short, long] = [first ?? '', second ?? ''].sort((x, y) => x.length - y.length)
  return !short?.includes('/') && long?.split('/')[0] === short
}

function numberKey(number: string): string {
  return wordsKey(number)
    .replace(/^(?:quyet dinh|qd|so)(?: so)? /u, '')
    .replace(/\s/gu, '')
    .replace(/^0+/u, '')
}

/** Whether whoever signed held the office on that day, among those whose tenures are known. */
export function heldOffice(
  tenures: readonly OfficeTenure[],
  signer: string,
  on: LocalDate,
): boolean {
  const words = ` ${wordsKey(signer)} `
  const day = on.toString()
  return tenures.some(
    ({ name, validFrom, validTo }) =>
      words.includes(` ${wordsKey(name)} `) &&
      (validFrom === undefined || validFrom.toString() <= day) &&
      (validTo === undefined || day <= validTo.toString()),
  )
}

/**
 * The end of an office that has ceased to exist, where the signer is named by it or by the name of who
 * held it last, and signed after its last day.
 */
export function endedOffice(
  tenures: readonly OfficeTenure[],
  signer: string,
  on: LocalDate,
): { readonly until: LocalDate; readonly by?: string } | undefined {
  const words = ` ${wordsKey(signer)} `
  const names = (text: string): boolean => words.includes(` ${wordsKey(text)} `)
  const found = tenures.find(
    ({ name, position, validTo, endedBy }) =>
      validTo !== undefined &&
      validTo.toString() < on.toString() &&
      (names(name) || (endedBy !== undefined && names(position))),
  )
  const { validTo, endedBy } = found ?? {}
  if (!validTo) return undefined
  return { until: validTo, ...(endedBy === undefined ? {} : { by: endedBy }) }
}
