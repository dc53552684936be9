import type { LocalDate } from '../calendar/local-time.ts'
import { localDateOf } from '../calendar/local-time.ts'
import type { Official } from '../official/official.ts'
import type { Transaction } from '../ports.ts'
import { accept, refuse } from '../refusal.ts'
import type { Outcome } from '../refusal.ts'
import { stepOf } from './chain.ts'
import { settleDuty } from './settle-duty.ts'
import { gatherFacts } from './gather-facts.ts'
import { ask } from './gates/gates.ts'
import type { CouncilFacts, DecisionFacts } from './gates/gate.ts'
import type { Move, MoveNote } from './history.ts'
import { earlierState } from './history.ts'
import type { NominationAction } from './nomination-action.ts'
import type { Nomination, NominationState } from './nomination.ts'
import { openAwards } from './nomination.ts'
import { rolesTowards } from './reach.ts'
import type { Finding } from './rules.ts'
import { blocks } from './rules.ts'
import { tellOfMove } from './tell-of-move.ts'
import type { Transition } from './transitions.ts'
import { rule } from './transitions.ts'

export type MoveCommand = {
  readonly official: Official
  readonly nominationId: string
  readonly action: NominationAction
  /** What the person says with it: points, grounds, a declaration. */
  readonly note?: MoveNote
  /** The last day for a supplement, in Vietnam, included. */
  readonly supplementDueOn?: LocalDate
  readonly council?: CouncilFacts
  readonly decision?: DecisionFacts
}

export type Moved = {
  readonly nomination: Nomination
  readonly from: NominationState
  /** What ought to be known though it stood in nobody's way. */
  readonly warnings: readonly Finding[]
}

/**
 * Moves a nomination one step along its table: the only way in which its state ever changes. Refuses
 * an action that does not exist in the state or is others' to do, and what a gate blocks; a stranger
 * hears that there is no such nomination. Keeps the step in the history, and tells whom the table names.
 */
export async function moveNomination(
  tx: Transaction,
  command: MoveCommand,
): Promise<Outcome<Moved>> {
  const judged = await judgeMove(tx, command)
  if (!judged.ok) return judged
  const { nomination, transition, to, findings } = judged.value
  const { official, action, note = {} } = command
  const from = nomination.state
  const move = { action, from, to, by: official.id, at: tx.now, note }
  const moved = await carryOut(tx, nomination, move, command)
  await settleDuty(tx, nomination, moved)
  await tellOfMove(tx, transition, { by: official, nomination: moved, move })
  return accept({ nomination: moved, from, warnings: findings })
}

type Judged = {
  readonly nomination: Nomination
  readonly transition: Transition
  readonly to: NominationState
  readonly findings: readonly Finding[]
}

/** Whether `moveNomination` would do it, and what it would find; changes nothing. */
export async function judgeMove(tx: Transaction, command: MoveCommand): Promise<Outcome<Judged>> {
  const { official, nominationId, action, note = {} } = command
  const nomination = await tx.nominations.get(nominationId)
  const { code, state } = nomination
  const roles = await rolesTowards(tx, official, nomination)
  if (roles.length === 0) return refuse({ reason: 'nomination-not-found', code })
  const ruling = rule(state, action, roles)
  if (!ruling.ok)
    return refuse(
      ruling.because === 'role'
        ? { reason: 'nomination-not-yours', code, state, action }
        : { reason: 'nomination-not-now', code, state, action },
    )
  const { transition } = ruling
  const facts = await gatherFacts(tx, nomination, { ...command, note })
  const to = transition.to === 'earlier' ? back(facts.moves, state) : transition.to
  const chain = await tx.chains.get(nomination.chain)
  const gates = [...transition.gates, ...(stepOf(chain, to)?.gates ?? [])]
  const findings = ask(gates, facts)
  const blocking = findings.filter(blocks)
  if (blocking.length > 0)
    return refuse({
      reason: 'nomination-blocked',
      code,
      action,
      on: facts.on.toString(),
      findings: blocking,
    })
  return accept({ nomination, transition, to, findings })
}

function back(moves: readonly Move[], state: NominationState): NominationState {
  const earlier =
    state === 'returned' || state === 'on-hold' ? earlierState(moves, state) : undefined
  if (!earlier) throw new Error(`a nomination that is ${state} has no earlier state`)
  return earlier
}

async function carryOut(
  tx: Transaction,
  nomination: Nomination,
  move: Move,
  { supplementDueOn }: MoveCommand,
): Promise<Nomination> {
  const first = move.to === 'submitted' && nomination.submittedAt === undefined
  const effects = {
    ...(first ? { submittedAt: tx.now, late: await isLate(tx, nomination) } : {}),
    ...(supplementDueOn === undefined ? {} : { supplementDueOn }),
  }
  await tx.nominations.move(nomination.id, move, effects)
  await tx.audit.append({
    kind: 'nomination-moved',
    actor: move.by,
    subject: nomination.id,
    data: { from: move.from, to: move.to, action: move.action },
  })
  return { ...nomination, ...effects, state: move.to, stateSince: move.at }
}

async function isLate(tx: Transaction, { campaignId, awardId }: Nomination): Promise<boolean> {
  const { campaign } = await tx.campaigns.get(campaignId)
  return !openAwards(campaign, localDateOf(tx.now)).some(({ id }) => id === awardId)
}
