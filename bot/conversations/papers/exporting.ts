import type { Campaign } from '../../../core/campaign/campaign.ts'
import type { Paper } from '../../../core/dossier/paper.ts'
import { ABOUT_ONE, scopeOfPaper } from '../../../core/dossier/paper.ts'
import type { Deadline } from '../../../core/duty/deadline.ts'
import type { Nomination } from '../../../core/nomination/nomination.ts'
import { findVisibleNomination } from '../../../core/nomination/reach.ts'
import type { PaperRequest } from '../../documents/make-paper.ts'
import { makePaper } from '../../documents/make-paper.ts'
import { fold } from '../../language/writing/fold.ts'
import { readWantedPaper } from '../../language/errands/wanted-paper.ts'
import { ASK_WHICH_NOMINATION, ASK_WHICH_PAPER, sayFile, sayNothingFor } from '../../texts/files.ts'
import { planDeadline } from '../duties/plan-deadline.ts'
import { answerWithFile } from './sending-file.ts'
import type { Answer, Spoken } from '../turn.ts'
import { refused } from '../turn.ts'

/** "Xuất tờ trình", "xuất hồ sơ HS-024": the paper that is named, about what the official may see of it. */
export async function exportPaper(turn: Spoken): Promise<Answer> {
  const { campaign, understood, text } = turn
  if (!campaign) return refused({ reason: 'no-campaign' })
  const named = readWantedPaper(fold(text))
  const paper = named ?? (understood.codes.nomination === undefined ? undefined : 'dossier')
  if (!paper) return { what: 'paper-asked', text: ASK_WHICH_PAPER }
  return givePaper(turn, campaign, paper)
}

/** A paper of the campaign as a file in this chat, if the official's roles allow it. */
export async function givePaper(turn: Spoken, campaign: Campaign, paper: Paper): Promise<Answer> {
  const { tx, official, understood } = turn
  const scope = scopeOfPaper(official, paper)
  if (scope.kind === 'none') return refused({ reason: 'not-allowed', action: scope.lacks })
  const { period } = understood.report
  const deadline = paper === 'chasing-letter' ? await planDeadline(turn, campaign) : undefined
  const request: PaperRequest = {
    paper,
    campaign,
    ...(scope.kind === 'own-unit' ? { unitCode: official.unitCode } : {}),
    ...(period === undefined ? {} : { period }),
    ...(deadline ? { deadline } : {}),
  }
  if (!ABOUT_ONE.has(paper)) return give(turn, request)
  const { nomination: code } = understood.codes
  if (code === undefined) {
    const only = await onlyNomination(turn, campaign)
    if (!only) return { what: 'paper-asked', text: ASK_WHICH_NOMINATION }
    return give(turn, { ...request, nomination: only })
  }
  const outcome = await findVisibleNomination(tx, official, code)
  if (!outcome.ok) return refused(outcome.refusal)
  return give(turn, { ...request, nomination: outcome.value })
}

/** The unit's nomination, where there is no more than one that it could mean. */
async function onlyNomination(
  { tx, official }: Spoken,
  campaign: Campaign,
): Promise<Nomination | undefined> {
  const own = await tx.nominations.list(campaign.id, { unitCode: official.unitCode, limit: 50 })
  const standing = own.filter(({ state }) => state !== 'withdrawn')
  return standing.length === 1 ? standing[0] : undefined
}

/** The chasing letter of one deadline, with the list of this moment. The caller has asked who may have it. */
export function giveChasingLetter(
  turn: Spoken,
  campaign: Campaign,
  deadline: Deadline,
): Promise<Answer> {
  return give(turn, { paper: 'chasing-letter', campaign, deadline })
}

async function give(turn: Spoken, request: PaperRequest): Promise<Answer> {
  const { paper } = request
  const made = await makePaper(turn.tx, request)
  if (!made) return { what: `paper-empty:${paper}`, text: sayNothingFor(paper) }
  return answerWithFile(turn, made, { paper, says: sayFile(paper) })
}
