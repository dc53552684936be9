import type { CardKind } from '../../../core/card/card.ts'
import { gatherCard } from '../../../core/card/gather-card.ts'
import { may } from '../../../core/permission.ts'
import type { Unit } from '../../../core/unit/unit.ts'
import { makeCard } from '../../documents/cards/make-card.ts'
import { fold } from '../../language/writing/fold.ts'
import { readWantedCard } from '../../language/errands/wanted-card.ts'
import { CARD_CAPTIONS } from '../../texts/files.ts'
import { namedUnits } from '../units/named-units.ts'
import { answerWithFile } from './sending-file.ts'
import type { Answer, Spoken } from '../turn.ts'
import { refused } from '../turn.ts'

/** "Ảnh đếm ngược", "ảnh tiến độ", "thiệp cảm ơn xã …"; undefined for every other message. */
export async function hearCard(turn: Spoken): Promise<Answer | undefined> {
  const kind = readWantedCard(turn.text)
  return kind && giveCard(turn, kind)
}

/** "Ảnh tiến độ xã …", "… của đơn vị tôi". */
const OWN_UNIT = /\b(?:xa|thi tran|phong|don vi|co quan|truong|ben) (?:toi|em|minh|chung toi)\b/u

async function unitMeant(turn: Spoken): Promise<Unit | undefined> {
  const [named] = await namedUnits(turn)
  return named ?? (OWN_UNIT.test(fold(turn.text)) ? turn.unit : undefined)
}

/** Totals are anybody's to forward; a unit's own progress is that unit's and the office's. */
async function giveCard(turn: Spoken, kind: CardKind): Promise<Answer> {
  const { tx, campaign, official } = turn
  if (!campaign) return refused({ reason: 'no-campaign' })
  const unit = kind === 'countdown' ? undefined : await unitMeant(turn)
  const isOwn = unit?.code === official.unitCode
  if (unit && kind === 'progress' && !isOwn && !may(official, 'see-progress'))
    return refused({ reason: 'not-allowed', action: 'see-progress' })
  const gathered = await gatherCard(tx, { kind, campaign, ...(unit ? { unit } : {}) })
  if (!gathered.ok) return refused(gathered.refusal)
  const made = await makeCard(gathered.value)
  const says = CARD_CAPTIONS[gathered.value.kind]
  const answer = await answerWithFile(turn, made, { paper: `card-${gathered.value.kind}`, says })
  return { ...answer, ...(answer.file ? { file: { ...answer.file, picture: true } } : {}) }
}
