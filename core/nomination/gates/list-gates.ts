import { isLeader } from '../leader.ts'
import { awardOf } from '../nomination.ts'
import { found, NOTHING_FOUND } from '../rules.ts'
import type { Gate } from './gate.ts'

/** More than the unit may put forward, where the plan or the office says how many. */
export const quota: Gate = ({ nomination, campaign, ownList }) => {
  const { nomineeKind } = nomination
  const set = awardOf(nomination, campaign)?.quota
  const most = set?.[nomineeKind]
  const count = ownList.filter((one) => one.nomineeKind === nomineeKind).length
  if (set === undefined || most === undefined || count <= most) return NOTHING_FOUND
  const about = [nomineeKind, String(most), String(count), set.source]
  return found('over-quota', ...about, ...(set.confirmed ? [] : ['unchecked']))
}

/** Those who work themselves come first: a list with more leaders than others is worth a second look. */
export const directWorkers: Gate = ({ ownList }) => {
  const people = ownList.filter(({ nomineeKind }) => nomineeKind === 'individual')
  const leaders = people.filter(({ position = '' }) => isLeader(position)).length
  const others = people.length - leaders
  const manyLeaders = leaders > 1 && leaders > others
  return manyLeaders ? found('more-leaders', String(leaders), String(others)) : NOTHING_FOUND
}

/** By the limits of the steps it may come too late for the ceremony; it is taken all the same. */
export const ceremony: Gate = ({ on, ceremony: set }) => {
  if (!set || on.toString() <= set.latestOn.toString()) return NOTHING_FOUND
  const about = [set.on.toString(), set.latestOn.toString(), String(set.workingDays)]
  return found('ceremony-missed', ...about, ...(set.confirmed ? [] : ['unchecked']))
}
