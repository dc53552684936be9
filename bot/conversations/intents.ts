import type { Choice } from '../../core/delivery/channel.ts'
import { may } from '../../core/permission.ts'
import type { Action } from '../../core/refusal.ts'
import { clausesOf } from '../language/intents/clauses.ts'
import type { Intent, Understanding } from '../language/understanding.ts'
import { announce } from './notices/composing.ts'
import * as appraising from './nominations/appraising.ts'
import * as asking from './duties/asking.ts'
import * as chasing from './office/chasing.ts'
import * as extending from './duties/extending.ts'
import * as correcting from './reporting/correcting.ts'
import * as council from './council/council.ts'
import { dataRights, eraseMe } from './account/data-rights.ts'
import * as deciding from './council/deciding.ts'
import { handOver, hasBeenAsked, notUnderstood } from './misunderstanding.ts'
import { groups } from './groups.ts'
import * as leaving from './duties/leaving.ts'
import * as nominating from './nominations/nominating.ts'
import * as promising from './duties/promising.ts'
import { chooseAddress } from './account/registering.ts'
import { listReports } from './reporting/reading-reports.ts'
import * as reporting from './reporting/reporting.ts'
import { exportPaper } from './papers/exporting.ts'
import * as summarizing from './office/summarizing.ts'
import { listKept } from './office/kept.ts'
import { ASIDES } from './questions.ts'
import type { Answer, Spoken } from './turn.ts'
import { choice } from './turn.ts'
import { unitPlan } from './duties/unit-plans.ts'

type Handler = (turn: Spoken) => Answer | Promise<Answer>

/** What is done for each intent. An intent without a line does not compile. */
const HANDLERS: Record<Intent, Handler> = {
  register: asking.whoAmI,
  help: asking.help,
  submit_report: reporting.report,
  edit_report: correcting.correct,
  undo: correcting.undo,
  my_reports: listReports,
  withdraw_report: reporting.askToWithdraw,
  nominate: nominating.nominate,
  nomination_status: nominating.nominationStatus,
  withdraw_nomination: nominating.askToWithdrawNomination,
  criteria: nominating.criteria,
  deadlines: asking.deadlines,
  duties: asking.duties,
  remind_me_later: promising.promise,
  notices: asking.notices,
  why_this_message: asking.whyThisMessage,
  who_am_i: asking.whoAmI,
  privacy: dataRights,
  contact_office: asking.contactOffice,
  greeting: asking.greet,
  unit_progress: chasing.unitProgress,
  appraise_queue: whatWaits,
  announce,
  approve: decideInWords,
  reject: decideInWords,
  cancel: nothingMore,
  return_for_revision: appraising.askForCode,
  vote: council.vote,
  export_dossier: exportPaper,
  leave: leaving.leave,
  back_from_leave: leaving.back,
  handover: leaving.handover,
  unit_plan: (turn) => unitPlan(turn),
  extension: extending.extension,
  nudge: chasing.nudge,
  unreachable: chasing.lostContacts,
  difficulties_summary: summarizing.difficulties,
  waiting_messages: listKept,
  mute: asking.mute,
  unmute: asking.unmute,
  erase_me: eraseMe,
  address_me: chooseAddress,
  group_code: groups,
  council: council.howToOpen,
  decision: deciding.howToRecord,
  unknown: (turn) => handOver(turn),
}

/** How the bot names a reading when it asks which is meant. */
export const READINGS: Record<Intent, string> = {
  register: 'Đăng ký tài khoản',
  help: 'Xem trợ giúp',
  submit_report: 'Gửi báo cáo',
  edit_report: 'Sửa báo cáo đã gửi',
  undo: 'Hoàn tác lần sửa',
  my_reports: 'Xem báo cáo đã gửi',
  withdraw_report: 'Rút báo cáo',
  nominate: 'Đề nghị khen thưởng',
  nomination_status: 'Xem hồ sơ đến đâu',
  withdraw_nomination: 'Rút hồ sơ đề nghị khen',
  criteria: 'Xem tiêu chuẩn khen thưởng',
  deadlines: 'Xem hạn',
  duties: 'Xem việc còn lại',
  remind_me_later: 'Hẹn nhắc lại sau',
  notices: 'Xem thông báo',
  why_this_message: 'Vì sao nhận tin này',
  who_am_i: 'Xem tài khoản',
  privacy: 'Quyền dữ liệu',
  contact_office: 'Gặp cán bộ phụ trách',
  greeting: 'Chào hỏi, cảm ơn',
  unit_progress: 'Xem tình hình các đơn vị',
  appraise_queue: 'Xem hồ sơ chờ thẩm định',
  announce: 'Gửi thông báo',
  approve: 'Đồng ý trình hồ sơ',
  reject: 'Không trình hồ sơ',
  cancel: 'Dừng việc đang làm',
  return_for_revision: 'Trả hồ sơ bổ sung',
  vote: 'Biểu quyết',
  export_dossier: 'Xuất hồ sơ',
  leave: 'Báo nghỉ, người thay',
  back_from_leave: 'Báo đã đi làm lại',
  handover: 'Bàn giao công việc',
  unit_plan: 'Kế hoạch của đơn vị',
  extension: 'Gia hạn',
  nudge: 'Nhắc các đơn vị',
  unreachable: 'Xem ai chưa liên lạc được',
  difficulties_summary: 'Tổng hợp khó khăn, kiến nghị',
  waiting_messages: 'Xem tin chờ cán bộ',
  mute: 'Tắt tin tuyên truyền',
  unmute: 'Bật lại tin tuyên truyền',
  erase_me: 'Xóa thông tin cá nhân',
  address_me: 'Đổi cách xưng hô',
  group_code: 'Liên kết, bỏ liên kết nhóm',
  council: 'Phiên họp Hội đồng',
  decision: 'Nhập quyết định khen thưởng',
  unknown: 'Việc khác',
}

/** Carries out what was understood; when unsure, asks which of at most three readings is meant. */
export async function actOn(turn: Spoken): Promise<Answer> {
  const { understood, state } = turn
  const readings = understood.alternatives.filter((intent) => mayMean(turn, intent))
  if (understood.intent === 'unknown' || (!understood.sure && hasBeenAsked(turn)))
    return notUnderstood(turn, readings.map(toReading))
  if (understood.sure || readings.length === 0) return carryOut(turn, understood.intent)
  // A report that is kept as a draft does no harm, and its question says what was understood.
  if (understood.intent === 'submit_report' && reporting.isWorthAsking(understood))
    return carryOut(turn, 'submit_report')
  const offered: readonly Intent[] = [...readings.slice(0, 3), 'unknown']
  return {
    what: 'meaning-asked',
    text: 'Trợ lý chưa chắc ý đồng chí. Có phải:',
    ask: {
      topic: { kind: 'meaning', inboxSeq: String(turn.seq) },
      options: offered.map((intent) => choice(intent, READINGS[intent])),
    },
    state: { misses: state.misses + 1 },
  }
}

function toReading(intent: Intent): Choice {
  return choice(`intent:${intent}`, READINGS[intent])
}

/**
 * Two questions in one message are both answered, and so is a question behind a report. Undefined for
 * any other message.
 */
export async function answerSeveral(turn: Spoken): Promise<Answer | undefined> {
  const clauses = clausesOf(turn.text).map((text) => ({ text, understood: turn.read(text) }))
  const asides = clauses.filter(({ understood }) => isOneAside(understood))
  const reports = clauses.filter(({ understood }) => isReport(understood))
  const asked = new Map(asides.map((clause) => [clause.understood.intent, clause]))
  if (asked.size === 0 || asked.size + (reports.length > 0 ? 1 : 0) < 2) return undefined
  const answers: Answer[] = []
  if (reports.length > 0) {
    const text = reports.map((clause) => clause.text).join('. ')
    answers.push(await reporting.report({ ...turn, text, understood: turn.read(text) }))
  }
  for (const [intent, clause] of asked) answers.push(await carryOut({ ...turn, ...clause }, intent))
  const [first] = answers
  const texts = answers.flatMap(({ text }) => (text === undefined ? [] : [text]))
  return first && { ...first, text: texts.join('\n\n') }
}

function isOneAside({ sure, intent }: Understanding): boolean {
  return sure && intent !== 'greeting' && ASIDES.has(intent)
}

function isReport({ sure, intent, question, report }: Understanding): boolean {
  return sure && intent === 'submit_report' && !question && report.items.length > 0
}

/** Readings that only other roles could mean are not offered. */
const ONLY_FOR: Readonly<Partial<Record<Intent, Action>>> = {
  approve: 'endorse',
  reject: 'endorse',
  nominate: 'nominate',
  withdraw_nomination: 'nominate',
  unit_progress: 'see-progress',
  appraise_queue: 'appraise',
  return_for_revision: 'appraise',
  announce: 'announce',
  nudge: 'chase',
  unreachable: 'chase',
  difficulties_summary: 'see-progress',
  waiting_messages: 'see-progress',
  group_code: 'link-group',
  vote: 'vote',
  council: 'run-council',
  decision: 'decide',
}

function mayMean({ official }: Spoken, intent: Intent): boolean {
  const action = ONLY_FOR[intent]
  return intent !== 'unknown' && (action === undefined || may(official, action))
}

export async function carryOut(turn: Spoken, intent: Intent): Promise<Answer> {
  return HANDLERS[intent](turn)
}

/** "Duyệt", "không duyệt" without a code: the head is shown what waits, the office is asked which one. */
function decideInWords(turn: Spoken): Answer | Promise<Answer> {
  return may(turn.official, 'endorse') || !may(turn.official, 'appraise')
    ? nominating.askToEndorse(turn)
    : appraising.askForCode(turn)
}

/** What waits for the office to appraise; a head is shown what waits for an opinion. */
function whatWaits(turn: Spoken): Promise<Answer> {
  const { official } = turn
  return may(official, 'endorse') && !may(official, 'appraise')
    ? nominating.askToEndorse(turn)
    : appraising.appraisalQueue(turn)
}

function nothingMore(): Answer {
  return { what: 'cancelled', text: 'Đã dừng. Những gì đã lưu vẫn giữ nguyên.' }
}
