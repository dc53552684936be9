import { onDatabase } from './server.ts'

/**
 * A platform that takes any number of messages: the product goes on reserving its slots, statement
 * by statement, but none of them is ever in the future. Without this a closed loop would measure
 * nothing but Telegram's limit of about 30 messages a second, which the product keeps.
 */
export async function liftPace(databaseUrl: string): Promise<void> {
  await onDatabase(databaseUrl, (client) =>
    client.query(`
      create or replace function bench_no_pace() returns trigger language plpgsql as $$
      begin
        new.next_at := clock_timestamp() - interval '1 hour';
        return new;
      end $$;
      create or replace trigger bench_no_pace before insert or update on bot_pace
        for each row execute function bench_no_pace()`),
  )
}

/** The product's own pace again. */
export async function keepPace(databaseUrl: string): Promise<void> {
  await onDatabase(databaseUrl, (client) =>
    client.query('drop trigger if exists bench_no_pace on bot_pace'),
  )
}
