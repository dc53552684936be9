import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { listDataRequests } from '../../core/data-request/decide-data-request.ts'
import type { DataRequest } from '../../core/data-request/data-request.ts'
import type { ErasurePlan } from '../../core/data-request/erase-official.ts'
import { eraseOfficial, planErasure } from '../../core/data-request/erase-official.ts'
import type { Official } from '../../core/official/official.ts'
import type { Transaction } from '../../core/ports.ts'
import { sayLine } from '../texts/data-rights.ts'
import { sayRefusal } from '../texts/refusals.ts'
import type { Command, Office } from './command.ts'
import { show, UsageRefusal } from './command.ts'

const requests: Command = {
  name: 'requests',
  takes: '',
  does: 'xem các yêu cầu về dữ liệu cá nhân đang chờ',
  run: async (office) => {
    const pending = await office.transactions.run(async (tx) => {
      const campaigns = await tx.campaigns.list()
      return (
        await Promise.all(campaigns.map(({ campaign }) => listDataRequests(tx, campaign.id)))
      ).flat()
    })
    const plain = pending.map(({ request: { askedAt, dueAt, ...request }, from }) => ({
      ...request,
      official: from.code,
      askedAt: askedAt.toString(),
      dueAt: dueAt?.toString() ?? null,
    }))
    show(office, plain, () => [
      `Yêu cầu đang chờ: ${pending.length}.`,
      ...pending.map(({ request, from }) => sayLine(request, from.name)),
    ])
  },
}

/** Irreversible, and nothing but an approved request allows it. */
const erase: Command = {
  name: 'erase',
  takes: 'YC-…|MÃ-CÁN-BỘ [--campaign MÃ] [--dry-run]',
  does: 'xóa dữ liệu của người có yêu cầu đã được đồng ý (--dry-run: chỉ cho biết sẽ xóa gì, giữ gì)',
  flags: ['dry-run'],
  run: async (office) => {
    const isRehearsal = office.flags.has('dry-run')
    const plan = await office.transactions.run(async (tx) => {
      const { official, request } = await whoIsMeant(tx, office)
      if (isRehearsal) return planErasure(tx, official)
      if (!request) throw new UsageRefusal(sayNoRequest(official.code))
      const outcome = await eraseOfficial(tx, request)
      if (!outcome.ok) throw new UsageRefusal(sayRefusal(outcome.refusal))
      return outcome.value
    })
    const { official, erased: nominations, ...rest } = plan
    const told = { official: official.code, erased: !isRehearsal, nominations, ...rest }
    show(office, told, () => describe(plan, isRehearsal))
  },
}

async function whoIsMeant(
  tx: Transaction,
  { words, options }: Office,
): Promise<{ official: Official; request: DataRequest | undefined }> {
  const [word] = words
  if (word === undefined)
    throw new UsageRefusal(`Thiếu mã. Dùng: npm run admin -- erase ${erase.takes}`)
  const code = word.toLocaleUpperCase('vi')
  if (/^YC-\d+$/u.test(code)) {
    const request = await requestOf(tx, code, options['campaign'])
    return { request, official: await tx.officials.get(request.officialId) }
  }
  const official = await tx.officials.findByCode(word)
  if (!official) throw new UsageRefusal(`Không có cán bộ nào có mã ${word}.`)
  return { official, request: await tx.dataRequests.findPending(official.id, 'erase') }
}

async function requestOf(
  tx: Transaction,
  code: string,
  campaignId: string | undefined,
): Promise<DataRequest> {
  const campaigns = (await tx.campaigns.list())
    .map(({ campaign }) => campaign.id)
    .filter((id) => campaignId === undefined || id === campaignId)
  const found: DataRequest[] = []
  for (const id of campaigns) {
    const request = await tx.dataRequests.findByCode(id, code)
    if (request) found.push(request)
  }
  const [only, another] = found
  if (!only) throw new UsageRefusal(`Không có yêu cầu nào có mã ${code}.`)
  if (another)
    throw new UsageRefusal(`Hơn một phong trào có yêu cầu ${code}: hãy chọn bằng --campaign MÃ.`)
  return only
}

function sayNoRequest(code: string): string {
  return `Cán bộ ${code} không có yêu cầu xóa nào đang chờ: người ấy nhắn "xóa thông tin của tôi", cơ quan đồng ý, rồi mới xóa được.`
}

function describe(plan: ErasurePlan, isRehearsal: boolean): readonly string[] {
  const { official, holdings, erased, kept, waitsFor } = plan
  const { accounts, written, received, reports } = holdings
  const some = (codes: readonly string[]): string => (codes.length > 0 ? codes.join(', ') : 'không')
  return [
    `${isRehearsal ? 'Sẽ xóa' : 'Đã xóa'} của cán bộ ${official.code}: họ tên, chức vụ, điện thoại, vai trò, mã PIN, mã đăng ký, ${accounts} tài khoản, lời của ${written} tin đã nhắn và ${received} tin đã nhận; hồ sơ chưa có quyết định: ${some(erased)}.`,
    `Giữ: ${reports} báo cáo và minh chứng (tài liệu của đơn vị), hồ sơ đã có quyết định: ${some(kept)} (Luật Lưu trữ 33/2024/QH15, hiệu lực 01/7/2025; cần kiểm tra); nhật ký chỉ có mã số.`,
    ...(waitsFor.length > 0
      ? [`Chưa xóa được khi các hồ sơ này còn đang xét: ${waitsFor.join(', ')}.`]
      : []),
    ...(isRehearsal
      ? []
      : [
          'Các bản sao lưu cũ vẫn còn dữ liệu này: ghi lại "admin erasures --out TỆP", và khi khôi phục thêm --erasures TỆP.',
        ]),
  ]
}

/** Ids alone, so that the list itself holds nobody's data. */
const erasures: Command = {
  name: 'erasures',
  takes: '[--out TỆP]',
  does: 'danh sách mã số những người đã xóa dữ liệu, để dùng khi khôi phục bản sao lưu cũ',
  run: async (office) => {
    const ids = await office.transactions.run((tx) => tx.personalData.listErased())
    const { out } = office.options
    if (out) await writeFile(resolve(out), ids.map((id) => `${id}\n`).join(''))
    show(office, ids, () => (out ? [`Đã ghi ${ids.length} mã số vào ${resolve(out)}.`] : ids))
  },
}

/** The ids of such a list. Throws, in a sentence, where it cannot be read or is none. */
export async function readErasures(file: string): Promise<readonly string[]> {
  const text = await readFile(resolve(file), 'utf8').catch(() => undefined)
  if (text === undefined) throw new UsageRefusal(`Không đọc được tệp ${file}.`)
  const lines = text.split(/\s+/u).filter(Boolean)
  const wrong = lines.findIndex(
    (line) => !/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu.test(line),
  )
  if (wrong >= 0)
    throw new UsageRefusal(
      `Tệp ${file}, mục ${wrong + 1} không phải mã số do "admin erasures" ghi.`,
    )
  return lines
}

export const DATA_REQUESTS: readonly Command[] = [requests, erasures, erase]
