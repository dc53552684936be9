import { Temporal } from 'temporal-polyfill'
import type { LocalDate } from '../calendar/local-time.ts'

/** What the product quotes the law for. */
export type LegalTopic =
  | 'one-achievement'
  | 'discipline'
  | 'thematic-award'
  | 'dissolved-unit'
  | 'revocation'
  | 'direct-workers'

/** A legal text with the days on which it is in force, both included. */
export type LegalText = {
  readonly number: string
  readonly validFrom: LocalDate
  readonly validTo?: LocalDate
  /** Whether the text itself has been checked; if not it is quoted with "cần kiểm tra". */
  readonly confirmed: boolean
}

const day = (iso: string): LocalDate => Temporal.PlainDate.from(iso)

const LAW_2022: LegalText = {
  number: 'Luật Thi đua, khen thưởng 06/2022/QH15',
  validFrom: day('2024-01-01'),
  confirmed: true,
}
const LAW_2003: LegalText = {
  number: 'Luật Thi đua, khen thưởng 2003 (sửa đổi 2005, 2013)',
  validFrom: day('2004-07-01'),
  validTo: day('2023-12-31'),
  confirmed: false,
}
const DECREE_98: LegalText = {
  number: 'Nghị định 98/2023/NĐ-CP, Điều 4',
  validFrom: day('2024-01-01'),
  validTo: day('2025-06-30'),
  confirmed: true,
}
const DECREE_152: LegalText = {
  number: 'Nghị định 152/2025/NĐ-CP',
  validFrom: day('2025-07-01'),
  confirmed: true,
}
const CIRCULAR_15: LegalText = {
  number: 'Thông tư 15/2025/TT-BNV',
  validFrom: day('2025-08-05'),
  confirmed: false,
}

const TEXTS: Readonly<Record<LegalTopic, readonly LegalText[]>> = {
  'one-achievement': [LAW_2003, LAW_2022],
  discipline: [DECREE_98, DECREE_152],
  'thematic-award': [DECREE_152],
  'dissolved-unit': [CIRCULAR_15],
  revocation: [LAW_2003, LAW_2022],
  'direct-workers': [LAW_2022],
}

/** The text in force on that day in Vietnam; none where the product knows none. */
export function lawOn(topic: LegalTopic, on: LocalDate): LegalText | undefined {
  return inForce(TEXTS[topic], on)
}

/** The first of the texts that is in force on that day in Vietnam. */
export function inForce<T extends LegalText>(texts: readonly T[], on: LocalDate): T | undefined {
  const date = on.toString()
  return texts.find(
    ({ validFrom, validTo }) =>
      validFrom.toString() <= date && (validTo === undefined || date <= validTo.toString()),
  )
}
