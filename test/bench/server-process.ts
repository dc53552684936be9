import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { execPath } from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Stage } from './stage.ts'

const READY = /(?:localhost:|port |cổng )(\d+)/u
const READY_WITHIN_MS = 60_000
/** Linux counts CPU time in hundredths of a second (`getconf CLK_TCK`). */
const TICK_MS = 10
const QUIET_FOR_MS = 100
const QUIET_WITHIN_MS = 2_000

export type ServerProcess = {
  readonly port: number
  /** CPU used so far, user and system, in milliseconds; undefined where there is no /proc. */
  cpuMs(): number | undefined
  /** The same once the server has come to rest: what it does after its last reply is work too. */
  restedCpuMs(): Promise<number | undefined>
  /** SIGTERM, and waits for the end. */
  stop(): Promise<void>
}

export type ServerOptions = {
  readonly program: string
  readonly env: Readonly<Record<string, string>>
  readonly args?: readonly string[]
  /** Node's own options. */
  readonly nodeArgs?: readonly string[]
}

/** Starts a server and waits until it says on which port it is ready. It is stopped with the stage. */
export async function startServer(stage: Stage, options: ServerOptions): Promise<ServerProcess> {
  const { program, env, args = [], nodeArgs = [] } = options
  const child = spawn(execPath, [...nodeArgs, program, ...args], {
    // A folder without a .env of anybody's.
    cwd: stage.folder,
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const stop = (): Promise<void> => {
    child.kill('SIGTERM')
    return ended
  }
  stage.later(stop)
  let printed = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text))
  const patience = AbortSignal.timeout(READY_WITHIN_MS)
  while (!READY.test(printed)) {
    if (patience.aborted || child.exitCode !== null)
      throw new Error(`${program} did not become ready: ${printed}`)
    await sleep(20)
  }
  const cpuMs = (): number | undefined => readCpuMs(child.pid ?? 0)
  return {
    port: Number(READY.exec(printed)?.[1]),
    cpuMs,
    restedCpuMs: () => rested(cpuMs),
    stop,
  }
}

/** proc(5): utime and stime are fields 14 and 15; the second, a name in brackets, may hold spaces. */
function readCpuMs(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS
  } catch {
    return undefined
  }
}

async function rested(cpuMs: () => number | undefined): Promise<number | undefined> {
  const patience = AbortSignal.timeout(QUIET_WITHIN_MS)
  for (let before = cpuMs(); ;) {
    await sleep(QUIET_FOR_MS)
    const now = cpuMs()
    if (now === before || patience.aborted) return now
    before = now
  }
}
