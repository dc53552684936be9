import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { readCouncilCommand, readDecisionCommand } from '../bot/language/errands/council-command.ts'
import { readDeskQuestion } from '../bot/language/errands/desk-question.ts'
import { readDossierCommand } from '../bot/language/errands/dossier-command.ts'
import { understand } from '../bot/language/understand.ts'

const GUIDE = readFileSync(join(import.meta.dirname, '..', 'docs', 'huong-dan.md'), 'utf8')

/** Rows of the guide's tables of examples: what it is for, with marks, without. */
const EXAMPLES = [...GUIDE.matchAll(/^\| Việc +\| Có dấu.*\n\|.*\n((?:\|.*\n)+)/gmu)]
  .flatMap(([, rows = '']) => rows.trim().split('\n'))
  .map((row) => row.split('|').map((cell) => cell.trim()))
  .map(([, purpose = '', marked = '', plain = '']) => ({ purpose, marked, plain }))

function read(text: string, ...roles: readonly string[]) {
  const today = Temporal.PlainDate.from('2025-10-20')
  return understand(text, { today, contents: [], units: [], roles })
}

test('the guide gives examples', () => {
  expect(EXAMPLES.length).toBeGreaterThan(15)
})

/** A command that names a dossier, a session or a decision, whoever says it. */
function commandIn(text: string): string | undefined {
  const today = Temporal.PlainDate.from('2025-10-20')
  const dossier = readDossierCommand(text)
  if (dossier?.kind === 'act') return dossier.act
  const desk = readDeskQuestion(text)
  return (desk ?? dossier ?? readCouncilCommand(text, today) ?? readDecisionCommand(text, today))
    ?.kind
}

test.each(EXAMPLES)('$purpose: both examples of the guide are understood', ({ marked, plain }) => {
  const commands = [marked, plain].map(commandIn)
  expect(commands[1]).toBe(commands[0])
  if (commands[0] !== undefined) return
  const readings = [marked, plain].map((text) => read(text, 'contact', 'appraiser'))
  expect(readings.map(({ sure }) => sure)).toEqual([true, true])
  expect(readings[0]?.intent).not.toBe('unknown')
  expect(readings[1]?.intent).toBe(readings[0]?.intent)
})

test('the notice that the guide shows is understood as one to be sent', () => {
  const [, notice = ''] = /^> (.+)$/mu.exec(GUIDE) ?? []
  expect(read(notice, 'propagation')).toMatchObject({ intent: 'announce', sure: true })
})
