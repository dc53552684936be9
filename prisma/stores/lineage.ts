import type { Db } from './rows.ts'

/** The campaign, and those in whose place it goes on. */
export async function campaignLine(db: Db, id: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    with recursive line (id) as (
      select ${id}::text
      union select c.id from campaign c join line l on c.superseded_by = l.id)
    select id from line`
  return rows.map((row) => row.id)
}

/** The campaign, and those that go on in its place, the present one last. */
export async function campaignHeirs(db: Db, id: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    with recursive line (id, step) as (
      select ${id}::text, 0
      union select c.superseded_by, l.step + 1 from campaign c join line l on c.id = l.id
      where c.superseded_by is not null)
    select id from line order by step`
  return rows.map((row) => row.id)
}

/** The unit, and those whose place it took. */
export async function unitLine(db: Db, code: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ code: string }[]>`
    with recursive line (code) as (
      select ${code}::text
      union select u.code from unit u join line l on u.successor_code = l.code)
    select code from line`
  return rows.map((row) => row.code)
}

/** The unit, and those that took its place, the present one last. */
export async function unitHeirs(db: Db, code: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ code: string }[]>`
    with recursive line (code, step) as (
      select ${code}::text, 0
      union select u.successor_code, l.step + 1 from unit u join line l on u.code = l.code
      where u.successor_code is not null)
    select code from line order by step`
  return rows.map((row) => row.code)
}
