import { openQuestions } from '../../core/conversation/ask.ts'
import type { OpenQuestion, Topic } from '../../core/conversation/conversation.ts'
import type { Choice } from '../../core/delivery/channel.ts'
import { recogniseChoice } from '../language/intents/answers.ts'
import { agreesLoosely, dossierCount, typedCount } from '../language/figures/typed-count.ts'
import type { Intent } from '../language/understanding.ts'
import * as announcing from './notices/announcing.ts'
import * as appraising from './nominations/appraising.ts'
import { composeText } from './notices/composing.ts'
import { chase, confirmNudges } from './office/chasing.ts'
import { correct, correctItem } from './reporting/correcting.ts'
import { attachTo } from './reporting/evidence.ts'
import { answerRequest, giveReason } from './duties/extending.ts'
import { chooseForKept, settleKept } from './office/kept.ts'
import { chooseColleague } from './duties/leaving.ts'
import { handOver } from './misunderstanding.ts'
import * as nominating from './nominations/nominating.ts'
import { draftList } from './nominations/nominating-lists.ts'
import { answerVote } from './council/council.ts'
import { fillDraft, withdraw } from './reporting/reporting.ts'
import { settleNumbered } from './nominations/numbered-points.ts'
import { answerConsent } from './notices/praising.ts'
import * as supplementing from './nominations/supplementing.ts'
import { transfer } from './nominations/transferring.ts'
import type { Again, Answer, Spoken } from './turn.ts'
import { answerPaper, decideDay, namesPaper, withdrawPlan } from './duties/unit-plans.ts'
import { choice } from './turn.ts'

/** What a message is an answer to. */
export type Reading =
  | { readonly kind: 'choice'; readonly question: OpenQuestion; readonly option: Choice }
  | { readonly kind: 'words'; readonly question: OpenQuestion }
  | { readonly kind: 'which'; readonly questions: readonly OpenQuestion[] }
  | { readonly kind: 'none' }

/** Intents that interrupt a question without answering it. */
export const ASIDES: ReadonlySet<Intent> = new Set<Intent>([
  'deadlines',
  'duties',
  'help',
  'who_am_i',
  'my_reports',
  'nomination_status',
  'contact_office',
  'greeting',
  'criteria',
  'privacy',
  'notices',
  'why_this_message',
  'unit_progress',
  'appraise_queue',
])

/** Questions that the next plain message answers; a photo without a report waits, and takes none. */
const TAKES_WORDS: ReadonlySet<Topic['kind']> = new Set<Topic['kind']>([
  'report-gap',
  'kept-answer',
  'nomination-field',
  'announcement-text',
  'release-announcement',
  'extension-reason',
  'send-nudges',
  'appraise',
  'appraisal-words',
  'supplement',
  'unit-plan-paper',
])

/** Questions about other people's matters: "thôi" puts them off, and says no to none of them. */
const DECISIONS: ReadonlySet<Topic['kind']> = new Set<Topic['kind']>([
  'vote',
  'endorse-nomination',
  'grant-extension',
  'consent-to-praise',
])

/**
 * Which open question a typed message answers. A number counts for the newest question only; if a
 * notice has put that one beside an older one, nobody can tell which is meant, and the bot asks.
 * A question without options takes words, unless they are a question or another errand.
 */
export function readAnswer(turn: Spoken): Reading {
  const open = openQuestions(turn.state, turn.tx.now)
  const newest = open.at(-1)
  if (!newest) return { kind: 'none' }
  const choices = open.flatMap((question) => {
    const labels = question.options.map((option) => option.label)
    const isPutOff = DECISIONS.has(question.topic.kind) && turn.understood.intent === 'cancel'
    const index = isPutOff ? undefined : recogniseChoice(turn.text, labels)
    const option = index === undefined ? undefined : question.options[index]
    return option ? [{ kind: 'choice' as const, question, option }] : []
  })
  const reading = choices.find(({ question }) => question.id === newest.id)
  if (reading && newest.unasked && choices.length > 1)
    return { kind: 'which', questions: choices.map(({ question }) => question) }
  if (reading) return reading
  return readWords(turn, open)
}

/** Confirmed by the count that was shown, and by nothing else. */
const CONFIRMED_BY_COUNT: ReadonlySet<Topic['kind']> = new Set<Topic['kind']>([
  'send-nudges',
  'release-announcement',
])

/** The question that words answer, whatever notice came beside it meanwhile. */
function readWords(turn: Spoken, open: readonly OpenQuestion[]): Reading {
  const none = { kind: 'none' } as const
  const counted = open.findLast(({ topic }) => CONFIRMED_BY_COUNT.has(topic.kind))
  if (counted && typedCount(turn.text) !== undefined) return { kind: 'words', question: counted }
  const question = open.findLast(({ topic }) => topic.kind !== 'acknowledge-announcement')
  if (!question) return none
  const { topic, options } = question
  if (question === counted && !isStop(turn) && !agreesLoosely(turn.text)) return none
  if (options.length > 0 || !TAKES_WORDS.has(topic.kind) || isAside(turn)) return none
  if (isBesideIt(turn, topic)) return none
  return { kind: 'words', question }
}

/** Whether the words cannot be the answer to that question. */
function isBesideIt(turn: Spoken, { kind }: Topic): boolean {
  if (kind === 'appraise') return !isCountOrStop(turn)
  if (kind === 'supplement') return isErrand(turn)
  if (kind === 'unit-plan-paper') return !namesPaper(turn) && !isStop(turn)
  return false
}

function isStop({ understood }: Spoken): boolean {
  return understood.sure && understood.intent === 'cancel'
}

function isAside({ understood }: Spoken): boolean {
  const errand = understood.sure && ASIDES.has(understood.intent)
  return understood.question || understood.thanks || errand
}

/** Where several dossiers wait for their count, only a count, right or wrong, or a word to stop answers. */
function isCountOrStop(turn: Spoken): boolean {
  return dossierCount(turn.text) !== undefined || isStop(turn)
}

/** While a point of a dossier is open, a message that is plainly something else is not its answer. */
function isErrand({ understood, text }: Spoken): boolean {
  if (/^\s*(?:bc|b[aá]o c[aá]o)(?!\p{L})/iu.test(text)) return true
  return understood.sure && understood.intent !== 'submit_report' && understood.intent !== 'unknown'
}

/** Does what the chosen option says. */
export async function answerChoice(
  turn: Spoken,
  question: OpenQuestion,
  option: Choice,
  again: Again,
): Promise<Answer> {
  return { ...(await act(turn, question.topic, { key: option.key, again })), answered: question }
}

type TopicOf<K extends Topic['kind']> = Extract<Topic, { kind: K }>

/** What was chosen: the option's key, and a way to handle an earlier message again. */
type Chosen = { readonly key: string; readonly again: Again }

type Acts = {
  readonly [K in Topic['kind']]: (
    turn: Spoken,
    topic: TopicOf<K>,
    chosen: Chosen,
  ) => Answer | Promise<Answer>
}

const NO_OPTIONS = (): Answer => ({ what: 'no-such-option' })

/** What an option of each question does. A topic without a line does not compile. */
const ACTS: Acts = {
  'withdraw-report': (turn, { reportId }, { key }) =>
    key === 'yes' ? withdraw(turn, reportId) : KEPT,
  'transfer-nomination': (turn, { nominationId }, { key }) =>
    key === 'yes' ? transfer(turn, nominationId) : DROPPED,
  'withdraw-nomination': (turn, { nominationId }, { key }) =>
    key === 'yes' ? nominating.withdrawOwnNomination(turn, nominationId) : KEPT,
  'attach-evidence': (turn, { evidenceIds }, { key }) => attachTo(turn, evidenceIds, key),
  'submit-nomination': (turn, { nominationId }, { key }) =>
    nominating.submit(turn, nominationId, key),
  'endorse-nomination': (turn, { nominationId }, { key }) =>
    nominating.endorse(turn, nominationId, key),
  'second-release': (turn, { announcementId }, { key }) =>
    announcing.decideRelease(turn, announcementId, key),
  'acknowledge-announcement': (turn, { announcementId }) =>
    announcing.acknowledge(turn, announcementId),
  'consent-to-praise': (turn, { praiseId }, { key }) => answerConsent(turn, praiseId, key),
  'correct-figure': (turn, topic, { key }) => correctItem(turn, topic, Number(key)),
  chase: (turn, { deadlineId }, { key }) => chase(turn, deadlineId, key),
  'choose-colleague': (turn, topic, { key }) => chooseColleague(turn, topic, key),
  'grant-extension': (turn, topic, { key }) => answerRequest(turn, topic, key),
  meaning: (_turn, { inboxSeq }, { key, again }) => again(BigInt(inboxSeq), key),
  'which-thing': showThing,
  'kept-list': (turn, _topic, { key }) => settleKept(turn, { kind: 'open', seq: BigInt(key) }),
  'kept-message': (turn, { inboxSeq }, { key }) => chooseForKept(turn, BigInt(inboxSeq), key),
  'which-question': (turn, _topic, { key }) => putAgain(turn, key),
  'nomination-field': (turn, { nominationId }, { key }) =>
    nominating.chooseAward(turn, nominationId, key),
  appraise: (turn, topic, { key }) => (key === 'yes' ? appraising.perform(turn, topic) : DROPPED),
  'hold-category': (turn, { nominationIds }, { key }) =>
    appraising.chooseHold(turn, nominationIds, key),
  'tell-result': (turn, { nominationIds }, { key }) =>
    key === 'tell' ? appraising.tell(turn, nominationIds) : TOLD_LATER,
  'supplement-photos': (turn, topic, { key }) => supplementing.placePhotos(turn, topic, key),
  'points-or-report': settleNumbered,
  'resubmit-nomination': (turn, { nominationId }, { key }) =>
    supplementing.resubmitIt(turn, nominationId, key),
  'nominate-list': (turn, { proposals }, { key }) =>
    key === 'yes' ? draftList(turn, proposals) : LIST_DROPPED,
  'withdraw-unit-plan': (turn, topic, { key }) =>
    key === 'yes' ? withdrawPlan(turn, topic) : KEPT,
  'set-plan-day': (turn, topic, { key }) => decideDay(turn, topic, key),
  'unit-plan-paper': NO_OPTIONS,
  vote: answerVote,
  'set-pin': NO_OPTIONS,
  authorise: NO_OPTIONS,
  supplement: NO_OPTIONS,
  'appraisal-words': NO_OPTIONS,
  'report-gap': NO_OPTIONS,
  'kept-answer': NO_OPTIONS,
  'announcement-text': NO_OPTIONS,
  'release-announcement': NO_OPTIONS,
  'extension-reason': NO_OPTIONS,
  'send-nudges': NO_OPTIONS,
}

async function act(turn: Spoken, topic: Topic, chosen: Chosen): Promise<Answer> {
  const does = ACTS[topic.kind] as (
    turn: Spoken,
    topic: Topic,
    chosen: Chosen,
  ) => Answer | Promise<Answer>
  return does(turn, topic, chosen)
}

const DROPPED: Answer = { what: 'act-dropped', text: 'Đã dừng, hồ sơ giữ nguyên.' }
const TOLD_LATER: Answer = {
  what: 'result-kept',
  text: 'Đơn vị chưa được báo. Khi cần, nhắn "báo kết quả" kèm mã hồ sơ.',
}
const LIST_DROPPED: Answer = { what: 'list-dropped', text: 'Đã dừng, danh sách không được lưu.' }
const KEPT: Answer = { what: 'withdrawal-dropped', text: 'Đã giữ nguyên, không rút.' }

/** What an earlier message meant, chosen from the person's own recent things and the likely errands. */
async function showThing(
  turn: Spoken,
  { inboxSeq }: { readonly inboxSeq: string },
  { key, again }: Chosen,
): Promise<Answer> {
  const seq = BigInt(inboxSeq)
  const [kind, name = ''] = key.split(':')
  if (kind === 'report') return correct({ ...turn, understood: turn.read(`sửa ${name}`) })
  if (kind === 'nomination')
    return nominating.nominationStatus({ ...turn, understood: turn.read(`${name} đến đâu rồi`) })
  if (kind === 'intent') return again(seq, name)
  return handOver(turn, seq)
}

/** Shows a question again that another one had pushed aside. */
function putAgain(turn: Spoken, questionId: string): Answer {
  const open = openQuestions(turn.state, turn.tx.now)
  const question = open.find(({ id }) => id === questionId)
  if (!question) return { what: 'question-gone' }
  const { topic, options } = question
  return { what: 'question-again', text: `${TOPIC_NAMES[topic.kind]}?`, ask: { topic, options } }
}

/** The answer in words to a question without options. */
export async function answerWords(turn: Spoken, question: OpenQuestion): Promise<Answer> {
  const { topic } = question
  if (topic.kind === 'report-gap') return fillDraft(turn, question)
  if (topic.kind === 'kept-answer') {
    const request = { kind: 'answer', seq: BigInt(topic.inboxSeq), text: turn.text } as const
    return { ...(await settleKept(turn, request)), answered: question }
  }
  if (topic.kind === 'nomination-field')
    return {
      ...(await nominating.fillDraft(turn, topic.nominationId, topic.field)),
      answered: question,
    }
  if (topic.kind === 'announcement-text')
    return { ...(await composeText(turn, topic)), answered: question }
  if (topic.kind === 'release-announcement') return announcing.confirm(turn, question, topic)
  if (topic.kind === 'extension-reason')
    return { ...(await giveReason(turn, topic)), answered: question }
  if (topic.kind === 'send-nudges') return confirmNudges(turn, question, topic)
  if (topic.kind === 'appraise')
    return { ...(await appraising.confirmCount(turn, topic)), answered: question }
  if (topic.kind === 'appraisal-words')
    return { ...(await appraising.hearWords(turn, topic)), answered: question }
  if (topic.kind === 'supplement')
    return { ...(await supplementing.answerLastPoint(turn, topic)), answered: question }
  if (topic.kind === 'unit-plan-paper')
    return { ...(await answerPaper(turn, topic)), answered: question }
  return { what: 'no-words-wanted' }
}

const TOPIC_NAMES: Record<Topic['kind'], string> = {
  'withdraw-report': 'Rút báo cáo',
  'attach-evidence': 'Gắn ảnh vào báo cáo',
  'report-gap': 'Báo cáo đang soạn',
  'nomination-field': 'Bổ sung hồ sơ đề nghị khen',
  'submit-nomination': 'Trình hồ sơ',
  'endorse-nomination': 'Cho ý kiến trình hồ sơ',
  'withdraw-nomination': 'Rút hồ sơ',
  'transfer-nomination': 'Chuyển hồ sơ sang đơn vị mới',
  appraise: 'Xác nhận việc thẩm định',
  'appraisal-words': 'Ghi nội dung thẩm định',
  'hold-category': 'Chọn lý do tạm dừng',
  'tell-result': 'Báo kết quả cho đơn vị',
  supplement: 'Bổ sung hồ sơ',
  'supplement-photos': 'Chọn điểm bổ sung cho ảnh',
  'points-or-report': 'Nội dung đánh số vừa nhắn',
  'resubmit-nomination': 'Gửi lại hồ sơ',
  'nominate-list': 'Lập hồ sơ theo danh sách',
  'release-announcement': 'Gửi thông báo',
  'second-release': 'Cho ý kiến gửi thông báo',
  'announcement-text': 'Soạn thông báo',
  'acknowledge-announcement': 'Xác nhận đã nắm thông báo',
  'consent-to-praise': 'Cho ý kiến nêu gương',
  'correct-figure': 'Sửa số liệu',
  'choose-colleague': 'Chọn đồng nghiệp',
  chase: 'Đôn đốc các đơn vị',
  'send-nudges': 'Gửi tin nhắc đơn vị',
  'grant-extension': 'Cho ý kiến gia hạn',
  'extension-reason': 'Lý do gia hạn',
  'unit-plan-paper': 'Số, ngày kế hoạch của đơn vị',
  'withdraw-unit-plan': 'Rút kế hoạch của đơn vị',
  'set-plan-day': 'Đặt hạn ban hành kế hoạch',
  meaning: 'Ý của tin nhắn trước',
  'which-thing': 'Việc đồng chí nói tới',
  'kept-list': 'Chọn tin chờ cán bộ xem',
  'kept-message': 'Xử lý tin chờ cán bộ xem',
  'kept-answer': 'Trả lời tin chờ cán bộ xem',
  vote: 'Biểu quyết',
  'set-pin': 'Đặt mã PIN',
  authorise: 'Nhập mã PIN',
  'which-question': 'Chọn việc',
}

/** Asks which of several open questions a number was for. */
export function askWhich(questions: readonly OpenQuestion[]): Answer {
  return {
    what: 'which-question',
    text: 'Đang có hơn một việc chờ đồng chí trả lời. Đồng chí trả lời việc nào trước?',
    ask: {
      topic: { kind: 'which-question', questionIds: questions.map(({ id }) => id) },
      options: questions.map(({ id, topic }) => choice(id, TOPIC_NAMES[topic.kind])),
    },
  }
}

/** Nothing waits for these: whoever goes on to something else has answered. */
const MERE_OFFERS: ReadonlySet<Topic['kind']> = new Set<Topic['kind']>([
  'meaning',
  'which-thing',
  'which-question',
  'chase',
  'kept-list',
])

/** Beside "chưa rõ ý": which numbers the newest question waits for. */
export function sayAwaited(turn: Spoken): string | undefined {
  const question = openQuestions(turn.state, turn.tx.now).at(-1)
  if (!question || question.unasked || question.options.length === 0) return undefined
  if (MERE_OFFERS.has(question.topic.kind)) return undefined
  const name = TOPIC_NAMES[question.topic.kind].toLocaleLowerCase('vi')
  const numbers = question.options.map(({ label }, at) => `${at + 1} = ${label}`)
  return `Đang chờ đồng chí: ${name}. Nhắn số: ${numbers.join('; ')}.`
}

/** One line that leads back to what was open before an aside. */
export function leadBack(turn: Spoken): string | undefined {
  const open = openQuestions(turn.state, turn.tx.now)
  const question = open.findLast(({ options }) => options.length === 0)
  if (!question) return undefined
  const name = TOPIC_NAMES[question.topic.kind].toLocaleLowerCase('vi')
  return `Trở lại việc đang dở: ${name}, xin đồng chí nhắn tiếp.`
}
