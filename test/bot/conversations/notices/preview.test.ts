import { join } from 'node:path'
import { expect, test } from 'vitest'
import { renderTelegram } from '../../../../bot/channels/telegram/message.ts'
import { renderZalo } from '../../../../bot/channels/zalo/message.ts'
import { ZALO_TEXT_LIMIT } from '../../../../bot/channels/zalo/zalo.ts'
import { preview } from '../../../../bot/conversations/notices/previewing.ts'
import type { OutboundMessage } from '../../../../core/delivery/channel.ts'
import { accept } from '../../../../core/refusal.ts'
import { readLongest } from '../../texts/longest.ts'
import { progressSample } from '../../texts/notice-samples.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..', '..')
const longest = await readLongest(join(ROOT, 'prisma', 'campaigns', 'chi-lang'))

/** The preview of a text for two people on Telegram and three on Zalo, and the very messages of each. */
function previewOf(text: string) {
  const choices = { id: 'abc', options: [{ key: 'ack', label: 'Đã nắm' }] }
  const message: OutboundMessage = { kind: 'text', text, choices }
  const telegram = renderTelegram(message)
  const zalo = renderZalo(message, ZALO_TEXT_LIMIT)
  const { official } = longest
  const answer = preview(
    accept({
      announcement: progressSample(longest).announcement,
      recipients: [official, official],
      named: { to: [], except: [] },
      ...{ unreachable: [], muted: 0, budgets: [], example: { to: official, message } },
      channels: [
        { channel: 'telegram', people: 2, parts: telegram },
        { channel: 'zalo', people: 3, parts: zalo },
      ],
    }),
  )
  const texts = (parts: typeof zalo) => parts.map(({ payload }) => String(payload['text']))
  return { said: answer.text ?? '', telegram: texts(telegram), zalo: texts(zalo) }
}

test('what looks the same on both channels is shown once, with its length', () => {
  const { said, telegram, zalo } = previewOf('Trang trí *cổ động* <b>trước</b> 25/10.')
  expect(telegram).toEqual(zalo)
  expect(said.split(zalo[0] ?? '-')).toHaveLength(2)
  expect(said).toContain(`, Telegram và Zalo, ${(zalo[0] ?? '').length} ký tự`)
})

test('a long notice is shown as the messages that each channel makes of it', () => {
  const { said, telegram, zalo } = previewOf('Một câu của thông báo dài. '.repeat(100).trim())
  expect([telegram.length, zalo.length]).toEqual([1, 2])
  for (const piece of [...telegram, ...zalo]) expect(said).toContain(`ký tự\n${piece}\n`)
  expect(said).toContain(', Zalo, tin 1/2, ')
  expect(said).toContain(', Zalo, tin 2/2, ')
  expect(said).toContain('Telegram 2 người × 1 tin, Zalo 3 người × 2 tin')
})
