import { describe, expect, test } from 'vitest'
import { understand } from '../../../../bot/language/understand.ts'
import type { Intent } from '../../../../bot/language/understanding.ts'
import { contextOn, fixture, TODAY, withoutMarks } from '../context.ts'
import { damageOneWord, seededRandom } from '../damage.ts'

type Utterances = {
  readonly utterances: Readonly<Partial<Record<Intent, readonly string[]>>>
  /** Talk about decisions that takes none. */
  readonly undecided?: readonly string[]
}

const context = contextOn(TODAY)
/** Thousands of messages on a machine that has other work too. */
const PATIENCE_MS = 180_000
const DECISIONS: ReadonlySet<Intent> = new Set<Intent>([
  'approve',
  'reject',
  'return_for_revision',
  'vote',
  'withdraw_nomination',
  'cancel',
])

const labelled = (name: string) =>
  Object.entries(fixture<Utterances>(name).utterances).flatMap(([intent, texts]) =>
    texts.map((text) => ({ intent, text })),
  )

/** Two letters swapped make "ko duyệt" of "ok duyệt": what is then written is what is read. */
const isOkOrKo = (text: string) => /^(?:ok|ko|k|ky) /i.test(text)

function score(name: string, change: (text: string) => string) {
  const readings = labelled(name).map(({ intent, text }) => {
    const typed = change(text)
    return { intent, text, typed, read: understand(typed, context) }
  })
  const share = (part: number) => part / readings.length
  return {
    first: share(readings.filter(({ intent, read }) => read.intent === intent).length),
    firstThree: share(
      readings.filter(({ intent, read }) => (read.alternatives as string[]).includes(intent))
        .length,
    ),
    wronglyDecided: readings
      .filter(({ intent, read }) => read.intent !== intent && DECISIONS.has(read.intent))
      .filter(({ text }) => !isOkOrKo(text))
      .map(({ typed, read }) => `${typed} → ${read.intent}`),
  }
}

const OFFICES = ['utterances-offices', 'utterances-offices-after', 'utterances-desks']
const inNfd = (text: string) => text.normalize('NFD')
const WRITERS = [
  'utterances-thumbs',
  'utterances-clerks',
  'utterances-agencies',
  'utterances-cross-section',
  'utterances-colleagues',
]
const NAMES = ['utterances-dev', 'utterances-held-out', 'utterances-voices', ...OFFICES, ...WRITERS]

describe.each([
  ['as typed', (text: string) => text],
  ['in NFD', inNfd],
  ['without marks', withoutMarks],
])('labelled messages %s', (_, change) => {
  test.each(change === inNfd ? WRITERS : NAMES)(
    '%s meets the bars',
    (name) => {
      const { first, firstThree, wronglyDecided } = score(name, change)
      expect(wronglyDecided).toEqual([])
      expect(first).toBeGreaterThanOrEqual(0.92)
      expect(firstThree).toBeGreaterThanOrEqual(0.97)
    },
    PATIENCE_MS,
  )
})

const DAMAGED = ['utterances-voices', 'utterances-held-out', 'utterances-agencies']

test.each([1, 2, 3])(
  'with one word damaged (seed %i) most are understood and nothing is decided wrongly',
  (seed) => {
    const random = seededRandom(seed)
    const name = DAMAGED[seed % DAMAGED.length] ?? ''
    const { first, wronglyDecided } = score(name, (text) => damageOneWord(text, random))
    expect(wronglyDecided).toEqual([])
    expect(first).toBeGreaterThanOrEqual(0.85)
  },
  PATIENCE_MS,
)

test.each(OFFICES)('what only speaks of a decision decides nothing (%s)', (name) => {
  const texts = fixture<Utterances>(name).undecided ?? []
  const damaged = [1, 2, 3, 4, 5].flatMap((seed) => {
    const random = seededRandom(seed)
    return texts.map((text) => damageOneWord(text, random))
  })
  const decided = [...texts, ...texts.map(withoutMarks), ...damaged].filter((text) =>
    DECISIONS.has(understand(text, context).intent),
  )
  expect(decided).toEqual([])
})

describe('a decision', () => {
  const intentOf = (text: string) => understand(text, context).intent

  test.each([
    ['duyệt', 'approve'],
    ['duyệt hồ sơ HS-024 của chị Hoa', 'approve'],
    ['không duyệt vì trùng thành tích', 'reject'],
    ['tôi không đồng ý trình hồ sơ này', 'reject'],
    ['từ chối HS-015, trùng thành tích năm ngoái', 'reject'],
    ['nhất trí, cho trình', 'approve'],
    ['trả lại HS-024, thiếu 2 ảnh', 'return_for_revision'],
    ['tôi biểu quyết đồng ý', 'vote'],
    ['rút hồ sơ HS-024', 'withdraw_nomination'],
    ['thôi không làm nữa', 'cancel'],
    ['xem rồi, đủ hết, duyệt hs 5', 'approve'],
    ['định trả lại nhưng xem kỹ thấy đủ rồi, duyệt hs 16 đi', 'approve'],
    ['rút lại đề cử chị Vi Thị Mai nhé, chị ấy chuyển công tác rồi', 'withdraw_nomination'],
    ['từ chối hs 8, không đúng đối tượng', 'reject'],
    ['hs 21 trả lại, chưa có chữ ký', 'return_for_revision'],
    ['tôi nhầm, thôi bỏ đi, dừng việc này lại', 'cancel'],
  ])('%j is %s', (text, intent) => {
    expect(understand(text, context)).toMatchObject({ intent, sure: true })
    expect(intentOf(withoutMarks(text))).toBe(intent)
  })

  test.each([
    ['hồ sơ duyệt chưa'],
    ['đã duyệt rồi'],
    ['xin duyệt giúp em'],
    ['anh duyệt hồ sơ cho em với'],
    ['duyệt thế nào'],
    ['bao giờ duyệt'],
    ['ai duyệt hồ sơ này'],
    ['đừng duyệt'],
    ['chưa duyệt'],
    ['đồng ý'],
    ['không đồng ý'],
    ['ok'],
    ['đúng'],
    ['rút kinh nghiệm 2 buổi'],
    ['rút hồ sơ thế nào'],
    ['hồ sơ bị trả lại à'],
    ['vì sao hồ sơ bị từ chối'],
    ['hội đồng đã biểu quyết chưa'],
    ['HĐND biểu quyết thông qua 5 nghị quyết'],
    ['em bổ sung ảnh hội nghị hôm qua'],
    ['trả lại của rơi 2 triệu đồng'],
    ['trả lời ý kiến cử tri'],
    ['tra hồ sơ'],
    ['tra hs 24'],
    ['thời hạn'],
    ['có hủy đề cử được không'],
    ['bò qua đường'],
    ['trả lại hay duyệt thì tốt hơn'],
    ['chờ duyệt hs 12'],
    ['chờ trình'],
    ['chờ bỏ phiếu'],
    ['cho duyet hs 9'],
    ['duyệt hs 5, à thôi để tôi xem đã'],
    ['định duyệt nhưng thôi'],
    ['rút hs 5, nếu được thì tốt'],
    ['từ chối hs 8, hay là trả lại nhỉ'],
    ['sáng nay họp HĐND, biểu quyết thông qua'],
    ['anh Minh bảo, duyệt hs 5'],
    ['hồ sơ đủ, xin duyệt'],
    ['huyện trả lại, xã làm lại rồi'],
    ['anh xem hs 5, duyệt nhé'],
    ['đề nghị xem, duyệt hồ sơ 5'],
    ['đừng, duyệt sau'],
    ['mai họp, bỏ phiếu hs 5'],
  ])('%j decides nothing', (text) => {
    expect(DECISIONS.has(intentOf(text))).toBe(false)
  })

  test('"bổ sung ảnh" returns a dossier only for those who appraise', () => {
    const asked = 'bổ sung ảnh minh chứng đi'
    expect(understand(asked, { ...context, roles: ['appraiser'] }).intent).toBe(
      'return_for_revision',
    )
    expect(understand(asked, { ...context, roles: ['contact'] }).intent).not.toBe(
      'return_for_revision',
    )
  })
})

describe('reports', () => {
  const { reports } = fixture<{ reports: readonly { text: string }[] }>('reports-dev')

  test('are read as reports, not as what their words might also want', () => {
    const other = reports
      .filter(({ text }) => /\d/.test(text))
      .map(({ text }) => ({ text, read: understand(text, context) }))
      .filter(({ read }) => read.intent !== 'submit_report')
    expect(other.map(({ text }) => text)).toEqual([])
  })
})

test.each([
  ['tôi còn nợ gì', 'duties'],
  ['hoàn tác', 'undo'],
  ['rút BC-0412', 'withdraw_report'],
  ['vì sao tôi nhận tin này', 'why_this_message'],
  ['quyền dữ liệu', 'privacy'],
  ['nghỉ đến 20/12, chị Hoa thay', 'leave'],
  ['tôi đã đi làm lại', 'back_from_leave'],
  ['bàn giao công việc cho chị Lan', 'handover'],
  ['xã Mai Sao đã ban hành KH số 15/KH-UBND ngày 10/6/2025', 'unit_plan'],
  ['ai chưa ban hành kế hoạch', 'unit_plan'],
  ['hạn ban hành kế hoạch 30/6', 'unit_plan'],
  ['xin gia hạn báo cáo tháng 11 đến 30/11', 'extension'],
  ['gia hạn xã Quan Sơn đến 30/11 vì lũ', 'extension'],
  ['nhắc 3 đơn vị chưa nộp', 'nudge'],
  ['ai không liên lạc được', 'unreachable'],
  ['tổng hợp khó khăn tháng 11', 'difficulties_summary'],
  ['xem tin chờ', 'waiting_messages'],
  ['tắt tin tuyên truyền', 'mute'],
  ['bật lại tin tuyên truyền', 'unmute'],
  ['xóa thông tin của tôi', 'erase_me'],
  ['gọi tôi là chị Hoa', 'address_me'],
  ['cho xin mã nhóm', 'group_code'],
  ['mở phiên họp hội đồng ngày 4/12', 'council'],
  ['quyết định số 128/QĐ-UBND ngày 08/12/2025 tặng giấy khen HS-024', 'decision'],
  ['tiêu chuẩn khen thưởng là gì', 'criteria'],
  ['gửi thông báo cho tất cả các xã', 'announce'],
])('%j is %s', (text, intent) => {
  expect(understand(text, context)).toMatchObject({ intent, sure: true })
  expect(understand(withoutMarks(text), context).intent).toBe(intent)
})
