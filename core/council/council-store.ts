import type { Instant } from '../calendar/local-time.ts'
import type {
  CouncilItem,
  CouncilMember,
  CouncilSession,
  Counts,
  Recusal,
  Vote,
} from './council.ts'

export interface CouncilStore {
  open(
    session: CouncilSession,
    agenda: {
      readonly nominationIds: readonly string[]
      readonly memberIds: readonly string[]
      readonly recusals: readonly Recusal[]
    },
  ): Promise<void>
  /** The campaign's open session, kept from being closed by anybody else until the transaction ends. */
  lockOpen(campaignId: string): Promise<CouncilSession | undefined>
  listOpen(): Promise<readonly CouncilSession[]>
  /** The session that was closed last. */
  findClosed(campaignId: string): Promise<CouncilSession | undefined>
  /** In the order of the agenda. */
  items(sessionId: string): Promise<readonly CouncilItem[]>
  members(sessionId: string): Promise<readonly CouncilMember[]>
  recusals(sessionId: string): Promise<readonly Recusal[]>
  recuse(sessionId: string, recusal: Recusal): Promise<void>
  /** Sets or changes the member's vote; no trace is kept of the one before. */
  vote(sessionId: string, nominationId: string, ballot: { by: string; vote: Vote }): Promise<void>
  /** On which nominations the member has voted: not how. */
  votedOn(sessionId: string, officialId: string): Promise<readonly string[]>
  /** How many have voted on each: not how. */
  turnout(sessionId: string): Promise<ReadonlyMap<string, number>>
  setMeetingVotes(sessionId: string, nominationId: string, votes: Counts): Promise<void>
  /** Counts the ballots. Only the close asks. */
  tally(sessionId: string): Promise<ReadonlyMap<string, Counts>>
  setResult(
    sessionId: string,
    nominationId: string,
    result: { counts: Counts; passed: boolean },
  ): Promise<void>
  /** Notes who voted, and deletes every link between a person and a vote. */
  close(sessionId: string, at: Instant): Promise<void>
  /** The result of the last closed session in which the nomination was voted on. */
  findResult(nominationId: string): Promise<CouncilItem | undefined>
  /** The sessions on whose agenda the nomination stood, newest first. */
  sessionsOf(nominationId: string): Promise<readonly string[]>
  setReminded(sessionId: string, officialId: string, reminded: number): Promise<void>
}
