import { Temporal } from 'temporal-polyfill'
import type { CouncilRule } from '../../core/council/council.ts'
import { setCouncilRule } from '../../core/council/council-rule.ts'
import type { LocalDate } from '../../core/calendar/local-time.ts'
import { issueSetupCodes } from '../../core/pin/issue-setup-codes.ts'
import { sayRule } from '../texts/council.ts'
import { sayRole } from '../texts/account.ts'
import type { Command, Office } from './command.ts'
import { show, UsageRefusal } from './command.ts'
import { pickCampaign } from './loading.ts'

/** A code is printed once and cannot be printed again: only its hash is kept. */
const pinsIssue: Command = {
  name: 'pins issue',
  takes: '[--official MÃ]',
  does: 'cấp mã một lần để cán bộ đặt mã PIN (mọi cán bộ cần PIN hoặc một người)',
  run: async (office) => {
    const wanted = office.options['official']
    const issued = await office.transactions.run(async (tx) => {
      const officials = (await tx.officials.list({})).filter(
        ({ code }) => wanted === undefined || code === wanted,
      )
      if (officials.length === 0)
        throw new UsageRefusal(`Không có cán bộ nào có mã ${wanted ?? ''}.`)
      const codes = await issueSetupCodes(tx, officials)
      return codes.map(({ official: { code: official, name, roles }, code }) => ({
        ...{ official, name, roles, code },
      }))
    })
    show(office, issued, () => [
      ...issued.map(
        ({ name, roles, code }) => `${code}  ${name} · ${roles.map(sayRole).join(', ')}`,
      ),
      `Đã cấp ${issued.length} mã, dùng được 7 ngày, mỗi mã một lần. Trao tận tay; cán bộ nhắn "đặt mã PIN" cho Trợ lý.`,
    ])
  },
}

const councilRule: Command = {
  name: 'council rule',
  takes: '[--campaign MÃ] --base all|present --threshold ">50"|90 --quorum 66 [--source "VĂN BẢN"]',
  does: 'đặt tỷ lệ thông qua của Hội đồng; có --source thì chưa đủ số người bỏ phiếu là chưa khóa phiếu được',
  run: async (office) => {
    const rule = ruleFrom(office)
    const { campaign } = await pickCampaign(office)
    await office.transactions.run((tx) => setCouncilRule(tx.settings, campaign.id, rule))
    show(office, { campaign: campaign.id, rule }, () => [`Đã đặt: ${sayRule(rule)}.`])
  },
}

function ruleFrom({ options }: Office): CouncilRule {
  const { base, threshold = '', quorum = '', source } = options
  const [, over, share] = /^(>?)\s*(\d{1,3})$/u.exec(threshold) ?? []
  const [percent, present] = [Number(share ?? 'x'), Number(quorum === '' ? 'x' : quorum)]
  const isShare = (value: number): boolean => value >= 0 && value <= 100
  if ((base !== 'all' && base !== 'present') || !isShare(percent) || !isShare(present))
    throw new UsageRefusal(`Dùng: npm run admin -- council rule ${councilRule.takes}`)
  return {
    ...{ base, threshold: percent, over: over === '>', quorum: present },
    ...(source === undefined ? {} : { source }),
  }
}

const signersAdd: Command = {
  name: 'signers add',
  takes: '[--campaign MÃ] --position "CHỨC VỤ" --name "HỌ TÊN" [--from NGÀY] [--to NGÀY]',
  does: 'ghi ai giữ chức vụ ký quyết định, từ ngày nào đến ngày nào (yyyy-mm-dd, tính cả hai ngày)',
  run: async (office) => {
    const { position, name, from, to } = office.options
    if (!position || !name)
      throw new UsageRefusal(`Dùng: npm run admin -- signers add ${signersAdd.takes}`)
    const tenure = {
      ...{ position, name },
      ...(from === undefined ? {} : { validFrom: dayFrom(from) }),
      ...(to === undefined ? {} : { validTo: dayFrom(to) }),
    }
    const { campaign } = await pickCampaign(office)
    await office.transactions.run((tx) =>
      tx.decisions.addTenure(tx.chance.uuid(), campaign.id, tenure),
    )
    show(office, { campaign: campaign.id, ...tenure }, () => [`Đã ghi: ${position} ${name}.`])
  },
}

function dayFrom(text: string): LocalDate {
  try {
    return Temporal.PlainDate.from(text)
  } catch {
    throw new UsageRefusal(`Ngày "${text}" chưa đúng, cần dạng yyyy-mm-dd.`)
  }
}

export const COUNCIL: readonly Command[] = [pinsIssue, councilRule, signersAdd]
