import { localDateOf } from '../../core/calendar/local-time.ts'
import type { InboundEvent } from '../../core/delivery/channel.ts'
import { reportInQuestion } from '../../core/group/group-occasion.ts'
import { summarizeForGroup } from '../../core/group/group-totals.ts'
import type { ChatGroup } from '../../core/group/group.ts'
import { clustersOf } from '../../core/group/group.ts'
import { issueGroupCode } from '../../core/group/issue-group-code.ts'
import { linkGroup } from '../../core/group/link-group.ts'
import { switchGroupPosts } from '../../core/group/switch-group-posts.ts'
import { unlinkGroup } from '../../core/group/unlink-group.ts'
import { findInviteCode } from '../../core/official/invite-code.ts'
import { may } from '../../core/permission.ts'
import { fold } from '../language/writing/fold.ts'
import type { GroupErrand } from '../language/errands/group-errands.ts'
import { readGroupErrand } from '../language/errands/group-errands.ts'
import { understand } from '../language/understand.ts'
import {
  IN_GROUP,
  NO_REPORT_TO_COUNT,
  ONLY_IN_PRIVATE,
  sayGroupCode,
  sayGroupLinked,
  sayGroupPosts,
  sayGroups,
  sayGroupTotals,
  sayGroupUnlinked,
} from '../texts/groups.ts'
import { readingContext } from './reading-context.ts'
import type { Answer, Spoken, Turn } from './turn.ts'
import { refused } from './turn.ts'

type Heard = Extract<InboundEvent, { kind: 'text' | 'media' }>

/**
 * Of a group the bot hears only what is said to it, and answers with totals, or that everything else belongs
 * into a private chat. Nobody is registered there, and nothing that is said there is a report.
 */
export async function hearGroup(turn: Turn, event: Heard): Promise<Answer> {
  const text = wordsOf(event)
  const code = findInviteCode(text)
  if (code !== undefined) return link(turn, event, code)
  const group = await turn.tx.groups.find(event.conversation.address)
  const errand = readGroupErrand(text)
  if (errand) return carryOutInGroup(turn, event, { group, errand })
  if (!group) return { what: 'group', text: ONLY_IN_PRIVATE }
  return (await asksForTotals(turn, group, text))
    ? totals(turn, group)
    : { what: 'group', text: IN_GROUP }
}

function wordsOf(event: Heard): string {
  if (event.kind === 'media') return event.caption ?? ''
  return event.startPayload ?? event.text
}

async function link(turn: Turn, { from, conversation }: Heard, code: string): Promise<Answer> {
  const { tx, channel } = turn
  const { address } = conversation
  const outcome = await linkGroup(tx, { code, channel, address, userKey: from.userKey })
  if (!outcome.ok) return refused(outcome.refusal)
  return { what: 'group-linked', text: sayGroupLinked(outcome.value) }
}

/** "Bỏ liên kết nhóm", "tắt tin nhóm" in the group itself: of those in it, the office's people may. */
async function carryOutInGroup(
  turn: Turn,
  { from }: Heard,
  { group, errand }: { group: ChatGroup | undefined; errand: GroupErrand },
): Promise<Answer> {
  const linked = await turn.tx.officials.findByAccount(from.userKey)
  if (!linked || errand.kind === 'code' || errand.kind === 'list')
    return { what: 'group', text: ONLY_IN_PRIVATE }
  if (!group) return refused({ reason: 'group-not-linked' })
  return change(turn, linked.official, { group, errand })
}

async function asksForTotals(turn: Turn, group: ChatGroup, text: string): Promise<boolean> {
  const { campaign } = await turn.tx.campaigns.get(group.campaignId)
  const context = await readingContext(turn.tx, campaign, ['viewer'])
  return understand(text, context).alternatives.includes('unit_progress')
}

async function totals({ tx }: Turn, group: ChatGroup): Promise<Answer> {
  const from = localDateOf(tx.now).subtract({ days: 10 })
  const deadlines = await tx.duties.listDeadlines(group.campaignId, from)
  const deadline = reportInQuestion(deadlines, tx.now)
  const summary = deadline && (await summarizeForGroup(tx, group, deadline))
  return { what: 'group-totals', text: summary ? sayGroupTotals(summary) : NO_REPORT_TO_COUNT }
}

/** "Mã nhóm", "danh sách nhóm", "tắt tin nhóm 2", "bỏ liên kết nhóm 2": the office's, in private. */
export async function groups(turn: Spoken): Promise<Answer> {
  const { tx, official, campaign, text } = turn
  if (!may(official, 'link-group')) return refused({ reason: 'not-allowed', action: 'link-group' })
  if (!campaign) return refused({ reason: 'no-campaign' })
  const errand = readGroupErrand(text) ?? { kind: 'list' }
  if (errand.kind === 'code') return giveCode(turn)
  const all = await tx.groups.list(campaign.id)
  const { number = all.length === 1 ? all[0]?.number : undefined } = errand
  if (errand.kind === 'list' || number === undefined)
    return { what: 'groups-listed', text: sayGroups(campaign, all) }
  const group = all.find((one) => one.number === number)
  if (!group) return refused({ reason: 'group-not-found', number })
  return change(turn, official, { group, errand })
}

async function giveCode({ tx, official, campaign, text }: Spoken): Promise<Answer> {
  const clusters = clustersOf(await tx.units.list(campaign?.id))
  const outcome = await issueGroupCode(tx, official, clusterNamed(text, clusters))
  if (!outcome.ok) return refused(outcome.refusal)
  return { what: 'group-code-issued', text: sayGroupCode(outcome.value) }
}

/** The cluster that a message names: the longest that fits; its own words where it names none that exists. */
function clusterNamed(text: string, clusters: readonly string[]): string | undefined {
  const words = ` ${fold(text).replace(/[^a-z\d]+/g, ' ')} `
  const named = clusters
    .filter((cluster) => words.includes(` ${fold(cluster).replace(/[^a-z\d]+/g, ' ')} `))
    .sort((a, b) => b.length - a.length)[0]
  return named ?? / ((?:cum|khoi) .+?) $/.exec(words)?.[1]
}

async function change(
  { tx }: Turn,
  official: Spoken['official'],
  { group, errand }: { group: ChatGroup; errand: GroupErrand },
): Promise<Answer> {
  if (errand.kind === 'unlink') {
    const outcome = await unlinkGroup(tx, official, group)
    if (!outcome.ok) return refused(outcome.refusal)
    return { what: 'group-unlinked', text: sayGroupUnlinked(outcome.value) }
  }
  const outcome = await switchGroupPosts(tx, official, { group, on: errand.kind === 'switch-on' })
  if (!outcome.ok) return refused(outcome.refusal)
  return { what: 'group-posts-switched', text: sayGroupPosts(outcome.value) }
}
