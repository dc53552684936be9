import { formatTable, number } from '../table.ts'
import type { FanoutResult, Lateness, Paced } from './fanout.ts'

const GOAL_LATENESS = 0.2

/** What a person reads; `--json` gives the same as data. */
export function sayFanout({ paced, dueAtOnce }: FanoutResult): string {
  const { count, product, jobPerMessage } = dueAtOnce
  return [
    formatTable(
      ['fan-out', 'messages', 'workers', 'of the limit', '429', 'bursts', 'goal'],
      paced.map(pacedRow),
    ),
    '',
    formatTable(
      [`${count} due at once: late by`, 'p50 ms', 'p99 ms'],
      [
        latenessRow('thi-dua-bot', product),
        ...(jobPerMessage ? [latenessRow('a BullMQ job for each', jobPerMessage)] : []),
      ],
    ),
    jobPerMessage
      ? sayRatio(product, jobPerMessage)
      : 'No redis-server here: nothing to compare with.',
    '',
    'No message was lost or came twice.',
  ].join('\n')
}

function pacedRow({ perSecond, count, workers, share, refused, bursts, goal }: Paced): string[] {
  const met = share >= (goal ?? 0) && refused === 0 && bursts === 0
  const told = goal === undefined ? '–' : `>= ${number(goal * 100, 1)} %: ${met ? 'met' : 'MISSED'}`
  const counts = [String(count), String(workers), `${number(share * 100, 1)} %`]
  return [`${perSecond}/s`, ...counts, String(refused), String(bursts), told]
}

function latenessRow(who: string, { p50Ms, p99Ms }: Lateness): string[] {
  return [who, number(p50Ms), number(p99Ms)]
}

function sayRatio(product: Lateness, jobPerMessage: Lateness): string {
  const ratio = product.p99Ms / jobPerMessage.p99Ms
  return `p99 ratio ${number(ratio, 2)} – goal <= ${GOAL_LATENESS}: ${ratio <= GOAL_LATENESS ? 'met' : 'MISSED'}`
}
