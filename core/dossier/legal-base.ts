import type { LocalDate } from '../calendar/local-time.ts'

/** A text of the law as a document cites it, with the first and last day on which it is in force. */
export type LegalBase = {
  readonly wording: string
  readonly validFrom: string
  readonly validTo?: string
}

const LAW: readonly LegalBase[] = [
  {
    wording: 'Căn cứ Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003',
    validFrom: '2004-07-01',
    validTo: '2023-12-31',
  },
  {
    wording: 'Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022',
    validFrom: '2024-01-01',
    validTo: '2026-09-30',
  },
  {
    wording:
      'Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022, được sửa đổi, bổ sung theo Luật ngày 23 tháng 4 năm 2026',
    validFrom: '2026-10-01',
  },
]

const DECREE: readonly LegalBase[] = [
  {
    wording: 'Căn cứ Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ',
    validFrom: '2017-10-01',
    validTo: '2023-12-31',
  },
  {
    wording: 'Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ',
    validFrom: '2024-01-01',
    validTo: '2025-06-30',
  },
  {
    wording: 'Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ',
    validFrom: '2025-07-01',
  },
]

/**
 * What a paper about awards cites on that day in Vietnam: the law and the decree then in force. The
 * list grows with the law; a day before the first text gives none.
 */
export function legalBasesOn(on: LocalDate): readonly string[] {
  const day = on.toString()
  return [LAW, DECREE].flatMap((texts) => {
    const valid = texts.find(
      ({ validFrom, validTo }) => validFrom <= day && (validTo === undefined || day <= validTo),
    )
    return valid ? [valid.wording] : []
  })
}
