import type { LocalDate } from '../calendar/local-time.ts'

/** Each kind of unit with the word that stands before a unit's own name. */
export const KIND_WORDS = {
  xa: 'xã',
  phuong: 'phường',
  'thi-tran': 'thị trấn',
  thon: 'thôn',
  'to-dan-pho': 'tổ dân phố',
  phong: 'phòng',
  'van-phong': 'văn phòng',
  ban: 'ban',
  'trung-tam': 'trung tâm',
  truong: 'trường',
  tram: 'trạm',
  'doan-the': 'đoàn thể',
  'co-quan': 'cơ quan',
} as const

export type UnitKind = keyof typeof KIND_WORDS

/** How a unit came to its end when government was reorganised. */
export type UnitEnding = {
  /** The act, as it is cited. */
  readonly source: string
  /** Whether somebody has checked it; if not it is cited with "cần kiểm tra". */
  readonly confirmed: boolean
  /** Code of the unit that took its place. */
  readonly successor?: string
}

/** A unit that takes part in a campaign: a commune, an office, a school. Identified by its code, never by its name. */
export type Unit = {
  readonly code: string
  /** As people say it: "xã Mai Sao". */
  readonly name: string
  /** As it stands in documents and on a certificate: "UBND xã Mai Sao". */
  readonly fullName: string
  readonly kind: UnitKind
  /** Other ways officials write it. No two units that exist on the same day share one. */
  readonly aliases: readonly string[]
  /** Names of earlier units that were merged into it. */
  readonly formerNames: readonly string[]
  readonly parentCode?: string
  /** Emulation clusters (cụm, khối thi đua): a second grouping beside the tree. */
  readonly groups: readonly string[]
  /** First day on which the unit exists; absent: since before any campaign. */
  readonly validFrom?: LocalDate
  /** Last day on which the unit exists, included; absent: until further notice. */
  readonly validTo?: LocalDate
  /** Noted by a reorganisation, never by a file of units. */
  readonly ending?: UnitEnding
  /** Its place in official lists, from 1. */
  readonly protocolOrder: number
}

/** Whether the unit exists on that day in Vietnam; its first and last day both count. */
export function validOn(unit: Unit, date: LocalDate): boolean {
  const day = date.toString()
  if (unit.validFrom !== undefined && day < unit.validFrom.toString()) return false
  return unit.validTo === undefined || day <= unit.validTo.toString()
}

/** The name without the word for its kind: "xã Chi Lăng" → "Chi Lăng". Several units may share it. */
export function bareName(unit: Unit): string {
  const word = KIND_WORDS[unit.kind]
  const name = unit.name.trim()
  return name.toLocaleLowerCase('vi').startsWith(`${word} `) ? name.slice(word.length).trim() : name
}

/** Later than every ISO date. */
const FOREVER = '9999-12-31'

/** Whether there is a day on which both units exist. */
export function existTogether(a: Unit, b: Unit): boolean {
  const begins = (unit: Unit): string => unit.validFrom?.toString() ?? ''
  const ends = (unit: Unit): string => unit.validTo?.toString() ?? FOREVER
  return begins(a) <= ends(b) && begins(b) <= ends(a)
}
