import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import type { Bot, BotKey } from '../../../core/delivery/bot.ts'
import type { Address, ChannelName } from '../../../core/delivery/channel.ts'
import type { IssuedInvite } from '../../../core/official/issue-invites.ts'
import { issueInvites } from '../../../core/official/issue-invites.ts'
import { registerOfficial } from '../../../core/official/register-official.ts'
import type { TestMemory } from '../../support/memory.ts'
import { link, openTestMemory } from '../../support/memory.ts'

const [ONE, TWO, TELEGRAM] = ['zalo:1', 'zalo:2', 'telegram:7'] as BotKey[]
const plan = { users: 3, counts: 'both' } as const
const BOTS: readonly Bot[] = [
  { key: TELEGRAM!, channel: 'telegram', link: 'https://t.me/thi_dua_bot' },
  { key: ONE!, channel: 'zalo', link: 'https://zalo.me/1', plan },
  { key: TWO!, channel: 'zalo', link: 'https://zalo.me/2', plan },
]

let memory: TestMemory
const register = (code: string, bot: BotKey | undefined, chat: string) =>
  memory.run((tx) => {
    const address = `${bot ?? ''}:${chat}` as Address
    const channel = address.split(':')[0] as ChannelName
    return registerOfficial(tx, { code, channel, userKey: address, address })
  })
const issueTo = async (...codes: readonly string[]) => {
  const officials = await Promise.all(codes.map((code) => memory.official(code)))
  return memory.run((tx) => issueInvites(tx, officials))
}

describe('two Zalo bots that serve three people each', () => {
  beforeEach(async () => {
    memory = await openTestMemory({ at: '2025-10-20T08:00:00+07:00', bots: BOTS })
  })
  afterEach(() => memory.close())

  test('share those who are invited, and leave out the seventh', async () => {
    await link(memory, 'CB-001', { channel: 'zalo', chat: 'zalo:2:a' })
    const codes = ['CB-001', 'CB-003', 'CB-005', 'CB-007', 'CB-009', 'CB-011', 'CB-013']
    const issued = await issueTo(...codes)
    expect(issued.map(({ zalo }) => zalo?.key)).toEqual([TWO, ONE, ONE, TWO, ONE, TWO, undefined])
    const again = await issueTo('CB-013')
    expect(again.map(({ zalo }) => zalo)).toEqual([undefined])
  })

  test('send a person with a code of the other one there, and take the code there', async () => {
    const [{ code }] = [...(await issueTo('CB-003'))] as [IssuedInvite]
    expect(await register(code, TWO, 'b')).toEqual({
      ok: false,
      refusal: { reason: 'other-bot', channel: 'zalo', link: 'https://zalo.me/1' },
    })
    expect((await register(code, ONE, 'b')).ok).toBe(true)
  })
})

test('a bot that serves no more people refuses one too many, who may use the code elsewhere, and the office is told once', async () => {
  const bots = BOTS.filter(({ key }) => key !== TWO)
  memory = await openTestMemory({ at: '2025-10-20T08:00:00+07:00', bots })
  onTestFinished(() => memory.close())
  for (const [n, official] of ['CB-003', 'CB-005', 'CB-007'].entries())
    await link(memory, official, { channel: 'zalo', chat: `zalo:1:${n}` })
  await link(memory, 'CB-109', { channel: 'telegram', chat: 'telegram:7:9' })
  const [{ code }] = [...(await issueTo('CB-009'))] as [IssuedInvite]
  const full = {
    ok: false,
    refusal: {
      reason: 'bot-full',
      ...{ channel: 'zalo', users: 3 },
      elsewhere: [{ channel: 'telegram', link: 'https://t.me/thi_dua_bot' }],
    },
  }
  for (let attempt = 1; attempt <= 6; attempt += 1)
    expect(await register(code, ONE, 'c')).toEqual(full)
  const told = await memory.run((tx) => tx.outbox.listLedger({ limit: 10 }))
  expect(told.map(({ official, channel }) => [official, channel])).toEqual([['CB-109', 'telegram']])
  const [{ code: own }] = [...(await issueTo('CB-005'))] as [IssuedInvite]
  expect((await register(own, ONE, 'second-phone')).ok).toBe(true)
  expect((await register(code, TELEGRAM, 'c')).ok).toBe(true)
})
