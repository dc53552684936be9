import { Temporal } from 'temporal-polyfill'
import type { AuthorisedAct } from '../../../core/conversation/conversation.ts'
import { closeSession } from '../../../core/council/close-session.ts'
import { enterMeetingVotes } from '../../../core/council/enter-meeting-votes.ts'
import { openSession } from '../../../core/council/open-session.ts'
import { selectUpward } from '../../../core/council/select-upward.ts'
import * as say from '../../texts/council.ts'
import type { Answer, Spoken } from '../turn.ts'
import { refused } from '../turn.ts'

export type CouncilAct = Extract<
  AuthorisedAct,
  { kind: 'open-session' | 'enter-votes' | 'close-session' | 'select-upward' }
>

/** What the secretary has shown and confirmed by the PIN. */
export async function carryOutCouncil(turn: Spoken, act: CouncilAct): Promise<Answer> {
  const { tx, official } = turn
  switch (act.kind) {
    case 'open-session':
      return open(turn, act)
    case 'enter-votes': {
      const entered = await enterMeetingVotes(tx, official, act)
      if (!entered.ok) return refused(entered.refusal)
      return { what: 'meeting-votes', text: say.sayVotesEntered(act.code) }
    }
    case 'close-session': {
      const closed = await closeSession(tx, official, (result, { heldOn }) =>
        say.sayTally(result, heldOn),
      )
      if (!closed.ok) return refused(closed.refusal)
      return { what: 'council-closed', text: say.sayClosed(closed.value) }
    }
    case 'select-upward': {
      const selected = await selectUpward(tx, official, act)
      if (!selected.ok) return refused(selected.refusal)
      const { upper, award } = selected.value
      return { what: 'selected-upward', text: say.sayUpward(act.code, upper.code, award.name) }
    }
  }
}

async function open(
  { tx, official }: Spoken,
  { heldOn, votesBy, seats, codes }: Extract<CouncilAct, { kind: 'open-session' }>,
): Promise<Answer> {
  const opened = await openSession(tx, official, {
    heldOn: Temporal.PlainDate.from(heldOn),
    votesBy: Temporal.Instant.from(votesBy),
    codes,
    ...(seats === undefined ? {} : { seats }),
  })
  if (!opened.ok) return refused(opened.refusal)
  return { what: 'council-opened', text: say.sayOpened(opened.value) }
}
