import { answerPraise, withdrawPraise } from '../../core/praise/answer-praise.ts'
import { draftPraise } from '../../core/praise/draft-praise.ts'
import { findPraiseworthy, proposePraise } from '../../core/praise/propose-praise.ts'
import type { PraiseErrand } from '../language/praise-errand.ts'
import { readPraiseErrand } from '../language/praise-errand.ts'
import * as say from '../texts/praise.ts'
import { preview } from './announcing.ts'
import type { Answer, Spoken } from './turn.ts'
import { refused } from './turn.ts'

/** "Nêu gương HS-001", "gửi NG-001", "rút NG-001"; undefined for every other message. */
export async function hearPraise(turn: Spoken): Promise<Answer | undefined> {
  const errand = readPraiseErrand(turn.text)
  if (!errand) return undefined
  const { tx, official } = turn
  switch (errand.kind) {
    case 'propose':
      return propose(turn, errand)
    case 'send':
      return preview(await draftPraise(tx, official, errand.code))
    case 'withdraw': {
      const outcome = await withdrawPraise(tx, official, errand.code)
      if (!outcome.ok) return refused(outcome.refusal)
      return { what: 'praise-withdrawn', text: say.sayConsentTakenBack(outcome.value) }
    }
  }
}

/** In the office's own words, or in those of the report or the decision. */
async function propose(
  { tx, official }: Spoken,
  { code, text }: Extract<PraiseErrand, { kind: 'propose' }>,
): Promise<Answer> {
  const found = await findPraiseworthy(tx, official, code)
  if (!found.ok) return refused(found.refusal)
  const { source, campaign } = found.value
  const unitCode = source.kind === 'report' ? source.report.unitCode : source.nomination.unitCode
  const unit = await tx.units.get(unitCode)
  const words = text === '' ? say.sayPraise(source, { unit, campaign }) : text
  const outcome = await proposePraise(tx, official, { code, text: words })
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
  const outcome = await answerPraise(tx, official, { praiseId, agrees: key === 'agree' })
  if (!outcome.ok) return refused(outcome.refusal)
  return { what: `praise-${outcome.value.state}`, text: say.sayConsentNoted(outcome.value) }
}
