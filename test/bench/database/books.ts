import { onDatabase } from './server.ts'

type Books = { events: number; reports: number; audited: number; receipts: number }

const PRODUCT = `
  select (select count(*) from inbox where state = 'done')::int as events,
    (select count(*) from report)::int as reports,
    (select count(*) from audit_event where kind = 'report-submitted')::int as audited,
    (select count(*) from outbox_part where state = 'sent' and receipt is not null)::int as receipts`

/** Of `registrations` and `reports` sent, each was answered once and every report stored and audited; throws otherwise. */
export async function checkProductBooks(
  databaseUrl: string,
  sent: { registrations: number; reports: number },
): Promise<void> {
  const events = sent.registrations + sent.reports
  const { reports } = sent
  const wanted: Books = { events, reports, audited: reports, receipts: events }
  const found = await onDatabase(databaseUrl, (client) => client.query<Books>(PRODUCT))
  expectSame('the product', wanted, found.rows[0])
}

/** Every message was stored once; throws otherwise. */
export async function checkBaselineBooks(databaseUrl: string, messages: number): Promise<void> {
  const found = await onDatabase(databaseUrl, (client) =>
    client.query<{ messages: number }>(
      'select count(distinct event_id)::int as messages from inbox',
    ),
  )
  expectSame('a baseline', { messages }, found.rows[0])
}

function expectSame(whose: string, wanted: object, found: object | undefined): void {
  if (JSON.stringify(found) === JSON.stringify(wanted)) return
  throw new Error(
    `the books of ${whose} do not balance: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`,
  )
}
