import { Pool } from 'undici'
import { expect, test } from 'vitest'
import { TELEGRAM_TOKEN, telegram } from './stand-ins.ts'

test('of 3,000 sends to 300 people none is lost and none doubled', async () => {
  const standIn = await telegram()
  const people = Array.from({ length: 300 }, (_, index) =>
    standIn.createUser({ id: 5_000_000_000 + index, firstName: `Người ${index}`, started: true }),
  )
  const pool = new Pool(standIn.apiRoot, { connections: 20 })
  const send = async (number: number) => {
    const { body } = await pool.request({
      path: `/bot${TELEGRAM_TOKEN}/sendMessage`,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ chat_id: people[number % 300]!.id, text: `Tin ${number}` }),
    })
    return (await body.json()) as { ok: boolean }
  }
  const answers = await Promise.all(Array.from({ length: 3000 }, (_, number) => send(number)))
  await pool.close()
  expect(answers.every(({ ok }) => ok)).toBe(true)
  const seen = people.flatMap(({ id }) => standIn.messages(id).map(({ text }) => text))
  expect(new Set(seen).size).toBe(3000)
  expect(seen).toHaveLength(3000)
  expect(standIn.calls).toHaveLength(3000)
})
