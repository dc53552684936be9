import { Temporal } from 'temporal-polyfill'
import type { Prisma } from '../generated/client.ts'
import type { Instant, LocalDate } from '../../core/calendar/local-time.ts'

/** The part of Prisma's client that works inside a transaction. */
export type Db = Prisma.TransactionClient

export function toDate(at: Instant): Date {
  return new Date(at.epochMilliseconds)
}

export function toInstant(date: Date): Instant {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime())
}

/** A `date` column: PostgreSQL's driver and Prisma carry it as midnight UTC. */
export function dayToDate(on: LocalDate): Date {
  return new Date(`${on.toString()}T00:00:00Z`)
}

export function toDay(date: Date): LocalDate {
  return Temporal.PlainDate.from(date.toISOString().slice(0, 10))
}

/** Our own types hold only what JSON holds; Prisma wants to be told. */
export function toJson(value: unknown): Prisma.InputJsonValue {
  return JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue
}

/** Leaves out what is null in the row, so that optional fields are absent rather than undefined. */
export function present<K extends string, V>(key: K, value: V | null): Partial<Record<K, V>> {
  return value === null ? {} : ({ [key]: value } as Partial<Record<K, V>>)
}
