import { localDateOf } from '../../../core/calendar/local-time.ts'
import { dataLawOn } from '../../../core/data-request/data-law.ts'
import type { DataDecision } from '../../../core/data-request/decide-data-request.ts'
import {
  decideDataRequest,
  findDataRequest,
  listDataRequests,
} from '../../../core/data-request/decide-data-request.ts'
import type { DataRight } from '../../../core/data-request/data-request.ts'
import { dropDataRequest, openDataRequest } from '../../../core/data-request/open-data-request.ts'
import { queueMessage } from '../../../core/delivery/queue-message.ts'
import { keepFile } from '../../../core/file/keep-file.ts'
import { LINK_VALID } from '../../../core/file/stored-file.ts'
import type { Official } from '../../../core/official/official.ts'
import { may } from '../../../core/permission.ts'
import { personalDataSheet } from '../../documents/personal-data.ts'
import { readDataErrand, readDataRight } from '../../language/errands/data-errands.ts'
import { fold } from '../../language/writing/fold.ts'
import * as say from '../../texts/data-rights.ts'
import { sayWhereFile } from '../../texts/files.ts'
import type { Answer, Spoken } from '../turn.ts'
import { refused } from '../turn.ts'

/** "Quyền dữ liệu" tells about the rights; a sentence that uses one opens a request. */
export function dataRights(turn: Spoken): Promise<Answer> | Answer {
  const right = readDataRight(fold(turn.text))
  return right === undefined ? tellRights(turn) : ask(turn, right)
}

/** "Xóa thông tin của tôi". */
export function eraseMe(turn: Spoken): Promise<Answer> {
  return ask(turn, 'erase')
}

function tellRights({ campaign, tx }: Spoken): Answer {
  return { what: 'privacy', text: say.sayPrivacy(campaign, dataLawOn(localDateOf(tx.now))) }
}

async function ask({ tx, official }: Spoken, right: DataRight): Promise<Answer> {
  const outcome = await openDataRequest(tx, official, right)
  if (!outcome.ok) return refused(outcome.refusal)
  const lines = [say.sayRequestOpened(outcome.value)]
  if (right === 'view') lines.push(say.sayHoldings(await tx.personalData.count(official)))
  return { what: `data-request:${right}`, text: lines.join('\n') }
}

/** What is said about a request by its code; undefined for every other message. */
export async function hearDataErrand(turn: Spoken): Promise<Answer | undefined> {
  const errand = readDataErrand(turn.text)
  if (!errand) return undefined
  switch (errand.kind) {
    case 'list':
      return list(turn)
    case 'drop': {
      const outcome = await dropDataRequest(turn.tx, turn.official, errand.code)
      if (!outcome.ok) return refused(outcome.refusal)
      return { what: 'data-request-dropped', text: say.sayRequestDropped(outcome.value) }
    }
    case 'status':
      return status(turn, errand.code)
    case 'approve':
    case 'finish':
    case 'decline':
      return decide(turn, errand.code, errand)
  }
}

async function list({ tx, official, campaign }: Spoken): Promise<Answer> {
  if (!may(official, 'answer-data-request'))
    return refused({ reason: 'not-allowed', action: 'answer-data-request' })
  if (!campaign) return refused({ reason: 'no-campaign' })
  const pending = await listDataRequests(tx, campaign.id)
  return { what: 'data-requests', text: say.sayRequests(pending) }
}

async function status({ tx, official, campaign }: Spoken, code: string): Promise<Answer> {
  const own = campaign && (await tx.dataRequests.findByCode(campaign.id, code))
  if (own?.officialId === official.id)
    return { what: 'data-request', text: say.sayRequestStands(own) }
  if (!may(official, 'answer-data-request'))
    return refused({ reason: 'data-request-not-found', code })
  const found = await findDataRequest(tx, official, code)
  if (!found.ok) return refused(found.refusal)
  const { request, from } = found.value
  return { what: 'data-request', text: say.sayLine(request, from.name) }
}

async function decide(turn: Spoken, code: string, decision: DataDecision): Promise<Answer> {
  const { tx, official } = turn
  const outcome = await decideDataRequest(tx, official, { code, decision })
  if (!outcome.ok) return refused(outcome.refusal)
  const { request, from } = outcome.value
  if (request.right === 'view' && request.state === 'done') await sendCopy(turn, from)
  return { what: `data-request-${request.state}`, text: say.sayRequestSettled(request) }
}

/** The copy goes to the person alone; the officer who agreed to it does not see it. */
async function sendCopy({ tx, campaign }: Spoken, to: Official): Promise<void> {
  const account = await tx.accounts.findReachable(to.id)
  if (!account) return
  const unit = await tx.units.get(to.unitCode)
  const made = await personalDataSheet({ official: to, unit }, await tx.personalData.gather(to))
  const file = await keepFile(tx, made, { official: to, paper: 'personal-data' })
  const until = tx.now.add(LINK_VALID)
  const office = campaign?.office.name ?? ''
  const instead = sayWhereFile(tx.voice.linkTo(file.id, until), { until, office })
  const message = { kind: 'document', fileId: file.id, caption: say.COPY_CAPTION, instead } as const
  const { channel, address } = account
  await queueMessage(tx, { channel, address, officialId: to.id }, message, {
    cause: 'notice',
    causeId: file.id,
  })
}
