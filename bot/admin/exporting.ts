import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Campaign } from '../../core/campaign/campaign.ts'
import type { Paper } from '../../core/dossier/paper.ts'
import { ABOUT_ONE, PAPERS } from '../../core/dossier/paper.ts'
import type { Transaction } from '../../core/ports.ts'
import type { PaperRequest } from '../documents/make-paper.ts'
import { makePaper } from '../documents/make-paper.ts'
import { sayNothingFor } from '../texts/files.ts'
import type { Command, Office } from './command.ts'
import { show, UsageRefusal } from './command.ts'

const USAGE = `Dùng: npm run admin -- export LOẠI [--nomination HS-…] [--unit MÃ] [--award MÃ] [--period 2025-10] [--campaign MÃ] --out TỆP; LOẠI là một trong: ${PAPERS.join(', ')}.`

/** Writes a paper from the data to a file of the operator's own; nothing is stored and nothing is sent. */
const exporting: Command = {
  name: 'export',
  takes:
    'LOẠI [--nomination HS-…] [--unit MÃ] [--award MÃ] [--period KỲ] [--campaign MÃ] --out TỆP',
  does: `lập văn bản (dự thảo) từ dữ liệu: ${PAPERS.join(', ')}`,
  run: async (office) => {
    const { out } = office.options
    const paper = PAPERS.find((known) => known === office.words[0])
    if (!paper || !out) throw new UsageRefusal(USAGE)
    const made = await office.transactions.run(async (tx) =>
      makePaper(tx, await requestOf(tx, office, paper)),
    )
    if (!made) throw new UsageRefusal(sayNothingFor(paper))
    const file = resolve(out)
    await writeFile(file, made.bytes)
    show(office, { paper, file, bytes: made.bytes.length }, () => [
      `Đã ghi ${file} (${Math.ceil(made.bytes.length / 1024)} KB). Đây là dự thảo: số, ngày và chữ ký để trống.`,
    ])
  },
}

async function requestOf(tx: Transaction, office: Office, paper: Paper): Promise<PaperRequest> {
  const { unit, award, period } = office.options
  const campaign = await campaignOf(tx, office.options['campaign'])
  await checkUnit(tx, campaign, unit)
  if (award !== undefined && !campaign.awards.some(({ id }) => id === award))
    throw new UsageRefusal(
      `Phong trào không có hình thức khen ${award}; các mã có: ${campaign.awards.map(({ id }) => id).join(', ')}.`,
    )
  const request = {
    paper,
    campaign,
    ...(unit === undefined ? {} : { unitCode: unit }),
    ...(award === undefined ? {} : { awardId: award }),
    ...(period === undefined ? {} : { period }),
  }
  if (!ABOUT_ONE.has(paper)) return request
  const code = office.options['nomination']?.toLocaleUpperCase('vi')
  if (code === undefined)
    throw new UsageRefusal(
      `Thiếu mã hồ sơ, ví dụ: npm run admin -- export ${paper} --nomination HS-024 --out TỆP`,
    )
  const nomination = await tx.nominations.findByCode(campaign.id, code)
  if (!nomination) throw new UsageRefusal(`Phong trào không có hồ sơ ${code}.`)
  return { ...request, nomination }
}

/** The campaign that is named, or the only one that no other has superseded. */
async function campaignOf(tx: Transaction, id: string | undefined): Promise<Campaign> {
  const loaded = id === undefined ? await tx.campaigns.list() : await tx.campaigns.listAll()
  const all = loaded.map(({ campaign }) => campaign)
  const found = id === undefined && all.length === 1 ? all[0] : all.find((one) => one.id === id)
  if (found) return found
  const ids = all.map((one) => one.id).join(', ') || 'chưa có phong trào nào'
  throw new UsageRefusal(`Hãy chọn phong trào bằng --campaign; các mã có: ${ids}.`)
}

async function checkUnit(
  tx: Transaction,
  { id }: Campaign,
  code: string | undefined,
): Promise<void> {
  if (code === undefined || (await tx.units.list(id)).some((unit) => unit.code === code)) return
  throw new UsageRefusal(`Phong trào không có đơn vị nào có mã ${code}.`)
}

export const EXPORTING: readonly Command[] = [exporting]
