import { describe, expect, test } from 'vitest'
import { addressOf, chatOf, userKeyOf } from '../../../bot/channels/address.ts'
import { botIdOf, secretHalfOf } from '../../../bot/channels/bot-token.ts'

describe('a token', () => {
  test.each([
    ['7000000001:AAE-x', '7000000001', 'AAE-x'],
    ['1234567890123456789:abc', '1234567890123456789', 'abc'],
    ['abc', undefined, 'abc'],
    ['12:', undefined, ''],
    [':abc', undefined, 'abc'],
    ['', undefined, ''],
  ])('%j is of the bot %s', (token, botId, half) => {
    expect(botIdOf(token)).toBe(botId)
    expect(secretHalfOf(token)).toBe(half)
  })
})

describe('an address', () => {
  const bot = { channel: 'zalo', botId: '7' } as const

  test('is opened by the bot that made it and no other', () => {
    const address = addressOf(bot, 'a:b')
    expect(address).toBe('zalo:7:a:b')
    expect(chatOf(bot, address)).toBe('a:b')
    expect(chatOf({ channel: 'zalo', botId: '70' }, address)).toBeUndefined()
    expect(chatOf({ channel: 'telegram', botId: '7' }, address)).toBeUndefined()
    expect(chatOf(bot, addressOf(bot, ''))).toBeUndefined()
  })

  test('and a user key name the channel and the bot', () => {
    expect(userKeyOf(bot, 'u')).toBe('zalo:7:u')
  })
})
