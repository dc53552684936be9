import { describe, expect, test } from 'vitest'
import {
  readAchievement,
  readNominee,
  readNomineeName,
} from '../../../../bot/language/errands/nominee.ts'

describe('whom a message nominates', () => {
  test.each([
    [
      'đề nghị khen chị Nguyễn Thị Thử, chi hội trưởng phụ nữ thôn 3, vận động 12 hộ hiến đất',
      {
        nomineeKind: 'individual',
        nomineeName: 'Nguyễn Thị Thử',
        position: 'chi hội trưởng phụ nữ thôn 3',
        achievement: 'vận động 12 hộ hiến đất',
      },
    ],
    [
      'de nghi tang giay khen cho anh Hoang Van Thu, cong chuc tu phap, tham muu 3 nghi quyet',
      {
        nomineeKind: 'individual',
        nomineeName: 'Hoang Van Thu',
        position: 'cong chuc tu phap',
        achievement: 'tham muu 3 nghi quyet',
      },
    ],
    [
      'đề nghị khen tập thể Trường Tiểu học Thử Nghiệm vì có nhiều sáng kiến',
      {
        nomineeKind: 'collective',
        nomineeName: 'Trường Tiểu học Thử Nghiệm',
        achievement: 'vì có nhiều sáng kiến',
      },
    ],
  ])('%s', (text, nominee) => {
    expect(readNominee(text)).toEqual(nominee)
    expect(readNominee(text.normalize('NFD')).nomineeName).toBe(nominee.nomineeName)
  })

  test.each(['đề nghị khen', 'đề cử cá nhân', 'gioi thieu guong dien hinh'])(
    '"%s" names nobody, so the bot asks',
    (text) => {
      expect(readNominee(text).nomineeName).toBeUndefined()
    },
  )
})

describe('an achievement in words', () => {
  test.each([
    ['Thành tích: vận động 12 hộ hiến đất', 'vận động 12 hộ hiến đất'],
    ['ly do la: lam tot cong tac tuyen truyen', 'lam tot cong tac tuyen truyen'],
    ['vì có nhiều sáng kiến', 'vì có nhiều sáng kiến'],
  ])('%s', (text, achievement) => {
    expect(readAchievement(text)).toBe(achievement)
    expect(readAchievement(text.normalize('NFD'))).toBe(achievement)
  })

  test.each(['1', '2.', 'ok', 'đồng', '👍', '15/10'])('“%s” is none', (text) => {
    expect(readAchievement(text)).toBeUndefined()
    expect(readNomineeName(text)).toBeUndefined()
  })
})
