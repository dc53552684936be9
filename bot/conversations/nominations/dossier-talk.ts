import { findVisibleNomination, rolesTowards } from '../../../core/nomination/reach.ts'
import type { DossierCommand } from '../../language/errands/dossier-command.ts'
import { readDossierCommand } from '../../language/errands/dossier-command.ts'
import * as appraising from './appraising.ts'
import { hearList } from './nominating-lists.ts'
import { stateOrEndorsement } from './nominating.ts'
import { hearNumbered } from './numbered-points.ts'
import * as supplementing from './supplementing.ts'
import { askToTransfer } from './transferring.ts'
import type { Answer, Spoken } from '../turn.ts'
import { refused } from '../turn.ts'

/**
 * Lists of nominees, commands that name a dossier by its code, and answers to points of a supplement: read before any open
 * question, since such a message can mean nothing else. Undefined for every other message.
 */
export async function hearDossier(turn: Spoken): Promise<Answer | undefined> {
  const command = readDossierCommand(turn.text)
  if (command) return carryOut(turn, command)
  return (await hearList(turn)) ?? hearNumbered(turn)
}

async function carryOut(turn: Spoken, command: DossierCommand): Promise<Answer> {
  switch (command.kind) {
    case 'act':
      return appraising.propose(turn, command.act, command)
    case 'tell':
      return appraising.tellByCode(turn, command.codes)
    case 'checklist':
      return appraising.checklist(turn, command.code)
    case 'check':
      return appraising.checklist(turn, command.code, command)
    case 'compare':
      return appraising.compare(turn, command.code)
    case 'transfer':
      return askToTransfer(turn, command.code)
    case 'paper':
      return appraising.notePaper(turn, command.code, command.parts)
    case 'point':
      return supplementing.answerInWords(turn, command)
    case 'resubmit':
      return supplementing.resubmit(turn, command.code)
    case 'card':
      return show(turn, command.code)
  }
}

/** A dossier by its code alone: a card to the office, where it stands to its unit. */
async function show(turn: Spoken, code: string): Promise<Answer> {
  const found = await findVisibleNomination(turn.tx, turn.official, code)
  if (!found.ok) return refused(found.refusal)
  const roles = await rolesTowards(turn.tx, turn.official, found.value)
  return roles.includes('appraiser')
    ? appraising.card(turn, found.value)
    : stateOrEndorsement(turn, found.value)
}
