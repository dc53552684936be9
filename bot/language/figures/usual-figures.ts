import { readingOf } from '../writing/fold.ts'
import { lineOf } from '../writing/message-line.ts'
import { wordPattern } from '../writing/word-pattern.ts'

/** Work that is told by a number, and the noun that is counted; the more particular first. */
const COUNTED: readonly (readonly [pattern: RegExp, noun: string])[] = [
  [wordPattern('(trao qua|tang qua|phat qua|suat qua|qua cho)'), 'suất quà'],
  [wordPattern('(trao hoc bong|tang hoc bong)'), 'suất học bổng'],
  [wordPattern('(ban giao|xoa|khoi cong|khanh thanh|lam) (nha|nha tam|can nha|nha o)'), 'căn nhà'],
  [wordPattern('(tiep xuc cu tri)'), 'cuộc tiếp xúc cử tri'],
  [wordPattern('(tiep cong dan|tiep dan)'), 'lượt người được tiếp'],
  [wordPattern('(giai quyet|xu ly) (don|don thu|kien nghi|y kien)'), 'đơn, ý kiến đã giải quyết'],
  [wordPattern('(tap huan|boi duong)'), 'lớp tập huấn'],
  [wordPattern('(hoi nghi)'), 'hội nghị'],
  [wordPattern('(hop thon|hop dan|hop ban|hop to)'), 'cuộc họp'],
  [wordPattern('(tuyen truyen|pho bien|noi chuyen)'), 'buổi tuyên truyền'],
  [wordPattern('(trong cay)'), 'cây'],
  [wordPattern('(hien dat)'), 'hộ hiến đất'],
  [wordPattern('(lam duong|sua duong|be tong hoa)'), 'mét đường'],
  [wordPattern('(don ve sinh|tong ve sinh|ra quan|don dep)'), 'người tham gia'],
  [wordPattern('(tham hoi)'), 'hộ, người được thăm'],
  [wordPattern('(dang bai|dang tin|dua tin)'), 'tin, bài'],
]

/** What such work is usually counted in ("suất quà"), for a report that has no figure; undefined for any other work. */
export function usualFigure(text: string): string | undefined {
  const line = lineOf(readingOf(text))
  return COUNTED.find(([pattern]) => pattern.test(line))?.[1]
}
