import type { z } from 'zod'
import type { LoadedCampaign } from '../../core/campaign/campaign-store.ts'
import type { ApprovalChain } from '../../core/nomination/chain.ts'
import { chainValidOn } from '../../core/nomination/chain.ts'
import type { Succession } from '../../core/succession/succession.ts'
import type { Unit } from '../../core/unit/unit.ts'

/** What the installation holds, against which a reorganisation is read. */
export type Known = {
  readonly campaigns: readonly LoadedCampaign[]
  /** All units. */
  readonly units: readonly Unit[]
  /** Codes of the units of each campaign. */
  readonly takingPart: ReadonlyMap<string, readonly string[]>
  /** Roster codes. */
  readonly officials: ReadonlySet<string>
  readonly chains: readonly ApprovalChain[]
}

type Refuse = (path: readonly (string | number)[], message: string) => void
type Checked = { readonly succession: Succession; readonly known: Known; readonly refuse: Refuse }

/** Adds an issue for each place where the file contradicts itself or what is known. */
export function checkSuccession(
  succession: Succession,
  context: z.core.$RefinementCtx,
  known: Known,
): void {
  const refuse: Refuse = (path, message) =>
    context.addIssue({ code: 'custom', path: [...path], message })
  const { supersedes, id } = succession.campaign
  const old = known.campaigns.find(({ campaign }) => campaign.id === supersedes)
  if (!old) {
    refuse(['campaign', 'supersedes'], `Không có phong trào nào mang mã "${supersedes}".`)
    return
  }
  if (old.superseded?.by === id) return
  const checked = { succession, known, refuse }
  checkCampaign(old, checked)
  checkAwards(old, checked)
  checkOpenings(checked)
  checkOldUnits(checked)
  checkOfficials(checked)
}

function checkCampaign(old: LoadedCampaign, { succession, known, refuse }: Checked): void {
  const { on, campaign } = succession
  if (old.superseded)
    refuse(
      ['campaign', 'supersedes'],
      `Phong trào này đã chuyển sang "${old.superseded.by}"; không chuyển lần nữa.`,
    )
  if (known.campaigns.some((other) => other.campaign.id === campaign.id))
    refuse(['campaign', 'id'], `Mã "${campaign.id}" đã dùng cho một phong trào khác.`)
  const { startsOn, endsOn } = old.campaign
  if (on.toString() <= startsOn.toString() || on.toString() > endsOn.toString())
    refuse(['on'], 'Ngày này nằm ngoài thời gian của phong trào cũ.')
  const chains = known.chains.filter((chain) => chain.id === campaign.chain)
  if (chains.length === 0)
    refuse(['campaign', 'chain'], `Không có quy trình nào mang mã "${campaign.chain}".`)
  else if (!chains.some((chain) => chainValidOn(chain, on)))
    refuse(['campaign', 'chain'], 'Quy trình này không áp dụng vào ngày sắp xếp.')
  const present = presentCodes(succession)
  const missing = 'Phải là một đơn vị mở ra hoặc giữ nguyên trong tệp này.'
  if (!present.has(campaign.office.unit)) refuse(['campaign', 'office', 'unit'], missing)
  if (!present.has(campaign.propagationOffice)) refuse(['campaign', 'propagationOffice'], missing)
}

function checkAwards(old: LoadedCampaign, { succession, refuse }: Checked): void {
  const { awards } = succession.campaign
  const known = old.campaign.awards.map(({ id }) => id)
  const kept = known.filter((id) => !awards.some(({ of }) => of === id))
  awards.forEach(({ of, id }, index) => {
    const at = ['campaign', 'awards', index] as const
    if (!known.includes(of))
      refuse([...at, 'of'], `Phong trào cũ không có hình thức khen thưởng mang mã "${of}".`)
    if (awards.findIndex((other) => other.of === of) < index)
      refuse([...at, 'of'], `Hình thức "${of}" đã có ở trên.`)
    if (kept.includes(id) || awards.findIndex((other) => other.id === id) < index)
      refuse([...at, 'id'], `Mã "${id}" đã dùng cho một hình thức khen thưởng khác.`)
  })
}

function presentCodes({ opens, stays }: Succession): ReadonlySet<string> {
  return new Set([...opens.map(({ unit }) => unit.code), ...stays])
}

function checkOpenings({ succession, known, refuse }: Checked): void {
  const { opens, stays } = succession
  const present = presentCodes(succession)
  const staying = known.units.filter(({ code }) => stays.includes(code))
  const names = new Map(staying.flatMap((unit) => namesOf(unit).map((name) => [name, unit.code])))
  opens.forEach(({ unit }, index) => {
    const at = ['units', index] as const
    if (opens.findIndex((other) => other.unit.code === unit.code) < index)
      refuse([...at, 'code'], `Mã "${unit.code}" đã có ở trên.`)
    else if (known.units.some(({ code }) => code === unit.code))
      refuse([...at, 'code'], `Mã "${unit.code}" đã dùng cho một đơn vị khác.`)
    if (unit.parentCode !== undefined && !present.has(unit.parentCode))
      refuse([...at, 'parentCode'], 'Phải là một đơn vị mở ra hoặc giữ nguyên trong tệp này.')
    const clash = namesOf(unit).find((name) => names.has(name) && names.get(name) !== unit.code)
    if (clash !== undefined)
      refuse(
        [...at, 'name'],
        `Tên gọi "${clash}" cũng chỉ ${names.get(clash) ?? ''}. Ghi rõ để không nhầm hai đơn vị.`,
      )
    for (const name of namesOf(unit)) names.set(name, unit.code)
  })
}

function namesOf({ name, fullName, aliases }: Unit): readonly string[] {
  const plain = (text: string): string => text.toLocaleLowerCase('vi').replace(/\s+/gu, ' ').trim()
  return [...new Set([name, fullName, ...aliases].map(plain))]
}

type Mention = { readonly code: string; readonly path: readonly (string | number)[] }

/** Every unit of the old campaign is named once: who takes its place, that it ends, or that it stays. */
function checkOldUnits({ succession, known, refuse }: Checked): void {
  const { opens, ends, stays, campaign } = succession
  const own = known.takingPart.get(campaign.supersedes) ?? []
  const seen = new Set<string>()
  for (const { code, path } of mentionsOf({ opens, ends, stays })) {
    if (!own.includes(code)) refuse(path, `Phong trào cũ không có đơn vị nào mang mã "${code}".`)
    else if (known.units.find((unit) => unit.code === code)?.ending)
      refuse(path, `Đơn vị "${code}" đã kết thúc theo một lần sắp xếp trước.`)
    if (seen.has(code)) refuse(path, `Đơn vị "${code}" đã được nêu ở trên.`)
    seen.add(code)
  }
  const missing = own.filter((code) => !seen.has(code))
  if (missing.length > 0)
    refuse(
      ['units'],
      `Chưa nêu ${missing.length} đơn vị của phong trào cũ: ${missing.join(', ')}. Ghi vào "replaces", "ends" hoặc "stays".`,
    )
}

function mentionsOf({
  opens,
  ends,
  stays,
}: Pick<Succession, 'opens' | 'ends' | 'stays'>): readonly Mention[] {
  return [
    ...opens.flatMap(({ replaces }, at) =>
      replaces.map((code, index) => ({ code, path: ['units', at, 'replaces', index] })),
    ),
    ...ends.flatMap(({ codes }, at) =>
      codes.map((code, index) => ({ code, path: ['ends', at, 'codes', index] })),
    ),
    ...stays.map((code, index) => ({ code, path: ['stays', index] })),
  ]
}

function checkOfficials({ succession, known, refuse }: Checked): void {
  const present = presentCodes(succession)
  succession.officials.forEach(({ code, unitCode }, index) => {
    const at = ['officials', index] as const
    if (!known.officials.has(code))
      refuse([...at, 'code'], `Không có cán bộ nào mang mã "${code}".`)
    if (succession.officials.findIndex((other) => other.code === code) < index)
      refuse([...at, 'code'], `Cán bộ "${code}" đã được nêu ở trên.`)
    if (!present.has(unitCode))
      refuse([...at, 'unit'], 'Phải là một đơn vị mở ra hoặc giữ nguyên trong tệp này.')
  })
}
