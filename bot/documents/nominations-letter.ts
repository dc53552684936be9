import { legalBasesOn } from '../../core/dossier/legal-base.ts'
import type { NominationsFacts } from '../../core/dossier/gather-nominations.ts'
import type { Campaign, NomineeKind } from '../../core/campaign/campaign.ts'
import { authorOf, count, formOf, planOf, titleInText } from './author.ts'
import { paragraph } from './blocks.ts'
import { letter } from './letter.ts'
import { listAnnex } from './nomination-list.ts'

/** "03 tập thể, 05 cá nhân"; kinds of which there are none are left out. */
export function sayNominees({ lines }: NominationsFacts): string {
  const number = (kind: NomineeKind): number =>
    lines.filter(({ nomination }) => nomination.nomineeKind === kind).length
  const parts = [
    [number('collective'), 'tập thể'],
    [number('individual'), 'cá nhân'],
  ] as const
  return parts
    .filter(([many]) => many > 0)
    .map(([many, word]) => `${count(many)} ${word}`)
    .join(', ')
}

/** Forms of the awards asked for, each once: "Giấy khen", "Giấy khen và Bằng khen". */
export function formsOf({ lines }: NominationsFacts): string {
  return [...new Set(lines.map(({ award }) => formOf(award)))].join(' và ')
}

/** Who decides, each once, in the words a letter addresses them with. */
export function authoritiesOf({ lines, campaign }: NominationsFacts): readonly string[] {
  const named = lines.flatMap(({ award }) => (award ? [wholeName(award.authority, campaign)] : []))
  const all = named.length > 0 ? named : [campaign.issuer]
  return [...new Set(all.map((name) => name.replace(/(?<=^|\s)UBND(?=\s)/u, 'Ủy ban nhân dân')))]
}

/** "Chủ tịch UBND huyện" → "Chủ tịch UBND huyện Chi Lăng", where that is the campaign's own committee. */
function wholeName(authority: string, { issuer }: Campaign): string {
  const committee = /UBND\s+\S.*$/u.exec(authority)?.[0]
  if (committee === undefined || !issuer.startsWith(`${committee} `)) return authority
  return authority.replace(committee, issuer)
}

/** Tờ trình đề nghị khen thưởng, with the list of who is put forward on the pages behind it. */
export async function nominationsLetter(facts: NominationsFacts): Promise<Uint8Array> {
  const { campaign, author, byOffice, on } = facts
  const { head, name, signer, fileCopy } = authorOf(author, campaign, { on, type: 'TTr' })
  const movement = titleInText(campaign)
  const authorities = authoritiesOf(facts)
  const ground = byOffice
    ? 'Trên cơ sở đề nghị của các cơ quan, đơn vị, địa phương'
    : 'Trên cơ sở kết quả thực hiện phong trào thi đua của đơn vị'
  return letter({
    ...head,
    title: 'Tờ trình',
    summary: `Về việc đề nghị tặng ${formsOf(facts)} trong ${movement}`,
    addressees: authorities,
    bases: [...legalBasesOn(on), `Căn cứ ${planOf(campaign)} về ${movement}`],
    body: [
      paragraph(
        `${ground}, ${name} kính đề nghị ${authorities.join(', ')} xem xét, quyết định tặng ${formsOf(facts)} cho ${sayNominees(facts)} đã có thành tích xuất sắc trong ${movement} (có danh sách trích ngang và báo cáo thành tích kèm theo).`,
      ),
      paragraph(
        `${name} chịu trách nhiệm về tính chính xác của hồ sơ và kính đề nghị ${authorities.join(', ')} xem xét, quyết định.`,
      ),
    ],
    signer,
    recipients: ['Như trên', ...(byOffice ? [] : [campaign.office.name]), fileCopy],
    annexes: [listAnnex(facts, { paper: 'Tờ trình', code: head.code, by: name })],
  })
}
