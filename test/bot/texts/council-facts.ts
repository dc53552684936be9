import type { ClosedSession } from '../../../core/council/close-session.ts'
import type { CouncilSession } from '../../../core/council/council.ts'
import { DEFAULT_RULE } from '../../../core/council/council.ts'
import type { BallotView } from '../../../core/council/ballot.ts'
import type { Decision } from '../../../core/decision/decision.ts'
import type { Longest } from './longest.ts'

export function sessionOf({ campaign, today, now }: Longest): CouncilSession {
  return {
    id: 's1',
    campaignId: campaign.id,
    heldOn: today,
    votesBy: now,
    seats: 11,
    rule: DEFAULT_RULE,
    openedBy: 'o1',
    openedAt: now,
  }
}

export function ballotOf({ view, today, now }: Longest): BallotView {
  return {
    view,
    place: 11,
    of: 12,
    open: 10,
    recused: ['HS-1031', 'HS-1032', 'HS-1033', 'HS-1034', 'HS-1035'].map((code) => ({
      code,
      reason: 'nominee',
    })),
    heldOn: today,
    votesBy: now,
  }
}

export function decisionOf({ campaign, today, now }: Longest): Decision {
  return {
    id: 'd1',
    campaignId: campaign.id,
    number: '1128/QĐ-UBND',
    signedOn: today,
    signer: 'Phó Chủ tịch phụ trách Nguyễn Hoàng Phương Thảo Nguyên',
    recordedBy: 'o1',
    recordedAt: now,
    nominationIds: ['n1'],
    scans: ['e1'],
  }
}

export function closedOf(longest: Longest): ClosedSession {
  return {
    session: sessionOf(longest),
    results: Array.from({ length: 9 }, (_, index) => ({
      nomination: longest.nomination,
      counts: { agree: index, disagree: 1, other: 1 },
      entitled: 11,
      recused: 1,
      quorate: index > 4,
      passed: index > 5,
    })),
    left: [{ reason: 'no-session' }],
  }
}
