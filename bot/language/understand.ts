import { isQuestion, isThanks } from './intents/answers.ts'
import { readCodes } from './codes.ts'
import { readCorrection } from './reports/correction.ts'
import type { Reading } from './writing/fold.ts'
import { readingOf } from './writing/fold.ts'
import { reckonIntent } from './intents/intents.ts'
import { readLeave } from './errands/leave.ts'
import { readPaper } from './errands/papers.ts'
import { readPromise } from './errands/promises.ts'
import { readReport } from './reports/report.ts'
import type { Context, Intent, Understanding } from './understanding.ts'
import { readUnits } from './units/unit-mentions.ts'

/** Where days lie ahead; everywhere else people tell of what was. */
const LOOKING_FORWARD: ReadonlySet<Intent> = new Set<Intent>([
  'remind_me_later',
  'deadlines',
  'announce',
  'leave',
  'extension',
  'council',
  'unit_plan',
])

/** Longer messages are read up to here; nothing of them is lost, `text` has it all. */
const READ = 4000

/**
 * Reads a message of an official: what it wants, what it reports, what it names. Pure and total: any
 * text gives an answer. `context.today` is the day in Vietnam when it was written.
 */
export function understand(text: string, context: Context): Understanding {
  const reading = readingOf(text.slice(0, READ))
  const { today, contents } = context
  const units = readUnits(reading, context.units)
  const correction = readCorrection(reading)
  const back = readReport(reading, { today, contents, looking: 'back' })
  const reckoning = reckonIntent({
    reading,
    report: back,
    namesUnit: units.match === 'sure',
    ...(correction === undefined ? {} : { correction }),
    ...(context.roles === undefined ? {} : { roles: context.roles }),
  })
  const more = readMore(reckoning.intent, reading, context)
  const ahead = LOOKING_FORWARD.has(reckoning.intent) && more.paper === undefined
  const report = ahead ? readReport(reading, { today, contents, looking: 'forward' }) : back
  return {
    text: text.normalize('NFC'),
    ...reckoning,
    report,
    codes: codesIn(reading, context),
    units,
    ...(correction === undefined ? {} : { correction }),
    ...more,
    thanks: isThanks(text),
    question: isQuestion(text),
  }
}

/** The codes a message names; where it names none, the one that what it answers is about. */
function codesIn(reading: Reading, { answers }: Context): Understanding['codes'] {
  const own = readCodes(reading.folded)
  const quoted = answers === undefined ? [] : readCodes(readingOf(answers).folded).slice(0, 1)
  const codes = own.length > 0 ? own : quoted
  const report = codes.find(({ kind }) => kind === 'report')?.code
  const nomination = codes.find(({ kind }) => kind === 'nomination')?.code
  return {
    ...(report === undefined ? {} : { report }),
    ...(nomination === undefined ? {} : { nomination }),
  }
}

/** What only some intents name: a promised moment, a leave, a paper. */
function readMore(
  intent: Intent,
  reading: Reading,
  context: Context,
): Pick<Understanding, 'promise' | 'leave' | 'paper'> {
  const promise = intent === 'remind_me_later' ? readPromise(reading, context) : undefined
  const leave = intent === 'leave' ? readLeave(reading, context.today) : undefined
  const paper = readPaper(reading.folded, context.today)
  return {
    ...(promise === undefined ? {} : { promise }),
    ...(leave === undefined ? {} : { leave }),
    ...(paper === undefined ? {} : { paper }),
  }
}
