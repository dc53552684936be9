import * as dataRights from '../../../bot/texts/data-rights.ts'
import type { Instant } from '../../../core/calendar/local-time.ts'
import { dataLawOn } from '../../../core/data-request/data-law.ts'
import type { DataRequest } from '../../../core/data-request/data-request.ts'
import { DATA_RIGHTS } from '../../../core/data-request/data-request.ts'
import type { Longest } from './longest.ts'
import { fragment, list, message, samplesOf } from './sample.ts'

const STATES = ['open', 'approved', 'declined', 'done', 'dropped'] as const

/** One of each right and state. */
export function dataRequests(now: Instant): readonly DataRequest[] {
  return DATA_RIGHTS.flatMap((right) =>
    STATES.map((state) => ({
      ...{ id: 'r1', code: 'YC-012', campaignId: 'c1', officialId: 'o1', right, state },
      ...{ askedAt: now, dueAt: now.add({ hours: 72 }) },
      ...(state === 'declined' ? { reason: 'hồ sơ của đồng chí đang được Hội đồng xét' } : {}),
    })),
  )
}

function openedOf({ campaign, now, today }: Longest) {
  const laws = [dataLawOn(today), dataLawOn(today.add({ years: 1 })), undefined]
  return laws.flatMap((law) =>
    dataRequests(now).map((request) => ({
      ...{ request, campaign, again: request.state !== 'open' },
      ...(law ? { law } : {}),
    })),
  )
}

export const DATA_RIGHT_SAMPLES = {
  'data-rights': samplesOf(dataRights, {
    sayPrivacy: ({ campaign, today }) =>
      message(
        dataRights.sayPrivacy(campaign, dataLawOn(today)),
        dataRights.sayPrivacy(undefined, dataLawOn(today.add({ years: 1 }))),
        dataRights.sayPrivacy(undefined, undefined),
      ),
    sayRequestOpened: (longest) => message(...openedOf(longest).map(dataRights.sayRequestOpened)),
    sayHoldings: () =>
      message(dataRights.sayHoldings({ accounts: 2, written: 1250, received: 2350, reports: 120 })),
    sayRequestDropped: ({ now }) => message(...dataRequests(now).map(dataRights.sayRequestDropped)),
    sayRequestStands: ({ now }) => message(...dataRequests(now).map(dataRights.sayRequestStands)),
    sayRequestToOffice: ({ now, official, unit }) =>
      message(
        ...dataRequests(now).map((request) =>
          dataRights.sayRequestToOffice({
            kind: 'data-request-opened',
            ...{ request, unit, from: official },
          }),
        ),
      ),
    sayRequestDecided: ({ now, campaign: { office } }) =>
      message(
        ...dataRequests(now).map((request) =>
          dataRights.sayRequestDecided({
            kind: 'data-request-decided',
            ...{ request, office: office.name },
          }),
        ),
      ),
    sayRequestSettled: ({ now }) => message(...dataRequests(now).map(dataRights.sayRequestSettled)),
    sayRequests: ({ now, official }) =>
      list(
        dataRights.sayRequests([]),
        dataRights.sayRequests(
          dataRequests(now)
            .filter(({ state }) => state === 'open' || state === 'approved')
            .map((request) => ({ request, from: official })),
        ),
      ),
    sayLine: ({ now, official }) =>
      fragment(...dataRequests(now).map((request) => dataRights.sayLine(request, official.name))),
  }),
}
