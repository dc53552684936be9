import * as appraisal from '../../../bot/texts/appraisal.ts'
import * as lists from '../../../bot/texts/nomination-lists.ts'
import * as supplements from '../../../bot/texts/supplements.ts'
import type { AppraisalAct } from '../../../core/conversation/conversation.ts'
import { REQUIRED_PARTS } from '../../../core/dossier/dossier.ts'
import type { CheckedRow } from '../../../core/nomination/draft-list.ts'
import type { Longest } from './longest.ts'
import { statesOf } from './notice-samples.ts'
import { fragment, list, message, samplesOf } from './sample.ts'

const ACTS: readonly AppraisalAct[] = [
  'receive',
  'return',
  'find-eligible',
  'find-ineligible',
  'reconsider',
  'hold',
  'resume',
  'resume-lower',
  'award',
  'archive',
]

function rowsOf({ nomination }: Longest): readonly CheckedRow[] {
  const { nomineeKind, nomineeName, achievement, position = '' } = nomination
  const problems: CheckedRow['problem'][] = [
    undefined,
    { kind: 'same-row', row: 1 },
    { kind: 'nominated', code: 'HS-1024' },
    { kind: 'no-award' },
    { kind: 'no-achievement' },
  ]
  return Array.from({ length: 20 }, (_, index) => {
    const problem = problems[index % problems.length]
    const proposal = { nomineeKind, nomineeName, position, achievement }
    return { row: index + 1, proposal, ...(problem ? { problem } : {}) }
  })
}

/** What the office and the unit read while a dossier is appraised. */
export const APPRAISAL_SAMPLES = {
  appraisal: samplesOf(appraisal, {
    sayExactCommands: ({ nomination }) => message(appraisal.sayExactCommands(nomination.code)),
    sayQueue: ({ view }) =>
      list(appraisal.sayQueue([]), appraisal.sayQueue(Array.from({ length: 20 }, () => view))),
    sayCard: (longest) =>
      list(
        ...statesOf(longest).map((view) =>
          appraisal.sayCard(view, { missing: REQUIRED_PARTS, alike: 3 }),
        ),
      ),
    sayChecklist: ({ nomination, award }) => {
      const texts = award.criteria.individual ?? award.criteria.collective ?? []
      const lines = texts.map((text, index) => ({ number: index + 1, text }))
      return list(
        appraisal.sayChecklist({ nomination, lines }),
        appraisal.sayChecklist({ nomination, lines: [] }),
      )
    },
    sayComparison: ({ nomination, unit, report }) => {
      const alike = { nomination, unit, sameName: true, sameAchievement: true }
      const balance = report.content.items.map((figure) => ({
        figure,
        reported: 1,
        codes: ['BC-0001', 'BC-0002', 'BC-0003'],
      }))
      return list(
        appraisal.sayComparison({
          ...{ nomination, unit, balance, figures: [] },
          alike: Array.from({ length: 9 }, () => alike),
        }),
      )
    },
    sayActAsked: ({ view }) =>
      message(...ACTS.map((act) => appraisal.sayActAsked(act, view, 'thành tích ngoài thời gian'))),
    sayBulkAsked: ({ view }) =>
      list(...ACTS.map((act) => appraisal.sayBulkAsked(act, [view, view, view], 'đủ căn cứ'))),
    sayBulkDropped: () => message(appraisal.sayBulkDropped(12)),
    sayDone: ({ view }) =>
      message(...ACTS.map((act) => appraisal.sayDone(act, view, ['trùng tên với HS-1024']))),
    sayHoldLaw: ({ today }) => fragment(appraisal.sayHoldLaw(today)),
    sayReturned: ({ today }) => message(appraisal.sayReturned(9, today)),
    askSupplementDay: ({ today }) =>
      message(appraisal.askSupplementDay(today), appraisal.askSupplementDay(undefined)),
  }),
  'nomination-lists': samplesOf(lists, {
    sayCheckedList: (longest) =>
      list(lists.sayCheckedList(rowsOf(longest), 8), lists.sayCheckedList(rowsOf(longest), 0)),
    sayListDrafted: ({ nomination }) =>
      list(lists.sayListDrafted(Array.from({ length: 20 }, () => nomination))),
  }),
  supplements: samplesOf(supplements, {
    sayPointReceived: ({ nomination, report }) =>
      message(
        ...[[], [1], [1, 2, 3]].map((open) =>
          supplements.sayPointReceived({
            ...{ nomination, answered: [1, 2, 3, 4], what: '12 ảnh', open },
            points: Array.from({ length: 4 }, () => report.content.text),
          }),
        ),
      ),
    askPointsOrReport: ({ nomination }) => message(supplements.askPointsOrReport(nomination)),
    askPhotoPoint: ({ nomination }) => message(supplements.askPhotoPoint(nomination, 12)),
  }),
}
