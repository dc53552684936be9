import { localDateOf } from '../../../core/calendar/local-time.ts'
import { openQuestions } from '../../../core/conversation/ask.ts'
import type { Topic } from '../../../core/conversation/conversation.ts'
import { VOTE_CHOICES } from '../../../core/council/ask-for-votes.ts'
import {
  castVote,
  declareRecusal,
  findOnAgenda,
  sessionOf,
} from '../../../core/council/cast-vote.ts'
import type { CouncilSession, Vote } from '../../../core/council/council.ts'
import { VOTES } from '../../../core/council/council.ts'
import { ownSession } from '../../../core/council/enter-meeting-votes.ts'
import type { BallotView } from '../../../core/council/ballot.ts'
import { nextBallot } from '../../../core/council/next-ballot.ts'
import { planSession } from '../../../core/council/open-session.ts'
import { readProgress } from '../../../core/council/read-progress.ts'
import { planUpward } from '../../../core/council/select-upward.ts'
import { may } from '../../../core/permission.ts'
import type { CouncilCommand } from '../../language/errands/council-command.ts'
import { readCouncilCommand } from '../../language/errands/council-command.ts'
import * as say from '../../texts/council.ts'
import { sayNear } from '../../texts/moments.ts'
import { askForPin, forget } from '../pin/pin.ts'
import type { Answer, Spoken } from '../turn.ts'
import { refused } from '../turn.ts'

/** "0" below a ballot: the dossier itself. */
const ZERO = /^\s*(?:so )?0\s*[.)]?\s*(?:ạ|a)?\s*$/iu

/** What a member or the secretary of the council says; undefined for every other message. */
export async function hearCouncil(turn: Spoken): Promise<Answer | undefined> {
  const { official, text, tx } = turn
  if (!may(official, 'vote') && !may(official, 'run-council')) return undefined
  const asked = openQuestions(turn.state, tx.now).findLast(({ topic }) => topic.kind === 'vote')
  if (asked?.topic.kind === 'vote' && ZERO.test(text))
    return { ...(await showCard(turn, asked.topic.nominationId)), answered: asked }
  const command = readCouncilCommand(text, localDateOf(tx.now))
  return command && carryOut(turn, command)
}

async function carryOut(turn: Spoken, command: CouncilCommand): Promise<Answer> {
  switch (command.kind) {
    case 'open':
      return proposeSession(turn, command)
    case 'progress':
      return progress(turn)
    case 'close':
      return proposeClose(turn)
    case 'meeting-votes':
      return proposeVotes(turn, command)
    case 'recuse':
      return recuse(turn, command.code)
    case 'vote':
      return voteInWords(turn, command)
    case 'upward':
      return proposeUpward(turn, command)
  }
}

/** An intention to open a session in words the bot cannot take apart. */
export function howToOpen({ official }: Spoken): Answer {
  if (!may(official, 'run-council'))
    return refused({ reason: 'not-allowed', action: 'run-council' })
  return { what: 'session-example', text: say.SESSION_EXAMPLE }
}

async function proposeSession(
  turn: Spoken,
  { heldOn, votesBy, seats, codes }: Extract<CouncilCommand, { kind: 'open' }>,
): Promise<Answer> {
  if (!heldOn || !votesBy) return howToOpen(turn)
  const planned = await planSession(turn.tx, turn.official, {
    heldOn,
    votesBy,
    ...(seats === undefined ? {} : { seats }),
    ...(codes.length === 0 ? {} : { codes }),
  })
  if (!planned.ok) return refused(planned.refusal)
  const agenda = planned.value.nominations.map(({ code }) => code)
  const act = {
    kind: 'open-session',
    ...{ heldOn: heldOn.toString(), votesBy: votesBy.toString(), codes: agenda },
    ...(seats === undefined ? {} : { seats }),
  } as const
  return askForPin(turn, act, { shown: say.sayPlanned(planned.value), count: agenda.length })
}

async function progress({ tx, official }: Spoken): Promise<Answer> {
  const read = await readProgress(tx, official)
  if (!read.ok) return refused(read.refusal)
  return { what: 'council-progress', text: say.sayProgress(read.value) }
}

async function proposeClose(turn: Spoken): Promise<Answer> {
  const session = await ownSession(turn.tx, turn.official)
  if (!session.ok) return refused(session.refusal)
  return askForPin(turn, { kind: 'close-session' }, { shown: say.CLOSE_ASKED })
}

async function proposeVotes(
  turn: Spoken,
  { code, votes }: Extract<CouncilCommand, { kind: 'meeting-votes' }>,
): Promise<Answer> {
  const session = await ownSession(turn.tx, turn.official)
  if (!session.ok) return refused(session.refusal)
  if (!votes) return { what: 'votes-example', text: say.VOTES_EXAMPLE }
  const found = await findOnAgenda(turn.tx, session.value, code)
  if (!found.ok) return refused(found.refusal)
  const act = { kind: 'enter-votes', code, votes } as const
  return askForPin(turn, act, { shown: say.sayVotesAsked(code, votes) })
}

async function proposeUpward(
  turn: Spoken,
  { code, form }: Extract<CouncilCommand, { kind: 'upward' }>,
): Promise<Answer> {
  const choice = { code, ...(form === undefined ? {} : { form }) }
  const planned = await planUpward(turn.tx, turn.official, choice)
  if (!planned.ok) return refused(planned.refusal)
  const act = { kind: 'select-upward', ...choice } as const
  return askForPin(turn, act, { shown: say.sayUpwardAsked(planned.value) })
}

async function recuse(turn: Spoken, code: string): Promise<Answer> {
  const outcome = await declareRecusal(turn.tx, turn.official, code)
  if (!outcome.ok) return refused(outcome.refusal)
  const next = await nextBallot(turn.tx, outcome.value, { officialId: turn.official.id })
  const noted = say.sayRecusalNoted(code)
  if (!next) return { what: 'recused', text: noted }
  return {
    ...askAbout(outcome.value, next),
    what: 'recused',
    text: `${noted}\n${say.sayBallot(next)}`,
  }
}

/** The digit below a ballot. */
export async function answerVote(
  turn: Spoken,
  { nominationId }: Extract<Topic, { kind: 'vote' }>,
  { key }: { readonly key: string },
): Promise<Answer> {
  const vote = VOTES.find((known) => known === key)
  return vote ? putVote(turn, nominationId, vote) : { what: 'no-such-option' }
}

async function putVote(turn: Spoken, nominationId: string, vote: Vote): Promise<Answer> {
  const { tx, official } = turn
  await forget(turn)
  const outcome = await castVote(tx, official, { nominationId, vote })
  if (!outcome.ok) return refused(outcome.refusal)
  const session = outcome.value
  const { code } = await tx.nominations.get(nominationId)
  const votesBy = sayNear(session.votesBy, localDateOf(tx.now))
  const next = await nextBallot(tx, session, { officialId: official.id })
  if (!next) return { what: 'voted', text: say.sayVoted(code, { votesBy }) }
  const text = say.sayVoted(code, { votesBy, next: say.sayBallot(next) })
  return { ...askAbout(session, next), what: 'voted', text }
}

/** "Biểu quyết": the next ballot. */
export function vote(turn: Spoken): Promise<Answer> {
  return voteInWords(turn, { kind: 'vote' })
}

/** "Biểu quyết HS-024", "bỏ phiếu đồng ý HS-024". */
async function voteInWords(
  turn: Spoken,
  { code, vote }: Extract<CouncilCommand, { kind: 'vote' }>,
): Promise<Answer> {
  const { tx, official } = turn
  if (vote !== undefined) await forget(turn)
  const found = await sessionOf(tx, official)
  if (!found.ok) return refused(found.refusal)
  const named = code === undefined ? undefined : await findOnAgenda(tx, found.value, code)
  if (named && !named.ok) return refused(named.refusal)
  if (named && vote !== undefined) return putVote(turn, named.value.id, vote)
  const ballot = await nextBallot(tx, found.value, {
    officialId: official.id,
    ...(named ? { nominationId: named.value.id } : {}),
  })
  if (ballot) return askAbout(found.value, ballot)
  return code === undefined
    ? { what: 'all-voted', text: say.ALL_VOTED }
    : refused({ reason: 'recused', code })
}

async function showCard(turn: Spoken, nominationId: string): Promise<Answer> {
  const session = await sessionOf(turn.tx, turn.official)
  if (!session.ok) return refused(session.refusal)
  const officialId = turn.official.id
  const ballot = await nextBallot(turn.tx, session.value, { officialId, nominationId })
  if (!ballot) return { what: 'ballot-gone', text: say.ALL_VOTED }
  return {
    ...askAbout(session.value, ballot),
    what: 'ballot-card',
    text: say.sayBallotCard(ballot),
  }
}

function askAbout(session: CouncilSession, ballot: BallotView): Answer {
  const nominationId = ballot.view.nomination.id
  return {
    what: 'ballot',
    text: say.sayBallot(ballot),
    ask: { topic: { kind: 'vote', sessionId: session.id, nominationId }, options: VOTE_CHOICES },
  }
}
