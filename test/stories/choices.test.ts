import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ChannelName, Phone, World } from '../support/world.ts'
import { eventually, openWorld } from '../support/world.ts'
import { CHI_LANG } from './casts.ts'

const MARKUP = '*đậm* _nghiêng_ <b>x</b> {red}y{/red}'
const KEPT = 'Đã giữ nguyên'

let world: World
const phones = new Map<ChannelName, Phone>()
beforeAll(async () => {
  world = await openWorld({ processes: 'within', clock: CHI_LANG.clock })
  for (const [index, channel] of (['zalo', 'telegram'] as const).entries()) {
    const phone = await world.phone(channel, CHI_LANG.contact[index] ?? '')
    await phone.register()
    phones.set(channel, phone)
  }
})
afterAll(() => world.close())

describe.each(['zalo', 'telegram'] as const)('a numbered question on %s', (channel) => {
  const phone = (): Phone => phones.get(channel)!
  let code = ''

  test('quotes what looks like markup as it was typed', async () => {
    const receipt = await phone().says(`${MARKUP}: 15/10 tổ chức 2 hội nghị, 120 lượt người dự`)
    code = /BC-\d+/u.exec(receipt)?.[0] ?? ''
    expect(await phone().says(`rút ${code}`)).toContain(MARKUP)
    const sends = world[channel].calls.filter(({ method }) => method === 'sendMessage')
    expect(sends.filter(({ fields }) => 'parse_mode' in fields)).toEqual([])
  })

  test.each(['2', '2.', 'số 2', 'so 2 a', 'Không', 'khong'])(
    'takes %j for its second option',
    async (typed) => {
      await phone().says(`rút ${code}`)
      expect(await phone().says(typed)).toContain(KEPT)
    },
  )

  test('takes no number once it is answered', async () => {
    expect(await phone().says('2')).not.toContain(KEPT)
    expect(await phone().says('1')).not.toContain('Đã rút')
    expect(await phone().says('báo cáo của tôi')).not.toContain('đã rút')
  })
})

describe('a button on Telegram', () => {
  const contact = (): Phone => phones.get('telegram')!
  const buttons = (phone: Phone) => {
    const message = phone.messages().findLast(({ buttons }) => buttons !== undefined)
    const data = message?.buttons?.flat().map((button) => button.data ?? '') ?? []
    return { messageId: Number(message?.id), yes: data[0] ?? '', no: data[1] ?? '' }
  }
  /** Presses it, and waits until Telegram has heard from the bot about that very press. */
  const isAnswered = async (phone: Phone, messageId: number, data: string): Promise<void> => {
    const { queryId } = world.telegram.userPresses(Number(phone.chatId), messageId, data)
    await eventually(
      () =>
        world.telegram.calls.some(
          ({ method, fields }) =>
            method === 'answerCallbackQuery' && fields['callback_query_id'] === queryId,
        ),
      'the press is answered',
      5_000,
    )
  }
  const nothingWithdrawn = async (): Promise<void> => {
    expect(await contact().says('báo cáo của tôi')).not.toContain('đã rút')
  }

  test('that is used, of no set, or of somebody else is answered and changes nothing', async () => {
    await contact().says('rút báo cáo')
    const used = buttons(contact())
    expect(await contact().presses('Không')).toContain(KEPT)
    await isAnswered(contact(), used.messageId, used.yes)
    await isAnswered(contact(), used.messageId, 'c1:khongco1234:0')
    await isAnswered(contact(), used.messageId, 'nothing of ours')

    await contact().says('rút báo cáo')
    const other = await world.phone('telegram', CHI_LANG.head[1])
    await other.register()
    const greeting = Number(other.messages().at(-1)?.id)
    await isAnswered(other, greeting, buttons(contact()).yes)
    await nothingWithdrawn()
  })

  test('that is a day old is answered and changes nothing', async () => {
    await contact().says('rút báo cáo')
    const { messageId, yes } = buttons(contact())
    await world.moveTo('2025-10-21T09:30:00+07:00')
    await isAnswered(contact(), messageId, yes)
    expect(await contact().says('2')).not.toContain(KEPT)
    await nothingWithdrawn()
  })
})
