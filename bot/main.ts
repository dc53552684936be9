import { join } from 'node:path'
import { DatabaseRefusal } from '../prisma/embedded.ts'
import { QueueRefusal } from '../jobs/queue-refusal.ts'
import type { ProcessRole, Running } from './compose.ts'
import { PortRefusal, start } from './compose.ts'
import { ConfigRefusal, readConfig, readEnvironment } from './config.ts'
import { describeError } from './log.ts'
import { FileRefusal } from './shipped.ts'

/** Whatever happens, the process is gone this long after it was asked to stop. */
const STOP_WITHIN_MS = 9_000
const ROLES: readonly ProcessRole[] = ['web', 'poll', 'worker']

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** "web", "poll", "worker", any of them together; none means all. `--demo` loads the demonstration people. */
function readArguments(words: readonly string[]): { roles: readonly ProcessRole[]; demo: boolean } {
  const demo = words.includes('--demo')
  const named = words.filter((word) => word !== '--demo')
  const unknown = named.find((word) => !ROLES.some((role) => role === word))
  if (unknown !== undefined)
    throw new ConfigRefusal(
      `Không hiểu tham số "${unknown}". Dùng: npm start -- [web] [poll] [worker] [--demo]`,
    )
  const roles = ROLES.filter((role) => named.includes(role))
  return { roles: roles.length > 0 ? roles : ROLES, demo }
}

/** A refusal is a sentence for the operator; anything else is a bug and says where it arose, not what it held. */
function explain(error: unknown): string {
  const refusals = [ConfigRefusal, DatabaseRefusal, QueueRefusal, PortRefusal, FileRefusal]
  if (error instanceof Error && refusals.some((refusal) => error instanceof refusal))
    return error.message
  return `Không khởi động được do lỗi của chương trình: ${JSON.stringify(describeError(error))}`
}

function stopOnSignal(running: Promise<Running>): void {
  let stopping = false
  const stop = (): void => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(0), STOP_WITHIN_MS).unref()
    say('Đang dừng…')
    void running
      .then((product) => product.stop())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

async function main(): Promise<void> {
  try {
    const { roles, demo } = readArguments(process.argv.slice(2))
    const config = readConfig(readEnvironment())
    const root = join(import.meta.dirname, '..')
    const starting = start({ config, roles, demo, root, say })
    stopOnSignal(starting)
    const { port, simulated } = await starting
    if (port === 0) say(`Đã sẵn sàng (${roles.join(', ')}).`)
    else if (simulated)
      say(`Đã sẵn sàng: mở http://localhost:${port} để trò chuyện thử với Trợ lý.`)
    else say(`Đã sẵn sàng, cổng ${port}.`)
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`)
    process.exit(1)
  }
}

await main()
