import { displayInviteCode } from '../../core/official/invite-code.ts'
import { issueInvites } from '../../core/official/issue-invites.ts'
import { readBotName } from '../channels/bot-name.ts'
import { openDispatcher } from '../channels/http-exchange.ts'
import { sayRole } from '../texts/account.ts'
import type { Command, Office } from './command.ts'
import { show, UsageRefusal } from './command.ts'

/** A code is printed once and cannot be printed again: only its hash is kept. */
const invitesIssue: Command = {
  name: 'invites issue',
  takes: '[--unit MÃ]',
  does: 'cấp mã đăng ký dùng một lần cho cán bộ (cả danh sách hoặc một đơn vị)',
  run: async (office) => {
    const unitCode = office.options['unit']
    const botName = await telegramName(office)
    const issued = await office.transactions.run(async (tx) => {
      const units = new Map((await tx.units.list()).map((unit) => [unit.code, unit.fullName]))
      if (unitCode !== undefined && !units.has(unitCode))
        throw new UsageRefusal(`Không có đơn vị nào có mã ${unitCode}.`)
      const officials = await tx.officials.list(unitCode === undefined ? {} : { unitCode })
      const invites = await issueInvites(tx, officials)
      return invites.map(({ official, code, zalo }) => ({
        official: official.code,
        name: official.name,
        unit: units.get(official.unitCode) ?? official.unitCode,
        roles: official.roles,
        code: displayInviteCode(code),
        zaloLink: zalo?.link ?? null,
        telegramLink: botName === undefined ? null : `https://t.me/${botName}?start=${code}`,
      }))
    })
    show(office, issued, () => [
      ...issued.map(({ name, unit, roles, code, zaloLink, telegramLink }) =>
        [`${code}  ${name} · ${unit} · ${roles.map(sayRole).join(', ')}`, zaloLink, telegramLink]
          .filter((part) => part !== null)
          .join('  '),
      ),
      `Đã cấp ${issued.length} mã, dùng được 30 ngày; mã cũ chưa dùng không còn hiệu lực. Mã chỉ in ra một lần.`,
    ])
  },
}

/** The bot's username for deep links: configured, or asked of the platform; unknown while neither works. */
async function telegramName({ config }: Office): Promise<string | undefined> {
  const { telegram } = config.channels
  if (!telegram) return undefined
  if (telegram.botName !== undefined) return telegram.botName
  const dispatcher = openDispatcher({ connections: 1 })
  try {
    return await readBotName({ token: telegram.token, apiRoot: telegram.apiRoot, dispatcher })
  } finally {
    await dispatcher.destroy()
  }
}

export const INVITING: readonly Command[] = [invitesIssue]
