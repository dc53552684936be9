import { formatTable, number } from '../table.ts'
import type { Profile } from './profile-product.ts'

/** Where the self time of a message goes: by room and package, and the most expensive functions. */
export function sayProfile({ file, messages, groups, functions }: Profile): string {
  const perMessage = (ms: number): string => number((ms * 1000) / messages)
  const rows = groups
    .filter(({ share }) => share >= 0.002)
    .map(({ group, ms, share }) => [group, `${number(share * 100, 1)} %`, perMessage(ms)])
  const dearest = functions.map(({ functionName, at, ms }) => [
    `${functionName}  ${at}`,
    perMessage(ms),
  ])
  return [
    `Self time of ${messages} messages, 40 connections (a profiled process is slower): ${file}`,
    '',
    formatTable(['room or package', 'share', 'us/message'], rows),
    '',
    formatTable(['function', 'us/message'], dearest),
  ].join('\n')
}
