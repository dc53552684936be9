/** What XML cannot hold: control characters, halves of characters and the two non-characters. */
const UNWRITABLE = /[^\P{Control}\s]|[\ufffe\uffff]|\p{Surrogate}/gu

/** Text as a document holds it: NFC, one line, without what XML refuses. */
export function writtenLine(text: string): string {
  return text.replace(UNWRITABLE, '').normalize('NFC').replace(/\s+/gu, ' ').trim()
}

/** As an agency stands in a letterhead: whole words and capitals, "UBND" taken apart over two lines. */
export function agencyLines(name: string): readonly string[] {
  const whole = writtenLine(name).replace(/^UBND(?=\s)/u, 'Ủy ban nhân dân')
  const capitals = whole.toLocaleUpperCase('vi')
  const council = /^ỦY BAN NHÂN DÂN(?= )/u.exec(capitals)?.[0]
  return council === undefined ? [capitals] : [council, capitals.slice(council.length + 1)]
}

/** "UBND huyện Chi Lăng" → "Ủy ban nhân dân huyện Chi Lăng", as the text of a document names it. */
export function agencyInText(name: string): string {
  return writtenLine(name).replace(/^UBND(?=\s)/u, 'Ủy ban nhân dân')
}

/** The place an agency writes from: its name without the words for what it is. */
export function placeOf(agency: string): string {
  const words = writtenLine(agency).replace(/^(?:UBND|Ủy ban nhân dân)\s+/u, '')
  return words.replace(/^(?:xã|phường|thị trấn|huyện|quận|thành phố|thị xã|tỉnh)\s+/u, '')
}
