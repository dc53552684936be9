import * as council from '../../../bot/texts/council.ts'
import * as decisions from '../../../bot/texts/decisions.ts'
import * as pins from '../../../bot/texts/pins.ts'
import { DEFAULT_RULE } from '../../../core/council/council.ts'
import { ballotOf, closedOf, decisionOf, sessionOf } from './council-facts.ts'
import type { Longest } from './longest.ts'
import { fragment, list, message, samplesOf } from './sample.ts'

const VOTES = { agree: 10, disagree: 1, other: 0 }

const planOf = (longest: Longest) => ({
  session: sessionOf(longest),
  nominations: Array.from({ length: 9 }, () => longest.nomination),
  members: [longest.official],
})
const viewOf = (longest: Longest) => ({
  decision: decisionOf(longest),
  awards: Array.from({ length: 9 }, () => longest.view),
})
const signedOf = (longest: Longest) => ({ ...decisionOf(longest), codes: ['HS-1024', 'HS-1026'] })
const revocation = { by: '1140/QĐ-UBND', grounds: 'kê khai thành tích chưa đúng' }

/** What the council, the decisions and their PIN say. */
export const COUNCIL_SAMPLES = {
  council: samplesOf(council, {
    sayRule: () =>
      fragment(
        council.sayRule(DEFAULT_RULE),
        council.sayRule({
          ...DEFAULT_RULE,
          base: 'present',
          over: false,
          source: 'Quy chế Hội đồng',
        }),
      ),
    sayPlanned: (longest) => list(council.sayPlanned(planOf(longest))),
    sayOpened: (longest) =>
      list(
        council.sayOpened({ ...planOf(longest), unreachable: [], left: [] }),
        council.sayOpened({ ...planOf(longest), unreachable: [longest.official], left: [] }),
      ),
    sayBallot: (longest) => message(council.sayBallot(ballotOf(longest))),
    sayVoteAsked: (longest) =>
      message(...[true, false].map((again) => council.sayVoteAsked(ballotOf(longest), again))),
    sayBallotCard: (longest) => list(council.sayBallotCard(ballotOf(longest))),
    sayVoted: (longest) =>
      message(
        council.sayVoted('HS-1024', { votesBy: '17:00 ngày 03/12' }),
        council.sayVoted('HS-1024', {
          votesBy: '17:00 ngày 03/12',
          next: council.sayBallot(ballotOf(longest)),
        }),
      ),
    sayRecusalNoted: () => message(council.sayRecusalNoted('HS-1024')),
    sayProgress: (longest) =>
      list(
        ...[0, 9].map((length) =>
          council.sayProgress({
            session: sessionOf(longest),
            dossiers: 12,
            missing: Array.from({ length }, () => ({ member: longest.official, open: 12 })),
          }),
        ),
      ),
    sayVotesAsked: () => message(council.sayVotesAsked('HS-1024', VOTES)),
    sayVotesEntered: () => message(council.sayVotesEntered('HS-1024')),
    sayTally: (longest) =>
      fragment(...closedOf(longest).results.map((one) => council.sayTally(one, longest.today))),
    sayClosed: (longest) => list(council.sayClosed(closedOf(longest))),
    sayUpwardAsked: ({ nomination, award }) =>
      message(council.sayUpwardAsked({ nomination, award })),
    sayUpward: ({ award }) => message(council.sayUpward('HS-1024', 'HS-1040', award.name)),
  }),
  decisions: samplesOf(decisions, {
    sayDecisionAsked: (longest) =>
      list(
        ...[true, false].map((signerKnown) =>
          decisions.sayDecisionAsked(signedOf(longest), {
            campaign: longest.campaign,
            nominations: planOf(longest).nominations,
            signerKnown,
          }),
        ),
      ),
    sayRecorded: (longest) => message(decisions.sayRecorded(signedOf(longest), 12)),
    sayScanned: (longest) => message(decisions.sayScanned(decisionOf(longest), 12)),
    sayAnnouncementAsked: (longest) =>
      list(
        ...(['units', 'everybody'] as const).map((reach) =>
          decisions.sayAnnouncementAsked(viewOf(longest), {
            reach,
            text: decisions.sayToAll(viewOf(longest)),
          }),
        ),
      ),
    sayAnnounced: (longest) =>
      message(
        ...(['units', 'everybody'] as const).map((reach) =>
          decisions.sayAnnounced(viewOf(longest), reach),
        ),
      ),
    sayToAll: (longest) => list(decisions.sayToAll(viewOf(longest))),
    sayAwarded: (longest) =>
      message(
        ...[true, false].map((self) =>
          decisions.sayAwarded(decisionOf(longest), longest.view, self),
        ),
      ),
    sayToAnnounce: (longest) => message(decisions.sayToAnnounce(decisionOf(longest), 12)),
    sayUndoAsked: (longest) =>
      message(
        decisions.sayUndoAsked(viewOf(longest)),
        decisions.sayUndoAsked(viewOf(longest), revocation),
      ),
    sayUndone: (longest) =>
      message(
        decisions.sayUndone(viewOf(longest)),
        decisions.sayUndone(viewOf(longest), revocation),
      ),
  }),
  pins: samplesOf(pins, {
    sayAuthorise: () =>
      message(...[1, 12].map((count) => pins.sayAuthorise('Khóa phiếu kỳ họp.', count))),
    sayCountDiffers: () => message(pins.sayCountDiffers(12)),
  }),
}
