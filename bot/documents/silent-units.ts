import type { Standing } from '../../core/chasing/standing.ts'
import type { LocalDate } from '../../core/calendar/local-time.ts'
import { saySilence } from '../texts/chasing.ts'
import { sayDuty, sayDutyDue } from '../texts/duties.ts'
import { sayDate } from '../texts/moments.ts'
import { capitalise } from '../texts/people.ts'
import { spreadsheet } from './spreadsheet.ts'

/** The office's list for telephoning: who has not reported, why, and whom to call. */
export function silentUnitsSheet(standing: Standing, today: LocalDate): Promise<Uint8Array> {
  const { campaign, deadline, total, done, silent } = standing
  return spreadsheet({
    name: 'Chưa nhận được',
    title: `${capitalise(sayDuty(deadline, campaign))}: đã nhận ${done}/${total} đơn vị (ngày ${sayDate(today)})`,
    columns: [
      { title: 'STT', width: 12, align: 'center' },
      { title: 'Đơn vị', width: 70 },
      { title: 'Hạn', width: 60 },
      { title: 'Tình trạng', width: 80 },
      { title: 'Người liên hệ', width: 60 },
      { title: 'Chức vụ', width: 60 },
      { title: 'Điện thoại', width: 36 },
    ],
    rows: silent.map(({ unit, duty, silence, people }, at) => {
      const [first] = people.map(({ official }) => official)
      return [
        String(at + 1),
        unit.fullName,
        sayDutyDue(duty),
        saySilence(silence, today),
        first?.name ?? '',
        first?.position ?? '',
        first?.phone ?? '',
      ]
    }),
  })
}
