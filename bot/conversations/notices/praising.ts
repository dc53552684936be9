import { answerPraise, withdrawPhoto, withdrawPraise } from '../../../core/praise/answer-praise.ts'
import { draftPraise } from '../../../core/praise/draft-praise.ts'
import type { PraisePhoto } from '../../../core/praise/propose-praise.ts'
import { findPraiseworthy, proposePraise } from '../../../core/praise/propose-praise.ts'
import type { PraiseErrand } from '../../language/errands/praise-errand.ts'
import { readPraiseErrand } from '../../language/errands/praise-errand.ts'
import * as say from '../../texts/praise.ts'
import { openPhoto } from '../reporting/evidence.ts'
import { preview } from './previewing.ts'
import type { Answer, Spoken } from '../turn.ts'
import { refused } from '../turn.ts'

/** "Nêu gương HS-001", "gửi NG-001", "rút NG-001", "rút ảnh NG-001"; undefined for every other message. */
export async function hearPraise(turn: Spoken): Promise<Answer | undefined> {
  const errand = readPraiseErrand(turn.text)
  if (!errand) return undefined
  const { tx, official } = turn
  switch (errand.kind) {
    case 'propose':
      return proposeOf(turn, errand, errand.photo ? photoMeant(turn) : undefined)
    case 'send':
      return preview(await draftPraise(tx, official, errand.code))
    case 'withdraw-photo': {
      const outcome = await withdrawPhoto(tx, official, errand.code)
      if (!outcome.ok) return refused(outcome.refusal)
      return { what: 'praise-photo-withdrawn', text: say.sayPhotoTakenBack(outcome.value) }
    }
    case 'withdraw': {
      const outcome = await withdrawPraise(tx, official, errand.code)
      if (!outcome.ok) return refused(outcome.refusal)
      return { what: 'praise-withdrawn', text: say.sayConsentTakenBack(outcome.value) }
    }
  }
}

/** The photo that was sent just before, else one of the report. */
function photoMeant(turn: Spoken): PraisePhoto {
  const id = openPhoto(turn)
  return id === undefined ? { of: 'report' } : { of: 'author', id }
}

/** In the office's own words, or in those of the report or the decision. */
export async function proposeOf(
  { tx, official }: Spoken,
  { code, text }: Extract<PraiseErrand, { kind: 'propose' }>,
  photo?: PraisePhoto,
): Promise<Answer> {
  const found = await findPraiseworthy(tx, official, code)
  if (!found.ok) return refused(found.refusal)
  const { source, campaign } = found.value
  const unitCode = source.kind === 'report' ? source.report.unitCode : source.nomination.unitCode
  const unit = await tx.units.get(unitCode)
  const words = text === '' ? say.sayPraise(source, { unit, campaign }) : text
  const outcome = await proposePraise(tx, official, {
    code,
    text: words,
    ...(photo ? { photo } : {}),
  })
  if (!outcome.ok) return refused(outcome.refusal)
  const { praise, asked } = outcome.value
  return { what: 'praise-proposed', text: say.sayConsentRequested(praise, asked) }
}

/** "1 = đồng ý". */
export async function answerConsent(
  { tx, official }: Spoken,
  praiseId: string,
  key: string,
): Promise<Answer> {
  const consent = { words: key !== 'decline', photo: key === 'agree' }
  const outcome = await answerPraise(tx, official, { praiseId, consent })
  if (!outcome.ok) return refused(outcome.refusal)
  return { what: `praise-${outcome.value.state}`, text: say.sayConsentNoted(outcome.value) }
}
