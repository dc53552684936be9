import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Speaker, Talk } from '../../support/talk.ts'
import { openTalk } from '../../support/talk.ts'

// What a platform can hand over besides plain words, through both channels into a database.
let talk: Talk
beforeAll(async () => {
  talk = await openTalk('2025-10-20T08:00:00+07:00')
}, 60_000)
afterAll(() => talk.close())

/** How the person's newest report stands. */
async function standing(code: string): Promise<unknown> {
  const [row] = await talk.rows(
    `select v.content from report r join report_version v on v.report_id = r.id and v.version = r.version
     where r.code = '${code}'`,
  )
  return row?.['content']
}

const codeIn = (receipt: string): string => /BC-\d+/u.exec(receipt)?.[0] ?? ''

describe.each([
  ['telegram', 'CB-025', '2025-10-21T08:00:00+07:00'],
  ['zalo', 'CB-027', '2025-10-22T08:00:00+07:00'],
] as const)('on %s', (channel, official, nextDay) => {
  let contact: Speaker
  let receipt: string
  beforeAll(async () => {
    contact = await talk.speaker(channel, official)
    receipt = await contact.says('15/10 tổ chức 2 hội nghị, 20 cán bộ, 20 hội viên dự', 'BC-')
  })

  test('of two equal figures it is asked which, and only the one named is changed', async () => {
    const asked = await contact.says('nhầm, 25 chứ không phải 20', 'sửa số nào thành 25')
    expect(asked).toMatch(/1\. 20 cán bộ\n2\. 20 hội viên/u)
    await contact.says('2', '25')
    expect(await standing(codeIn(receipt))).toMatchObject({
      items: [{ quantity: 2 }, { quantity: 20 }, { quantity: 25 }],
    })
  })

  test('a voice message is kept as evidence, and its words are asked for', async () => {
    const [answer = ''] = await contact.sends('voice')
    expect(answer).toContain(codeIn(receipt))
    expect(answer).toContain('nhắn lại nội dung bằng chữ')
    const kept = await talk.rows(
      `select e.kind from evidence e join report r on r.id = e.report_id
       where r.code = '${codeIn(receipt)}' order by e.received_at`,
    )
    expect(kept.at(-1)).toEqual({ kind: 'voice' })
  })

  test('a sticker is no answer and no evidence; how to say it is told once a day', async () => {
    const before = await talk.rows('select count(*) from evidence')
    expect(await contact.sends('sticker')).toEqual([expect.stringContaining('nhãn dán')])
    expect(await contact.sends('sticker')).toEqual([])
    expect(await talk.rows('select count(*) from evidence')).toEqual(before)
  })

  test('what cannot be read is answered with what to do instead, once a day, and not lost from the count', async () => {
    talk.moveTo(nextDay)
    expect(await contact.sends('unsupported')).toEqual([
      expect.stringContaining('chụp ảnh gửi lại'),
    ])
    expect(await contact.sends('unsupported')).toEqual([])
    const { received, done, forPerson } = await talk.memory.run((tx) => tx.inbox.balance())
    expect(received).toBe(done + forPerson)
  })
})

test.each([
  ['telegram', 'CB-035'],
  ['zalo', 'CB-037'],
] as const)(
  'on %s what nobody sees changes nothing, and what was typed stays as it was',
  async (channel, code) => {
    const contact = await talk.speaker(channel, code)
    const odd =
      '\u200B１６/１０ tổ\u200B chức\u00A0２ hội nghị, \u202A４０ người dự!!\u202C'.normalize('NFD')
    const receipt = await contact.says(odd, 'BC-')
    expect(await standing(codeIn(receipt))).toMatchObject({
      dates: ['2025-10-16'],
      items: [{ quantity: 2 }, { quantity: 40 }],
    })
    const [stored] = await talk.rows(
      `select event->>'text' as text from inbox where address like '${channel}%' order by seq desc`,
    )
    expect(stored).toEqual({ text: odd })
    // Words around which other people put marks of their own.
    expect(await contact.says('  "HẠN\u200B NÀO" ?! ')).toContain('hạn')
  },
)

describe('what Telegram alone tells', () => {
  test('a file is kept as evidence', async () => {
    const contact = await talk.speaker('telegram', 'CB-029')
    const receipt = await contact.says('16/10 tổ chức 1 hội nghị, 40 người dự', 'BC-')
    expect((await contact.sends('file')).join()).toContain(codeIn(receipt))
  })

  test('an answer to an older receipt is about that report', async () => {
    const contact = await talk.speaker('telegram', 'CB-031')
    const first = await contact.says('17/10 tổ chức 1 hội nghị, 50 người dự', 'BC-')
    await contact.listens()
    const second = await contact.says('báo cáo của tôi: 18/10 trao 7 suất quà', 'BC-')
    expect(codeIn(second)).not.toBe(codeIn(first))
    expect(await contact.answers(first, 'sửa 50 thành 55')).toContain(codeIn(first))
    expect(await standing(codeIn(first))).toMatchObject({ items: [{}, { quantity: 55 }] })
  })

  test('a photo that answers an older receipt joins that report', async () => {
    const contact = await talk.speaker('telegram', 'CB-034')
    const first = await contact.says('17/10 tổ chức 1 hội nghị, 45 người dự', 'BC-')
    await contact.says('báo cáo của tôi: 18/10 trao 9 suất quà', 'BC-')
    const taken = await contact.answersByPhoto(first, 'ảnh hội nghị', codeIn(first))
    expect(taken).toContain(`Đã nhận ảnh cho ${codeIn(first)} (tất cả 1)`)
  })

  test('an edit of the message that a report was made of corrects it; any other does and says nothing', async () => {
    const contact = await talk.speaker('telegram', 'CB-033')
    const receipt = await contact.says('17/10 tổ chức 1 hội nghị, 60 người dự', 'BC-')
    await contact.says('hạn nào')
    expect(await contact.edits(0, '17/10 tổ chức 1 hội nghị, 65 người dự')).toEqual([
      expect.stringMatching(/60.*65/u),
    ])
    expect(await standing(codeIn(receipt))).toMatchObject({ items: [{}, { quantity: 65 }] })
    expect(await contact.edits(1, `rút ${codeIn(receipt)}`)).toEqual([])
    expect(await contact.says('báo cáo của tôi')).toContain(codeIn(receipt))
  })
})

test('the number of an identity paper is not kept; the message that bore it is', async () => {
  const number = '001095012345'
  const contact = await talk.speaker('zalo', 'CB-039')
  const receipt = await contact.says(
    `15/10 trao 5 suất quà cho hộ bà Lan (CCCD ${number}), điện thoại 0912345678`,
    'BC-',
    'không lưu',
  )
  expect(await standing(codeIn(receipt))).toMatchObject({ items: [{ quantity: 5 }] })
  const [row] = await talk.rows(
    `select (select string_agg(event::text, ' ') from inbox) ||
            (select string_agg(content::text, ' ') from report_version) as kept`,
  )
  expect(row?.['kept']).not.toContain(number)
  expect(row?.['kept']).toContain('0912345678')
})
