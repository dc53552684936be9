import { wordsKey } from './likeness.ts'

/** From deputy head of a division upwards, as lists of nominees divide people; heads of villages and teams are none. */
const OFFICES =
  /(?<!\S)(?:chu tich|bi thu(?! chi)|giam doc|hieu truong|pho hieu truong|hieu pho|vien truong|chanh|cuc truong|hat truong|chi huy truong|truong (?:phong|ban|cong an|tram|khoa))(?!\S)/u

/** Whether somebody with that position leads an agency, a division or a commune. */
export function isLeader(position: string): boolean {
  return OFFICES.test(wordsKey(position))
}
