import { checkList, draftList as draftAll, isTaken } from '../../../core/nomination/draft-list.ts'
import type { Proposal } from '../../../core/nomination/proposal.ts'
import { may } from '../../../core/permission.ts'
import type { ListRow } from '../../language/errands/nomination-list.ts'
import { readNominationList } from '../../language/errands/nomination-list.ts'
import { understand } from '../../language/understand.ts'
import { sayCheckedList, sayListDrafted } from '../../texts/nomination-lists.ts'
import { readingContext } from '../reading-context.ts'
import type { Answer, Spoken } from '../turn.ts'
import { choice, refused } from '../turn.ts'

/** A list pasted from a spreadsheet, or told in a sentence: read row by row and shown; nothing is stored until it is confirmed. */
export async function hearList(turn: Spoken): Promise<Answer | undefined> {
  const { tx, official } = turn
  if (!may(official, 'nominate')) return undefined
  const rows = readNominationList(turn.text)
  if (!rows) return undefined
  const proposals: { row: number; proposal: Proposal }[] = []
  for (const row of rows) proposals.push({ row: row.row, proposal: await proposalOf(turn, row) })
  const checked = await checkList(tx, official, proposals)
  if (!checked.ok) return refused(checked.refusal)
  const taken = checked.value.filter(isTaken)
  const text = sayCheckedList(checked.value, taken.length)
  if (taken.length === 0) return { what: 'list-empty', text }
  return {
    what: 'list-read',
    text,
    ask: {
      topic: { kind: 'nominate-list', proposals: taken.map(({ proposal }) => proposal) },
      options: [choice('yes', `Đúng, lập ${taken.length} bản nháp`), choice('no', 'Không')],
    },
  }
}

/** The row, with the figures that its achievement names. */
async function proposalOf(
  { tx, campaign, official }: Spoken,
  { row: _row, ...proposal }: ListRow,
): Promise<Proposal> {
  if (proposal.achievement === undefined) return proposal
  const context = await readingContext(tx, campaign, official.roles)
  const { report } = understand(proposal.achievement, context)
  return { ...proposal, figures: report.items }
}

/** The list was confirmed. */
export async function draftList(turn: Spoken, proposals: readonly Proposal[]): Promise<Answer> {
  const outcome = await draftAll(turn.tx, turn.official, proposals)
  if (!outcome.ok) return refused(outcome.refusal)
  return { what: `list-drafted:${outcome.value.length}`, text: sayListDrafted(outcome.value) }
}
