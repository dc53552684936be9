import { readFileSync } from 'node:fs'
import { Temporal } from 'temporal-polyfill'
import type { Context, ContentWords, NamedUnit } from '../../../bot/language/understanding.ts'

/** Reads one of the language fixtures; its form is the caller's word. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- JSON has no type of its own
export function fixture<T>(name: string): T {
  const url = new URL(`../../fixtures/language/${name}.json`, import.meta.url)
  return JSON.parse(readFileSync(url, 'utf8')) as T
}

export const CONTENTS = fixture<readonly ContentWords[]>('contents')
export const UNITS = fixture<readonly NamedUnit[]>('units')

/** The plan's contents and the district's units, read on that day. */
export function contextOn(today: string): Context {
  return { today: Temporal.PlainDate.from(today), contents: CONTENTS, units: UNITS }
}

/** A Tuesday of the nomination window. */
export const TODAY = '2025-11-18'

export function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')
}
