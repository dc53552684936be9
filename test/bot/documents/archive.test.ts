import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { readSheet } from 'read-excel-file/node'
import { Temporal } from 'temporal-polyfill'
import { beforeAll, describe, expect, test } from 'vitest'
import { dossierArchive } from '../../../bot/documents/dossier.ts'
import type { DossierFacts } from '../../../core/dossier/gather-dossier.ts'
import type { EvidenceFile } from '../../../core/report/report-store.ts'
import { paragraphsOf } from '../../support/office-files.ts'
import { openSample } from './sample.ts'

const AT = Temporal.Instant.from('2025-10-20T01:00:00Z')
const PHOTO = new Uint8Array([255, 216, 255, 0, 1, 2, 3])

function evidence(id: string, fields: Partial<EvidenceFile>): EvidenceFile {
  return {
    id,
    unitCode: 'X',
    officialId: 'o',
    channel: 'zalo',
    kind: 'photo',
    ref: 'zalo:1',
    receivedAt: AT,
    ...fields,
  }
}

describe('a dossier as an archive', () => {
  let files: Record<string, Uint8Array>
  let index: readonly (readonly unknown[])[]

  beforeAll(async () => {
    const { collective: facts } = await openSample('prisma/campaigns/chi-lang')
    const dossier: DossierFacts = {
      facts,
      items: [
        {
          id: '1',
          nominationId: '1',
          subject: { kind: 'part', part: 'minutes' },
          form: 'paper',
          addedBy: 'o',
          addedAt: AT,
        },
      ],
      evidence: [
        evidence('a', {
          reportId: 'BC-0001',
          bytes: PHOTO,
          mediaType: 'image/jpeg',
          caption: '=1+1',
        }),
        evidence('b', { kind: 'file' }),
      ],
    }
    files = unzipSync(await dossierArchive(dossier, AT))
    index = await readSheet(Buffer.from(files['muc-luc.xlsx'] ?? []))
  })

  test('holds the drafts, the reports as written and the evidence under its report’s code', () => {
    expect(Object.keys(files).sort()).toEqual([
      '01-to-trinh.docx',
      '02-bao-cao-thanh-tich.docx',
      '03-bao-cao-cua-don-vi.docx',
      'SHA256SUMS',
      'minh-chung/BC-0001-01.jpg',
      'muc-luc.xlsx',
    ])
    expect(files['minh-chung/BC-0001-01.jpg']).toEqual(PHOTO)
    const reports = paragraphsOf(files['03-bao-cao-cua-don-vi.docx'] ?? new Uint8Array())
    expect(reports.join('\n')).toContain('BC-0001, tháng 10/2025: Tổ chức 12 hội nghị tuyên truyền')
  })

  test('names in its index what is there with its digest, and what is not with the reason', () => {
    const sha256 = createHash('sha256').update(PHOTO).digest('hex')
    expect(index).toContainEqual(['4', 'minh-chung/BC-0001-01.jpg', '=1+1', 'BC-0001', sha256])
    expect(index).toContainEqual(['5', '(chưa tải về hoặc quá lớn)', 'Tệp', 'bổ sung', null])
    expect(index).toContainEqual([
      '6',
      '(bản giấy)',
      'Biên bản xét khen thưởng',
      'nộp trực tiếp',
      null,
    ])
  })

  test('carries digests that sha256sum can check', () => {
    const sums = strFromU8(files['SHA256SUMS'] ?? new Uint8Array())
    const lines = sums.trimEnd().split('\n')
    expect(lines).toHaveLength(4)
    for (const line of lines) expect(line).toMatch(/^[\da-f]{64} {2}\S+$/u)
  })
})
