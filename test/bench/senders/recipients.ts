import { onDatabase } from '../database/server.ts'

const BOT_ID = '7000000001'
export const BOT_TOKEN = `${BOT_ID}:benchmark`

/** Puts one short message to each of so many chats (1, 2, 3 …) into the outbox, due now. */
export async function queueMessages(databaseUrl: string, count: number): Promise<void> {
  await onDatabase(databaseUrl, async (client) => {
    await client.query('truncate outbox_part')
    await client.query('delete from bot_pace')
    await client.query(
      `insert into outbox_part (message_id, index, of, channel, bot, address, cause, payload, queued_at, not_before)
       select gen_random_uuid(), 0, 1, 'telegram', 'telegram:${BOT_ID}', 'telegram:${BOT_ID}:' || n, 'announcement',
         jsonb_build_object('method', 'sendMessage', 'text', 'Kính gửi đồng chí, mời dự hội nghị số ' || n),
         now(), now()
       from generate_series(1, $1::int) n`,
      [count],
    )
    await client.query('analyze outbox_part')
  })
}

/** How many are in each state. */
export async function countStates(databaseUrl: string): Promise<Readonly<Record<string, number>>> {
  return onDatabase(databaseUrl, async (client) => {
    const { rows } = await client.query<{ state: string; count: number }>(
      'select state, count(*)::int as count from outbox_part group by 1',
    )
    return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
  })
}
