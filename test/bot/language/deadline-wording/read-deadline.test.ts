import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { beforeAll, describe, expect, test } from 'vitest'
import type { DeadlineReading } from '../../../../bot/language/deadline-wording/deadline-reading.ts'
import { readDeadline } from '../../../../bot/language/deadline-wording/read-deadline.ts'
import { fold } from '../../../../bot/language/writing/fold.ts'
import { shippedCalendars } from '../../../../bot/shipped.ts'
import { sayDoubt } from '../../../../bot/texts/wordings.ts'
import type { WorkingCalendar } from '../../../../core/calendar/working-days.ts'
import { workingCalendar } from '../../../../core/calendar/working-days.ts'

type Labelled = {
  readonly text: string
  readonly issued_on?: string
  readonly anchor?: string
  readonly from?: string
  readonly to?: string
  readonly time?: string
  /** Asked back: the days are then one of two readings, or absent. */
  readonly asked?: true
}

const FOLDER = 'test/fixtures/deadlines'
const labelled = (name: string) =>
  JSON.parse(readFileSync(`${FOLDER}/${name}.json`, 'utf8')) as readonly Labelled[]
const WORDINGS = ['documents', 'chat', 'offices', 'clerks'].flatMap(labelled)
/** A Monday. */
const ISSUED = '2025-10-06'

const day = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso)
let calendar: WorkingCalendar

beforeAll(async () => {
  calendar = workingCalendar(await shippedCalendars('prisma/campaigns/calendars'))
})

function read({ text, issued_on = ISSUED, anchor }: Labelled): DeadlineReading {
  const counted = anchor === undefined ? {} : { anchor: day(anchor) }
  return readDeadline(text, { issuedOn: day(issued_on), calendar, ...counted })
}

function told(reading: DeadlineReading) {
  const { from, to, time, doubt } = reading
  return {
    ...(from ? { from: from.toString() } : {}),
    ...(to ? { to: to.toString() } : {}),
    ...(time ? { time: time.toString({ smallestUnit: 'minute' }) } : {}),
    ...(doubt ? { asked: true } : {}),
  }
}

const expected = ({ from, to, time, asked }: Labelled) => ({
  ...{ ...(from ? { from } : {}), ...(to ? { to } : {}) },
  ...{ ...(time ? { time } : {}), ...(asked ? { asked } : {}) },
})

describe('a wording of a deadline', () => {
  test.each(WORDINGS.map((one) => [one.text, one] as const))('%s', (_text, one) => {
    expect(told(read(one))).toEqual(expected(one))
  })

  test('reads the same in NFD, in capitals, and within spaces', () => {
    for (const one of WORDINGS)
      for (const text of [one.text.normalize('NFD'), `  ${one.text.replaceAll(' ', '  ')} `])
        expect([text, told(read({ ...one, text }))]).toEqual([text, expected(one)])
    for (const one of labelled('documents').filter(({ text }) => !/\bIV\b|≥/u.test(text)))
      expect(told(read({ ...one, text: one.text.toLocaleUpperCase('vi') }))).toEqual(expected(one))
  })

  test('without marks is read the same or asked back, never otherwise', () => {
    const wrong = WORDINGS.filter((one) => {
      const plain = told(read({ ...one, text: fold(one.text) }))
      return plain.asked !== true && JSON.stringify(plain) !== JSON.stringify(expected(one))
    })
    expect(wrong.map(({ text }) => text)).toEqual([])
  })
})

describe('a wording written by somebody who has not seen the rules', () => {
  type Unseen = Omit<Labelled, 'asked'> & {
    readonly alternatives?: readonly Labelled[]
    readonly ask?: boolean
  }
  const unseen = ['unseen-1', 'unseen-2', 'unseen-3', 'unseen-4'].flatMap(
    (name) => labelled(name) as readonly Unseen[],
  )
  const days = ({ from, to, time }: Pick<Labelled, 'from' | 'to' | 'time'>) =>
    [from, to, time].join(' ')
  const inWords = (reading: DeadlineReading) => {
    const { from, to, time } = told(reading)
    return [from, to, time].join(' ')
  }

  /** Right is one of the days that the writer allows; where there are two, or none, with a question. */
  function isRight(one: Unseen, reading: DeadlineReading): boolean {
    const isAsked = reading.doubt !== undefined
    if (one.ask === true) return isAsked
    const allowed = [one, ...(one.alternatives ?? [])].map(days)
    const mayAsk = allowed.length > 1 || reading.doubt === 'strict-before'
    return allowed.includes(inWords(reading)) && (mayAsk || !isAsked)
  }

  test('is never read otherwise without a question', () => {
    const silent = unseen.filter((one) => {
      const reading = read(one)
      return !isRight(one, reading) && reading.doubt === undefined
    })
    expect(silent.map(({ text }) => text)).toEqual([])
  })

  test('is read rightly in at least 94 of 100', () => {
    const right = unseen.filter((one) => isRight(one, read(one))).length
    expect(right / unseen.length).toBeGreaterThanOrEqual(0.94)
  })
})

describe('a wording among other words', () => {
  const isAsked = ({ doubt }: DeadlineReading) => doubt !== undefined && doubt !== 'strict-before'
  // The calendar of working days is not read before the tests run.
  const clearOnes = () => WORDINGS.filter((one) => /[à-ỹđ]/iu.test(one.text) && !isAsked(read(one)))
  const within = (one: Labelled, text: string) => read({ ...one, text })
  const daysOf = ({ from, to, time }: Pick<Labelled, 'from' | 'to' | 'time'>) =>
    [from, to, time].join(' ')

  test.each([
    ['another document', (text: string) => `${text} (theo Công văn ngày 12/10/2024)`],
    ['other figures', (text: string) => `02 bộ hồ sơ, 15 đơn vị: ${text}`],
    ['courtesy', (text: string) => `Kính đề nghị các đồng chí thực hiện ${text} ạ, em cảm ơn.`],
  ])('is read the same beside %s, or asked back', (_what, write) => {
    const otherwise = clearOnes().filter((one) => {
      const reading = within(one, write(one.text))
      return !isAsked(reading) && daysOf(told(reading)) !== daysOf(expected(one))
    })
    expect(otherwise.map(({ text }) => text)).toEqual([])
  })

  test.each([
    ['a second deadline', '; riêng các xã vùng cao đến hết ngày 05/12/2027'],
    ['more time', ', được gia hạn thêm 3 ngày'],
    ['a condition', ', nếu trùng ngày nghỉ thì lùi sang thứ Hai'],
  ])('is asked back when followed by %s', (_what, more) => {
    const silent = clearOnes().filter((one) => !isAsked(within(one, one.text + more)))
    expect(silent.map(({ text }) => text)).toEqual([])
  })
})

describe('what no reading has made use of', () => {
  test.each([
    ['từ 25/11 trở về trước', 'trở về trước'],
    ['sớm hơn 2 ngày so với hạn 25/11', '2'],
    ['25 hoặc 26/11', '25'],
    ['trước giờ họp chiều thứ 5', 'trước giờ'],
  ])('is asked back: %s', (text, unused) => {
    const reading = read({ text })
    expect([reading.doubt, reading.unused]).toEqual(['unused', unused])
    expect(sayDoubt(reading)).toContain(`“${unused}”`)
  })

  test.each([
    ['sau ngày 25/11 không tiếp nhận hồ sơ', '2025-11-25'],
    ['từ 26/11 không nhận nữa', '2025-11-25'],
    ['Hội nghị 14h ngày 20/11, gửi báo cáo chậm nhất 18/11', '2025-11-18'],
    ['báo cáo tháng 9 gửi chậm nhất ngày 20', '2025-10-20'],
  ])('is what belongs to something else: %s', (text, to) => {
    expect(told(read({ text }))).toEqual({ to })
  })

  test.each(['chậm nhất 29/2', 'ngày 31 tháng sau', 'hai ba hôm nữa', 'trong tháng 9'])(
    'a day that may not be meant is asked back: %s',
    (text) => {
      expect(read({ text }).doubt).toBeDefined()
    },
  )
})

describe('words with two readings', () => {
  const reading = (text: string, anchor?: string) =>
    read({ text, ...(anchor === undefined ? {} : { anchor }) })

  test('"trước ngày d" ends the day before, with d itself shown beside it', () => {
    const { to, alternatives, doubt } = reading('trước ngày 30/11/2025')
    expect([to?.toString(), alternatives.map((one) => one.to?.toString()), doubt]).toEqual([
      '2025-11-29',
      ['2025-11-30'],
      'strict-before',
    ])
    expect(sayDoubt(reading('trước ngày 30/11/2025'))).toMatch(/29\/11\/2025.*30\/11\/2025/u)
  })

  test('"trước 17 giờ ngày d" leaves d in, to that hour', () => {
    expect(told(reading('trước 17 giờ ngày 30/11/2025'))).toEqual({
      to: '2025-11-30',
      time: '17:00',
    })
  })

  test('a count without its event is asked for, never guessed', () => {
    for (const text of ['5 ngày làm việc kể từ ngày nhận đủ hồ sơ', '≥ 7 ngày trước lễ trao']) {
      const { from, to, doubt } = reading(text)
      expect([from, to, doubt]).toEqual([undefined, undefined, 'no-anchor'])
    }
  })

  test('every doubt says what to write instead', () => {
    for (const one of WORDINGS.filter(({ asked }) => asked === true))
      expect(sayDoubt(read(one))).toMatch(/xin |cần kiểm tra/iu)
    expect(sayDoubt(reading('chậm nhất ngày 30/11/2025'))).toBeUndefined()
  })
})

describe('any text at all', () => {
  const pieces = fc.constantFrom(
    ...[
      'trước',
      'ngày',
      '31/11',
      '25',
      'tháng',
      'quý IV',
      'từ',
      'đến hết',
      'hằng',
      '5 ngày làm việc',
    ],
    ...[
      'kể từ',
      'năm',
      '2025',
      'cuối',
      'thứ',
      'Sáu',
      '17h',
      'tuần',
      ',',
      '(',
      '≥',
      '12',
      'sau',
      'mai',
    ],
  )

  test('gives days in order, or a question', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.array(pieces, { maxLength: 9 }).map((words) => words.join(' ')),
    )
    fc.assert(
      fc.property(texts, (text) => {
        const { from, to, doubt } = read({ text })
        expect(from !== undefined || to !== undefined || doubt !== undefined).toBe(true)
        if (from && to) expect(from.toString() <= to.toString()).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  test('every day of four years, written six ways, is that day', () => {
    const issuedOn = day('2024-01-01')
    const write = ({ day: d, month: m, year: y }: Temporal.PlainDate): string[] => [
      `đến hết ngày ${d}/${m}/${y}`,
      `chậm nhất ngày ${d} tháng ${m} năm ${y}`,
      `không quá ${d}.${m}.${y}`,
      `den het ngay ${d}-${m}-${y}`,
      `hạn cuối ${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`,
      `16h30 ngày ${String(d).padStart(2, '0')}/${String(m).padStart(2, '0')}/${y}`,
    ]
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1460 }),
        fc.integer({ min: 0, max: 5 }),
        (days, way) => {
          const on = issuedOn.add({ days })
          const text = write(on)[way] ?? ''
          expect(readDeadline(text, { issuedOn, calendar }).to?.toString()).toBe(on.toString())
        },
      ),
    )
  })

  test("the server's own time zone changes nothing", () => {
    const zone = process.env['TZ']
    try {
      for (const other of ['America/New_York', 'UTC', 'Pacific/Kiritimati']) {
        process.env['TZ'] = other
        for (const one of WORDINGS) expect(told(read(one))).toEqual(expected(one))
      }
    } finally {
      if (zone === undefined) delete process.env['TZ']
      else process.env['TZ'] = zone
    }
  })
})
