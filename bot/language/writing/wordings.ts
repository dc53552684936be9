/** A list of wordings as data: parted by semicolons, over as many lines as it takes. */
export function wordings(list: string): readonly string[] {
  return list
    .split(/[;\n]/)
    .map((wording) => wording.trim())
    .filter((wording) => wording !== '')
}
