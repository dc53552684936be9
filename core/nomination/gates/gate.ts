import type { CriterionCheck } from '../../appraisal/checklist.ts'
import type { LocalDate } from '../../calendar/local-time.ts'
import type { Campaign } from '../../campaign/campaign.ts'
import type { DossierItem } from '../../dossier/dossier.ts'
import type { Official } from '../../official/official.ts'
import type { Report } from '../../report/report.ts'
import type { Unit } from '../../unit/unit.ts'
import type { BalanceLine } from '../balance.ts'
import type { Move, MoveNote } from '../history.ts'
import type { Likeness } from '../likeness.ts'
import type { Nomination } from '../nomination.ts'
import type { Finding } from '../rules.ts'

/** Everything a gate may look at: gathered once, before the move, in its transaction. */
export type GateFacts = {
  readonly nomination: Nomination
  readonly campaign: Campaign
  readonly unit: Unit
  /** The unit that answers for it at present: itself, or who took its place. */
  readonly heir: Unit
  /** The unit that the nominated collective is. */
  readonly nomineeUnit?: Unit
  /** Today in Vietnam; of a decision the day it was signed. */
  readonly on: LocalDate
  readonly actor: Official
  readonly moves: readonly Move[]
  /** What the actor said with this move. */
  readonly note: MoveNote
  readonly alike: readonly Likeness[]
  readonly dossier: readonly DossierItem[]
  /** The reports that bear the nomination out. */
  readonly cited: readonly Report[]
  readonly balance: readonly BalanceLine[]
  readonly checks: readonly CriterionCheck[]
  /** What the unit puts forward for the same award, this nomination among it. */
  readonly ownList: readonly Nomination[]
  /** The day on which awards are to be handed over, where it is set. */
  readonly ceremony?: CeremonyFacts
  /** What the council came to; absent while it has not met. */
  readonly council?: CouncilFacts
  /** The decision that is being recorded. */
  readonly decision?: DecisionFacts
}

export type CeremonyFacts = {
  readonly on: LocalDate
  /** Working days that the steps before the signature may take together. */
  readonly workingDays: number
  /** Whoever submits later may come too late for it, by those limits. */
  readonly latestOn: LocalDate
  /** Whether the office has checked every one of the limits. */
  readonly confirmed: boolean
}

export type CouncilFacts = {
  readonly passed: boolean
  /** The list for signature is the list the council agreed on. */
  readonly listAgrees: boolean
  /** The council chose it, among those nominated, for the award of the level above. */
  readonly selectedUpward: boolean
}

export type DecisionFacts = {
  readonly number: string
  /** The day of signing, in Vietnam: what must hold, must have held on that day. */
  readonly signedOn: LocalDate
  /** Whether the signer held that office on the day of signing. */
  readonly signerInOffice: boolean
  /** Of an office that has ended: its last day, and the act. */
  readonly officeEnded?: { readonly until: LocalDate; readonly by?: string }
}

/** Looks at the facts and tells what stands against the move, or ought to be known before it. Pure. */
export type Gate = (facts: GateFacts) => readonly Finding[]
