import { localDateOf } from '../calendar/local-time.ts'
import { botOf } from '../delivery/bot.ts'
import type { Address, ChannelName } from '../delivery/channel.ts'
import { tellOffice } from '../delivery/tell-office.ts'
import type { Transaction } from '../ports.ts'

/** Notes that the bot falls silent in a chat that sends the same over and over, and tells the office once a day. */
export async function stopLoop(
  tx: Transaction,
  { channel, address, userKey }: { channel: ChannelName; address: Address; userKey?: string },
): Promise<void> {
  const linked = userKey === undefined ? undefined : await tx.officials.findByAccount(userKey)
  const official = linked?.official
  const today = localDateOf(tx.now).toString()
  if (!(await tx.alarms.raise(`loop ${official?.id ?? address} ${today}`, tx.now))) return
  const unit = official && (await tx.units.get(official.unitCode))
  await tellOffice(tx, botOf(address), {
    kind: 'loop-stopped',
    channel,
    ...(official && unit && { from: { official, unit } }),
  })
  await tx.audit.append({ kind: 'loop-stopped', subject: address, data: {} })
}
