// A process that uses the embedded server, for tests that kill it, pair it or run it as another
// user: `node … <dataDir> <options as JSON>`. It prints one JSON object per line and lets go of
// the server when its input ends.
import { startEmbedded, THIS_MACHINE, type Machine } from '../../prisma/embedded.ts'

interface Options {
  settings: Record<string, string>
  machine: Partial<Pick<Machine, 'platform' | 'sharedFolder'>>
}

const [dataDir = '', json = ''] = process.argv.slice(2)
const { settings, machine } = JSON.parse(json) as Options
const tell = (fact: Record<string, unknown>) => process.stdout.write(`${JSON.stringify(fact)}\n`)

try {
  const embedded = await startEmbedded({
    dataDir,
    settings,
    machine: { ...THIS_MACHINE, ...machine },
    say: (line) => tell({ said: line }),
  })
  tell({ url: embedded.url })
  process.stdin.resume().once('end', () => void embedded.stop().then(() => process.exit(0)))
} catch (error) {
  const { name, message } = error instanceof Error ? error : new Error(String(error))
  tell({ refused: message, name })
  process.exitCode = 1
}
