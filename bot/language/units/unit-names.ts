import { editDistance } from '../writing/edit-distance.ts'
import { fold, spell } from '../writing/fold.ts'
import type { NamedUnit } from '../understanding.ts'

/** A name cut into the word for its kind and what is left, folded and as spelt. */
export type NameParts = {
  readonly kind?: string
  /** Folded, "va" and punctuation left out. */
  readonly base: string
  /** Its words, and its letters without spaces. */
  readonly words: readonly string[]
  readonly letters: string
  /** The same with the word for the kind as written. */
  readonly whole: string
  /** With its marks: to tell "Vân Thủy" from "Vạn Thủy". */
  readonly spelt: string
  /** The district or province named behind it, folded. */
  readonly within?: string
}

export type UnitForm = NameParts & { readonly unit: NamedUnit }

/** Words for the kind of a unit, with their short forms; "tt" is a town or a centre. */
const KINDS: readonly (readonly [spelling: string, kinds: readonly string[]])[] = [
  ['thi tran', ['thi tran']],
  ['thi trn', ['thi tran']],
  ['ttr', ['thi tran']],
  ['t tran', ['thi tran']],
  ['t tam', ['trung tam']],
  ['trung tam', ['trung tam']],
  ['tt', ['thi tran', 'trung tam']],
  ['van phong', ['van phong']],
  ['vp', ['van phong']],
  ['phong', ['phong']],
  ['p', ['phong', 'phuong']],
  ['phuong', ['phuong']],
  ['xa', ['xa']],
  ['x', ['xa']],
  ['huyen', ['huyen']],
  ['tinh', ['tinh']],
  ['thanh pho', ['thanh pho']],
  ['tp', ['thanh pho']],
  ['so', ['so']],
  ['truong', ['truong']],
  ['thon', ['thon']],
]
const ISSUER =
  /^(?:uy ban nhan dan|uy ban nd|uy ban(?! (?:mat tran|mttq|kiem tra|bau cu|thuong vu|quoc hoi))|ubnd|ub|hdnd|dang uy|don vi|co quan|can bo|cb) (?=\S)/
/** "UBNDX Mai Sao", and "Mai Sao xã": the kind of a territory, run together or behind the name. */
const RUN_TOGETHER = /^(ubnd|ub|hdnd)x (?=\S)/
const KIND_BEHIND =
  /^(?!(?:xa|x|thi tran|thi trn|tt|ttr|phong|p|thon|truong|trung tam) )(\S+ .+|\S+) (xa|thi tran)$/
/** "quản lí" is "quản lý". */
const I_OR_Y = /(?<=\b[b-df-hj-np-tv-xz]+)y\b/g
/** What is as often left out: "cựu chiến binh", "thi hành án dân sự"; of shorter names nothing would be left. */
const LEFT_OUT = /^(?:hoi|chi cuc) (?=\S+ \S+ \S+)/

/** "văn phòng ủy ban" is that of the people's committee, not of the Front. */
const COMMITTEE_OFFICE =
  /^((?:van phong|vp)(?: hdnd)?(?: va)?) (?:uy ban(?: nhan dan| nd)?|ub)\b(?! (?:mat tran|mttq))/
/** "xã Quang Lang cũ". */
const FORMERLY = / (?:cu|truoc day|ngay truoc|truoc sap nhap|hien nay)$/
const WITHIN = /(?<=\S) (?:(?:huyen|h|thanh pho|tp)(?: (.+?))?(?: tinh .+)?|tinh .+)$/

const words = (text: string) =>
  text
    .replace(/[^\p{L}\d]+/gu, ' ')
    .replace(/(?<= )nc(?= |$)/g, 'nuoc')
    .trim()

/** Without the district or province behind a name, also where "huyện" has a slip in it. */
function withoutDistrict(text: string): string {
  const cut = text.replace(WITHIN, '')
  const last = /(?<=\S \S+) ([a-z]{3,7})$/.exec(cut)
  return last?.[1] !== undefined && editDistance(last[1], 'huyen') <= 1.3
    ? cut.slice(0, last.index)
    : cut
}

function partsWith(kind: string | undefined, rest: string, name: string): NameParts {
  const written = words(fold(name)).replace(ISSUER, '')
  const within = WITHIN.exec(rest)
  const base = withoutDistrict(rest)
  const count = base.split(' ').length
  const spelt = spell(name).split(' ')
  const skipped = words(fold(name)).split(' ').length - rest.split(' ').length
  const plain = base.replace(/ va /g, ' ').replace(I_OR_Y, 'i')
  return {
    base: plain,
    words: plain.split(' '),
    letters: plain.replaceAll(' ', ''),
    whole: withoutDistrict(written).replace(/ va /g, ' '),
    spelt: spelt.slice(skipped, skipped + count).join(' '),
    ...(kind === undefined ? {} : { kind }),
    ...(within?.[1] === undefined ? {} : { within: within[1] }),
  }
}

/** The ways a name can be cut; more than one where a short form is ambiguous. */
export function nameParts(name: string): readonly NameParts[] {
  const kind = KIND_BEHIND.exec(words(fold(name)))?.[2]
  return kind === undefined ? partsOf(name) : partsOf(kindFirst(name, kind))
}

function kindFirst(name: string, kind: string): string {
  const typed = name.trim().split(/\s+/)
  const count = kind.split(' ').length
  return [...typed.slice(-count), ...typed.slice(0, -count)].join(' ')
}

function partsOf(name: string): readonly NameParts[] {
  const whole = words(fold(name)).replace(RUN_TOGETHER, '$1 xa ').replace(FORMERLY, '')
  const text = whole.replace(ISSUER, '').replace(COMMITTEE_OFFICE, '$1 ubnd')
  const kinds = KINDS.find(([short]) => text.startsWith(`${short} `))
  const isPlain = /^(?:huyen|tinh) \S+$/.test(text)
  if (kinds === undefined || isPlain) return [partsWith(undefined, text, name)]
  const rest = text.slice(kinds[0].length + 1)
  return kinds[1].map((kind) => partsWith(kind, rest, name))
}

const initials = (base: string) =>
  base
    .split(' ')
    .map((word) => word.charAt(0))
    .join('')

function formsOf(unit: NamedUnit): readonly UnitForm[] {
  const spellings = [unit.name, ...unit.aliases, ...unit.formerNames]
  const parts = spellings.flatMap((name) => nameParts(name).slice(0, 1))
  const [first] = parts
  const short = first !== undefined && first.base.split(' ').length >= 3 ? initials(first.base) : ''
  const shortened =
    short === '' || first === undefined
      ? []
      : [{ ...first, base: short, words: [short], letters: short, whole: short, spelt: short }]
  const headless = parts.flatMap((part) => {
    if (part.kind !== undefined || !LEFT_OUT.test(part.base)) return []
    const base = part.base.replace(LEFT_OUT, '')
    return [{ ...part, base, words: base.split(' '), letters: base.replaceAll(' ', '') }]
  })
  return [...parts, ...shortened, ...headless].map((form) => ({ ...form, unit }))
}

const formsOfUnits = new WeakMap<readonly NamedUnit[], readonly UnitForm[]>()

/** Every way in which the units may be named, kept with the array. */
export function formsOfAll(units: readonly NamedUnit[]): readonly UnitForm[] {
  const known = formsOfUnits.get(units)
  if (known !== undefined) return known
  const forms = units.flatMap(formsOf)
  formsOfUnits.set(units, forms)
  return forms
}
