import type pg from 'pg'
import type { BackupRow } from './backup-file.ts'
import { checkBackup, readBackup } from './backup-file.ts'
import { migrationsOf, tablesOf } from './backup.ts'
import { DatabaseRefusal } from './database-refusal.ts'
import { connect } from './database.ts'

/** JSON text sent in one statement. */
const MOST_CHARACTERS = 8_000_000

/**
 * Brings a backup back into a database that holds nobody and nothing yet, whole or not at all; no product may
 * run on it. What waited to be sent when the backup was made becomes uncertain, since nobody knows whether it
 * was sent meanwhile: it is listed and not sent again. Gives the number of rows.
 * Refuses (`DatabaseRefusal`) a damaged file, one of another version, and a database in use.
 */
export async function restore(url: string, file: string): Promise<number> {
  const { migrations } = await checkBackup(file)
  const client = await connect(url)
  try {
    await client.query('begin')
    await refuseOtherVersion(client, migrations)
    await refuseDatabaseInUse(client)
    const rows = await withoutConstraints(client, () => load(client, file))
    await client.query(
      `update outbox_part set state = 'uncertain', failure = 'uncertain/restored', finished_at = now(), lease_until = null
       where state in ('pending', 'sending')`,
    )
    // The numbers of transactions in it are another cluster's.
    await client.query('delete from planned_stage')
    await advanceSequences(client)
    await client.query('commit')
    return rows
  } finally {
    await client.end()
  }
}

async function refuseOtherVersion(client: pg.Client, backedUp: readonly string[]): Promise<void> {
  const here = await migrationsOf(client)
  if (here.join() === backedUp.join()) return
  const last = backedUp.at(-1) ?? 'không có'
  throw new DatabaseRefusal(
    `Bản sao lưu thuộc phiên bản có bước nâng cấp cuối là ${last}, chương trình này đang ở ${here.at(-1) ?? 'không có'}: hãy khôi phục bằng đúng phiên bản đã sao lưu rồi mới nâng cấp.`,
  )
}

async function refuseDatabaseInUse(client: pg.Client): Promise<void> {
  await client.query('lock table inbox, official in access exclusive mode')
  const { rows } = await client.query(
    'select 1 from inbox union all select 1 from official limit 1',
  )
  if (rows.length > 0)
    throw new DatabaseRefusal(
      'Cơ sở dữ liệu này đã có cán bộ hoặc tin nhắn: chỉ khôi phục vào cơ sở dữ liệu trống. Hãy tạo cơ sở dữ liệu mới, hoặc dừng chương trình và dời thư mục dữ liệu đi nơi khác rồi chạy lại.',
    )
}

/**
 * Rows come in any order and have been through the triggers once, so both the references between tables and
 * the triggers stand aside meanwhile; the references are checked when they come back.
 */
async function withoutConstraints<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  const tables = (await tablesOf(client)).map((table) => client.escapeIdentifier(table))
  const { rows: references } = await client.query<{ on: string; name: string; def: string }>(
    `select conrelid::regclass::text as on, quote_ident(conname) as name, pg_get_constraintdef(oid) as def
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`,
  )
  for (const { on, name } of references)
    await client.query(`alter table ${on} drop constraint ${name}`)
  for (const table of tables) {
    await client.query(`alter table ${table} disable trigger user`)
    // What a first start or command has written by itself.
    await client.query(`delete from ${table}`)
  }
  const result = await work()
  for (const table of tables) await client.query(`alter table ${table} enable trigger user`)
  for (const { on, name, def } of references)
    await client.query(`alter table ${on} add constraint ${name} ${def}`)
  return result
}

async function load(client: pg.Client, file: string): Promise<number> {
  let rows = 0
  let batch: BackupRow[] = []
  let characters = 0
  const flush = async (): Promise<void> => {
    const [first] = batch
    if (first) await insert(client, first.table, batch)
    rows += batch.length
    batch = []
    characters = 0
  }
  for await (const line of readBackup(file)) {
    if ('format' in line) continue
    if (batch[0]?.table !== line.table || characters + line.json.length > MOST_CHARACTERS)
      await flush()
    batch.push(line)
    characters += line.json.length
  }
  await flush()
  return rows
}

async function insert(client: pg.Client, table: string, rows: readonly BackupRow[]): Promise<void> {
  const name = client.escapeIdentifier(table)
  await client.query(
    `insert into ${name} select * from json_populate_recordset(null::${name}, $1::json)`,
    [`[${rows.map(({ json }) => json).join(',')}]`],
  )
}

/** The next number of each sequence follows the largest there is. */
async function advanceSequences(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ sequence: string; on: string; column: string }>(
    `select s.oid::regclass::text as sequence, d.refobjid::regclass::text as on, quote_ident(a.attname) as column
     from pg_class s
     join pg_depend d on d.objid = s.oid and d.deptype in ('a', 'i')
     join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
     where s.relkind = 'S' and s.relnamespace = 'public'::regnamespace`,
  )
  for (const { sequence, on, column } of rows)
    await client.query(
      `select setval('${sequence}', coalesce(max(${column}), 0) + 1, false) from ${on}`,
    )
}
