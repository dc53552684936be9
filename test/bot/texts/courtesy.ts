import { Temporal } from 'temporal-polyfill'
import { sayDay } from '../../../bot/texts/moments.ts'

/** A `message` is read on a phone at one glance, a `list` may be longer, a `fragment` stands within another text. */
export type TextKind = 'message' | 'list' | 'fragment'

/** Zalo Bot API, sendMessage: 2,000; counted in UTF-16 units, which are never fewer than any other count. */
const LONGEST = 2_000
const ONE_GLANCE = { characters: 350, lines: 8, charactersInLines: 640 }
const MOST_ITEMS = 7

/** Words that blame. "Chậm nhất" is a date, and what a law forbids is named by its own word. */
const BLAME =
  /chậm(?! nhất)|(?<!xử lý |có )vi phạm(?! (?:pháp luật|kỷ luật))|nhắc (?:lần|nhở)|quá hạn|trễ hạn|lỗi của (?:đồng chí|anh|chị)/iu
/** What somebody else wrote and is quoted: nobody answers for its words but the writer. */
const QUOTED =
  /"[^"]*"|“[^”]*”|^(?:Nội dung|Kết quả|Thành tích|Lý do|Khó khăn): .*$|^(?:\d+\. )?BC-\d+ [(·].*$/gmu
const WEEKDAY = /(thứ (?:Hai|Ba|Tư|Năm|Sáu|Bảy)|Chủ nhật) (\d{1,2})\/(\d{1,2})\/(\d{4})/giu
const HOLES = /undefined|\bnull\b|\bNaN\b|\[object|Invalid Date|\{\w*\}|\*\*/u

/** What is wrong with a text that goes out; empty where nothing is. */
export function faultsOf(text: string, kind: TextKind): readonly string[] {
  const own = text.replace(QUOTED, '"…"')
  // A preview shows several messages, each below the name of whoever gets it.
  const letters = own.split(/^→ .*$/mu)
  const faults = [
    [text !== text.normalize('NFC'), 'không ở dạng NFC'],
    [text.length > LONGEST, `dài ${text.length} ký tự`],
    [text.trim() !== text || text === '', 'trống hoặc thừa khoảng trắng ở đầu, cuối'],
    [HOLES.test(own), `có chỗ trống: ${HOLES.exec(own)?.[0] ?? ''}`],
    [/ {2}| [,.;](?!\.)|,,|(?<!\.)\.\.(?!\.)|\(\s*\)/u.test(own), 'thừa dấu hoặc khoảng trắng'],
    [BLAME.test(own), `có từ trách: ${BLAME.exec(own)?.[0] ?? ''}`],
    [letters.some((one) => count(one, /kính gửi/giu) > 1), 'hai lần "Kính gửi"'],
    [letters.some((one) => count(one, /trân trọng/giu) > 1), 'hai lần "trân trọng"'],
    [count(own, /\p{Extended_Pictographic}/gu) > count(own, /✅/gu), 'có biểu tượng cảm xúc'],
    [count(own, /✅/gu) > 1, 'hơn một dấu ✅'],
    [/(?:^|[.!?]\s+)(?:em|mình) /mu.test(own), 'Trợ lý tự xưng em, mình'],
    ...wrongWeekdays(text),
    ...lengthFaults(text, kind),
  ] as const
  return faults.flatMap(([isWrong, fault]) => (isWrong ? [fault] : []))
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

function wrongWeekdays(text: string): readonly (readonly [boolean, string])[] {
  return [...text.matchAll(WEEKDAY)].map(([said, , day, month, year]) => {
    const on = new Temporal.PlainDate(Number(year), Number(month), Number(day))
    return [sayDay(on).toLocaleLowerCase('vi') !== said.toLocaleLowerCase('vi'), `sai thứ: ${said}`]
  })
}

function lengthFaults(text: string, kind: TextKind): readonly (readonly [boolean, string])[] {
  const lines = text.split('\n')
  const { characters, lines: most, charactersInLines } = ONE_GLANCE
  if (kind === 'message') {
    const short = lines.length <= most && text.length <= charactersInLines
    const tooLong = text.length > characters && !short
    return [[tooLong, `${text.length} ký tự, ${lines.length} dòng cho một tin`]]
  }
  const items = lines.filter((line) => /^(?:[•-]|\d+[.)]|[A-Z]{2}-\d+|\d+ ·)/u.test(line)).length
  return [[kind === 'list' && items > MOST_ITEMS, `${items} mục trong một danh sách`]]
}
