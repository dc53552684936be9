import * as praise from '../../../bot/texts/praise.ts'
import type { Praise } from '../../../core/praise/praise.ts'
import { fragment, message, samplesOf } from './sample.ts'

const STATES = ['asked', 'agreed', 'declined', 'withdrawn'] as const

/** One in each state, without a photo, with one, and with one that may be shown. */
export function praisesOf(authorId: string): readonly Praise[] {
  return STATES.flatMap((state) => {
    const praise = {
      ...{ id: 'p1', code: 'NG-012', campaignId: 'c1', sourceCode: 'HS-012', unitCode: 'u1' },
      ...{ text: 'Nêu gương đồng chí Hoàng Thị Thử', authorId, state, photoAgreed: false },
    }
    const pictured = { ...praise, photoId: 'e1' }
    return state === 'agreed'
      ? [praise, pictured, { ...pictured, photoAgreed: true }]
      : [praise, pictured]
  })
}

export const PRAISE_SAMPLES = {
  praise: samplesOf(praise, {
    sayPraise: ({ report, nomination, unit, campaign }) =>
      fragment(
        praise.sayPraise({ kind: 'report', report }, { unit, campaign }),
        praise.sayPraise({ kind: 'nomination', nomination }, { unit, campaign }),
        praise.sayPraise(
          { kind: 'nomination', nomination: { ...nomination, nomineeKind: 'collective' } },
          { unit, campaign },
        ),
      ),
    sayConsentAsked: ({ official, campaign }) =>
      message(
        ...praisesOf(official.id).map((one) =>
          praise.sayConsentAsked({
            kind: 'consent-asked',
            ...{ praise: one, office: campaign.office.name },
            choices: { id: 'a', options: [] },
          }),
        ),
      ),
    sayConsentGiven: ({ official }) =>
      message(...praisesOf(official.id).map(praise.sayConsentGiven)),
    sayConsentRequested: ({ official }) =>
      message(
        ...praisesOf(official.id).map((one) =>
          praise.sayConsentRequested(one, [official, official]),
        ),
      ),
    sayConsentNoted: ({ official }) =>
      message(...praisesOf(official.id).map(praise.sayConsentNoted)),
    sayPhotoTakenBack: ({ official }) =>
      message(...praisesOf(official.id).map(praise.sayPhotoTakenBack)),
    sayConsentTakenBack: ({ official }) =>
      message(...praisesOf(official.id).map(praise.sayConsentTakenBack)),
  }),
}
