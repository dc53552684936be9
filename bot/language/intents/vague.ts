import { fold, readingOf } from '../writing/fold.ts'

const POINTS_BACK =
  /\b(?:cai|viec|vu|chuyen|cai viec|ho so|bao cao)? ?(?:hom truoc|hom no|bua truoc|bua no|lan truoc|luc nay|hoi nay|hom kia)(?: ay| do| kia| roi)?\b|\b(?:cai|viec|vu|chuyen) (?:do|ay|kia|nay|hom qua)\b/

/** "Cái hôm trước ấy": means something earlier without naming it. The words that point, as typed. */
export function pointsBack(text: string): string | undefined {
  const { typed, folded } = readingOf(text)
  const found = POINTS_BACK.exec(folded)
  return found ? typed.slice(found.index, found.index + found[0].length).trim() : undefined
}

const NEWCOMER =
  /\b(?:moi nhan viec|moi ve|lan dau|chua biet|khong biet|ko biet|k biet)\b.*\bbao cao\b|\bbao cao (?:o dau|the nao|nhu the nao|kieu gi|ra sao|lam sao|bang cach nao)\b|\b(?:cach|huong dan) (?:gui |nop |viet )?bao cao\b/

/** "Em mới nhận việc, không biết báo cáo ở đâu": wants to be shown how to report, not the whole help. */
export function asksHowToReport(text: string): boolean {
  return NEWCOMER.test(fold(text))
}
