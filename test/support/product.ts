import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { administer } from '../../bot/admin/administer.ts'
import { start } from '../../bot/compose.ts'
import { readConfig } from '../../bot/config.ts'

const ROOT = join(import.meta.dirname, '..', '..')

/** A process of the product, as an operator starts it. */
export type ProductProcess = {
  readonly port: number
  readonly pid: number
  /** Everything it has printed so far. */
  output(): string
  /** Resolves with the exit code, null after a signal. */
  readonly ended: Promise<number | null>
  /** SIGTERM, and the exit code. */
  stop(): Promise<number | null>
  /** SIGKILL: the plug is pulled. */
  kill(): Promise<void>
}

export type ProductOptions = {
  readonly env: Readonly<Record<string, string>>
  readonly args?: readonly string[]
  /** How long to wait for "Đã sẵn sàng". */
  readonly withinMs?: number
  /** SIGKILL when it aborts, be it on the way to readiness or after it. */
  readonly cut?: AbortSignal | undefined
}

/** Starts dist/main.js in an empty environment and waits until it says that it is ready. */
export async function startProduct(options: ProductOptions): Promise<ProductProcess> {
  const { child, output, ended } = launch(options)
  const port = await readyPort({ child, output, withinMs: options.withinMs ?? 120_000 })
  return {
    port,
    pid: child.pid ?? 0,
    output,
    ended,
    stop: () => {
      child.kill('SIGTERM')
      return ended
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/**
 * The product within this process, between the same platforms and database: for what people say to each
 * other by it, where nothing depends on its processes. It cannot be killed.
 */
export async function startWithin({ env, args = [] }: ProductOptions): Promise<ProductProcess> {
  const running = await start({
    config: readConfig(env),
    roles: ['web', 'poll', 'worker'],
    demo: args.includes('--demo'),
    root: ROOT,
    say: () => undefined,
  })
  const stop = async (): Promise<number | null> => {
    await running.stop()
    return 0
  }
  return {
    port: running.port,
    pid: process.pid,
    output: () => '',
    ended: new Promise(() => undefined),
    stop,
    kill: () => Promise.reject(new Error('a product within the test cannot be killed')),
  }
}

/** Starts it where a refusal is expected: gives what it printed and its exit code. */
export async function startAndFail(
  options: ProductOptions,
): Promise<{ code: number | null; output: string }> {
  const { output, ended } = launch(options)
  const code = await ended
  return { code, output: output() }
}

function launch({ env, args = [], cut }: ProductOptions) {
  const child = spawn(process.execPath, [join(ROOT, 'dist', 'main.js'), ...args], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  cut?.addEventListener('abort', () => child.kill('SIGKILL'), { once: true })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8')
    stream.on('data', (text: string) => {
      printed += text
    })
  }
  const ended = new Promise<number | null>((resolve) =>
    child.once('close', (code) => resolve(code)),
  )
  return { child, output: () => printed, ended }
}

async function readyPort(started: {
  child: ChildProcess
  output: () => string
  withinMs: number
}): Promise<number> {
  const { child, output, withinMs } = started
  const deadline = Date.now() + withinMs
  while (Date.now() < deadline) {
    const ready = /Đã sẵn sàng(?:: mở http:\/\/localhost:(\d+)|, cổng (\d+)|)/u.exec(output())
    if (ready) return Number(ready[1] ?? ready[2] ?? 0)
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`the product ended: ${output()}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  child.kill('SIGKILL')
  throw new Error(`the product was not ready within ${withinMs} ms: ${output()}`)
}

/** What a command printed, and its exit code. */
export type Ran = { code: number | null; stdout: string; stderr: string }

type Environment = Readonly<Record<string, string>>

/** An admin command, done within this process. */
export function callAdmin(env: Environment, ...words: string[]): Promise<Ran> {
  return typeToAdmin([], env, ...words)
}

/** As `callAdmin`, with lines that are piped in. */
export async function typeToAdmin(
  lines: readonly string[],
  env: Environment,
  ...words: string[]
): Promise<Ran> {
  const [said, complained]: [string[], string[]] = [[], []]
  const code = await administer({
    words,
    environment: () => env,
    root: ROOT,
    typed: Readable.from([lines.join('\n')]),
    say: (line) => said.push(`${line}\n`),
    complain: (line) => complained.push(`${line}\n`),
  })
  return { code, stdout: said.join(''), stderr: complained.join('') }
}

/** Runs `npm run admin -- …`, without npm: a process of its own. */
export async function runAdmin(env: Environment, ...words: string[]): Promise<Ran> {
  const child = spawn(process.execPath, [join(ROOT, 'dist', 'admin.js'), ...words], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [stdout, stderr, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.once('close', resolve)),
  ])
  return { code, stdout, stderr }
}
