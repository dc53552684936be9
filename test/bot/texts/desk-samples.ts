import * as desk from '../../../bot/texts/desk.ts'
import { NOMINATION_STATES } from '../../../core/nomination/nomination.ts'
import type { Total } from '../../../core/progress/summary.ts'
import type { Longest } from './longest.ts'
import { standingsOf } from './notice-samples.ts'
import { list, message, samplesOf } from './sample.ts'

/** More figures of each content than a phone shows. */
function contentsOf({ campaign, report }: Longest) {
  const totals: Total[] = Array.from({ length: 10 }, () => ({
    ...{ label: 'lượt người tham dự', quantity: 12_345, approx: true, codes: [report.code] },
  }))
  return [
    ...campaign.contents.map((content) => ({ content, totals, codes: [report.code] })),
    { totals: [], codes: Array.from({ length: 5 }, () => report.code) },
  ]
}

export const DESK_SAMPLES = {
  desk: samplesOf(desk, {
    sayReported: (longest) =>
      list(
        ...standingsOf(longest).flatMap((standing) =>
          [0, 7, longest.units.length].map((count) =>
            desk.sayReported({
              standing,
              done: longest.units.slice(0, count).map((unit, at) => ({
                unit,
                codes: Array.from({ length: at % 5 }, () => longest.report.code),
              })),
            }),
          ),
        ),
      ),
    sayRegistrations: ({ units }) =>
      list(
        ...[0, 7, units.length].map((count) =>
          desk.sayRegistrations({ registered: units.slice(count), missing: units.slice(0, count) }),
        ),
      ),
    sayResults: (longest) => {
      const { campaign, units, unit, report } = longest
      const remark = { unit, code: report.code, text: 'không phát sinh' }
      const summary = {
        ...{ campaign, period: '2025-10', total: units.length, silent: units.slice(0, 3) },
        ...{ lateCodes: [], difficulties: [], initiatives: [] },
      }
      return list(
        desk.sayResults({ ...summary, contents: [], nothingToReport: [] }),
        desk.sayResults({ ...summary, contents: contentsOf(longest), nothingToReport: [remark] }),
      )
    },
    sayContentReports: ({ campaign, unit, report }) =>
      list(
        ...campaign.contents.flatMap((content) =>
          [0, 7].map((length) => {
            const reports = Array.from({ length }, () => ({ unit, report }))
            return desk.sayContentReports({ content, period: report.period, reports })
          }),
        ),
      ),
    sayUnitPeople: ({ unit, official }) =>
      list(
        desk.sayUnitPeople(unit, []),
        desk.sayUnitPeople(unit, [
          { official: { ...official, phone: '0900 000 901' }, accounts: [] },
          { official, accounts: [] },
        ]),
      ),
    sayDossierCounts: () =>
      list(
        desk.sayDossierCounts([]),
        desk.sayDossierCounts(NOMINATION_STATES.map((state) => ({ state, count: 12 }))),
      ),
    sayRoster: ({ campaign }) => message(desk.sayRoster(campaign)),
  }),
}
