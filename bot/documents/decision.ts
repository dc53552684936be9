import { legalBasesOn } from '../../core/dossier/legal-base.ts'
import type { NominationsFacts } from '../../core/dossier/gather-nominations.ts'
import { authorOf, planOf, titleInText } from './author.ts'
import type { Block } from './blocks.ts'
import { paragraph, strong } from './blocks.ts'
import { letter } from './letter.ts'
import { listAnnex } from './nomination-list.ts'
import { authoritiesOf, formsOf, sayNominees } from './nominations-letter.ts'
import { placeOf } from './written-text.ts'

/** Which a person has to look up before the paper is signed. */
const TO_CHECK =
  'Căn cứ Luật Tổ chức chính quyền địa phương (số, ngày, hiệu lực: cần kiểm tra trước khi trình ký)'

/** Dự thảo quyết định khen thưởng, for its authority to sign, with the list behind it. */
export async function decision(facts: NominationsFacts): Promise<Uint8Array> {
  const { campaign, author, on } = facts
  const movement = titleInText(campaign)
  const office = authorOf(author, campaign, { on })
  const authority = authoritiesOf(facts).join(', ')
  return letter({
    issuer: campaign.issuer,
    code: 'QĐ-UBND',
    place: placeOf(campaign.issuer),
    on,
    title: 'Quyết định',
    summary: `Về việc tặng ${formsOf(facts)} cho các tập thể, cá nhân có thành tích xuất sắc trong ${movement}`,
    authorityLine: authority,
    bases: [
      TO_CHECK,
      ...legalBasesOn(on),
      `Căn cứ ${planOf(campaign)} về ${movement}`,
      `Theo đề nghị của ${office.name}`,
    ],
    resolves: 'QUYẾT ĐỊNH:',
    body: articles(facts, office.name),
    signer: { position: 'Chủ tịch' },
    recipients: ['Như Điều 3', 'Hội đồng Thi đua - Khen thưởng', office.fileCopy],
    annexes: [listAnnex(facts, { paper: 'Quyết định', code: 'QĐ-UBND', by: authority })],
  })
}

function articles(facts: NominationsFacts, office: string): readonly Block[] {
  const { campaign } = facts
  const article = (number: number, text: string): Block =>
    paragraph([strong(`Điều ${number}. `), { text }])
  return [
    article(
      1,
      `Tặng ${formsOf(facts)} cho ${sayNominees(facts)} đã có thành tích xuất sắc trong ${titleInText(campaign)} (có danh sách kèm theo).`,
    ),
    article(
      2,
      'Mức tiền thưởng và nguồn kinh phí: …………… (thực hiện theo quy định hiện hành, cần kiểm tra).',
    ),
    article(
      3,
      `Quyết định này có hiệu lực kể từ ngày ký. ${office}, các cơ quan, đơn vị liên quan và các tập thể, cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này.`,
    ),
  ]
}
