import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { SealedEvent } from '../../core/audit/audit-store.ts'
import { sealedEvents, verifyAudit } from '../../core/audit/verify-audit.ts'
import type { AuditVerdict } from '../../core/audit/verify-audit.ts'
import type { AwardTrace } from '../../core/audit/trace-award.ts'
import { traceAward } from '../../core/audit/trace-award.ts'
import { sayTrace } from '../texts/traces.ts'
import type { Command } from './command.ts'
import { show, UsageRefusal } from './command.ts'

/** The trail does not hold; scripts see it by the exit code. */
export class AuditRefusal extends Error {
  override readonly name = 'AuditRefusal'
}

const verify: Command = {
  name: 'audit verify',
  takes: '[--head MÃ_BĂM]',
  does: 'kiểm tra chuỗi băm của nhật ký; --head: mã băm đã ghi lại ở nơi khác',
  run: async (office) => {
    const verdict = await verifyAudit(office.transactions, office.options['head'])
    const { head, unsealed } = verdict
    const wrong = faultOf(verdict)
    const data = { sealed: Number(head.position), head: head.hash, unsealed, holds: !wrong }
    show(office, { ...data, fault: wrong ?? null }, () => [
      `Đã niêm phong ${head.position} sự kiện, còn ${unsealed} sự kiện chờ niêm phong.`,
      `Mã băm cuối: ${head.hash}`,
    ])
    if (wrong) throw new AuditRefusal(wrong)
    if (!office.json) office.say('Nhật ký còn nguyên vẹn.')
  },
}

function faultOf({ brokenAt, holdsKnownHash }: AuditVerdict): string | undefined {
  if (brokenAt !== undefined)
    return `Nhật ký KHÔNG còn nguyên vẹn từ vị trí ${brokenAt}: sự kiện ở đó đã bị sửa hoặc xóa.`
  if (holdsKnownHash === false)
    return 'Nhật ký KHÔNG chứa mã băm đã cho: phần cuối đã bị cắt, hoặc mã băm không phải của cơ sở dữ liệu này.'
  return undefined
}

/** One JSON object a line, so that another program can compute the chain again. */
const exporting: Command = {
  name: 'audit export',
  takes: '--out TỆP',
  does: 'xuất nhật ký đã niêm phong, mỗi dòng một sự kiện (JSON) kèm mã băm',
  run: async (office) => {
    const file = office.options['out']
    if (!file)
      throw new UsageRefusal('Thiếu tên tệp. Dùng: npm run admin -- audit export --out TỆP')
    let events = 0
    const lines = async function* () {
      for await (const sealed of sealedEvents(office.transactions)) {
        events += 1
        yield `${lineOf(sealed)}\n`
      }
    }
    await pipeline(Readable.from(lines()), createWriteStream(file, { mode: 0o600 }))
    show(office, { events, file }, () => [`Đã xuất ${events} sự kiện vào ${file}.`])
  },
}

/** Fails where the chain does not hold: a trace of what was tampered with proves nothing. */
const trace: Command = {
  name: 'audit trace',
  takes: '"HỌ TÊN"|HS-024|128/QĐ-UBND',
  does: 'lần từ quyết định về tin nhắn đầu tiên: quyết định, Hội đồng, thẩm định, đơn vị, báo cáo',
  run: async (office) => {
    const wanted = office.words.join(' ').trim()
    if (wanted === '') throw new UsageRefusal(`Dùng: npm run admin -- ${trace.name} ${trace.takes}`)
    const traces = await office.transactions.run((tx) => traceAward(tx, wanted))
    if (traces.length === 0)
      throw new UsageRefusal(`Không có hồ sơ, quyết định hay người được khen nào là "${wanted}".`)
    const wrong = faultOf(await verifyAudit(office.transactions))
    show(office, { traces: traces.map(plainTrace), holds: !wrong }, () => traces.flatMap(sayTrace))
    if (wrong) throw new AuditRefusal(wrong)
    if (!office.json) office.say('Nhật ký còn nguyên vẹn.')
  },
}

/** By ids and codes, as the trail itself has it. */
function plainTrace({ nomination, decisions, scans, council, steps }: AwardTrace) {
  return {
    nomination: nomination.code,
    decisions: decisions.map(({ number }) => number),
    scans: scans.map(({ sha256 }) => sha256 ?? null),
    council: council?.counts ?? null,
    steps: steps.map(({ event, position, about, by, inbox }) => ({
      ...{ about, kind: event.kind, at: event.at, data: event.data, inbox },
      id: Number(event.id),
      by: by ?? null,
      sealed: position === undefined ? null : Number(position),
    })),
  }
}

function lineOf({ position, hash, event }: SealedEvent): string {
  const { id, ...rest } = event ?? { id: null }
  return JSON.stringify({
    position: Number(position),
    id: id === null ? null : Number(id),
    ...rest,
    hash,
  })
}

export const AUDITING: readonly Command[] = [verify, exporting, trace]
